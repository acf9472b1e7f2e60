// Text → reading. The parts are read one after another, each once, so that the cost grows with the length of the text.
import { toNfc } from '#lib/text-vi/index.ts'

import { readBodies } from './bodies.ts'
import { readClosing } from './closing.ts'
import { findIssueDate, findKind, findMeetingDate, findNumber, findTitle } from './header.ts'
import { findIssuer } from './issuer.ts'
import { layoutOf, paragraphsOf, type Layout, type Paragraph } from './layout.ts'
import { spanIn, type Span } from './passage.ts'
import { readPreamble } from './preamble.ts'
import { findReferences } from './references.ts'
import { mend, said, type Slips } from './slips.ts'
import type { DraftTask } from './drafts.ts'
import { readTasks } from './tasks.ts'
import { tokensOf } from './tokens.ts'
import type { DirectiveReading, Evidence, ReadTask, Reference } from './types.ts'

/** Start of the address of a telegram ("THỦ TƯỚNG CHÍNH PHỦ điện:") inside a line; -1 when there is none. */
function addressAt(words: string): number {
  const said = words.search(/điện ?:/u)
  if (said < 0) return -1
  let start = said
  while (start > 0 && /[\p{Lu} ,]/u.test(words.charAt(start - 1))) start--
  if (said - start <= 4) return -1
  // Behind a title in capitals the address starts with who sends it.
  const senders = [
    ' THỦ TƯỚNG',
    ' BỘ TRƯỞNG',
    ' CHỦ TỊCH',
    ' ỦY BAN NHÂN DÂN',
    ' UBND',
    ' BAN CHỈ ĐẠO',
    ' BỘ ',
    ' TỈNH ỦY',
  ]
  const near = words.slice(Math.max(start, said - 70), said)
  const found = senders.map((sender) => near.lastIndexOf(sender)).filter((at) => at >= 0)
  return found.length > 0 ? said - near.length + Math.min(...found) + 1 : start
}

type Put = (pointer: string, span: Span, confidence: number, rule: string) => void

/** Reads a directive. Pure and deterministic; never throws on any text. */
export function readDirective(input: string): DirectiveReading {
  const original = toNfc(input)
  const { text, slips } = mend(original)
  const evidence: Record<string, Evidence> = {}
  const put: Put = (pointer, span, confidence, rule) => {
    evidence[pointer] = { start: span.start, end: span.end, confidence, rule }
  }
  const layout = layoutOf(text)
  const paragraphs = paragraphsOf(text, layout, layout.body, layout.close)
  const document = readHead(text, layout, paragraphs, slips, put)
  const issued = document.date ?? null
  const year = Number((issued ?? document.meetingDate ?? '').slice(0, 4)) || yearOf(paragraphs)
  const preamble = readPreamble(text, layout, paragraphs, document.title)
  const deadlines = { issued, year }
  nameCommittee(preamble.standing, document.title, paragraphs)
  const behind = paragraphsOf(text, layout, layout.close, layout.lines.length)
  const body = readTasks(paragraphs, preamble.first, behind, { standing: preamble.standing, deadlines })
  document.references = readReferences(paragraphs, layout, text, year, document.number, put)
  const sections = body.sections.map((section, i) => {
    if (section.heading) put(`/sections/${i}/heading`, section.heading.span, 0.9, 'section:heading')
    put(`/sections/${i}`, section.span, 0.95, 'section:number')
    return { id: section.id, heading: section.heading?.text ?? null, quote: section.quote }
  })
  const counts = new Map<string, number>()
  const tasks = body.tasks.map((draft, i) => {
    const n = (counts.get(draft.section) ?? 0) + 1
    counts.set(draft.section, n)
    return asPrinted(
      finish(draft, `${draft.section}.${n}`, (part, span, confidence, rule) =>
        put(`/tasks/${i}${part}`, span, confidence, rule),
      ),
      (part) => evidence[`/tasks/${i}${part}`],
      slips,
    )
  })
  return { text: original, document, sections, tasks, evidence }
}

/** "các Thành viên Ban Chỉ đạo" are those of the committee that the title or the first paragraph names in full. */
function nameCommittee(
  standing: { canonical: string[] } | null,
  title: string | null,
  paragraphs: readonly Paragraph[],
): void {
  const short =
    standing?.canonical.findIndex((name) => /^(?:Các )?Thành viên Ban Chỉ đạo$/iu.test(name)) ?? -1
  if (!standing || short < 0) return
  for (const words of [...paragraphs.slice(0, 3).map((p) => p.flat), title ?? '']) {
    const at = words.search(/Ban Chỉ đạo (?!ngày|đã|kết|là|phải|và|các|cần)\p{Ll}/u)
    const full = at < 0 ? undefined : bodiesAt(words.slice(at, at + 240))[0]
    if (full === undefined) continue
    standing.canonical[short] = `Thành viên ${full}`
    return
  }
}

function yearOf(paragraphs: readonly Paragraph[]): number | null {
  for (const p of paragraphs.slice(0, 6)) {
    const m = /(?:\/|năm )(20\d\d)(?!\d)/u.exec(p.flat)
    if (m) return Number(m[1])
  }
  return null
}

function readHead(
  text: string,
  layout: Layout,
  paragraphs: readonly Paragraph[],
  slips: Slips,
  put: Put,
): DirectiveReading['document'] {
  const number = findNumber(text, layout)
  const date = findIssueDate(text, layout)
  const kind = findKind(text, layout, valueOf(number))
  const title = findTitle(text, layout, addressAt)
  const closing = readClosing(text, layout)
  const meeting = findMeetingDate(valueOf(title), paragraphs, valueOf(kind), spanIn)
  const opening = paragraphs
    .slice(0, 6)
    .map((p) => p.flat.slice(0, 1500))
    .join('\n')
  const sign = closing.signer?.value
  const { issuer, level, province } = findIssuer(
    text,
    layout,
    valueOf(title),
    opening,
    valueOf(number),
    [sign?.onBehalf, sign?.title].filter(Boolean).join(' '),
    closing.recipients.map((r) => r.text).join('\n'),
  )
  const named: [string, { span: Span; confidence: number; rule: string } | null][] = [
    ['number', number],
    ['date', date],
    ['kind', kind],
    ['title', title],
    ['meetingDate', meeting],
    ['issuer', issuer],
    ['province', province],
  ]
  for (const [name, found] of named)
    if (found) put(`/document/${name}`, found.span, found.confidence, found.rule)
  if (level && issuer) put('/document/issuerLevel', issuer.span, issuer.confidence, 'level')
  if (closing.signer) put('/document/signer', closing.signer.span, closing.signer.confidence, 'signer')
  closing.recipients.forEach((r, i) => put(`/document/recipients/${i}`, r.span, r.confidence, 'recipient'))
  return {
    kind: valueOf(kind),
    title: valueOf(title),
    issuer: valueOf(issuer),
    issuerLevel: level,
    province: valueOf(province),
    number: valueOf(number),
    date: valueOf(date),
    meetingDate: valueOf(meeting),
    signer: closing.signer && {
      ...closing.signer.value,
      name: said(closing.signer.value.name, closing.signer.span, slips),
    },
    // A recipient is named right, as a lead is; its abbreviations stay as they are printed.
    recipients: closing.recipients.map((r) => said(r.text, r.span, slips, /^\p{Lu}+$/u)),
    references: [],
  }
}

function valueOf<T>(found: { value: T } | null): T | null {
  return found && found.value
}

function readReferences(
  paragraphs: readonly Paragraph[],
  layout: Layout,
  text: string,
  year: number | null,
  own: string | null,
  put: Put,
): Reference[] {
  const out: Reference[] = []
  const seen = new Map<string, number>()
  const title = paragraphsOf(text, layout, layout.title, layout.body)
  for (const p of [...title, ...paragraphs, ...footnotes(text, layout)])
    for (const found of findReferences(p.flat, year)) {
      const key = found.reference.number.toLowerCase()
      if (key === own?.toLowerCase()) continue
      const at = seen.get(key)
      const known = at === undefined ? undefined : out[at]
      if (known && at !== undefined) {
        // A later naming may carry the date or the issuer, and the spelling that a title in capitals lost.
        known.date ??= found.reference.date
        known.issuer ??= found.reference.issuer
        if (known.number === known.number.toUpperCase()) known.number = found.reference.number
        continue
      }
      seen.set(key, out.length)
      put(`/document/references/${out.length}`, spanIn(p, found.start, found.end), 0.9, 'reference')
      out.push(found.reference)
    }
  return out
}

/** Notes "[1] …" behind the signature: they cite as much as the body. */
function footnotes(text: string, layout: Layout): Paragraph[] {
  const first = layout.lines.findIndex(
    (line, i) => i >= layout.close && /^\[\d{1,3}\]/u.test(text.slice(line.start, line.start + 6)),
  )
  return first < 0 ? [] : paragraphsOf(text, layout, first, Math.min(layout.lines.length, first + 200))
}

/** The words a task quotes as the text has them: what was put right for the grammar comes back. Bodies keep their right names. */
export function asPrinted(task: ReadTask, where: (part: string) => Span | undefined, slips: Slips): ReadTask {
  if (slips.words.length === 0 && slips.points.length === 0) return task
  const as = (value: string, part: string): string => {
    const span = where(part)
    return span ? said(value, span, slips) : value
  }
  const each = (values: readonly string[], part: string): string[] =>
    values.map((value, i) => as(value, `/${part}/${i}`))
  return {
    ...task,
    quote: as(task.quote, '/quote'),
    lead: each(task.lead, 'lead'),
    ...(task.directs ? { directs: each(task.directs, 'directs') } : {}),
    coordinate: each(task.coordinate, 'coordinate'),
    reportTo: each(task.reportTo, 'reportTo'),
    ...(task.reportVia ? { reportVia: each(task.reportVia, 'reportVia') } : {}),
    deadline: task.deadline && { ...task.deadline, text: as(task.deadline.text, '/deadline') },
    targets: task.targets.map((target, i) => ({ ...target, text: as(target.text, `/targets/${i}`) })),
  }
}

const inheritedConfidence = { paragraph: 0.85, item: 0.85, section: 0.8, preamble: 0.5 }

/** A task in the shape of a reading, with the evidence of each part. */
export function finish(draft: DraftTask, id: string, put: Put): ReadTask {
  const { fields } = draft
  put('/quote', draft.quote.span, draft.confidence, draft.pattern)
  draft.lead.forEach((lead, i) => put(`/lead/${i}`, lead.span, 0.9, 'lead:named'))
  const inherited = draft.inherited
  const spans = draft.lead.length > 0 ? draft.lead.map((l) => l.span) : (inherited?.spans ?? [])
  const first = spans[0]
  draft.canonical.forEach((_, i) => {
    const apart = draft.each.length === draft.canonical.length ? draft.each[i] : undefined
    const span = apart ?? spans[Math.min(i, spans.length - 1)] ?? first
    if (span)
      put(
        `/leadCanonical/${i}`,
        span,
        inherited ? inheritedConfidence[inherited.where] : 0.9,
        inherited ? `lead:${inherited.where}` : 'lead:named',
      )
  })
  fields.coordinate.forEach((c, i) => put(`/coordinate/${i}`, c.span, c.confidence, c.rule))
  fields.directs.forEach((c, i) => put(`/directs/${i}`, c.span, c.confidence, c.rule))
  fields.reportTo.forEach((c, i) => put(`/reportTo/${i}`, c.span, c.confidence, c.rule))
  fields.reportVia.forEach((c, i) => put(`/reportVia/${i}`, c.span, c.confidence, c.rule))
  if (fields.deadline)
    put('/deadline', fields.deadline.span, fields.deadline.confidence, fields.deadline.rule)
  fields.targets.forEach((t, i) => put(`/targets/${i}`, t.span, t.confidence, t.rule))
  if (fields.approval)
    put('/approval', fields.approval.span, fields.approval.confidence, fields.approval.rule)
  return {
    id,
    section: draft.section,
    quote: draft.quote.text,
    lead: draft.lead.map((l) => l.text),
    // One body has one name, whatever dash the typist took.
    leadCanonical: draft.canonical.map((name) => name.replace(/[–—‐‑−]/gu, '-')),
    ...(inherited ? { leadInherited: true } : {}),
    ...(fields.directs.length > 0 ? { directs: fields.directs.map((d) => d.value) } : {}),
    coordinate: fields.coordinate.map((c) => c.value),
    deadline: fields.deadline?.value ?? null,
    targets: fields.targets.map((t) => t.value),
    approval: fields.approval?.value ?? null,
    reportTo: fields.reportTo.map((r) => r.value),
    ...(fields.reportVia.length > 0 ? { reportVia: fields.reportVia.map((r) => r.value) } : {}),
    ...(fields.softTime.length > 0 ? { softTime: fields.softTime } : {}),
    pattern: draft.pattern,
  }
}

/** Bodies of a passage that starts with them. */
export function bodiesAt(flat: string): string[] {
  return readBodies(tokensOf(flat), 0, flat)?.bodies.flatMap((b) => b.canonical) ?? []
}
