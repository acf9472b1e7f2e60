import { joinLines } from './paragraphs.ts'
import { columnGap, gatherRows, type Line, type Piece } from './rows.ts'
import { tableAt } from './table.ts'

/**
 * From pieces of text with places to text in reading order. Shared by PDF pages and recognised pages: only boxes come
 * in. It knows three things of the look of Vietnamese documents: a head and a foot of two columns, centred titles,
 * and paragraphs told by indent, gap, or a line that ended before it had to.
 */

/** Text of a page: paragraphs parted by a blank line, lines that stand on their own by a line end. */
export function layoutPage(pieces: readonly Piece[]): string {
  const rows = gatherRows(pieces.filter((piece) => piece.text.trim() !== ''))
  return partRegions(rows)
    .map(layoutRegion)
    .filter((text) => text !== '')
    .join('\n\n')
}

interface Region {
  columns: Line[][]
  /** The text of a table, read across. */
  table: string | null
}

/** Parts the page into runs of one column, of two columns, and of table rows. */
function partRegions(rows: readonly Line[][]): Region[] {
  const regions: Region[] = []
  let single: Line[] = []
  const flush = () => {
    if (single.length > 0) regions.push({ columns: [single], table: null })
    single = []
  }
  for (let i = 0; i < rows.length;) {
    const table = rows[i]!.length >= 3 ? tableAt(rows, i) : null
    if (table) {
      flush()
      regions.push({ columns: [], table: table.text })
      i = table.end
      continue
    }
    const columns = rows[i]!.length === 2 ? twoColumns(rows, i) : null
    if (columns) {
      flush()
      regions.push({ columns: [columns.left, columns.right], table: null })
      i = columns.end
      continue
    }
    single.push(joinSegments(rows[i]!))
    i++
  }
  flush()
  return regions
}

function joinSegments(row: readonly Line[]): Line {
  const first = row[0]!
  return { ...first, text: row.map((line) => line.text).join(' '), right: row.at(-1)!.right }
}

/**
 * Two columns begin at a row of two segments and go on as long as every segment lies left or right of one gutter.
 * Rows that only fill one side belong to it while the pitch stays that of text lines: recipients go on below the name.
 */
function twoColumns(
  rows: readonly Line[][],
  start: number,
): { left: Line[]; right: Line[]; end: number } | null {
  let gutterFrom = rows[start]![0]!.right
  let gutterTo = rows[start]![1]!.left
  const left: Line[] = []
  const right: Line[] = []
  let end = start
  for (let i = start; i < rows.length; i++) {
    const row = rows[i]!
    const [first, second] = row
    if (row.length > 2 || first === undefined) break
    if (second) {
      const from = Math.max(gutterFrom, first.right)
      const to = Math.min(gutterTo, second.left)
      if (to - from < first.size * 0.8) break
      ;[gutterFrom, gutterTo] = [from, to]
      left.push(first)
      right.push(second)
    } else if (first.right < gutterTo && first.left < gutterFrom) {
      if (!continues(left.at(-1) ?? rows[start]![0]!, first, rows, i)) break
      left.push(first)
      gutterFrom = Math.max(gutterFrom, first.right)
    } else if (first.left > gutterFrom && standsUnder(first, right)) {
      right.push(first)
      gutterTo = Math.min(gutterTo, first.left)
    } else {
      break
    }
    end = i + 1
  }
  if (left.length === 0 || right.length === 0) return null
  // One row alone with a tight gap is more likely a loosely set line than two columns.
  const wide = rows[start]![1]!.left - rows[start]![0]!.right > rows[start]![0]!.size * columnGap
  return wide || Math.min(left.length, right.length) > 1 ? { left, right, end } : null
}

/** A one-sided row on the right belongs to the right column, and is not the centred title below, by where it stands. */
function standsUnder(line: Line, column: readonly Line[]): boolean {
  const left = Math.min(...column.map((above) => above.left))
  const right = Math.max(...column.map((above) => above.right))
  const offCentre = Math.abs((line.left + line.right) / 2 - (left + right) / 2)
  return line.left > left - line.size || offCentre < Math.max(line.size * 1.5, (right - left) * 0.12)
}

/** A one-sided row on the left goes on the column when it is close below it, or when two-sided rows follow soon. */
function continues(above: Line, line: Line, rows: readonly Line[][], at: number): boolean {
  if (line.baseline - above.baseline < line.size * 2.2) return true
  return rows.slice(at + 1, at + 4).some((row) => row.length === 2)
}

function layoutRegion(region: Region): string {
  if (region.table !== null) return region.table
  const narrow = region.columns.length > 1
  return region.columns.map((lines) => joinLines(lines, narrow)).join('\n\n')
}
