import { usePending } from '#platform/web/outbox/index.ts'
import type { Kind } from '../domain/index.ts'
import { fieldKind } from './lens.ts'
import { PendingRecord } from './queries.ts'

/** Records of a kind that lie on this device and not at the server yet. */
export function usePendingRecords(kind: Kind) {
  return usePending(fieldKind).flatMap(({ requestId, body, state }) => {
    const record = PendingRecord.safeParse(body)
    return record.success && record.data.kind === kind ? [{ requestId, state, record: record.data }] : []
  })
}
