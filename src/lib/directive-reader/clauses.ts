// Sentences and the clauses that semicolons part, brackets and quotations kept whole.
import { wordAt, type Token } from './tokens.ts'

export interface Clause {
  /** Token indexes [from, to), without the mark that ends it. */
  from: number
  to: number
  /** What stands before it: the start of the passage, a full stop or a semicolon. */
  after: 'start' | '.' | ';'
}

const shortWords = new Set([
  'tp',
  'tt',
  'kt',
  'tm',
  'tl',
  'ts',
  'ths',
  'gs',
  'pgs',
  'bs',
  'v',
  'vv',
  'tx',
  'q',
  'p',
  'dr',
  'mr',
  'no',
  'st',
  'đ',
  'ct',
  'pct',
  'ub',
  'kcn',
])
const openers: Record<string, string> = { '(': ')', '“': '”', '[': ']' }

/**
 * `behindNames` tells where the bodies end that stand at a token (behind "giao", "yêu cầu" too): the semicolons between them
 * part names, not clauses.
 */
export function clausesOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  behindNames: (i: number) => number,
): Clause[] {
  const out: Clause[] = []
  let start = from
  let named = behindNames(from)
  let after: Clause['after'] = 'start'
  for (let i = from; i < to; i++) {
    const closing = openers[wordAt(tokens, i)]
    if (closing !== undefined) {
      const end = closingAt(tokens, i, to, closing)
      if (end > i) i = end
      continue
    }
    if (i < named) continue
    const mark = breakAt(tokens, i, to) ?? (opensSubject(tokens, i, start, behindNames) ? '.' : null)
    if (mark === null) continue
    if (i > start) out.push({ from: start, to: i, after })
    while (i + 1 < to && ['.', ';', '…', ','].includes(wordAt(tokens, i + 1))) i++
    start = i + 1
    named = behindNames(start)
    after = mark
  }
  if (start < to) out.push({ from: start, to: trimmed(tokens, start, to), after })
  return out.filter((c) => c.to > c.from)
}

/** "… cần phân công rõ: Đồng chí Bí thư …": a new subject behind a colon that stands far in the sentence. */
function opensSubject(
  tokens: readonly Token[],
  i: number,
  start: number,
  behindNames: (i: number) => number,
): boolean {
  if (wordAt(tokens, i) !== ':' || i - start < 8 || tokens[i + 1]?.upper !== true) return false
  const behind = behindNames(i + 1)
  return behind > i + 1 && wordAt(tokens, i - 1) === 'rõ'
}

/** Token of the closing mark, or `i` when none comes soon: an unclosed bracket of bad OCR hides nothing. */
function closingAt(tokens: readonly Token[], i: number, to: number, closing: string): number {
  for (let j = i + 1; j < Math.min(to, i + 120); j++) if (wordAt(tokens, j) === closing) return j
  return i
}

function breakAt(tokens: readonly Token[], i: number, to: number): '.' | ';' | null {
  const word = wordAt(tokens, i)
  if (word === ';') return ';'
  if (!['.', '!', '?', '…'].includes(word)) return null
  const next = tokens[i + 1]
  if (i + 1 >= to || next === undefined) return '.'
  const before = tokens[i - 1]
  if (next.w === '.' || next.w === '/') return null
  const glued = next.start === (tokens[i]?.end ?? 0)
  if (glued && before?.kind === 'word' && before.w.length < 4) return null
  if (before && shortWords.has(before.w)) return null
  if (next.upper || '“"(-'.includes(next.w))
    return next.upper || next.w !== '(' || tokens[i + 2]?.upper === true ? '.' : null
  return next.kind === 'number' && !glued ? '.' : null
}

function trimmed(tokens: readonly Token[], from: number, to: number): number {
  let end = to
  while (end > from && ['.', ';', ',', '/', ':', '…', '-'].includes(wordAt(tokens, end - 1))) end--
  return end
}
