import { now } from '../clock.ts'

/** Without the server for so long, a session on this device may no longer be trusted: a shift and the way home. */
export const offlineHours = 12

const listeners = new Set<() => void>()
let heardAt = 0

/** The server answered, whatever it said. */
export function heardServer(): void {
  heardAt = now().getTime()
  for (const listener of [...listeners]) listener()
}

/** Milliseconds since the server was last heard from; Infinity when it never was since the page was opened. */
export const sinceServer = (): number => (heardAt === 0 ? Infinity : now().getTime() - heardAt)

export function onServerHeard(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
