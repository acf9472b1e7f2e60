import type { QueryKey } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'

import { ApiProblem } from '../api/problem.ts'
import { newId } from '../chance.ts'
import { now, serverAheadMs } from '../clock.ts'
import { useMe, useSession } from '../session/Session.tsx'
import type { Content, Entry, KeptProblem, Line } from './entry.ts'
import { kickQueue, queueState } from './queue.ts'
import { addEntry } from './store.ts'

type Told<Body, T> = T | ((body: Body) => T)

export interface FieldWrite<Body> {
  /** Names what is written, for `usePending` (“health-station”). */
  kind: string
  path: Told<Body, string>
  method?: Content['method']
  /** What stands on the card in the queue: “Trạm y tế lưu động Tân Đông Hiệp”. */
  title: Told<Body, string>
  /** Queries that show it; read again when the server has it. */
  refresh?: readonly QueryKey[]
  /** Writes of one subject keep their order. By default the record's id in the body, else the path. */
  subject?: (body: Body) => string
  /** What was written, as people read it; a line with a `field` can be changed in the queue. */
  lines?: (body: Body) => readonly Line[]
}

/** A write of a page that waits on this device; the page draws it at once. */
export interface Pending<Body = unknown> {
  requestId: string
  body: Body
  state: Entry['state']
  problem: KeptProblem | undefined
  at: string
}

/**
 * A write that needs no network: resolves with its request id when it lies on this device, and is sent in order, once,
 * as soon as the server is reached – also after the tab was closed. Ids of records are made before (`newId`) and stand
 * in the body. Rejects only when the device refuses to store it.
 */
export function useFieldWrite<Body>(write: FieldWrite<Body>): (body: Body) => Promise<string> {
  const accountId = useMe().account.id
  const office = useSession().office
  const latest = useRef(write)
  useEffect(() => {
    latest.current = write
  })
  return useCallback(
    async (body) => {
      const { kind, path, title, refresh = [], subject, lines, method = 'POST' } = latest.current
      const requestId = newId()
      const entry: Omit<Entry, 'order'> = {
        requestId,
        accountId,
        officeId: office?.id ?? '',
        officeTitle: office?.title ?? '',
        kind,
        subject: subject?.(body) ?? idOf(body) ?? told(path, body),
        state: 'waiting',
        at: now().toISOString(),
        serverAheadMs: serverAheadMs(),
        title: told(title, body),
        method,
        path: told(path, body),
        body,
        lines: lines?.(body) ?? [],
        refresh,
      }
      await addEntry(entry).catch((error: unknown) => {
        throw new ApiProblem('device.not-stored', 0, String(error))
      })
      kickQueue()
      return requestId
    },
    [accountId, office],
  )
}

/** What of this kind waits on this device for the office in use, oldest first. */
export function usePending<Body = unknown>(kind: string): readonly Pending<Body>[] {
  const officeId = useSession().office?.id
  const { entries } = useSyncExternalStore(queueState.subscribe, queueState.get)
  return useMemo(
    () =>
      entries
        .filter((entry) => entry.kind === kind && entry.officeId === officeId)
        .map(({ requestId, body, state, problem, at }) => ({
          requestId,
          body: body as Body,
          state,
          problem,
          at,
        })),
    [entries, kind, officeId],
  )
}

function told<Body>(given: Told<Body, string>, body: Body): string {
  return typeof given === 'function' ? given(body) : given
}

function idOf(body: unknown): string | undefined {
  const id = (body as { id?: unknown } | null)?.id
  return typeof id === 'string' ? id : undefined
}
