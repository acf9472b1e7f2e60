// Number, date, issuer, kind, title and meeting date.
import {
  capitalise,
  findDates,
  foldAccents,
  isoDate,
  looksLikeName,
  startsUpper,
} from '#lib/text-vi/index.ts'

import { saidBefore } from './lookback.ts'
import { bare, isUpperLine, kindOfLine, type Layout, type Paragraph } from './layout.ts'
import { provinces } from './lexicon-places.ts'
import type { Span } from './passage.ts'
import type { DocumentKind, IssuerLevel } from './types.ts'

export interface Found<T> {
  value: T
  span: Span
  confidence: number
  rule: string
}

const kindNames: Record<string, DocumentKind> = {
  'thong bao': 'thong-bao',
  'ket luan': 'ket-luan',
  'chi thi': 'chi-thi',
  'cong dien': 'cong-dien',
  'ke hoach': 'ke-hoach',
  'phuong an': 'phuong-an',
  'quyet dinh': 'quyet-dinh',
  'nghi quyet': 'nghi-quyet',
  'huong dan': 'huong-dan',
  'quy dinh': 'quy-dinh',
  'to trinh': 'to-trinh',
  'bao cao': 'bao-cao',
}
const kindCodes: Record<string, DocumentKind> = {
  TB: 'thong-bao',
  KL: 'ket-luan',
  CT: 'chi-thi',
  CĐ: 'cong-dien',
  KH: 'ke-hoach',
  PA: 'phuong-an',
  QĐ: 'quyet-dinh',
  NQ: 'nghi-quyet',
  HD: 'huong-dan',
  TTr: 'to-trinh',
  BC: 'bao-cao',
}

export function findNumber(text: string, layout: Layout): Found<string> | null {
  const form =
    /^(?:\p{L}[\p{L} .]{0,40} )?S[ốoôỐ] ?[:.]? ?(\d{1,5}) ?([/-]) ?((?:\d{4} ?\/ ?)?\p{Lu}[\p{L}\d&]{0,9}(?: ?[-–/] ?\p{L}[\p{L}\d&]{0,9}){0,5})/u
  for (const line of layout.lines.slice(0, Math.max(layout.title + 3, 12))) {
    if (line.end - line.start > 200) continue
    const words = bare(text, line).normalize('NFC')
    const m = form.exec(words)
    if (!m) continue
    const tail = (m[3] ?? '').split(/ (?=\p{Lu}\p{Ll})/u)[0] ?? ''
    return {
      value: `${m[1] ?? ''}${m[2] ?? ''}${tail.replace(/ /g, '')}`,
      span: { start: line.start, end: line.end },
      confidence: 0.97,
      rule: 'number:header',
    }
  }
  return null
}

export function findIssueDate(text: string, layout: Layout): Found<string> | null {
  const form = /ngày ?(\d{1,2}|[oOlI]\d) ?tháng ?(\d{1,2}) ?năm ?(\d{4})/iu
  for (const line of layout.lines.slice(0, Math.max(layout.title + 2, 12))) {
    if (line.end - line.start > 120) continue
    const words = bare(text, line)
    const m = form.exec(words)
    if (!m || !/^[^,]{2,40}, ?ngày/iu.test(words.slice(Math.max(0, m.index - 40)))) continue
    const day = (m[1] ?? '').replace(/[oO]/g, '0').replace(/[lI]/g, '1')
    const date = isoDate(Number(m[3]), Number(m[2]), Number(day))
    if (date)
      return {
        value: date,
        span: { start: line.start, end: line.end },
        confidence: 0.97,
        rule: 'date:header',
      }
  }
  return null
}

export function findKind(text: string, layout: Layout, number: string | null): Found<DocumentKind> | null {
  const line = layout.lines[layout.title]
  const word = line ? kindOfLine(bare(text, line)) : null
  if (line && word) {
    const rest = layout.lines
      .slice(layout.title, layout.body)
      .map((l) => bare(text, l))
      .join(' ')
    const folded = foldAccents(rest)
    let kind = kindNames[word] ?? 'thong-bao'
    if (
      kind === 'thong-bao' &&
      /^thong bao[\s:]{1,3}(?:y kien )?(?:(?:ve|noi dung) )?(?:y kien )?ket luan/.test(folded)
    )
      kind = 'thong-bao-ket-luan'
    return {
      value: kind,
      span: { start: line.start, end: line.start + Math.min(line.end - line.start, word.length + 4) },
      confidence: 0.97,
      rule: 'kind:title',
    }
  }
  const code = number === null ? undefined : /^\d+[/-](?:\d{4}\/)?([\p{L}]+)/u.exec(number)?.[1]
  const byCode = code === undefined ? undefined : kindCodes[code]
  const first = layout.lines[0]
  if (!first) return null
  if (byCode) return { value: byCode, span: first, confidence: 0.8, rule: 'kind:number' }
  const letter = layout.lines
    .slice(0, 20)
    .find((l) => /^(?:kinh gui|v\/v)/.test(foldAccents(bare(text, l).slice(0, 12))))
  return letter ? { value: 'cong-van', span: letter, confidence: 0.85, rule: 'kind:letter' } : null
}

/** The "V/v …" of an official letter, which has no line that names its kind. */
function letterSubject(text: string, layout: Layout): Found<string> | null {
  const first = layout.lines[layout.title]
  if (!first || kindOfLine(bare(text, first)) !== null) return null
  const at = layout.lines.slice(0, layout.title).findIndex((l) => /^v\/v|^về việc/iu.test(bare(text, l)))
  const line = layout.lines[at]
  if (!line) return null
  let last = line
  for (const next of layout.lines.slice(at + 1, Math.min(at + 4, layout.title))) {
    if (next.blank > 0 || /, ?ngày \d/iu.test(bare(text, next))) break
    last = next
  }
  const span = { start: line.start, end: last.end }
  return { value: bare(text, span), span, confidence: 0.9, rule: 'title:letter' }
}

export function findTitle(
  text: string,
  layout: Layout,
  addressee: (words: string) => number,
): Found<string> | null {
  const about = letterSubject(text, layout)
  if (about) return about
  const lines = layout.lines.slice(layout.title, layout.body)
  const first = lines[0]
  if (!first || kindOfLine(bare(text, first)) === null) return null
  const words = lines
    .map((l) => bare(text, l))
    .filter((l) => !/^[-–—_.\s]+$/u.test(l))
    .join(' ')
  const cut = addressee(words)
  const last = lines.at(-1) ?? first
  const title = (cut >= 0 ? words.slice(0, cut) : words).trim()
  return title === ''
    ? null
    : { value: title, span: { start: first.start, end: last.end }, confidence: 0.9, rule: 'title' }
}

export function findMeetingDate(
  title: string | null,
  paragraphs: readonly Paragraph[],
  kind: DocumentKind | null,
  at: (p: Paragraph, from: number, to: number) => Span,
): Found<string> | null {
  if (kind === null || !['thong-bao-ket-luan', 'ket-luan', 'thong-bao'].includes(kind)) return null
  if (kind === 'thong-bao') return null
  for (const p of paragraphs.slice(0, 3)) {
    const head = p.flat.slice(0, 420)
    const dates = findDates(head, null).filter((d) => d.grain === 'day' && d.date !== null)
    for (const date of dates) {
      const lead = head.slice(0, date.start)
      const opens =
        lead.trim() === '' ||
        /^(?:ngày|trong (?:các |hai )?ngày|sáng|chiều|vào)\s?(?:ngày)?$/iu.test(lead.trim())
      const meeting =
        saidBefore(lead, ['họp', 'hội nghị', 'làm việc', 'buổi', 'báo'], 90) &&
        !/ số \d/iu.test(lead.slice(-34)) &&
        !lead.slice(-20).includes('/')
      if (!opens && !meeting) continue
      const next = dates[dates.indexOf(date) + 1]
      const range =
        next && /^ ?(?:và|đến|-|–|,)(?: ngày)? ?$/iu.test(head.slice(date.end, next.start)) ? next : date
      return {
        value: range.date ?? '',
        span: at(p, range.start, range.end),
        confidence: opens ? 0.95 : 0.85,
        rule: opens ? 'meeting:opening' : 'meeting:named',
      }
    }
  }
  const named = title === null ? [] : findDates(title, null).filter((d) => d.date !== null)
  const titled = named.find((d) =>
    saidBefore((title ?? '').slice(0, d.start), ['họp', 'nghị', 'việc'], 60, '.'),
  )
  const first = paragraphs[0]
  return titled?.date && first
    ? { value: titled.date, span: at(first, 0, 1), confidence: 0.7, rule: 'meeting:title' }
    : null
}

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
  const head = layout.lines.slice(0, layout.title).filter((l) => l.end - l.start < 90)
  const names: { words: string; span: Span }[] = []
  for (const line of head) {
    for (const column of text.slice(line.start, line.end).split(/\s{4,}/u)) {
      const words = column.replace(/[*#_]/gu, ' ').replace(/\s+/gu, ' ').trim()
      if (/cộng h[oò][aà]|độc lập|^số|^-+$|đảng cộng sản|ngày \d|^\*+$/iu.test(words)) continue
      if (isUpperLine(words)) names.push({ words, span: line })
    }
  }
  // A party head prints the committee above its standing committee; its name is said the other way round.
  const inner = names.findIndex((n) => /^BAN (?:THƯỜNG VỤ|CHẤP HÀNH)|^THƯỜNG TRỰC|^VĂN PHÒNG/u.test(n.words))
  if (inner === 1 && /ỦY |UỶ |ĐẢNG BỘ/u.test(names[0]?.words ?? '')) names.reverse()
  const printed = names
    .map((n) => n.words)
    .join(' ')
    .replace(/\s+/gu, ' ')
  const titled = title === null ? null : issuerOfTitle(title)
  const joined = printed || titled || ''
  const place = placeOf([printed, title ?? '', opening].join('\n'), text, layout)
  const level = levelOf(joined, number, sign, opening, title ?? '', recipients)
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
      ? `${name} ${place.value}`
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
  let out = capitalise(low)
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
      if (looksLikeName(name)) return capitalise([...parts.slice(0, -n), name].join(' '))
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

function placeOf(where: string, text: string, layout: Layout): Found<string> | null {
  const sorted = [...provinces].sort((a, b) => b.length - a.length)
  const low = where.toLowerCase()
  const start = layout.lines[0] ?? { start: 0, end: 0 }
  const dateline = layout.lines
    .slice(0, Math.max(layout.title, 1))
    .find((l) => /, ?ngày/iu.test(text.slice(l.start, l.end)))
  for (const province of sorted) {
    const name = province.toLowerCase()
    for (const unit of ['tỉnh', 'thành phố', 'tỉnh ủy', 'thành ủy', 'tp.', 'địa bàn']) {
      const at = low.indexOf(`${unit} ${name}`)
      if (at >= 0)
        return {
          value: province,
          span: spanOfWords(text, province, layout) ?? start,
          confidence: 0.9,
          rule: 'province:named',
        }
    }
  }
  if (dateline) {
    const words = text.slice(dateline.start, dateline.end).toLowerCase()
    const province = sorted.find((p) => words.startsWith(p.toLowerCase()))
    if (province) return { value: province, span: dateline, confidence: 0.8, rule: 'province:dateline' }
  }
  return null
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
  if (/ủy ban nhân dân\s*(?:xã|phường|thị trấn|đặc khu)|đảng ủy (?:xã|phường)|^(?:xã|phường) /iu.test(words))
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
    if (/(?:TTg|VPCP|TW|CP|B\p{Lu}{1,4})$/u.test(number)) return 'central'
    if (/(?:UBND|TU|VPTU|S\p{Lu}{1,5})$/u.test(number)) return 'province'
    if (/HU$/u.test(number)) return 'district'
  }
  if (/thủ tướng|bộ trưởng|chủ nhiệm|bộ chính trị/iu.test(sign)) return 'central'
  if (/thủ tướng chính phủ|bộ chính trị/iu.test(title)) return 'central'
  if (/tỉnh ủy|ubnd tỉnh|ủy ban nhân dân tỉnh|thành ủy/iu.test(`${opening}\n${recipients}`)) return 'province'
  return startsUpper(issuer) && issuer !== '' ? 'province' : null
}
