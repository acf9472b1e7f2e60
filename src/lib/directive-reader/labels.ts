// Labels and headings: "Sở Y tế:", "Về tài chính:", "2. Giám đốc Sở Giao thông vận tải", "Đối với các huyện: …".
import { behindBracket, readBodies, type Body } from './bodies.ts'
import { stretched } from './body-names.ts'
import { adverbs, modals, strongVerbs } from './lexicon-verbs.ts'
import { readClause } from './predicates.ts'
import { phrases, standsAt, wordAt, type Token } from './tokens.ts'

export interface Label {
  /** Bodies the label names; empty for a topic. */
  leads: Body[]
  /** Token behind the colon (or behind the heading). */
  content: number
  /** Whether the label belongs to the quote. */
  quoted: boolean
}

const topicWords = phrases([
  'về',
  'đối với',
  'trong',
  'riêng',
  'riêng đối với',
  'lưu ý',
  'trước mắt',
  'nhiệm vụ',
  'giải pháp',
  'thời gian',
  'địa điểm',
  'kinh phí',
  'mục tiêu',
  'cụ thể',
  'nội dung',
  'tại',
  'giai đoạn',
  'nhóm',
  'với',
  'liên quan',
  'cho',
  'thành phần',
  'trường hợp',
])
const before = phrases([
  'đối với',
  'riêng đối với',
  'riêng',
  'đề nghị',
  'yêu cầu',
  'giao',
  'giao cho',
  'với',
  'về phía',
  'trách nhiệm của',
  'nhiệm vụ của',
  'phân công',
])
const ordersWords = phrases([...modals, ...adverbs, ...strongVerbs.filter((verb) => verb.includes(' '))])
const trailing = phrases([
  'có trách nhiệm',
  'chịu trách nhiệm',
  'theo chức năng, nhiệm vụ',
  'theo chức năng, nhiệm vụ, thẩm quyền',
  'theo chức năng, nhiệm vụ được giao',
  'theo chức năng, nhiệm vụ được giao có trách nhiệm',
  'có nhiệm vụ',
  'thực hiện',
  'tổ chức thực hiện',
  'tập trung',
  'cần',
  'phải',
  'theo chức năng, nhiệm vụ chịu trách nhiệm',
  'cần tập trung',
  'chủ trì',
  'là cơ quan thường trực',
  'thực hiện các nhiệm vụ sau',
  'thực hiện tốt các nhiệm vụ sau',
  'khẩn trương',
  'tiếp tục',
  'tập trung thực hiện',
  'triển khai thực hiện',
  'thực hiện một số nhiệm vụ sau',
])

/** The label at the head of a paragraph's words [from, to); null when there is none. */
export function labelAt(tokens: readonly Token[], from: number, to: number, flat: string): Label | null {
  const colon = colonWithin(tokens, from, to, flat)
  if (colon < 0) return null
  const start = before.match(tokens, from)
  const list = readBodies(tokens, from + start, flat)
  if (list && list.next <= colon) {
    const rest = behindTrailing(tokens, list.next)
    if (rest >= colon) return { leads: list.bodies, content: colon + 1, quoted: true }
    if (noPredicate(tokens, list.next, colon))
      return { leads: grown(tokens, list.bodies, colon, flat), content: colon + 1, quoted: true }
  }
  if (topicWords.match(tokens, from) > 0 && colon - from < 60)
    return { leads: [], content: colon + 1, quoted: false }
  if (colon - from <= 14 && readClause(tokens, from, colon, flat).kind === 'fact')
    return { leads: [], content: colon + 1, quoted: false }
  return null
}

function behindTrailing(tokens: readonly Token[], i: number): number {
  const at = wordAt(tokens, i) === ',' ? i + 1 : i
  const length = trailing.match(tokens, at)
  return length > 0 ? at + length : i
}

/** Whether the words between a name and the colon only narrow the name down. */
function noPredicate(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 18) return false
  for (let j = from; j < to; j++) {
    if (wordAt(tokens, j) === '(') {
      j = behindBracket(tokens, j) - 1
      continue
    }
    const noun = standsAt(tokens, j, 'tổ chức') && [',', ':', '('].includes(wordAt(tokens, j + 2))
    if (!noun && ordersWords.match(tokens, j) > 0) return false
  }
  return true
}

/** The last name grown to the end of the heading, a bracket left out. */
function grown(tokens: readonly Token[], bodies: readonly Body[], to: number, flat: string): Body[] {
  const last = bodies.at(-1)
  if (!last || last.to >= to || wordAt(tokens, last.to) === '(' || wordAt(tokens, last.to) === ',')
    return [...bodies]
  let end = last.to
  while (end < to && !['(', ',', ':', ';'].includes(wordAt(tokens, end))) end++
  return end - last.to > 9 ? [...bodies] : [...bodies.slice(0, -1), stretched(tokens, last, end, flat)]
}

/** First colon outside brackets that is not the colon of a list of names ("các Bộ: A, B"). */
function colonWithin(tokens: readonly Token[], from: number, to: number, flat: string): number {
  let depth = 0
  const list = readBodies(tokens, from + before.match(tokens, from), flat)
  const inNames = list?.next ?? from
  for (let j = from; j < Math.min(to, from + 110); j++) {
    const word = wordAt(tokens, j)
    if (word === '(') depth++
    if (word === ')') depth--
    if (depth > 0) continue
    if (j > inNames && tokens[j]?.w === 'các') {
      const names = readBodies(tokens, j, '')
      if (names && names.next > j + 1) j = names.next - 1
      continue
    }
    if (word === '.' || word === ';') if (j >= inNames) return -1
    if (word === ':' && j >= inNames) return j
  }
  return -1
}

/** Whether a paragraph is nothing but the name of bodies. */
export function headingLeads(
  tokens: readonly Token[],
  from: number,
  to: number,
  flat: string,
): { leads: Body[] } | null {
  const start = before.match(tokens, from)
  const list = readBodies(tokens, from + start, flat)
  if (!list || list.next > to) return null
  const end = withoutBracket(tokens, list.next, wordAt(tokens, to - 1) === ':' ? to - 1 : to)
  const rest = behindTrailing(tokens, list.next)
  if (rest >= end) return { leads: list.bodies }
  const names = trailingFrom(tokens, list.next, end)
  if (names < end && names - list.next <= 9 && noPredicate(tokens, list.next, names))
    return { leads: grown(tokens, list.bodies, names, flat) }
  return end - list.next <= 9 && noPredicate(tokens, list.next, end)
    ? { leads: grown(tokens, list.bodies, end, flat) }
    : null
}

/** Where "… có trách nhiệm" at the end of a heading starts; `to` when it does not. */
function trailingFrom(tokens: readonly Token[], from: number, to: number): number {
  for (let j = from; j < to; j++)
    if (j + trailing.match(tokens, j) === to && trailing.match(tokens, j) > 0) return j
  return to
}

/** End of a heading without the bracket that explains it. */
function withoutBracket(tokens: readonly Token[], from: number, to: number): number {
  if (wordAt(tokens, to - 1) !== ')') return to
  for (let j = from; j < to; j++)
    if (wordAt(tokens, j) === '(') return behindBracket(tokens, j) >= to ? j : to
  return to
}
