// Words, numbers and marks of a passage. `w` is the form for comparison; offsets point into the passage.
import { isDigitUnit, isWordUnit, plainWord, startsUpper } from '#lib/text-vi/index.ts'

export interface Token {
  start: number
  end: number
  /** The word for comparison (lower case, one tone spelling), or the mark itself. */
  w: string
  kind: 'word' | 'number' | 'mark'
  upper: boolean
}

const known = new Map<string, string>()

/** Slips of OCR in the first words of a body's name, which always stand in capitals. */
const slips: Record<string, string> = {
  Bô: 'bộ',
  Bọ: 'bộ',
  Sớ: 'sở',
  Sờ: 'sở',
  Uy: 'ủy',
  Úy: 'ủy',
  UBNO: 'ubnd',
  U8ND: 'ubnd',
}

function compared(word: string): string {
  const before = known.get(word)
  if (before !== undefined) return before
  const form = slips[word] ?? plainWord(word)
  // Words of a language are few; a limit keeps noise from filling the memory.
  if (known.size < 20_000) known.set(word, form)
  return form
}

export function tokensOf(flat: string): Token[] {
  const tokens: Token[] = []
  let i = 0
  while (i < flat.length) {
    const code = flat.charCodeAt(i)
    if (code === 32) {
      i++
      continue
    }
    let end = i + 1
    if (isWordUnit(code)) {
      const digit = isDigitUnit(code)
      while (end < flat.length && (isWordUnit(flat.charCodeAt(end)) || (digit && joinsDigits(flat, end))))
        end++
      const word = flat.slice(i, end)
      tokens.push({
        start: i,
        end,
        w: digit ? word.toLowerCase() : compared(word),
        kind: digit ? 'number' : 'word',
        upper: startsUpper(word),
      })
    } else tokens.push({ start: i, end, w: mark(flat.charAt(i)), kind: 'mark', upper: false })
    i = end
  }
  return tokens
}

/** Dashes are typed in every length: one of them is compared. */
function mark(c: string): string {
  return '–—‐‑−'.includes(c) ? '-' : c
}

/** Whether the mark at `i` stands between two digits of one number or date. */
function joinsDigits(flat: string, i: number): boolean {
  const c = flat.charAt(i)
  return (
    (c === '.' || c === ',' || c === '/') &&
    isDigitUnit(flat.charCodeAt(i - 1)) &&
    isDigitUnit(flat.charCodeAt(i + 1))
  )
}

/** "TT&TT" is three tokens; a mark that stands alone is one. */
function apart(word: string): string[] {
  return word.split(/(?<=[&/-])|(?=[&/-])/u)
}

export interface Phrases {
  /** Number of tokens of the longest phrase that starts at `i`, 0 when none does. */
  match(tokens: readonly Token[], i: number): number
}

interface Node {
  next: Map<string, Node>
  end: boolean
}

/**
 * A list of phrases as a tree of words. "," in a phrase stands for an optional comma, so that "phòng, chống" also
 * matches "phòng chống"; a word may be "a|b".
 */
export function phrases(list: readonly string[]): Phrases {
  const root: Node = { next: new Map(), end: false }
  for (const phrase of list) {
    const words = phrase
      .split(' ')
      .flatMap((word) => (word.endsWith(',') ? [...apart(word.slice(0, -1)), ','] : apart(word)))
    let nodes = [root]
    for (const word of words) {
      const reached = word === ',' ? [...nodes] : []
      for (const node of nodes)
        for (const option of word.split('|')) {
          const key = plainWord(option)
          let next = node.next.get(key)
          if (!next) {
            next = { next: new Map(), end: false }
            node.next.set(key, next)
          }
          if (!reached.includes(next)) reached.push(next)
        }
      nodes = reached
    }
    for (const node of nodes) node.end = true
  }
  return {
    match(tokens, i) {
      let node: Node | undefined = root
      let length = 0
      for (let j = i; j < tokens.length; j++) {
        node = node.next.get(tokens[j]?.w ?? '')
        if (!node) break
        if (node.end) length = j - i + 1
      }
      return length
    },
  }
}

export function wordAt(tokens: readonly Token[], i: number): string {
  return tokens[i]?.w ?? ''
}

/** Whether the words of `phrase` (split by spaces) stand at `i`. */
export function standsAt(tokens: readonly Token[], i: number, phrase: string): boolean {
  return phrase.split(' ').every((word, k) => tokens[i + k]?.w === word)
}
