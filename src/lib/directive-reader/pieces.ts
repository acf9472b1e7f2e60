// Passages of bounded size out of long lines, and items out of a text whose line ends were lost.
import type { Line } from '#lib/text-vi/index.ts'

import type { Span } from './passage.ts'

const inlineMark = /[.;:]\s{1,3}(?=(?:\d{1,2}\. |[a-hđ]\) |[-–+] )\p{Lu})/gu

/** A text without line ends still has its numbers: long passages are opened before them. */
export function inlineItems(text: string, spans: Span[]): Span[][] {
  const [only] = spans
  if (spans.length !== 1 || !only || only.end - only.start < 2500) return [spans]
  const out: Span[][] = []
  let from = only.start
  const words = text.slice(only.start, only.end)
  inlineMark.lastIndex = 0
  for (let m = inlineMark.exec(words); m; m = inlineMark.exec(words)) {
    const at = only.start + m.index + m[0].length
    out.push([{ start: from, end: at }])
    from = at
  }
  out.push([{ start: from, end: only.end }])
  return out
}

const pieceSize = 16_000

/** One paragraph is read in pieces of bounded size, so that a text without line ends costs no more per character. */
export function pieces(text: string, group: readonly Line[]): Span[][] {
  const size = group.reduce((sum, line) => sum + line.end - line.start, 0)
  if (group.length === 0) return []
  if (size <= pieceSize) return [group.map(({ start, end }) => ({ start, end }))]
  const out: Span[][] = []
  let part: Span[] = []
  let taken = 0
  for (const line of group) {
    let at = line.start
    while (at < line.end) {
      const room = pieceSize - taken
      const end = line.end - at <= room ? line.end : cut(text, at, at + room)
      part.push({ start: at, end })
      taken += end - at
      at = end
      if (taken < pieceSize * 0.75) continue
      out.push(part)
      part = []
      taken = 0
    }
  }
  if (part.length > 0) out.push(part)
  return out
}

/** Where to cut between `from` and `to`: behind a sentence, else at a space, looking back over a quarter only. */
function cut(text: string, from: number, to: number): number {
  const low = from + Math.floor((to - from) * 0.75)
  const window = text.slice(low, to)
  const stop = Math.max(window.lastIndexOf('. '), window.lastIndexOf('; '))
  const space = window.lastIndexOf(' ')
  return stop >= 0 ? low + stop + 1 : space > 0 ? low + space : to
}
