// Targets of number: "ít nhất 02 tổ", "mỗi huyện khoảng 500 đoàn viên", "50.000 liều/ngày", "2/3 quân số".
import { digitsValue } from '#lib/text-vi/index.ts'
import {
  demanded,
  goesOn,
  lasts,
  measures,
  namesNothing,
  numbersSomething,
  qualifies,
  tellsFact,
} from './target-asked.ts'
import { saidBefore } from './lookback.ts'
import { endsThing } from './name-ends.ts'
import {
  comparatorOf,
  endOfThing,
  type FoundTarget,
  numberWords,
  orMore,
  spanText,
  startOfThing,
  tokenAt,
} from './target-words.ts'
import { type Token, wordAt } from './tokens.ts'

const counted =
  /(?<![\p{L}\d.,/-])(\d{1,3}(?:\.\d{3})+|\d{1,3},\d{1,2}|\d{1,6})(?![\d%/]|[.,]\d|-[\d\p{L}])(?= ?\p{L})/gu

export function ofCounts(flat: string, tokens: readonly Token[]): FoundTarget[] {
  const out: FoundTarget[] = []
  counted.lastIndex = 0
  for (let m = counted.exec(flat); m; m = counted.exec(flat)) {
    const last = out.at(-1)
    const further = last !== undefined && m.index - last.end < 30 && goesOn(flat.slice(last.end, m.index))
    const found = ofCount(flat, tokens, m, further)
    if (found) out.push(found)
  }
  return out
}

function ofCount(
  flat: string,
  tokens: readonly Token[],
  m: RegExpExecArray,
  further: boolean,
): FoundTarget | null {
  const value = digitsValue(m[1] ?? '')
  if (value === null) return null
  const head = flat.slice(Math.max(0, m.index - 70), m.index)
  // "từ 03 đến 05 người": what is counted stands behind the second number.
  const range = /^ ?(?:đến|-|–) ?\d{1,6}(?= ?\p{L})/u.exec(
    flat.slice(m.index + (m[1] ?? '').length, m.index + 24),
  )
  const behind = m.index + (m[1] ?? '').length + (range?.[0].length ?? 0)
  const rest = flat.slice(behind)
  if (numbersSomething(head) || namesNothing(head, rest)) return null
  const open = head.lastIndexOf('(')
  if (open > head.lastIndexOf(')') && !/^(?:mỗi|ít nhất|tối thiểu|khoảng) /iu.test(head.slice(open + 1)))
    return null
  const said = comparatorOf(head)
  const { width } = said
  const comparator = said.comparator === '=' ? orMore(rest) : said.comparator
  const measured = measures.test(rest) || /^ ?(?:ngày|tuần|tháng|giờ)(?!\p{L})/iu.test(rest)
  const asked =
    demanded(head) ||
    (further && measured) ||
    lasts(head, rest) ||
    /^ ?\p{L}{2,6}(?: \p{L}{2,6})? ?\/ ?(?:ngày|tuần|tháng)(?!\p{L})/iu.test(rest)
  if (!asked && !(comparator !== '=' && measured)) return null
  if (qualifies(head, rest, said.comparator) || tellsFact(head)) return null
  if (
    comparator === '=' &&
    !measured &&
    !/(?:đạt|mục tiêu|chỉ tiêu) $/iu.test(head.slice(-16)) &&
    !saidBefore(head, ['mỗi '], 42)
  )
    return null
  const since = range && / từ $/iu.test(` ${head}`) ? 3 : 0
  const at = tokenAt(tokens, m.index - Math.max(width, since))
  const number = tokenAt(tokens, range ? behind - 1 : m.index)
  const to = lasts(head, rest) ? number + 2 : endOfThing(tokens, number, 9)
  const from = scopeBefore(tokens, at, flat)
  return counting(
    flat,
    tokens,
    { from, at, number, to },
    { value, comparator, unitAt: behind, rule: 'target:count' },
  )
}

interface Place {
  /** Tokens: start of the words, of the comparison, of the number; end of the words. */
  from: number
  at: number
  number: number
  to: number
}

function counting(
  flat: string,
  tokens: readonly Token[],
  { from, at, to }: Place,
  said: { value: number; comparator: FoundTarget['target']['comparator']; unitAt: number; rule: string },
): FoundTarget {
  const { text, start, end } = spanText(flat, tokens, from, to)
  const scope = scopeOf(flat, tokens, from, at)
  return {
    target: {
      text,
      quantity: said.value,
      unit: flat.slice(said.unitAt, end).trim() || null,
      scope,
      comparator: said.comparator,
      coverage: scope !== null && /^mỗi /iu.test(scope) ? 1 : null,
    },
    start,
    end,
    rule: said.rule,
    confidence: 0.5,
  }
}

/** Whose number it is, without the verb that gives it to them: "mỗi huyện | chọn 02 xã". */
function scopeOf(flat: string, tokens: readonly Token[], from: number, at: number): string | null {
  let end = from
  while (end < at && !(end > from + 1 && (endsThing(tokens, end) || small.has(wordAt(tokens, end))))) end++
  const scope = flat.slice(tokens[from]?.start ?? 0, tokens[end - 1]?.end ?? 0).trim()
  return from >= at || scope === '' ? null : scope
}

const small = new Set(['chọn', 'có', 'cử', 'lập', 'mở', 'đạt', 'phát', 'cấp', 'lấy', 'tiêm', 'giao'])

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
export function ofWord(flat: string, tokens: readonly Token[]): FoundTarget | null {
  const m =
    /(?:ít nhất|tối thiểu|không quá|tối đa|không dưới) (?:có |là )?(một|hai|ba|bốn|năm|mười)(?= \p{L})/iu.exec(
      flat,
    )
  const value = numberWords[m?.[1]?.toLowerCase() ?? '']
  if (!m || value === undefined) return null
  const unitAt = m.index + m[0].length
  if (/^ (?:lần|ngày|tháng|tuần|năm|giờ)(?!\p{L})/iu.test(flat.slice(unitAt))) return null
  const { comparator } = comparatorOf(flat.slice(0, unitAt - (m[1]?.length ?? 0)))
  const at = tokenAt(tokens, m.index)
  const number = tokenAt(tokens, unitAt)
  const place = { from: scopeBefore(tokens, at, flat), at, number, to: endOfThing(tokens, number, 8) }
  return counting(flat, tokens, place, { value, comparator, unitAt, rule: 'target:word' })
}

const fraction =
  /(?<![\d/.,\p{L}-])([1-9])\/([2-9]|10)(?= (?:tổng )?(?:số|quân số|biên chế|dân số|diện tích|thời gian|lực lượng|cán bộ|người|lao động|công nhân|đảng viên|thành viên|đại biểu|nhân lực|công suất|kinh phí|hộ)(?!\p{L}))/gu

const whole = /(?<![\d/.,\p{L}-])(\d{1,3})\/\1(?= \p{L})/gu

/** "2/3 quân số", "ít nhất 1/2 số hộ": the share as a number, to two places. */
export function ofFraction(flat: string, tokens: readonly Token[]): FoundTarget[] {
  const out: FoundTarget[] = []
  fraction.lastIndex = 0
  for (let m = fraction.exec(flat); m; m = fraction.exec(flat)) {
    const head = flat.slice(Math.max(0, m.index - 70), m.index)
    const [part, whole] = [Number(m[1]), Number(m[2])]
    if (part >= whole || numbersSomething(head) || tellsFact(head)) continue
    const { comparator, width } = comparatorOf(head)
    const at = tokenAt(tokens, m.index - width)
    const unitAt = m.index + m[0].length
    const number = tokenAt(tokens, unitAt)
    const place = { from: at, at, number, to: endOfThing(tokens, number, 8) }
    const value = Math.round((part / whole) * 100) / 100
    out.push(counting(flat, tokens, place, { value, comparator, unitAt, rule: 'target:fraction' }))
  }
  // "11/11 trung tâm y tế": all of them.
  whole.lastIndex = 0
  for (let m = whole.exec(flat); m; m = whole.exec(flat)) {
    const at = tokenAt(tokens, m.index)
    const unitAt = m.index + m[0].length
    const number = tokenAt(tokens, unitAt)
    const place = { from: at, at, number, to: endOfThing(tokens, number, 8) }
    out.push(
      counting(flat, tokens, place, { value: Number(m[1]), comparator: '=', unitAt, rule: 'target:whole' }),
    )
  }
  return out
}
