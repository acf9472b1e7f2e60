// Tables of a plan: the importers give a row as a line with its cells parted by " | ". A head that names the work and who does
// it, or by when, makes every row below it a task; rows of any other table are figures.
import { foldAccents } from '#lib/text-vi/index.ts'
import { bodiesOf, fillIn, type Attribute } from './attributes.ts'
import { draft, type DraftTask, type Surroundings } from './drafts.ts'
import type { Paragraph } from './layout.ts'
import { spanIn } from './passage.ts'
import { readClause } from './predicates.ts'
import { tokensOf, wordAt, type Token } from './tokens.ts'

export type Column = 'work' | Attribute['role']

interface Cell {
  from: number
  to: number
}

/** Whether a line is a row of at least three cells. Only its first 600 units are looked at. */
export function isRow(flat: string): boolean {
  const head = flat.slice(0, 600)
  const first = head.indexOf(' | ')
  return first >= 0 && head.indexOf(' | ', first + 3) >= 0
}

function cellsOf(tokens: readonly Token[]): Cell[] {
  const cells: Cell[] = []
  let from = 0
  for (let i = 0; i <= tokens.length; i++) {
    if (i < tokens.length && wordAt(tokens, i) !== '|') continue
    cells.push({ from, to: i })
    from = i + 1
  }
  return cells
}

function columnOf(words: string): Column {
  const folded = foldAccents(words)
  if (folded.includes('phoi hop') && !folded.includes('chu tri')) return 'partner'
  if (/chu tri|don vi|co quan|phu trach|chiu trach nhiem|phan cong|nguoi thuc hien/.test(folded))
    return 'lead'
  if (/thoi gian|thoi han|tien do|hoan thanh/.test(folded)) return 'time'
  return /noi dung|nhiem vu|cong viec|hoat dong|viec lam/.test(folded) ? 'work' : 'other'
}

/** The columns of a head row; null when the row is no head of a table of work. */
export function columnsOf(p: Paragraph): Column[] | null {
  if (p.flat.length > 300) return null
  const columns = p.flat.split(' | ').map(columnOf)
  const whose = columns.includes('lead') || columns.includes('time')
  return columns.filter((c) => c === 'work').length === 1 && whose ? columns : null
}

/** Who leads stands in the next cell: the quote takes it in, so that its lead is named inside it. */
function nameBeside(
  p: Paragraph,
  tokens: readonly Token[],
  from: number,
  lead: Attribute,
  task: DraftTask,
): void {
  const bodies = bodiesOf(tokens, lead, p.flat)
  const first = tokens[from]
  const last = tokens[lead.to - 1]
  if (bodies.length === 0 || !first || !last) return
  task.quote = { text: p.flat.slice(first.start, last.end), span: spanIn(p, first.start, last.end) }
  task.lead = bodies.map((b) => ({ text: p.flat.slice(b.start, b.end), span: spanIn(p, b.start, b.end) }))
  task.inherited = null
}

/** The task of a row; null for rows that part groups or leave the work out. */
export function readRow(
  p: Paragraph,
  columns: readonly Column[],
  section: string,
  around: Surroundings,
): DraftTask | null {
  const tokens = tokensOf(p.flat)
  const cells = cellsOf(tokens)
  const cell = cells[columns.indexOf('work')]
  if (!cell || cells.length !== columns.length) return null
  // The number of the row, when it shares the cell of the work.
  const numbered = /^\d{1,3}$/u.test(wordAt(tokens, cell.from))
  const work = { from: cell.from + (numbered ? 1 : 0), to: cell.to }
  const attributes = columns.flatMap((role, i): Attribute[] => {
    const said = cells[i]
    if (role === 'work' || role === 'other' || !said || said.to === said.from) return []
    return [{ role, label: said.from, from: said.from, to: said.to }]
  })
  if (attributes.length === 0) return null
  const reading = readClause(tokens, work.from, work.to, p.flat)
  const group = { ...work, reading: { ...reading, pattern: 'row' }, silent: false, after: 'start' as const }
  const task = draft(p, tokens, work.from, group, reading.leads, null, section, around)
  if (!task) return null
  fillIn(p, tokens, attributes, [task], around.deadlines)
  const beside = attributes.find(
    (a) => a.role === 'lead' && cells.indexOf(cell) + 1 === cells.findIndex((c) => c.from === a.from),
  )
  if (beside && task.lead.length === 0) nameBeside(p, tokens, work.from, beside, task)
  return task
}
