import { useEffect, useSyncExternalStore } from 'react'

/** By then the page has answered; the device's database must not stand before it. In milliseconds. */
const quiet = 1_500

let awake = false
const listeners = new Set<() => void>()

/** Pages that write in the field open the device's database at once, the others when they have come to rest. */
export function wakeOutbox(): void {
  if (awake) return
  awake = true
  for (const listener of [...listeners]) listener()
}

export function useOutboxAwake(): boolean {
  useEffect(() => {
    const timer = setTimeout(wakeOutbox, quiet)
    return () => clearTimeout(timer)
  }, [])
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => awake,
  )
}
