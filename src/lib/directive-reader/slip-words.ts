// The words that the grammar knows, as pairs that stand side by side: "phối hợp", "sở y", "dân tỉnh", "ngày #". A word that was
// misread is put right by its neighbour.
import { foldAccents, plainWord } from '#lib/text-vi/index.ts'

import {
  collectives,
  fields,
  fixed,
  heads,
  matterHeads,
  ownRoles,
  roles,
  scopeTails,
} from './lexicon-bodies.ts'
import { provinces } from './lexicon-places.ts'
import {
  adverbs,
  agreements,
  assigners,
  connectors,
  factWords,
  modals,
  strongVerbs,
} from './lexicon-verbs.ts'
import { beforeNumbers, closedWords, officeWords, smallWords } from './lexicon-words.ts'

const listed = (words: string): string[] => words.split(',').map((word) => word.trim())

/** Words of a phrase; marks between them fall away. */
function wordsOf(phrase: string): string[] {
  return phrase
    .split(/[^\p{L}\p{N}#]+/u)
    .filter((word) => word !== '')
    .map(plainWord)
}

const names = [
  ...fields,
  ...Object.keys(fixed),
  ...heads,
  ...matterHeads,
  ...roles,
  ...ownRoles,
  ...provinces,
]
const groups = Object.keys(collectives)
const acts = [...adverbs, ...modals, ...strongVerbs, ...factWords, ...agreements, ...assigners, ...connectors]
const phrases = [
  ...names,
  ...groups,
  ...scopeTails,
  ...acts,
  ...listed(officeWords),
  ...listed(beforeNumbers),
]

const units = [
  'ubnd',
  'hđnd',
  'mttq',
  'tỉnh',
  'thành phố',
  'huyện',
  'thị xã',
  'quận',
  'ủy',
  'đoàn',
  'dân',
  'công an',
  'quân sự',
  'sự đảng',
]
const offices = ['bộ', 'sở', 'phòng', 'ban', 'ngành', 'cục', 'vụ', 'chi cục', 'tổng cục', 'viện', 'các']

const lastOf = (phrase: string): string => wordsOf(phrase).at(-1) ?? ''
const firstOf = (phrase: string): string => wordsOf(phrase)[0] ?? ''

/** Pairs that arise where two names meet: "dân" + "tỉnh", "các" + "cơ"; and those that only capitals make one: "sở" + "tài". */
function meetings(): { plain: [string, string][]; capital: [string, string][] } {
  const meet = (left: readonly string[], right: readonly string[]): [string, string][] =>
    [...new Set(left.map(lastOf))].flatMap((a) =>
      [...new Set(right.map(firstOf))].map((b): [string, string] => [a, b]),
    )
  return {
    plain: [
      ...meet(units, ['tỉnh', 'thành phố', 'huyện', 'thị xã', 'quận', 'xã', 'phường', 'các', 'thị trấn']),
      ...meet(assigners, [
        'các',
        'sở',
        'ủy ban',
        'giám đốc',
        'thủ trưởng',
        'chủ tịch',
        'công an',
        'văn phòng',
      ]),
    ],
    capital: [
      ...meet(offices, fields),
      ...meet(['giám đốc', 'chủ tịch', 'bí thư'], [...heads, ...matterHeads]),
    ],
  }
}

/**
 * `capital` pairs count for words in capitals only ("sở tài"); `seam` is where two words of a phrase meet ("quản lý | đô thị"):
 * it shows that both are right, and puts right only what can be no word.
 */
export type PairKind = 'word' | 'capital' | 'seam'

export interface Lexicon {
  pairs: ReadonlyMap<string, PairKind>
  byFold: ReadonlyMap<string, string[]>
  bySkeleton: ReadonlyMap<string, string[]>
  wordByFold: ReadonlyMap<string, string | null>
  wordBySkeleton: ReadonlyMap<string, string | null>
  closed: ReadonlyMap<string, string>
  small: ReadonlySet<string>
  words: ReadonlySet<string>
}

/** One shape for all the letters that scanners take for one another: i, l and 1; o and 0; c and e; b, h and 8; n and u; m and rn. */
export function skeleton(folded: string): string {
  return folded
    .replaceAll('rn', 'm')
    .replace(/[1i|!]/gu, 'l')
    .replaceAll('0', 'o')
    .replaceAll('e', 'c')
    .replace(/[b8]/gu, 'h')
    .replaceAll('n', 'u')
    .replaceAll('5', 's')
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key)
  if (!known) map.set(key, [value])
  else if (!known.includes(value)) known.push(value)
}

/** Null for a key that two words share. */
function addOne(map: Map<string, string | null>, key: string, word: string): void {
  map.set(key, map.has(key) && map.get(key) !== word ? null : word)
}

/** Words that stand beside any other: they show nothing. */
const joining = new Set(['và', 'của', 'với', 'trong', 'tại', 'theo', 'cho', 'để', 'là', 'hoặc'])

function build(): Lexicon {
  const pairs = new Map<string, PairKind>()
  const two = new Set(
    phrases
      .map(wordsOf)
      .filter((parts) => parts.length === 2)
      .map((parts) => parts.join(' ')),
  )
  const put = (pair: string, kind: PairKind): void => {
    const known = pairs.get(pair)
    if (known === undefined || kind === 'word' || (kind === 'capital' && known === 'seam'))
      pairs.set(pair, kind)
  }
  const { plain, capital } = meetings()
  for (const [a, b] of capital) put(`${a} ${b}`, 'capital')
  for (const [a, b] of plain) put(`${a} ${b}`, 'word')
  const words = new Set<string>()
  for (const phrase of phrases) {
    for (const part of phrase.replaceAll('|', ' ').split(', ')) {
      const parts = wordsOf(part)
      parts.forEach((word, i) => {
        if (!/[#\d]/u.test(word)) words.add(word)
        if (i === 0) return
        const [before, last] = [parts[i - 2] ?? '', parts[i - 1] ?? '']
        if (joining.has(word) || joining.has(last)) return
        const seam = two.has(`${before} ${last}`) && two.has(`${word} ${parts[i + 1] ?? ''}`)
        put(`${last} ${word}`, seam ? 'seam' : 'word')
      })
    }
    // "phòng, chống" stands with its comma and without.
    const parts = phrase.split(', ')
    for (let i = 1; i < parts.length; i++) {
      const [a, b] = [lastOf(parts[i - 1] ?? ''), firstOf(parts[i] ?? '')]
      put(`${a}, ${b}`, 'word')
      put(`${a} ${b}`, 'word')
    }
  }
  const byFold = new Map<string, string[]>()
  const bySkeleton = new Map<string, string[]>()
  for (const pair of pairs.keys()) {
    const folded = foldAccents(pair)
    add(byFold, folded, pair)
    add(bySkeleton, skeleton(folded), pair)
  }
  const wordByFold = new Map<string, string | null>()
  const wordBySkeleton = new Map<string, string | null>()
  for (const word of words) {
    addOne(wordByFold, foldAccents(word), word)
    addOne(wordBySkeleton, skeleton(foldAccents(word)), word)
  }
  const closed = new Map(listed(closedWords).map((word) => [foldAccents(word), plainWord(word)]))
  for (const word of listed(closedWords)) addClosed(closed, skeleton(foldAccents(word)), plainWord(word))
  const small = new Set(listed(smallWords).map(plainWord))
  return { pairs, byFold, bySkeleton, wordByFold, wordBySkeleton, closed, small, words }
}

function addClosed(closed: Map<string, string>, key: string, word: string): void {
  if (!closed.has(key)) closed.set(key, word)
}

let built: Lexicon | null = null

export function lexicon(): Lexicon {
  built ??= build()
  return built
}
