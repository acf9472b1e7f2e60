import { refuse } from '../document-error.ts'
import type { SheetLimits } from './read-xlsx.ts'

/** Comma, semicolon (Vietnamese Excel) or tab, whichever the first line has most of. RFC 4180 quotes. */
export function readCsv(text: string, limits: SheetLimits): string[][] {
  const separator = separatorOf(text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n')))
  const rows: string[][] = []
  let row: string[] = []
  let cells = 0
  let at = 0
  const endRow = () => {
    cells += row.length
    if (rows.length >= limits.rows || cells > limits.cells)
      throw refuse.tooManyRows({ rows: limits.rows, cells: limits.cells })
    rows.push(row.length === 1 && row[0] === '' ? [] : row)
    row = []
  }
  while (at < text.length) {
    const { cell, next } = text[at] === '"' ? quoted(text, at) : plain(text, at, separator)
    row.push(cell.trim())
    at = next + 1
    if (next >= text.length || text[next] === '\n') endRow()
    else if (next === text.length - 1) row.push('')
  }
  if (row.length > 0) endRow()
  return rows
}

function separatorOf(line: string): string {
  const counts = [';', '\t', ','].map((sign) => ({ sign, count: line.split(sign).length }))
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).sign
}

function plain(text: string, at: number, separator: string) {
  let next = at
  while (next < text.length && text[next] !== separator && text[next] !== '\n') next++
  return { cell: text.slice(at, next), next }
}

/** A quoted cell; a doubled quote is a quote. `next` is the separator or line end after it. */
function quoted(text: string, at: number) {
  let cell = ''
  let from = at + 1
  for (;;) {
    const end = text.indexOf('"', from)
    if (end === -1) return { cell: cell + text.slice(from), next: text.length }
    cell += text.slice(from, end)
    if (text[end + 1] !== '"') return { cell, next: end + 1 }
    cell += '"'
    from = end + 2
  }
}
