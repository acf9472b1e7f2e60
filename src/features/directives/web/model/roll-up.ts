import type { RollUpRow } from '../../domain/index.ts'

/** Late first, then what is furthest from done, then by name. */
function lateFirst(a: RollUpRow, b: RollUpRow): number {
  const open = (row: RollUpRow) => row.total - row.done
  return b.overdue - a.overdue || open(b) - open(a) || a.unitName.localeCompare(b.unitName, 'vi')
}

/**
 * The units of a roll-up as a tree of two levels: those that have nothing of the answer above them but the top one
 * (districts, or communes where the task was broken down inside one district), each with its units below.
 */
export function districtsOf(rows: readonly RollUpRow[]): Array<{ unit: RollUpRow; below: RollUpRow[] }> {
  const isBelow = (row: RollUpRow, above: RollUpRow) => row.path.startsWith(`${above.path}.`)
  const top = rows.filter((row) => rows.every((other) => other === row || isBelow(other, row)))
  const inner = rows.filter((row) => !top.includes(row))
  const first = inner.filter((row) => !inner.some((other) => isBelow(row, other)))
  const shown = first.length > 0 ? first : top
  return shown.toSorted(lateFirst).map((unit) => ({
    unit,
    below: rows.filter((row) => isBelow(row, unit)).sort(lateFirst),
  }))
}
