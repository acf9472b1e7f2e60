// Numbers that an assignment asks for: "100% xã … có ít nhất 01 Trạm", "khoảng 500 đoàn viên", "tất cả … đều có", "24/7".
// Dates, numbers of papers and articles, ordinals and names with numbers are no targets.
import { digitsValue } from '#lib/text-vi/index.ts'

import { endsThing, groupWords } from './body-names.ts'
import { clauseBefore, saidBefore, withoutEnd } from './lookback.ts'
import { tokensOf, wordAt, type Token } from './tokens.ts'
import type { Target } from './types.ts'

export interface FoundTarget {
  target: Target
  start: number
  end: number
  rule: string
  confidence: number
}

const comparators: [RegExp, Target['comparator']][] = [
  [/(?:ít nhất|tối thiểu|không dưới|không ít hơn|không thấp hơn)(?: là| đạt| được)? $/iu, '>='],
  [/(?:tối đa|không quá|nhiều nhất|không vượt quá)(?: là)? $/iu, '<='],
  [/(?:dưới|thấp hơn|nhỏ hơn)(?: mức)? $/iu, '<'],
  [/(?:trên|hơn|vượt|lớn hơn|cao hơn)(?: mức)? $/iu, '>'],
  [/(?:khoảng|gần|xấp xỉ) $/iu, '~'],
]
const percent = /(?<![\d.,/])(\d{1,3}(?:[.,]\d{1,3})?) ?(?:%|phần trăm)/gu
const counted =
  /(?<![\p{L}\d.,/-])(\d{1,3}(?:\.\d{3})+|\d{1,3},\d{1,2}|\d{1,6})(?![\d%/]|[.,]\d|-[\d\p{L}])(?= ?\p{L})/gu
const demands =
  /(?:ít nhất|tối thiểu|không dưới|tối đa|không quá|không ít hơn|khoảng|đạt|mục tiêu|chỉ tiêu|hoàn thành|đủ|thành lập|xây dựng|trồng|tiêm|lấy|cấp|huy động|bố trí|tuyển|tổ chức|tăng thêm|bổ sung|đưa) (?:(?:được|đủ|là|trên|từ|có|khoảng|ít nhất|tối thiểu|thêm|cho) ){0,3}$/iu

/** Whether the words before a number ask for it. */
function demanded(head: string): boolean {
  return demands.test(head.slice(-60)) || saidBefore(head, ['mỗi '], 42) || saidBefore(head, ['phấn đấu'], 32)
}

const measures =
  /^ ?(?:km|ha|m2|m3|tấn|kg|tỷ|triệu|nghìn|người|hộ|căn|nhà|con|cây|giường|liều|mẫu|trạm|tổ|đội|điểm|máy|phòng|bộ|lượt|trường hợp|cán bộ|xã|doanh nghiệp|lao động|y bác sĩ|bác sĩ|đoàn viên|chiến sĩ|đồng|bệnh|loại|giờ)(?![\p{L}])/iu
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
const universals = ['tất cả ', 'toàn bộ ', 'mọi ', 'mỗi ', 'các ', '100% ']
const numberWords = { một: 1, hai: 2, ba: 3, bốn: 4, năm: 5 } as Record<string, number>

export function findTargets(flat: string): FoundTarget[] {
  if (!/\d|mỗi|đều|một (?:hoặc|số)/iu.test(flat)) return []
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
  take(ofOneOrMore(flat))
  return out.sort((a, b) => a.start - b.start)
}

function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

const marks = new Set(['.', ';', ':', '(', ')', '“', '”', '!', '?'])

/** End of the thing that is counted: up to a verb, a purpose, a mark; commas inside a list of nouns are passed. */
function endOfThing(tokens: readonly Token[], from: number, most: number): number {
  let end = from
  for (let j = from; j < Math.min(tokens.length, from + most); j++) {
    const word = wordAt(tokens, j)
    if (marks.has(word)) break
    if (word === 'từ' && tokens[j + 1]?.kind === 'number') {
      j += 2
      end = Math.min(tokens.length, j + 1)
      continue
    }
    if (word === ',' || word === 'và') {
      const noun = groupWords.match(tokens, j + 1) > 0 || (word === ',' && wordAt(tokens, j + 1) === 'thanh')
      if (!noun) break
      continue
    }
    if (
      j > from &&
      endsThing(tokens, j) &&
      !['trên', 'có', 'được', 'cấp', 'xã', 'trong', 'phòng'].includes(word) &&
      groupWords.match(tokens, j) === 0
    )
      break
    end = j + 1
  }
  return end
}

/** Start of the words before a number that say of what: back to a mark, a comma that parts no list, or a verb. */
function startOfThing(tokens: readonly Token[], at: number, most: number): number {
  let start = at
  for (let j = at - 1; j >= Math.max(0, at - most); j--) {
    const word = wordAt(tokens, j)
    if (marks.has(word)) break
    if (word === ',' && groupWords.match(tokens, j + 1) === 0) break
    start = j
  }
  return start
}

function spanText(
  flat: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): { text: string; start: number; end: number } {
  const start = tokens[from]?.start ?? 0
  const end = tokens[to - 1]?.end ?? start
  return { text: flat.slice(start, end), start, end }
}

function roundTheClock(flat: string, tokens: readonly Token[], m: RegExpExecArray): FoundTarget {
  const at = tokenAt(tokens, m.index)
  let from = startOfThing(tokens, at, 7)
  if (at - from < 3 && wordAt(tokens, from - 1) === ',') from = startOfThing(tokens, from - 1, 3)
  const { text, start } = spanText(flat, tokens, from, at + 1)
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

function comparatorOf(head: string): { comparator: Target['comparator']; width: number } {
  for (const [form, comparator] of comparators) {
    const m = form.exec(head)
    if (m) return { comparator, width: m[0].length }
  }
  return { comparator: '=', width: 0 }
}

function ofPercent(flat: string, tokens: readonly Token[], m: RegExpExecArray): FoundTarget | null {
  const value = digitsValue(m[1] ?? '')
  if (value === null) return null
  const head = flat.slice(Math.max(0, m.index - 80), m.index)
  if (/(?:trích lại|chiếm|lãi suất|thuế|mới đạt|đã đạt|hiện)[^,;.]{0,20}$/iu.test(head)) return null
  const { comparator, width } = comparatorOf(head)
  const at = tokenAt(tokens, m.index - width)
  const behind = tokenAt(tokens, m.index + m[0].length)
  const nested = nestedCount(flat.slice(m.index + m[0].length))
  if (value === 100 && nested) {
    const end = m.index + m[0].length + nested.length
    return {
      target: {
        text: flat.slice(m.index, end),
        quantity: nested.count,
        unit: nested.unit,
        scope: nested.scope,
        comparator: '>=',
        coverage: 1,
      },
      start: m.index,
      end,
      rule: 'target:coverage-and-count',
      confidence: 0.8,
    }
  }
  // "phân bổ vốn đối ứng (tối thiểu 5%)": the bracket belongs to the words before it.
  if (wordAt(tokens, at - 1) === '(' && wordAt(tokens, behind) === ')') {
    const open = startOfThing(tokens, at - 1, 8)
    const { text, start, end } = spanText(flat, tokens, open, behind + 1)
    return {
      target: {
        text,
        quantity: value,
        unit: '%',
        scope: text.slice(0, Math.max(0, text.indexOf(' ('))),
        comparator,
        coverage: value === 100 ? 1 : null,
      },
      start,
      end,
      rule: 'target:percent-in-bracket',
      confidence: 0.6,
    }
  }
  // "tỷ lệ … đạt 22%" is said before the number, "70% phụ nữ …" behind it.
  const from = startOfThing(tokens, at, 14)
  const before = flat.slice(tokens[from]?.start ?? 0, tokens[at]?.start ?? 0)
  const rate = /(?:tỷ lệ|tỉ lệ|tỷ số|mức|tổng tỷ suất|sản lượng|tiến độ|số lượng)/iu.exec(before)
  const to = rate ? behind : endOfThing(tokens, behind, 12)
  const first = rate ? tokenAt(tokens, (tokens[from]?.start ?? 0) + rate.index) : at
  const { text, start, end } = spanText(flat, tokens, first, Math.max(to, behind))
  const scope = rate ? before.slice(rate.index).trim() : flat.slice(tokens[behind]?.start ?? 0, end).trim()
  return {
    target: {
      text,
      quantity: value,
      unit: '%',
      scope: scope === '' ? null : scope,
      comparator,
      coverage: value === 100 ? 1 : null,
    },
    start,
    end,
    rule: 'target:percent',
    confidence: 0.7,
  }
}

/** " xã, phường có ít nhất 01 Trạm …" behind "100%". */
function nestedCount(
  rest: string,
): { length: number; count: number | null; unit: string; scope: string } | null {
  const near = rest.slice(0, 110)
  const at = Math.max(near.indexOf(' ít nhất '), near.indexOf(' tối thiểu '))
  if (at < 2 || /[.;:]/u.test(rest.slice(0, at))) return null
  const from = at + (rest.charAt(at + 1) === 'í' ? 9 : 11)
  const m = /^(\d{1,4}|một|hai|ba) ([^,.;:]{2,60})/iu.exec(rest.slice(from, from + 80))
  if (!m) return null
  const counted = m[1] ?? ''
  const scope = ['có', 'được', 'bố trí', 'thành lập'].reduce(
    (name, verb) => (name.endsWith(` ${verb}`) ? name.slice(0, -verb.length - 1) : name),
    rest.slice(0, at).trim(),
  )
  return {
    length: from + m[0].length,
    count: digitsValue(counted) ?? numberWords[counted.toLowerCase()] ?? null,
    unit: m[2] ?? '',
    scope,
  }
}

/** "mỗi người một mũi": a share for everyone. */
function ofEach(flat: string, tokens: readonly Token[]): FoundTarget | null {
  for (let i = 0; i < tokens.length; i++) {
    if (wordAt(tokens, i) !== 'mỗi') continue
    for (let j = i + 2; j < Math.min(tokens.length - 1, i + 7); j++) {
      const word = wordAt(tokens, j)
      if (tokens[j]?.kind === 'mark' || /^(?:khoảng|ít|tối|không|chọn|có|đạt|phấn)$/u.test(word)) break
      const count = numberWords[word] ?? (/^0?\d$/u.test(word) ? Number(word) : null)
      if (count === null) continue
      const { text, start, end } = spanText(flat, tokens, i, Math.min(tokens.length, j + 2))
      const scope = flat.slice(start, tokens[j - 1]?.end ?? start)
      return {
        target: {
          text,
          quantity: count,
          unit: wordAt(tokens, j + 1) || null,
          scope,
          comparator: '=',
          coverage: 1,
        },
        start,
        end,
        rule: 'target:each',
        confidence: 0.6,
      }
    }
  }
  return null
}

function ofOften(flat: string, tokens: readonly Token[], m: RegExpExecArray): FoundTarget {
  const at = tokenAt(tokens, m.index)
  const start = tokens[startOfThing(tokens, at, 3)]?.start ?? m.index
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

/** "tất cả … đều có …": everything, without a number. */
function ofAll(flat: string, tokens: readonly Token[]): FoundTarget | null {
  const even = flat.indexOf(' đều ')
  if (even < 0) return null
  const verb = /^ đều (?:phải |được )?(?:có|được|đạt|đeo|thực hiện|biết)(?!\p{L})/u.exec(
    flat.slice(even, even + 30),
  )
  if (!verb) return null
  const before = clauseBefore(flat, even, 116, '.;:')
  const start = even - before.length + scopeStart(before.toLowerCase())
  if (start < even - before.length) return null
  const behind = tokenAt(tokens, even + verb[0].length)
  const to = endOfThing(tokens, behind, 7)
  const end = Math.max(tokens[to - 1]?.end ?? 0, even + verb[0].length)
  const scope = flat.slice(start, even).replace(/^(?:tất cả|toàn bộ|mọi|mỗi|các) /iu, '')
  const unit = flat.slice(tokens[behind]?.start ?? end, end).trim()
  return {
    target: {
      text: flat.slice(start, end),
      quantity: null,
      unit: unit === '' ? null : unit,
      scope,
      comparator: null,
      coverage: 1,
    },
    start,
    end,
    rule: 'target:all',
    confidence: 0.5,
  }
}

/** Where "tất cả …" opens before "đều": the nearest strong word, else the first "các"; -1 when there is none. */
function scopeStart(before: string): number {
  const strong = Math.max(...universals.slice(0, 4).map((word) => before.lastIndexOf(word)))
  return strong >= 0 ? strong : Math.max(before.indexOf('các '), before.indexOf('100% '))
}

function ofCount(flat: string, tokens: readonly Token[], m: RegExpExecArray): FoundTarget | null {
  const value = digitsValue(m[1] ?? '')
  if (value === null) return null
  const head = flat.slice(Math.max(0, m.index - 70), m.index)
  const rest = flat.slice(m.index + (m[1] ?? '').length)
  if (numbersSomething(head) || names.test(rest) || /^ \p{L}+ (?:trở lên|trở xuống)/iu.test(rest)) return null
  if (head.lastIndexOf('(') > head.lastIndexOf(')')) return null
  const { comparator, width } = comparatorOf(head)
  const compared = comparator !== '=' && measures.test(rest)
  if (!demanded(head) && !compared) return null
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
  if (each >= 0) return each < 30 ? from : tokenAt(tokens, (tokens[from]?.start ?? 0) + each)
  // "tổng tỷ suất sinh đạt 2,1 con": the figure's name stands before "đạt".
  if (/^(?:\p{L}+ ){2,9}đạt(?: khoảng| trên| ít nhất| tối thiểu)? $/iu.test(before))
    return from + (/^(?:phấn đấu|bảo đảm|đảm bảo) /iu.test(before) ? 2 : 0)
  return ['tiêu'].includes(wordAt(tokens, at - 1)) ? at - 2 : at
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
