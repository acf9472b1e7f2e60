// For the officer who corrects the register: a passage selected in the text is read as one task, a task is split, tasks are joined.
import { passageOf, spanIn, type Span } from './passage.ts'
import { readClause } from './predicates.ts'
import { readFields } from './fields.ts'
import { asPrinted, finish } from './read.ts'
import { labelAt } from './labels.ts'
import { namedApart } from './outline.ts'
import { mend, type Slip } from './slips.ts'
import type { DraftTask } from './drafts.ts'
import { tokensOf, wordAt } from './tokens.ts'
import { markOf } from './marks.ts'
import { linesOf } from '#lib/text-vi/index.ts'
import type { Evidence, ReadTask } from './types.ts'

export interface TaskContext {
  id: string
  section: string
  /** ISO date of issue, for "trong 14 ngày". */
  issued: string | null
  /** For days without a year. */
  year: number | null
  /** Who leads when the passage names nobody, with the places where the names stand. */
  inherited: { canonical: string[]; spans: Span[] } | null
}

export interface TaskReading {
  task: ReadTask
  /** Evidence by pointers inside the task: "/quote", "/lead/0", "/deadline". */
  evidence: Record<string, Evidence>
}

/** Reads [start, end) of a reading's text as one task. */
export function readTaskAt(printed: string, start: number, end: number, context: TaskContext): TaskReading {
  const mended = mend(printed.slice(start, end))
  const moved = (found: readonly Slip[]): Slip[] =>
    found.map((slip) => ({ ...slip, start: slip.start + start }))
  const slips = { words: moved(mended.slips.words), points: moved(mended.slips.points) }
  const text = printed.slice(0, start) + mended.text + printed.slice(end)
  const lines = linesOf(text.slice(start, end)).map((line) => ({
    start: line.start + start,
    end: line.end + start,
  }))
  const passage = passageOf(text, lines)
  const tokens = tokensOf(passage.flat)
  const mark = markOf(passage.flat)
  const from = Math.max(
    0,
    tokens.findIndex((t) => t.start >= (mark?.length ?? 0)),
  )
  let to = tokens.length
  while (to > from && ['.', ';', ',', '/', ':'].includes(wordAt(tokens, to - 1))) to--
  const label = labelAt(tokens, from, to, passage.flat)
  const begin = label && label.leads.length === 0 ? label.content : from
  const reading = readClause(tokens, label ? label.content : begin, to, passage.flat)
  const leads = reading.leads.length > 0 ? reading.leads : (label?.leads ?? [])
  const inherited =
    leads.length > 0 || !context.inherited ? null : { ...context.inherited, where: 'section' as const }
  const first = tokens[begin]?.start ?? 0
  const last = tokens[to - 1]?.end ?? passage.flat.length
  const deadlines = { issued: context.issued, year: context.year }
  const told = namedApart({ ...passage, start, end, mark }, leads)
  const draft: DraftTask = {
    section: context.section,
    quote: {
      text: passage.flat.slice(first, last),
      span: passage.flat === '' ? { start, end } : spanIn(passage, first, last),
    },
    lead: leads.map((b) => ({
      text: passage.flat.slice(b.start, b.end),
      span: spanIn(passage, b.start, b.end),
    })),
    canonical: leads.length > 0 ? told.canonical : (inherited?.canonical ?? []),
    each: leads.length > 0 ? told.each : [],
    inherited,
    fields: readFields(passage, tokens, begin, to, reading, leads, deadlines),
    pattern: `chosen:${reading.pattern}`,
    confidence: 1,
  }
  const evidence: Record<string, Evidence> = {}
  const task = finish(draft, context.id, (pointer, span, confidence, rule) => {
    evidence[pointer] = { ...span, confidence, rule }
  })
  return { task: asPrinted(task, (part) => evidence[part], slips), evidence }
}

/** Splits a task's passage at an offset of the text; the second part inherits the lead of the first when it names nobody. */
export function splitTask(
  text: string,
  span: Span,
  at: number,
  context: TaskContext,
  secondId: string,
): [TaskReading, TaskReading] {
  const first = readTaskAt(text, span.start, at, context)
  const spans = Object.entries(first.evidence)
    .filter(([pointer]) => pointer.startsWith('/leadCanonical/'))
    .map(([, e]) => ({ start: e.start, end: e.end }))
  const inherited =
    first.task.leadCanonical.length > 0 ? { canonical: first.task.leadCanonical, spans } : context.inherited
  return [first, readTaskAt(text, at, span.end, { ...context, id: secondId, inherited })]
}

/** Joins passages to one task, from the start of the first to the end of the last. */
export function joinTasks(text: string, spans: readonly Span[], context: TaskContext): TaskReading {
  const start = Math.min(...spans.map((s) => s.start))
  const end = Math.max(...spans.map((s) => s.end))
  return readTaskAt(text, start, end, context)
}
