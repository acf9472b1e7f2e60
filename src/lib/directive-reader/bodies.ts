// Finds the bodies that a sentence names, one after another: "đồng chí …, Giám đốc Sở Y tế", "các Bộ: Quốc phòng, Tài chính".
// A grammar over words with the lexicon of lexicon-bodies.ts; it never looks further than one sentence.
import { readCore } from './body-forms.ts'
import { matterWords } from './body-matters.ts'
import { stretched, behindScope, makeBody, type Body } from './body-names.ts'
import { endsName } from './name-ends.ts'
import { withParty } from './party-offices.ts'
import { headWords, honorifics, ownRoleWords, quantifiers, roleWords } from './body-words.ts'
import { phrases, wordAt, type Token } from './tokens.ts'
import { assigners } from './lexicon-verbs.ts'
import { behindCapitals } from './unit-names.ts'

export type { Body } from './body-names.ts'

export interface BodyList {
  bodies: Body[]
  /** Token behind the last body and a bracket that follows it. */
  next: number
}

/** What was read at a token is kept with the tokens: clauses, parties and labels ask for the same names again. */
const kept = new WeakMap<readonly Token[], { flat: string; lists: Map<number, BodyList | null> }>()

/** Names of the bodies that stand at token `i`, one after another; null when none does. */
export function readBodies(tokens: readonly Token[], i: number, flat: string): BodyList | null {
  let shelf = kept.get(tokens)
  if (!shelf || (shelf.flat === '' && flat !== '')) {
    shelf = { flat, lists: new Map() }
    kept.set(tokens, shelf)
  }
  const before = shelf.lists.get(i)
  if (before !== undefined) return before
  const list = readList(tokens, i, shelf.flat)
  shelf.lists.set(i, list)
  return list
}

function readList(tokens: readonly Token[], i: number, flat: string): BodyList | null {
  const bodies: Body[] = []
  let at = i
  for (let guard = 0; guard < 40; guard++) {
    const body = readBody(tokens, at, flat)
    if (!body) break
    const grown = flat === '' || body.form !== 'collective' ? body : throughModifier(tokens, body, flat)
    const before = bodies.at(-1)
    if (!before || !joinOffices(before, grown, tokens)) bodies.push(grown)
    at = behindBracket(tokens, grown.to)
    const next = separator(tokens, at)
    if (next === 0) break
    if (readBody(tokens, at + next, null) === null) {
      const unknown = unknownName(tokens, at + next, flat)
      if (!unknown) break
      bodies.push(unknown)
      at = unknown.to
      const more = separator(tokens, at)
      if (more === 0) break
      if (readBody(tokens, at + more, null) === null && !unknownName(tokens, at + more, flat)) break
      at += more
      continue
    }
    at += next
  }
  return bodies.length > 0 ? { bodies, next: at } : null
}

const modifiers = new Set([
  'quản',
  'đầu',
  'giao',
  'kinh',
  'cung',
  'thi',
  'tư',
  'sử',
  'khai',
  'cấp',
  'sản',
  'xây',
  'trực',
  'đóng',
  'làm',
])

/** "các đơn vị quản lý đường bộ khu vực, các lực lượng …": words that narrow a name down inside a list. */
function throughModifier(tokens: readonly Token[], found: Body, flat: string): Body {
  if (separator(tokens, found.to) > 0 || wordAt(tokens, found.from) !== 'các') return found
  for (let j = found.to; j < found.to + 8; j++) {
    const step = separator(tokens, j)
    if (step > 0 && j > found.to) {
      const next = wordAt(tokens, j + step) === 'các' && readBody(tokens, j + step, null) !== null
      return next ? stretched(tokens, found, j, flat) : found
    }
    if (tokens[j]?.kind !== 'word' || (endsName(tokens, j) && !modifiers.has(wordAt(tokens, j)))) return found
  }
  return found
}

/** A name in capitals that no lexicon knows, in a list of bodies ("…, Viettel, Mobifone khẩn trương"). */
function unknownName(tokens: readonly Token[], i: number, flat: string): Body | null {
  const first = tokens[i]
  if (first?.upper !== true || endsName(tokens, i)) return null
  const to = behindCapitals(tokens, i, 4)
  const closes = endsName(tokens, to) || [',', 'và', '('].includes(wordAt(tokens, to))
  return closes ? makeBody(tokens, i, to, flat, 'org') : null
}

/** "Bí thư tỉnh ủy và Chủ tịch UBND các tỉnh: A, B" is one naming of the party committee and the people's committee of A and of B. */
function joinOffices(before: Body, body: Body, tokens: readonly Token[]): boolean {
  const joined = wordAt(tokens, before.to) === 'và' && before.to + 1 === body.from
  if (!joined || body.form !== 'list' || before.canonical.length !== 1) return false
  if (!/^(?:Các )?(?:tỉnh ủy|thành ủy|tỉnh ủy, thành ủy)$/iu.test(before.canonical[0] ?? '')) return false
  const places = body.canonical.map((name) => name.replace(/^Ủy ban nhân dân /u, ''))
  const party = places.map((place) =>
    place.replace(/^tỉnh /u, 'Tỉnh ủy ').replace(/^thành phố /u, 'Thành ủy '),
  )
  before.canonical = [...party, ...body.canonical]
  before.to = body.to
  before.end = body.end
  before.form = 'list'
  return true
}

/** Index behind a bracket that opens at `i`, else `i`. */
export function behindBracket(tokens: readonly Token[], i: number): number {
  if (wordAt(tokens, i) !== '(') return i
  for (let j = i + 1; j < Math.min(tokens.length, i + 60); j++) if (wordAt(tokens, j) === ')') return j + 1
  return i
}

const tells = phrases(assigners)

/** Token behind the bodies named at `i` or behind an assignment at `i`; `i` when none is named. */
export function behindNames(tokens: readonly Token[], i: number): number {
  const at = i + tells.match(tokens, i)
  const next = readBodies(tokens, at, '')?.next ?? i
  // "UBND tỉnh yêu cầu các sở …; các huyện …"
  const told = next > at ? tells.match(tokens, next) : 0
  return told > 0 ? (readBodies(tokens, next + told, '')?.next ?? next) : next
}

/** Number of tokens of a separator between two names, 0 when there is none. */
function separator(tokens: readonly Token[], i: number): number {
  const word = wordAt(tokens, i)
  if (word === ',' || word === ';') return ['và', 'cùng', 'hoặc'].includes(wordAt(tokens, i + 1)) ? 2 : 1
  if (word === 'cùng' && wordAt(tokens, i + 1) === 'với') return 2
  return ['và', 'cùng', 'hoặc', '/', '-', '–'].includes(word) ? 1 : 0
}

/** One body at token `i`. With `flat` null only whether there is one is asked. */
export function readBody(tokens: readonly Token[], i: number, flat: string | null): Body | null {
  let at = i
  const honour = honorifics.match(tokens, at)
  at += honour
  if (honour > 0) {
    const named = personWithOffice(tokens, i, at, flat)
    if (named) return named
  }
  const own = ownRole(tokens, i, at, flat, honour)
  if (own) return own
  const roleEnd = behindRoles(tokens, at)
  const core = readCore(tokens, roleEnd, flat, roleEnd > at)
  if (core) {
    // A name in capitals behind an office and its body is the office-holder's.
    const end = roleEnd > at ? behindPerson(tokens, core.to) : core.to
    // "đồng chí Phó Bí thư Huyện ủy, Chủ tịch UBND huyện" is one person: the last office counts.
    const second =
      honour === 1 || (honour === 2 && !quantifiers.has(wordAt(tokens, at - 2)))
        ? secondOffice(tokens, end, flat)
        : null
    if (second && roleEnd > at) return { ...second, from: i, start: tokens[i]?.start ?? 0, office: true }
    if (flat !== null) withParty(core, tokens, at, roleEnd)
    // The words that name it begin with the office ("Bí thư chi bộ").
    const opens = core.pieces?.[0]
    if (opens && i < core.from) opens.start = tokens[i]?.start ?? opens.start
    return {
      ...core,
      from: i,
      to: end,
      start: tokens[i]?.start ?? 0,
      end: tokens[end - 1]?.end ?? 0,
      office: roleEnd > at,
    }
  }
  if (roleEnd > at && !['trưởng', 'chánh', 'diện', 'đạo'].includes(wordAt(tokens, roleEnd - 1))) {
    const found = makeBody(tokens, i, behindScope(tokens, roleEnd), flat, 'role', honour)
    return found && { ...found, office: true }
  }
  return null
}

/** The body of the office behind a comma ("…, Chủ tịch UBND huyện"). */
function secondOffice(tokens: readonly Token[], i: number, flat: string | null): Body | null {
  if (wordAt(tokens, i) !== ',') return null
  const office = behindRoles(tokens, i + 1)
  return office > i + 1 ? readCore(tokens, office, flat, true) : null
}

/** Offices that stand for themselves: a Deputy Prime Minister, a head of unspecified bodies. */
function ownRole(
  tokens: readonly Token[],
  i: number,
  at: number,
  flat: string | null,
  honour: number,
): Body | null {
  const many = quantifiers.has(wordAt(tokens, at)) ? 1 : 0
  const own = ownRoleWords.match(tokens, at + many)
  if (own === 0) return null
  if (wordAt(tokens, at + many) === 'người') {
    const scope = readCore(tokens, at + many + own, null, true)
    // "Người đứng đầu cơ quan, tổ chức" answers himself; of one named organ the organ does.
    if (scope && scope.form !== 'collective') return null
    if (scope) {
      const whole = makeBody(tokens, i, scope.to, flat, 'role', honour)
      return whole && { ...whole, office: true }
    }
    return makeBody(tokens, i, behindScope(tokens, at + many + own), flat, 'role', honour)
  }
  const name = behindCapitals(tokens, at + many + own, 5)
  return makeBody(tokens, i, behindScope(tokens, name), flat, 'role', honour)
}

/** Seats in a party committee, which stand between a name and the office it is told by. */
const titles = phrases([
  'tỉnh ủy viên',
  'thành ủy viên',
  'huyện ủy viên',
  'thị ủy viên',
  'quận ủy viên',
  'đảng ủy viên',
  'ủy viên ban thường vụ',
  'ủy viên ban chấp hành',
  'ủy viên thường vụ',
  'ủy viên dự khuyết',
  'ủy viên',
  'uvtv',
  'uvbtv',
  'uvbch',
])

/** "đồng chí Mai Hùng Dũng, UVTV, Phó Chủ tịch Thường trực UBND tỉnh": the body is that of the last office. */
function personWithOffice(tokens: readonly Token[], i: number, at: number, flat: string | null): Body | null {
  const end = behindCapitals(tokens, at, 6)
  if (end < at + 2 || roleWords.match(tokens, at) > 0 || headWords.match(tokens, at) > 0) return null
  let last: Body | null = null
  let j = end
  while ([',', '-', '–'].includes(wordAt(tokens, j)) && j < at + 60) {
    const part = j + 1
    const office = Math.max(behindRoles(tokens, part), part + titles.match(tokens, part))
    const core = office > part ? readCore(tokens, office, flat, true) : null
    if (core) last = { ...core, from: i, start: tokens[i]?.start ?? 0, office: true }
    const to = core?.to ?? (office > part ? office : behindCapitals(tokens, part, 6))
    if (to === part) break
    j = to
    // "…, Phó Chủ tịch UBND tỉnh, Phó Chỉ huy trưởng": a further office without a body is still his.
    if (last && j > last.to) last = { ...last, to: j, end: tokens[j - 1]?.end ?? last.end }
  }
  return last ?? makeBody(tokens, i, end, flat, 'role', at - i)
}

/** Index behind the offices that stand at `i` ("Bí thư, Chủ tịch"), else `i`. */
function behindRoles(tokens: readonly Token[], i: number): number {
  let at = i
  let end = i
  for (let guard = 0; guard < 5; guard++) {
    if (quantifiers.has(wordAt(tokens, at)) && roleWords.match(tokens, at + 1) > 0) at++
    const honour = honorifics.match(tokens, at)
    if (honour > 0 && roleWords.match(tokens, at + honour) > 0) at += honour
    const length = roleWords.match(tokens, at)
    if (length === 0) break
    end = at + length
    // "Phó Trưởng Ban Chỉ đạo" is the deputy of the committee, no "Phó Trưởng Ban".
    if (wordAt(tokens, end - 1) === 'ban' && matterWords.match(tokens, end - 1) > 1) end--
    if (wordAt(tokens, end) === 'thường' && wordAt(tokens, end + 1) === 'trực') end += 2
    if (![',', '-', '–', 'và', 'kiêm', '/'].includes(wordAt(tokens, end))) break
    at = end + 1
  }
  return end
}

/** Behind a person's name of two to five capitals, unless the words are those of another body or place. */
function behindPerson(tokens: readonly Token[], i: number): number {
  const end = behindCapitals(tokens, i, 5)
  if (end - i < 2 || headWords.match(tokens, i) > 0 || roleWords.match(tokens, i) > 0) return i
  return end
}
