// Whether letters can be a syllable of Vietnamese: an initial, a rhyme, and a tone the rhyme may carry. What is none was
// misread, is a foreign word or an abbreviation.
import { foldAccents } from './unicode.ts'

const initials = new Set(' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' '))

const rhymes = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ' +
    'ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay ' +
    'oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uâc uân ' +
    'uâng uât uây uc uê uêch uênh uêt ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu uyn uyp ' +
    'ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu'
  ).split(' '),
)

/** Rhymes behind "gi" and "qu" that lost their first vowel to it. */
const bare = new Set('i ia iêc iêm iên iêng iêp iêt iêu im in y ynh yt ych yên yêt yêu it'.split(' '))

const tone = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** `word` in NFC; case does not matter. */
export function isSyllable(word: string): boolean {
  if (word.length === 0 || word.length > 7) return false
  const apart = word.toLowerCase().normalize('NFD')
  const marks = apart.match(tone) ?? []
  if (marks.length > 1) return false
  const plain = apart.replace(tone, '').normalize('NFC')
  const [initial, rhyme] = parted(plain)
  if (!rhymes.has(rhyme) && !(bare.has(rhyme) && initial !== '')) return false
  // A rhyme that is stopped carries the tones sắc and nặng only.
  return !/(?:c|ch|p|t)$/u.test(rhyme) || marks[0] === '\u0301' || marks[0] === '\u0323'
}

/** The longest initial and what follows it. */
function parted(plain: string): [string, string] {
  for (const size of [3, 2, 1]) {
    const initial = plain.slice(0, size)
    const rest = plain.slice(size)
    if (rest !== '' && initials.has(initial) && /^[aeiouy]/u.test(foldAccents(rest))) return [initial, rest]
  }
  // "gì", "gìn": the vowel of "gi" is the rhyme.
  return plain.startsWith('g') ? ['g', plain.slice(1)] : ['', plain]
}
