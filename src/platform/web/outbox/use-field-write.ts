import type { QueryKey } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'

import { ApiProblem } from '../api/problem.ts'
import { newId } from '../chance.ts'
import { now, serverAheadMs } from '../clock.ts'
import { useMe, useSession } from '../session/Session.tsx'
import { useWords } from '../words/index.ts'
import { wakeOutbox } from './awake.ts'
import type { Content, Entry, FileMark, KeptProblem, Line } from './entry.ts'
import { type FieldFile, fileRowOf, markOf } from './files.ts'
import { kickQueue, queueState } from './queue.ts'
import { addEntries } from './store.ts'
import { words } from './words.ts'

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
  /** The list of ids in the body that names files; given with the write, they are sent before it. */
  filesIn?: keyof Body & string
}

/** A write of a page that waits on this device; the page draws it at once. */
export interface Pending<Body = unknown> {
  requestId: string
  body: Body
  state: Entry['state']
  /** Set when it is a file that goes before another write. */
  file: FileMark | undefined
  problem: KeptProblem | undefined
  at: string
}

/**
 * A write that needs no network: resolves with its request id when it lies on this device, and is sent in order, once,
 * as soon as the server is reached – also after the tab was closed. Ids of records are made before (`newId`) and stand
 * in the body. Rejects only when the device refuses to store it.
 */
export function useFieldWrite<Body>(
  write: FieldWrite<Body>,
): (body: Body, files?: readonly FieldFile[]) => Promise<string> {
  const accountId = useMe().account.id
  const office = useSession().office
  useEffect(wakeOutbox, [])
  const say = useWords(words)
  const latest = useRef({ write, say })
  useEffect(() => {
    latest.current = { write, say }
  })
  return useCallback(
    async (body, files = []) => {
      const {
        kind,
        path,
        title,
        refresh = [],
        subject,
        lines,
        method = 'POST',
        filesIn,
      } = latest.current.write
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
      const before = files.map((given): Omit<Entry, 'order'> => ({
        ...entry,
        requestId: newId(),
        kind: fileKind(kind),
        title: given.title,
        method: 'POST',
        path: given.path,
        body: { id: given.id },
        lines: [{ label: latest.current.say.file, value: given.file.name }],
        file: markOf(given, filesIn ?? 'files'),
      }))
      try {
        const rows = files.map(({ file }, i) => fileRowOf(accountId, before[i]!.requestId, file))
        await addEntries([...before, entry], await Promise.all(rows))
      } catch (error) {
        throw new ApiProblem('device.not-stored', 0, String(error))
      }
      kickQueue()
      return requestId
    },
    [accountId, office],
  )
}

/** What files that go before a write of this kind are called in `usePending`. */
export const fileKind = (kind: string) => `${kind}.file`

/** What of this kind waits on this device for the office in use, oldest first. */
export function usePending<Body = unknown>(kind: string): readonly Pending<Body>[] {
  const officeId = useSession().office?.id
  useEffect(wakeOutbox, [])
  const { entries } = useSyncExternalStore(queueState.subscribe, queueState.get)
  return useMemo(
    () =>
      entries
        .filter((entry) => entry.kind === kind && entry.officeId === officeId)
        .map(({ requestId, body, state, file, problem, at }) => ({
          requestId,
          file,
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
