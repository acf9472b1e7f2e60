import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'

import { ApiProblem, mayPass, StaleProblem } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { now } from '#platform/web/clock.ts'
import { useMe } from '#platform/web/session/index.ts'
import type { Directive } from '../../domain/index.ts'
import { createDesk, type Desk, type DeskState, type Failure } from '../model/desk.ts'
import { editStorage } from '../model/edit-storage.ts'
import { key, sendEdit } from '../queries.ts'

/** The officer's desk for one document, for as long as the page is open. Edits left from last time are sent at once. */
export function useDesk(directiveId: string): { desk: Desk; state: DeskState } {
  const queries = useQueryClient()
  const { account } = useMe()
  const [desk] = useState(() =>
    createDesk({
      storage: editStorage(localStorage, account.id, directiveId),
      send: sendEdit,
      failure,
      known: () => queries.getQueryData<Directive>(key.directive(directiveId)),
      learn: (change) =>
        queries.setQueryData<Directive>(key.directive(directiveId), (known) => known && change(known)),
      onNews: () => void queries.invalidateQueries({ queryKey: key.directive(directiveId) }),
      onSaved: () => void queries.invalidateQueries({ queryKey: key.edits(directiveId) }),
      newId,
      now: () => now().toISOString(),
      wait: (ms, then) => void setTimeout(then, ms),
    }),
  )
  const state = useSyncExternalStore(desk.subscribe, desk.state)

  useEffect(() => {
    desk.start()
    const retry = () => desk.retry()
    window.addEventListener('online', retry)
    return () => window.removeEventListener('online', retry)
  }, [desk])

  // Edits are stored on the device, so leaving is safe, except when the device has no room for them.
  useEffect(() => {
    if (state.kept || state.queue.length === 0) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [state.kept, state.queue.length])

  return { desk, state }
}

function failure(error: unknown): Failure {
  if (mayPass(error)) return { kind: 'passing' }
  if (error instanceof StaleProblem)
    return { kind: 'stale', actual: error.actual ?? 0, current: error.current }
  if (error instanceof ApiProblem) {
    return { kind: 'refused', code: error.code, status: error.status, message: error.message }
  }
  return { kind: 'refused', code: 'page.fault', status: 0, message: String(error) }
}
