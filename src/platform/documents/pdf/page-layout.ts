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

/** A gap of this many letter heights always parts columns; word gaps of justified text stay below 1.5. */
const columnGap = 2.2
/** A smaller gap parts columns when it stands out among the gaps of its row: the head of a page is often set tight. */
const tightColumnGap = 0.7
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

interface Row {
  pieces: Piece[]
  baseline: number
  size: number
}

/** Rows of the page, each cut into segments at column gaps. */
export function gatherRows(pieces: readonly Piece[]): Line[][] {
  const rows: Row[] = []
  for (const piece of [...pieces].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const row = rows.at(-1)
    if (row && sharesRow(row, piece)) {
      row.pieces.push(piece)
      if (piece.size > row.size) [row.size, row.baseline] = [piece.size, piece.baseline]
    } else {
      rows.push({ pieces: [piece], baseline: piece.baseline, size: piece.size })
    }
  }
  return rows.map((row) => cutRow(row.pieces.sort((a, b) => a.left - b.left)))
}

/**
 * A raised note mark belongs to the line it overlaps by more than half its height. Lines of two columns that are set
 * in different sizes drift apart; they still share a row when nothing of one stands above the other.
 */
function sharesRow(row: Row, piece: Piece): boolean {
  const offset = piece.baseline - row.baseline
  const size = Math.max(row.size, piece.size)
  if (offset < size * 0.45) return true
  const clear = size * tightColumnGap
  return (
    offset < size * 0.85 &&
    row.pieces.every((other) => piece.left > other.right + clear || piece.right < other.left - clear)
  )
}

function cutRow(pieces: readonly Piece[]): Line[] {
  const gaps = pieces.map((piece, i) => (i === 0 ? 0 : piece.left - pieces[i - 1]!.right))
  const lines: Line[] = []
  pieces.forEach((piece, i) => {
    const line = lines.at(-1)
    if (line === undefined || partsColumns(gaps, i, Math.max(line.size, piece.size), line.text)) {
      lines.push({ ...piece, text: piece.text.trimStart() })
      return
    }
    const gap = piece.left - line.right
    // Bold made by printing twice: the same words at the same place.
    if (gap < -0.8 * (piece.right - piece.left) && line.text.endsWith(piece.text)) return
    const spaced = line.text.endsWith(' ') || piece.text.startsWith(' ')
    line.text += (!spaced && gap > wordGap * Math.max(line.size, piece.size) ? ' ' : '') + piece.text
    line.right = Math.max(line.right, piece.right)
    line.size = Math.max(line.size, piece.size)
  })
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter((line) => line.text !== '')
}

function partsColumns(gaps: readonly number[], i: number, size: number, before: string): boolean {
  const gap = gaps[i]!
  if (gap > columnGap * size) return true
  if (gap < tightColumnGap * size || bareMark.test(before.trim())) return false
  const others = gaps.filter((other, j) => j !== i && j > 0 && other < columnGap * size)
  return gap > 2.5 * Math.max(size * 0.25, ...others)
}

/** The mark of an item alone: what follows it after a tab is its text, not another column. */
const bareMark = /^(?:[-–+•*]|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|\(?[a-zđA-Z][.)]|[IVX]{1,5}[.)]?)$/u

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
  /^(?:[-–+•*]\s|\(\d{1,2}\)\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|\d{1,2}(?:\.\d{1,2}){1,3}\s|[a-zđA-Z]\)\s|[IVX]{1,5}\.\s|Điều \d{1,3}[.:])/u

/** Joins the lines of one column into paragraphs. `narrow` columns (head, foot) keep their lines. */
function joinLines(lines: readonly Line[], narrow: boolean): string {
  if (lines.length === 0) return ''
  const left = Math.min(...lines.map((line) => line.left))
  const right = Math.max(...lines.map((line) => line.right))
  const flush = lines.filter((line) => line.left - left < line.size * 0.5).length > lines.length * 0.4
  const column = { left, right, pitch: usualPitch(lines), flush }
  const centred = narrow ? lines.map(() => false) : centredLines(lines, column)
  let text = lines[0]!.text
  let inItem = itemMark.test(text)
  for (let i = 1; i < lines.length; i++) {
    const [above, line] = [lines[i - 1]!, lines[i]!]
    const gap = line.baseline - above.baseline
    const far = gap > Math.max(column.pitch * 1.35, line.size * 1.25) || gap < 0
    if (centred[i] && centred[i - 1]) text += gap > column.pitch * 1.9 ? '\n\n' : '\n'
    else if (far) text += '\n\n'
    else if (narrow) text += wraps(above, line, column, inItem) ? closing(above.text) : '\n'
    else
      text +=
        centred[i] !== centred[i - 1] || beginsParagraph(above, line, column) ? '\n\n' : closing(above.text)
    if (text.endsWith('\n')) inItem = itemMark.test(line.text)
    text += line.text
  }
  return text
}

/** Printers break after strokes and hyphens that stand inside a word: "16/" + "CT-TTg" and "12-" + "CT/TU" are closed. */
const closing = (above: string) => (/[^\s][-–/]$/.test(above) ? '' : ' ')

interface Column {
  left: number
  right: number
  pitch: number
  /** Most lines begin at the left edge, so that an indented one begins a paragraph. */
  flush: boolean
}

/** In the body: an item, an indent, or a line above that ended before it had to. */
function beginsParagraph(above: Line, line: Line, column: Column): boolean {
  const indent = line.left - column.left
  if (itemMark.test(line.text) && (indent > line.size * 0.5 || /[.:;,]$/.test(above.text))) return true
  if (column.flush && indent > line.size * 0.8) return true
  const steppedIn = line.left - above.left > line.size * 0.8 && !itemMark.test(above.text)
  return steppedIn || endsEarly(above, line, column)
}

/**
 * In a head or foot column a line goes on when the one above was full: inside an item (recipients) always, elsewhere
 * only in lower case, since the lines of names and titles are as wide as each other by chance.
 */
function wraps(above: Line, line: Line, column: Column, inItem: boolean): boolean {
  if (itemMark.test(line.text) || endsEarly(above, line, column)) return false
  return inItem || /^\p{Ll}/u.test(line.text)
}

/** The next word would have fitted: the writer ended the line, not the margin. */
function endsEarly(above: Line, line: Line, column: Column): boolean {
  const word = line.text.split(' ', 1)[0]!
  const perCharacter = (line.right - line.left) / Math.max(line.text.length, 1)
  const needs = (word.length + 1) * perCharacter
  return above.right + needs * 1.15 + above.size * 0.3 < column.right
}

/**
 * Lines of titles. Short centred lines are sure; a wide one counts when it touches a sure one, and so do full lines
 * above a sure one when a gap or another centred line stands before them: a long title that needed the whole width.
 */
function centredLines(lines: readonly Line[], column: Column): boolean[] {
  const indents = lines.map((line) => centring(line, column))
  const centred = indents.map((indent, i) => indent > lines[i]!.size * 3.2)
  const near = (i: number) =>
    i > 0 && i < lines.length && lines[i]!.baseline - lines[i - 1]!.baseline < column.pitch * 1.35
  for (let i = 1; i < lines.length; i++)
    centred[i] ||= centred[i - 1]! && near(i) && indents[i]! > lines[i]!.size * 0.5
  for (let i = lines.length - 2; i >= 0; i--) {
    if (centred[i] || !centred[i + 1] || !near(i + 1)) continue
    let first = i
    while (first >= 0 && !centred[first] && isFull(lines[first]!, column, indents[first]!)) {
      if (!near(first)) break
      first--
    }
    if (first >= 0 && !centred[first] && near(first)) continue
    for (let j = Math.max(first, 0); j <= i; j++)
      centred[j] = isFull(lines[j]!, column, indents[j]!) || centred[j]!
  }
  return centred
}

const isFull = (line: Line, column: Column, indent: number) =>
  indent > line.size * 0.5 ||
  (line.left - column.left < line.size &&
    column.right - line.right < line.size * 2 &&
    !itemMark.test(line.text))

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
