// Who is told at a place of a clause: "Giao X …", "X chủ trì …", or an order to whoever is addressed.
import { behindBracket, type Body, readBodies } from './bodies.ts'
import { stretched } from './body-names.ts'
import { agreements, assigners } from './lexicon-verbs.ts'
import { phrases, standsAt, type Token, wordAt } from './tokens.ts'
import { factAt, facts, modalWords, orderAt, predicateAt, verbWords } from './verb-marks.ts'

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

export const agreementWords = phrases(agreements)

export const assignWords = phrases(assigners)

export function readAt(
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
  // "Là cơ quan đầu mối, chủ trì …" below the name of an office gives it that duty.
  const duty = wordAt(tokens, at) === 'là' && dutyWords.match(tokens, at) > 0
  if (!duty && (factAt(tokens, at) || !orderAt(tokens, at, to))) return null
  const who = namedLater(tokens, at, to, flat)
  if (who) return { kind: 'subject', leads: who, from, predicate: at, pattern: 'order:who' }
  return { kind: 'order', leads: [], from, predicate: at, pattern: 'order' }
}

const dutyWords = phrases([
  'là cơ quan đầu mối',
  'là cơ quan thường trực',
  'là cơ quan chủ trì',
  'là đơn vị đầu mối',
  'là đơn vị chủ trì',
  'là đầu mối',
])

/** "Khẩn trương khắc phục …, các địa phương phải huy động …": who must is said behind the matter. */
function namedLater(tokens: readonly Token[], at: number, to: number, flat: string): Body[] | null {
  for (let j = at + 3; j < Math.min(to, at + 70); j++) {
    if (wordAt(tokens, j) === '(') j = behindBracket(tokens, j)
    if (wordAt(tokens, j) !== ',') continue
    // "Tiếp tục duy trì các chốt …, giao Công an tỉnh chủ trì": who does it is told behind.
    const given = wordAt(tokens, j + 1) === 'giao' ? readBodies(tokens, j + 2, flat) : null
    if (given && standsAt(tokens, given.next, 'chủ trì')) return given.bodies
    const list = readBodies(tokens, j + 1, flat)
    if (list && wordAt(tokens, list.next) === 'phải' && list.next < to) return list.bodies
  }
  return null
}

const staff =
  /^(?:[Cc]ác |[Mm]ỗi )?(?:[Ll]ãnh đạo|[Cc]án bộ|[Cc]ông chức|[Vv]iên chức|[Đđ]ảng viên|[Tt]hành viên|[Ll]ực lượng|[Nn]hân viên)(?!\p{L})(?! \p{Lu})/u

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
  // "Yêu cầu 100% doanh nghiệp …": all of them are told.
  if (wordAt(tokens, j) === '100' && wordAt(tokens, j + 1) === '%') j += 2
  const list = readBodies(tokens, j, flat)
  if (!list || list.next > to) return null
  // "Phân công lãnh đạo phụ trách từng cụm": whoever is addressed does it; no body is told.
  if (wordAt(tokens, at) === 'phân' && list.bodies.every((b) => staff.test(b.canonical[0] ?? ''))) return null
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
  if (factAt(tokens, next)) return roleOf(tokens, list, next, to, from)
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
  // "Người đứng đầu cấp ủy nơi nào để dịch lây lan thì phải chịu trách nhiệm": whoever lets it happen must answer.
  const duty = whoever(tokens, list.next, to)
  if (duty > 0)
    return { kind: 'subject', leads: list.bodies, from, predicate: duty, pattern: 'subject:whoever' }
  // A verb that no lexicon holds: right behind an office or an organ that opens the clause stands what it must do.
  if (next === list.next && unknownVerb(tokens, list, next, to))
    return { kind: 'subject', leads: list.bodies, from, predicate: next, pattern: 'subject:unknown' }
  return null
}

function whoever(tokens: readonly Token[], i: number, to: number): number {
  if (!['nào', 'nơi', 'ở', 'để'].includes(wordAt(tokens, i))) return 0
  const which = tokens.slice(i, i + 4).some((t) => t.w === 'nào') || wordAt(tokens, i) === 'để'
  for (let j = i + 1; which && j < Math.min(to, i + 34); j++) {
    if (wordAt(tokens, j) === ';' || wordAt(tokens, j) === '.') return 0
    const must = wordAt(tokens, j) === 'thì' ? j + 1 : j
    if (standsAt(tokens, must, 'phải chịu trách nhiệm') || standsAt(tokens, must, 'chịu trách nhiệm'))
      return must
  }
  return 0
}

/** Whether a word in small letters that is no preposition and no fact stands behind organs named in full. */
function unknownVerb(tokens: readonly Token[], list: { bodies: Body[] }, next: number, to: number): boolean {
  const token = tokens[next]
  if (!token || next + 3 > to || token.kind !== 'word' || token.upper) return false
  const organs = list.bodies.every((b) => b.form === 'org' || b.form === 'list')
  return organs && !smallWords.has(token.w) && facts.match(tokens, next) === 0
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
  to: number,
  from: number,
): Omit<ClauseReading, 'bound'> | null {
  if (wordAt(tokens, next) !== 'là') return null
  // "Sở Nội vụ là cơ quan thường trực, có nhiệm vụ đôn đốc …"
  const then = tokens.findIndex((t, j) => j > next && j < Math.min(to, next + 14) && t.w === ',') + 1
  const duty =
    (then > 0 && (modalWords.match(tokens, then) > 0 || firm.match(tokens, then) > 0)) ||
    dutyWords.match(tokens, next) > 0
  if (list.bodies[0]?.office !== true && !duty) return null
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
    // Any verb of two syllables that tells no kind of body: "các cơ sở giáo dục phổ thông | tinh giản …".
    if (!told && j > i && verbWords.match(tokens, j) > 1 && !kindVerbs.has(word)) return j
  }
  return -1
}

/** First syllables of verbs that narrow a name down: "đơn vị quản lý đường bộ", "cơ sở sản xuất thuốc". */
const kindVerbs = new Set(
  'dự xảy bị chịu quản sản kinh đầu tư thi cung khai sử xây trực đào giáo vận chế dịch khám chữa xuất nhập giao lưu tham phụ tiếp cách thu phát hoạt điều liên hợp nuôi chăn bảo bán làm tiêu thuê phục giám kiểm cấp tạm đóng sửa vui nghiên truyền'.split(
    ' ',
  ),
)

const smallWords = new Set(
  'và của với để trong trên tại theo về từ đến là có được bị bởi các những này đó nêu khi do nhưng hoặc nếu thì mà như cũng đã sẽ đang không trước sau ngay vào ra gồm nói thuộc cấp'.split(
    ' ',
  ),
)

const firm = phrases([
  'thành lập',
  'cho phép',
  'khắc phục',
  'duy trì',
  'huy động',
  'cung cấp',
  'phân công',
  'đề xuất',
  'ban hành',
  'quyết định',
  'chịu trách nhiệm',
  'bảo đảm',
  'đảm bảo',
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

const placeWords = new Set(['khu', 'cụm', 'ngành', 'hệ', 'lĩnh', 'các', 'địa', 'vùng', 'diện', 'danh'])

/** Lets the last name run up to the predicate when the lexicon stopped short of it. */
function extended(tokens: readonly Token[], bodies: Body[], next: number, to: number, flat: string): Body[] {
  const last = bodies.at(-1)
  if (!last || last.to !== next) return bodies
  const word = wordAt(tokens, next)
  // "các doanh nghiệp trong khu công nghiệp" is a name, "trong tháng 9" a time.
  const place = word === 'trong' && placeWords.has(wordAt(tokens, next + 1))
  if (!place && ['trước', 'trong', 'từ', 'đến', 'chậm', 'vào', 'để', 'hằng', 'hàng'].includes(word))
    return bodies
  if (word === ',' || word === ':' || predicateAt(tokens, next, to) || factAt(tokens, next)) return bodies
  const verb = predicateWithin(tokens, next, Math.min(to, next + 16))
  if (verb <= next || (tokens.slice(next, verb - 2).some((t) => t.w === ',') && verb - next > 3))
    return bodies
  return [...bodies.slice(0, -1), stretched(tokens, last, verb, flat)]
}

const whenWords = phrases([
  'trong thời gian tới',
  'thời gian tới',
  'trước mắt',
  'trong thời gian này',
  'từ nay đến cuối năm',
])
