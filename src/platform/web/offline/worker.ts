import { clientsClaim } from 'workbox-core'
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

/** Written in by scripts/build-worker.ts: every file of this build. */
declare const KEPT_FILES: PrecacheEntry[]

/** What we use of the worker's own world; its types and the page's do not stand in one program. */
interface WorkerScope {
  skipWaiting(): Promise<void>
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
}
const scope = self as unknown as WorkerScope

// Shell and pages of one build lie on the device together, so a page that was never opened opens without a network.
// Answers of the API are never kept here: who may see them is decided at every request (kept-queries.ts keeps a few).
precacheAndRoute(KEPT_FILES)
cleanupOutdatedCaches()
// The page that installs the app profits at once; it is of the same build.
clientsClaim()
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/(api|assets)\//] }),
)

// A new build waits until somebody presses “tải lại”: nothing is exchanged under a page that is being filled in.
scope.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void scope.skipWaiting()
})
