import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { api } from '#platform/web/api/index.ts'
import { NoticeGroups, Preferences, Unread } from '../domain/index.ts'

export const noticesKey = ['notices'] as const

export const noticeQueries = {
  list: (size: number) =>
    queryOptions({
      queryKey: [...noticesKey, 'list', size],
      queryFn: ({ signal }) => api.get('/api/notices', NoticeGroups, { size }, { signal, keep: true }),
      placeholderData: keepPreviousData,
    }),
  unread: () =>
    queryOptions({
      queryKey: [...noticesKey, 'unread'],
      queryFn: ({ signal }) => api.get('/api/notices/unread', Unread, {}, { signal, keep: true }),
      staleTime: 60_000,
    }),
  preferences: () =>
    queryOptions({
      queryKey: [...noticesKey, 'preferences'],
      queryFn: ({ signal }) => api.get('/api/notices/preferences', Preferences, {}, { signal }),
    }),
}
