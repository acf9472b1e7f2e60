import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { useMe } from '../session/Session.tsx'
import { runQueue } from './queue.ts'

/** Sends what waits on this device as long as its writer is signed in. Draws nothing. */
export function OutboxRunner() {
  const queries = useQueryClient()
  const accountId = useMe().account.id
  useEffect(
    () =>
      runQueue(accountId, async (keys) => {
        await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })))
      }),
    [accountId, queries],
  )
  return null
}
