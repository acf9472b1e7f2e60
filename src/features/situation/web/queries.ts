import { queryOptions } from '@tanstack/react-query'

import { api } from '#platform/web/api/index.ts'
import { Situation } from '../domain/index.ts'

export const situationKey = ['situation'] as const

export const situationQueries = {
  now: () =>
    queryOptions({
      queryKey: situationKey,
      queryFn: ({ signal }) => api.get('/api/situation', Situation, {}, { signal }),
    }),
}
