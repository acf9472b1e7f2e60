import type { Line, Piece } from './rows.ts'

/**
 * A table in a printed page, found without its rules: a row of three or more segments (its head), and below it rows
 * that leave the same upright strips white. Cells are put together from their lines; a record becomes one line of
 * text, its cells parted by " | ".
 */
interface TableFound {
  text: string
  /** Index of the first row after the table. */
  end: number
}

interface Strip {
  from: number
  to: number
}

/** The table whose head is at `start`, or null when it is only a loosely set line. */
export function tableAt(rows: readonly Line[][], start: number): TableFound | null {
  const head = rows[start]!
  let strips = head.slice(1).map((cell, i): Strip[] => [{ from: head[i]!.right, to: cell.left }])
  const taken: Taken[] = [{ row: head, across: false }]
  let full = 0
  const lately = () => [head, ...taken.slice(-10).flatMap(({ row, across }) => (across ? [] : [row]))]
  /** How many cells a row fills when it fits the columns, else 0. */
  const fills = (row: Line[] | undefined) => {
    const left = row && narrowed(strips, row)
    // One segment alone must stand within a column as known so far: a line of text after the table seldom does.
    if (
      row?.length === 1 &&
      bordersOf(strips, lately()).some((at) => row[0]!.left < at && row[0]!.right > at)
    )
      return 0
    return left ? cellsOf(row, bordersOf(left, [head, row])).filter((cell) => cell !== '').length : 0
  }
  for (let i = start + 1; i < rows.length; i++) {
    const row = rows[i]!
    const filled = fills(row)
    const gap = row[0]!.baseline - rows[i - 1]![0]!.baseline
    // A line across the columns (the name of a group), or few cells far below, belong to it only if full rows follow.
    const fits = filled > 2 || (filled > 0 && gap < row[0]!.size * 1.8)
    if (gap > row[0]!.size * 4 || (!fits && fills(rows[i + 1]) < 3)) break
    if (filled > 0) strips = narrowed(strips, row)!
    if (filled > 2) full++
    taken.push({ row, across: filled === 0 })
  }
  if (full === 0) return null
  const borders = bordersOf(
    strips,
    taken.filter(({ across }) => !across).map(({ row }) => row),
  )
  return { text: intoRecords(taken, borders).join('\n'), end: start + taken.length }
}

interface Taken {
  row: Line[]
  /** It names a group of records and belongs to no column. */
  across: boolean
}

const piecesOf = (row: readonly Line[]) =>
  row.flatMap((line) => line.pieces).filter((piece) => piece.text.trim() !== '')

/** What a row leaves white of the strips between columns, or null when it closes one of them. */
function narrowed(strips: readonly Strip[][], row: readonly Line[]): Strip[][] | null {
  let left = strips.map((strip) => [...strip])
  for (const { left: from, right: to } of piecesOf(row)) {
    left = left.map((strip) =>
      strip.flatMap((free) => {
        if (to <= free.from || from >= free.to) return [free]
        return [
          { from: free.from, to: Math.min(free.to, from) },
          { from: Math.max(free.from, to), to: free.to },
        ].filter((part) => part.to - part.from > 1)
      }),
    )
  }
  return left.some((strip) => strip.length === 0) ? null : left
}

/**
 * One border in every strip. A strip has several white parts where cells are set left and heads are centred; the
 * border is the part that parts the words of its two columns in most rows, and the widest of those.
 */
function bordersOf(strips: readonly Strip[][], rows: readonly Line[][]): number[] {
  const pieces = rows.map(piecesOf)
  return strips.map((strip, i) => {
    const from = strips[i - 1]?.[0]?.from ?? -Infinity
    const to = strips[i + 1]?.at(-1)?.to ?? Infinity
    const parted = (at: number) =>
      pieces.filter(
        (row) =>
          row.some(({ left, right }) => left >= from && right <= at) &&
          row.some(({ left, right }) => left >= at && right <= to),
      ).length
    const parts = strip.map((part) => ({ at: (part.from + part.to) / 2, width: part.to - part.from }))
    const scored = parts.map((part) => ({ ...part, rows: parted(part.at) }))
    return scored.reduce((best, part) =>
      part.rows > best.rows || (part.rows === best.rows && part.width > best.width) ? part : best,
    ).at
  })
}

/** The text of a row by columns. */
function cellsOf(row: readonly Line[], borders: readonly number[]): string[] {
  const cells: Piece[][] = [[], ...borders.map(() => [])]
  for (const piece of piecesOf(row)) {
    const middle = (piece.left + piece.right) / 2
    cells[borders.filter((border) => border < middle).length]!.push(piece)
  }
  return cells.map((pieces) => joinPieces(pieces.sort((a, b) => a.left - b.left)))
}

function joinPieces(pieces: readonly Piece[]): string {
  let text = ''
  pieces.forEach((piece, i) => {
    const gap = i === 0 ? 0 : piece.left - pieces[i - 1]!.right
    text += (gap > piece.size * 0.17 ? ' ' : '') + piece.text
  })
  return text.replace(/\s+/g, ' ').trim()
}

/**
 * A record begins after a gap wider than the lines inside cells have, or at a new mark in the first column. (Where
 * cells are centred in height and rows are set without padding, lines of neighbours may mix.)
 */
function intoRecords(taken: readonly Taken[], borders: readonly number[]): string[] {
  const gaps = taken.slice(1).map(({ row }, i) => row[0]!.baseline - taken[i]!.row[0]!.baseline)
  const pitch = Math.min(...gaps.filter((gap) => gap > 0))
  const records: string[][] = []
  taken.forEach(({ row, across }, i) => {
    const record = records.at(-1)
    if (across) return void records.push([row.map((line) => line.text).join(' ')])
    const cells = cellsOf(row, borders)
    const apart = i > 0 && gaps[i - 1]! > pitch * 1.2
    const marked = record !== undefined && record[0] !== '' && /^(?:\d|[IVX]{1,5}\b|[a-zđ]\))/.test(cells[0]!)
    if (record === undefined || record.length === 1 || apart || marked) records.push(cells)
    else cells.forEach((cell, n) => (record[n] = closed(record[n]!, cell)))
  })
  return records.map((cells) => cells.join(' | '))
}

function closed(before: string, after: string): string {
  if (before === '' || after === '') return before + after
  return /[^\s][-–/]$/.test(before) ? before + after : `${before} ${after}`
}
