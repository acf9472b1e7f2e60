// What a clause does: hands a task to a body, tells a body to act, orders without naming anyone, or states a fact.
import { behindBracket, readBodies, type Body } from './bodies.ts'
import {
  adverbs,
  agreements,
  assigners,
  connectors,
  factWords,
  modals,
  strongVerbs,
} from './lexicon-verbs.ts'
import { quantifiers, stretched } from './body-names.ts'
import { tidyName } from './names-of-bodies.ts'
import { phrases, standsAt, wordAt, type Token } from './tokens.ts'

export interface ClauseReading {
  kind: 'assign' | 'subject' | 'order' | 'norm' | 'fact' | 'agreement' | 'condition'
  leads: Body[]
  /** Token where the words of the task start. */
  from: number
  /** Token of the predicate. */
  predicate: number
  /** A short name of the pattern, for evidence. */
  pattern: string
  /** Whether the clause opens with a word that binds it to the one before. */
  bound: boolean
  /** An order that holds only "nếu …", "trường hợp …": it goes with the sentence before. */
  conditional?: boolean
}

const adverbWords = phrases(adverbs)
const modalWords = phrases(modals)
const verbWords = phrases(strongVerbs)
const facts = phrases(factWords)
const agreementWords = phrases(agreements)
const assignWords = phrases(assigners)
const connectorWords = phrases(connectors)
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
    !standsAt(tokens, i, 'còn lại') &&
    !standsAt(tokens, i, 'sẽ thực hiện')
  )
}

/** Whether the clause starts with a verb: an order to whoever is addressed. */
export function orderAt(tokens: readonly Token[], i: number, to: number): boolean {
  const word = wordAt(tokens, i)
  if (word === 'có') return nounsAfterHave.has(wordAt(tokens, i + 1))
  if (
    ['theo', 'căn', 'về', 'cho', 'đi', 'dự', 'trên', 'phòng', 'vùng'].includes(word) &&
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

export function readClause(tokens: readonly Token[], from: number, to: number, flat: string): ClauseReading {
  const at = behindConnectors(tokens, from)
  const bound = at > from
  const direct = readAt(tokens, at, to, flat, from)
  if (direct) return { ...direct, bound }
  const headed = headsOf(tokens, at, to, flat, from)
  if (headed) return { ...headed, bound }
  if (agreementWords.match(tokens, at) > 0) return plain('agreement', from, at, bound)
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

function plain(kind: ClauseReading['kind'], from: number, predicate: number, bound: boolean): ClauseReading {
  return { kind, leads: [], from, predicate, pattern: kind, bound }
}

function readAt(
  tokens: readonly Token[],
  at: number,
  to: number,
  flat: string,
  from: number,
): Omit<ClauseReading, 'bound'> | null {
  const assign = assignWords.match(tokens, at)
  if (assign > 0) {
    const given = givenTo(tokens, at, at + assign, to, flat, from)
    if (given) return given
  }
  const list = readBodies(tokens, at, flat)
  if (list) {
    const subject = asSubject(tokens, list, to, flat, from)
    if (subject) return subject
  }
  if (agreementWords.match(tokens, at) > 0) return null
  if (factAt(tokens, at)) return null
  if (!orderAt(tokens, at, to)) return null
  const who = namedLater(tokens, at, to, flat)
  if (who) return { kind: 'subject', leads: who, from, predicate: at, pattern: 'order:who' }
  return { kind: 'order', leads: [], from, predicate: at, pattern: 'order' }
}

/** "Khẩn trương khắc phục …, các địa phương phải huy động …": who must is said behind the matter. */
function namedLater(tokens: readonly Token[], at: number, to: number, flat: string): Body[] | null {
  for (let j = at + 3; j < Math.min(to, at + 70); j++) {
    if (wordAt(tokens, j) === '(') j = behindBracket(tokens, j)
    if (wordAt(tokens, j) !== ',') continue
    const list = readBodies(tokens, j + 1, flat)
    if (list && wordAt(tokens, list.next) === 'phải' && list.next < to) return list.bodies
  }
  return null
}

/** "Giao Sở Y tế …", "Yêu cầu các doanh nghiệp phải …". */
function givenTo(
  tokens: readonly Token[],
  at: number,
  behind: number,
  to: number,
  flat: string,
  from: number,
): Omit<ClauseReading, 'bound'> | null {
  let j = behind
  if (wordAt(tokens, j) === ':' || wordAt(tokens, j) === 'cho') j++
  j += whenWords.match(tokens, j)
  if (wordAt(tokens, j) === ',') j++
  const list = readBodies(tokens, j, flat)
  if (!list || list.next > to) return null
  const verb = tokens
    .slice(at, behind)
    .map((t) => t.w)
    .join('-')
  const leads = extended(tokens, list.bodies, list.next, to, flat)
  return { kind: 'assign', leads, from, predicate: leads.at(-1)?.to ?? list.next, pattern: `assign:${verb}` }
}

function asSubject(
  tokens: readonly Token[],
  list: { bodies: Body[]; next: number },
  to: number,
  flat: string,
  from: number,
): Omit<ClauseReading, 'bound'> | null {
  let next = list.next
  if (next >= to) return null
  if (wordAt(tokens, next) === ',' || wordAt(tokens, next) === ':') next++
  if (factAt(tokens, next)) return roleOf(tokens, list, next, from)
  // "UBND tỉnh yêu cầu các sở …": the body that is told, not the one that tells.
  const tells = assignWords.match(tokens, next)
  if (tells > 0) {
    const told = givenTo(tokens, next, next + tells, to, flat, next)
    if (told && told.leads.length > 0 && wordAt(tokens, next) !== 'lưu' && isIssuing(list.bodies)) return told
  }
  if (predicateAt(tokens, next, to))
    return { kind: 'subject', leads: list.bodies, from, predicate: next, pattern: 'subject' }
  const further = predicateWithin(tokens, next, to)
  if (further > 0 && next === list.next) {
    const leads = extended(tokens, list.bodies, list.next, to, flat)
    if (factAt(tokens, leads.at(-1)?.to ?? next)) return null
    return { kind: 'subject', leads, from, predicate: further, pattern: 'subject:wide' }
  }
  return null
}

/** Who may tell others in a document of their own: not the departments that are told. */
function isIssuing(bodies: readonly Body[]): boolean {
  const name = bodies[0]?.canonical[0] ?? ''
  return (
    bodies.length <= 2 &&
    /^(?:Ủy ban nhân dân (?:tỉnh|thành phố|huyện|quận|thị xã)|Thủ tướng|Ban Thường vụ|Thường trực|Bộ |Ban Chỉ đạo|Tỉnh ủy|Bộ Chính trị|Chính phủ|Phó Thủ tướng|Đồng chí|Bí thư|Chủ tịch|Ban Bí thư|Ban Cán sự)/iu.test(
      name,
    )
  )
}

/** "Đồng chí Bí thư cấp ủy là Trưởng Ban Chỉ đạo, trực tiếp …": being given an office is an order, being something is a fact. */
function roleOf(
  tokens: readonly Token[],
  list: { bodies: Body[] },
  next: number,
  from: number,
): Omit<ClauseReading, 'bound'> | null {
  if (wordAt(tokens, next) !== 'là' || list.bodies[0]?.office !== true) return null
  return { kind: 'subject', leads: list.bodies, from, predicate: next, pattern: 'subject:office' }
}

/** Index of a verb that binds within 24 words behind a body whose name the lexicon did not read to its end. */
function predicateWithin(tokens: readonly Token[], i: number, to: number): number {
  for (let j = i; j < Math.min(to, i + 24); j++) {
    const word = wordAt(tokens, j)
    if (['.', ':', ';', '!', '?', 'để', 'nhằm', 'khoảng', 'do', 'vì'].includes(word)) return -1
    if (
      facts.match(tokens, j) > 0 &&
      !standsAt(tokens, j, 'còn lại') &&
      !standsAt(tokens, j, 'đã được') &&
      !['đang', 'bị', 'đã'].includes(word)
    )
      return -1
    const told = ['đang', 'đã', 'được', 'bị', 'có', 'chưa'].includes(wordAt(tokens, j - 1))
    if (!told && (modalWords.match(tokens, j) > 0 || firm.match(tokens, j) > 0)) return j
  }
  return -1
}

const firm = phrases([
  'chủ trì',
  'phối hợp',
  'tiếp tục',
  'khẩn trương',
  'chủ động',
  'tham mưu',
  'chỉ đạo',
  'rà soát',
  'theo dõi',
  'đôn đốc',
  'tập trung',
  'tăng cường',
  'đẩy mạnh',
  'thực hiện',
  'triển khai',
  'quán triệt',
  'căn cứ',
  'theo chức năng',
  'báo cáo',
  'nghiêm túc',
  'kịp thời',
  'thường xuyên',
  'xây dựng',
  'hướng dẫn',
  'cử',
  'bố trí',
  'trên cơ sở',
  'chọn',
  'nêu cao',
  'kiểm tra',
  'chấp hành',
  'tuân thủ',
  'hoàn thành',
  'chuẩn bị',
  'tự',
])

/** Lets the last name run up to the predicate when the lexicon stopped short of it. */
function extended(tokens: readonly Token[], bodies: Body[], next: number, to: number, flat: string): Body[] {
  const last = bodies.at(-1)
  if (!last || last.to !== next) return bodies
  const word = wordAt(tokens, next)
  if (['trước', 'trong', 'từ', 'đến', 'chậm', 'vào', 'để', 'hằng', 'hàng'].includes(word)) return bodies
  if (word === ',' || word === ':' || predicateAt(tokens, next, to) || factAt(tokens, next)) return bodies
  const verb = predicateWithin(tokens, next, Math.min(to, next + 16))
  if (verb <= next || (tokens.slice(next, verb - 2).some((t) => t.w === ',') && verb - next > 3))
    return bodies
  return [...bodies.slice(0, -1), stretched(tokens, last, verb, flat)]
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
  let tries = 0
  let order: Omit<ClauseReading, 'bound'> | null = null
  for (let j = at + 1; j < to && tries < 12 && j < at + 160; j++) {
    const token = tokens[j]
    const comma = token?.w === ','
    const afterDate = tokens[j - 1]?.kind === 'number' && token?.kind === 'word'
    const then = token?.w === 'thì'
    const assign =
      assignWords.match(tokens, j) > 0 &&
      ['giao', 'yêu', 'đề'].includes(token?.w ?? '') &&
      !['sẽ', 'đã', 'được', 'theo', 'có', 'các', 'những', 'nội', 'khi'].includes(wordAt(tokens, j - 1))
    const process = token?.upper === true && j < at + 12 && standsAt(tokens, at, 'trong quá trình')
    if (!comma && !afterDate && !then && !assign && !process) {
      // Names inside the opening words are stepped over whole: their commas part names.
      const starts =
        token?.upper === true || quantifiers.has(token?.w ?? '') || aloneWords.match(tokens, j) > 0
      const names = starts ? readBodies(tokens, j, flat) : null
      // A name right before "phải", "cần" is who must, comma or not.
      if (names && names.next < to && modalWords.match(tokens, names.next) > 0) {
        const must = readAt(tokens, j, to, flat, from)
        if (must && must.leads.length > 0) return must
      }
      if (names && names.next < to) j = Math.max(j, names.next - 1)
      continue
    }
    tries++
    const start = comma || then ? j + 1 : j
    const found = readAt(tokens, behindConnectors(tokens, start), to, flat, from)
    if (!found) continue
    if (found.kind === 'order') {
      order ??= found
      if (!aim && (comma || then || tokens[j - 1]?.w.includes('/') === true)) return found
      continue
    }
    if (found.pattern === 'subject:wide' && (order !== null || aim)) continue
    return found
  }
  return order
}

const ifWords = phrases(['nếu', 'trường hợp', 'trong trường hợp', 'khi gặp', 'khi phát hiện', 'khi có'])
const aloneWords = phrases(['doanh nghiệp', 'người dân', 'chủ đầu tư', 'cơ quan chức năng'])
const whenWords = phrases([
  'trong thời gian tới',
  'thời gian tới',
  'trước mắt',
  'trong thời gian này',
  'từ nay đến cuối năm',
])
const aims = new Set(['để', 'nhằm', 'do', 'với', 'qua', 'trên', 'theo', 'đối', 'về', 'trong'])

/** "… phải được các cơ quan có thẩm quyền phê duyệt": the agent of the passive acts. */
function passiveAgent(tokens: readonly Token[], i: number, to: number, flat: string): Body[] | null {
  for (let j = i; j < Math.min(to, i + 50); j++) {
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
