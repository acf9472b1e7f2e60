/**
 * Is this Vietnamese? Written Vietnamese has a closed set of syllables: an onset, a nucleus that carries at most one
 * tone, a coda. A wrong character table breaks most of them, so the share of well-formed syllables tells tables
 * apart without a dictionary.
 */

const onsets = new Set([
  '',
  ...'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x'.split(' '),
])
const nuclei = new Set(
  (
    'a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu iêu oa oă oe oi oo ôi ơi oai oao oay oeo ' +
    'ua uâ uê ui uô uơ uy ưa ưi ươ ưu uôi uya uyê uyu uây ươi ươu yê yêu uau uêu ôô'
  ).split(' '),
)
const codas = new Set(['', ...'c ch m n ng nh p t'.split(' ')])

const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu
const vowels = 'aăâeêioôơuưy'

/** True when a lower-case word in NFC is a possible Vietnamese syllable, tone included. */
export function isSyllable(word: string): boolean {
  const decomposed = word.normalize('NFD')
  const marks = decomposed.match(tones)
  if (marks && marks.length > 1) return false
  const toneless = decomposed.replace(tones, '').normalize('NFC')
  let start = 0
  while (start < toneless.length && !vowels.includes(toneless[start]!)) start++
  let end = toneless.length
  while (end > start && !vowels.includes(toneless[end - 1]!)) end--
  const [onset, nucleus, coda] = [toneless.slice(0, start), toneless.slice(start, end), toneless.slice(end)]
  if (!codas.has(coda)) return false
  if (onsets.has(onset) && nuclei.has(nucleus)) return true
  // `gi` and `qu` lend their vowel letter to the onset: giữ, giám, quyết, quý.
  return (
    (onset === 'g' && nucleus[0] === 'i' && nuclei.has(nucleus.slice(1))) ||
    (onset === 'q' && nucleus[0] === 'u' && nuclei.has(nucleus.slice(1)))
  )
}

/** Words longer than any syllable (nghiêng) are something else and are not counted. */
const longestSyllable = 7

interface Vietnameseness {
  /** Words with at least one letter outside ASCII. */
  marked: number
  /** Those of them that are possible syllables. */
  valid: number
}

/** Counts marked words, and how many of them could be Vietnamese, in the first 200,000 characters. */
export function measureVietnamese(text: string): Vietnameseness {
  let marked = 0
  let valid = 0
  for (const match of text.slice(0, 200_000).matchAll(/[^\s\d!-@[-`{-~“”‘’…–]+/gu)) {
    const word = match[0]
    if (/^[a-zA-Z]*$/.test(word)) continue
    marked++
    if (word.length <= longestSyllable && isSyllable(word.toLowerCase().normalize('NFC'))) valid++
  }
  return { marked, valid }
}
