import { foldAccents, foldForSearch } from '#lib/text-vi/index.ts'

export interface Passage {
  /** Where in the text it begins, in UTF-16 units. */
  start: number
  parts: { text: string; hit: boolean }[]
}

/** Words a person typed, folded; at most ten, since each must be found. */
export function searchWords(query: string): string[] {
  return [...new Set(foldForSearch(query.normalize('NFC')).folded.split(' ').filter(Boolean))].slice(0, 10)
}

/** The same words with their marks, where some were typed: “trạm y te” asks for “trạm” and lets “te” be anything. */
export function markedWords(query: string): string[] {
  const words = query
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  return [...new Set(words.filter((word) => word !== foldAccents(word)))].slice(0, 10)
}

const around = 80
const mostPassages = 3

/**
 * The places where most of the words stand closest together, with some words around; whole phrases of them marked. The marks of
 * accents are looked for as they were typed when `marked` is not empty.
 */
export function passagesIn(
  text: string,
  words: readonly string[],
  marked: readonly string[] = [],
): Passage[] {
  const hits = phrasesOf(text, words, hitsIn(text, words, marked))
  const windows = windowsOf(hits).sort(
    (a, b) => b.words - a.words || b.longest - a.longest || a.from - b.from,
  )
  const chosen: typeof windows = []
  for (const window of windows) {
    if (chosen.length === mostPassages) break
    if (chosen.every((c) => window.from > c.to + 2 * around || window.to < c.from - 2 * around))
      chosen.push(window)
  }
  return chosen.sort((a, b) => a.from - b.from).map((window) => cut(text, window, hits))
}

interface Hit {
  from: number
  to: number
  words: string[]
}

/** Every whole word of the text that is one of the words; the last word typed may be a beginning. */
function hitsIn(text: string, words: readonly string[], marked: readonly string[]): Hit[] {
  const { folded, at } = foldForSearch(text)
  const wanted = new Set(words)
  const last = words.at(-1) ?? ''
  const asTyped = new Map(marked.map((word) => [foldAccents(word), word]))
  const hits: Hit[] = []
  for (let i = 0; i < folded.length && hits.length < 20_000;) {
    const space = folded.indexOf(' ', i)
    const end = space < 0 ? folded.length : space
    const word = folded.slice(i, end)
    const hit = wanted.has(word) ? word : last.length > 1 && word.startsWith(last) ? last : null
    if (hit !== null) {
      const [from, to] = [at[i]!, at[end - 1]! + 1]
      const typed = asTyped.get(hit)
      if (!typed || text.slice(from, to).normalize('NFC').toLowerCase().startsWith(typed))
        hits.push({ from, to, words: [hit] })
    }
    i = end + 1
  }
  return hits
}

/**
 * Words that follow each other as they were typed are one mark: in Vietnamese a syllable alone says little. What stands
 * inside a longer such phrase somewhere in the text is not marked by itself elsewhere: who asks for “trạm y tế lưu
 * động” does not ask for every “Sở Y tế”.
 */
function phrasesOf(text: string, words: readonly string[], hits: readonly Hit[]): Hit[] {
  const phrases: Hit[] = []
  for (const hit of hits) {
    const before = phrases.at(-1)
    const follows = before && words[words.indexOf(before.words.at(-1)!) + 1] === hit.words[0]
    if (follows && text.slice(before.to, hit.from).trim() === '') {
      before.to = hit.to
      before.words.push(...hit.words)
    } else phrases.push({ ...hit, words: [...hit.words] })
  }
  const all = new Set(phrases.map(({ words: found }) => ` ${found.join(' ')} `))
  const kept = new Set([...all].filter((part) => ![...all].some((it) => it !== part && it.includes(part))))
  return phrases.filter(({ words: found }) => kept.has(` ${found.join(' ')} `))
}

/** From each hit on, what stands within two lines of it, and how many different words that is. */
function windowsOf(hits: readonly Hit[]) {
  return hits.slice(0, 2000).map((hit, i) => {
    const found = new Set<string>()
    let to = hit.to
    let longest = 0
    for (let k = i; k < hits.length && hits[k]!.to - hit.from <= 2 * around; k++) {
      for (const word of hits[k]!.words) found.add(word)
      longest = Math.max(longest, hits[k]!.words.length)
      to = hits[k]!.to
    }
    return { from: hit.from, to, words: found.size, longest }
  })
}

function cut(text: string, window: { from: number; to: number }, hits: readonly Hit[]): Passage {
  const start = wordStart(text, Math.max(0, window.from - around))
  const end = Math.min(text.length, window.to + around)
  const parts: Passage['parts'] = []
  let at = start
  for (const hit of hits) {
    if (hit.from < at || hit.to > end) continue
    if (hit.from > at) parts.push({ text: text.slice(at, hit.from), hit: false })
    parts.push({ text: text.slice(hit.from, hit.to), hit: true })
    at = hit.to
  }
  if (at < end) parts.push({ text: text.slice(at, end), hit: false })
  return { start, parts }
}

function wordStart(text: string, from: number): number {
  if (from === 0) return 0
  const space = text.slice(from, from + 20).search(/\s/)
  return space < 0 ? from : from + space + 1
}
