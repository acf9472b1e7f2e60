import type { AddMember, CommitteeKind } from './committee.ts'
import { fold, newMemberFrom } from './sheet-row.ts'

/** The columns of the list as it goes out and comes back in, in this order. */
export const memberColumns = [
  'Họ và tên',
  'Chức danh trong Ban',
  'Chức vụ',
  'Điện thoại',
  'Từ ngày',
  'Đến ngày',
  'Số quyết định',
  'Ngày quyết định',
] as const

export interface RowFault {
  row: number
  column: string
  found: string
  expected: string
}

/**
 * Reads a list of members out of the cells of a sheet; the head may stand in any of the first ten rows. Nothing is taken
 * over while a row is wrong: every fault is named with its row, so that the list is mended once.
 */
export function readMemberSheet(
  rows: readonly (readonly string[])[],
  kind: CommitteeKind,
  newId: () => string,
): { members: AddMember[]; faults: RowFault[] } {
  const head = rows.slice(0, 10).findIndex((row) => fold(row[0]) === fold(memberColumns[0]))
  if (head === -1)
    return {
      members: [],
      faults: [
        {
          row: 1,
          column: memberColumns[0],
          found: rows[0]?.join(' | ') ?? '',
          expected: memberColumns.join(' | '),
        },
      ],
    }
  const members: AddMember[] = []
  const faults: RowFault[] = []
  rows.slice(head + 1).forEach((cells, i) => {
    // An empty line, or a note under the table (one cell).
    if (cells.filter((cell) => cell.trim() !== '').length <= 1) return
    const read = newMemberFrom(cells, kind, newId)
    if ('member' in read) members.push(read.member)
    else faults.push(...read.faults.map((fault) => ({ ...fault, row: head + 2 + i })))
  })
  return { members, faults }
}
