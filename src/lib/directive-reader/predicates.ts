// What a clause does: hands a task to a body, tells a body to act, orders without naming anyone, or states a fact.
import { agreementWords, assignWords, type ClauseReading, readAt } from './assignments.ts'
import { type Body, readBodies } from './bodies.ts'
import { quantifiers } from './body-words.ts'
import { tidyName } from './names-of-bodies.ts'
import { phrases, standsAt, type Token, wordAt } from './tokens.ts'
import { behindConnectors, modalWords, verbWords } from './verb-marks.ts'

const lateWords = new Set([
  'theo',
  'căn',
  'trên',
  'trong',
  'để',
  'nhằm',
  'đối',
  'riêng',
  'chậm',
  'muộn',
  'từ',
  'đến',
  'trước',
  'hằng',
  'hàng',
  'khi',
  'nếu',
  'trường',
  'sau',
  'tại',
  'với',
  'ngay',
  'phấn',
  'định',
  'về',
  'qua',
  'thông',
  'vào',
  'kể',
  'bên',
  'ngoài',
  'tùy',
  'cùng',
  'vừa',
  'do',
  'nhận',
])

const conditional = phrases([
  'trường hợp',
  'nếu',
  'khi',
  'trong trường hợp',
  'những nội dung',
  'đối với những',
  'đối với các trường hợp',
  'riêng đối với',
])

export function readClause(tokens: readonly Token[], from: number, to: number, flat: string): ClauseReading {
  const at = behindConnectors(tokens, from)
  const bound = at > from
  const direct = readAt(tokens, at, to, flat, from)
  if (direct) return { ...direct, bound }
  const headed = headsOf(tokens, at, to, flat, from)
  if (headed) return { ...headed, bound }
  if (agreementWords.match(tokens, at) > 0)
    return { ...(agreedAndGiven(tokens, at, to, flat) ?? plain('agreement', from, at, bound)), bound }
  // Words of time, cause or place may come first: "Trên cơ sở …, giao …", "Chậm nhất đến ngày … các huyện phải …".
  if (lateWords.has(wordAt(tokens, at))) {
    const late = readBehind(tokens, at, to, flat, from)
    if (late) return { ...late, bound, conditional: late.leads.length === 0 && ifWords.match(tokens, at) > 0 }
  }
  const agent = passiveAgent(tokens, at, to, flat)
  if (agent) return { kind: 'subject', leads: agent, from, predicate: at, pattern: 'passive', bound }
  if (obliges(tokens, at, to))
    return plain(conditional.match(tokens, at) > 0 ? 'condition' : 'norm', from, at, bound)
  return plain(conditional.match(tokens, at) > 0 ? 'condition' : 'fact', from, at, bound)
}

/** "Đối với các cơ quan, đơn vị …, giao người đứng đầu …": the heads of those bodies, for this clause only. */
function headsOf(
  tokens: readonly Token[],
  at: number,
  to: number,
  flat: string,
  from: number,
): Omit<ClauseReading, 'bound'> | null {
  if (!standsAt(tokens, at, 'đối với')) return null
  const whose = readBodies(tokens, at + 2, flat)
  if (!whose) return null
  // "Đối với các chủ đầu tư cần …": they are the ones who must.
  if (modalWords.match(tokens, whose.next) > 0 && whose.bodies.every((b) => b.form !== 'level'))
    return { kind: 'subject', leads: whose.bodies, from, predicate: whose.next, pattern: 'subject:for' }
  const told = readBehind(tokens, at, to, flat, from)
  const heads = told?.leads[0]
  if (
    !told ||
    !heads ||
    told.leads.length > 1 ||
    !/^(?:người đứng đầu|thủ trưởng)$/iu.test(heads.canonical[0] ?? '')
  )
    return null
  const first = tokens[at + 2]
  const of = first ? flat.slice(first.start, whose.bodies.at(-1)?.end ?? first.end) : ''
  const named = tidyName(`${heads.canonical[0] ?? ''} ${of}`)
  return { ...told, pattern: 'assign:heads', leads: [{ ...heads, canonical: [named] }] }
}

/** "Thống nhất chủ trương và giao Sở Tài chính …": what is agreed is handed on in one breath. */
function agreedAndGiven(
  tokens: readonly Token[],
  at: number,
  to: number,
  flat: string,
): Omit<ClauseReading, 'bound'> | null {
  for (let j = at + 1; j < Math.min(to, at + 60); j++) {
    if (!['và', ','].includes(wordAt(tokens, j - 1)) || !['giao', 'yêu', 'đề'].includes(wordAt(tokens, j)))
      continue
    const given = assignWords.match(tokens, j) > 0 ? readAt(tokens, j, to, flat, j) : null
    if (given?.kind === 'assign') return given
  }
  return null
}

function plain(kind: ClauseReading['kind'], from: number, predicate: number, bound: boolean): ClauseReading {
  return { kind, leads: [], from, predicate, pattern: kind, bound }
}

/**
 * Looks behind each of the first commas (and behind a date) for a body or an assignment. Behind "để …" and the like the verbs
 * between commas belong to the aim, so only a body counts; elsewhere the first order does.
 */
function readBehind(
  tokens: readonly Token[],
  at: number,
  to: number,
  flat: string,
  from: number,
): Omit<ClauseReading, 'bound'> | null {
  const aim = aims.has(wordAt(tokens, at))
  const process = standsAt(tokens, at, 'trong quá trình')
  let tries = 0
  let order: Omit<ClauseReading, 'bound'> | null = null
  for (let j = at + 1; j < to && tries < 12 && j < at + 160; j++) {
    const opening =
      openingAt(tokens, j) ?? (process && j < at + 12 && tokens[j]?.upper === true ? 'name' : null)
    if (opening === null) {
      const names = namesAt(tokens, j, flat)
      if (!names || names.next >= to) continue
      // A name right before "phải", "cần" is who must, comma or not.
      const must = modalWords.match(tokens, names.next) > 0 ? readAt(tokens, j, to, flat, from) : null
      if (must && must.leads.length > 0) return must
      j = Math.max(j, names.next - 1)
      continue
    }
    tries++
    const start = opening === 'mark' ? j + 1 : j
    const found = readAt(tokens, behindConnectors(tokens, start), to, flat, from)
    if (!found || (found.pattern === 'subject:wide' && (order !== null || aim))) continue
    if (found.kind !== 'order') return found
    order ??= found
    if (!aim && (opening === 'mark' || wordAt(tokens, j - 1).includes('/'))) return found
  }
  return order
}

const notTelling = new Set(['sẽ', 'đã', 'được', 'theo', 'có', 'các', 'những', 'nội', 'khi'])

/** What may open the words of an order at `j`: a comma or "thì", the word behind a date, an assignment. */
function openingAt(tokens: readonly Token[], j: number): 'mark' | 'date' | 'assign' | null {
  const word = wordAt(tokens, j)
  if (word === ',' || word === 'thì') return 'mark'
  if (tokens[j - 1]?.kind === 'number' && tokens[j]?.kind === 'word') return 'date'
  const tells = ['giao', 'yêu', 'đề'].includes(word) && assignWords.match(tokens, j) > 0
  return tells && !notTelling.has(wordAt(tokens, j - 1)) ? 'assign' : null
}

/** Names inside the opening words are stepped over whole: their commas part names. */
function namesAt(tokens: readonly Token[], j: number, flat: string): { next: number } | null {
  const starts =
    tokens[j]?.upper === true || quantifiers.has(wordAt(tokens, j)) || aloneWords.match(tokens, j) > 0
  return starts ? readBodies(tokens, j, flat) : null
}

const ifWords = phrases(['nếu', 'trường hợp', 'trong trường hợp', 'khi gặp', 'khi phát hiện', 'khi có'])

const aloneWords = phrases(['doanh nghiệp', 'người dân', 'chủ đầu tư', 'cơ quan chức năng'])

const aims = new Set(['để', 'nhằm', 'do', 'với', 'qua', 'trên', 'theo', 'đối', 'về', 'trong'])

const doneBy = phrases([
  'thực hiện',
  'chủ trì',
  'đảm nhận',
  'đảm nhiệm',
  'chịu trách nhiệm',
  'tổ chức thực hiện',
  'quyết định',
  'phê duyệt',
  'thẩm định',
  'ban hành',
  'cấp',
  'bảo đảm',
  'đảm bảo',
])

/** "… phải được các cơ quan có thẩm quyền phê duyệt": the agent of the passive acts. */
function passiveAgent(tokens: readonly Token[], i: number, to: number, flat: string): Body[] | null {
  for (let j = i; j < Math.min(to, i + 50); j++) {
    const by = wordAt(tokens, j) === 'do' && j > i ? readBodies(tokens, j + 1, flat) : null
    if (by && by.next < to && doneBy.match(tokens, by.next) > 0) return by.bodies
    if (!standsAt(tokens, j, 'phải được') && !standsAt(tokens, j, 'cần được')) continue
    const list = readBodies(tokens, j + 2, flat)
    if (list && list.next < to && verbWords.match(tokens, list.next) > 0) return list.bodies
  }
  return null
}

/** Whether the clause obliges without naming a body: "… phải bảo đảm …", "… cần được …". */
function obliges(tokens: readonly Token[], i: number, to: number): boolean {
  for (let j = i; j < Math.min(to, i + 60); j++) {
    const word = wordAt(tokens, j)
    if (['nhằm', 'vì', '('].includes(word)) return false
    if (word === 'phải' && !['bị', 'được'].includes(wordAt(tokens, j - 1))) return true
    if (
      word === 'cần' &&
      !['yêu', 'thiết', 'nhu'].includes(wordAt(tokens, j - 1)) &&
      !['thiết', 'thơ', 'được'].includes(wordAt(tokens, j + 1))
    )
      return true
  }
  return false
}
