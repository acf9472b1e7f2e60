// What a page carries besides its text: numbers, running heads and feet, stamps of a signature.
import { endsFinished, startsLower, type Line } from '#lib/text-vi/index.ts'

const pageNumber = /^(?:trang |page )?[-–]? ?\d{1,3} ?[-–]?(?: ?\/ ?\d{1,3})?$/iu

export interface Flow {
  lines: Line[]
  /** Starts of lines before which a page was turned. */
  turned: Set<number>
}

/** Drops page numbers, the running heads beside them, and lines that come again inside sentences. */
export function withoutFurniture(text: string, lines: readonly Line[]): Flow {
  const isNumber = lines.map(
    (line) => line.end - line.start < 12 && pageNumber.test(text.slice(line.start, line.end)),
  )
  const running = runningLines(text, lines, isNumber)
  const turned = new Set<number>()
  const kept: Line[] = []
  let dropped = false
  lines.forEach((line, i) => {
    if (isNumber[i] || running.has(i)) {
      dropped = true
      return
    }
    if (dropped && kept.length > 0) turned.add(line.start)
    kept.push(line)
    dropped = false
  })
  return { lines: kept, turned }
}

/** Lines of at most 110 units that stand apart and come again, digits aside: beside page numbers, or once inside a sentence. */
function runningLines(text: string, lines: readonly Line[], isNumber: readonly boolean[]): Set<number> {
  const found = new Map<string, { at: number[]; paged: number; inside: number }>()
  lines.forEach((line, i) => {
    if (isNumber[i] || line.end - line.start > 110 || line.end - line.start < 3) return
    const paged = isNumber[i - 1] === true || isNumber[i + 1] === true
    const apart = line.blank > 0 || (lines[i + 1]?.blank ?? 1) > 0
    if (!paged && !apart) return
    const words = text.slice(line.start, line.end).replace(/\d/g, '0')
    const known = found.get(words) ?? { at: [], paged: 0, inside: 0 }
    known.at.push(i)
    if (paged) known.paged++
    if (cutsSentence(text, lines, isNumber, i)) known.inside++
    found.set(words, known)
  })
  const out = new Set<number>()
  // A line of the text that comes again ("Đơn vị chủ trì: …") may stand beside one page number, but not beside most.
  for (const { at, paged, inside } of found.values())
    if (at.length > 1 && (inside > 0 || paged * 2 > at.length)) at.forEach((i) => out.add(i))
  return out
}

/** Whether the text before line `i` is not finished and what follows goes on in lower case. */
function cutsSentence(
  text: string,
  lines: readonly Line[],
  isNumber: readonly boolean[],
  i: number,
): boolean {
  const line = lines[i]
  const before = lines[isNumber[i - 1] ? i - 2 : i - 1]
  const after = lines[isNumber[i + 1] ? i + 2 : i + 1]
  if (!line || !before || !after || startsLower(text, line)) return false
  return before.end - before.start > 30 && !endsFinished(text, before) && startsLower(text, after)
}
