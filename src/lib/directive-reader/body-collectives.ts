// "các sở, ban, ngành, địa phương liên quan": collective names, taken apart by the groups of the lexicon.
import { behindScope, type Body, makeBody } from './body-names.ts'
import { fieldNames, groupWords, hardStops, quantifiers } from './body-words.ts'
import { collectives } from './lexicon-bodies.ts'
import { tidyName } from './names-of-bodies.ts'
import { phrases, standsAt, type Token, wordAt } from './tokens.ts'

const groupByWord = new Map(Object.entries(collectives))

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
  'nhà thầu',
  'cơ sở sản xuất',
  'cơ sở kinh doanh',
  'chủ cơ sở',
  'chủ cơ sở kinh doanh',
  'chủ hộ kinh doanh',
  'chủ doanh nghiệp',
  'chủ phương tiện',
  'người sử dụng lao động',
  'người lao động',
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
export function readCollective(
  tokens: readonly Token[],
  i: number,
  flat: string | null,
  afterRole: boolean,
  behindInner: (tokens: readonly Token[], i: number) => number,
): Body | null {
  const at = behindQuantifier(tokens, i)
  const plural = at > i
  const { parts, end } = collectiveParts(tokens, at)
  if (parts.length === 0) return null
  if (wordAt(tokens, end) === 'nào') return readWhichever(tokens, i, end, flat)
  // One office in small letters ("sở giáo dục và đào tạo") is no collective.
  const one = parts[0]
  if (
    one &&
    parts.length === 1 &&
    !plural &&
    one.to - one.from > 1 &&
    ['sở', 'phòng'].includes(wordAt(tokens, one.from))
  )
    return null
  const inner = parts.at(-1)?.group === 'tv' ? behindInner(tokens, end) : end
  const tail = behindScope(tokens, inner, behindInner)
  if (parts.length === 1 && !plural && !afterRole && bareNoun(tokens, at, end, tail)) return null
  const found = makeBody(tokens, i, tail, flat, 'collective')
  if (found && flat !== null)
    takeApart(found, tokens, flat, parts, { tail, end, plural: plural || afterRole || parts.length > 1 })
  return found
}

/** Behind "các", "một số", "tất cả các". */
function behindQuantifier(tokens: readonly Token[], i: number): number {
  const some = standsAt(tokens, i, 'một số')
  if (!some && !quantifiers.has(wordAt(tokens, i))) return i
  const at = i + (some || standsAt(tokens, i, 'tất cả') ? 2 : 1)
  return wordAt(tokens, at) === 'các' ? at + 1 : at
}

/** One noun without "các" and with nothing that narrows it down names no body, but for those that stand alone. */
function bareNoun(tokens: readonly Token[], at: number, end: number, tail: number): boolean {
  if (tokens[end]?.upper === true) return true
  if (alone.match(tokens, at) > 0) return false
  const noun = wordAt(tokens, at)
  return tail === end || (neverAlone.has(noun) && noun !== 'cơ' && noun !== 'công')
}

function collectiveParts(tokens: readonly Token[], from: number): { parts: Part[]; end: number } {
  const parts: Part[] = []
  let at = from
  let end = from
  for (let guard = 0; guard < 20; guard++) {
    const length = groupWords.match(tokens, at)
    // "cấp ủy viên" is a person.
    if (length === 0 || (wordAt(tokens, at + length - 1) === 'ủy' && wordAt(tokens, at + length) === 'viên'))
      break
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
    // "các sở giáo dục và đào tạo", "phòng y tế": the field of an office in small letters.
    const field =
      ['sở', 'phòng'].includes(word) && tokens[at + length]?.upper === false
        ? fieldNames.match(tokens, at + length)
        : 0
    end = at + length + field
    parts.push({ group, from: at, to: end })
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
