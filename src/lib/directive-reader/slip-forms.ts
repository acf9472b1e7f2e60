// The words of a text as the putting right of slips sees them: can it be a word, does it go with its neighbour.
import { foldAccents, isSyllable, isWordUnit, plainWord } from '#lib/text-vi/index.ts'

import { lexicon } from './slip-words.ts'

export interface Word {
  start: number
  end: number
  /** For comparison: lower case, one tone spelling; "#" for a number. */
  w: string
  folded: string
  /** Whether it can be no word: not a syllable, or letters and digits mixed. */
  odd: boolean
  /** A word without marks that the lexicon does not know so: marks were lost, if a neighbour says which. */
  strange: boolean
  /** Whether the lexicon knows it. */
  known: boolean
  /** What stands between it and the word before, when that does not part them: " " or ", ". */
  joined: string
  /** Whether it stands in a pair that the lexicon knows. */
  sure: boolean
}

const kept = new Map<string, Pick<Word, 'w' | 'folded' | 'odd' | 'strange' | 'known'>>()

export function formsOf(said: string): Pick<Word, 'w' | 'folded' | 'odd' | 'strange' | 'known'> {
  const before = kept.get(said)
  if (before) return before
  const digits = /^[\d.,/]+$/u.test(said)
  const w = digits ? '#' : plainWord(said)
  const folded = foldAccents(w)
  const odd = !digits && isOdd(said)
  const known = digits || lexicon().words.has(w)
  const forms = { w, folded, odd, known, strange: odd || (!known && w.replaceAll('đ', 'd') === folded) }
  if (kept.size < 20_000) kept.set(said, forms)
  return forms
}

/** No syllable of the language, with capitals only in front or throughout. Foreign letters make a foreign word. */
function isOdd(said: string): boolean {
  if (/[fjwz]/iu.test(said)) return false
  if (/\d/u.test(said)) return /[^\x00-\x7f]|[a-z]\p{L}|[A-Z]{2}/u.test(said)
  if (said.length > 1 && said === said.toUpperCase()) return !isSyllable(said)
  return /\p{Ll}\p{Lu}/u.test(said) || !isSyllable(said)
}

/** The words of [from, to). */
export function wordsOf(text: string, from: number, to: number): Word[] {
  const words: Word[] = []
  let last = -1
  for (let i = from; i < to; i++) {
    if (!isWordUnit(text.charCodeAt(i))) continue
    const start = i
    while (i < to && isWordUnit(text.charCodeAt(i))) i++
    const said = text.slice(start, i)
    words.push({
      start,
      end: i,
      ...formsOf(said),
      joined: last >= 0 ? joinOf(text, last, start) : '',
      sure: false,
    })
    last = i
  }
  return words
}

function joinOf(text: string, from: number, to: number): string {
  if (to - from > 6) return ''
  let comma = 0
  for (let i = from; i < to; i++) {
    const c = text.charAt(i)
    if (c === ',') comma++
    else if (!' /-–&\n\r\t\u00a0\u00ad\u200b'.includes(c)) return ''
  }
  return comma > 1 ? '' : comma === 1 ? ', ' : ' '
}

export function isName(text: string, word: Word): boolean {
  const first = text.charAt(word.start)
  return word.w !== '#' && first !== first.toLowerCase()
}

/** A word without any mark, as a scanner for English leaves it. */
export function isBare(word: Word): boolean {
  return word.w === word.folded
}
