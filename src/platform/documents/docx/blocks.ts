/** What a Word story consists of once read. Cells hold blocks again. */
export type BodyBlock =
  | { kind: 'paragraph'; text: string; centred: boolean }
  | { kind: 'table'; ruled: boolean; rows: BodyBlock[][][] }

/** Takes the children of an element while it is open: a paragraph, or a table. */
export interface Builder {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  add(block: BodyBlock): void
}

/**
 * Paragraphs are parted by a blank line; centred lines in a row (titles, the national title) stay together. A table
 * without rules is the page's own layout (issuer left, national title right) and is read cell by cell; a ruled one
 * is data and is read row by row.
 */
export function joinBlocks(blocks: readonly BodyBlock[]): string {
  let text = ''
  let centredBefore = false
  for (const block of blocks) {
    const piece = block.kind === 'paragraph' ? block.text : joinTable(block)
    if (piece === '') continue
    const centred = block.kind === 'paragraph' && block.centred
    text += (text === '' ? '' : centred && centredBefore ? '\n' : '\n\n') + piece
    centredBefore = centred
  }
  return text
}

function joinTable(table: { ruled: boolean; rows: BodyBlock[][][] }): string {
  const cells = table.rows.map((row) => row.map(joinCell))
  if (table.ruled && table.rows.some((row) => row.length > 1)) {
    return cells
      .map((row) => row.map((cell) => oneLine(cell)))
      .filter((row) => row.some((cell) => cell !== ''))
      .map((row) => row.join(' | '))
      .join('\n')
  }
  return cells
    .flat()
    .filter((cell) => cell !== '')
    .join('\n\n')
}

const oneLine = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join(' ')

/** Inside a cell every paragraph is a line: recipients, the lines of a signature. */
function joinCell(blocks: readonly BodyBlock[]): string {
  return blocks
    .map((block) => (block.kind === 'paragraph' ? block.text : joinTable(block)))
    .filter((text) => text !== '')
    .join('\n')
}
