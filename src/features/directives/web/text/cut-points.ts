import { isWordUnit } from '#lib/text-vi/index.ts'
import type { Span } from '../../domain/index.ts'

/** A place where a second task may begin. */
export interface CutPoint {
  /** Offset into the document's text: the start of a word. */
  at: number
  /** After a comma, semicolon, colon, full stop or line end: where sentences are usually cut. */
  clause: boolean
}

const clauseMarks = '.;:,\n'

/** Every word of the span except its first. */
export function cutPoints(text: string, span: Span): CutPoint[] {
  const points: CutPoint[] = []
  let clause = false
  for (let i = span.start + 1; i < span.end; i++) {
    const before = text.charAt(i - 1)
    if (clauseMarks.includes(before)) clause = true
    const starts = isWordUnit(text.charCodeAt(i)) && !isWordUnit(text.charCodeAt(i - 1))
    // "30/9", "3.5": a mark inside a number or a name is no place to cut.
    if (!starts || before.trim() !== '') {
      if (isWordUnit(text.charCodeAt(i))) clause = false
      continue
    }
    points.push({ at: i, clause })
    clause = false
  }
  return points
}

/** Where the cut stands at first: the clause nearest to the middle, a semicolon or full stop before a comma. */
export function likelyCut(text: string, span: Span, points: readonly CutPoint[]): number | undefined {
  const middle = (span.start + span.end) / 2
  const weight = (point: CutPoint) => {
    if (!point.clause) return 2
    return ';.'.includes(lastMark(text, point.at)) ? 0 : 1
  }
  const best = [...points].sort(
    (a, b) => weight(a) - weight(b) || Math.abs(a.at - middle) - Math.abs(b.at - middle),
  )
  return best[0]?.at
}

function lastMark(text: string, at: number): string {
  let i = at - 1
  while (i > 0 && text.charAt(i).trim() === '') i--
  return text.charAt(i)
}

/** The next place in a direction; with `clauses` only those after a mark. Stays where it is at the end. */
export function nextCut(points: readonly CutPoint[], at: number, step: 1 | -1, clauses: boolean): number {
  const fits = (point: CutPoint) => (step === 1 ? point.at > at : point.at < at) && (!clauses || point.clause)
  return (step === 1 ? points.find(fits) : points.findLast(fits))?.at ?? at
}
