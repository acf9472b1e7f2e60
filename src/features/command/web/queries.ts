import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'

import { api, type Query } from '#platform/web/api/index.ts'
import type { ChoiceFetcher } from '#platform/web/ui/picker/index.ts'
import {
  CalendarState,
  Committee,
  CommitteePage,
  Desks,
  DutyNow,
  Incident,
  IncidentCounts,
  IncidentPage,
  LogEntry,
  Roster,
  TeamChoices,
} from '../domain/index.ts'

export const keys = {
  incidents: ['incidents'] as const,
  duty: ['duty'] as const,
  committees: ['committees'] as const,
}

export const incidentQueries = {
  list: (query: Query) =>
    queryOptions({
      queryKey: [...keys.incidents, 'list', query],
      queryFn: ({ signal }) => api.get('/api/incidents', IncidentPage, query, { signal }),
      placeholderData: keepPreviousData,
    }),
  counts: (box: string) =>
    queryOptions({
      queryKey: [...keys.incidents, 'counts', box],
      queryFn: ({ signal }) => api.get('/api/incidents/counts', IncidentCounts, { box }, { signal }),
      placeholderData: keepPreviousData,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: [...keys.incidents, 'one', id],
      queryFn: ({ signal }) => api.get(`/api/incidents/${id}`, Incident, {}, { signal }),
    }),
  teams: (id: string) =>
    queryOptions({
      queryKey: [...keys.incidents, 'teams', id],
      queryFn: ({ signal }) => api.get(`/api/incidents/${id}/teams`, TeamChoices, {}, { signal }),
      staleTime: 30_000,
    }),
  desks: () =>
    queryOptions({
      queryKey: [...keys.duty, 'desks'],
      queryFn: ({ signal }) => api.get('/api/duty/desks', Desks, {}, { signal }),
      staleTime: 600_000,
    }),
}

const Logbook = z.object({ rows: z.array(LogEntry), from: z.string(), to: z.string() })
export const dutyQueries = {
  now: () =>
    queryOptions({
      queryKey: [...keys.duty, 'now'],
      queryFn: ({ signal }) => api.get('/api/duty/now', DutyNow, {}, { signal }),
      // Shifts change by the clock, which announces nothing.
      refetchInterval: 60_000,
    }),
  roster: (query: Query) =>
    queryOptions({
      queryKey: [...keys.duty, 'roster', query],
      queryFn: ({ signal }) => api.get('/api/duty/roster', Roster, query, { signal }),
      placeholderData: keepPreviousData,
    }),
  logbook: (query: Query) =>
    queryOptions({
      queryKey: [...keys.duty, 'logbook', query],
      queryFn: ({ signal }) => api.get('/api/duty/logbook', Logbook, query, { signal }),
      placeholderData: keepPreviousData,
    }),
  calendar: () =>
    queryOptions({
      queryKey: [...keys.duty, 'calendar'],
      queryFn: ({ signal }) => api.get('/api/duty/calendar', CalendarState, {}, { signal }),
    }),
}

export const committeeQueries = {
  list: (query: Query) =>
    queryOptions({
      queryKey: [...keys.committees, 'list', query],
      queryFn: ({ signal }) => api.get('/api/command/committees', CommitteePage, query, { signal }),
      placeholderData: keepPreviousData,
    }),
  one: (id: string, on?: string) =>
    queryOptions({
      queryKey: [...keys.committees, 'one', id, on],
      queryFn: ({ signal }) => api.get(`/api/command/committees/${id}`, Committee, { on }, { signal }),
      placeholderData: keepPreviousData,
    }),
}

const Found = z.object({
  rows: z.array(z.object({ id: z.string(), name: z.string(), unitName: z.string() })),
})
export const findBodies: ChoiceFetcher = async (search, signal) => {
  const { rows } = await api.get('/api/bodies', Found, { search: search || undefined, limit: 20 }, { signal })
  return rows.map((body) => ({ id: body.id, label: body.name, note: body.unitName }))
}

const FoundUnits = z.object({
  rows: z.array(z.object({ id: z.string(), name: z.string(), level: z.string() })),
})
export const findUnits: ChoiceFetcher = async (search, signal) => {
  const { rows } = await api.get(
    '/api/units',
    FoundUnits,
    { search: search || undefined, limit: 20 },
    { signal },
  )
  return rows.map((unit) => ({ id: unit.id, label: unit.name }))
}
