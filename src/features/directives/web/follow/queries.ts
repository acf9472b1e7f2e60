import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'

import { api } from '#platform/web/api/index.ts'
import {
  Assigned,
  type AskExtension,
  type AssignTask,
  AssignmentWithdrawn,
  type BindTarget,
  BoardPage,
  Bound,
  type CountTasks,
  ExtensionDecided,
  type FollowUpReport,
  type ListChildren,
  type ListTasks,
  PartChanged,
  type Receivers,
  ReceiverList,
  Reminded,
  Reported,
  RollUp,
  type SearchDirectives,
  SearchPage,
  Superseded,
  SupersessionLinks,
  type SupersedeDirective,
  TaskCounts,
  TaskFollow,
  TaskHistory,
} from '../../domain/index.ts'

/** Everything about where tasks stand. Under `tasks`, so that one announcement of the server refreshes all of it. */
export const followKey = {
  all: ['directives', 'follow'] as const,
  task: (id: string) => ['directives', 'follow', 'task', id] as const,
  history: (id: string) => ['directives', 'follow', 'history', id] as const,
}

const task = (id: string) => `/api/tasks/${id}`

export const followQueries = {
  task: (id: string) =>
    queryOptions({
      queryKey: followKey.task(id),
      queryFn: ({ signal }) => api.get(`${task(id)}/follow`, TaskFollow, {}, { signal, keep: true }),
    }),
  history: (id: string) =>
    queryOptions({
      queryKey: followKey.history(id),
      queryFn: ({ signal }) => api.get(`${task(id)}/history`, TaskHistory, {}, { signal }),
    }),
  rollUp: (id: string) =>
    queryOptions({
      queryKey: [...followKey.task(id), 'roll-up'],
      queryFn: ({ signal }) => api.get(`${task(id)}/roll-up`, RollUp, {}, { signal }),
    }),
  children: (id: string, query: Partial<ListChildren>) =>
    queryOptions({
      queryKey: [...followKey.task(id), 'children', query],
      queryFn: ({ signal }) => api.get(`${task(id)}/children`, BoardPage, query, { signal }),
      placeholderData: keepPreviousData,
    }),
  /** Who would get it. Asked of the server: it knows which bodies there are and which lie below this one. */
  receivers: (id: string, receivers: Receivers | undefined) =>
    queryOptions({
      queryKey: [...followKey.task(id), 'receivers', receivers],
      queryFn: ({ signal }) => api.post(`${task(id)}/receivers`, ReceiverList, { receivers }, { signal }),
      enabled: receivers !== undefined,
      placeholderData: keepPreviousData,
    }),
  board: (query: Partial<ListTasks>) =>
    queryOptions({
      queryKey: [...followKey.all, 'board', query],
      queryFn: ({ signal }) => api.get('/api/tasks', BoardPage, query, { signal }),
      placeholderData: keepPreviousData,
    }),
  counts: (query: Partial<CountTasks>) =>
    queryOptions({
      queryKey: [...followKey.all, 'counts', query],
      queryFn: ({ signal }) => api.get('/api/tasks/counts', TaskCounts, query, { signal }),
      placeholderData: keepPreviousData,
    }),
  supersessions: (directiveId: string) =>
    queryOptions({
      queryKey: [...followKey.all, 'supersessions', directiveId],
      queryFn: ({ signal }) =>
        api.get(`/api/directives/${directiveId}/supersessions`, SupersessionLinks, {}, { signal }),
    }),
  search: (query: SearchDirectives) =>
    queryOptions({
      queryKey: ['directives', 'search', query],
      queryFn: ({ signal }) => api.get('/api/directives/search', SearchPage, query, { signal }),
      enabled: query.q !== '',
      placeholderData: keepPreviousData,
    }),
  units: (search: string) =>
    queryOptions({
      queryKey: ['units', 'search', search],
      queryFn: ({ signal }) => api.get('/api/units', UnitPage, { search, limit: 20 }, { signal }),
    }),
}

/** What choosing a unit needs of the registry's answer. */
const UnitPage = z.object({
  rows: z.array(z.object({ id: z.string(), name: z.string(), level: z.string() })),
})

/** What waits on this device for one task is named so (platform/web/outbox). */
export const reportKind = (taskId: string) => `task.report.${taskId}`

/** A body asks or tells of its own part; the office answers. Each line below is one route. */
export const reportPath = (id: string, part: 'lead' | 'coordinate') =>
  `${task(id)}/${part === 'lead' ? 'reports' : 'part'}`
export const evidencePath = (id: string) => `${task(id)}/evidence`
export const evidenceUrl = (taskId: string, fileId: string) => `${task(taskId)}/evidence/${fileId}`

export const acceptReport = (id: string, given: { version: number; note: string }, requestId: string) =>
  api.post(`/api/reports/${id}/accept`, Reported, given, { requestId })
export const returnReport = (id: string, given: { version: number; reason: string }, requestId: string) =>
  api.post(`/api/reports/${id}/return`, Reported, given, { requestId })
export const reopenPart = (
  id: string,
  given: { bodyId: string; version: number; reason: string },
  requestId: string,
) => api.post(`${task(id)}/reopen`, PartChanged, given, { requestId })

export const askExtension = (id: string, given: AskExtension, requestId: string) =>
  api.post(`${task(id)}/extensions`, ExtensionDecided, given, { requestId })
export const grantExtension = (
  id: string,
  given: { version: number; dueGranted?: string; note: string },
  requestId: string,
) => api.post(`/api/extensions/${id}/grant`, ExtensionDecided, given, { requestId })
export const refuseExtension = (id: string, given: { version: number; reason: string }, requestId: string) =>
  api.post(`/api/extensions/${id}/refuse`, ExtensionDecided, given, { requestId })
export const takeBackExtension = (id: string, version: number, requestId: string) =>
  api.post(`/api/extensions/${id}/take-back`, ExtensionDecided, { version }, { requestId })

export const assignTask = (id: string, given: AssignTask, requestId: string) =>
  api.post(`${task(id)}/assignments`, Assigned, given, { requestId })
export const withdrawAssignment = (id: string, assignment: string, reason: string, requestId: string) =>
  api.post(`${task(id)}/assignments/${assignment}/withdraw`, AssignmentWithdrawn, { reason }, { requestId })

export const bindTarget = (id: string, index: number, given: BindTarget, requestId: string) =>
  api.post(`${task(id)}/targets/${index}/binding`, Bound, given, { requestId })
export const unbindTarget = (
  id: string,
  index: number,
  given: { version: number; reason: string },
  requestId: string,
) => api.post(`${task(id)}/targets/${index}/unbind`, Bound, given, { requestId })

export const remindTask = (id: string, given: { id: string; text: string }, requestId: string) =>
  api.post(`${task(id)}/reminders`, Reminded, given, { requestId })
export const remindBody = (given: { id: string; bodyId: string; text: string }, requestId: string) =>
  api.post('/api/reminders', Reminded, given, { requestId })
export const reminderLetter = (bodyId: string, format: 'docx' | 'pdf') =>
  api.save('/api/reminders/letter', { bodyId, format })
export const followUpReport = (given: z.input<typeof FollowUpReport>) =>
  api.save('/api/follow-up-report', given)

export const supersede = (olderId: string, given: SupersedeDirective, requestId: string) =>
  api.post(`/api/directives/${olderId}/supersede`, Superseded, given, { requestId })

export const endSupersession = (
  { directiveId, id, reason }: { directiveId: string; id: string; reason: string },
  requestId: string,
) => api.post(`/api/directives/${directiveId}/supersessions/${id}/end`, Superseded, { reason }, { requestId })
