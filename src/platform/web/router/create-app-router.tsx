import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import type { FunctionComponent } from 'react'

import { ApiProblem } from '../api/index.ts'
import { Guarded } from '../shell/Guarded.tsx'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import { PageFault } from '../shell/PageFault.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { type PageEntry, PagesContext } from './pages.ts'
import { parseSearch, stringifySearch } from './search.ts'

/** The router of the product: one frame, and the pages of the list inside it, each loaded when it is opened. */
export function createAppRouter(pages: readonly PageEntry[], Frame: FunctionComponent) {
  const root = createRootRoute({
    component: () => (
      <PagesContext value={pages}>
        <Frame />
      </PagesContext>
    ),
    notFoundComponent: NotFoundPage,
    errorComponent: PageFault,
  })

  /**
   * The script of a page is what its loader loads. The router's own lazy component reloads the whole document
   * when a script is missing, which is fatal without a network; here the page says so and can be tried again.
   */
  function routeOf(entry: PageEntry) {
    const route = createRoute({
      getParentRoute: () => root,
      path: entry.path,
      loader: () =>
        entry.page().catch((cause: unknown) => {
          throw new ApiProblem('page.not-loaded', 0, String(cause))
        }),
      component: function LoadedPage() {
        const Page: FunctionComponent = route.useLoaderData()
        return (
          <Guarded may={entry.may}>
            <Page />
          </Guarded>
        )
      },
      pendingComponent: PageSkeleton,
      errorComponent: PageFault,
      staleTime: Infinity,
    })
    return route
  }

  return createRouter({
    routeTree: root.addChildren(pages.map(routeOf)),
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPendingMs: 200,
    scrollRestoration: true,
  })
}
