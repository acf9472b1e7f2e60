import type { Entrance } from './session-here.ts'

/** What stands before the pages while the server is not reached. */
export type Lock = 'open' | 'pin' | 'expired'

let lock: Lock = 'open'
const listeners = new Set<() => void>()

export function setLock(next: Lock): void {
  if (lock === next) return
  lock = next
  for (const listener of [...listeners]) listener()
}

export const lockOf = (found: Entrance): Lock => (found.is === 'open' ? 'open' : found.is)

export const lockState = {
  get: () => lock,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}
