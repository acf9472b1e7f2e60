// Slips of OCR put right for the grammar: a wrong or missing mark, a letter or digit of the same shape. The text itself stays as it
// was read; what the register quotes is taken from it (`said`). Only what the neighbours of a word leave no doubt about is
// changed, so a clean text comes out as it went in.
import { foldAccents, isDigitUnit } from '#lib/text-vi/index.ts'

import { formsOf, isBare, isName, wordsOf, type Word } from './slip-forms.ts'
import { wrongPoints } from './slip-points.ts'
import { lexicon, skeleton } from './slip-words.ts'

export interface Slip {
  start: number
  /** As it stands in the text, and as the grammar reads it; both of one length. */
  was: string
  is: string
}

/** What was put right, words first, then points: to come back to the text the last is undone first. */
export interface Slips {
  words: readonly Slip[]
  points: readonly Slip[]
}

export interface Mended {
  /** As long as the text, unit for unit. */
  text: string
  slips: Slips
}

/** Pairs of capitals that the text itself says again and again: names of places and people that no lexicon holds. */
function namesOf(text: string, words: readonly Word[]): Map<string, Map<string, number>> {
  const out = new Map<string, Map<string, number>>()
  for (let i = 1; i < words.length; i++) {
    const [a, b] = [words[i - 1], words[i]]
    if (!a || b?.joined !== ' ' || !isName(text, a) || !isName(text, b)) continue
    const key = `${a.folded} ${b.folded}`
    const forms = out.get(key) ?? new Map<string, number>()
    const form = `${a.w} ${b.w}`
    forms.set(form, (forms.get(form) ?? 0) + 1)
    out.set(key, forms)
  }
  return out
}

/** Units that are looked at together: a name is put right by how it stands elsewhere in the same part. */
const partSize = 200_000

/** Reads a text for slips. */
export function mend(printed: string): Mended {
  // Marks without width part words, as other spaces do.
  const text = /[\u200b\ufeff]/u.test(printed) ? printed.replace(/[\u200b\ufeff]/gu, ' ') : printed
  const words: Slip[] = []
  for (let from = 0; from < text.length;) {
    const near = from + partSize
    const cut = near < text.length ? text.lastIndexOf(' ', near) : text.length
    const to = cut > from ? cut : Math.min(near, text.length)
    words.push(...slipsIn(text, from, to))
    from = to
  }
  const right = applied(text, words)
  const points = wrongPoints(right)
  return { text: applied(right, points), slips: { words, points } }
}

function applied(text: string, slips: readonly Slip[]): string {
  if (slips.length === 0) return text
  const parts: string[] = []
  let from = 0
  for (const { start, is } of slips) {
    // Two marks close together share letters: what was written stays.
    const common = Math.max(0, from - start)
    parts.push(text.slice(from, start), is.slice(common))
    from = Math.max(from, start + is.length)
  }
  parts.push(text.slice(from))
  return parts.join('')
}

function slipsIn(text: string, from: number, to: number): Slip[] {
  const words = wordsOf(text, from, to)
  const { pairs } = lexicon()
  for (let i = 1; i < words.length; i++) {
    const [a, b] = [words[i - 1], words[i]]
    if (!a || !b?.joined || !pairs.has(a.w + b.joined + b.w)) continue
    a.sure = true
    b.sure = true
  }
  const names = namesOf(text, words)
  const slips: Slip[] = []
  const look = (word: Word, i: number): void => {
    if (word.sure || word.w === '#') return
    const printed = text.slice(word.start, word.end)
    const is =
      digitsOf(printed) ??
      byNeighbour(text, words, i) ??
      byName(text, words, i, names) ??
      byItself(word, printed)
    const cased = is === null ? null : inCase(printed, is)
    if (cased === null || cased === printed) return
    slips.push({ start: word.start, was: printed, is: cased })
    // The next word may be put right by this one, and the words it goes with are right.
    Object.assign(word, formsOf(cased.replaceAll('\u2060', '')), { sure: true })
    const [before, behind] = [words[i - 1], words[i + 1]]
    if (before && word.joined && pairs.has(before.w + word.joined + word.w)) before.sure = true
    if (behind?.joined && pairs.has(word.w + behind.joined + behind.w)) behind.sure = true
  }
  // First what lost its marks or can be no word; then what these may have settled.
  words.forEach((word, i) => {
    if (word.odd || isBare(word)) look(word, i)
  })
  words.forEach(look)
  words.forEach(look)
  slips.sort((a, b) => a.start - b.start)
  return slips
}

/** "3O", "l5", "2O21" are numbers. */
function digitsOf(said: string): string | null {
  if (!/^[\dOolI]{2,4}$/u.test(said) || !/\d/u.test(said) || !/\D/u.test(said)) return null
  return said.replace(/[Oo]/gu, '0').replace(/[lI]/gu, '1')
}

const heads = new Set(
  'bộ sở vụ cục ban phòng viện hội đoàn tổ đội trạm khoa tỉnh huyện xã quận phường đảng thành công'.split(
    ' ',
  ),
)

/** What the lexicon says stands beside the word before or behind. */
function byNeighbour(text: string, words: readonly Word[], i: number): string | null {
  const [before, word, behind] = [words[i - 1], words[i], words[i + 1]]
  if (!word || word.end - word.start < 2 || isShort(text, word, behind)) return null
  // "Vụ Trang thiết bị": the head of a body is none of "vũ trang".
  if (isName(text, word) && heads.has(word.w)) return null
  const capital = isName(text, word) || isDigitUnit(text.charCodeAt(word.start))
  const left = before && word.joined ? wordsBeside(before, word, 1, capital) : []
  const right = behind?.joined ? wordsBeside(word, behind, 0, capital) : []
  // What both sides ask for is sure; else the side that does not ask must be whole without the word.
  const both = left.find((own) => right.includes(own))
  if (both !== undefined) return both
  const one = left.length > 0 && (word.strange || settled(behind, behind)) ? left : right
  if (one === right && !word.strange && !settled(before, word)) return null
  return one.length === 1 ? (one[0] ?? null) : null
}

/** "DN", "TT" among small letters: no slip of a word. */
function isShort(text: string, word: Word, behind: Word | undefined): boolean {
  const said = text.slice(word.start, word.end)
  const next = behind?.joined ? text.slice(behind.start, behind.end) : ''
  return said.length < 3 && !/[^A-Z]/u.test(said) && (next.length < 2 || next !== next.toUpperCase())
}

/** Words that go with the other of a pair and look like the one at `which`. */
function wordsBeside(a: Word, b: Word, which: 0 | 1, capital: boolean): string[] {
  const { pairs, byFold, bySkeleton, small } = lexicon()
  const [word, other] = which === 0 ? [a, b] : [b, a]
  const folded = a.folded + b.joined + b.folded
  const found = new Set<string>()
  const near = byFold.get(folded) ?? (word.known ? undefined : bySkeleton.get(skeleton(folded)))
  // A small word goes with anything, and what follows may belong to the word behind it alone ("đoạn | kết nối").
  if (
    !word.strange &&
    ((small.has(other.w) && other.w !== 'các') ||
      (which === 0 && (other.sure || other.w === 'các') && !capital))
  )
    return []
  for (const pair of near ?? []) {
    const kind = pairs.get(pair)
    if ((kind === 'capital' && !capital) || (kind === 'seam' && !word.strange)) continue
    // A small word stands by itself: only a neighbour that needs another one ("để nghị") shows it to be misread.
    if ((other.sure || which === 1) && !word.odd && small.has(word.w)) continue
    const parts = pair.split(b.joined)
    const [own, next] = [parts[which] ?? '', parts[1 - which] ?? '']
    if (small.has(own) && small.has(word.w)) continue
    if (next === other.w || (isBare(word) && isBare(other) && foldAccents(next) === other.folded))
      found.add(own)
  }
  return [...found]
}

/**
 * Whether a neighbour is whole without the word in question: it goes with others, is a small word, or a mark parts the two.
 * "toàn | tính mạng" is no "toàn tỉnh": "mạng" needs "tính".
 */
function settled(neighbour: Word | undefined, right: Word | undefined): boolean {
  return (
    !neighbour ||
    right?.joined !== ' ' ||
    neighbour.sure ||
    neighbour.w === '#' ||
    lexicon().small.has(neighbour.w)
  )
}

function byName(
  text: string,
  words: readonly Word[],
  i: number,
  names: ReadonlyMap<string, ReadonlyMap<string, number>>,
): string | null {
  const word = words[i]
  if (!word || !isName(text, word)) return null
  for (const which of [1, 0] as const) {
    const [a, b] = which === 1 ? [words[i - 1], word] : [word, words[i + 1]]
    if (!a || b?.joined !== ' ') continue
    const forms = names.get(`${a.folded} ${b.folded}`)
    if (!forms || forms.size < 2) continue
    const own = forms.get(`${a.w} ${b.w}`) ?? 0
    const other = (which === 1 ? a : b).w
    for (const [form, times] of forms) {
      const parts = form.split(' ')
      if (parts[1 - which] === other && parts[which] !== word.w && times > own * 2)
        return parts[which] ?? null
    }
  }
  return null
}

/** A word that can be none, or a word of the grammar without its marks. */
function byItself(word: Word, said: string): string | null {
  const { wordByFold, wordBySkeleton, closed } = lexicon()
  const small = closed.get(word.folded) ?? (word.odd ? closed.get(skeleton(word.folded)) : undefined)
  if (small !== undefined && small !== word.w && (word.odd || isBare(word))) return small
  if (!word.odd) return null
  if (said === said.toUpperCase() && said.length < 8) {
    const capitals =
      wordByFold.get(word.folded) ?? (/\d/u.test(said) ? wordBySkeleton.get(skeleton(word.folded)) : null)
    return said.length < 3 ? null : (capitals ?? null)
  }
  return (
    wordByFold.get(word.folded) ??
    (word.folded.length > 3 ? wordBySkeleton.get(skeleton(word.folded)) : null) ??
    null
  )
}

/** `is` with the capitals of `said`, and as long; null when it cannot be. */
function inCase(said: string, is: string): string | null {
  const extra = said.length - is.length
  if (extra < 0 || extra > 1) return null
  const upper = (i: number): boolean => {
    const c = said.charAt(i)
    // "Iực" is "lực": the capital I is the letter l.
    if (c === 'I' && is.charAt(i) === 'l') return false
    if (!isDigitUnit(c.charCodeAt(0))) return c !== c.toLowerCase()
    if (i === 0 && '85'.includes(c)) return true
    const next = said.charAt(i === 0 ? 1 : i - 1)
    return said.length > 1 && next !== next.toLowerCase() && said.slice(1) === said.slice(1).toUpperCase()
  }
  const whole = said.length > 2 && said === said.toUpperCase() && /\p{Lu}/u.test(said)
  const letters = [...is].map((c, i) => (whole || upper(i) ? c.toUpperCase() : c)).join('')
  if (extra === 0) return letters
  // "rn" for "m": a joiner, which stands for nothing, keeps the length.
  const at = said.toLowerCase().indexOf('rn')
  return at < 0 ? null : `${letters.slice(0, at + 1)}\u2060${letters.slice(at + 1)}`
}

/**
 * The words of a value as the text has them: slips that were put right between `start` and `end` come back, all or those that
 * look like `only`.
 */
export function said(
  value: string,
  span: { start: number; end: number },
  slips: Slips,
  only?: RegExp,
): string {
  return undone(undone(value, span, slips.points, only), span, slips.words, only)
}

function undone(
  value: string,
  span: { start: number; end: number },
  slips: readonly Slip[],
  only: RegExp | undefined,
): string {
  if (slips.length === 0) return value
  let low = 0
  let high = slips.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((slips[middle]?.start ?? 0) < span.start) low = middle + 1
    else high = middle
  }
  let out = value
  let from = 0
  for (let k = low; k < slips.length; k++) {
    const slip = slips[k]
    if (!slip || slip.start >= span.end) break
    const is = slip.is.replaceAll('\u2060', '')
    const at = only && !only.test(slip.was) ? -1 : out.indexOf(is, from)
    if (at < 0) continue
    out = out.slice(0, at) + slip.was + out.slice(at + is.length)
    from = at + slip.was.length
  }
  return out
}
