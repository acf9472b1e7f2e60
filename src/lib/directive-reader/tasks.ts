// From paragraphs to tasks: who is told, where one task ends and the next begins, what each carries.
import { findCoordination, findReports } from './parties.ts'
import { clausesOf, type Clause } from './clauses.ts'
import { saidBefore } from './lookback.ts'
import { findTargets } from './targets.ts'
import { findDeadline, type DeadlineContext } from './deadlines.ts'
import { headingLeads, labelAt } from './labels.ts'
import type { Paragraph } from './layout.ts'
import { ranks } from './marks.ts'
import { Outline, opensSection, standing, type Standing } from './outline.ts'
import { addressedIn } from './preamble.ts'
import { spanIn, type Span } from './passage.ts'
import { readClause, type ClauseReading } from './predicates.ts'
import { readFields, type TaskFields } from './fields.ts'
import { tokensOf, wordAt, type Token } from './tokens.ts'
import { behindNames, readBodies, type Body } from './bodies.ts'
import { makeBody } from './body-names.ts'
import { foldAccents } from '#lib/text-vi/index.ts'
import { asksOnlyToObey, silenceOf, silentSentence } from './silence.ts'

export interface DraftTask {
  section: string
  quote: { text: string; span: Span }
  lead: { text: string; span: Span }[]
  canonical: string[]
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

interface Group {
  from: number
  to: number
  reading: ClauseReading
  clauses: number
  /** A formula whose names later sentences of the paragraph inherit. */
  silent: boolean
  after: Clause['after']
}

export interface Surroundings {
  standing: Standing | null
  deadlines: DeadlineContext
}

export interface BodyReading {
  tasks: DraftTask[]
  sections: DraftSection[]
}

export function readTasks(
  paragraphs: readonly Paragraph[],
  first: number,
  surroundings: Surroundings,
): BodyReading {
  const outline = new Outline()
  const out: BodyReading = { tasks: [], sections: [] }
  for (const p of paragraphs.slice(0, first))
    if (!p.flat.endsWith(':') && p.mark === null) readOpening(p, out, surroundings)
  let afterColon = false
  let listed = false
  for (let i = first; i < paragraphs.length; i++) {
    const p = paragraphs[i]
    if (!p) continue
    outline.enter(p.mark, afterColon)
    const next = paragraphs[i + 1]
    const closing = next === undefined && p.mark === null && out.sections.length > 0
    // "(1) Số hộ …" below "báo cáo về một số nội dung sau:" says what to report: part of that task, none of its own.
    if (p.mark?.rank !== ranks.inner) listed = false
    const before = out.tasks.length
    readParagraph(p, next, { closing, listed }, outline, out, surroundings)
    if (p.flat.endsWith(':') && p.mark?.rank !== ranks.inner) listed = out.tasks.length > before
    afterColon = p.flat.endsWith(':')
  }
  return out
}

function readParagraph(
  p: Paragraph,
  next: Paragraph | undefined,
  { closing, listed }: { closing: boolean; listed: boolean },
  outline: Outline,
  out: BodyReading,
  around: Surroundings,
): void {
  const tokens = tokensOf(p.flat)
  const from = tokens.findIndex((t) => t.start >= (p.mark?.length ?? 0))
  if (from < 0) return
  const to = endOf(tokens, from)
  const heading = opensSection(p.mark)
    ? sectionOf(p, tokens, from, to, next, outline, out)
    : isHeading(p, tokens, from, to, next)
  const silence = silenceOf(p.flat.slice(tokens[from]?.start ?? 0), heading)
  if (silence !== 'no') outline.setSilent(silence)
  if (outline.silent === 'all' || to <= from) return
  if (p.mark === null && p.flat.endsWith(':') && next?.mark && next.mark.rank <= ranks.num) {
    const addressed = addressedIn(p, true)
    if (addressed) outline.setLead({ ...addressed, where: 'section' })
    return
  }
  if (heading) {
    const leads =
      headingLeads(tokens, from, to, p.flat) ??
      leadsOfClause(readClause(tokens, from, to, p.flat)) ??
      firstNames(tokens, from, to, p.flat) ??
      (outline.assigning ? wholeHeading(p, tokens, from, to) : null)
    if (assignsBelow.test(foldAccents(p.flat))) outline.setAssigning()
    if (leads && leads.leads.length > 0) {
      const partners = findCoordination(tokens, from, to, p.flat).map((c) => ({
        text: c.text,
        span: spanIn(p, c.start, c.end),
      }))
      outline.setLead({
        ...standing(p, leads.leads, 'section'),
        ...(partners.length > 0 ? { partners } : {}),
      })
    }
    return
  }
  const label = labelAt(tokens, from, to, p.flat)
  let start = from
  let named: Body[] = []
  if (label) {
    if (label.leads.length > 0)
      outline.setLead(standing(p, label.leads, opensSection(p.mark) ? 'section' : 'item'))
    if (label.leads.length === 0 && opensSection(p.mark)) {
      const topic = silenceOf(
        p.flat.slice(tokens[from]?.start ?? 0, tokens[label.content - 1]?.start ?? 0),
        true,
      )
      if (topic !== 'no') outline.setSilent(topic)
      if (topic === 'all') return
    }
    if (label.content >= to) return
    if (label.leads.length > 0 && label.quoted) named = label.leads
    else start = label.content
  }
  const groups = groupsOf(
    tokens,
    named.length > 0 ? (label?.content ?? start) : start,
    to,
    p.flat,
    around.deadlines,
    closing,
  )
  let recent: Standing | null = null
  // "…; yêu cầu doanh nghiệp …" inside a sentence is told for that sentence only.
  let sentence: Standing | null = null
  for (const [k, group] of groups.entries()) {
    const leads = group.reading.leads.length > 0 ? group.reading.leads : k === 0 ? named : []
    if (group.after !== ';') sentence = null
    if (group.silent) {
      recent = leads.length > 0 ? standing(p, leads, 'paragraph') : recent
      continue
    }
    if (leads.length === 0 && (outline.silent === 'named' || (listed && group.reading.kind !== 'order')))
      continue
    const labelled = k === 0 && named.length > 0 && group.reading.leads.length === 0
    const begin = labelled ? start : group.from
    if (leads.length > 0) {
      const told = standing(p, leads, 'paragraph')
      if (group.reading.pattern.startsWith('assign') && group.after === ';' && recent) sentence = told
      else if (group.reading.pattern !== 'assign:heads') recent = told
      if (!outline.hasOwnLead() && k === 0 && recent) outline.setLead({ ...recent, where: 'section' })
    }
    const inherited =
      leads.length > 0 ? null : (sentence ?? recent ?? (closing ? null : outline.lead) ?? around.standing)
    const task = draft(p, tokens, begin, group, leads, inherited, closing ? 'end' : outline.section, around)
    if (task) out.tasks.push(task)
  }
  if (groups.length === 0 && p.flat.endsWith(':')) {
    const reading = readClause(tokens, start, to, p.flat)
    const leads =
      reading.leads.length > 0 ? reading.leads : (firstNames(tokens, start, to, p.flat)?.leads ?? [])
    if (leads.length > 0) outline.setLead(standing(p, leads, 'section'))
  }
}

/** Before the first number only a body that is told it must ("… các địa phương cần khảo sát …") is given a task. */
function readOpening(p: Paragraph, out: BodyReading, around: Surroundings): void {
  const tokens = tokensOf(p.flat)
  const to = endOf(tokens, 0)
  for (const group of groupsOf(tokens, 0, to, p.flat, around.deadlines, false)) {
    const { reading } = group
    if (
      group.silent ||
      reading.pattern !== 'subject' ||
      !['cần', 'phải'].includes(wordAt(tokens, reading.predicate))
    )
      continue
    const task = draft(p, tokens, group.from, group, reading.leads, null, '0', around)
    if (task) out.tasks.push(task)
  }
}

/** Headings below which each item is named after the body it assigns to. */
const assignsBelow = /(?:to chuc thuc hien|phan cong|trach nhiem)/

/** A heading that opens with names and adds what no rule reads ("…, trong đó trọng tâm là các tỉnh: A, B:") tells those. */
function firstNames(
  tokens: readonly Token[],
  from: number,
  to: number,
  flat: string,
): { leads: Body[] } | null {
  const list = readBodies(tokens, from, flat)
  return list && list.next <= to && [',', '(', ':', '-', '–'].includes(wordAt(tokens, list.next))
    ? { leads: list.bodies }
    : null
}

/** Under "Tổ chức thực hiện" a heading that the lexicon does not know is taken as the name of a body. */
function wholeHeading(
  p: Paragraph,
  tokens: readonly Token[],
  from: number,
  to: number,
): { leads: Body[] } | null {
  const end = wordAt(tokens, to - 1) === ':' ? to - 1 : to
  const reading = readClause(tokens, from, end, p.flat)
  if (
    end - from > 22 ||
    reading.kind !== 'fact' ||
    /^(?:về|đối với|kinh phí|thời gian|công tác|chế độ|nhiệm vụ)/iu.test(
      p.flat.slice(tokens[from]?.start ?? 0),
    )
  )
    return null
  const whole = makeBody(tokens, from, end, p.flat, 'org')
  return whole && { leads: [whole] }
}

function leadsOfClause(reading: ClauseReading): { leads: Body[] } | null {
  return reading.leads.length > 0 ? { leads: reading.leads } : null
}

/** Last token of the words: final marks ("./.", ";") are no part of a quote. */
function endOf(tokens: readonly Token[], from: number): number {
  let to = tokens.length
  while (to > from && ['.', ';', ',', '/', '…'].includes(wordAt(tokens, to - 1))) to--
  return to
}

/** Notes a section and tells whether its first line is only a heading. */
function sectionOf(
  p: Paragraph,
  tokens: readonly Token[],
  from: number,
  to: number,
  next: Paragraph | undefined,
  outline: Outline,
  out: BodyReading,
): boolean {
  const heading = isHeading(p, tokens, from, to, next)
  const colon = tokens.findIndex((t, i) => i > from && t.w === ':')
  const topic =
    !heading &&
    /^(?:Về|Đối với) /u.test(p.flat.slice(tokens[from]?.start ?? 0)) &&
    colon > 0 &&
    colon - from < 40
      ? colon
      : -1
  const end = heading ? (wordAt(tokens, to - 1) === ':' ? to - 1 : to) : topic
  const first = tokens[from]
  const last = tokens[end - 1]
  out.sections.push({
    id: outline.section,
    heading:
      end > 0 && first && last
        ? { text: p.flat.slice(first.start, last.end), span: spanIn(p, first.start, last.end) }
        : null,
    span: spanIn(p, 0, Math.min(p.flat.length, 60)),
    quote: p.flat.slice(0, 60),
  })
  return heading
}

function isHeading(
  p: Paragraph,
  tokens: readonly Token[],
  from: number,
  to: number,
  next: Paragraph | undefined,
): boolean {
  const words = to - from
  const deeper = next !== undefined && (next.mark?.rank ?? ranks.none) > (p.mark?.rank ?? ranks.none)
  const finished = /[.;]$|\/\.$/u.test(p.flat)
  if (p.mark === null) return p.flat === p.flat.toUpperCase() && words < 40 && words > 1
  if (!deeper) return false
  if (/(?:như sau|sau đây| sau):$/u.test(p.flat) && next.mark?.rank !== ranks.inner) return true
  if (p.flat.endsWith(':'))
    return !/[.;] /u.test(p.flat.slice(p.mark.length)) && ownWords(tokens, from, to, p.flat) < 26
  const bodies = headingLeads(tokens, from, to, p.flat)
  if (finished) return bodies !== null
  return bodies !== null || words < 30
}

/** Words of a line that are not the names it tells or brings together. */
function ownWords(tokens: readonly Token[], from: number, to: number, flat: string): number {
  const reading = readClause(tokens, from, to, flat)
  let named = 0
  for (const lead of reading.leads) named += lead.to - lead.from
  if (reading.leads.length === 0) named = (readBodies(tokens, from, flat)?.next ?? from) - from
  const partners = findCoordination(tokens, from, to, flat).reduce((n, c) => n + c.text.split(' ').length, 0)
  return to - from - named - partners
}

/** Puts clauses together to tasks. */
function groupsOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  flat: string,
  context: DeadlineContext,
  closing: boolean,
): Group[] {
  const groups: Group[] = []
  let open = false
  for (const clause of clausesOf(tokens, from, to, (i) => behindNames(tokens, i))) {
    const reading = readClause(tokens, clause.from, clause.to, flat)
    const last = groups.at(-1)
    const words = flat.slice(tokens[clause.from]?.start ?? 0, tokens[clause.to - 1]?.end ?? 0)
    if (silentSentence(words) || (closing && asksOnlyToObey(words, reading.pattern))) {
      open = false
      if (reading.leads.length > 0)
        groups.push({
          from: clause.from,
          to: clause.to,
          reading,
          clauses: 1,
          silent: true,
          after: clause.after,
        })
      continue
    }
    if (isTask(reading, words)) {
      if (last && open && !begins(tokens, clause, reading, last, flat, context)) {
        last.to = clause.to
        last.clauses++
      } else {
        groups.push({
          from:
            reading.pattern.startsWith('assign') && reading.from > clause.from ? reading.from : clause.from,
          to: clause.to,
          reading,
          clauses: 1,
          silent: false,
          after: clause.after,
        })
        open = true
      }
    } else if (last && open && (clause.after === ';' || reading.kind === 'condition')) {
      last.to = clause.to
      last.clauses++
    } else open = clause.after === ';' && open
  }
  return groups
}

function isTask(reading: ClauseReading, words: string): boolean {
  if (reading.kind === 'fact') return !/(?<![\p{L}])đã(?![\p{L}])/iu.test(words) && setsDay(words)
  return (
    reading.kind === 'assign' ||
    reading.kind === 'subject' ||
    reading.kind === 'order' ||
    reading.kind === 'norm'
  )
}

/** Whether a day is set by which something must be finished. */
function setsDay(words: string): boolean {
  const day = words.search(/\d{1,2}[/-]\d/u)
  return day > 0 && saidBefore(words.slice(0, day), ['hoàn thành', 'xong', 'chậm nhất'], 38)
}

/** Openings that go on with what the sentence before ordered. */
const goesOn =
  /^(?:hoàn thành|thời gian|thời hạn|kết quả|báo cáo kết quả|xong trước|tuyệt đối|không để|không được|bảo đảm|đảm bảo|thực hiện đúng|trong đó|việc |trường hợp|trên cơ sở đó|qua đó|lấy |phát huy |trước mắt )/iu

/** Whether a clause starts a task of its own beside the one that is open. */
function begins(
  tokens: readonly Token[],
  clause: Clause,
  reading: ClauseReading,
  open: Group,
  flat: string,
  context: DeadlineContext,
): boolean {
  if (reading.leads.length > 0) {
    const names = (bodies: readonly Body[]): string =>
      bodies
        .flatMap((b) => b.canonical)
        .join('|')
        .toLowerCase()
    return clause.after === '.' || names(reading.leads) !== names(open.reading.leads)
  }
  const words = flat.slice(tokens[clause.from]?.start ?? 0, tokens[clause.to - 1]?.end ?? 0)
  if (reading.conditional) return false
  if (reading.kind === 'fact') return !goesOn.test(words)
  if (
    reading.kind === 'norm' &&
    (setsDay(words) || findReports(tokens, clause.from, clause.to, flat).to.length > 0)
  )
    return true
  if (reading.kind === 'norm')
    return clause.after === ';' && /^\p{L}+(?: \p{L}+){1,5}: ?(?:phải|cần) /iu.test(words)
  const reports = findReports(tokens, clause.from, clause.to, flat).to.length > 0
  const partners = findCoordination(tokens, clause.from, clause.to, flat).length > 0
  const own = findDeadline(words, context)
  if (clause.after === '.') {
    if (/^(?:hoàn thành|trường hợp|trên cơ sở đó)/iu.test(words)) return false
    if (clause.to - clause.from < 12 && own === null && !reports && !partners) return false
    return !goesOn.test(words) || reports || partners || own !== null
  }
  if (/^(?:hoàn thành|thời gian|thời hạn|kết quả)/iu.test(words)) return false
  const before = flat.slice(tokens[open.from]?.start ?? 0, tokens[open.to - 1]?.end ?? 0)
  // A report that is due whenever something comes up is a task of its own; the report that closes the work is not.
  const told = words.toLowerCase().indexOf('báo cáo')
  const standingReport =
    told >= 0 &&
    (saidBefore(
      words.slice(0, told),
      ['kịp thời', 'định kỳ', 'thường xuyên', 'chủ động', 'hằng ', 'hàng ', 'đột xuất', 'tổng hợp'],
      46,
      ',;',
    ) ||
      /^báo cáo kịp thời/iu.test(words.slice(told)))
  if (reports && standingReport && findReports(tokens, open.from, open.to, flat).to.length === 0) return true
  if (partners || (reports && own?.deadline.kind === 'periodic')) return true
  const figures = findTargets(words).filter((t) => t.rule !== 'target:percent-in-bracket')
  if (figures.length > 0 && findTargets(before).length === 0) return true
  const dated = (d: typeof own): boolean => d !== null && !d.rule.startsWith('deadline:at-once')
  const theirs = findDeadline(before, context)
  if (theirs && dated(theirs) && !dated(own)) return theirs.start < 12
  return dated(own) && dated(theirs) && own?.deadline.date !== theirs?.deadline.date
}

function draft(
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
    canonical:
      leads.length > 0 ? [...new Set(leads.flatMap((b) => b.canonical))] : (inherited?.canonical ?? []),
    inherited,
    fields,
    pattern: group.reading.pattern,
    confidence: group.reading.kind === 'norm' ? 0.55 : leads.length > 0 ? 0.9 : 0.8,
  }
}
