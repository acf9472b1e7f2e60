// Who works with the lead, who is reported to and through whom, who is directed, who approves.
import { behindBracket, readBodies, type Body } from './bodies.ts'
import { endsName, groupWords, makeBody, stretched } from './body-names.ts'
import { phrases, standsAt, wordAt, type Token } from './tokens.ts'
import type { Approval } from './types.ts'

export interface Party {
  text: string
  start: number
  end: number
  rule: string
}

const manner = phrases([
  'chặt chẽ',
  'đồng bộ',
  'hiệu quả',
  'tốt',
  'thường xuyên',
  'kịp thời',
  'tích cực',
  'chặt chẽ theo chức năng',
  'nhịp nhàng',
  'cùng',
  'với',
  'trực tiếp',
  'thực hiện',
  'chặt chẽ hơn nữa',
])
const nouns = new Set(['chế', 'tác', 'sự', 'quả', 'trò', 'việc', 'nội', 'ban', 'vị', 'án', 'lượng', 'độ'])
const reportWords = phrases([
  'báo cáo',
  'trình',
  'xin ý kiến',
  'báo cáo xin ý kiến',
  'gửi báo cáo',
  'báo cáo, đề xuất',
  'báo cáo đề xuất',
  'báo cáo, xin ý kiến',
  'báo cáo kịp thời',
  'báo cáo, trình',
  'báo cáo, kiến nghị',
  'báo cáo, tham mưu',
])
const afterReport = phrases([
  'ngay',
  'kịp thời',
  'về',
  'cho',
  'với',
  'lên',
  'gửi',
  'đến',
  'tới',
  'trực tiếp',
  'đề xuất',
  'kết quả',
  'kết quả thực hiện',
  'kết quả về',
  'tình hình',
  'định kỳ',
  'và',
  'cụ thể',
  'đầy đủ',
  ',',
])
const viaWords = phrases(['qua', 'thông qua'])

/** Pieces of a collective name count one by one: "các địa phương, đơn vị" are two. */
export function piecesOf(bodies: readonly Body[], flat: string, rule: string): Party[] {
  return bodies.flatMap((body) =>
    (body.pieces ?? [{ start: body.start, end: body.end }]).map(({ start, end }) => ({
      text: flat.slice(start, end),
      start,
      end,
      rule,
    })),
  )
}

export function findCoordination(tokens: readonly Token[], from: number, to: number, flat: string): Party[] {
  const out: Party[] = []
  for (let i = from; i < to; i++) {
    const partner = wordAt(tokens, i) === 'phối' && wordAt(tokens, i + 1) === 'hợp'
    if (!partner || nouns.has(wordAt(tokens, i - 1))) continue
    let at = behindManner(tokens, i + 2)
    if (wordAt(tokens, at) === ',' && !standsAt(tokens, at + 1, 'với')) {
      // "phối hợp, hỗ trợ chính quyền địa phương": the verb between shares its object.
      at = behindManner(tokens, at + 1)
      if (
        standsAt(tokens, at, 'hỗ trợ') ||
        standsAt(tokens, at, 'giúp đỡ') ||
        standsAt(tokens, at, 'hướng dẫn')
      )
        at += 2
    }
    const list = partnersAt(tokens, at, to, flat)
    if (!list) continue
    out.push(...piecesOf(toPredicate(tokens, list.bodies, to, flat), flat, 'coordinate:with'))
    i = list.next - 1
  }
  return unique(out)
}

/** The bodies from `at`; a name that the lexicon did not read to its end is stepped over when another body follows it. */
function partnersAt(
  tokens: readonly Token[],
  at: number,
  to: number,
  flat: string,
): { bodies: Body[]; next: number } | null {
  const bodies: Body[] = []
  let next = at
  for (let guard = 0; guard < 8; guard++) {
    const list =
      readBodies(tokens, next, flat) ?? (bodies.length > 0 ? untilBracket(tokens, next, to, flat) : null)
    if (!list || (list.bodies[0]?.from ?? to) >= to) break
    bodies.push(...list.bodies.filter((b) => b.to <= to))
    next = list.next
    const last = bodies.at(-1)
    let j = next
    while (j < Math.min(to, next + 8) && tokens[j]?.kind !== 'mark' && wordAt(tokens, j) !== 'và') {
      if (endsName(tokens, j) && !held.has(wordAt(tokens, j))) break
      j++
    }
    const closes = wordAt(tokens, j) === ')'
    const further = [',', 'và'].includes(wordAt(tokens, j)) && startsBody(tokens, j + 1)
    if (!last || last.to !== next || j === next || j >= to || !(closes || further)) break
    bodies[bodies.length - 1] = stretched(tokens, last, j, flat)
    next = j
    if (!further) break
    next = j + 1
  }
  return bodies.length > 0 ? { bodies, next } : null
}

/** Words of happening that narrow a place down ("UBND các phường diễn ra sự kiện, …"). */
const held = new Set(['diễn', 'có'])

function startsBody(tokens: readonly Token[], i: number): boolean {
  return readBodies(tokens, i, '') !== null || groupWords.match(tokens, i) > 0
}

/** "… và đơn vị tổ chức sự kiện)": the last of a list in brackets runs to the bracket. */
function untilBracket(
  tokens: readonly Token[],
  i: number,
  to: number,
  flat: string,
): { bodies: Body[]; next: number } | null {
  let end = i
  while (end < Math.min(to, i + 9) && tokens[end]?.kind !== 'mark') end++
  const whole = wordAt(tokens, end) === ')' ? makeBody(tokens, i, end, flat, 'collective') : null
  return whole && { bodies: [whole], next: end }
}

/** "các đơn vị quản lý đường bộ khu vực tổ chức …": the last name runs to the next verb when that comes soon. */
function toPredicate(tokens: readonly Token[], bodies: readonly Body[], to: number, flat: string): Body[] {
  const last = bodies.at(-1)
  if (!last || last.form !== 'collective' || (last.pieces?.length ?? 0) > 1) return [...bodies]
  for (let j = last.to; j < Math.min(to, last.to + 7); j++) {
    const mark = tokens[j]?.kind === 'mark'
    if (mark || (endsName(tokens, j) && !narrowing.has(wordAt(tokens, j))))
      return mark || j === last.to ? [...bodies] : [...bodies.slice(0, -1), stretched(tokens, last, j, flat)]
  }
  return [...bodies]
}

const narrowing = new Set(['quản', 'cấp', 'kinh', 'trực', 'khai', 'sử', 'sản', 'xây', 'thi', 'tư'])

function behindManner(tokens: readonly Token[], i: number): number {
  let at = i
  for (let guard = 0; guard < 4; guard++) {
    const length = manner.match(tokens, at)
    if (length === 0) break
    at += length
  }
  return at
}

export interface Reports {
  to: Party[]
  via: Party[]
}

export function findReports(tokens: readonly Token[], from: number, to: number, flat: string): Reports {
  const out: Reports = { to: [], via: [] }
  let reporting = false
  let told = -1
  for (let i = from; i < to; i++) {
    if (wordAt(tokens, i) === '.' || wordAt(tokens, i) === ';') {
      reporting = false
      told = -1
    }
    const length = reportWords.match(tokens, i)
    const sends = wordAt(tokens, i) === 'gửi' && reporting && !purposeBefore(tokens, from, i)
    if (length === 0 && !sends) continue
    if (
      forOthers(tokens, from, i) ||
      (told >= 0 && purposeBetween(tokens, told, i)) ||
      receiverGoesOn(tokens, from, i) ||
      ['theo', 'sở', 'các', 'được', 'trong', 'mẫu', 'bản', 'nội'].includes(wordAt(tokens, i - 1)) ||
      standsAt(tokens, i, 'trình độ') ||
      ['chương', 'quá', 'công', 'lộ', 'quy', 'tờ', 'hành'].includes(wordAt(tokens, i - 1))
    )
      continue
    if (wordAt(tokens, i) === 'báo') reporting = true
    const list = reportedTo(tokens, i + Math.max(length, 1), to, flat, wordAt(tokens, i) === 'báo')
    if (!list) continue
    const appraisal = standsAt(tokens, list.next, 'thẩm định') || standsAt(tokens, list.next, 'phê duyệt')
    if (appraisal) continue
    out.to.push(...piecesOf(list.bodies, flat, 'report:to'))
    out.via.push(
      ...viaAt(tokens, list.next, to, flat),
      ...viaAt(tokens, list.bodies.at(-1)?.to ?? list.next, to, flat),
    )
    told = list.next
    i = list.next - 1
  }
  return { to: unique(out.to), via: unique(out.via) }
}

/**
 * "gửi … để tổng hợp, báo cáo" is the report of the body that receives, "tham mưu UBND tỉnh … trình" that of the province;
 * "hoàn thiện … để trình cấp có thẩm quyền" is the lead's own.
 */
function forOthers(tokens: readonly Token[], from: number, i: number): boolean {
  for (let j = i - 1; j >= Math.max(from, i - 40); j--) {
    const word = wordAt(tokens, j)
    if (word === '.' || word === ';') return false
    if (word === 'để' && j > i - 16) return sentBefore(tokens, from, j)
    const advises = standsAt(tokens, j, 'tham mưu') && j > i - 14
    if (advises && readBodies(tokens, j + (wordAt(tokens, j + 2) === 'cho' ? 3 : 2), '') !== null) return true
  }
  return false
}

/** "gửi Sở Tài chính tổng hợp, báo cáo …": the body that receives goes on. */
function receiverGoesOn(tokens: readonly Token[], from: number, i: number): boolean {
  for (let j = i - 1; j >= Math.max(from, i - 8); j--) {
    if (!standsAt(tokens, j, 'tổng hợp')) continue
    for (let k = j - 1; k >= Math.max(from, j - 14); k--) {
      if (wordAt(tokens, k) !== 'gửi' && wordAt(tokens, k) !== 'về') continue
      const list = readBodies(tokens, k + 1, '')
      if (list && list.next === j) return true
    }
  }
  return false
}

function reportsTo(tokens: readonly Token[], i: number): boolean {
  return readBodies(tokens, i, '') !== null || readBodies(tokens, i + 1, '') !== null
}

/** "báo cáo … về Sở Y tế … để tổng hợp, báo cáo UBND tỉnh": what follows "để" is done by the one who was reported to. */
function purposeBetween(tokens: readonly Token[], from: number, to: number): boolean {
  for (let j = from; j < to; j++) if (wordAt(tokens, j) === 'để') return true
  return false
}

function purposeBefore(tokens: readonly Token[], from: number, i: number): boolean {
  for (let j = i - 1; j >= Math.max(from, i - 16); j--) {
    if (wordAt(tokens, j) === ';' || wordAt(tokens, j) === '.' || wordAt(tokens, j) === ',') return false
    if (wordAt(tokens, j) === 'để') return true
  }
  return false
}

function sentBefore(tokens: readonly Token[], from: number, i: number): boolean {
  for (let j = i - 1; j >= Math.max(from, i - 40); j--) {
    if (wordAt(tokens, j) === '.' || wordAt(tokens, j) === ';') return false
    if (wordAt(tokens, j) === 'gửi' || standsAt(tokens, j, 'cung cấp') || standsAt(tokens, j, 'phản ánh'))
      return true
    if (standsAt(tokens, j, 'báo cáo') && reportsTo(tokens, j + 2)) return true
  }
  return false
}

function reportedTo(
  tokens: readonly Token[],
  i: number,
  to: number,
  flat: string,
  far: boolean,
): { bodies: Body[]; next: number } | null {
  let at = i
  for (let guard = 0; guard < 6 && at < to; guard++) {
    const list = readBodies(tokens, at, flat)
    if (list && list.next <= to) return list
    const length = afterReport.match(tokens, at)
    if (length === 0) break
    at += length
  }
  if (!far) return null
  // "báo cáo kết quả thực hiện Kế hoạch về UBND tỉnh"
  for (let j = i; j < Math.min(to, i + 26); j++) {
    const word = wordAt(tokens, j)
    if (['.', ';', ':', 'để', '('].includes(word)) break
    if (!['về', 'gửi', 'cho', 'lên', 'với'].includes(word) || wordAt(tokens, j - 1) === 'đối') continue
    const start = word === 'gửi' && ['về', 'cho'].includes(wordAt(tokens, j + 1)) ? j + 2 : j + 1
    const list = readBodies(tokens, start, flat)
    if (list && list.next <= to && list.bodies[0]?.form !== 'role') return list
  }
  return null
}

function viaAt(tokens: readonly Token[], i: number, to: number, flat: string): Party[] {
  const at = wordAt(tokens, i) === '(' || wordAt(tokens, i) === ',' ? i + 1 : i
  const length = viaWords.match(tokens, at)
  if (length === 0 || at >= to) return []
  const list = readBodies(tokens, at + length, flat)
  return list ? piecesOf(list.bodies, flat, 'report:via') : []
}

export function findDirected(tokens: readonly Token[], predicate: number, to: number, flat: string): Party[] {
  let at = predicate
  for (let guard = 0; guard < 5 && at < to; guard++) {
    if (standsAt(tokens, at, 'chỉ đạo') || standsAt(tokens, at, 'lãnh đạo')) {
      at += 2
      if (
        wordAt(tokens, at) === ',' &&
        (standsAt(tokens, at + 1, 'chỉ đạo') || standsAt(tokens, at + 1, 'đôn đốc'))
      )
        at += 3
      const list = readBodies(tokens, at, flat)
      return list && list.next <= to
        ? list.bodies.map((b) => ({
            text: flat.slice(b.start, b.end),
            start: b.start,
            end: b.end,
            rule: 'directs',
          }))
        : []
    }
    const word = wordAt(tokens, at)
    if (
      ![
        'tiếp',
        'tục',
        'chủ',
        'động',
        'tập',
        'trung',
        'khẩn',
        'trương',
        'kịp',
        'thời',
        'tăng',
        'cường',
        'trực',
        ',',
      ].includes(word)
    )
      break
    at++
    guard--
    if (at > predicate + 10) break
  }
  return []
}

export interface FoundApproval {
  approval: Approval
  start: number
  end: number
}

/** "X phê duyệt …", "được X phê duyệt", "trình Y thẩm định, … trình X phê duyệt". Only with a named body. */
export function findApproval(
  tokens: readonly Token[],
  from: number,
  to: number,
  flat: string,
  lead: Body | undefined,
): FoundApproval | null {
  for (let i = from; i < to; i++) {
    if (!standsAt(tokens, i, 'phê duyệt')) continue
    if (lead && lead.to === i)
      return found(
        flat,
        lead,
        tokens[i + 1]?.end ?? 0,
        flat.slice(tokens[i + 2]?.start ?? 0, tokens[to - 1]?.end ?? 0),
      )
    for (let j = Math.max(from, i - 24); j < i; j++) {
      const word = wordAt(tokens, j)
      if (word !== 'được' && word !== 'trình' && word !== 'do') continue
      const list = readBodies(tokens, j + 1, flat)
      const body = list?.bodies.at(-1)
      if (!list || !body || (list.next !== i && !standsAt(tokens, list.next, 'xem xét'))) continue
      const object = word === 'được' ? passiveObject(tokens, from, j, flat) : null
      // "Căn cứ Kế hoạch được UBND tỉnh phê duyệt, …": approved already.
      if (object !== null && /^(?:căn cứ|theo|trên cơ sở)(?![\p{L}])/iu.test(object)) continue
      const read = found(flat, body, tokens[i + 1]?.end ?? 0, object)
      const appraiser = appraisedBy(tokens, from, i, flat)
      if (appraiser) read.approval.appraiser = appraiser
      return read
    }
  }
  return null
}

function found(flat: string, body: Body, end: number, object: string | null): FoundApproval {
  return {
    approval: { object: object === '' ? null : object, authority: flat.slice(body.start, body.end) },
    start: body.start,
    end,
  }
}

function passiveObject(tokens: readonly Token[], from: number, at: number, flat: string): string {
  let end = at
  while (end > from && ['phải', 'cần', 'đã', 'sau', 'khi'].includes(wordAt(tokens, end - 1))) end--
  return flat.slice(tokens[from]?.start ?? 0, tokens[end - 1]?.end ?? 0)
}

function appraisedBy(tokens: readonly Token[], from: number, to: number, flat: string): string | null {
  for (let j = from; j < to; j++) {
    if (wordAt(tokens, j) !== 'trình' && wordAt(tokens, j) !== 'gửi') continue
    const list = readBodies(tokens, j + 1, flat)
    const body = list?.bodies.at(-1)
    if (list && body && standsAt(tokens, behindBracket(tokens, list.next), 'thẩm định'))
      return flat.slice(body.start, body.end)
  }
  return null
}

function unique(parties: Party[]): Party[] {
  const seen = new Set<string>()
  return parties.filter((party) => {
    const key = party.text.toLowerCase()
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
