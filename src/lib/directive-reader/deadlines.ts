// Time limits with a date: by, from, between. Dates of cited papers, of meetings and of events are none. The forms without a
// date stand in deadline-forms.ts.
import { addDays, findDates, type FoundDate } from '#lib/text-vi/index.ts'

import { findAtOnce, findPeriodic, findWithin } from './deadline-forms.ts'
import { clauseBefore, saidBefore } from './lookback.ts'
import type { Deadline } from './types.ts'

export interface FoundDeadline {
  deadline: Deadline
  /** Offsets of the words it was read from. */
  start: number
  end: number
  rule: string
  confidence: number
}

export interface DeadlineContext {
  /** Completes a day and month without a year. */
  year: number | null
  /** ISO date of issue: "trong 14 ngày" counts from it. */
  issued: string | null
}

// "17 giờ 00", "17h00", "12 giờ trưa", "sáng thứ Hai" before a date are read over.

/** What may stand right before a date that is a last day. */
const byWords =
  /(?:(?:chậm nhất|muộn nhất)(?: là)?(?: trước| đến| vào| trong)?(?: hết)?|không (?:muộn|chậm|quá) hơn|xong trước|hoàn thành ?:|trước|cho đến hết|đến hết|đến|hết|vào|trong|(?:thời hạn|thời gian|hạn)(?: hoàn thành| thực hiện| chót| cuối| báo cáo)? ?:|hạn (?:chót|cuối)(?: là)?)(?: thời gian| thời điểm)? ?(?:\d{1,2} ?(?:giờ|h|g)(?: ?\d{1,2})?(?: phút)?(?: sáng| trưa| chiều| tối)?,? )?(?:(?:(?:sáng|chiều) )?thứ \p{L}{2,4},? |(?:sáng|trưa|chiều|tối|đêm),? )?(?:ngày )?(?:cuối |giữa |đầu )?$/iu
const sinceWords =
  /(?:bắt đầu |kể |thực hiện |tính )?từ (?:\d{1,2} ?(?:giờ|h|g)(?: ?\d{1,2})?(?: phút)?(?: sáng| trưa| chiều| tối)?,? )?(?:(?:(?:sáng|chiều) )?thứ \p{L}{2,4},? |(?:sáng|chiều),? )?(?:ngày )?$/iu
const untilWords =
  /(?:đến|tới)(?: hết)? (?:\d{1,2} ?(?:giờ|h|g)(?: ?\d{1,2})?(?: phút)?(?: sáng| trưa| chiều| tối)?,? )?(?:(?:(?:sáng|chiều) )?thứ \p{L}{2,4},? |(?:sáng|chiều),? )?(?:ngày )?$/iu
/** "từ ngày 10 đến ngày 20/9/2021": the first day shares the month of the second. */
const sinceDay = /từ (?:ngày )?(\d{1,2}) ?(?:đến|tới|-|–) ?(?:hết )?(?:ngày )?$/iu
const papers = [
  'phiên họp',
  'cuộc họp',
  'hội nghị',
  'buổi làm việc',
  'công điện',
  'văn bản',
  'thông báo',
  'kết luận',
  'nghị quyết',
  'chỉ thị',
  'quyết định',
  'báo cáo',
]
const events = ['đợt', 'mưa', 'lũ', 'bão', 'tình hình', 'dịch', 'quyết định', 'nghị quyết']

/** The deadline of a task's words, the surest one; null when there is none. */
export function findDeadline(flat: string, context: DeadlineContext): FoundDeadline | null {
  const dates = findDates(flat, context.year)
  const found: FoundDeadline[] = []
  const periodic = findPeriodic(flat)
  for (let i = 0; i < dates.length; i++) {
    const date = dates[i]
    if (!date) continue
    const last = dates.slice(i + 1, i + 4).find((d) => !cited(flat, d))
    const read = readDate(flat, date, last)
    if (read && !(periodic && read.start < periodic.end && read.end > periodic.start)) found.push(read)
    if (read?.deadline.kind === 'between' && last) i = dates.indexOf(last)
  }
  const best = found.sort((a, b) => b.confidence - a.confidence || b.start - a.start)[0]
  return best ?? findWithin(flat, context) ?? periodic ?? findAtOnce(flat)
}

/** The words before a date, "ngày" counted to them. */
function wordsBefore(flat: string, date: FoundDate): { head: string; lead: string } {
  const head = flat.slice(Math.max(0, date.start - 90), date.start)
  return { head, lead: /^ngày/iu.test(flat.slice(date.start, date.end)) ? `${head}ngày ` : head }
}

/** Whether a date is that of a paper or a meeting: "Chỉ thị số 19/CT-TTg, ngày …". */
function cited(flat: string, date: FoundDate): boolean {
  const { lead } = wordsBefore(flat, date)
  if (saidBefore(lead, ['trước', 'chậm nhất', 'hết', 'hoàn thành', 'hạn báo cáo', 'hạn gửi'], 16, '.;,'))
    return false
  // "thực hiện Kết luận này trong quý IV/2021": a month is set, and no paper is dated so.
  if (date.grain !== 'day' && /(?:trong|vào|đến) (?:cuối |đầu )?$/iu.test(lead.slice(-20))) return false
  const bare = lead.replace(/,? ?(?:ngày )?$/iu, '')
  const near = clauseBefore(bare, bare.length, 60, '.;,')
  if (saidBefore(near, papers, 25)) return true
  return (
    near
      .split(' ')
      .slice(-5)
      .some(
        (word) =>
          /^\p{Lu}{2}/u.test(word) || /^\d+[/-]\p{Lu}/u.test(word) || /^\d+\/\d{4}\/\p{Lu}/u.test(word),
      ) || / số \S+$/iu.test(near)
  )
}

function readDate(flat: string, date: FoundDate, next: FoundDate | undefined): FoundDeadline | null {
  if (cited(flat, date)) return null
  const { head, lead } = wordsBefore(flat, date)
  const added = lead.length - head.length
  const shared = date.grain === 'day' ? sinceDay.exec(lead.slice(-40)) : null
  if (shared) return sharedMonth(flat, date, shared, added)
  const span = date.joined === undefined ? null : spanOf(flat, date, head)
  if (span) return span
  const from = sinceWords.exec(lead.slice(-44))
  if (from && date.grain !== 'year') return fromDate(flat, date, next, from[0].length - added)
  const by = byWords.exec(lead.slice(-70))
  if (!by || date.date === null) return null
  const words = by[0]
  const firm =
    /chậm nhất|muộn nhất|muộn hơn|trước|xong|hết|hạn|thời/iu.test(words) ||
    saidBefore(lead.slice(0, -words.length), ['hoàn thành', 'xong', 'kết thúc'], 42)
  if (!limits(flat, date, head, lead, words)) return null
  const start = date.start - Math.min(date.start, words.length - added)
  return {
    deadline: { text: flat.slice(start, date.end), date: date.date, kind: 'by', start: null },
    start,
    end: date.end,
    rule: `deadline:by-${date.grain}`,
    confidence: firm ? 0.95 : 0.8,
  }
}

const spanWords =
  /(?:(?:từ|trong|vào)? ?(?:các )?ngày |(?:từ|trong|vào|thời gian ?:|thời gian thực hiện ?:|thời gian hoàn thành ?:|thời gian tổ chức ?:) ?|\()$/iu

/** "từ ngày 05-10/9", "trong các ngày 05, 06/9", "Thời gian: tháng 9 - tháng 12/2021"; "trong tháng 9 và tháng 10" is by the last day. */
function spanOf(flat: string, date: FoundDate, head: string): FoundDeadline | null {
  const words = spanWords.exec(head.slice(-40))
  if (!words || date.date === null || date.first === null) return null
  if (date.grain !== 'day' && date.joined === 'and' && !/:/u.test(words[0])) return null
  const before = head.slice(0, head.length - words[0].length)
  // "mưa lũ từ ngày 16-22/11" is when it happened.
  if (
    saidBefore(before, ['chậm nhất', 'hoàn thành', 'xong', 'đã'], 14) ||
    saidBefore(before, events, 30, '.;,')
  )
    return null
  const start = date.start - (words[0] === '(' ? 0 : words[0].trimStart().length)
  return {
    deadline: { text: flat.slice(start, date.end), date: date.date, kind: 'between', start: date.first },
    start,
    end: date.end,
    rule: 'deadline:between',
    confidence: 0.9,
  }
}

function sharedMonth(flat: string, date: FoundDate, m: RegExpExecArray, added: number): FoundDeadline | null {
  const day = (m[1] ?? '').padStart(2, '0')
  if (date.date === null || day >= date.date.slice(-2)) return null
  const start = Math.max(0, date.start - m[0].length + added)
  return {
    deadline: {
      text: flat.slice(start, date.end),
      date: date.date,
      kind: 'between',
      start: `${date.date.slice(0, 8)}${day}`,
    },
    start,
    end: date.end,
    rule: 'deadline:between',
    confidence: 0.9,
  }
}

/** Whether the words before a date make it a limit, and not the time of an event, a programme or a period. */
function limits(flat: string, date: FoundDate, head: string, lead: string, words: string): boolean {
  if (
    /(?:giai đoạn|nhiệm kỳ|khóa|đợt|vụ|bão|lũ|tình hình|diễn biến|tính) (?:từ |đến |trong |trước )?(?:ngày )?$/iu.test(
      lead.slice(-40),
    )
  )
    return false
  const before = lead.slice(0, lead.length - words.length)
  if (date.grain === 'year') {
    const done = /chậm nhất|xong/iu.test(words) || saidBefore(before, ['hoàn thành', 'chậm nhất', 'xong'], 42)
    if (/(?:hạn|thời gian|thời hạn)[^:]{0,12}:? ?$|(?:đến|trước|cho đến) hết $/iu.test(words)) return true
    return goal(flat, date, head) || (done && /(?:trong|trước|hết) $/iu.test(words))
  }
  if (date.grain !== 'day') {
    const firm = saidBefore(
      head,
      ['hoàn thành', 'xong', 'chậm nhất', 'trước', 'hết', 'trong', 'kết thúc', 'báo cáo'],
      60,
    )
    if (/hạn|thời gian/iu.test(words)) return true
    if (opensGoal(flat, date, head)) return true
    return (
      firm &&
      /(?:trong|trước|hết|chậm nhất|(?:vào|đến|trước|trong) (?:cuối|giữa|đầu)) ?(?:ngày )?$/iu.test(
        `${head.slice(-24).trimEnd()} `,
      )
    )
  }
  // "Đến ngày 10/9, toàn tỉnh đã …" tells how far it is.
  if (
    /đến (?:hết )?(?:ngày )?$/iu.test(words) &&
    /^[^.;]{0,40} đã /iu.test(flat.slice(date.end, date.end + 46))
  )
    return false
  if (
    /đến (?:ngày )?$/iu.test(words) &&
    !/từ nay $/iu.test(before.slice(-8)) &&
    saidBefore(before, ['từ', 'tình hình', 'kết quả', 'diễn ra', 'tính'], 60)
  )
    return false
  return (
    saidBefore(before, ['hoàn thành', 'kết thúc'], 60) ||
    !(/^(?:vào|trong) (?:ngày )?$/iu.test(words) && saidBefore(before, ['xảy ra', 'ban hành', 'đã'], 60))
  )
}

/** "Đến cuối tháng 9/2021 …", "phấn đấu đến tháng 12/2021 …": at the head of a clause the month is the goal's, unless it is told what was. */
function opensGoal(flat: string, date: FoundDate, head: string): boolean {
  if (!/(?:^|[,;:.] )(?:phấn đấu )?đến (?:hết |cuối |giữa )?$/iu.test(head.slice(-30))) return false
  return !/^[^.;]{0,60} (?:đã|mới|có) /iu.test(flat.slice(date.end, date.end + 70))
}

/** "đến năm 2030 đạt 90%": a year at the head of a clause with a figure behind it. */
function goal(flat: string, date: FoundDate, head: string): boolean {
  if (!/(?:^|[,;:] )(?:phấn đấu )?đến (?:hết |cuối )?$/iu.test(head.slice(-30))) return false
  const next = flat
    .slice(date.end, date.end + 60)
    .split(' ')
    .slice(0, 10)
    .join(' ')
  return /(?:đạt|có|hoàn thành|giảm|tăng|\d)/iu.test(next)
}

/** "trong thời gian 14 ngày, kể từ 0 giờ ngày 05/9": from that day through the last of them. */
function lastsFrom(flat: string, date: FoundDate, start: number): FoundDeadline | null {
  const m =
    /(?:trong|thời gian)(?: vòng| thời gian| thực hiện| áp dụng)?(?: là)? ?:? ?(\d{1,2}) ngày,? \(?$/iu.exec(
      flat.slice(Math.max(0, start - 50), start),
    )
  if (!m || date.first === null) return null
  const at = start - m[0].length
  return {
    deadline: {
      text: flat.slice(at, date.end),
      date: addDays(date.first, Number(m[1]) - 1),
      kind: 'between',
      start: date.first,
    },
    start: at,
    end: date.end,
    rule: 'deadline:lasting',
    confidence: 0.85,
  }
}

function fromDate(
  flat: string,
  date: FoundDate,
  next: FoundDate | undefined,
  width: number,
): FoundDeadline | null {
  const start = Math.max(0, date.start - width)
  const before = flat.slice(0, start)
  if (saidBefore(before, events, 30, '.;,') || / số [\p{L}\d/-]{1,16} $/u.test(before.slice(-22))) return null
  const lasting = lastsFrom(flat, date, start)
  if (lasting) return lasting
  const to = next ? flat.slice(date.end, next.start) : ''
  const until = next && to.length < 170 && !/[.;]/u.test(to) && untilWords.test(to.slice(-44))
  if (next && until)
    return {
      deadline: { text: flat.slice(start, next.end), date: next.date, kind: 'between', start: date.first },
      start,
      end: next.end,
      rule: 'deadline:between',
      confidence: 0.9,
    }
  return {
    deadline: { text: flat.slice(start, date.end), date: null, kind: 'from', start: date.first },
    start,
    end: date.end,
    rule: 'deadline:from',
    confidence: 0.8,
  }
}
