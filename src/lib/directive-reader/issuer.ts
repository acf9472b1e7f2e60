// Who issued the document, at which level and in which province: from the head, the title, the number and the signature.
import { capitalise, looksLikeName, startsUpper } from '#lib/text-vi/index.ts'
import { recased } from './capitals.ts'
import type { Found } from './header.ts'
import { bare, isUpperLine, type Layout } from './layout.ts'
import { provinces } from './lexicon-places.ts'
import { withUnit } from './names-of-bodies.ts'
import type { Span } from './passage.ts'
import type { IssuerLevel } from './types.ts'

export interface IssuerReading {
  issuer: Found<string> | null
  level: IssuerLevel | null
  province: Found<string> | null
}

export function findIssuer(
  text: string,
  layout: Layout,
  title: string | null,
  opening: string,
  number: string | null,
  sign: string,
  recipients: string,
): IssuerReading {
  const head = namesInHead(text, layout)
  // "UBND TỈNH …" above "SỞ …" is the body that the issuer belongs to.
  const party = lowerParty(head)
  const own = party ? 1 : head.findLastIndex((n) => partOf.test(n.words))
  const names = own > 0 ? head.slice(own) : head
  const said = (from: readonly { words: string }[]): string =>
    from
      .map((n) => n.words)
      .join(' ')
      .replace(/\s+/gu, ' ')
  const printed = said(names)
  const whole = said(head)
  const titled = title === null ? null : issuerOfTitle(title)
  const joined = printed || titled || ''
  // The head says it before the title, and either before provinces that the opening tells of.
  const place =
    placeNamed(whole, text, layout) ??
    placeNamed(title ?? '', text, layout) ??
    placeOfDateline(text, layout) ??
    placeNamed(opening, text, layout)
  const level = levelOf(own > 0 && !party ? whole : joined, number, sign, opening, title ?? '', recipients)
  const first = names[0]
  const last = names.at(-1)
  const span =
    first && last
      ? {
          start: Math.min(first.span.start, last.span.start),
          end: Math.max(first.span.end, last.span.end),
        }
      : (layout.lines[layout.title] ?? { start: 0, end: 0 })
  const name = joined === '' ? null : nameCase(joined, printed === '')
  const full =
    name !== null && place && level === 'province' && !name.includes(place.value)
      ? `${name} ${/^(?:Ban Chỉ đạo|Trung tâm chỉ huy)/iu.test(name) ? withUnit(place.value) : place.value}`
      : name
  return {
    issuer:
      full === null
        ? null
        : {
            value: full,
            span,
            confidence: printed ? 0.9 : 0.7,
            rule: printed ? 'issuer:header' : 'issuer:title',
          },
    level,
    province: level === 'central' || level === null ? null : place,
  }
}

const partOf =
  /^(?:SỞ|TRUNG TÂM|PHÒNG(?! CHỐNG)|TIỂU BAN|CHI CỤC|BAN QUẢN LÝ|BAN CHỈ ĐẠO|BAN CHỈ HUY|TRƯỜNG|BỆNH VIỆN) /u

/** "ĐẢNG BỘ TỈNH THÁI BÌNH" above "HUYỆN ỦY QUỲNH PHỤ": whom the committee belongs to stands above it. */
function lowerParty([above, below]: readonly { words: string }[]): boolean {
  return (
    /^ĐẢNG BỘ /u.test(above?.words ?? '') &&
    /^(?:HUYỆN|THỊ|THÀNH|QUẬN|ĐẢNG) (?:ỦY|UỶ)/u.test(below?.words ?? '')
  )
}

function namesInHead(text: string, layout: Layout): { words: string; span: Span }[] {
  const names: { words: string; span: Span }[] = []
  for (const line of layout.lines.slice(0, layout.title)) {
    if (line.end - line.start >= 90) continue
    for (const column of text.slice(line.start, line.end).split(/\s{4,}/u)) {
      const whole = column
        .replace(/[*#_]/gu, ' ')
        .replace(/[\u00ad\u200c\u200d\u2060]/gu, '')
        .replace(/\s+/gu, ' ')
        .trim()
      // Two columns that ran together: the issuer stands before the name of the state or the party.
      const other = whole.search(/ (?:cộng h[oò][aà] xã|độc lập|đảng cộng sản)/iu)
      const words = other > 0 ? whole.slice(0, other) : whole
      if (
        /cộng h[oò][aà]|độc lập|^số|^-+$|đảng cộng sản|ngày \d|^\*+$|^(?:hỏa tốc|hoả tốc|thượng khẩn|khẩn|hẹn giờ|tối mật|tuyệt mật|mật|dự thảo|bản sao|sao y|việt nam)$/iu.test(
          words,
        )
      )
        continue
      if (isUpperLine(words)) names.push({ words, span: line })
    }
  }
  // "ĐẢNG BỘ TỈNH TRÀ VINH" above "BAN THƯỜNG VỤ" is the provincial committee.
  const [above] = names
  if (above && names.length === 2 && !lowerParty(names))
    above.words = above.words.replace(/^ĐẢNG BỘ TỈNH /u, 'TỈNH ỦY ').replace(/^ĐẢNG BỘ HUYỆN /u, 'HUYỆN ỦY ')
  // A party head prints the committee above its standing committee; its name is said the other way round.
  const inner = names.findIndex((n) => /^BAN (?:THƯỜNG VỤ|CHẤP HÀNH)|^THƯỜNG TRỰC|^VĂN PHÒNG/u.test(n.words))
  if (inner === 1 && /ỦY |UỶ |ĐẢNG BỘ/u.test(names[0]?.words ?? '')) names.reverse()
  return names
}

function issuerOfTitle(title: string): string | null {
  const at = title.search(/của |CỦA /u)
  if (at < 0) return null
  const rest = title.slice(at + 4)
  const ends = [' về', ' VỀ', ' tại', ' TẠI'].map((word) => rest.indexOf(word)).filter((end) => end > 0)
  return rest
    .slice(0, ends.length > 0 ? Math.min(...ends) : rest.length)
    .replace(/\s+/gu, ' ')
    .trim()
}

/** "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI" → "Ủy ban nhân dân tỉnh Quảng Ngãi". */
export function nameCase(words: string, person = false): string {
  if (words !== words.toUpperCase()) return words
  const low = words.toLowerCase()
  const known = [...provinces].sort((a, b) => b.length - a.length).find((p) => low.includes(p.toLowerCase()))
  let out = capitalise((recased(words) ?? low).replace(/^ubnd /iu, 'ủy ban nhân dân '))
  if (known) out = out.replace(known.toLowerCase(), known)
  const unit = / (?:huyện|thị xã|quận|xã|phường|thị trấn|đặc khu) /u.exec(out)
  if (unit) {
    const name = out.slice(unit.index + unit[0].length)
    if (!/[,-]/u.test(name) && !(known && name.includes(known)))
      out = out.slice(0, unit.index + unit[0].length) + titleCase(name)
  }
  for (const name of properParts) out = properWord(out, name)
  if (person) {
    const parts = out.split(' ')
    for (let n = Math.min(5, parts.length - 2); n >= 3; n--) {
      const name = titleCase(parts.slice(-n).join(' '))
      if (looksLikeName(name) && !/ (?:Ủy|Ban|Đạo|Tỉnh|Huyện|Xã)(?: |$)/u.test(name))
        return capitalise([...parts.slice(0, -n), name].join(' '))
    }
  }
  return capitalise(out)
}

/** Writes a name with its capitals where it stands as whole words. */
function properWord(text: string, name: string): string {
  const at = text.toLowerCase().indexOf(name.toLowerCase())
  if (at < 0) return text
  const whole = !/\p{L}/u.test(text.charAt(at - 1)) && !/\p{L}/u.test(text.charAt(at + name.length))
  return whole ? text.slice(0, at) + name + text.slice(at + name.length) : text
}

const properParts = [
  'Thủ tướng',
  'Chính phủ',
  'Văn phòng',
  'Ban Thường vụ',
  'Bộ Chính trị',
  'Ban Bí thư',
  'Ban Chấp hành',
  'Trung ương',
  'Bộ Y tế',
  'Bộ Xây dựng',
  'Bộ Tài chính',
  'Ban Chỉ đạo',
  'Tỉnh ủy',
  'Thành ủy',
  'Huyện ủy',
]

function titleCase(words: string): string {
  return words
    .split(' ')
    .map((w) => capitalise(w))
    .join(' ')
}

const byLength = [...provinces].sort((a, b) => b.length - a.length)

/** The province that is named first, with its kind before it. */
function placeNamed(where: string, text: string, layout: Layout): Found<string> | null {
  const low = where.toLowerCase()
  let value: string | null = null
  let first = Infinity
  for (const province of byLength)
    for (const unit of ['tỉnh', 'thành phố', 'tỉnh ủy', 'thành ủy', 'tp.', 'địa bàn']) {
      const at = low.indexOf(`${unit} ${province.toLowerCase()}`)
      if (at < 0 || at >= first) continue
      value = province
      first = at
    }
  if (value === null) return null
  const start = layout.lines[0] ?? { start: 0, end: 0 }
  return { value, span: spanOfWords(text, value, layout) ?? start, confidence: 0.9, rule: 'province:named' }
}

function placeOfDateline(text: string, layout: Layout): Found<string> | null {
  const dateline = layout.lines
    .slice(0, Math.max(layout.title, 1))
    .find((l) => /, ?ngày/iu.test(text.slice(l.start, l.end)))
  if (!dateline) return null
  const words = bare(text, dateline).toLowerCase()
  const value = byLength.find((p) => words.startsWith(p.toLowerCase()))
  return value === undefined ? null : { value, span: dateline, confidence: 0.8, rule: 'province:dateline' }
}

function spanOfWords(text: string, words: string, layout: Layout): Span | null {
  const last = layout.lines[Math.min(layout.lines.length - 1, layout.body + 6)]
  const area = text.slice(0, last?.end ?? 0).toLowerCase()
  const at = area.indexOf(words.toLowerCase())
  return at < 0 ? null : { start: at, end: at + words.length }
}

function levelOf(
  issuer: string,
  number: string | null,
  sign: string,
  opening: string,
  title: string,
  recipients: string,
): IssuerLevel | null {
  const words = `${issuer}`.toLowerCase()
  const near = `${words}\n${title.toLowerCase()}`
  if (
    /(?:ủy ban nhân dân|ubnd)\s*(?:xã|phường|thị trấn|đặc khu)|đảng ủy (?:xã|phường)|^(?:xã|phường) /iu.test(
      words,
    )
  )
    return 'commune'
  if (/huyện|thị xã|quận|thị ủy/iu.test(words)) return 'district'
  if (/ubnd\s*thành phố thuộc tỉnh/iu.test(words)) return 'district'
  if (
    /tỉnh|thành ủy|thành phố|sở |^sở/iu.test(near) &&
    !/thủ tướng|chính phủ|bộ chính trị|ban bí thư|trung ương|^bộ /iu.test(words)
  )
    return 'province'
  if (
    /thủ tướng|chính phủ|bộ chính trị|ban bí thư|trung ương|^bộ |quốc hội|^văn phòng chính phủ|^tổng cục|^cục /iu.test(
      words,
    )
  )
    return 'central'
  if (number !== null) {
    if (/[/-](?:TTg|VPCP|TW|CP|B\p{Lu}{1,4})(?:-|$)/u.test(number)) return 'central'
    if (/[/-](?:UBND|TU|VPTU|S\p{Lu}{1,5})(?:-|$)/u.test(number)) return 'province'
    if (/HU$/u.test(number)) return 'district'
  }
  if (/thủ tướng|bộ trưởng|chủ nhiệm|bộ chính trị/iu.test(sign)) return 'central'
  if (/thủ tướng chính phủ|bộ chính trị/iu.test(title)) return 'central'
  if (/tỉnh ủy|ubnd tỉnh|ủy ban nhân dân tỉnh|thành ủy/iu.test(`${opening}\n${recipients}`)) return 'province'
  return startsUpper(issuer) && issuer !== '' ? 'province' : null
}
