import { useSyncExternalStore } from 'react'

import { queueState } from '../outbox/queue.ts'
import { useSession } from '../session/Session.tsx'

let asked = false
const listeners = new Set<() => void>()

export function askSignOut(next: boolean) {
  asked = next
  for (const listener of [...listeners]) listener()
}

/** Signs out; asks first when something of this person has not been sent. */
export function useSignOut(): () => void {
  const { signOut } = useSession()
  return () => {
    const { entries, locked } = queueState.get()
    if (entries.length + locked > 0) askSignOut(true)
    else void signOut()
  }
}

export function useSignOutAsked(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => asked,
  )
}
