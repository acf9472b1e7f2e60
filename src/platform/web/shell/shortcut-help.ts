import { useSyncExternalStore } from 'react'

let opened = false
const listeners = new Set<() => void>()

function setOpened(next: boolean) {
  opened = next
  for (const listener of [...listeners]) listener()
}

export const openShortcutHelp = () => setOpened(true)
export const closeShortcutHelp = () => setOpened(false)

export function useShortcutHelp(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => opened,
  )
}
