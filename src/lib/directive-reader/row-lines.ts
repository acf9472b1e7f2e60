// Rows of a table whose cells were wrapped: from PDF each printed line comes with its cells parted by bars, "doanh nghiệp an | |
// Lao động - Thương |" below "1 Xây dựng bộ tiêu chí | Sở Y tế | Sở Công Thương, Sở | 30/8". They are read cell by cell.
import type { Span } from './passage.ts'

/** The cells of a line, and the bars behind each but the last. */
function cellsOf(text: string, line: Span): { cells: Span[]; bars: Span[] } {
  const cells: Span[] = []
  const bars: Span[] = []
  let from = line.start
  for (let i = line.start; i <= line.end; i++) {
    if (i < line.end && text.charAt(i) !== '|') continue
    let [start, end] = [from, i]
    while (start < end && text.charAt(start) === ' ') start++
    while (end > start && text.charAt(end - 1) === ' ') end--
    cells.push({ start, end })
    if (i < line.end) bars.push({ start: i, end: i + 1 })
    from = i + 1
  }
  return { cells, bars }
}

/** Whether `line` goes on with the cells of the row that starts at `first`. */
export function continuesRow(text: string, first: Span, line: Span): boolean {
  const row = cellsOf(text, { start: first.start, end: Math.min(first.end, first.start + 1000) })
  const more = cellsOf(text, { start: line.start, end: Math.min(line.end, line.start + 1000) })
  const filled = more.cells.filter((cell) => cell.end > cell.start)
  const head = filled[0]
  if (row.bars.length < 2 || row.bars.length !== more.bars.length || !head) return false
  if (filled.length === more.cells.length) return false
  const c = text.charAt(head.start)
  const numbered = /^\d/u.test(text.slice(first.start, first.start + 1))
  return c !== c.toUpperCase() || (numbered && !/^\d/u.test(c))
}

/** The spans of a row in reading order: each cell through all its lines, then its bar. */
export function rowSpans(text: string, lines: readonly Span[]): Span[] {
  const rows = lines.map((line) => cellsOf(text, line))
  const [first] = rows
  if (!first) return []
  return first.cells.flatMap((_, k) => {
    const parts = rows.flatMap((row) => row.cells[k] ?? []).filter((cell) => cell.end > cell.start)
    const bar = first.bars[k]
    return bar ? [...parts, bar] : parts
  })
}
