import type { Line } from './rows.ts'

/** A dash, a numeral, a letter, a Roman numeral: what opens an item. */
const itemMark =
  /^(?:[-–+•*]\s|\(\d{1,2}\)\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|\d{1,2}(?:\.\d{1,2}){1,3}\s|[a-zđA-Z]\)\s|[IVX]{1,5}\.\s|Điều \d{1,3}[.:])/u

/** Joins the lines of one column into paragraphs. `narrow` columns (head, foot) keep their lines. */
export function joinLines(lines: readonly Line[], narrow: boolean): string {
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
