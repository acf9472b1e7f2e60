import { useSyncExternalStore } from 'react'

import { newId } from '../chance.ts'

export type NoticeTone = 'done' | 'note' | 'failed'

export interface Notice {
  id: string
  tone: NoticeTone
  text: string
  /** Takes the act back. While the notice stands, the act can be undone; it waits longer for that. */
  undo?: () => void
}

let notices: readonly Notice[] = []
const listeners = new Set<() => void>()

function change(next: readonly Notice[]) {
  notices = next
  for (const listener of listeners) listener()
}

/** Tells the person something short. Failures stay until they are closed; the rest leave by themselves. */
export function notify(notice: Omit<Notice, 'id'>): string {
  const id = newId()
  // More than four stacked notices hide the page they speak about.
  change([...notices, { ...notice, id }].slice(-4))
  return id
}

export function dismissNotice(id: string): void {
  change(notices.filter((notice) => notice.id !== id))
}

export function useNotices(): readonly Notice[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => notices,
  )
}
