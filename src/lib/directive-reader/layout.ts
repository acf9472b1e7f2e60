// Where things stand on the page: header, title, body, recipients, signature. The body comes as paragraphs, with wrapped
// lines and sentences cut by a page break put together and page numbers left out.
import {
  endsFinished,
  foldAccents,
  linesOf,
  startsLower,
  wrappingOf,
  type Line,
  type Wrapping,
} from '#lib/text-vi/index.ts'

import { markOf, type Mark } from './marks.ts'
import { passageOf, type Passage, type Span } from './passage.ts'

export interface Paragraph extends Passage {
  start: number
  end: number
  mark: Mark | null
}

export interface Layout {
  lines: Line[]
  /** Index of lines: [0, title) header, [title, body) title, [body, close) body, then recipients and signature. */
  title: number
  body: number
  close: number
  recipients: number
  wrapping: Wrapping
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
    .replace(/[*#_>]/g, ' ')
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

const pageNumber = /^(?:trang |page )?[-–]? ?\d{1,3} ?[-–]?(?: ?\/ ?\d{1,3})?$/iu
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
  return /^n[oa]i nhan/.test(folded.trim())
}

export function layoutOf(text: string): Layout {
  const all = linesOf(text)
  const lines = withoutFurniture(text, all)
  const wrapping = wrappingOf(text, lines)
  const title = titleLine(text, lines)
  const body = bodyLine(text, lines, title)
  const { close, recipients } = closing(text, lines, body)
  return { lines, title, body, close, recipients, wrapping }
}

/** Drops page numbers and the running heads beside them. */
function withoutFurniture(text: string, lines: readonly Line[]): Line[] {
  const heads = new Map<string, number>()
  const isNumber = lines.map(
    (line) => line.end - line.start < 12 && pageNumber.test(text.slice(line.start, line.end)),
  )
  if (!isNumber.includes(true)) return [...lines]
  const beside = lines.map((_, i) => isNumber[i - 1] === true || isNumber[i + 1] === true)
  lines.forEach((line, i) => {
    if (!beside[i] || line.end - line.start > 80) return
    const words = text.slice(line.start, line.end)
    heads.set(words, (heads.get(words) ?? 0) + 1)
  })
  return lines.filter((line, i) => {
    if (isNumber[i]) return false
    return !beside[i] || line.end - line.start > 80 || (heads.get(text.slice(line.start, line.end)) ?? 0) < 2
  })
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
  /^(?:ngày \d|tại |thực hiện |căn cứ |theo |sau khi |sau thời gian|trong |để |nhằm |xét |qua |vừa qua|thời gian|kính gửi|triển khai |nhân dịp|tiếp theo|hiện nay|những năm|trên cơ sở|cơn bão|từ ngày|vào )/iu

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
    if (isUpperLine(words) && !/điện:$/iu.test(words)) {
      taken++
      continue
    }
    if (/điện ?:$/iu.test(words) || markOf(words) !== null) break
    if (
      opening.test(words) &&
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
  const { lines, wrapping } = layout
  const out: Paragraph[] = []
  let group: Line[] = []
  const close = (): void => {
    for (const part of pieces(text, group).flatMap((spans) => inlineItems(text, spans))) {
      const passage = passageOf(text, part)
      const first = part[0]
      const last = part.at(-1)
      if (first && last && passage.flat.length > 0)
        out.push({ ...passage, start: first.start, end: last.end, mark: markOf(passage.flat) })
    }
    group = []
  }
  for (let i = from; i < to; i++) {
    const line = lines[i]
    if (!line) continue
    const before = group.at(-1)
    if (before && !goesOn(text, before, line, wrapping)) close()
    group.push(line)
  }
  close()
  return out
}

/** Whether `line` goes on with the sentence of `before`. */
function goesOn(text: string, before: Line, line: Line, wrapping: Wrapping): boolean {
  if (isRowLine(text, before) || isRowLine(text, line)) return false
  const finished = endsFinished(text, before) || text.charAt(before.end - 1) === ','
  const head = text.slice(line.start, Math.min(line.end, line.start + 40)).replace(/^[*\s]+/u, '')
  const mark = markOf(head.replace(/\s+/gu, ' '))
  const full = wrapping.wrapped && before.end - before.start > wrapping.width * 0.75
  if (mark !== null) {
    // " - xã hội" at the head of a wrapped line is no bullet: the line before is full and not finished.
    const dash = '-–'.includes(mark.label)
    return wrapping.wrapped && dash && full && line.blank === 0 && !finished && /^[-–] ?\p{Ll}/u.test(head)
  }
  const heading =
    isUpperLine(bare(text, before)) ||
    isUpperLine(bare(text, { start: line.start, end: Math.min(line.end, line.start + 80) }))
  if (heading && before.end - before.start < 100) return false
  const lower = startsLower(text, line)
  if (wrapping.wrapped) {
    if (line.blank > 0) return !endsFinished(text, before) && lower && full
    return full || (!endsFinished(text, before) && (lower || before.end - before.start > 40))
  }
  return !endsFinished(text, before) && lower && before.end - before.start > 25
}

/** A row of a table stands by itself. */
function isRowLine(text: string, line: Line): boolean {
  return text.slice(line.start, Math.min(line.end, line.start + 300)).includes(' | ')
}

const inlineMark = /[.;:]\s{1,3}(?=(?:\d{1,2}\. |[a-hđ]\) |[-–+] )\p{Lu})/gu

/** A text without line ends still has its numbers: long passages are opened before them. */
function inlineItems(text: string, spans: Span[]): Span[][] {
  const [only] = spans
  if (spans.length !== 1 || !only || only.end - only.start < 2500) return [spans]
  const out: Span[][] = []
  let from = only.start
  const words = text.slice(only.start, only.end)
  inlineMark.lastIndex = 0
  for (let m = inlineMark.exec(words); m; m = inlineMark.exec(words)) {
    const at = only.start + m.index + m[0].length
    out.push([{ start: from, end: at }])
    from = at
  }
  out.push([{ start: from, end: only.end }])
  return out
}

const pieceSize = 16_000

/** One paragraph is read in pieces of bounded size, so that a text without line ends costs no more per character. */
function pieces(text: string, group: readonly Line[]): Span[][] {
  const size = group.reduce((sum, line) => sum + line.end - line.start, 0)
  if (group.length === 0) return []
  if (size <= pieceSize) return [group.map(({ start, end }) => ({ start, end }))]
  const out: Span[][] = []
  let part: Span[] = []
  let taken = 0
  for (const line of group) {
    let at = line.start
    while (at < line.end) {
      const room = pieceSize - taken
      const end = line.end - at <= room ? line.end : cut(text, at, at + room)
      part.push({ start: at, end })
      taken += end - at
      at = end
      if (taken < pieceSize * 0.75) continue
      out.push(part)
      part = []
      taken = 0
    }
  }
  if (part.length > 0) out.push(part)
  return out
}

/** Where to cut between `from` and `to`: behind a sentence, else at a space, looking back over a quarter only. */
function cut(text: string, from: number, to: number): number {
  const low = from + Math.floor((to - from) * 0.75)
  const window = text.slice(low, to)
  const stop = Math.max(window.lastIndexOf('. '), window.lastIndexOf('; '))
  const space = window.lastIndexOf(' ')
  return stop >= 0 ? low + stop + 1 : space > 0 ? low + space : to
}
