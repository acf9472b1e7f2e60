// Where a predicate, a fact or an order starts.
import { adverbs, connectors, factWords, modals, strongVerbs } from './lexicon-verbs.ts'
import { phrases, standsAt, type Token, wordAt } from './tokens.ts'

const adverbWords = phrases(adverbs)

export const modalWords = phrases(modals)

export const verbWords = phrases(strongVerbs)

export const facts = phrases(factWords)

const connectorWords = phrases(connectors)

const nounsAfterHave = new Set([
  'kế',
  'giải',
  'biện',
  'phương',
  'chính',
  'văn',
  'hình',
  'trách',
  'hướng',
  'báo',
  'nhiệm',
  'cơ',
  'sự',
  'quy',
  'đầy',
])

/** Whether a verb, with the words of obligation and manner before it, starts at `i`. Facts are told apart by `factAt`. */
export function predicateAt(tokens: readonly Token[], i: number, to: number): boolean {
  let at = i
  for (let guard = 0; guard < 8 && at < to; guard++) {
    const step = adverbWords.match(tokens, at)
    if (modalWords.match(tokens, at) > 0) return true
    if (verbWords.match(tokens, at) > step) return !upperNoun(tokens, at)
    if (step === 0) break
    at += step
    if (wordAt(tokens, at) === ',') at++
  }
  if (at > i) return true
  const verb = verbWords.match(tokens, at)
  return verb > 0 && !upperNoun(tokens, at)
}

/** A verb in capitals inside a sentence is part of a name ("Kiểm tra Đảng"). */
function upperNoun(tokens: readonly Token[], i: number): boolean {
  return (
    tokens[i]?.upper === true &&
    i > 0 &&
    !['.', ':', ';', '-', ',', '“', '+'].includes(wordAt(tokens, i - 1)) &&
    tokens[i - 1]?.kind === 'word'
  )
}

export function factAt(tokens: readonly Token[], i: number): boolean {
  if (facts.match(tokens, i) === 0) return false
  // "là đầu mối", "còn lại" oblige or belong to a name.
  return (
    !standsAt(tokens, i, 'là đầu mối') &&
    !standsAt(tokens, i, 'là cơ quan đầu mối') &&
    !standsAt(tokens, i, 'còn lại') &&
    !standsAt(tokens, i, 'sẽ thực hiện')
  )
}

/** Whether the clause starts with a verb: an order to whoever is addressed. */
export function orderAt(tokens: readonly Token[], i: number, to: number): boolean {
  const word = wordAt(tokens, i)
  // "Không tổ chức các sự kiện …" forbids.
  if (word === 'không' && verbWords.match(tokens, i + 1) > 1) return true
  if (word === 'có') return nounsAfterHave.has(wordAt(tokens, i + 1))
  if (
    ['theo', 'căn', 'với', 'về', 'cho', 'đi', 'dự', 'trên', 'phòng', 'vùng'].includes(word) &&
    !standsAt(tokens, i, 'cho phép') &&
    !standsAt(tokens, i, 'theo dõi')
  )
    return false
  if (word === 'trong') return false
  if (
    word === 'thông' &&
    wordAt(tokens, i + 1) === 'tin' &&
    ['về', 'của', 'liên', 'trên', 'này', 'từ', 'cá', 'được', 'và'].includes(wordAt(tokens, i + 2))
  )
    return false
  if (word === 'công' && wordAt(tokens, i + 1) === 'tác') return false
  return predicateAt(tokens, i, to)
}

/** Behind the words that only bind ("Đồng thời,", "Trong đó,"). */
export function behindConnectors(tokens: readonly Token[], i: number): number {
  let at = i
  for (let guard = 0; guard < 3; guard++) {
    const length = connectorWords.match(tokens, at)
    if (length === 0) break
    at += length
    if (wordAt(tokens, at) === ',' || wordAt(tokens, at) === ':') at++
  }
  return at
}
