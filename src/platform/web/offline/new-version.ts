import { useSyncExternalStore } from 'react'

let waiting: ServiceWorker | null = null
let replaced = false
let began = false
const listeners = new Set<() => void>()

const lookAgainMs = 30 * 60_000

function tell() {
  for (const listener of [...listeners]) listener()
}

/** Installs the worker that keeps shell and pages on the device, once somebody works here; visitors download nothing. */
export function keepAppOnDevice(): void {
  if (began || !import.meta.env.PROD || !('serviceWorker' in navigator)) return
  began = true
  const controlled = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first worker takes over an open page of its own build; a later one was asked for in some tab.
    if (!controlled) return
    replaced = true
    tell()
  })
  navigator.serviceWorker
    .register('/sw.js', { updateViaCache: 'none' })
    .then((registration: ServiceWorkerRegistration | undefined) => registration && watch(registration))
    .catch(() => {}) // a private window: the product works, with a network
}

function watch(registration: ServiceWorkerRegistration) {
  const look = () => {
    if (!registration.waiting || !navigator.serviceWorker.controller) return
    waiting = registration.waiting
    tell()
  }
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look)
  })
  look()
  let last = performance.now()
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || performance.now() - last < lookAgainMs) return
    last = performance.now()
    registration.update().catch(() => {})
  })
}

/** Whether a newer build lies ready. It is taken only when somebody asks for it. */
export function useNewVersion(): { ready: boolean; reload: () => void } {
  const ready = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => waiting !== null || replaced,
  )
  return { ready, reload }
}

function reload() {
  if (!waiting || replaced) return location.reload()
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage('take-over')
}
