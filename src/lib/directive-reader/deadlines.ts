// Time limits: by, from, between, within N days, periodic, at once. Dates of cited papers, of meetings and of events are none.
import {
  addDays,
  findDates,
  isNumberWord,
  wordsValue,
  digitsValue,
  type FoundDate,
} from '#lib/text-vi/index.ts'

import type { Deadline } from './types.ts'

export interface FoundDeadline {
  deadline: Deadline
  /** Offsets of the passage it was read from. */
  start: number
  end: number
  rule: string
  confidence: number
}

export interface DeadlineContext {
  /** ISO date of issue or, failing that, of the meeting; completes dates without a year. */
  year: number | null
  issued: string | null
}

const before =
  /(?:(?:hoàn thành|xong|kết thúc|báo cáo|thực hiện|gửi|trình|nộp|phấn đấu|thời gian|thời hạn|hạn)[^.;:]{0,40}?)?(?:(?:chậm nhất|muộn nhất)(?: là)?(?: trước| đến| vào| trong)?(?: hết)?|xong trước|trước|cho đến hết|đến hết|đến|hết|vào|trong)(?: thời gian| thời điểm)? ?(?:\d{1,2} ?(?:giờ|h|g)(?: ?\d{0,2})?(?: phút)?,? ?)?(?:(?:thứ \p{L}{2,4}|sáng|chiều),? ?)?(?:ngày )?$/iu
const since = /(?:bắt đầu |kể |thực hiện |tính )?từ (?:ngày )?$/iu
const until = /^[^.;]{0,160}?(?:đến|tới)(?: hết)? (?:ngày )?$/iu
const citation =
  /(?:số [^ ]{1,30}|\p{Lu}{2,}[\p{L}\d/-]*|phiên họp|cuộc họp|hội nghị|buổi làm việc|công điện|văn bản|thông báo|kết luận|nghị quyết|chỉ thị|quyết định)[^.;,]{0,25},? (?:ngày )?$/u
const strongMonth = /(?:hoàn thành|xong|chậm nhất|trước|hết|trong|kết thúc|báo cáo)[^.;]{0,60}$/iu

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
  if (best) return best
  return findWithin(flat, context) ?? periodic ?? findAtOnce(flat)
}

/** Whether a date is that of a paper or a meeting. */
function cited(flat: string, date: FoundDate): boolean {
  const head = flat.slice(Math.max(0, date.start - 90), date.start)
  const lead = /^ngày/iu.test(flat.slice(date.start, date.end)) ? `${head}ngày ` : head
  return citation.test(lead) && !/(?:trước|chậm nhất|hết|hoàn thành)[^,;.]{0,16}$/iu.test(lead)
}

function readDate(flat: string, date: FoundDate, next: FoundDate | undefined): FoundDeadline | null {
  const head = flat.slice(Math.max(0, date.start - 90), date.start)
  const own = flat.slice(date.start, date.end)
  const lead = /^ngày/iu.test(own) ? head + 'ngày ' : head
  if (cited(flat, date)) return null
  const from = since.exec(lead)
  if (from && date.grain !== 'year')
    return fromDate(flat, date, next, from[0].length - (lead.length - head.length))
  const by = before.exec(lead)
  if (!by || date.date === null) return null
  if (
    /(?:giai đoạn|nhiệm kỳ|khóa|đợt|vụ|bão|lũ|tình hình|diễn biến|tính) (?:từ |đến |trong |trước )?(?:ngày )?$/iu.test(
      lead,
    )
  )
    return null
  const words = by[0]
  const firmWord = /chậm nhất|muộn nhất|hoàn thành|trước|xong|hết/iu.test(words)
  const goal =
    date.grain === 'year' &&
    /(?:^|[,;:] )(?:phấn đấu )?đến (?:hết |cuối )?$/iu.test(head) &&
    /^,? ?(?:\p{L}+ ){0,8}(?:đạt|có|hoàn thành|giảm|tăng|100|\d)/iu.test(flat.slice(date.end))
  if (
    date.grain === 'year' &&
    !goal &&
    !(/hoàn thành|chậm nhất|xong/iu.test(words) && /(?:trong|trước|hết) $/iu.test(words))
  )
    return null
  if (
    (date.grain === 'month' || date.grain === 'quarter') &&
    !(strongMonth.test(head) && /(?:trong|trước|hết|chậm nhất) ?(?:ngày )?$/iu.test(head.trimEnd() + ' '))
  )
    return null
  if (
    /đến (?:ngày )?$/iu.test(words) &&
    /(?:từ|tình hình|kết quả|diễn ra|tính)[^.;]{0,60}$/iu.test(
      flat.slice(Math.max(0, date.start - 80), date.start - words.length),
    )
  )
    return null
  if (
    /^(?:vào|trong) (?:ngày )?$/iu.test(words) &&
    date.grain === 'day' &&
    /(?:xảy ra|ban hành|đã)[^.;]{0,60}$/iu.test(head)
  )
    return null
  const trimmed = words.replace(
    /^(?:hoàn thành|xong|kết thúc|báo cáo|thực hiện|gửi|trình|nộp|phấn đấu|thời gian|thời hạn|hạn)[^.;:]{0,40}?(?=chậm nhất|muộn nhất|xong trước|trước|cho đến|đến|hết|vào|trong)/iu,
    '',
  )
  const start = date.start - Math.min(date.start, trimmed.length - (lead.length - head.length))
  const text = flat.slice(start, date.end)
  return {
    deadline: { text, date: date.date, kind: 'by', start: null },
    start,
    end: date.end,
    rule: `deadline:by-${date.grain}`,
    confidence: firmWord ? 0.95 : 0.8,
  }
}

function fromDate(
  flat: string,
  date: FoundDate,
  next: FoundDate | undefined,
  width: number,
): FoundDeadline | null {
  const start = Math.max(0, date.start - width)
  if (
    next &&
    until.test(flat.slice(date.end, next.start) + (/^ngày/iu.test(flat.slice(next.start)) ? '' : ''))
  ) {
    if (/(?:đợt|mưa|lũ|bão|tình hình|dịch)[^.;,]{0,30}$/iu.test(flat.slice(Math.max(0, start - 40), start)))
      return null
    return {
      deadline: { text: flat.slice(start, next.end), date: next.date, kind: 'between', start: date.first },
      start,
      end: next.end,
      rule: 'deadline:between',
      confidence: 0.9,
    }
  }
  if (
    /(?:đợt|mưa|lũ|bão|tình hình|quyết định|nghị quyết|số)[^.;,]{0,30}$/iu.test(
      flat.slice(Math.max(0, start - 40), start),
    )
  )
    return null
  return {
    deadline: { text: flat.slice(start, date.end), date: null, kind: 'from', start: date.first },
    start,
    end: date.end,
    rule: 'deadline:from',
    confidence: 0.8,
  }
}

const within =
  /(?:trong|chậm nhất|không quá|tối đa)(?: thời hạn| vòng| thời gian)? (?:không quá |tối đa )?(\d{1,3}|(?:\p{L}{2,5} ){0,3}\p{L}{2,5}) (ngày|tuần|tháng|giờ)(?: làm việc)?(?! qua)/iu

function findWithin(flat: string, context: DeadlineContext): FoundDeadline | null {
  const m = within.exec(flat)
  if (!m) return null
  const words = (m[1] ?? '').toLowerCase()
  const parts = words.split(' ')
  const value = digitsValue(words) ?? (parts.every((w) => isNumberWord(w)) ? wordsValue(parts) : null)
  if (value === null || value === 0) return null
  const days =
    { ngày: value, tuần: value * 7, tháng: value * 30, giờ: Math.ceil(value / 24) }[
      (m[2] ?? 'ngày').toLowerCase()
    ] ?? value
  const start = m.index
  const end = start + m[0].length
  const date =
    context.issued === null || (m[2] ?? '').toLowerCase() === 'giờ' ? null : addDays(context.issued, days)
  return {
    deadline: { text: m[0], date, kind: 'by', start: null },
    start,
    end,
    rule: 'deadline:within',
    confidence: 0.7,
  }
}

const cycle = '(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm)'
const periodicForms: RegExp[] = [
  new RegExp(
    `(?:trước|vào|lúc|chậm nhất)[^.;,]{0,12}?(?:\\d|cuối|đầu|thứ|chủ nhật)[^.;,]{0,30}? (?:${cycle})`,
    'iu',
  ),
  /\d{1,2} lần ?\/ ?(?:ngày|tuần|tháng|quý|năm)(?: \([^()]{0,40}\))?/iu,
  new RegExp(
    `định kỳ(?:,)? (?:báo cáo )?(?:vào )?(?:${cycle}|\\d{1,2} (?:ngày|tuần|tháng|năm)(?:/lần| một lần)?|(?:06|6|ba|sáu) tháng|quý|tháng|tuần|năm)(?:, (?:quý|năm|6 tháng)){0,2}`,
    'iu',
  ),
  new RegExp(
    `(?:^|[;,:.] |và |đồng thời |thường xuyên |tổng hợp |đột xuất, )(${cycle})(?:,)? (?=\\p{L})`,
    'iu',
  ),
  new RegExp(
    `(${cycle}) (?:đánh giá|báo cáo|tổ chức|rà soát|kiểm tra|cập nhật|tổng hợp|xây dựng|họp|gửi|công bố|thống kê|sơ kết)`,
    'iu',
  ),
  new RegExp(`báo cáo [^.;]{0,60}?(${cycle}|(?:theo )?định kỳ)`, 'iu'),
  /(định kỳ)(?:,| và)? (?:tổng hợp|báo cáo|rà soát|đánh giá|kiểm tra|sơ kết|cập nhật)/iu,
]

function findPeriodic(flat: string): FoundDeadline | null {
  for (const form of periodicForms) {
    const m = form.exec(flat)
    if (!m) continue
    const words = m[1] ?? m[0]
    const start = m.index + m[0].indexOf(words)
    return {
      deadline: { text: words, date: null, kind: 'periodic', start: null },
      start,
      end: start + words.length,
      rule: 'deadline:periodic',
      confidence: 0.8,
    }
  }
  return null
}

const onceForms = /(?<![\p{L}])ngay(?![\p{L}])/giu

/** "Phân phát ngay …", "ngay khi được phân bổ", "ngay sau khi lũ rút". */
function findAtOnce(flat: string): FoundDeadline | null {
  onceForms.lastIndex = 0
  for (let m = onceForms.exec(flat); m; m = onceForms.exec(flat)) {
    const found = atOnce(flat, m.index)
    if (found) return found
  }
  return null
}

function atOnce(flat: string, at: number): FoundDeadline | null {
  const behind = flat.slice(at + 4, at + 90)
  const head = flat.slice(Math.max(0, at - 160), at)
  if (
    /^ ?(?:tại|từ|cả|trong|trên|ở|như|lập tức)(?![\p{L}])/iu.test(behind) &&
    !/^ ?trong (?:tháng|tuần|ngày)/iu.test(behind)
  )
    return null
  const after = /^ (?:sau khi|khi|sau)(?![\p{L}])[^,.;()]{0,60}/iu.exec(behind)
  if (after) {
    const text = `ngay${after[0]}`.trimEnd()
    if (/(?:nếu|trường hợp)[^.;]{0,80}$/iu.test(head)) return null
    return {
      deadline: { text, date: null, kind: 'immediately', start: null },
      start: at,
      end: at + text.length,
      rule: 'deadline:at-once-after',
      confidence: 0.7,
    }
  }
  const clause = head.slice(
    Math.max(head.lastIndexOf(';'), head.lastIndexOf('. '), head.lastIndexOf('(')) + 1,
  )
  if (
    /(?<![\p{L}])(?:nếu|khi|trường hợp|yêu cầu|thì|cần thiết phải|chưa thể|có thể|những)(?![\p{L}])/iu.test(
      clause,
    ) ||
    head.lastIndexOf('(') > head.lastIndexOf(')')
  )
    return null
  const near = clause.slice(clause.lastIndexOf(',') + 1)
  if (/(?<![\p{L}])(?:để|nhằm|được)(?![\p{L}])/iu.test(near) || /^ (?:đối với|những)/iu.test(behind))
    return null
  const verb = /(\p{L}+ (?:\p{L}+ ){0,3})$/u.exec(head)
  const start = verb ? at - Math.min(verb[0].length, lastWords(verb[0], 2)) : at
  return {
    deadline: { text: flat.slice(start, at + 4), date: null, kind: 'immediately', start: null },
    start,
    end: at + 4,
    rule: 'deadline:at-once',
    confidence: 0.6,
  }
}

function lastWords(words: string, count: number): number {
  const parts = words.trim().split(' ')
  return parts.slice(-count).join(' ').length + 1
}
