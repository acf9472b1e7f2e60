import { queryOptions } from '@tanstack/react-query'

import { api } from '#platform/web/api/index.ts'
import { CalendarTokens, type CreateCalendar } from '../../domain/index.ts'

export const calendarKey = ['calendars'] as const

export const calendarQuery = () =>
  queryOptions({
    queryKey: calendarKey,
    queryFn: ({ signal }) => api.get('/api/calendar-tokens', CalendarTokens, {}, { signal }),
  })

export const createCalendar = (given: CreateCalendar, requestId: string) =>
  api.post('/api/calendar-tokens', CalendarTokens, given, { requestId })
export const revokeCalendar = (id: string, requestId: string) =>
  api.post(`/api/calendar-tokens/${id}/revoke`, CalendarTokens, {}, { requestId })
