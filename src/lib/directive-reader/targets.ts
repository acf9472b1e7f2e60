// Numbers that an assignment asks for: "100% xã … có ít nhất 01 Trạm", "khoảng 500 đoàn viên", "tất cả … đều có", "24/7".
// Dates, numbers of papers and articles, ordinals and names with numbers are no targets.
import { digitsValue } from '#lib/text-vi/index.ts'
import { verbWords } from './body-words.ts'
import { saidBefore, withoutEnd } from './lookback.ts'
import { ofAll, ofEach, ofPercent } from './target-coverage.ts'
import {
  comparatorOf,
  endOfThing,
  orMore,
  numberWords,
  type FoundTarget,
  spanText,
  startOfThing,
  tokenAt,
} from './target-words.ts'
import { type Token, tokensOf, wordAt } from './tokens.ts'

const percent = /(?<![\d.,/])(\d{1,3}(?:[.,]\d{1,3})?) ?(?:%|phần trăm)/gu

const counted =
  /(?<![\p{L}\d.,/-])(\d{1,3}(?:\.\d{3})+|\d{1,3},\d{1,2}|\d{1,6})(?![\d%/]|[.,]\d|-[\d\p{L}])(?= ?\p{L})/gu

const demands =
  /(?:ít nhất|tối thiểu|không dưới|tối đa|không quá|không ít hơn|khoảng|đạt|mục tiêu|chỉ tiêu|hoàn thành|đủ|thành lập|xây dựng|trồng|tiêm|lấy|cấp|huy động|bố trí|dự phòng|chuẩn bị|bảo đảm|đảm bảo|duy trì|tuyển|tổ chức|tăng thêm|bổ sung|đưa|lên|cấp phát|trồng mới|xây mới|vận động|đào tạo|tập huấn|tiếp nhận|thu hút|dự trữ|kết nạp|di dời|sơ tán|sửa chữa|lắp đặt|mua sắm|mở|khám|phát triển|giải quyết|kiểm tra|thu|giảm|tăng|nâng|cử) (?:(?:được|đủ|là|trên|từ|có|khoảng|ít nhất|tối thiểu|thêm|cho) ){0,3}$/iu

/** Whether the words before a number ask for it. */
function demanded(head: string): boolean {
  return demands.test(head.slice(-60)) || saidBefore(head, ['mỗi '], 42) || saidBefore(head, ['phấn đấu'], 32)
}

const measures =
  /^ ?(?:km|ha|m2|m3|tấn|kg|tỷ|triệu|nghìn|người|hộ|căn|nhà|con|cây|giường|liều|mẫu|trạm|tổ|đội|điểm|máy|phòng|bộ|lượt|trường hợp|cán bộ|xã|doanh nghiệp|lao động|y bác sĩ|bác sĩ|đoàn viên|chiến sĩ|đồng|bệnh|loại|giờ|khu|chốt|bệnh viện|kíp|suất|túi|lần|tiết|ca|bản tin|tin bài|mô hình|hồ sơ|công trình|dự án|hội viên|sinh viên|học sinh|nhân viên|tình nguyện viên|bệnh nhân|chuyến|phần quà|héc ta|mét|công nhân|đảng viên|gia đình|thôn|ấp)(?![\p{L}])/iu

/** Words before a number that make it the number of a paper, a time, a rank or part of a name. */
const notCounted = [
  'số',
  'điều',
  'khoản',
  'điểm',
  'mục',
  'quý',
  'tháng',
  'ngày',
  'năm',
  'thứ',
  'lần',
  'đợt',
  'mũi',
  'tầng',
  'cấp',
  'bão',
  'phần',
  'chương',
  'khóa',
  'loại',
  'nhóm',
  'phụ lục',
  'biểu',
  'mẫu',
  'quốc lộ',
  'tỉnh lộ',
  'đường',
  'hạng',
  'ql',
  'giai đoạn',
  'vòng',
  'tổ',
  'phường',
  'quận',
  'công điện',
  'phiên',
  'kỳ',
  'khu',
  'lớp',
  'báo động',
  'covid',
  'giờ',
  'trước',
  'lúc',
  'đến',
  'vùng',
  'nghị quyết',
  'luật',
  'f',
  'tuổi',
  'dự án',
  'ngày hội',
]

function numbersSomething(head: string): boolean {
  const tail = withoutEnd(head, '.:-').toLowerCase()
  return notCounted.some(
    (word) => tail.endsWith(word) && !/\p{L}/u.test(tail.charAt(tail.length - word.length - 1)),
  )
}

const names =
  /^ ?(?:chương trình mục tiêu|chương trình mtqg|chương trình|giờ(?! \/)|phút|ngày|tháng|luật|nghị quyết|công điện|tại chỗ|chương|xanh|năm|tuần|dự án luật|cấp|bước|rõ|không|có|trụ cột|lần|quý|tuổi|nội dung|nhiệm vụ|giải pháp|h)(?![\p{L}])/iu

export function findTargets(flat: string): FoundTarget[] {
  if (!/\d|mỗi|đều|một (?:hoặc|số)|(?:ít nhất|tối thiểu|không quá|tối đa|không dưới) /iu.test(flat)) return []
  const tokens = tokensOf(flat)
  const out: FoundTarget[] = []
  const take = (found: FoundTarget | null): void => {
    if (found && !out.some((t) => found.start < t.end && found.end > t.start)) out.push(found)
  }
  const round = /24 ?\/ ?(?:7|24)(?:h| giờ)?(?![\d/])/u.exec(flat)
  if (round) take(roundTheClock(flat, tokens, round))
  const often = /(\d{1,2}) lần ?\/ ?(ngày|tuần|tháng|quý|năm)/iu.exec(flat)
  if (often) take(ofOften(flat, tokens, often))
  take(ofAll(flat, tokens))
  percent.lastIndex = 0
  for (let m = percent.exec(flat); m; m = percent.exec(flat)) take(ofPercent(flat, tokens, m))
  take(ofEach(flat, tokens))
  counted.lastIndex = 0
  for (let m = counted.exec(flat); m; m = counted.exec(flat)) take(ofCount(flat, tokens, m))
  take(ofWord(flat, tokens))
  take(ofOneOrMore(flat))
  return out.sort((a, b) => a.start - b.start)
}

function roundTheClock(flat: string, tokens: readonly Token[], m: RegExpExecArray): FoundTarget {
  const at = tokenAt(tokens, m.index)
  let from = startOfThing(tokens, at, 7)
  const verb = tokens.slice(from, at).findIndex((_, k) => verbWords.match(tokens, from + k) > 1)
  if (verb > 0) from += verb
  if (at - from < 3 && wordAt(tokens, from - 1) === ',') from = startOfThing(tokens, from - 1, 3)
  const { start } = spanText(flat, tokens, from, at + 1)
  const text = flat.slice(start, m.index + m[0].length)
  const week = /7/u.test(m[0].slice(2))
  return {
    target: {
      text,
      quantity: 24,
      unit: 'giờ/ngày',
      scope: week ? '7 ngày/tuần' : null,
      comparator: '=',
      coverage: null,
    },
    start,
    end: m.index + m[0].length,
    rule: 'target:round-the-clock',
    confidence: 0.85,
  }
}

function ofOften(flat: string, tokens: readonly Token[], m: RegExpExecArray): FoundTarget {
  const at = tokenAt(tokens, m.index)
  const each = tokens.findIndex((t, i) => t.w === 'mỗi' && i < at && at - i < 7)
  const start = tokens[each >= 0 ? each : startOfThing(tokens, at, 3)]?.start ?? m.index
  const end = m.index + m[0].length
  return {
    target: {
      text: flat.slice(start, end),
      quantity: Number(m[1]),
      unit: `lần/${m[2] ?? ''}`,
      scope: null,
      comparator: '=',
      coverage: null,
    },
    start,
    end,
    rule: 'target:often',
    confidence: 0.6,
  }
}

function ofCount(flat: string, tokens: readonly Token[], m: RegExpExecArray): FoundTarget | null {
  const value = digitsValue(m[1] ?? '')
  if (value === null) return null
  const head = flat.slice(Math.max(0, m.index - 70), m.index)
  const rest = flat.slice(m.index + (m[1] ?? '').length)
  // "người từ 18 tuổi trở lên" tells who, not how many.
  const times = /^ ?lần(?!\p{L})/iu.test(rest) && comparatorOf(head).comparator !== '='
  if (numbersSomething(head) || (names.test(rest) && !times)) return null
  const open = head.lastIndexOf('(')
  if (open > head.lastIndexOf(')') && !/^(?:mỗi|ít nhất|tối thiểu|khoảng) /iu.test(head.slice(open + 1)))
    return null
  const said = comparatorOf(head)
  const { width } = said
  const comparator = said.comparator === '=' ? orMore(rest) : said.comparator
  const compared = comparator !== '=' && measures.test(rest)
  if (!demanded(head) && !compared) return null
  // "các khu nhà trọ trên 50 phòng" tells which ones, not how many.
  const which = said.comparator === '>' || said.comparator === '<'
  if (which && !demanded(head) && saidBefore(head, ['các ', 'những '], 30, ',;.')) return null
  if (
    comparator === '=' &&
    !measures.test(rest) &&
    !/(?:đạt|mục tiêu|chỉ tiêu) $/iu.test(head.slice(-16)) &&
    !saidBefore(head, ['mỗi '], 42)
  )
    return null
  const at = tokenAt(tokens, m.index - width)
  const to = endOfThing(tokens, tokenAt(tokens, m.index), 9)
  const from = scopeBefore(tokens, at, flat)
  const { text, start, end } = spanText(flat, tokens, from, to)
  const behind = m.index + (m[1] ?? '').length
  const scope = flat.slice(tokens[from]?.start ?? 0, tokens[at]?.start ?? 0).trim()
  return {
    target: {
      text,
      quantity: value,
      unit: flat.slice(behind, end).trim() || null,
      scope: scope === '' ? null : scope,
      comparator,
      coverage: /^mỗi /iu.test(scope) ? 1 : null,
    },
    start,
    end,
    rule: 'target:count',
    confidence: 0.5,
  }
}

/** "mỗi huyện, thị xã, thành phố khoảng 500 …": whose number it is, when it stands right before. */
function scopeBefore(tokens: readonly Token[], at: number, flat: string): number {
  const from = startOfThing(tokens, at, 12)
  const before = flat.slice(tokens[from]?.start ?? 0, tokens[at]?.start ?? 0)
  if (/^(?:mỗi|các|từng) /iu.test(before) && !/ (?:phải|được) /iu.test(before)) return from
  const each = before.toLowerCase().lastIndexOf('mỗi ')
  if (each >= 0) return tokenAt(tokens, (tokens[from]?.start ?? 0) + each)
  // "tổng tỷ suất sinh đạt 2,1 con": the figure's name stands before "đạt".
  if (/^(?:\p{L}+ ){2,9}đạt(?: khoảng| trên| ít nhất| tối thiểu)? $/iu.test(before))
    return from + (/^(?:phấn đấu|bảo đảm|đảm bảo) /iu.test(before) ? 2 : 0)
  return ['tiêu'].includes(wordAt(tokens, at - 1)) ? at - 2 : at
}

/** "ít nhất một điểm phát hàng", "tối thiểu hai tổ": a number in words that is compared. */
function ofWord(flat: string, tokens: readonly Token[]): FoundTarget | null {
  const m =
    /(?:ít nhất|tối thiểu|không quá|tối đa|không dưới) (?:có |là )?(một|hai|ba|bốn|năm|mười)(?= \p{L})/iu.exec(
      flat,
    )
  const quantity = numberWords[m?.[1]?.toLowerCase() ?? '']
  if (!m || quantity === undefined) return null
  const number = m.index + m[0].length
  if (/^ (?:lần|ngày|tháng|tuần|năm|giờ)(?!\p{L})/iu.test(flat.slice(number))) return null
  const head = flat.slice(0, number - (m[1]?.length ?? 0))
  const from = scopeBefore(tokens, tokenAt(tokens, m.index), flat)
  const to = endOfThing(tokens, tokenAt(tokens, number), 8)
  const { text, start, end } = spanText(flat, tokens, from, to)
  const scope = flat.slice(start, m.index).trim()
  return {
    target: {
      text,
      quantity,
      unit: flat.slice(number, end).trim() || null,
      scope: scope === '' ? null : scope,
      comparator: comparatorOf(head).comparator,
      coverage: /^mỗi /iu.test(scope) ? 1 : null,
    },
    start,
    end,
    rule: 'target:word',
    confidence: 0.5,
  }
}

function ofOneOrMore(flat: string): FoundTarget | null {
  const lead = /chọn (?:ít nhất )?một (?:hoặc (?:một )?số |số )?/iu.exec(flat)
  const unit = lead
    ? /^[\p{L}/]{1,24}(?: trấn| xã| phố)?/u.exec(flat.slice(lead.index + lead[0].length))
    : null
  const m = lead && unit ? { 0: lead[0] + unit[0], 1: unit[0], index: lead.index } : null
  if (!m) return null
  return {
    target: { text: m[0], quantity: 1, unit: m[1] ?? null, scope: null, comparator: '>=', coverage: null },
    start: m.index,
    end: m.index + m[0].length,
    rule: 'target:one-or-more',
    confidence: 0.5,
  }
}
