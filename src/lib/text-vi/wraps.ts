// Texts that come from PDF or an old mail have a line end every 80 characters. Whether a line end ends a paragraph is
// decided once for the document from how often a line that is not finished is followed by one that goes on in lower case.
import { isDigitUnit } from './unicode.ts'

export interface Line {
  start: number
  end: number
  /** Number of empty lines before it. */
  blank: number
}

/** Non-empty lines of `text` with their trimmed offsets; CRLF, CR, LF, form feed and the Unicode separators end a line. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let blank = 0
  let from = 0
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 10
    if (code !== 10 && code !== 13 && code !== 12 && code !== 0x2028 && code !== 0x2029) continue
    let start = from
    let end = i
    while (start < end && isSpaceUnit(text.charCodeAt(start))) start++
    while (end > start && isSpaceUnit(text.charCodeAt(end - 1))) end--
    if (end > start) {
      lines.push({ start, end, blank })
      blank = 0
    } else if (!(code === 10 && i > 0 && text.charCodeAt(i - 1) === 13)) blank++
    from = i + 1
  }
  return lines
}

export function isSpaceUnit(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x200b ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x3000
  )
}

/** Whether a line ends a sentence, a list item or a heading: its last mark, quotes and brackets skipped. */
export function endsFinished(text: string, line: { start: number; end: number }): boolean {
  let i = line.end - 1
  while (i > line.start && '”"’\')]*_'.includes(text.charAt(i))) i--
  return '.;:!?…'.includes(text.charAt(i))
}

export function startsLower(text: string, line: { start: number; end: number }): boolean {
  let i = line.start
  while (i < line.end && '(“"*_‘\''.includes(text.charAt(i))) i++
  const c = text.charAt(i)
  return c !== c.toUpperCase() || isDigitUnit(text.charCodeAt(i))
}

/**
 * Lines without the empty line that some conversions put behind every wrapped line: nine of ten have one, and lines that
 * are not finished go on in lower case as often as in a wrapped text.
 */
export function withoutLineSpacing(text: string, lines: readonly Line[]): Line[] {
  let spaced = 0
  let pairs = 0
  let broken = 0
  for (let i = 1; i < Math.min(lines.length, 4000); i++) {
    const before = lines[i - 1]
    const line = lines[i]
    if (!before || !line) continue
    if (line.blank > 0) spaced++
    if (before.end - before.start < 30) continue
    pairs++
    if (!endsFinished(text, before) && startsLower(text, line)) broken++
  }
  const seen = Math.min(lines.length, 4000) - 1
  if (pairs < 8 || spaced < seen * 0.9 || broken < pairs * 0.3) return [...lines]
  return lines.map((line) => ({ ...line, blank: Math.max(0, line.blank - 1) }))
}

export interface Wrapping {
  wrapped: boolean
  /** Width at which lines were broken, in UTF-16 units; 0 when they were not. */
  width: number
}

/** Decides whether the lines are wrapped; looks at no more than the first 4,000 of them. */
export function wrappingOf(text: string, lines: readonly Line[]): Wrapping {
  let pairs = 0
  let broken = 0
  const lengths: number[] = []
  for (let i = 1; i < Math.min(lines.length, 4000); i++) {
    const before = lines[i - 1]
    const line = lines[i]
    if (!before || !line) continue
    lengths.push(before.end - before.start)
    if (line.blank > 0 || before.end - before.start < 30) continue
    pairs++
    if (!endsFinished(text, before) && startsLower(text, line)) broken++
  }
  if (pairs < 4 || broken / pairs < 0.3) return { wrapped: false, width: 0 }
  lengths.sort((a, b) => a - b)
  return { wrapped: true, width: lengths[Math.floor(lengths.length * 0.8)] ?? 0 }
}
