// The forms a body's name takes without its office: fixed, a level, a unit, a head with a name; lists and collectives beside.
import { readCollective } from './body-collectives.ts'
import { readListed } from './body-lists.ts'
import { behindMatter, matterWords, split } from './body-matters.ts'
import { behindName, behindScope, type Body, makeBody } from './body-names.ts'
import { fieldNames, fixedNames, headWords, unitWords } from './body-words.ts'
import { fixed } from './lexicon-bodies.ts'
import { phrases, standsAt, type Token, wordAt } from './tokens.ts'
import { behindCapitals, behindUnits } from './unit-names.ts'

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
  const head = wordAt(tokens, i) === 'các' ? i + 1 : i
  const capital =
    tokens[head]?.upper === true ||
    matterWords.match(tokens, i) > 1 ||
    // "các sở giáo dục và đào tạo" in small letters is no "các sở, ngành".
    (wordAt(tokens, head) === 'sở' && fieldNames.match(tokens, head + 1) > 0)
  return (
    readFixed(tokens, i, flat) ??
    readLevel(tokens, i, flat) ??
    readListed(tokens, i, flat) ??
    (capital ? readNamed(tokens, i, flat) : null) ??
    readCollective(tokens, i, flat, afterRole, behindInner) ??
    (capital ? null : readNamed(tokens, i, flat)) ??
    readUnit(tokens, i, flat)
  )
}

/** Behind a whole name inside another ("Văn phòng Ban Chỉ đạo …", "phòng chuyên môn của UBND huyện"). */
export function behindInner(tokens: readonly Token[], i: number): number {
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

function readNamed(tokens: readonly Token[], i: number, flat: string | null): Body | null {
  const at = wordAt(tokens, i) === 'các' ? i + 1 : i
  const matter = matterWords.match(tokens, at)
  const head = headWords.match(tokens, at)
  if (matter === 0 && head === 0) return null
  if (matter >= head && matter > 0)
    return split(makeBody(tokens, i, behindMatter(tokens, at + matter, behindInner), flat, 'org'))
  const behind = at + head
  const word = wordAt(tokens, at)
  const low = ['ngành', 'lực', 'công', 'chính', 'sở'].includes(word)
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
  const field =
    tokens[behind]?.upper || low || word === 'sở' || (word === 'phòng' && behind === at + 1)
      ? fieldNames.match(tokens, behind)
      : 0
  // "Phòng Tài chính - Kế hoạch": the field goes on behind a dash.
  const dash = field > 0 && ['-', '–'].includes(wordAt(tokens, behind + field))
  if (field > 0) {
    const named = dash ? Math.max(behindName(tokens, behind), behind + field) : behind + field
    return unitsApart(makeBody(tokens, i, behindScope(tokens, named, behindInner), flat, 'org'))
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
  return bareHead(tokens, i, at, behind, end) ? null : unitsApart(makeBody(tokens, i, end, flat, 'org'))
}

const namedUnit = /^(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu) \p{Lu}/u
const lastUnit = /(?<= )(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu) \p{Lu}/u

/** "UBND thành phố Thuận An, thị xã Tân Uyên": one body of each unit that is named. */
function unitsApart(found: Body | null): Body | null {
  const [first = '', ...others] = found?.canonical[0]?.split(/, | và /u) ?? []
  const at = first.search(lastUnit)
  if (!found || others.length === 0 || at < 0 || first.startsWith('Bộ ')) return found
  const kind = /^(?:thành phố|thị xã|thị trấn|đặc khu|\p{L}+)/u.exec(first.slice(at))?.[0] ?? ''
  // A name without its kind has that of the one before.
  const units = others.map((part) =>
    namedUnit.test(part) ? part : /^\p{Lu}/u.test(part) ? `${kind} ${part}` : '',
  )
  if (units.includes('')) return found
  return { ...found, canonical: [first, ...units.map((unit) => first.slice(0, at) + unit)] }
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
  'công an, quân sự',
  'quân sự',
  'công an, quân sự, biên phòng',
  'quân sự, y tế',
  'công an, y tế',
  'công an, quân sự, y tế',
  'y tế, công an',
  'y tế, công an, quân đội',
  'y tế, quân đội, công an',
  'quân đội, công an, y tế',
  'công an, quân đội, y tế',
  'tuyến đầu',
])

const strongBare = new Set(['ttyt', 'ubnd', 'hđnd', 'mttq', 'vpcp', 'bhxh', 'acv', 'evn'])

/** A head in small letters, or with nothing behind it ("bộ", "phòng", "ban"), is no body. */
function bareHead(tokens: readonly Token[], i: number, at: number, behind: number, end: number): boolean {
  const bare = end === behind
  const strong = behind - at > 1 || strongBare.has(wordAt(tokens, at))
  if (bare && !(strong && (tokens[at]?.upper === true || at > i))) return true
  if (tokens[at]?.upper === true || at > i) return false
  return !(tokens[behind]?.upper === true || strong)
}
