import type { RowTone } from '#platform/web/ui/table/index.ts'
import type { InboxRow } from '../../domain/index.ts'

export function toneOf(row: Pick<InboxRow, 'followState'>): RowTone {
  return row.followState === 'overdue' ? 'late' : row.followState === 'due-soon' ? 'soon' : 'plain'
}
