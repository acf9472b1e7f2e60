// Time limits without a date: within N days, again and again, at once.
import { addDays, digitsValue, isNumberWord, wordsValue } from '#lib/text-vi/index.ts'

import type { DeadlineContext, FoundDeadline } from './deadlines.ts'
import { clauseBefore, lastWords, saidBefore } from './lookback.ts'

const within =
  /(?:trong|chậm nhất|muộn nhất|không quá|tối đa)(?: là)?(?: sau| trong)?(?: thời hạn| vòng| thời gian)? (?:không quá |tối đa )?(\d{1,3}|\p{L}{2,5}(?: \p{L}{2,5}){0,3}) (ngày|tuần|tháng|giờ)(?: làm việc)?(?! qua| cuối| đầu)/iu

const lasting = [
  'niêm yết',
  'cách ly',
  'duy trì',
  'tạm dừng',
  'giãn cách',
  'treo ',
  'lưu giữ',
  'theo dõi sức khỏe',
]

/** "Sau 03 ngày kể từ ngày ban hành …": when it is to be done, counted as within. */
const afterIssue =
  /sau (\d{1,3}) (ngày|tuần|tháng)(?: làm việc)?,? (?=(?:kể )?từ (?:ngày|khi) (?:ban hành|ký|nhận|có|văn bản|chỉ thị|công điện|kế hoạch))/iu

/** "trong 07 ngày", "trong vòng hai tuần": counted from the day of issue. */
export function findWithin(flat: string, context: DeadlineContext): FoundDeadline | null {
  const m = within.exec(flat) ?? afterIssue.exec(flat)
  // "niêm yết công khai trong thời gian 03 ngày": how long, not by when.
  if (!m || saidBefore(flat.slice(0, m.index), lasting, 70, '.;,')) return null
  if (/(?:tối thiểu|ít nhất) $/iu.test(flat.slice(0, m.index).slice(-10))) return null
  const words = (m[1] ?? '').toLowerCase()
  const unit = (m[2] ?? 'ngày').toLowerCase()
  const parts = words.split(' ')
  const value = digitsValue(words) ?? (parts.every((w) => isNumberWord(w)) ? wordsValue(parts) : null)
  if (value === null || value === 0) return null
  // "trả kết quả trong vòng 24 giờ" is how fast, a target; no day is set.
  if (unit === 'giờ') return null
  const days = unit === 'tuần' ? value * 7 : unit === 'tháng' ? value * 30 : value
  const date = context.issued === null ? null : addDays(context.issued, days)
  const start = m.index
  const end = start + m[0].length
  return {
    deadline: { text: m[0], date, kind: 'by', start: null },
    start,
    end,
    rule: 'deadline:within',
    confidence: 0.7,
  }
}

const cycles = /(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm)(?!\p{L})/giu
const regular: RegExp[] = [
  /(?:cứ )?\d{1,2} (?:giờ|ngày|tuần|tháng) ?(?:\/|một|01) ?lần/iu,
  /(?:một|hai|ba|bốn|năm|bảy|mười) (?:giờ|ngày|tuần|tháng) (?:một|\/) ?lần/iu,
  /(?:trước |vào )?ngày \d{1,2} (?:của )?tháng (?:đầu|cuối)(?: của)? (?:mỗi )?quý(?: sau)?/iu,
  /\d{1,2} lần ?\/ ?(?:ngày|tuần|tháng|quý|năm)/iu,
  /định kỳ,? (?:\d{1,2} (?:ngày|tuần|tháng|năm)|ba tháng|sáu tháng|quý|tháng|tuần|năm)(?!\p{L})/iu,
  /(?<!theo )định kỳ(?:,| và| hoặc| hay) đột xuất(?=,? (?:tổng hợp|báo cáo|rà soát|đánh giá|kiểm tra|cập nhật))/iu,
  /định kỳ(?:,| và)? (?=tổng hợp|báo cáo|rà soát|đánh giá|kiểm tra|sơ kết|cập nhật)/iu,
]
const verbs =
  /^,? (?:đánh giá|báo cáo|tổ chức|rà soát|kiểm tra|cập nhật|tổng hợp|xây dựng|họp|gửi|công bố|thống kê|sơ kết)/iu

/** "hằng ngày", "định kỳ hằng tháng", "trước ngày 25/12 hàng năm", as the time of an act and not as a word of a name. */
export function findPeriodic(flat: string): FoundDeadline | null {
  cycles.lastIndex = 0
  for (let m = cycles.exec(flat); m; m = cycles.exec(flat)) {
    const start = cycleStart(flat, m.index, m.index + m[0].length)
    if (start !== null) return periodic(flat, start, m.index + m[0].length)
  }
  for (const form of regular) {
    const m = form.exec(flat)
    // "phát tối thiểu 03 lần/ngày" is how much.
    if (
      m &&
      /^\d{1,2} lần/u.test(m[0]) &&
      /(?:tối thiểu|ít nhất|không dưới|tối đa|không quá) $/iu.test(flat.slice(0, m.index).slice(-12))
    )
      continue
    if (m) return periodic(flat, m.index, m.index + m[0].trimEnd().length)
  }
  const due = /(?:theo )?định kỳ(?!\p{L})/iu.exec(flat)
  if (due && saidBefore(flat.slice(0, due.index), ['báo cáo'], 60))
    return periodic(flat, due.index, due.index + due[0].length)
  return null
}

function periodic(flat: string, start: number, end: number): FoundDeadline {
  const text = flat.slice(start, end)
  return {
    deadline: { text, date: null, kind: 'periodic', start: null },
    start,
    end,
    rule: 'deadline:periodic',
    confidence: 0.8,
  }
}

const yearly = [
  'ngân sách',
  'chỉ tiêu',
  'mục tiêu',
  'kế hoạch',
  'nghị quyết',
  'dự toán',
  'kinh phí',
  'chương trình',
  'chi',
  'công tác',
  'nhiệm vụ',
  'sinh hoạt',
  'đời sống',
  'thu nhập',
]

/** Where the time starts whose cycle stands at [at, end); null when the cycle is part of a name ("ngân sách hằng năm"). */
function cycleStart(flat: string, at: number, end: number): number | null {
  const before = clauseBefore(flat, at, 56, '.;,').toLowerCase()
  const set = Math.max(...['trước ', 'vào ', 'lúc ', 'chậm nhất '].map((word) => before.lastIndexOf(word)))
  if (set >= 0 && /^.{3,12}(?:\d|cuối|đầu|thứ|chủ nhật)/u.test(before.slice(set)))
    return at - before.length + set
  const fixed = /định kỳ,? (?:báo cáo )?(?:vào )?$/u.exec(before)
  if (fixed) return at - fixed[0].length
  const opens = before.trim() === '' || /(?:và|đồng thời|thường xuyên|tổng hợp|đột xuất) $/u.test(before)
  if (opens && /^,? \p{L}/u.test(flat.slice(end, end + 4))) return at
  if (verbs.test(flat.slice(end, end + 24))) return at
  // "công khai hằng tuần kế hoạch …": right behind the act it is its time.
  if (
    /(?:công khai|công bố|cập nhật|thông báo|họp|kiểm tra|rà soát|tổng hợp|đăng tải|thống kê|đánh giá) $/u.test(
      before,
    )
  )
    return at
  // At the end of a clause it is the time of the act, unless it is the budget, the plan, the quota of each year.
  const closes =
    /^(?:$|[.;,])/u.test(flat.slice(end)) && !yearly.some((noun) => before.trimEnd().endsWith(noun))
  return closes || saidBefore(flat.slice(0, at), ['báo cáo'], 60) ? at : null
}

const once = /(?<!\p{L})ngay(?!\p{L})/giu

/** "Phân phát ngay …", "ngay khi được phân bổ", "ngay sau khi lũ rút". */
export function findAtOnce(flat: string): FoundDeadline | null {
  once.lastIndex = 0
  for (let m = once.exec(flat); m; m = once.exec(flat)) {
    const found = atOnce(flat, m.index)
    if (found) return found
  }
  return null
}

const condition =
  /(?<!\p{L})(?:nếu|khi|trường hợp|yêu cầu|thì|cần thiết phải|chưa thể|có thể|những)(?!\p{L})/iu

function atOnce(flat: string, at: number): FoundDeadline | null {
  const behind = flat.slice(at + 4, at + 90)
  if (
    /^ ?(?:tại|từ|cả|trong|trên|ở|như)(?!\p{L})/iu.test(behind) &&
    !/^ ?trong (?:tháng|tuần|ngày|đêm|sáng|chiều|tối|hôm)/iu.test(behind)
  )
    return null
  const after = /^ (?:sau khi|khi|sau)(?!\p{L})[^,.;()]{0,60}/iu.exec(behind)
  if (after) {
    const text = `ngay${after[0]}`.trimEnd()
    if (saidBefore(flat.slice(0, at), ['nếu', 'trường hợp'], 80)) return null
    return {
      deadline: { text, date: null, kind: 'immediately', start: null },
      start: at,
      end: at + text.length,
      rule: 'deadline:at-once-after',
      confidence: 0.7,
    }
  }
  const head = flat.slice(Math.max(0, at - 160), at)
  const clause = head.slice(
    Math.max(head.lastIndexOf(';'), head.lastIndexOf('. '), head.lastIndexOf('(')) + 1,
  )
  // "Yêu cầu các địa phương triển khai ngay …": at its head the word tells, elsewhere it is a condition.
  if (condition.test(clause.replace(/^ ?yêu cầu /iu, '')) || head.lastIndexOf('(') > head.lastIndexOf(')'))
    return null
  const near = clause.slice(clause.lastIndexOf(',') + 1)
  if (/(?<!\p{L})(?:để|nhằm|được)(?!\p{L})/iu.test(near) || /^ (?:đối với|những)/iu.test(behind)) return null
  const start = at - lastWords(head, 2).length
  return {
    deadline: { text: flat.slice(start, at + 4), date: null, kind: 'immediately', start: null },
    start,
    end: at + 4,
    rule: 'deadline:at-once',
    confidence: 0.6,
  }
}
