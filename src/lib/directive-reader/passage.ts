// A passage is one paragraph in a form that is easy to read: single spaces, no line ends, no page furniture, no marks of
// markdown; with the way back to the text for every unit. Everything below works on passages and reports offsets of the text.
import { isSpaceUnit } from '#lib/text-vi/index.ts'

export interface Span {
  start: number
  end: number
}

export interface Passage {
  flat: string
  /** For each unit of `flat`, its offset in the text. */
  at: Int32Array
}

/** Joins spans of the text (lines of one paragraph) into a passage. */
export function passageOf(text: string, spans: readonly Span[]): Passage {
  let size = 0
  for (const span of spans) size += span.end - span.start + 1
  const at = new Int32Array(size)
  const parts: string[] = []
  let n = 0
  let space = true
  for (const span of spans) {
    let from = span.start
    for (let i = span.start; i <= span.end; i++) {
      const code = i < span.end ? text.charCodeAt(i) : 32
      const gap = isSpaceUnit(code)
      const bullet = n === 0 && isSpaceUnit(text.charCodeAt(i + 1))
      const mark = (code === 42 && !bullet) || isInvisible(code) || (code === 35 && n === 0)
      const ref = code === 91 ? footnoteEnd(text, i, span.end) : 0
      if (!gap && !mark && ref === 0) {
        at[n++] = i
        space = false
        continue
      }
      if (i > from) parts.push(text.slice(from, i))
      if (gap && !space) {
        parts.push(' ')
        at[n++] = Math.min(i, span.end - 1)
        space = true
      }
      if (ref > 0) i = ref - 1
      from = i + 1
    }
  }
  if (space && n > 0) {
    parts.pop()
    n--
  }
  return { flat: parts.join(''), at: at.subarray(0, n) }
}

/** Soft hyphens and joiners, which word processors leave inside words. */
function isInvisible(code: number): boolean {
  return code === 0xad || code === 0x200c || code === 0x200d || code === 0x2060
}

/** End of a footnote mark "[12]" that starts at `i`, else 0. */
function footnoteEnd(text: string, i: number, end: number): number {
  let j = i + 1
  while (j < end && j < i + 4 && text.charCodeAt(j) >= 48 && text.charCodeAt(j) <= 57) j++
  return j > i + 1 && text.charCodeAt(j) === 93 ? j + 1 : 0
}

/** Offsets of the text for [from, to) of the passage. */
export function spanIn(passage: Passage, from: number, to: number): Span {
  if (passage.at.length === 0) return { start: 0, end: 0 }
  const last = Math.max(from, Math.min(to, passage.at.length) - 1)
  const start = passage.at[Math.min(from, passage.at.length - 1)] ?? 0
  return { start, end: (passage.at[last] ?? start) + 1 }
}
