// Where a body's name ends: capitals, the small words that join them, and what narrows it down ("tỉnh", "có liên quan").
import {
  fieldNames,
  fixedNames,
  hardStops,
  headWords,
  provinceNames,
  roleWords,
  tailWords,
  unitWords,
} from './body-words.ts'
import { endsName, endsThing, secondHalf } from './name-ends.ts'
import { tidyName } from './names-of-bodies.ts'
import { behindCapitals, behindUnits } from './unit-names.ts'
import { phrases, type Token, wordAt } from './tokens.ts'

export interface Body {
  /** Token indexes [from, to). */
  from: number
  to: number
  /** Offsets of the passage. */
  start: number
  end: number
  canonical: string[]
  form: 'org' | 'collective' | 'role' | 'list' | 'level'
  /** Parts of a collective name that count as bodies of their own. */
  pieces?: { start: number; end: number }[]
  /** Where each of `canonical` stands in a list of names. */
  spots?: { start: number; end: number }[]
  /** Whether it is named by an office ("Giám đốc …"). */
  office?: boolean
}

/** Verbs that may stand inside a name in small letters behind a capital ("Cục Kinh tế - Quản lý đầu tư xây dựng"). */
const innerVerbs = phrases([
  'đầu tư',
  'xây dựng',
  'phát triển',
  'sản xuất',
  'kinh doanh',
  'hợp tác',
  'xã hội',
  'quản lý',
  'phòng',
  'cấp',
])

const lowNamed = new Set(['đài', 'cục'])

const openVerbs = new Set([
  'giao',
  'cử',
  'ký',
  'trình',
  'gửi',
  'lập',
  'họp',
  'mời',
  'mở',
  'có',
  'làm',
  'nắm',
  'chọn',
  'tăng',
  'giảm',
  'nâng',
  'đẩy',
  'dừng',
  'lấy',
  'đưa',
  'theo',
  'về',
])

export function makeBody(
  tokens: readonly Token[],
  from: number,
  to: number,
  flat: string | null,
  form: Body['form'],
  skip = 0,
): Body | null {
  const first = tokens[from]
  const last = tokens[to - 1]
  if (!first || !last) return null
  const named = tokens[from + skip] ?? first
  const name = flat === null ? '' : flat.slice(named.start, last.end)
  return {
    from,
    to,
    start: first.start,
    end: last.end,
    canonical: flat === null ? [] : [tidyName(name)],
    form,
  }
}

/** Behind the name that goes with a head: capitals, numbers, and small words between them up to a predicate. */
export function behindName(tokens: readonly Token[], i: number): number {
  let at = i
  let end = i
  let small = 0
  // "Đài khí tượng …" writes its name in small letters from the start.
  const lowName = tokens[i - 1]?.upper === true && lowNamed.has(wordAt(tokens, i - 1))
  while (at < tokens.length && at < i + 30) {
    const token = tokens[at]
    // "Viện Pasteur TP. Hồ Chí Minh"
    if (token?.w === '.' && at > i && wordAt(tokens, at - 1) === 'tp' && tokens[at + 1]?.upper === true) {
      at++
      continue
    }
    if (!token || hardStops.has(token.w)) break
    if ([',', 'và', '-', '–', '&'].includes(token.w)) {
      at = joinedName(tokens, at)
      if (at === 0) break
      continue
    }
    const field = token.upper ? fieldNames.match(tokens, at) : 0
    if (field > 0 || token.upper || token.kind === 'number') {
      at += Math.max(field, 1)
      small = 0
    } else {
      if (token.kind === 'mark' || small > 5 || (end === i && small === 0 && !(lowName && at === i))) break
      const step = smallWord(tokens, at, small)
      if (step === 0) break
      at += step
      small += step
    }
    end = at
  }
  return end
}

/** Tokens that a small word inside a name takes; 0 when the name ends before it. */
function smallWord(tokens: readonly Token[], at: number, small: number): number {
  const inner = innerVerbs.match(tokens, at)
  const behindCapital = tokens[at - 1]?.upper === true
  if (inner > 0) return behindCapital || small > 0 ? inner : 0
  // Right behind a capital a verb of one syllable is the second half of a word ("Chăn nuôi", "Thi hành").
  const half = behindCapital && (secondHalf(tokens, at) || !openVerbs.has(wordAt(tokens, at)))
  return (half ? endsThing(tokens, at) : endsName(tokens, at)) ? 0 : 1
}

/** Token where a name goes on behind a comma, "và" or a dash; 0 when it ends there. */
function joinedName(tokens: readonly Token[], at: number): number {
  const mark = wordAt(tokens, at)
  let then = at + 1
  if (mark === 'và' && wordAt(tokens, then) === 'các' && wordAt(tokens, then + 1) === 'khu') then++
  if (tokens[then]?.upper !== true) return 0
  const khu = wordAt(tokens, then) === 'khu'
  if (
    (headWords.match(tokens, then) > 0 && !khu) ||
    roleWords.match(tokens, then) > 0 ||
    fixedNames.match(tokens, then) > 0 ||
    (provinceNames.match(tokens, then) > 0 && mark !== '-' && mark !== '–')
  )
    return 0
  if (mark === ',')
    return /^(?:đầu|xây|kinh|thương|sản|du|thể|dịch|tư|phòng|chống)$/u.test(wordAt(tokens, then)) ? then : 0
  return then
}

/** Behind whatever narrows a body down: "tỉnh", "huyện Bình Sơn", "các huyện, thị xã, thành phố", "có liên quan". */
export function behindScope(
  tokens: readonly Token[],
  i: number,
  inner?: (tokens: readonly Token[], i: number) => number,
): number {
  let at = i
  for (let guard = 0; guard < 8; guard++) {
    const before = at
    at = behindUnits(tokens, behindTails(tokens, at))
    // "các bệnh viện trực thuộc Bộ": the ministry of the document, without its name.
    const own = wordAt(tokens, at - 1) === 'thuộc' && ['bộ', 'sở'].includes(wordAt(tokens, at))
    if (own && at > i && tokens[at]?.upper === true && tokens[at + 1]?.upper !== true) at++
    if (wordAt(tokens, at - 1) === 'vực' && at > i) at = behindCapitals(tokens, at, 4)
    if (tokens[at]?.upper === true && provinceNames.match(tokens, at) > 0)
      at += provinceNames.match(tokens, at)
    const word = wordAt(tokens, at)
    if (word === 'thuộc' || word === 'của') {
      const units = behindUnits(tokens, at + 1)
      const named = units > at + 1 ? units : (inner?.(tokens, at + 1) ?? at + 1)
      if (named > at + 1) at = named
    } else if (word === 'tại' || word === 'ở') {
      const units = behindUnits(tokens, at + 1)
      const country = word === 'tại' && wordAt(tokens, at + 1) === 'việt' ? at + 3 : units
      if (country > at + 1) at = country
    }
    if (at === before) break
  }
  return at
}

function behindTails(tokens: readonly Token[], i: number): number {
  let at = i
  for (let guard = 0; guard < 5; guard++) {
    const length = tailWords.match(tokens, at)
    if (length === 0) break
    // "thành phố Bến Tre" is read as a unit with its name.
    if (unitWords.match(tokens, at) === length) break
    at += length
  }
  return at
}

/**
 * A name that the lexicon did not read to its end ("các doanh nghiệp viễn thông", "Các chủ rừng là tổ chức") runs on to `to`.
 * The canonical name grows with it.
 */
export function stretched(tokens: readonly Token[], found: Body, to: number, flat: string): Body {
  const first = tokens[found.to]
  const last = tokens[to - 1]
  if (!first || !last || to <= found.to) return found
  const more = flat.slice(first.start, last.end)
  const pieces = found.pieces?.map((p, k, all) =>
    k === all.length - 1 ? { start: p.start, end: last.end } : p,
  )
  const canonical = found.canonical.map((name, k) =>
    k === found.canonical.length - 1 && found.form !== 'list' ? tidyName(`${rawName(name)} ${more}`) : name,
  )
  return { ...found, to, end: last.end, canonical, ...(pieces ? { pieces } : {}) }
}

/** "Doanh nghiệp" lost its "các" when it was tidied; with more words behind it the plural is said again. */
function rawName(name: string): string {
  return name === 'Doanh nghiệp' ? 'các doanh nghiệp' : name
}
