// Headings set in capitals throughout, in the case they would have in a sentence: the grammar tells names by their capitals.
// "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG CHỦ TRÌ" → "Sở Tài nguyên và Môi trường chủ trì".
import { capitalise } from '#lib/text-vi/index.ts'

import {
  fieldNames,
  fixedNames,
  groupWords,
  headWords,
  provinceNames,
  roleWords,
  stops,
  unitWords,
  verbWords,
} from './body-words.ts'
import { matterWords } from './body-matters.ts'
import { fields, fixed } from './lexicon-bodies.ts'
import { provinces } from './lexicon-places.ts'
import { tokensOf, wordAt, type Phrases, type Token } from './tokens.ts'

const proper = new Map(
  [...fields, ...Object.keys(fixed), ...provinces].map((name) => [name.toLowerCase(), name]),
)

/** Short forms of bodies, which stay in capitals. */
const short =
  /^(?:ubnd|hđnd|mttq|ubmttq|bhxh|bchqs|bđbp|đbqh|tncs|lhpn|bql|bcđ|tand|vksnd|kkt|kcn|tw|tp|tt|qp|ptnt|covid|hiv|aids)$/u

/** `flat` in sentence case and as long, when it is all in capitals; null when it is not. */
export function recased(flat: string): string | null {
  if (
    flat.length < 6 ||
    flat.length > 260 ||
    flat !== flat.toUpperCase() ||
    !/\p{Lu}{2}.*\p{Lu}{2}/u.test(flat)
  )
    return null
  const low = flat.toLowerCase()
  if (low.length !== flat.length) return null
  const tokens = tokensOf(low)
  const out = low.split('')
  let i = 0
  while (i < tokens.length) i += written(tokens, i, low, out)
  const first = tokens.find((t) => t.kind === 'word')
  if (first) put(out, first.start, capitalise(out[first.start] ?? ''))
  return out.join('')
}

function put(out: string[], at: number, words: string): void {
  for (let k = 0; k < words.length; k++) out[at + k] = words.charAt(k)
}

/** Writes what stands at `i` with its capitals; returns the tokens taken. */
function written(tokens: readonly Token[], i: number, low: string, out: string[]): number {
  const token = tokens[i]
  if (!token) return 1
  if (short.test(token.w)) {
    put(out, token.start, low.slice(token.start, token.end).toUpperCase())
    return 1
  }
  const named = [fixedNames, provinceNames]
    .map((names) => names.match(tokens, i))
    .find((length) => length > 0)
  if (named !== undefined) return writeProper(tokens, i, named, low, out)
  const head = Math.max(headWords.match(tokens, i), matterWords.match(tokens, i))
  const group = groupWords.match(tokens, i)
  const role = roleWords.match(tokens, i)
  if (head > 0 && head > role && (head > group || !listed(tokens, i))) {
    put(out, token.start, capitalise(low.charAt(token.start)))
    if (['ủy', 'đoàn'].includes(wordAt(tokens, i + head - 1)))
      return head + placeBehind(tokens, i + head, low, out)
    // A matter ("phòng, chống dịch") is written in small letters.
    return head + (matterWords.match(tokens, i) === head ? 0 : nameBehind(tokens, i + head, low, out))
  }
  const unit = unitWords.match(tokens, i)
  if (unit > 0 && wordAt(tokens, i - 1) !== 'các') return unit + placeBehind(tokens, i + unit, low, out)
  return Math.max(1, role, group)
}

/** Whether the noun stands in a collective name ("các sở, ban, ngành"). */
function listed(tokens: readonly Token[], i: number): boolean {
  return ['các', ',', 'và'].includes(wordAt(tokens, i - 1)) && fieldNames.match(tokens, i + 1) === 0
}

function writeProper(
  tokens: readonly Token[],
  i: number,
  length: number,
  low: string,
  out: string[],
): number {
  const [first, last] = [tokens[i], tokens[i + length - 1]]
  if (!first || !last) return 1
  const words = low.slice(first.start, last.end)
  put(out, first.start, proper.get(words) ?? capitalise(words))
  return length
}

/** The name behind a head: a field of the lexicon, or a word that no scope, verb or list starts. */
function nameBehind(tokens: readonly Token[], i: number, low: string, out: string[]): number {
  const field = fieldNames.match(tokens, i)
  if (field > 0) return writeProper(tokens, i, field, low, out)
  const token = tokens[i]
  const other: Phrases[] = [unitWords, stops, headWords, roleWords, groupWords, provinceNames, fixedNames]
  if (
    token?.kind !== 'word' ||
    token.w === 'và' ||
    short.test(token.w) ||
    other.some((words) => words.match(tokens, i) > 0)
  )
    return 0
  if (verbWords.match(tokens, i) > 0 && ['chủ', 'phối', 'chịu', 'thực', 'triển'].includes(token.w)) return 0
  put(out, token.start, capitalise(low.charAt(token.start)))
  return 1
}

/** Up to three words behind "huyện", "xã": the name of a place. */
function placeBehind(tokens: readonly Token[], i: number, low: string, out: string[]): number {
  const known = provinceNames.match(tokens, i)
  if (known > 0) return writeProper(tokens, i, known, low, out)
  let n = 0
  while (n < 3) {
    const token = tokens[i + n]
    const other: Phrases[] = [unitWords, stops, verbWords, groupWords, roleWords]
    if (
      token?.kind !== 'word' ||
      ['ủy', 'đoàn', 'và'].includes(token.w) ||
      other.some((words) => words.match(tokens, i + n) > 0)
    )
      break
    put(out, token.start, capitalise(low.charAt(token.start)))
    n++
  }
  return n
}
