// What ends a name or the thing that is counted: a verb, or a word that no name goes on with.
import { stops, verbWords } from './body-words.ts'
import { type Token, wordAt } from './tokens.ts'

/** First syllables that make a noun of a syllable that is a verb or a passive by itself: "thiết bị", "công trình". */
const firstHalves: Record<string, ReadonlySet<string>> = {
  bị: new Set(['thiết', 'chuẩn']),
  cần: new Set(['hậu']),
  trình: new Set(['công', 'chương', 'quy', 'lộ', 'giáo', 'tiến']),
}

export function secondHalf(tokens: readonly Token[], i: number): boolean {
  return firstHalves[wordAt(tokens, i)]?.has(wordAt(tokens, i - 1)) === true
}

/** Whether a predicate or a word that ends a name stands at `i`. */
export function endsName(tokens: readonly Token[], i: number): boolean {
  if (secondHalf(tokens, i)) return false
  return stops.match(tokens, i) > 0 || verbWords.match(tokens, i) > 0
}

/** Whether the thing that is counted ends at `i`: verbs of one syllable are parts of nouns too often ("công trình"). */
export function endsThing(tokens: readonly Token[], i: number): boolean {
  if (secondHalf(tokens, i)) return false
  return stops.match(tokens, i) > 0 || verbWords.match(tokens, i) > 1
}
