import type { ReadingProgress } from '../domain/index.ts'

/** So many characters of a page's first long line find it again in the whole text. */
const headLength = 60
/** A line shorter than this stands on many pages: a number, a running head. */
const ownLine = 12

/**
 * The pages that were recognised from images, each with its confidence (0–1) and where its words begin in the text that
 * was read. Joining pages drops running heads and closes sentences over a page's end, so a page is found by a line of
 * its own, not by counting; one that is not found again has no start.
 */
export function recognisedPages(
  pages: readonly { number: number; text: string; confidence: number | null }[],
  text: string,
): NonNullable<ReadingProgress['recognised']> {
  let from = 0
  return pages
    .filter((page) => page.confidence !== null)
    .map((page) => {
      const head = page.text
        .normalize('NFC')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line.length >= ownLine)
        .map((line) => text.indexOf(line.slice(0, headLength), from))
        .find((at) => at >= 0)
      if (head !== undefined) from = head
      return { number: page.number, confidence: page.confidence! / 100, start: head ?? null }
    })
}
