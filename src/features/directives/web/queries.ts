import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'

import { api } from '#platform/web/api/index.ts'
import {
  Directive,
  DirectivePage,
  Edited,
  EditHistory,
  InboxPage,
  IssueCheck,
  IssuedTask,
  type ListDirectives,
  type ListInbox,
  type PasteDirective,
  Pulse,
  Received,
} from '../domain/index.ts'
import type { EditAction } from './model/actions.ts'
import type { PendingEdit } from './model/queue.ts'

export const key = {
  all: ['directives'] as const,
  lists: ['directives', 'list'] as const,
  directive: (id: string) => ['directives', 'one', id] as const,
  pulse: (id: string) => ['directives', 'pulse', id] as const,
  edits: (id: string) => ['directives', 'edits', id] as const,
  check: (id: string, revision: number) => ['directives', 'issue-check', id, revision] as const,
  inbox: ['directives', 'inbox'] as const,
}

const path = (id: string) => `/api/directives/${id}`

export const directiveQueries = {
  list: (query: Partial<ListDirectives>) =>
    queryOptions({
      queryKey: [...key.lists, query],
      queryFn: ({ signal }) => api.get('/api/directives', DirectivePage, query, { signal }),
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: key.directive(id),
      queryFn: ({ signal }) => api.get(path(id), Directive, {}, { signal }),
      // A fetch that left before an edit was answered must not put back what the edit changed.
      structuralSharing: (before, now) => newer(before, now),
      staleTime: 30_000,
    }),
  pulse: (id: string, every: number) =>
    queryOptions({
      queryKey: key.pulse(id),
      queryFn: ({ signal }) => api.get(`${path(id)}/pulse`, Pulse, {}, { signal }),
      refetchInterval: every,
      staleTime: 0,
    }),
  edits: (id: string) =>
    queryOptions({
      queryKey: key.edits(id),
      queryFn: ({ signal }) => api.get(`${path(id)}/edits`, EditHistory, {}, { signal }),
      staleTime: 0,
    }),
  check: (id: string, revision: number) =>
    queryOptions({
      queryKey: key.check(id, revision),
      queryFn: ({ signal }) => api.get(`${path(id)}/issue-check`, IssueCheck, {}, { signal }),
      staleTime: 0,
    }),
  inbox: (query: Partial<ListInbox>) =>
    queryOptions({
      queryKey: [...key.inbox, query],
      queryFn: ({ signal }) => api.get('/api/inbox', InboxPage, query, { signal, keep: true }),
    }),
  task: (id: string) =>
    queryOptions({
      queryKey: [...key.all, 'task', id],
      queryFn: ({ signal }) => api.get(`/api/tasks/${id}`, IssuedTask, {}, { signal, keep: true }),
    }),
  bodies: (search: string) =>
    queryOptions({
      queryKey: ['bodies', 'search', search],
      queryFn: ({ signal }) => api.get('/api/bodies', BodyPage, { search, limit: 20 }, { signal }),
      staleTime: 60_000,
    }),
}

/** What choosing a body needs of the registry's answer. */
export const BodyChoice = z.object({
  id: z.uuid(),
  name: z.string(),
  shortName: z.string().nullish(),
  unitName: z.string(),
})
export type BodyChoice = z.infer<typeof BodyChoice>
const BodyPage = z.object({ rows: z.array(BodyChoice), total: z.number() })

function newer(before: unknown, now: unknown): unknown {
  const revision = (directive: unknown) => (directive as { revision?: number } | undefined)?.revision ?? -1
  return revision(before) > revision(now) ? before : now
}

export function sendFile(
  id: string,
  file: File,
  options: { onProgress: (share: number) => void; signal: AbortSignal },
) {
  const form = new FormData()
  // The server reads the id before the file arrives.
  form.append('id', id)
  form.append('file', file)
  return api.upload('/api/directives', Received, form, { ...options, requestId: id })
}

export const pasteText = (given: PasteDirective, requestId: string) =>
  api.post('/api/directives/text', Received, given, { requestId })

export const moveDirective = (
  id: string,
  event: 'cancel' | 'retry' | 'discard' | 'restore' | 'issue',
  version: number,
  requestId: string,
) => api.post(`${path(id)}/${event}`, Edited, { version }, { requestId })

export function sendEdit(edit: PendingEdit): Promise<Edited> {
  const { url, body } = requestOf(edit)
  return api.post(`${path(edit.directiveId)}${url}`, Edited, body, { requestId: edit.id })
}

function requestOf(edit: PendingEdit): { url: string; body: object } {
  const { action } = edit
  const versionOf = (subject: string) => edit.seen.find((seen) => seen.subject === subject)?.version
  const task = (action: Extract<EditAction, { taskId: string }>) => ({
    url: `/tasks/${action.taskId}`,
    version: versionOf(action.taskId),
  })
  switch (action.kind) {
    case 'edit-document':
      return { url: '/document', body: { version: versionOf('document'), changes: action.changes } }
    case 'edit-task':
      return { url: task(action).url, body: { version: task(action).version, changes: action.changes } }
    case 'split-task': {
      const { url, version } = task(action)
      return { url: `${url}/split`, body: { version, at: action.at, newIds: action.newIds } }
    }
    case 'drop-task':
      return {
        url: `${task(action).url}/drop`,
        body: { version: task(action).version, reason: action.reason },
      }
    case 'restore-task':
      return { url: `${task(action).url}/restore`, body: { version: task(action).version } }
    case 'join-tasks': {
      const tasks = action.taskIds.map((id) => ({ id, version: versionOf(id) }))
      return { url: '/tasks/join', body: { newId: action.newId, tasks } }
    }
    case 'add-task':
      return { url: '/tasks', body: { id: action.id, span: action.span } }
    case 'undo':
      return { url: '/undo', body: { editId: action.editId } }
  }
}

export const registerFile = (id: string, format: 'docx' | 'pdf' | 'xlsx') =>
  api.save(`${path(id)}/register`, { format })
/** Opened by the browser itself, in a tab beside the review. */
export const originalUrl = (id: string) => `${path(id)}/file`
