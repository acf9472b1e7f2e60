import type { PageText } from '../types.ts'

/**
 * Pages joined to one text. Lines that the printer repeats on every page (running heads and feet, page numbers) are
 * dropped; a sentence that runs over the page break is closed again. Works on the text of pages alone, so it does
 * not matter whether a page was read now or in an earlier, interrupted run.
 */
export function joinPages(pages: readonly PageText[]): string {
  const bare = withoutRunningHeads(pages.map((page) => page.text))
  let text = ''
  for (const page of bare) {
    if (page === '') continue
    if (text !== '') text += runsOn(text, page) ? ' ' : '\n\n'
    text += page
  }
  return text
}

/** How many lines at the top and the bottom of a page may be running heads and feet. */
const edge = 2

function withoutRunningHeads(pages: readonly string[]): string[] {
  const split = pages.map((text) => text.split('\n'))
  const repeated = repeatedEdgeLines(split)
  const offset = numberOffset(split)
  return split.map((lines, i) => {
    const drop = (line: string) =>
      isPageNumber(line, i + 1 + offset) ||
      (!opensItem.test(line.trim()) && keysOf(line, i).some((key) => repeated.has(key)))
    const kept = [...lines]
    for (let n = 0; n < edge && kept.length > 0 && drop(kept[0]!); n++) dropFirst(kept)
    for (let n = 0; n < edge && kept.length > 0 && drop(kept.at(-1)!); n++) dropLast(kept)
    return kept.join('\n').trim()
  })
}

function dropFirst(lines: string[]): void {
  lines.shift()
  while (lines[0]?.trim() === '') lines.shift()
}

function dropLast(lines: string[]): void {
  lines.pop()
  while (lines.at(-1)?.trim() === '') lines.pop()
}

/** A line as it stands, and with its first or last number counted from the page: "Công báo số 45   7" repeats too. */
function keysOf(line: string, page: number): string[] {
  const text = line.trim()
  const keys = [text]
  const numbers = [...text.matchAll(/\d{1,4}/g)]
  for (const number of new Set([numbers[0], numbers.at(-1)])) {
    if (number === undefined) continue
    const after = text.slice(number.index + number[0].length)
    keys.push(`${text.slice(0, number.index)}#${Number(number[0]) - page}#${after}`)
  }
  return keys
}

/** Lines at the edge of at least three pages and half of them. Only lines with words count, and no items. */
function repeatedEdgeLines(pages: readonly string[][]): Set<string> {
  const counts = new Map<string, number>()
  pages.forEach((lines, i) => {
    const full = lines.filter((line) => /\p{L}{2}/u.test(line) && !opensItem.test(line.trim()))
    const edges = [...full.slice(0, edge), ...full.slice(-edge)]
    for (const key of new Set(edges.flatMap((line) => keysOf(line, i))))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  })
  const enough = Math.max(3, pages.length * 0.5)
  return new Set([...counts].filter(([, count]) => count >= enough).map(([key]) => key))
}

const bareNumber =
  /^(?:[-–—]\s{0,2})?(?:(?:trang|page)\s{0,2})?(\d{1,4})(?:\s{0,2}\/\s{0,2}\d{1,4})?(?:\s{0,2}[-–—])?$/iu

const numberOf = (line: string | undefined) => Number(bareNumber.exec(line?.trim() ?? '')?.[1] ?? NaN)

/** The difference between printed and counted page numbers, when at least two pages agree on one; else 0. */
function numberOffset(pages: readonly string[][]): number {
  const votes = new Map<number, number>()
  pages.forEach((lines, i) => {
    for (const printed of new Set([numberOf(lines[0]), numberOf(lines.at(-1))])) {
      if (!Number.isNaN(printed)) votes.set(printed - i - 1, (votes.get(printed - i - 1) ?? 0) + 1)
    }
  })
  const [best] = [...votes].sort((a, b) => b[1] - a[1])
  return best && best[1] >= 2 ? best[0] : 0
}

const isPageNumber = (line: string, expected: number) => numberOf(line) === expected

/** Longer than a heading: a paragraph of this length without a stop at its end is unfinished. */
const headingLength = 90

/** A page that ends inside a sentence: no stop at its end, and the next page does not open an item. */
function runsOn(before: string, after: string): boolean {
  if (/[.:;!?…”"\]]$/u.test(before) || opensItem.test(after)) return false
  if (/^[\p{Ll}(“"]/u.test(after)) return true
  const last = before.slice(before.lastIndexOf('\n') + 1)
  // Rows of a table have no stop at their end.
  if (last.includes(' | ') || after.slice(0, after.indexOf('\n')).includes(' | ')) return false
  return last.length > headingLength && last !== last.toLocaleUpperCase('vi')
}

const opensItem = /^(?:[-–+•*]\s|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|[a-zđA-Z]\)\s|[IVX]{1,5}\.\s|Nơi nhận)/u
