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
  pieces: Piece[]
  left: number
  right: number
  baseline: number
  size: number
}

/** A gap of this many letter heights always parts columns; word gaps of justified text stay below 1.5. */
export const columnGap = 2.2
/** A smaller gap parts columns when it stands out among the gaps of its row: the head of a page is often set tight. */
const tightColumnGap = 0.7
/** A gap wider than this is a word space that the file did not write down. */
const wordGap = 0.17

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

/** Pieces of one row from the left, cut into segments where a gap parts columns. */
function cutRow(pieces: readonly Piece[]): Line[] {
  const gaps = pieces.map((piece, i) => (i === 0 ? 0 : piece.left - pieces[i - 1]!.right))
  const lines: Line[] = []
  pieces.forEach((piece, i) => {
    const line = lines.at(-1)
    if (line === undefined || partsColumns(gaps, i, Math.max(line.size, piece.size), line.text)) {
      lines.push({ ...piece, text: piece.text.trimStart(), pieces: [piece] })
      return
    }
    const gap = piece.left - line.right
    // Bold made by printing twice: the same words at the same place.
    if (gap < -0.8 * (piece.right - piece.left) && line.text.endsWith(piece.text)) return
    const spaced = line.text.endsWith(' ') || piece.text.startsWith(' ')
    line.text += (!spaced && gap > wordGap * Math.max(line.size, piece.size) ? ' ' : '') + piece.text
    line.pieces.push(piece)
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
