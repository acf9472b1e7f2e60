// The forms a body's name takes without its office: fixed, a level, a list under one head, a collective, a head with a name.
import { collectives, fixed, matterHeads } from './lexicon-bodies.ts'
import {
  behindCapitals,
  behindName,
  behindScope,
  behindUnits,
  fieldNames,
  fixedNames,
  groupWords,
  hardStops,
  headWords,
  makeBody,
  placeAt,
  provinceNames,
  quantifiers,
  roleWords,
  unitWords,
  verbWords,
  type Body,
} from './body-names.ts'
import { isProvince, tidyName, withUnit } from './names-of-bodies.ts'
import { phrases, standsAt, wordAt, type Token } from './tokens.ts'

const matterWords = phrases(matterHeads)
const groupByWord = new Map(Object.entries(collectives))
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
  'toàn tỉnh',
  'toàn thành phố',
  'toàn huyện',
])

export function readCore(
  tokens: readonly Token[],
  i: number,
  flat: string | null,
  afterRole: boolean,
): Body | null {
  const capital =
    tokens[wordAt(tokens, i) === 'các' ? i + 1 : i]?.upper === true || matterWords.match(tokens, i) > 1
  return (
    readFixed(tokens, i, flat) ??
    readLevel(tokens, i, flat) ??
    readListed(tokens, i, flat) ??
    (capital ? readNamed(tokens, i, flat) : null) ??
    readCollective(tokens, i, flat, afterRole) ??
    (capital ? null : readNamed(tokens, i, flat)) ??
    readUnit(tokens, i, flat)
  )
}

/** Behind a whole name inside another ("Văn phòng Ban Chỉ đạo …", "phòng chuyên môn của UBND huyện"). */
function behindInner(tokens: readonly Token[], i: number): number {
  if (tokens[i]?.upper !== true && wordAt(tokens, i) !== 'các') return i
  return readCore(tokens, i, null, false)?.to ?? i
}

function readFixed(tokens: readonly Token[], i: number, flat: string | null): Body | null {
  const length = fixedNames.match(tokens, i)
  if (length === 0 || tokens[i]?.upper !== true) return null
  const end = behindScope(tokens, i + length, behindInner)
  const found = makeBody(tokens, i, end, flat, 'org')
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
  return length > 0 ? makeBody(tokens, i, i + length, flat, 'level') : null
}

/** "thành phố Bến Tre", "xã Hòa Thịnh" as the one who acts. */
function readUnit(tokens: readonly Token[], i: number, flat: string | null): Body | null {
  const length = unitWords.match(tokens, i)
  if (length === 0) return null
  const end = behindCapitals(tokens, i + length, 4)
  if (end > i + length) return makeBody(tokens, i, behindScope(tokens, end), flat, 'org')
  // "Tỉnh", "Thành phố" at the head of a sentence is the province itself.
  const whole =
    tokens[i]?.upper === true && (wordAt(tokens, i) === 'tỉnh' || standsAt(tokens, i, 'thành phố'))
  return whole && tokens[i + length]?.kind === 'word' ? makeBody(tokens, i, i + length, flat, 'level') : null
}

/** "các Bộ: A, B và C", "UBND các tỉnh: A, B", "các Sở A, B": one head, several names. */
function readListed(tokens: readonly Token[], i: number, flat: string | null): Body | null {
  const many = wordAt(tokens, i) === 'các'
  const at = many ? i + 1 : i
  const word = wordAt(tokens, at)
  if (many && ['bộ', 'sở', 'cục', 'vụ', 'phòng', 'tập', 'tổng'].includes(word)) {
    const colon = tokens.slice(at + 1, at + 6).findIndex((t) => t.w === ':')
    const joiners = [',', 'ngành', 'ban', 'cơ', 'quan', 'đoàn', 'công', 'ty', 'đơn', 'vị']
    const plain = colon >= 0 && tokens.slice(at + 1, at + 1 + colon).every((t) => joiners.includes(t.w))
    const width = word === 'tập' ? 2 : word === 'tổng' ? 3 : 1
    const big = width > 1 || word === 'cục'
    const from = plain ? at + 2 + colon : at + width
    const head = tokens
      .slice(at, at + width)
      .map((t) => t.w)
      .join(' ')
    const item = (j: number): number => (big ? behindNamePart(tokens, j) : fieldAt(tokens, j))
    const listed = listOf(tokens, i, from, flat, item, (name) => `${head} ${name}`)
    // "các Sở Xây dựng nêu trên": one name in the plural is read as a name.
    if (
      !listed ||
      plain ||
      listed.canonical.length > 1 ||
      (flat === null && wordAt(tokens, listed.to) !== ',')
    )
      return plain || (listed && listed.canonical.length > 1) ? listed : null
    return null
  }
  const committee = word === 'ubnd' ? 1 : standsAt(tokens, at, 'ủy ban nhân dân') ? 4 : 0
  if (committee === 0 && !many) return null
  const from = committee > 0 ? at + committee : at
  let j = from
  if (committee > 0) {
    if (wordAt(tokens, j) !== 'các') return null
    j++
  }
  const unit = j
  while (unitWords.match(tokens, j) > 0) {
    j += unitWords.match(tokens, j)
    if (![',', '/'].includes(wordAt(tokens, j)) || unitWords.match(tokens, j + 1) === 0) break
    j++
  }
  if (j === unit) return null
  const single = unitWords.match(tokens, unit) === j - unit
  if (standsAt(tokens, j, 'trực thuộc trung ương')) j += 4
  if (wordAt(tokens, j) === ':') j++
  else if (tokens[j]?.upper !== true || !(single || provinceNames.match(tokens, j) > 0)) return null
  const kind = tokens
    .slice(unit, unit + unitWords.match(tokens, unit))
    .map((t) => t.w)
    .join(' ')
  const called = (name: string): string =>
    isProvince(name) ? withUnit(name) : single ? `${kind} ${name}` : name
  return listOf(
    tokens,
    i,
    j,
    flat,
    (k) => placeAt(tokens, k),
    (name) => (committee > 0 ? 'Ủy ban nhân dân ' : '') + called(name),
  )
}

/** One name in a list of companies or departments. */
function behindNamePart(tokens: readonly Token[], i: number): number {
  return tokens[i]?.upper === true && headWords.match(tokens, i) === 0 ? behindName(tokens, i) - i : 0
}

function fieldAt(tokens: readonly Token[], i: number): number {
  return tokens[i]?.upper === true ? fieldNames.match(tokens, i) : 0
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
    // "Văn Miếu – Quốc Tử Giám" is one place.
    if (['–', '-'].includes(wordAt(tokens, end)) && tokens[end + 1]?.upper === true)
      end = behindCapitals(tokens, end + 1, 4)
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
  const found = makeBody(tokens, i, end, flat, 'list')
  return found ? { ...found, canonical: names } : null
}

interface Part {
  group: string
  from: number
  to: number
}

/** Collective nouns that name a body by themselves, without "các". */
const alone = phrases([
  'doanh nghiệp',
  'người dân',
  'cấp ủy',
  'chính quyền',
  'chủ đầu tư',
  'nhân dân',
  'cơ quan chức năng',
  'cấp chính quyền',
  'tỉnh ủy',
  'thành ủy',
  'huyện ủy',
  'cấp ủy đảng',
  'địa phương',
  'lực lượng vũ trang',
  'lực lượng chức năng',
  'nhà đầu tư',
  'hộ gia đình',
  'nhà trường',
])
const neverAlone = new Set([
  'bộ',
  'sở',
  'phòng',
  'ban',
  'hội',
  'cấp',
  'khu',
  'trường',
  'tỉnh',
  'thành',
  'xã',
  'tổ',
  'công',
  'chợ',
  'cơ',
])

/** "các sở, ban, ngành, địa phương liên quan": taken apart by the groups of the lexicon. */
function readCollective(
  tokens: readonly Token[],
  i: number,
  flat: string | null,
  afterRole: boolean,
): Body | null {
  let at = i
  const some = wordAt(tokens, at) === 'một' && wordAt(tokens, at + 1) === 'số'
  const plural = quantifiers.has(wordAt(tokens, at)) || some
  if (plural) at += some || (wordAt(tokens, at) === 'tất' && wordAt(tokens, at + 1) === 'cả') ? 2 : 1
  if (plural && wordAt(tokens, at) === 'các') at++
  const { parts, end } = collectiveParts(tokens, at)
  const first = parts[0]
  if (!first) return null
  if (wordAt(tokens, end) === 'nào') return readWhichever(tokens, i, end, flat)
  const inner = parts.at(-1)?.group === 'tv' ? behindInner(tokens, end) : end
  const tail = behindScope(tokens, inner, behindInner)
  const bareWord = parts.length === 1 && !plural && !afterRole
  const noun = wordAt(tokens, first.from)
  if (
    bareWord &&
    ((tail === end && alone.match(tokens, at) === 0) ||
      (neverAlone.has(noun) && alone.match(tokens, at) === 0 && tail === end) ||
      tokens[end]?.upper === true)
  )
    return null
  if (bareWord && neverAlone.has(noun) && alone.match(tokens, at) === 0 && !/^(?:cơ|công)$/u.test(noun))
    return null
  const found = makeBody(tokens, i, tail, flat, 'collective')
  if (found && flat !== null)
    takeApart(found, tokens, flat, parts, { tail, end, plural: plural || afterRole || parts.length > 1 })
  return found
}

function collectiveParts(tokens: readonly Token[], from: number): { parts: Part[]; end: number } {
  const parts: Part[] = []
  let at = from
  let end = from
  for (let guard = 0; guard < 20; guard++) {
    const length = groupWords.match(tokens, at)
    if (length === 0) break
    if (parts.length > 0 && tokens[at]?.upper === true && tokens[at + length]?.upper === true) break
    const word = tokens
      .slice(at, at + length)
      .map((t) => t.w)
      .join(' ')
      .replaceAll(' ,', ',')
    const group = groupByWord.get(word) ?? word
    // Districts and communes are named apart ("các huyện/thành phố, xã/phường/thị trấn").
    const before = parts.at(-1)?.group
    if (before === 'dvh' && group === 'dvx' && wordAt(tokens, at - 1) === ',' && parts[0]?.group === 'dvh')
      break
    parts.push({ group, from: at, to: at + length })
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
  return { parts, end }
}

/** "đơn vị nào thực hiện phương án phải …": whoever does it. */
function readWhichever(tokens: readonly Token[], i: number, at: number, flat: string | null): Body | null {
  for (let j = at + 1; j < Math.min(tokens.length, at + 14); j++) {
    if (['phải', 'thì', 'cần'].includes(wordAt(tokens, j))) return makeBody(tokens, i, j, flat, 'collective')
    if (hardStops.has(wordAt(tokens, j))) return null
  }
  return null
}

const pairs = new Set([
  'coquan tochuc',
  'tochuc coquan',
  'uy dang',
  'capuy dang',
  'cdt bql',
  'dn coso',
  'coso dn',
  'coso ho',
  'ho coso',
  'dn tochuc',
  'bql cdt',
  'dvh dvx',
  'dvt dvh',
  'dvh dvt',
  'dvx dvh',
  'dvt dvx',
  'tochuc ho',
  'ban bcs',
  'bcs uy',
  'bcs capuy',
])

function takeApart(
  found: Body,
  tokens: readonly Token[],
  flat: string,
  parts: readonly Part[],
  { tail, end, plural }: { tail: number; end: number; plural: boolean },
): void {
  const slice = (from: number, to: number): string =>
    flat.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0)
  const runs: Part[] = []
  parts.forEach((part, k) => {
    const run = runs.at(-1)
    const previous = parts[k - 1]
    // "các bộ, cơ quan" go together; "các bộ, ngành, cơ quan" do not.
    const ministries =
      run &&
      previous &&
      run.from === previous.from &&
      wordAt(tokens, run.from) === 'bộ' &&
      part.group === 'coquan'
    if (
      run &&
      previous &&
      (previous.group === part.group || pairs.has(`${previous.group} ${part.group}`) || ministries)
    )
      run.to = part.to
    else runs.push({ ...part })
  })
  found.pieces = runs.map((run, k) => ({
    start: k === 0 ? found.start : (tokens[run.from]?.start ?? 0),
    end: k === runs.length - 1 ? found.end : (tokens[run.to - 1]?.end ?? 0),
  }))
  const behind = tail > end ? ` ${slice(end, tail)}` : ''
  found.canonical = runs.map((run, k) => {
    const words = slice(run.from, run.to)
    const counted =
      !['các', 'những'].includes(wordAt(tokens, found.from)) &&
      ['dn', 'tochuc', 'cb', 'ho', 'dan', 'cd'].includes(run.group)
    const many =
      plural &&
      !counted &&
      !/^(?:người dân|nhân dân|chính quyền|lực lượng vũ trang|thành viên ban)/iu.test(words)
        ? 'các '
        : ''
    return tidyName(many + words + (k === runs.length - 1 ? behind : ''))
  })
}

function readNamed(tokens: readonly Token[], i: number, flat: string | null): Body | null {
  const at = wordAt(tokens, i) === 'các' ? i + 1 : i
  const matter = matterWords.match(tokens, at)
  const head = headWords.match(tokens, at)
  if (matter === 0 && head === 0) return null
  if (matter >= head && matter > 0)
    return split(makeBody(tokens, i, behindMatter(tokens, at + matter), flat, 'org'))
  const behind = at + head
  const word = wordAt(tokens, at)
  const low = ['ngành', 'lực', 'công', 'chính'].includes(word)
  const field = tokens[behind]?.upper || low ? fieldNames.match(tokens, behind) : 0
  if (field > 0) return makeBody(tokens, i, behindScope(tokens, behind + field, behindInner), flat, 'org')
  if (word === 'lực' || (word === 'công' && wordAt(tokens, at + 1) === 'an')) {
    const forces = forceWords.match(tokens, behind)
    if (forces > 0) return makeBody(tokens, i, behindScope(tokens, behind + forces, behindInner), flat, 'org')
    if (word === 'công' && wordAt(tokens, behind) === 'các') {
      const units = behindUnits(tokens, behind)
      return makeBody(
        tokens,
        i,
        units > behind ? behindScope(tokens, units) : behindInner(tokens, behind),
        flat,
        'org',
      )
    }
  }
  // A whole name inside another: "Văn phòng Chính phủ", "Ban cán sự đảng Ủy ban nhân dân tỉnh".
  const nested =
    tokens[behind]?.upper === true &&
    (fixedNames.match(tokens, behind) > 0 ||
      headWords.match(tokens, behind) > 0 ||
      matterWords.match(tokens, behind) > 0)
      ? behindInner(tokens, behind)
      : behind
  const end = nested > behind ? nested : behindScope(tokens, behindName(tokens, behind), behindInner)
  return bareHead(tokens, i, at, behind, end) ? null : makeBody(tokens, i, end, flat, 'org')
}

const forceWords = phrases([
  'công an',
  'quân đội',
  'biên phòng',
  'bộ đội biên phòng',
  'vũ trang',
  'y tế',
  'y tế cơ sở',
  'kiểm lâm',
  'dân quân',
  'dân quân tự vệ',
  'chức năng',
  'quân đội, công an',
  'xung kích',
  'quản lý thị trường',
  'cảnh sát',
  'cảnh sát giao thông',
  'công an, quân đội',
])
const strongBare = new Set(['ubnd', 'hđnd', 'mttq', 'vpcp', 'bhxh', 'acv', 'evn'])

/** A head in small letters, or with nothing behind it ("bộ", "phòng", "ban"), is no body. */
function bareHead(tokens: readonly Token[], i: number, at: number, behind: number, end: number): boolean {
  const bare = end === behind
  const strong = behind - at > 1 || strongBare.has(wordAt(tokens, at))
  if (bare && !(strong && (tokens[at]?.upper === true || at > i))) return true
  if (tokens[at]?.upper === true || at > i) return false
  return !(tokens[behind]?.upper === true || strong)
}

/** A steering committee "… các huyện/thành phố, các xã/phường" is one at each level. */
function split(found: Body | null): Body | null {
  const name = found?.canonical[0]
  if (!found || name === undefined) return found
  const first =
    [' các huyện', ' các quận', ' các thị'].map((unit) => name.indexOf(unit)).find((at) => at > 3) ?? -1
  const lows = [', các xã', ', xã', ', các phường', ', phường']
    .map((unit) => name.indexOf(unit, Math.max(first, 0)))
    .filter((at) => at >= 0)
  const second = first < 0 || lows.length === 0 ? -1 : Math.min(...lows)
  if (second < 0) return found
  const lower = name.slice(second + 2).replace(/^các /u, '')
  found.canonical = [name.slice(0, second), `${name.slice(0, first)} các ${lower}`]
  return found
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
  'kinh',
  'thuộc',
])
const endsMatter = new Set([
  'đã',
  'sẽ',
  'phải',
  'cần',
  'khẩn',
  'được',
  'là',
  'vừa',
  'để',
  'do',
  'theo',
  'kịp',
  'chủ',
  'nào',
])

/** Behind the matter of a steering committee: everything up to a verb that can stand in no name, or a mark. */
function behindMatter(tokens: readonly Token[], i: number): number {
  let at = i
  while (at < tokens.length && at < i + 40) {
    const word = wordAt(tokens, at)
    if (
      hardStops.has(word) ||
      (endsMatter.has(word) && tokens[at]?.upper !== true) ||
      standsAt(tokens, at, 'tiếp tục')
    )
      break
    if (word === ',' || word === 'và' || word === '/' || word === 'cùng') {
      const listed = listGoesOn(tokens, at)
      const tied =
        word === ','
          ? ['chống', 'tránh', 'ứng', 'khắc', 'kiểm', 'chữa', 'cháy', 'cứu', 'dự', 'nhà', 'cụm'].includes(
              wordAt(tokens, at + 1),
            )
          : !startsName(tokens, at + 1)
      if (!listed && !tied) break
    } else {
      const scope = behindScope(tokens, at, behindInner)
      if (scope > at) {
        if (
          !listGoesOn(tokens, scope) &&
          !(
            wordAt(tokens, scope) === 'và' &&
            wordAt(tokens, scope + 1) === 'các' &&
            wordAt(tokens, scope + 2) === 'khu'
          )
        )
          return scope
        at = scope
        continue
      }
      if (verbWords.match(tokens, at) > 0 && !inMatter.has(word) && at > i) break
      if (standsAt(tokens, at, 'thực hiện') || (standsAt(tokens, at, 'triển khai') && at > i)) break
    }
    at++
  }
  while (at > i && [',', 'và', '/'].includes(wordAt(tokens, at - 1))) at--
  return at
}

/** "Ban Chỉ đạo … các huyện/thành phố, các xã/phường": the list of units goes on behind a comma. */
function listGoesOn(tokens: readonly Token[], i: number): boolean {
  if (![',', '/', 'và'].includes(wordAt(tokens, i))) return false
  return (
    wordAt(tokens, i + 1) === 'các' &&
    unitWords.match(tokens, i + 2) > 0 &&
    unitWords.match(tokens, i - 1) > 0
  )
}

function startsName(tokens: readonly Token[], i: number): boolean {
  const at = quantifiers.has(wordAt(tokens, i)) ? i + 1 : i
  if (wordAt(tokens, at) === 'khu' || provinceNames.match(tokens, at) > 0) return false
  return (
    headWords.match(tokens, at) > 0 ||
    groupWords.match(tokens, at) > 0 ||
    roleWords.match(tokens, at) > 0 ||
    tokens[at]?.upper === true
  )
}
