// Clauses put together to tasks: where one ends and the next begins.
import { attributesIn, bodiesOf, isAttribute } from './attributes.ts'
import { behindNames, readBodies, type Body } from './bodies.ts'
import { clausesOf, type Clause } from './clauses.ts'
import { findDeadline, type DeadlineContext, type FoundDeadline } from './deadlines.ts'
import { saidBefore } from './lookback.ts'
import { findCoordination } from './parties.ts'
import { findReports } from './reports.ts'
import { readClause } from './predicates.ts'
import { type ClauseReading } from './assignments.ts'
import { asksOnlyToObey, opensOrders, silentSentence } from './silence.ts'
import { findTargets } from './targets.ts'
import { standsAt, wordAt, type Token } from './tokens.ts'

export interface Group {
  from: number
  to: number
  reading: ClauseReading
  /** A formula whose names later sentences of the paragraph inherit. */
  silent: boolean
  after: Clause['after']
}

/** Puts clauses together to tasks. */
export function groupsOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  flat: string,
  context: DeadlineContext,
  closing: boolean,
): Group[] {
  const groups: Group[] = []
  let open = false
  let obeyed = false
  for (const clause of clausesOf(tokens, from, to, (i) => behindNames(tokens, i))) {
    const { after } = clause
    const last = open ? groups.at(-1) : undefined
    if (isAttribute(tokens, clause.from, clause.to)) {
      if (last) last.to = clause.to
      continue
    }
    const reading = readClause(tokens, clause.from, clause.to, flat)
    const words = flat.slice(tokens[clause.from]?.start ?? 0, tokens[clause.to - 1]?.end ?? 0)
    const group = { from: clause.from, to: clause.to, reading, silent: false, after }
    if (flat.endsWith(':') && clause.to >= to - 1 && opensOrders(words)) {
      open = false
      continue
    }
    const obeys = closing && asksOnlyToObey(words, reading.pattern)
    if (silentSentence(words) || (obeys && !reportsBehind(tokens, clause, to))) {
      open = false
      if (reading.leads.length > 0) groups.push({ ...group, silent: true })
    } else if (isTask(reading, words)) {
      const reported = after === ';' && obeyed && reading.leads.length === 0
      obeyed = obeys
      if (last && (reported || !begins(tokens, clause, reading, last, flat, context))) last.to = clause.to
      else {
        const named = reading.pattern.startsWith('assign') && reading.from > clause.from
        groups.push({ ...group, from: named ? reading.from : clause.from })
      }
      open = true
    } else if (last && (after === ';' || reading.kind === 'condition')) last.to = clause.to
    else open = after === ';' && open
  }
  for (const group of groups)
    if (group.reading.leads.length === 0) {
      const leads = leadsWithin(tokens, group.from, group.to, flat)
      if (leads.length > 0) group.reading = { ...group.reading, leads }
    }
  return groups
}

/** Who does the work, said behind it: "… (Sở Y tế chủ trì)", "…; cơ quan chủ trì: Sở Y tế". */
function leadsWithin(tokens: readonly Token[], from: number, to: number, flat: string): Body[] {
  const attribute = attributesIn(tokens, from, to).find((a) => a.role === 'lead')
  if (attribute) return bodiesOf(tokens, attribute, flat)
  for (let i = from + 3; i < to; i++) {
    if (wordAt(tokens, i) !== '(') continue
    const list = readBodies(tokens, i + 1, flat)
    if (list && list.next < to && standsAt(tokens, list.next, 'chủ trì')) return list.bodies
  }
  return []
}

/** "…nghiêm túc thực hiện; báo cáo UBND tỉnh …": with a report behind the semicolon the last sentence is a task. */
function reportsBehind(tokens: readonly Token[], clause: Clause, to: number): boolean {
  if (wordAt(tokens, clause.to) !== ';') return false
  for (let j = clause.to + 1; j < to && wordAt(tokens, j) !== '.'; j++)
    if (standsAt(tokens, j, 'báo cáo') || standsAt(tokens, j, 'phản ánh')) return true
  return false
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
  // "…; mỗi ấp có ít nhất 01 tổ": what comes of it, not whom it is told.
  if (clause.after === ';' && resulting(tokens, clause, reading, flat)) return false
  if (reading.leads.length > 0)
    return clause.after === '.' || namesOf(reading.leads) !== namesOf(open.reading.leads)
  if (reading.conditional) return false
  const words = flat.slice(tokens[clause.from]?.start ?? 0, tokens[clause.to - 1]?.end ?? 0)
  if (reading.kind === 'fact') return !goesOn.test(words)
  const own: Contents = {
    words,
    reports: findReports(tokens, clause.from, clause.to, flat).to.length > 0,
    partners: findCoordination(tokens, clause.from, clause.to, flat).length > 0,
    deadline: findDeadline(words, context),
  }
  if (reading.kind === 'norm')
    return setsDay(words) || own.reports || (clause.after === ';' && subjectMust.test(words))
  if (clause.after === '.') return beginsSentence(own, clause.to - clause.from)
  if (/^(?:hoàn thành|thời gian|thời hạn|kết quả)/iu.test(words)) return false
  const before = flat.slice(tokens[open.from]?.start ?? 0, tokens[open.to - 1]?.end ?? 0)
  const reported = findReports(tokens, open.from, open.to, flat).to.length > 0
  return beginsInside(own, before, reported, context)
}

const everyone = new Set(['mỗi', 'tất', 'mọi', 'từng', '100'])
const results = new Set(['có', 'đạt', 'đều', 'được'])

function resulting(tokens: readonly Token[], clause: Clause, reading: ClauseReading, flat: string): boolean {
  if (!everyone.has(wordAt(tokens, clause.from))) return false
  // "…; mỗi xã bố trí ít nhất 02 tổ": the share of each in the work of the lead.
  const words = flat.slice(tokens[clause.from]?.start ?? 0, tokens[clause.to - 1]?.end ?? 0)
  if (wordAt(tokens, clause.from) === 'mỗi' && findTargets(words).length > 0) return true
  const behind = reading.leads.at(-1)?.to ?? reading.predicate
  return results.has(wordAt(tokens, behind)) || results.has(wordAt(tokens, reading.predicate))
}

interface Contents {
  words: string
  reports: boolean
  partners: boolean
  deadline: FoundDeadline | null
}

const subjectMust = /^\p{L}+(?: \p{L}+){1,5}: ?(?:phải|cần) /iu

function namesOf(bodies: readonly Body[]): string {
  return bodies
    .flatMap((b) => b.canonical)
    .join('|')
    .toLowerCase()
}

/** A new sentence is a new task unless it only goes on with the one before. */
function beginsSentence({ words, reports, partners, deadline }: Contents, length: number): boolean {
  if (/^(?:hoàn thành|trường hợp|trên cơ sở đó)/iu.test(words)) return false
  const carries = deadline !== null || reports || partners
  if (length < 12 && !carries) return false
  return carries || !goesOn.test(words)
}

/** Behind a semicolon a task begins with partners, a report, figures or a day of its own. */
function beginsInside(own: Contents, before: string, reported: boolean, context: DeadlineContext): boolean {
  if (own.reports && !reported && standingReport(own.words)) return true
  if (own.partners || (own.reports && own.deadline?.deadline.kind === 'periodic')) return true
  const figures = findTargets(own.words).filter((t) => t.rule !== 'target:percent-in-bracket')
  if (figures.length > 0 && findTargets(before).length === 0) return true
  const theirs = findDeadline(before, context)
  if (
    !theirs &&
    own.deadline &&
    dated(own.deadline) &&
    bounds.test(own.deadline.deadline.text) &&
    !goesOn.test(own.words)
  )
    return true
  // "…; định kỳ vào ngày 20 hằng tháng chia sẻ số liệu": a time of its own opens it.
  if (!theirs && own.deadline?.deadline.kind === 'periodic' && own.deadline.start < 12) return true
  if (!theirs || !dated(theirs)) return false
  if (!own.deadline || !dated(own.deadline)) return theirs.start < 12
  return own.deadline.deadline.date !== theirs.deadline.date
}

/** A day that bounds the work ("trước ngày 22/9"), not one on which it stands ("vào ngày", "đến ngày … cơ bản …"). */
const bounds = /^(?:trước|trong|chậm nhất|hoàn thành|xong)/iu

function dated(found: FoundDeadline): boolean {
  return !found.rule.startsWith('deadline:at-once')
}

const standing = ['kịp thời', 'định kỳ', 'thường xuyên', 'chủ động', 'hằng ', 'hàng ', 'đột xuất', 'tổng hợp']

/** A report that is due whenever something comes up is a task of its own; the report that closes the work is not. */
function standingReport(words: string): boolean {
  const told = words.toLowerCase().indexOf('báo cáo')
  if (told < 0) return false
  return saidBefore(words.slice(0, told), standing, 46, ',;') || /^báo cáo kịp thời/iu.test(words.slice(told))
}
