// Number, date, issuer, kind, title and meeting date.
import { findDates, foldAccents, isoDate } from '#lib/text-vi/index.ts'
import { bare, kindOfLine, type Layout, type Paragraph } from './layout.ts'
import { saidBefore } from './lookback.ts'
import type { Span } from './passage.ts'
import type { DocumentKind } from './types.ts'

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
  const form =
    /ngày ?(\d{1,2}|[oOlI]\d)(?: ?tháng ?(\d{1,2}) ?năm ?(\d{4})| ?[/.-] ?(\d{1,2}) ?[/.-] ?(20\d\d))/iu
  for (const line of layout.lines.slice(0, Math.max(layout.title + 2, 12))) {
    if (line.end - line.start > 120) continue
    const words = bare(text, line)
    const m = form.exec(words)
    if (!m) continue
    // A telegram is dated to the minute: "Đông Hà, hồi 20 giờ 30 ngày …".
    const dated = words
      .slice(0, m.index + 4)
      .replace(/(?:hồi ?)?\d{1,2} ?(?:giờ|h|:) ?\d{0,2} ?(?:phút)?,? ?(?=ngày)/iu, '')
    if (!/^[^,]{2,40}, ?ngày/iu.test(dated.slice(-44))) continue
    const day = (m[1] ?? '').replace(/[oO]/g, '0').replace(/[lI]/g, '1')
    const date = isoDate(Number(m[3] ?? m[5]), Number(m[2] ?? m[4]), Number(day))
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
    if (next.blank > 0 || /, ?ngày \d|^cộng h[oò][aà] |^độc lập|^đảng cộng sản/iu.test(bare(text, next)))
      break
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
