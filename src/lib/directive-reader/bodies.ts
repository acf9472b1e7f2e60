// Finds the bodies that a sentence names: "đồng chí …, Giám đốc Sở Y tế", "các Bộ: Quốc phòng, Tài chính", "UBND các huyện, thị
// xã, thành phố". A grammar over words with the lexicon of lexicon-bodies.ts; it never looks further than one sentence.
import {
  collectives,
  fields,
  fixed,
  heads,
  matterHeads,
  ownRoles,
  roles,
  scopeTails,
} from './lexicon-bodies.ts'
import { provinces } from './lexicon-places.ts'
import { strongVerbs } from './lexicon-verbs.ts'
import { isProvince, tidyName, withUnit } from './names-of-bodies.ts'
import { phrases, standsAt, wordAt, type Token } from './tokens.ts'

export interface Body {
  /** Token indexes [from, to). */
  from: number
  to: number
  /** Offsets of the passage. */
  start: number
  end: number
  canonical: string[]
  form: 'org' | 'collective' | 'role' | 'list' | 'level'
  /** Parts of a collective name that count as bodies of their own. */
  pieces?: { start: number; end: number }[]
}

export interface BodyList {
  bodies: Body[]
  /** Token behind the last body and a bracket that follows it. */
  next: number
}

const fieldNames = phrases(fields)
const fixedNames = phrases(Object.keys(fixed))
const headWords = phrases(heads)
const matterWords = phrases(matterHeads)
const roleWords = phrases(roles)
const ownRoleWords = phrases(ownRoles)
const groupWords = phrases(Object.keys(collectives))
const tailWords = phrases(scopeTails)
const provinceNames = phrases(provinces)
const verbWords = phrases(strongVerbs)
const unitWords = phrases([
  'tỉnh',
  'thành phố',
  'tp',
  'huyện',
  'thị xã',
  'quận',
  'xã',
  'phường',
  'thị trấn',
  'đặc khu',
  'khu vực',
  'ấp',
  'khu phố',
  'thôn',
  'thị',
  'tp.',
])
const groupByWord = new Map(Object.entries(collectives))
const honorifics = phrases(['đồng chí', 'các đồng chí', 'đ/c', 'ông', 'bà'])
const levels = phrases([
  'cấp tỉnh',
  'cấp huyện',
  'cấp xã',
  'cấp thành phố',
  'tuyến tỉnh',
  'tuyến huyện',
  'tuyến xã',
  'cấp có thẩm quyền',
  'cấp thẩm quyền',
  'các cấp có thẩm quyền',
  'các cấp thẩm quyền',
  'cấp trên',
  'cơ quan có thẩm quyền',
  'cơ quan thẩm quyền',
  'cơ quan chức năng',
])
const quantifiers = new Set(['các', 'những', 'mỗi', 'từng', 'mọi', 'toàn', 'tất', 'toàn thể'])
const hardStops = new Set([';', ':', '.', '!', '?', '…', '(', ')', '”', '“', '"'])
const nameJoiners = new Set([
  'và',
  'của',
  'thuộc',
  'tại',
  'ở',
  'về',
  'các',
  '-',
  '–',
  '&',
  'khu',
  'cụm',
  'công',
  'nghiệp',
  'dịch',
  'vụ',
  'tư',
  'nhà',
  'nước',
  'quốc',
  'gia',
  'việt',
  'nam',
  'rừng',
  'đặc',
  'dụng',
  'phòng',
  'hộ',
  'nông',
  'thôn',
  'thôn',
  'kinh',
  'tế',
  'xã',
  'hội',
  'mặt',
  'trận',
  'truyền',
  'hình',
  'phát',
  'thanh',
  'dân',
  'sự',
  'quân',
  'nhân',
  'tỉnh',
  'huyện',
  'thành',
  'phố',
  'thị',
  'trấn',
  'phường',
  'quận',
  'bộ',
  'đảng',
  'đa',
  'khoa',
  'số',
  'hợp',
  'tác',
  'cổ',
  'phần',
  'trách',
  'nhiệm',
  'hữu',
  'hạn',
  'một',
  'viên',
  'tnhh',
  'mtv',
  'cấp',
  'nội',
  'chính',
  'giáo',
  'vận',
  'trung',
  'ương',
  'thường',
  'trực',
  'khí',
  'tượng',
  'thủy',
  'văn',
  'chi',
  'nhánh',
  'khu vực',
])

/** Names of the bodies that stand at token `i`, one after another; null when none does. */
export function readBodies(tokens: readonly Token[], i: number, flat: string): BodyList | null {
  const bodies: Body[] = []
  let at = i
  for (let guard = 0; guard < 40; guard++) {
    const body = readBody(tokens, at, flat)
    if (!body) break
    const before = bodies.at(-1)
    if (!before || !joinOffices(before, body, tokens, flat)) bodies.push(body)
    at = behindBracket(tokens, body.to)
    const next = separator(tokens, at)
    if (next === 0 || !startsBody(tokens, at + next)) break
    at += next
  }
  return bodies.length > 0 ? { bodies, next: at } : null
}

/** "Bí thư tỉnh ủy và Chủ tịch UBND các tỉnh: A, B" is one naming of the party committee and the people's committee of A and of B. */
function joinOffices(before: Body, body: Body, tokens: readonly Token[], flat: string): boolean {
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
  return flat.length > 0
}

/** Index behind a bracket that opens at `i`, else `i`. */
export function behindBracket(tokens: readonly Token[], i: number): number {
  if (wordAt(tokens, i) !== '(') return i
  for (let j = i + 1; j < Math.min(tokens.length, i + 60); j++) if (wordAt(tokens, j) === ')') return j + 1
  return i
}

/** Number of tokens of a separator between two names, 0 when there is none. */
function separator(tokens: readonly Token[], i: number): number {
  const word = wordAt(tokens, i)
  if (word === ',' || word === ';') return ['và', 'cùng', 'hoặc'].includes(wordAt(tokens, i + 1)) ? 2 : 1
  if (word === 'cùng' && wordAt(tokens, i + 1) === 'với') return 2
  return ['và', 'cùng', 'hoặc', '/', '-', '–'].includes(word) ? 1 : 0
}

export function startsBody(tokens: readonly Token[], i: number): boolean {
  return readBody(tokens, i, null) !== null
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
  const own = ownRoleWords.match(tokens, at)
  const roleEnd = behindRoles(tokens, at)
  if (own > 0 && own >= roleEnd - at) {
    const end = own > 2 && wordAt(tokens, at) === 'phó' ? behindCapitals(tokens, at + own, 5) : at + own
    if (wordAt(tokens, at) !== 'người' || !canBeCore(tokens, end))
      return body(tokens, i, end, flat, 'role', honour)
  }
  const core = readCore(tokens, roleEnd, flat, roleEnd > at)
  if (core) {
    // A name in capitals behind an office and its body is the office-holder's.
    const end = roleEnd > at ? behindPerson(tokens, core.to) : core.to
    return { ...core, from: i, to: end, start: tokens[i]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 }
  }
  if (roleEnd > at) {
    const end = behindTails(tokens, roleEnd)
    return body(tokens, i, end, flat, 'role', honour)
  }
  return null
}

function body(
  tokens: readonly Token[],
  from: number,
  to: number,
  flat: string | null,
  form: Body['form'],
  skip = 0,
): Body | null {
  const first = tokens[from]
  const last = tokens[to - 1]
  if (!first || !last) return null
  const named = tokens[from + skip] ?? first
  const name = flat === null ? '' : flat.slice(named.start, last.end)
  return {
    from,
    to,
    start: first.start,
    end: last.end,
    canonical: flat === null ? [] : [tidyName(name)],
    form,
  }
}

/** "đồng chí Mai Hùng Dũng, UVTV, Phó Chủ tịch Thường trực UBND tỉnh": the body is that of the last office. */
function personWithOffice(tokens: readonly Token[], i: number, at: number, flat: string | null): Body | null {
  const end = behindCapitals(tokens, at, 6)
  if (end < at + 2 || roleWords.match(tokens, at) > 0 || headWords.match(tokens, at) > 0) return null
  let last: Body | null = null
  let j = end
  while ([',', '-', '–'].includes(wordAt(tokens, j)) && j < at + 60) {
    const part = j + 1
    const office = behindRoles(tokens, part)
    const core = office > part ? readCore(tokens, office, flat, true) : null
    if (core) last = { ...core, from: i, start: tokens[i]?.start ?? 0 }
    const to = core?.to ?? (office > part ? office : behindCapitals(tokens, part, 6))
    if (to === part) break
    j = to
  }
  if (last) return last
  const plain = body(tokens, i, end, flat, 'role', at - i)
  return plain
}

/** Index behind the offices that stand at `i` ("Bí thư, Chủ tịch"), else `i`. */
function behindRoles(tokens: readonly Token[], i: number): number {
  let at = i
  let end = i
  for (let guard = 0; guard < 5; guard++) {
    if (quantifiers.has(wordAt(tokens, at)) && roleWords.match(tokens, at + 1) > 0) at++
    if (honorifics.match(tokens, at) > 0 && roleWords.match(tokens, at + honorifics.match(tokens, at)) > 0)
      at += honorifics.match(tokens, at)
    const length = roleWords.match(tokens, at)
    if (length === 0) break
    end = at + length
    if (
      ['thường', 'chuyên'].includes(wordAt(tokens, end)) &&
      ['trực', 'trách'].includes(wordAt(tokens, end + 1))
    )
      end += 2
    const word = wordAt(tokens, end)
    if (![',', '-', '–', 'và', 'kiêm', '/'].includes(word)) break
    at = end + 1
  }
  return end
}

function canBeCore(tokens: readonly Token[], i: number): boolean {
  return readCore(tokens, i, null, true) !== null
}

function readCore(tokens: readonly Token[], i: number, flat: string | null, afterRole: boolean): Body | null {
  return (
    readFixed(tokens, i, flat) ??
    readLevel(tokens, i, flat) ??
    readListed(tokens, i, flat) ??
    readCollective(tokens, i, flat, afterRole) ??
    readNamed(tokens, i, flat)
  )
}

function readFixed(tokens: readonly Token[], i: number, flat: string | null): Body | null {
  const length = fixedNames.match(tokens, i)
  if (length === 0 || tokens[i]?.upper !== true) return null
  const end = behindScope(tokens, i + length)
  const found = body(tokens, i, end, flat, 'org')
  if (found && flat !== null && end === i + length) {
    const full = Object.entries(fixed).find(
      ([name]) => name.toLowerCase() === found.canonical[0]?.toLowerCase(),
    )
    if (full) found.canonical = [full[1]]
  }
  return found
}

function readLevel(tokens: readonly Token[], i: number, flat: string | null): Body | null {
  const length = levels.match(tokens, i)
  return length > 0 ? body(tokens, i, i + length, flat, 'level') : null
}

/** "các Bộ: A, B và C", "UBND các tỉnh: A, B", "các Sở A, B": one head, several names. */
function readListed(tokens: readonly Token[], i: number, flat: string | null): Body | null {
  let at = i
  const many = wordAt(tokens, at) === 'các'
  if (many) at++
  const word = wordAt(tokens, at)
  if ((word === 'bộ' || word === 'sở' || word === 'cục' || word === 'vụ' || word === 'phòng') && many) {
    const colon =
      wordAt(tokens, at + 1) === ':' ||
      (wordAt(tokens, at + 1) === ',' && wordAt(tokens, at + 2) === 'ngành' && wordAt(tokens, at + 3) === ':')
    const from = colon ? (wordAt(tokens, at + 1) === ':' ? at + 2 : at + 4) : at + 1
    return listOf(
      tokens,
      i,
      from,
      flat,
      (j) => fieldAt(tokens, j),
      (name) => `${word} ${name}`,
    )
  }
  if (!standsAt(tokens, at, 'ủy ban nhân dân') && word !== 'ubnd' && !many) return null
  const head = word === 'ubnd' ? at + 1 : standsAt(tokens, at, 'ủy ban nhân dân') ? at + 4 : at
  let j = head
  if (wordAt(tokens, j) === 'các') j++
  else if (head !== at || !many) return null
  let units = 0
  while (unitWords.match(tokens, j) > 0) {
    j += unitWords.match(tokens, j)
    units++
    if (wordAt(tokens, j) !== ',' && wordAt(tokens, j) !== '/') break
    if (unitWords.match(tokens, j + 1) === 0) break
    j++
  }
  if (units === 0) return null
  if (standsAt(tokens, j, 'trực thuộc trung ương')) j += 4
  if (wordAt(tokens, j) === ':') j++
  else if (tokens[j]?.upper !== true) return null
  const committee = head !== at
  return listOf(
    tokens,
    i,
    j,
    flat,
    (k) => placeAt(tokens, k),
    (name) =>
      (committee ? 'Ủy ban nhân dân ' : '') +
      (isProvince(name) ? withUnit(name) : placeUnit(tokens, head, name)),
  )
}

function placeUnit(tokens: readonly Token[], head: number, name: string): string {
  const at = wordAt(tokens, head) === 'các' ? head + 1 : head
  const length = unitWords.match(tokens, at)
  const single =
    unitWords.match(tokens, at + length + 1) === 0 || ![',', '/'].includes(wordAt(tokens, at + length))
  const unit = tokens
    .slice(at, at + length)
    .map((t) => t.w)
    .join(' ')
  return single && length > 0 ? `${unit} ${name}` : name
}

function fieldAt(tokens: readonly Token[], i: number): number {
  const length = fieldNames.match(tokens, i)
  return length > 0 && tokens[i]?.upper === true ? length : 0
}

function placeAt(tokens: readonly Token[], i: number): number {
  const known = provinceNames.match(tokens, i)
  if (known > 0 && tokens[i]?.upper) return known
  if (tokens[i]?.upper !== true || headWords.match(tokens, i) > 0 || roleWords.match(tokens, i) > 0) return 0
  return behindCapitals(tokens, i, 4) - i
}

function listOf(
  tokens: readonly Token[],
  i: number,
  from: number,
  flat: string | null,
  item: (j: number) => number,
  name: (words: string) => string,
): Body | null {
  const names: string[] = []
  let at = from
  let end = from
  for (let guard = 0; guard < 70; guard++) {
    const length = item(at)
    if (length === 0) break
    end = at + length
    const [first, last] = [tokens[at], tokens[end - 1]]
    if (flat !== null && first && last) names.push(tidyName(name(flat.slice(first.start, last.end))))
    const sep =
      wordAt(tokens, end) === ','
        ? wordAt(tokens, end + 1) === 'và'
          ? 2
          : 1
        : wordAt(tokens, end) === 'và'
          ? 1
          : 0
    if (sep === 0) break
    at = end + sep
  }
  if (end === from) return null
  const found = body(tokens, i, end, flat, 'list')
  return found ? { ...found, canonical: names } : null
}

/** "các sở, ban, ngành, địa phương liên quan": taken apart by the groups of the lexicon. */
function readCollective(
  tokens: readonly Token[],
  i: number,
  flat: string | null,
  afterRole: boolean,
): Body | null {
  let at = i
  const plural =
    quantifiers.has(wordAt(tokens, at)) || (wordAt(tokens, at) === 'một' && wordAt(tokens, at + 1) === 'số')
  if (plural)
    at +=
      wordAt(tokens, at) === 'một' || (wordAt(tokens, at) === 'tất' && wordAt(tokens, at + 1) === 'cả')
        ? 2
        : 1
  if (plural && wordAt(tokens, at) === 'các') at++
  const first = at
  const parts: { group: string; from: number; to: number }[] = []
  let end = at
  for (let guard = 0; guard < 20; guard++) {
    const length = groupWords.match(tokens, at)
    if (length === 0) break
    if (
      tokens[at]?.upper &&
      at > i &&
      parts.length > 0 &&
      headWords.match(tokens, at) > 0 &&
      tokens[at + length]?.upper
    )
      break
    const word = tokens
      .slice(at, at + length)
      .filter((t) => t.w !== ',')
      .map((t) => t.w)
      .join(' ')
    parts.push({ group: groupByWord.get(word) ?? groupOf(tokens, at, length), from: at, to: at + length })
    end = at + length
    const sep =
      wordAt(tokens, end) === ',' && wordAt(tokens, end + 1) === 'và'
        ? 2
        : [',', '/', 'và', '-'].includes(wordAt(tokens, end))
          ? 1
          : 0
    if (sep === 0 || groupWords.match(tokens, end + sep) === 0) break
    at = end + sep
  }
  if (parts.length === 0) return null
  const tail = behindScope(tokens, end)
  const bareWord = parts.length === 1 && !plural && !afterRole
  const noun = wordAt(tokens, first)
  const clearAlone =
    tail > end ||
    [
      'doanh nghiệp',
      'người dân',
      'cấp ủy',
      'chính quyền',
      'địa phương',
      'cấp ủy đảng',
      'chủ đầu tư',
      'nhân dân',
      'cơ quan chức năng',
      'cấp chính quyền',
      'tỉnh ủy',
      'thành ủy',
      'huyện ủy',
    ].some((w) => standsAt(tokens, first, w))
  if (
    bareWord &&
    (!clearAlone ||
      ['bộ', 'sở', 'phòng', 'ban', 'hội', 'cấp', 'khu', 'trường', 'tỉnh', 'thành', 'xã', 'tổ'].includes(
        noun,
      ) ||
      (tokens[end]?.upper ?? false))
  )
    return null
  if (!plural && !afterRole && parts.every((p) => p.group === 'dv') && tail === end && parts.length < 2)
    return null
  const found = body(tokens, i, tail, flat, 'collective')
  if (found && flat !== null)
    takeApart(found, tokens, flat, parts, tail, end, plural || afterRole || parts.length > 1)
  return found
}

function groupOf(tokens: readonly Token[], at: number, length: number): string {
  return (
    groupByWord.get(
      tokens
        .slice(at, at + length)
        .map((t) => t.w)
        .join(' ')
        .replaceAll(' ,', ','),
    ) ?? wordAt(tokens, at)
  )
}

/** Words of groups that stay together although they differ: "bộ, cơ quan", "cơ quan, tổ chức, đơn vị". */
function together(a: string, b: string): boolean {
  if (a === b) return true
  const pair = `${a} ${b}`
  return [
    'coquan tochuc',
    'tochuc coquan',
    'uy dang',
    'capuy dang',
    'cdt bql',
    'dn coso',
    'coso dn',
    'coso ho',
    'ho coso',
    'cb cb',
    'tap tap',
    'dn tochuc',
    'bql cdt',
    'luc luc',
  ].includes(pair)
}

export interface CollectivePart {
  group: string
  from: number
  to: number
}

function takeApart(
  found: Body,
  tokens: readonly Token[],
  flat: string,
  parts: readonly CollectivePart[],
  tail: number,
  end: number,
  plural: boolean,
): void {
  const slice = (from: number, to: number): string =>
    flat.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0)
  const runs: CollectivePart[] = []
  for (const part of parts) {
    const run = runs.at(-1)
    const previous = parts[parts.indexOf(part) - 1]
    if (run && previous && together(previous.group, part.group)) run.to = part.to
    else runs.push({ ...part })
  }
  const behind = tail > end ? ` ${slice(end, tail)}` : ''
  found.pieces = runs.map((run, k) => ({
    start: k === 0 ? found.start : (tokens[run.from]?.start ?? 0),
    end: k === runs.length - 1 ? found.end : (tokens[run.to - 1]?.end ?? 0),
  }))
  found.canonical = runs.map((run, k) => {
    const words = slice(run.from, run.to)
    const own = k === runs.length - 1 ? behind : ''
    const many =
      plural && !/^(?:người dân|nhân dân|chính quyền|lực lượng vũ trang)/iu.test(words) ? 'các ' : ''
    return tidyName(many + words + own)
  })
}

function readNamed(tokens: readonly Token[], i: number, flat: string | null): Body | null {
  const at = wordAt(tokens, i) === 'các' ? i + 1 : i
  const matter = matterWords.match(tokens, at)
  const head = headWords.match(tokens, at)
  if (matter === 0 && head === 0) return null
  if (matter >= head && (tokens[at]?.upper || at > i))
    return body(tokens, i, behindMatter(tokens, at + matter), flat, 'org')
  if (head === 0) return null
  const field = fieldNames.match(tokens, at + head)
  const single = [
    'bộ',
    'sở',
    'phòng',
    'ngành',
    'ban',
    'thanh tra',
    'ban cán sự đảng',
    'đảng ủy',
    'văn phòng',
  ].some((w) => standsAt(tokens, at, w))
  if (field > 0 && single && tokens[at + head]?.upper)
    return body(tokens, i, behindScope(tokens, at + head + field), flat, 'org')
  const name = behindName(tokens, at + head)
  const end = behindScope(tokens, name)
  // A head in small letters with nothing behind it ("bộ", "phòng", "ban") is no body.
  const bare = end === at + head
  const strong = head > 1 || ['ubnd', 'hđnd', 'mttq', 'vpcp', 'bhxh'].includes(wordAt(tokens, at))
  if (bare && !(strong && (tokens[at]?.upper || at > i))) return null
  if (
    !tokens[at]?.upper &&
    at === i &&
    !(
      tokens[at + head]?.upper ||
      strong ||
      (end > at + head && ['ngành', 'lực'].includes(wordAt(tokens, at)))
    )
  )
    return null
  return body(tokens, i, end, flat, 'org')
}

/** Behind capitals: at most `most` words that start with a capital letter. */
function behindCapitals(tokens: readonly Token[], i: number, most: number): number {
  let at = i
  while (at < i + most && tokens[at]?.upper === true) at++
  return at
}

/** Behind a person's name of two to four capitals, unless the words are those of another body or place. */
function behindPerson(tokens: readonly Token[], i: number): number {
  const end = behindCapitals(tokens, i, 5)
  if (end - i < 2 || headWords.match(tokens, i) > 0 || roleWords.match(tokens, i) > 0) return i
  return end
}

/** Behind the name that goes with a head: capitals, numbers, and small words that join them. */
function behindName(tokens: readonly Token[], i: number): number {
  let at = i
  let end = i
  while (at < tokens.length && at < i + 30) {
    const token = tokens[at]
    if (!token || hardStops.has(token.w)) break
    const field = tokens[at]?.upper ? fieldNames.match(tokens, at) : 0
    if (field > 0) {
      at += field
      end = at
      continue
    }
    if (token.w === ',') {
      // "Công ty TNHH MTV Đầu tư, Xây dựng và Kinh doanh": the comma belongs to the name when no body starts behind it.
      if (
        !tokens[at + 1]?.upper ||
        headWords.match(tokens, at + 1) > 0 ||
        roleWords.match(tokens, at + 1) > 0 ||
        provinceNames.match(tokens, at + 1) > 0
      )
        break
      if (
        fixedNames.match(tokens, at + 1) > 0 ||
        !/^(?:đầu|xây|kinh|thương|sản|du|thể|dịch|tư)$/u.test(wordAt(tokens, at + 1))
      )
        break
      at++
      continue
    }
    if (token.w === 'và' || token.w === '-' || token.w === '–') {
      const then = wordAt(tokens, at + 1) === 'các' ? at + 2 : at + 1
      if (
        !tokens[then]?.upper ||
        (headWords.match(tokens, then) > 0 && wordAt(tokens, then) !== 'khu') ||
        roleWords.match(tokens, then) > 0 ||
        fixedNames.match(tokens, then) > 0
      )
        break
      at = then
      continue
    }
    if (token.upper || token.kind === 'number') {
      at++
      end = at
      continue
    }
    if (verbWords.match(tokens, at) > 0 && !nameJoiners.has(token.w)) break
    if (!nameJoiners.has(token.w) || ['về', 'có', 'theo'].includes(token.w)) break
    if (tailWords.match(tokens, at) > 0 && !tokens[at + 1]?.upper) break
    at++
    if (!['các', 'của', 'thuộc', 'tại', 'ở', 'và'].includes(token.w) && inName(tokens, at - 1)) end = at
  }
  return end
}

/** Small words inside a capitalised name count only as far as a capital follows, except fixed endings. */
function inName(tokens: readonly Token[], i: number): boolean {
  for (let j = i + 1; j < Math.min(tokens.length, i + 5); j++) {
    if (tokens[j]?.upper) return true
    if (
      !nameJoiners.has(wordAt(tokens, j)) ||
      hardStops.has(wordAt(tokens, j)) ||
      verbWords.match(tokens, j) > 1
    )
      break
  }
  return (
    ['dân', 'công nghiệp', 'nước', 'gia', 'sự', 'hình', 'thôn', 'nghiệp', 'tế', 'hội', 'trực'].includes(
      wordAt(tokens, i),
    ) && tokens[i - 1]?.kind === 'word'
  )
}

/** Behind the matter of a steering committee: everything up to a verb that can stand in no name, or a mark. */
function behindMatter(tokens: readonly Token[], i: number): number {
  let at = i
  while (at < tokens.length && at < i + 40) {
    const word = wordAt(tokens, at)
    if (hardStops.has(word)) break
    if (word === ',') {
      const next = wordAt(tokens, at + 1)
      if (
        !['chống', 'tránh', 'ứng', 'khắc', 'kiểm', 'chữa', 'cháy', 'cứu', 'dự', 'nhà'].includes(next) &&
        !listGoesOn(tokens, at)
      )
        break
    } else if (word === 'và' || word === '/' || word === 'cùng') {
      if (!listGoesOn(tokens, at) && startsBodyCheap(tokens, at + 1)) break
    } else if (at > i || wordAt(tokens, at) !== 'phòng') {
      const scope = behindScope(tokens, at)
      if (scope > at) return scope
      const verb = verbWords.match(tokens, at)
      if (verb > 0 && !inMatter.has(word)) break
      if (
        [
          'đã',
          'sẽ',
          'phải',
          'cần',
          'tiếp',
          'khẩn',
          'được',
          'là',
          'vừa',
          'để',
          'do',
          'theo',
          'thường',
          'kịp',
          'chủ',
        ].includes(word) &&
        !(word === 'thường' && wordAt(tokens, at + 1) === 'trực')
      )
        break
    }
    at++
  }
  while (at > i && [',', 'và', '/'].includes(wordAt(tokens, at - 1))) at--
  return at
}

const inMatter = new Set([
  'phòng',
  'chống',
  'xóa',
  'ứng',
  'quản',
  'bảo',
  'cổ',
  'kiểm',
  'cứu',
  'phát',
  'xây',
  'cải',
  'chuyển',
  'thực',
  'dự',
  'khắc',
  'đổi',
  'giảm',
  'điều',
  'hỗ',
  'an',
  'chữa',
  'về',
  'phục',
  'tìm',
  'thông',
  'vận',
  'tiếp',
  'công',
  'đầu',
  'tổng',
  'thi',
  'sắp',
  'triển',
  'quy',
  'giải',
  'chính',
  'đấu',
])

/** "Ban Chỉ đạo … các huyện/thành phố, các xã/phường": the list of units goes on behind a comma. */
function listGoesOn(tokens: readonly Token[], i: number): boolean {
  return (
    wordAt(tokens, i + 1) === 'các' &&
    unitWords.match(tokens, i + 2) > 0 &&
    unitWords.match(tokens, i - 1) > 0
  )
}

function startsBodyCheap(tokens: readonly Token[], i: number): boolean {
  const at = quantifiers.has(wordAt(tokens, i)) ? i + 1 : i
  return (
    headWords.match(tokens, at) > 0 ||
    groupWords.match(tokens, at) > 0 ||
    roleWords.match(tokens, at) > 0 ||
    tokens[at]?.upper === true
  )
}

/** Behind whatever narrows a body down: "tỉnh", "huyện Bình Sơn", "các huyện, thị xã, thành phố", "có liên quan". */
export function behindScope(tokens: readonly Token[], i: number): number {
  let at = i
  for (let guard = 0; guard < 8; guard++) {
    const before = at
    at = behindTails(tokens, at)
    at = behindUnits(tokens, at)
    if (['thuộc', 'của', 'tại', 'ở'].includes(wordAt(tokens, at))) {
      const inner =
        wordAt(tokens, at) === 'tại' || wordAt(tokens, at) === 'ở'
          ? behindUnits(tokens, at + 1)
          : innerName(tokens, at + 1)
      if (inner > at + 1) at = inner
    }
    if (standsAt(tokens, at, 'đóng trên địa bàn')) at += 4
    if (at === before) break
  }
  return at
}

function innerName(tokens: readonly Token[], i: number): number {
  const units = behindUnits(tokens, i)
  if (units > i) return units
  if (tokens[i]?.upper !== true && wordAt(tokens, i) !== 'các') return i
  const inner = readBody(tokens, i, null)
  return inner ? inner.to : i
}

function behindTails(tokens: readonly Token[], i: number): number {
  let at = i
  for (let guard = 0; guard < 5; guard++) {
    let length = tailWords.match(tokens, at)
    if (length === 0) break
    // "tỉnh" and "thành phố" narrow a body; "thành phố Bến Tre" is read as a unit with its name.
    if (unitWords.match(tokens, at) === length && (tokens[at + length]?.upper ?? false)) break
    if (wordAt(tokens, at) === 'địa' && wordAt(tokens, at + 1) === 'phương') length = 2
    at += length
  }
  return at
}

function behindUnits(tokens: readonly Token[], i: number): number {
  let at = i
  const many = wordAt(tokens, at) === 'các'
  if (many) at++
  let end = i
  for (let guard = 0; guard < 12; guard++) {
    const length = unitWords.match(tokens, at)
    if (length === 0) break
    at += length
    if (wordAt(tokens, at) === ':' && many) {
      const list = listOf(
        tokens,
        at + 1,
        at + 1,
        null,
        (k) => placeAt(tokens, k),
        (n) => n,
      )
      if (list) at = list.to
    } else at = behindCapitals(tokens, at, 4)
    end = at
    if (standsAt(tokens, at, 'trực thuộc trung ương')) end = at += 4
    if (standsAt(tokens, at, 'từ') && tokens[at + 1]?.upper) {
      let j = behindCapitals(tokens, at + 1, 4)
      if (wordAt(tokens, j) === 'đến' && tokens[j + 1]?.upper) end = at = j = behindCapitals(tokens, j + 1, 4)
    }
    const sep = wordAt(tokens, at)
    if (sep !== ',' && sep !== '/' && sep !== 'và') break
    let next = at + 1
    if (wordAt(tokens, next) === 'các' && many) next++
    if (unitWords.match(tokens, next) === 0) break
    at = next
  }
  return end
}
