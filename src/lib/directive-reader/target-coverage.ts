// Targets of coverage: percentages, "mỗi … một …", "tất cả … đều …".
import { digitsValue } from '#lib/text-vi/index.ts'
import { endsThing } from './name-ends.ts'
import { clauseBefore } from './lookback.ts'
import {
  comparatorOf,
  orMore,
  endOfThing,
  type FoundTarget,
  spanText,
  startOfThing,
  tokenAt,
  numberWords,
} from './target-words.ts'
import { type Token, wordAt } from './tokens.ts'

const universals = ['tất cả ', 'toàn bộ ', 'mọi ', 'mỗi ', 'các ', '100% ']

export function ofPercent(flat: string, tokens: readonly Token[], m: RegExpExecArray): FoundTarget | null {
  const value = digitsValue(m[1] ?? '')
  if (value === null) return null
  const head = flat.slice(Math.max(0, m.index - 80), m.index)
  if (/(?:trích lại|chiếm|lãi suất|thuế|mới đạt|đã đạt|hiện)[^,;.]{0,20}$/iu.test(head)) return null
  // "người khuyết tật từ 61% trở lên" tells who.
  if (/(?:thương tật|khuyết tật|suy giảm khả năng lao động|nồng độ|cồn)[^,;.]{0,24}$/iu.test(head))
    return null
  const { comparator: said, width } = comparatorOf(head)
  const more = orMore(flat.slice(m.index + m[0].length))
  const comparator = said === '=' ? more : said
  const at = tokenAt(tokens, m.index - width)
  let behind = tokenAt(tokens, m.index + m[0].length)
  // "từ 80% dân số trở lên": up to the words that compare.
  if (more !== '=') while (wordAt(tokens, behind - 2) !== 'trở' && behind < tokens.length) behind++
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
  // "tỷ lệ tiêm đạt trên 95% dân số từ 18 tuổi trở lên": of whom is said behind the number all the same.
  const to = endOfThing(tokens, behind, 12)
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
  const until = (m[2] ?? '').search(/ (?:trước|trong|để|đến|từ|nhằm|vào|và) /iu)
  const unit = until < 0 ? (m[2] ?? '') : (m[2] ?? '').slice(0, until)
  const scope = ['có', 'được', 'bố trí', 'thành lập'].reduce(
    (name, verb) => (name.endsWith(` ${verb}`) ? name.slice(0, -verb.length - 1) : name),
    rest.slice(0, at).trim(),
  )
  return {
    length: from + m[0].length - (m[2] ?? '').length + unit.length,
    count: digitsValue(counted) ?? numberWords[counted.toLowerCase()] ?? null,
    unit,
    scope,
  }
}

/** "mỗi người một mũi": a share for everyone. */
export function ofEach(flat: string, tokens: readonly Token[]): FoundTarget | null {
  for (let i = 0; i < tokens.length; i++) {
    if (wordAt(tokens, i) !== 'mỗi') continue
    for (let j = i + 2; j < Math.min(tokens.length - 1, i + 7); j++) {
      const word = wordAt(tokens, j)
      if (tokens[j]?.kind === 'mark' || /^(?:khoảng|ít|tối|không|chọn|có|đạt|phấn)$/u.test(word)) break
      const count = numberWords[word] ?? (/^0?\d$/u.test(word) ? Number(word) : null)
      if (count === null) continue
      const digits = tokens[j]?.kind === 'number'
      const to = digits ? Math.max(endOfThing(tokens, j + 1, 6), j + 2) : j + 2
      const { text, start, end } = spanText(flat, tokens, i, Math.min(tokens.length, to))
      let who = i + 2
      while (who < j && !endsThing(tokens, who)) who++
      const scope = flat.slice(start, tokens[who - 1]?.end ?? start)
      return {
        target: {
          text,
          quantity: count,
          unit: flat.slice(tokens[j + 1]?.start ?? end, end) || null,
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

/** "tất cả … đều có …": everything, without a number. */
export function ofAll(flat: string, tokens: readonly Token[]): FoundTarget | null {
  const even = flat.indexOf(' đều ')
  if (even < 0) return null
  const before = clauseBefore(flat, even, 116, '.;:')
  // Behind "tất cả" any verb is asked for, behind "các" only having and being given.
  const wide = /(?<!\p{L})(?:tất cả|toàn bộ|mọi|mỗi|100 ?%)(?!\p{L})/iu.test(before)
  const verb = (
    wide
      ? /^ đều (?!là |đã |đang |chưa |không |do |thuộc )(?:phải |được )?\p{L}+/u
      : /^ đều (?:phải |được )?(?:có|được|đạt|đeo|thực hiện|biết)(?!\p{L})/u
  ).exec(flat.slice(even, even + 30))
  if (!verb) return null
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
      quantity: /^100 ?%/u.test(scope) ? 100 : null,
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
