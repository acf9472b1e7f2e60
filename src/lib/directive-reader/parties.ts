// Who works with the lead and who is directed by it.
import { type Body, readBodies } from './bodies.ts'
import { makeBody, stretched } from './body-names.ts'
import { endsName } from './name-ends.ts'
import { groupWords } from './body-words.ts'
import { phrases, standsAt, type Token, wordAt } from './tokens.ts'

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
    // "chủ trì, cùng (với) Bộ Chỉ huy Quân sự tỉnh …"
    if (standsAt(tokens, i, 'chủ trì') && together(tokens, i + 2) > 0) {
      const joined = partnersAt(tokens, together(tokens, i + 2), to, flat)
      if (joined) {
        out.push(...piecesOf(toPredicate(tokens, joined.bodies, to, flat), flat, 'coordinate:together'))
        i = joined.next - 1
        continue
      }
    }
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

/** Token behind "cùng (với)" at `i`, a comma before it passed; 0 when it does not stand there. */
function together(tokens: readonly Token[], i: number): number {
  const at = wordAt(tokens, i) === ',' ? i + 1 : i
  if (wordAt(tokens, at) !== 'cùng') return 0
  return wordAt(tokens, at + 1) === 'với' ? at + 2 : at + 1
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

export function unique(parties: Party[]): Party[] {
  const seen = new Set<string>()
  return parties.filter((party) => {
    const key = party.text.toLowerCase()
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
