// Numbers that an assignment asks for: "100% xã … có ít nhất 01 Trạm", "khoảng 500 đoàn viên", "tất cả … đều có", "24/7".
// Dates, numbers of papers and articles, ordinals and names with numbers are no targets.
import { verbWords } from './body-words.ts'
import { ofCounts, ofFraction, ofWord } from './target-counts.ts'
import { ofAll, ofEach, ofPercent } from './target-coverage.ts'
import { comparatorOf, type FoundTarget, spanText, startOfThing, tokenAt } from './target-words.ts'
import { type Token, tokensOf, wordAt } from './tokens.ts'

const percent = /(?<![\d.,/])(\d{1,3}(?:[.,]\d{1,3})?) ?(?:%|phần trăm)/gu

export function findTargets(flat: string): FoundTarget[] {
  if (!/\d|mỗi|đều|một (?:hoặc|số)|(?:ít nhất|tối thiểu|không quá|tối đa|không dưới) /iu.test(flat)) return []
  const tokens = tokensOf(flat)
  const out: FoundTarget[] = []
  const take = (found: FoundTarget | null): void => {
    const clock = out.find((t) => clocks.has(t.rule))
    // "03 chốt kiểm soát 24/24": the posts are counted up to the clock.
    const cut = found && clock && clock.start > found.start && clock.start < found.end
    const part = cut ? until(found, flat, clock.start) : found
    if (part && !out.some((t) => part.start < t.end && part.end > t.start)) out.push(part)
  }
  take(ofHours(flat))
  const round = /24 ?\/ ?(?:7|24)(?:h| giờ)?(?![\d/])/u.exec(flat)
  if (round) take(roundTheClock(flat, tokens, round))
  const often = /(\d{1,2}) lần ?\/ ?(ngày|tuần|tháng|quý|năm)/iu.exec(flat)
  if (often) take(ofOften(flat, tokens, often))
  const daily = /(?<!\p{L})(?:mỗi )?(ngày|tuần|tháng) (\d{1,2}) (lần|buổi|lượt)(?!\p{L})/iu.exec(flat)
  if (daily) take(ofDaily(daily))
  take(ofAll(flat, tokens))
  percent.lastIndex = 0
  for (let m = percent.exec(flat); m; m = percent.exec(flat)) take(ofPercent(flat, tokens, m))
  take(ofEach(flat, tokens))
  for (const found of ofFraction(flat, tokens)) take(found)
  for (const found of ofCounts(flat, tokens)) take(found)
  take(ofWord(flat, tokens))
  take(ofOneOrMore(flat))
  return out.map((found) => withAct(found, flat, tokens, out)).sort((a, b) => a.start - b.start)
}

const clocks = new Set(['target:round-the-clock', 'target:hours'])

function until(found: FoundTarget, flat: string, end: number): FoundTarget {
  const text = flat.slice(found.start, end).trimEnd()
  return { ...found, end: found.start + text.length, target: { ...found.target, text } }
}

/** A length of time says little without what lasts so long: "cách ly tập trung 14 ngày". */
function withAct(
  found: FoundTarget,
  flat: string,
  tokens: readonly Token[],
  others: readonly FoundTarget[],
): FoundTarget {
  const words = found.target.text.split(' ').length
  if (
    found.rule !== 'target:count' ||
    words > 3 ||
    !/^(?:ngày|tuần|tháng|giờ)$/u.test(found.target.unit ?? '')
  )
    return found
  const at = tokenAt(tokens, found.start)
  for (let j = at - 1; j >= Math.max(0, at - words); j--) {
    const token = tokens[j]
    if (
      token?.kind !== 'word' ||
      others.some((other) => token.start < other.end && token.start >= other.start)
    )
      break
    if (verbWords.match(tokens, j) < 2 && !(at - j === 1 && verbWords.match(tokens, j) > 0)) continue
    return {
      ...found,
      start: token.start,
      target: { ...found.target, text: flat.slice(token.start, found.end) },
    }
  }
  return found
}

function roundTheClock(flat: string, tokens: readonly Token[], m: RegExpExecArray): FoundTarget {
  const at = tokenAt(tokens, m.index)
  let from = startOfThing(tokens, at, 7)
  const verb = tokens.slice(from, at).findIndex((_, k) => verbWords.match(tokens, from + k) > 1)
  if (verb > 0) from += verb
  // "03 chốt kiểm soát 24/24": the number of posts is a figure of its own.
  for (let j = at - 1; j >= from; j--)
    if (tokens[j]?.kind === 'number') {
      from = Math.max(j + 2, at - 2)
      break
    }
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

/** "trả kết quả trong vòng 24 giờ": how fast. */
function ofHours(flat: string): FoundTarget | null {
  const m =
    /(?:trong vòng|trong|không quá|tối đa) (\d{1,3}) giờ(?! \/| ?\d| ngày)(?: đầu)?(?=[ ,.;]|$)/iu.exec(flat)
  if (!m) return null
  return {
    target: {
      text: m[0],
      quantity: Number(m[1]),
      unit: 'giờ',
      scope: null,
      comparator: '<=',
      coverage: null,
    },
    start: m.index,
    end: m.index + m[0].length,
    rule: 'target:hours',
    confidence: 0.5,
  }
}

/** "phát thanh ngày 03 buổi", "tuần 02 lần". */
function ofDaily(m: RegExpExecArray): FoundTarget {
  const [text, per = '', count = '', unit = ''] = m
  return {
    target: {
      text,
      quantity: Number(count),
      unit: `${unit}/${per}`,
      scope: null,
      comparator: '=',
      coverage: null,
    },
    start: m.index,
    end: m.index + text.length,
    rule: 'target:often',
    confidence: 0.6,
  }
}

function ofOften(flat: string, tokens: readonly Token[], m: RegExpExecArray): FoundTarget {
  const at = tokenAt(tokens, m.index)
  const each = tokens.findIndex((t, i) => t.w === 'mỗi' && i < at && at - i < 7)
  const { comparator, width } = comparatorOf(flat.slice(Math.max(0, m.index - 40), m.index))
  const act = tokenAt(tokens, m.index - width)
  const start = tokens[each >= 0 ? each : startOfThing(tokens, act, 2)]?.start ?? m.index
  const end = m.index + m[0].length
  return {
    target: {
      text: flat.slice(start, end),
      quantity: Number(m[1]),
      unit: `lần/${m[2] ?? ''}`,
      scope: null,
      comparator,
      coverage: null,
    },
    start,
    end,
    rule: 'target:often',
    confidence: 0.6,
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
