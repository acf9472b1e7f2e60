// Where things stand on the page: header, title, body, recipients, signature. The body comes as paragraphs, with wrapped
// lines and sentences cut by a page break put together and page numbers left out.
import {
  endsFinished,
  foldAccents,
  linesOf,
  startsLower,
  withoutLineSpacing,
  wrappingOf,
  type Line,
  type Wrapping,
} from '#lib/text-vi/index.ts'

import { recased } from './capitals.ts'
import { unfolded } from './flattened.ts'
import { markOf, type Mark } from './marks.ts'
import { withoutFurniture } from './furniture.ts'
import { passageOf, type Passage, type Span } from './passage.ts'
import { inlineItems, pieces } from './pieces.ts'
import { continuesRow, rowSpans } from './row-lines.ts'

export interface Paragraph extends Passage {
  start: number
  end: number
  mark: Mark | null
  /** The words as they are printed, when they are all in capitals and `flat` has them in sentence case. */
  printed?: string
}

export interface Layout {
  lines: Line[]
  /** Index of lines: [0, title) header, [title, body) title, [body, close) body, then recipients and signature. */
  title: number
  body: number
  close: number
  recipients: number
  wrapping: Wrapping
  /** Starts of lines before which a page was turned. */
  turned: ReadonlySet<number>
}

const kindWords = [
  'thong bao',
  'ket luan',
  'chi thi',
  'cong dien',
  'ke hoach',
  'phuong an',
  'quyet dinh',
  'nghi quyet',
  'huong dan',
  'quy dinh',
  'to trinh',
  'bao cao',
]

/** The words of a line without marks of emphasis and headings. */
export function bare(text: string, line: Span): string {
  return text
    .slice(line.start, line.end)
    .replace(/[*#_>\u200b]/g, ' ')
    .replace(/[\u00ad\u200c\u200d\u2060]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

export function kindOfLine(line: string): string | null {
  const folded = foldAccents(line.slice(0, 60))
    .replace(/[^a-z]+/g, ' ')
    .trim()
  const kind = kindWords.find((word) => folded === word || folded.startsWith(`${word} `))
  if (kind === undefined) return null
  const letters = line.slice(0, kind.length + 1)
  return letters === letters.toUpperCase() || folded === kind ? kind : null
}

export function isUpperLine(line: string): boolean {
  return line.length > 2 && line === line.toUpperCase() && /\p{Lu}/u.test(line)
}

const signMark = /^(?:TM|KT|TL|TUQ|Q|T\/M|K\/T|T\/L|T\/UQ)(?:\.|\s|$)/u
const signTitle =
  /^(?:PHÓ |Phó )?(?:CHỦ TỊCH|BÍ THƯ|CHÁNH VĂN PHÒNG|THỦ TƯỚNG|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG BAN|CỤC TRƯỞNG|TỔNG GIÁM ĐỐC|VIỆN TRƯỞNG|TRƯỞNG PHÒNG|HIỆU TRƯỞNG|CHỦ NHIỆM|CHỈ HUY TRƯỞNG)(?:,? .{0,40})?$/u

export function isSignMark(line: string): boolean {
  return signMark.test(line)
}

export function isSignTitle(line: string): boolean {
  return line.length < 70 && signTitle.test(line)
}

export function isRecipientsLine(line: string): boolean {
  const folded = foldAccents(line.slice(0, 14)).replaceAll('0', 'o')
  return /^[^a-z]{0,3}n[oa]i nhan/.test(folded.trim())
}

export function layoutOf(text: string): Layout {
  const all = withoutLineSpacing(text, unfolded(text, linesOf(text)))
  const { lines, turned } = withoutFurniture(text, all)
  const wrapping = wrappingOf(text, lines)
  const title = titleLine(text, lines)
  const body = bodyLine(text, lines, title)
  const { close, recipients } = closing(text, lines, body)
  return { lines, title, body, close, recipients, wrapping, turned }
}

/** The line that names the kind of document ("CHỈ THỊ"), or the first line of a letter's address; 0 when there is none. */
function titleLine(text: string, lines: readonly Line[]): number {
  const limit = Math.min(lines.length, 60)
  for (let i = 0; i < limit; i++) {
    const line = lines[i]
    if (line && line.end - line.start < 600 && kindOfLine(bare(text, line)) !== null) return i
  }
  for (let i = 0; i < limit; i++) {
    const line = lines[i]
    if (line && foldAccents(bare(text, line).slice(0, 10)).startsWith('kinh gui')) return i
  }
  return 0
}

const opening =
  /^(?:ngày \d|tại |thực hiện |căn cứ |theo |sau khi |sau thời gian|trong |để |nhằm |xét (?!nghiệm)|qua |vừa qua|thời gian|kính gửi|triển khai |nhân dịp|tiếp theo|hiện nay|những năm|trên cơ sở|cơn bão|từ ngày|vào )/iu

/** First line behind the title. */
function bodyLine(text: string, lines: readonly Line[], title: number): number {
  const first = lines[title]
  if (!first) return 0
  if (first.end - first.start > 600 || kindOfLine(bare(text, first)) === null) return title
  let i = title + 1
  let taken = 0
  for (; i < lines.length && i < title + 14; i++) {
    const line = lines[i]
    if (!line) break
    const words = bare(text, line)
    if (/^[-–—_.\s]{3,}$/u.test(words)) continue
    // "I. MỤC ĐÍCH" right below the title.
    if (/^(?:[IVX]{1,5}|\d{1,2}|[A-D])\. ?\p{L}/u.test(words)) break
    // A decision names who decides below its title; the grounds follow.
    const grounds = lines[i + 1]
    if (taken > 0 && isUpperLine(words) && grounds && /^căn cứ /iu.test(bare(text, grounds).slice(0, 10)))
      break
    if (isUpperLine(words) && !/điện:$/iu.test(words)) {
      taken++
      continue
    }
    if (/điện ?:$/iu.test(words) || markOf(words) !== null) break
    if (
      opening.test(words) &&
      // "tại cuộc họp …" in small letters goes on with the title.
      !(taken > 0 && line.blank === 0 && /^\p{Ll}/u.test(words) && words.length < 200) &&
      !(taken === 0 && /^(?:thực hiện|triển khai)/iu.test(words) && words.length < 200)
    )
      break
    const gap = line.blank > 0
    if (words.length > 330 || /[.;]$|:$/u.test(words) || (taken > 0 && gap && /^\p{Lu}/u.test(words))) break
    if (taken > 7) break
    taken++
  }
  return i
}

function closing(text: string, lines: readonly Line[], body: number): { close: number; recipients: number } {
  let recipients = -1
  for (let i = body; i < lines.length; i++) {
    const line = lines[i]
    if (
      line &&
      isRecipientsLine(bare(text, { start: line.start, end: Math.min(line.end, line.start + 40) }))
    ) {
      recipients = i
      break
    }
  }
  const from = recipients >= 0 ? recipients : lines.length
  let close = from
  for (let i = from - 1; i >= Math.max(body, from - (recipients >= 0 ? 10 : 30)); i--) {
    const line = lines[i]
    if (!line || line.end - line.start > 120) break
    const words = bare(text, line)
    if ((isSignMark(words) || isSignTitle(words)) && !words.endsWith(':')) close = i
  }
  return { close, recipients }
}

/** Puts the lines [from, to) together as paragraphs. */
export function paragraphsOf(text: string, layout: Layout, from: number, to: number): Paragraph[] {
  const { lines, wrapping, turned } = layout
  const out: Paragraph[] = []
  let group: Line[] = []
  const close = (): void => {
    const row = group[0] !== undefined && group.length > 1 && isRowLine(text, group[0])
    const parts = row
      ? [rowSpans(text, group)]
      : pieces(text, group).flatMap((spans) => inlineItems(text, spans))
    for (const part of parts) {
      const passage = passageOf(text, part)
      const first = part[0]
      const last = part.at(-1)
      if (first && last && passage.flat.length > 0)
        out.push(paragraphOf(passage, first.start, row ? (group.at(-1)?.end ?? last.end) : last.end))
    }
    group = []
  }
  for (let i = from; i < to; i++) {
    const line = lines[i]
    if (!line) continue
    const before = group.at(-1)
    const first = group[0]
    const wraps = first && isRowLine(text, first) && group.length < 20 && continuesRow(text, first, line)
    if (before && !wraps && !goesOn(text, before, line, wrapping, turned.has(line.start))) close()
    group.push(line)
  }
  close()
  return out
}

function paragraphOf(passage: Passage, start: number, end: number): Paragraph {
  const mark = markOf(passage.flat)
  const head = passage.flat.slice(0, mark?.length ?? 0)
  const plain = recased(passage.flat.slice(head.length))
  if (plain === null) return { ...passage, start, end, mark }
  return { ...passage, flat: head + plain, printed: passage.flat, start, end, mark }
}

/** Whether `line` goes on with the sentence of `before`. */
function goesOn(text: string, before: Line, line: Line, wrapping: Wrapping, turned: boolean): boolean {
  if (isRowLine(text, before) || isRowLine(text, line)) return false
  const finished = endsFinished(text, before) || text.charAt(before.end - 1) === ','
  const head = text
    .slice(line.start, Math.min(line.end, line.start + 60))
    .replace(/[\u00ad\u200c\u200d\u2060]/gu, '')
    .replace(/^[*\s]+/u, '')
  const mark = markOf(head.replace(/\s+/gu, ' '))
  const full = wrapping.wrapped && before.end - before.start > wrapping.width * 0.75
  const blank = turned ? 0 : line.blank
  if (mark !== null) {
    if (!finished && blank === 0 && isNumberInside(text, before, head)) return true
    // "… giải phóng mặt bằng của thành" + "phần 4 …"
    if (!finished && blank === 0 && full && /^(?:phần|chương|mục|điều|câu) /u.test(head)) return true
    // " - xã hội" at the head of a wrapped line is no bullet: the line before is full and not finished.
    const dash = '-–'.includes(mark.label)
    return wrapping.wrapped && dash && full && blank === 0 && !finished && /^[-–] ?\p{Ll}/u.test(head)
  }
  if (isMarkAlone(text, before)) return true
  const heading =
    isUpperLine(bare(text, before)) ||
    isUpperLine(bare(text, { start: line.start, end: Math.min(line.end, line.start + 80) }))
  if (heading && before.end - before.start < 100) return false
  const lower = startsLower(text, line)
  if (wrapping.wrapped) {
    if (blank > 0) return !endsFinished(text, before) && lower && full
    return full || (!endsFinished(text, before) && (lower || before.end - before.start > 40))
  }
  const length = before.end - before.start
  return !endsFinished(text, before) && ((lower && length > 25) || (turned && length > 90))
}

/** "… Công điện số" + "40/CĐ-TTg …": a wrapped line may begin with a number that is no mark. */
function isNumberInside(text: string, before: Line, head: string): boolean {
  if (/^\d{1,3} ?\/ ?(?:\d{4} ?\/ ?)?\p{Lu}{1,4}\d{0,3}[-–]/u.test(head)) return true
  const tail = text.slice(Math.max(before.start, before.end - 12), before.end)
  return (
    /^\d/u.test(head) && /\s(?:số|ngày|tháng|quý|khoản|điểm|điều|mục|từ|đến|và|trên|hơn|gần)$/iu.test(tail)
  )
}

const markAlone = /^(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)/]?|[IVX]{1,5}[./]|[a-zđ][.)/]|[-–—+•*\uf0b7])$/u

/** A number or bullet that a table or a tab stop parted from its words. */
function isMarkAlone(text: string, line: Line): boolean {
  return line.end - line.start < 9 && markAlone.test(text.slice(line.start, line.end))
}

/** A row of a table stands by itself. */
function isRowLine(text: string, line: Line): boolean {
  return text.slice(line.start, Math.min(line.end, line.start + 300)).includes(' | ')
}
