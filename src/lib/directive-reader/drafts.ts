// A task as it is read, before it gets its number: the words, who is told, what it carries.
import type { Body } from './bodies.ts'
import type { DeadlineContext } from './deadlines.ts'
import { readFields, type TaskFields } from './fields.ts'
import type { Group } from './groups.ts'
import type { Paragraph } from './layout.ts'
import { namedApart, type Standing } from './outline.ts'
import { spanIn, type Span } from './passage.ts'
import { wordAt, type Token } from './tokens.ts'

export interface DraftTask {
  section: string
  quote: { text: string; span: Span }
  lead: { text: string; span: Span }[]
  canonical: string[]
  /** Where each of `canonical` is named. */
  each: readonly Span[]
  inherited: Standing | null
  fields: TaskFields
  pattern: string
  confidence: number
}

export interface DraftSection {
  id: string
  heading: { text: string; span: Span } | null
  span: Span
  quote: string
}

/** A paragraph being read: tokens [from, to) are its words without the number and the final marks. */
export interface Item {
  p: Paragraph
  next: Paragraph | undefined
  tokens: readonly Token[]
  from: number
  to: number
  /** Whether it is the closing paragraph of the document. */
  closing: boolean
  /** Whether it stands in a list of what has to be reported. */
  listed: boolean
}

export interface Surroundings {
  standing: Standing | null
  deadlines: DeadlineContext
}

export function draft(
  p: Paragraph,
  tokens: readonly Token[],
  from: number,
  group: Group,
  leads: readonly Body[],
  inherited: Standing | null,
  section: string,
  around: Surroundings,
): DraftTask | null {
  const first = tokens[from]
  let to = group.to
  while (to > from && ['.', ';', ',', '/', '…', ':'].includes(wordAt(tokens, to - 1))) to--
  const last = tokens[to - 1]
  if (!first || !last || to - from < 3) return null
  // What "must" be, said to nobody, is no task.
  if (group.reading.kind === 'norm' && !inherited) return null
  // "yêu cầu các bộ, ngành, địa phương:" names who is told and says nothing yet.
  const named = leads.at(-1)
  if (named && named.to >= to - 1) return null
  const told = namedApart(p, leads)
  const span = spanIn(p, first.start, last.end)
  const fields = readFields(p, tokens, from, to, group.reading, leads, around.deadlines)
  for (const partner of inherited?.partners ?? [])
    if (!fields.coordinate.some((c) => c.value === partner.text))
      fields.coordinate.push({
        value: partner.text,
        span: partner.span,
        rule: 'coordinate:heading',
        confidence: 0.6,
      })
  return {
    section,
    quote: { text: p.flat.slice(first.start, last.end), span },
    lead: leads
      .filter((b) => b.start >= first.start && b.end <= last.end)
      .map((b) => ({ text: p.flat.slice(b.start, b.end), span: spanIn(p, b.start, b.end) })),
    canonical: named ? told.canonical : (inherited?.canonical ?? []),
    each: named ? told.each : (inherited?.each ?? []),
    inherited,
    fields,
    pattern: group.reading.pattern,
    confidence: group.reading.kind === 'norm' ? 0.55 : leads.length > 0 ? 0.9 : 0.8,
  }
}
