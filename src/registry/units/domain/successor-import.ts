import { readTable, type RowError } from './csv.ts'
import type { UnitSuccessor } from './model.ts'

const columns: Record<string, readonly string[]> = { from: ['mã cũ'], to: ['mã mới'], extent: ['phần'] }

/** Reads which unit of the old list went into which unit of the new one; both ends must be known. */
export function readSuccessors(
  text: string,
  lists: { from: string; to: string },
  known: ReadonlySet<string>,
): { arrows: UnitSuccessor[]; errors: RowError[] } {
  const table = readTable(text, columns, ['from', 'to', 'extent'])
  const errors: RowError[] = [...table.errors]
  const arrows: UnitSuccessor[] = []
  for (const row of table.errors.length > 0 ? [] : table.rows) {
    const arrow = { fromId: `${lists.from}:${row.get('from')}`, toId: `${lists.to}:${row.get('to')}` }
    const extent = row.get('extent')
    if (!known.has(arrow.fromId))
      errors.push({
        line: row.line,
        column: 'from',
        found: row.get('from') || 'ô trống',
        expected: `một mã của danh mục ${lists.from}`,
      })
    if (!known.has(arrow.toId))
      errors.push({
        line: row.line,
        column: 'to',
        found: row.get('to') || 'ô trống',
        expected: `một mã của danh mục ${lists.to}`,
      })
    if (extent !== 'full' && extent !== 'partial')
      errors.push({
        line: row.line,
        column: 'extent',
        found: extent || 'ô trống',
        expected: 'full (toàn bộ) hoặc partial (một phần)',
      })
    else arrows.push({ ...arrow, extent })
  }
  return { arrows: errors.length > 0 ? [] : arrows, errors }
}
