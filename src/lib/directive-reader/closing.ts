// Nơi nhận and the signature, also when two columns were flattened into one line.
import { looksLikeName } from '#lib/text-vi/index.ts'

import { readBodies } from './bodies.ts'
import { fieldNames } from './body-words.ts'
import { withoutEnd } from './lookback.ts'

import { isRecipientsLine, isSignMark, isSignTitle, isUpperLine, type Layout } from './layout.ts'
import type { Span } from './passage.ts'
import { tokensOf } from './tokens.ts'
import type { Signer } from './types.ts'

export interface FoundRecipient {
  text: string
  span: Span
  confidence: number
}

export interface Closing {
  recipients: FoundRecipient[]
  signer: { value: Signer; span: Span; confidence: number } | null
}

interface Part {
  words: string
  span: Span
  blank: number
  /** From the right column of a page whose columns were flattened. */
  right: boolean
}

/** Signature marks inside a line of recipients: the right column of the page. */
const inLine = /\s(?=(?:TM|KT|TL|TUQ)\. ?\p{Lu}{2}|(?:T\/M|K\/T|T\/L) \p{Lu}{2})/u

export function readClosing(text: string, layout: Layout): Closing {
  const parts: Part[] = []
  for (const line of layout.lines.slice(layout.close, layout.close + 220)) {
    const span = { start: line.start, end: Math.min(line.end, line.start + 2000) }
    const columns = text
      .slice(span.start, span.end)
      .split(/\s{4,}/u)
      .map((c) =>
        c
          .replace(/^\*(?=\s)/u, '-')
          .replace(/[*#_\u200b\ufeff]/gu, ' ')
          .replace(/[\u00ad\u200c\u200d\u2060]/gu, '')
          .replace(/\s+/gu, ' ')
          .trim(),
      )
    const words = columns[0] ?? ''
    if (/^\[\d{1,3}\]|^PHỤ LỤC|^Phụ lục/u.test(words) && parts.length > 2) break
    const cut = inLine.exec(words)
    if (cut) columns.splice(0, 1, words.slice(0, cut.index), words.slice(cut.index + 1))
    columns.forEach((column, k) => {
      if (column !== '') parts.push({ words: column, span, blank: k === 0 ? line.blank : 0, right: k > 0 })
    })
  }
  const list = parts.findIndex((p) => isRecipientsLine(p.words))
  const recipients = list >= 0 ? readRecipients(parts, list) : { found: [], used: new Set<Part>() }
  const rest = parts.filter((p) => !recipients.used.has(p))
  return { recipients: recipients.found, signer: readSigner(rest) }
}

const bullet = /^[-–—−‐‑•●▪+*·\uf02d\uf076\uf0a7\uf0b7\uf0d8➢➤►]\s*|^(?:\d{1,2})[.)]\s+/u

function readRecipients(parts: readonly Part[], list: number): { found: FoundRecipient[]; used: Set<Part> } {
  const found: FoundRecipient[] = []
  const used = new Set<Part>()
  const first = parts[list]
  if (!first) return { found, used }
  used.add(first)
  const inline = first.words.replace(/^[^\p{L}]{0,3}n\S+ nh\S+\s*[:.]?\s*/iu, '').trim()
  if (inline !== '')
    for (const words of inlineItems(inline)) push(found, words.replace(bullet, ''), first.span)
  let archived = /^lưu/iu.test(found.at(-1)?.text ?? '')
  let previous = first
  /** Lines that may still stand between the signature and further recipients; below 0 when none has come. */
  let signed = -1
  for (const part of parts.slice(list + 1)) {
    const { words } = part
    if (part.right) continue
    const item = bullet.test(words)
    if (endsRecipients(words, !/[;.]$/u.test(previous.words))) {
      // The signature of the right column may come between the recipients: bullets may follow.
      if (archived) break
      signed = 4
      continue
    }
    if (signed >= 0 && !item && signed-- <= 0) break
    if (signed >= 0 && !item) continue
    if (archived && (!item || !/^[-–]?\s*lưu/iu.test(words))) {
      // "- TTH" behind the archive line is the typist's mark.
      if (words.length < 12) used.add(part)
      else if (item) {
        push(found, words.replace(bullet, ''), part.span)
        used.add(part)
        continue
      }
      break
    }
    if (item || /^Lưu/u.test(words))
      for (const one of words.split(/;(?=\s?[-–] ?\p{Lu})/u))
        push(found, one.trim().replace(bullet, ''), part.span)
    else goOn(found, part, !/[;.]$/u.test(previous.words))
    used.add(part)
    previous = part
    archived = /^lưu/iu.test(found.at(-1)?.text ?? '')
  }
  for (const one of found) one.text = withoutEnd(one.text, ';,.').trim()
  return { found: found.filter((one) => one.text !== ''), used }
}

const inlineBullet = /[-–—•+*] (?=\p{L})/gu
const opensItem = /^(?:như |lưu|cổng |thành phần|tt |tt\.|ct|các |đ\/c|đồng chí|lđ|vp|bch|bcđ|bql)/iu

/** "- A; - B, C; - Lưu: VT": a list whose lines ran together. A dash inside a name ("Lao động - Thương binh") parts nothing. */
function inlineItems(list: string): string[] {
  const cuts: number[] = []
  inlineBullet.lastIndex = 0
  for (let m = inlineBullet.exec(list); m; m = inlineBullet.exec(list)) {
    const before = list.slice(0, m.index).trimEnd()
    const behind = list.slice(m.index + 2, m.index + 82)
    if (before === '' || /[;,.:)/]$/u.test(before) || opensItem.test(behind) || bodyAt(behind))
      cuts.push(m.index)
  }
  if (cuts.length < 2) return list.split(/;\s*/u)
  return cuts.map((at, k) => list.slice(at, cuts[k + 1] ?? list.length).trim())
}

function bodyAt(words: string): boolean {
  const tokens = tokensOf(words)
  return (
    tokens[0]?.upper === true && readBodies(tokens, 0, words) !== null && fieldNames.match(tokens, 0) === 0
  )
}

/** A signature or a name stands where the list has ended. */
function endsRecipients(words: string, open: boolean): boolean {
  if (isSignMark(words) || isSignTitle(words)) return true
  if (bullet.test(words)) return false
  // "TH, KTTH, NN, PL" goes on with the sections of an office named on the line before.
  if (open && /^\p{Lu}{1,6},/u.test(words)) return false
  return (isUpperLine(words) && words.length > 6) || looksLikeName(words.replace(/[.]$/u, ''))
}

/** A line without a dash goes on with the recipient before it, or names one of its own. */
function goOn(found: FoundRecipient[], part: Part, open: boolean): void {
  const last = found.at(-1)
  if (last && (open || part.words.startsWith('(')) && part.blank < 2) {
    last.text = `${last.text} ${part.words}`.trim()
    last.span = { start: last.span.start, end: part.span.end }
  } else push(found, part.words, part.span)
}

function push(found: FoundRecipient[], words: string, span: Span): void {
  const text = words.trim()
  if (text !== '' && !/^[-–_.\s]+$/u.test(text))
    found.push({ text, span: { start: span.start, end: span.end }, confidence: 0.95 })
}

function readSigner(parts: readonly Part[]): Closing['signer'] {
  const marks: Part[] = []
  const titles: Part[] = []
  let name: { words: string; part: Part } | null = null
  for (const part of parts.slice(0, 60)) {
    const words = part.words.replace(/^[-–]\s/u, '').trim()
    if (words === '' || /^\(|ký|đóng dấu/iu.test(words)) continue
    const cut = officeInside(words)
    if (cut > 0 && looksLikeName(words.slice(0, cut))) {
      // "Nguyễn Văn ATHỦ TƯỚNG": the name and the office ran together.
      name = { words: words.slice(0, cut), part }
      titles.push({ ...part, words: words.slice(cut) })
      continue
    }
    if (isSignMark(words)) marks.push(part)
    else if (isSignTitle(words.toUpperCase()) && (isUpperLine(words) || words.length < 40)) titles.push(part)
    else if (name === null && looksLikeName(cleanName(words))) name = { words: cleanName(words), part }
    else if (
      isUpperLine(words) &&
      marks.length > 0 &&
      titles.length === 0 &&
      name === null &&
      words.length < 60
    )
      titles.push(part)
  }
  name ??= nameBelow(parts)
  if (name === null) return null
  const first = marks[0] ?? titles[0] ?? name.part
  const title = titles.at(-1)?.words ?? null
  const behalf = [...marks.map((m) => m.words), ...titles.slice(0, -1).map((t) => t.words)]
  return {
    value: {
      name: properName(name.words),
      title,
      onBehalf: behalf.length > 0 ? behalf.join(' ') : null,
    },
    span: {
      start: Math.min(first.span.start, name.part.span.start),
      end: Math.max(name.part.span.end, first.span.end),
    },
    confidence: title || marks.length > 0 ? 0.95 : 0.6,
  }
}

/** A family that no list holds: two to five words in capitals right below an office. */
function nameBelow(parts: readonly Part[]): { words: string; part: Part } | null {
  const office = parts.findLastIndex((p, i) => i < 40 && (isSignTitle(p.words) || isSignMark(p.words)))
  if (office < 0) return null
  for (const part of parts.slice(office + 1, office + 4)) {
    const words = cleanName(part.words)
    // "H'Yăn Niê" is a name too.
    if (/^(?:\p{Lu}(?:['’]\p{Lu})?\p{Ll}{0,6} ){1,4}\p{Lu}(?:['’]\p{Lu})?\p{Ll}{0,6}$/u.test(words))
      return { words, part }
  }
  return null
}

/** Where capitals start right behind a small letter: "Nguyễn Văn ATHỦ TƯỚNG" has its office at "THỦ". 0 when nowhere. */
function officeInside(words: string): number {
  for (let i = 1; i + 2 < words.length; i++) {
    const office = words.slice(i, i + 3)
    if (/^\p{Ll}/u.test(words.charAt(i - 1)) && /^\p{Lu}{3}|^(?:TM|KT|TL)\./u.test(office)) return i
  }
  return 0
}

/** Ranks and degrees before a name are no part of it. */
function cleanName(words: string): string {
  return words
    .replace(
      /^(?:(?:Thiếu tướng|Trung tướng|Thượng tướng|Đại tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|TTND|TTUT|TS|ThS|Ths|PGS|GS|BSCKI{1,2}|BS|Bs|CKI{1,2}|CK[12]|KTS|KS|LS)\b[.,]?\s*)+/u,
      '',
    )

    .trim()
}

function properName(words: string): string {
  if (words !== words.toUpperCase()) return words
  return words
    .split(' ')
    .map((w) => w.charAt(0) + w.slice(1).toLowerCase())
    .join(' ')
}
