import { infiniteQueryOptions } from '@tanstack/react-query'

import { api } from '#platform/web/api/index.ts'
import { AuditPage, nextBefore } from './entry.ts'

/** Entries asked for at a time: about two screens. */
const part = 50

/** The log from its newest entry downwards, part by part below the last id seen: it only ever grows at the top. */
export const auditQuery = (filter: { action: string | undefined; subject: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/audit', AuditPage, { ...filter, before: pageParam, limit: part }, { signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => nextBefore(page, part),
    // Reading again every part on each return to the window would move what an auditor is reading.
    refetchOnWindowFocus: false,
  })
