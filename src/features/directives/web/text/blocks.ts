import { endsFinished, type Line, linesOf, startsLower, wrappingOf } from '#lib/text-vi/index.ts'

/** A paragraph as it is drawn. Offsets are UTF-16 units into the document's text; `end` is exclusive. */
export interface Block {
  start: number
  end: number
  /** `front`: the title lines above the first full paragraph. `heading`: a short line in capitals further down. */
  kind: 'front' | 'heading' | 'text'
  /** What separates it from the block before: nothing (a piece of one long line), a line end, an empty line, a page. */
  gap: 'none' | 'line' | 'paragraph' | 'page'
}

/** Blocks that are mounted together; a text of 1 MB has about 130 of them and only those near the eye are drawn. */
export interface Sheet {
  start: number
  end: number
  blocks: readonly Block[]
}

/** A paragraph of a directive is at most about 2,000 characters; a file without line ends is cut at spaces. */
const longestBlock = 4_000
const sheetSize = 8_000
/** Title lines stand at the very top; after this many lines without a full paragraph the text has no title. */
const frontLines = 25
const fullParagraph = 160

export function blocksOf(text: string): Block[] {
  const lines = linesOf(text)
  const joined = joinWrapped(text, lines)
  const front = joined.findIndex((line) => line.end - line.start > fullParagraph)
  const blocks: Block[] = []
  joined.forEach((line, i) => {
    const before = joined[i - 1]
    const gap = before ? gapBetween(text, before, line) : 'none'
    const kind = kindOf(text, line, i < Math.min(front, frontLines))
    for (const [n, piece] of cutLong(text, line).entries()) {
      blocks.push({ ...piece, kind, gap: n === 0 ? gap : 'none' })
    }
  })
  return blocks
}

export function sheetsOf(blocks: readonly Block[]): Sheet[] {
  const sheets: Sheet[] = []
  let from = 0
  for (let i = 0; i < blocks.length; i++) {
    const first = blocks[from]!
    const last = blocks[i]!
    if (last.end - first.start < sheetSize && i < blocks.length - 1) continue
    sheets.push({ start: first.start, end: last.end, blocks: blocks.slice(from, i + 1) })
    from = i + 1
  }
  return sheets
}

/** Index of the first item that ends after `offset`; items are ordered and do not overlap. */
export function indexAt(items: ReadonlyArray<{ end: number }>, offset: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (items[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Lines broken at a width belong to one paragraph; the line end inside is drawn as a space. */
function joinWrapped(text: string, lines: readonly Line[]): Line[] {
  const { wrapped, width } = wrappingOf(text, lines)
  // Nobody prints lines of more than 140 characters: those are paragraphs that end without a full stop.
  if (!wrapped || width > 140) return [...lines]
  const paragraphs: Line[] = []
  let lastLine: Line | undefined
  for (const line of lines) {
    const open = paragraphs.at(-1)
    const goesOn =
      lastLine &&
      line.blank === 0 &&
      (startsLower(text, line) || lastLine.end - lastLine.start > width * 0.8) &&
      !(endsFinished(text, lastLine) && lastLine.end - lastLine.start < width * 0.8) &&
      !'-+•*'.includes(text.charAt(line.start))
    if (open && goesOn) open.end = line.end
    else paragraphs.push({ ...line })
    lastLine = line
  }
  return paragraphs
}

function gapBetween(text: string, before: Line, line: Line): Block['gap'] {
  if (text.slice(before.end, line.start).includes('\f')) return 'page'
  return line.blank > 0 ? 'paragraph' : 'line'
}

function kindOf(text: string, line: Line, inFront: boolean): Block['kind'] {
  if (inFront) return 'front'
  const words = text.slice(line.start, line.end)
  const capitals = words === words.toUpperCase() && words !== words.toLowerCase()
  return capitals && words.length < 120 ? 'heading' : 'text'
}

function cutLong(text: string, line: Line): Array<{ start: number; end: number }> {
  const pieces: Array<{ start: number; end: number }> = []
  let start = line.start
  while (line.end - start > longestBlock) {
    const space = text.lastIndexOf(' ', start + longestBlock)
    const end = space > start ? space + 1 : start + longestBlock
    pieces.push({ start, end })
    start = end
  }
  pieces.push({ start, end: line.end })
  return pieces
}
