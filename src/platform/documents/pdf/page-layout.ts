/**
 * From pieces of text with places to text in reading order. Shared by PDF pages and recognised pages: only boxes come
 * in. It knows three things of the look of Vietnamese documents: a head and a foot of two columns, centred titles,
 * and paragraphs told by indent, gap, or a line that ended before it had to.
 */

/** One run of text on one line. Units are those of the page, y grows downward and is the baseline. */
export interface Piece {
  text: string
  left: number
  right: number
  baseline: number
  /** Height of the letters (font size). */
  size: number
}

export interface Line {
  text: string
  left: number
  right: number
  baseline: number
  size: number
}

/** A gap wider than this many letter heights parts columns; justified text stays below 1.5. */
const columnGap = 2.2
/** A gap wider than this is a word space that the file did not write down. */
const wordGap = 0.17

/** Text of a page: paragraphs parted by a blank line, lines that stand on their own by a line end. */
export function layoutPage(pieces: readonly Piece[]): string {
  const rows = gatherRows(pieces.filter((piece) => piece.text.trim() !== ''))
  return partRegions(rows)
    .map(layoutRegion)
    .filter((text) => text !== '')
    .join('\n\n')
}

/** Rows of the page, each cut into segments at column gaps. */
export function gatherRows(pieces: readonly Piece[]): Line[][] {
  const sorted = [...pieces].sort((a, b) => a.baseline - b.baseline || a.left - b.left)
  const rows: { pieces: Piece[]; baseline: number; size: number }[] = []
  for (const piece of sorted) {
    const row = rows.at(-1)
    // A raised note mark or a lowered digit belongs to the line it overlaps by more than half its height.
    if (row && piece.baseline - row.baseline < Math.max(row.size, piece.size) * 0.45) {
      row.pieces.push(piece)
      if (piece.size > row.size) [row.size, row.baseline] = [piece.size, piece.baseline]
    } else {
      rows.push({ pieces: [piece], baseline: piece.baseline, size: piece.size })
    }
  }
  return rows.map((row) => cutRow(row.pieces.sort((a, b) => a.left - b.left)))
}

function cutRow(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = []
  for (const piece of pieces) {
    const line = lines.at(-1)
    const size = Math.max(line?.size ?? 0, piece.size)
    const gap = line ? piece.left - line.right : 0
    if (line === undefined || gap > columnGap * size) {
      lines.push({ ...piece, text: piece.text.trimStart() })
      continue
    }
    // Bold made by printing twice: the same words at the same place.
    if (gap < -0.8 * (piece.right - piece.left) && line.text.endsWith(piece.text)) continue
    const spaced = line.text.endsWith(' ') || piece.text.startsWith(' ')
    line.text += (!spaced && gap > wordGap * size ? ' ' : '') + piece.text
    line.right = Math.max(line.right, piece.right)
    line.size = size
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter((line) => line.text !== '')
}

interface Region {
  columns: Line[][]
  /** Rows of three or more segments: a table, read across. */
  table: Line[][] | null
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
    const end = rows[i]!.length >= 3 ? tableEnd(rows, i) : i
    if (end > i) {
      flush()
      regions.push({ columns: [], table: rows.slice(i, end) })
      i = end
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

/** A table goes on while rows have several segments, or one segment within the table's inner cells (a wrapped cell). */
function tableEnd(rows: readonly Line[][], start: number): number {
  let end = start + 1
  while (end < rows.length && rows[end]!.length >= 2) end++
  return end - start >= 2 ? end : start
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
  return left.length > 0 && right.length > 0 ? { left, right, end } : null
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
  if (line.baseline - above.baseline < line.size * 1.9) return true
  return rows.slice(at + 1, at + 4).some((row) => row.length === 2)
}

function layoutRegion(region: Region): string {
  if (region.table) return region.table.map((row) => row.map((line) => line.text).join(' | ')).join('\n')
  const narrow = region.columns.length > 1
  return region.columns.map((lines) => joinLines(lines, narrow)).join('\n\n')
}

/** A dash, a numeral, a letter, a Roman numeral: what opens an item. */
const itemMark =
  /^(?:[-–+•*]\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|\d{1,2}(?:\.\d{1,2}){1,3}\s|[a-zđA-Z]\)\s|[IVX]{1,5}\.\s|Điều \d{1,3}[.:])/u

/** Joins the lines of one column into paragraphs. `narrow` columns (head, foot) keep their lines. */
function joinLines(lines: readonly Line[], narrow: boolean): string {
  if (lines.length === 0) return ''
  const left = Math.min(...lines.map((line) => line.left))
  const right = Math.max(...lines.map((line) => line.right))
  const column = { left, right, pitch: usualPitch(lines) }
  const centred = narrow ? lines.map(() => false) : centredLines(lines, column)
  let text = lines[0]!.text
  for (let i = 1; i < lines.length; i++) {
    const [above, line] = [lines[i - 1]!, lines[i]!]
    const gap = line.baseline - above.baseline
    const far = gap > Math.max(column.pitch * 1.35, line.size * 1.25) || gap < 0
    if (centred[i] && centred[i - 1]) text += gap > column.pitch * 1.9 ? '\n\n' : '\n'
    else if (far) text += '\n\n'
    else if (narrow) text += wraps(above, line, column) ? closing(above.text) : '\n'
    else
      text +=
        centred[i] !== centred[i - 1] || beginsParagraph(above, line, column) ? '\n\n' : closing(above.text)
    text += line.text
  }
  return text
}

/** Printers break document numbers after their strokes: "16/" + "CT-TTg", "12-" + "CT/TU" are closed without a space. */
const closing = (above: string) => (/[\p{L}\d]\/$|\d-$/u.test(above) ? '' : ' ')

interface Column {
  left: number
  right: number
  pitch: number
}

/** In the body: an item, an indent, or a line above that ended before it had to. */
function beginsParagraph(above: Line, line: Line, column: Column): boolean {
  if (itemMark.test(line.text) && line.left > column.left + line.size * 0.5) return true
  const indented = line.left - above.left > line.size * 0.8 && !itemMark.test(above.text)
  return indented || endsEarly(above, line, column)
}

/** In a head or foot column: the line above was full and this one goes on at its left edge in the middle of a phrase. */
function wraps(above: Line, line: Line, column: Column): boolean {
  if (itemMark.test(line.text) || endsEarly(above, line, column)) return false
  const leftAligned = above.left - column.left < above.size * 1.5 && line.left - column.left < line.size * 1.5
  return leftAligned && above.text !== above.text.toLocaleUpperCase('vi')
}

/** The next word would have fitted: the writer ended the line, not the margin. */
function endsEarly(above: Line, line: Line, column: Column): boolean {
  const word = line.text.split(' ', 1)[0]!
  const perCharacter = (line.right - line.left) / Math.max(line.text.length, 1)
  const needs = (word.length + 1) * perCharacter
  return above.right + needs * 1.15 + above.size * 0.3 < column.right
}

/** Lines of titles. Short centred lines are sure; a wide one counts when it touches a sure one. */
function centredLines(lines: readonly Line[], column: Column): boolean[] {
  const indents = lines.map((line) => centring(line, column))
  const centred = indents.map((indent, i) => indent > lines[i]!.size * 3.2)
  const spread = (i: number, from: number) => {
    const gap = Math.abs((lines[i]?.baseline ?? Infinity) - (lines[from]?.baseline ?? -Infinity))
    if (centred[from] && indents[i]! > lines[i]!.size * 0.5 && gap < column.pitch * 1.9) centred[i] = true
  }
  for (let i = 1; i < lines.length; i++) spread(i, i - 1)
  for (let i = lines.length - 2; i >= 0; i--) spread(i, i + 1)
  return centred
}

/** The indent of a line that is as far from the left as from the right edge of its column, else 0. */
function centring(line: Line, column: Column): number {
  const before = line.left - column.left
  const after = column.right - line.right
  if (itemMark.test(line.text)) return 0
  return Math.abs(before - after) < Math.max(line.size * 1.2, before * 0.15) ? Math.min(before, after) : 0
}

/** The most usual distance of neighbouring lines: the median of those that can be inside a paragraph. */
function usualPitch(lines: readonly Line[]): number {
  const pitches: number[] = []
  for (let i = 1; i < lines.length; i++) {
    const pitch = lines[i]!.baseline - lines[i - 1]!.baseline
    if (pitch > 0 && pitch < lines[i]!.size * 2.6) pitches.push(pitch)
  }
  if (pitches.length === 0) return lines[0]!.size * 1.3
  return pitches.sort((a, b) => a - b)[Math.floor(pitches.length / 3)]!
}
