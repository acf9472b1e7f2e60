// Cited instruments: "Chỉ thị số 16/CT-TTg ngày 24/4/2020 của Thủ tướng Chính phủ", "các Công điện số 217/CĐ-TTg, 218/CĐ-TTg",
// "Thông báo số 111-TB/TU", "Luật số 90/2025/QH15". The number is stored without inner spaces.
import { findDates } from '#lib/text-vi/index.ts'

import { withoutEnd } from './lookback.ts'
import { readBodies } from './bodies.ts'
import { tokensOf } from './tokens.ts'
import type { Reference } from './types.ts'

export interface FoundReference {
  reference: Reference
  start: number
  end: number
}

const kinds = [
  'Thông báo kết luận',
  'Thông báo',
  'Kết luận',
  'Chỉ thị',
  'Công điện',
  'Kế hoạch',
  'Phương án',
  'Quyết định',
  'Nghị quyết',
  'Hướng dẫn',
  'Quy định',
  'Tờ trình',
  'Báo cáo',
  'Công văn',
  'Nghị định',
  'Thông tư liên tịch',
  'Thông tư',
  'Luật',
  'Pháp lệnh',
  'Chương trình hành động',
  'Chương trình',
  'Đề án',
  'Quy chế phối hợp',
  'Quy chế',
  'Văn bản',
  'Thông tri',
  'Lệnh',
  'Bộ luật',
  'Văn bản hợp nhất',
  'Giấy mời',
  'Giấy ủy quyền',
  'Ý kiến',
]
/** The kind of instrument named right before a number: "Chỉ thị số", "Kế hoạch". */
function kindBefore(head: string): string | null {
  const words = head
    .replace(/số:? ?$/iu, '')
    .trimEnd()
    .toLowerCase()
  return kinds.find((kind) => words.endsWith(kind.toLowerCase())) ?? null
}

/** Whether only separators, "số", "ngày", dates and an issuer stand between two numbers of one list. */
function onlyJoins(between: string): boolean {
  let owner = 0
  for (const word of between.toLowerCase().split(/[\s,;]/u)) {
    if (word === 'của') owner = 5
    else if (
      word === '' ||
      ['và', 'số', 'ngày', 'tháng', 'năm'].includes(word) ||
      /^[\d/]{1,12}$/u.test(word)
    )
      continue
    else if (owner-- <= 0) return false
  }
  return true
}

const symbol =
  /(?<![\p{L}\d/.-])(\d{1,5})( ?[/-] ?)((?:\d{4} ?\/ ?)?\p{Lu}[\p{L}\d&.]{0,11}(?: ?[-–/] ?\p{L}[\p{L}\d&.]{0,11}){0,5})/gu
const codes: Record<string, string> = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  CĐ: 'Công điện',
  TB: 'Thông báo',
  KL: 'Kết luận',
  KH: 'Kế hoạch',
  PA: 'Phương án',
  HD: 'Hướng dẫn',
  TTr: 'Tờ trình',
  BC: 'Báo cáo',
  NĐ: 'Nghị định',
  TT: 'Thông tư',
  CTr: 'Chương trình',
  QH: 'Luật',
  UBND: 'Công văn',
  CV: 'Công văn',
  QyĐ: 'Quy định',
  QĐi: 'Quy định',
  QC: 'Quy chế',
}

/** References in one passage, in reading order. */
export function findReferences(flat: string, year: number | null): FoundReference[] {
  const out: FoundReference[] = []
  symbol.lastIndex = 0
  for (let m = symbol.exec(flat); m; m = symbol.exec(flat)) {
    const read = readReference(flat, m, year, out.at(-1))
    if (read) out.push(read)
  }
  return out
}

function readReference(
  flat: string,
  m: RegExpExecArray,
  year: number | null,
  before: FoundReference | undefined,
): FoundReference | null {
  const [whole, digits = '', slash = '', tail = ''] = m
  const symbolText = withoutEnd(tail.replace(/ /g, ''), '.–-')
  if (!isSymbol(slash, symbolText)) return null
  const start = m.index
  const end = start + whole.trimEnd().length
  const head = flat.slice(Math.max(0, start - 70), start)
  const named = kindBefore(head)
  const numbered = /số:? ?$/iu.test(head)
  const follows = before !== undefined && start - before.end < 60 && onlyJoins(flat.slice(before.end, start))
  if (!named && !numbered && !follows && !/[/-]/.test(symbolText)) return null
  const code = symbolText.replace(/^\d{4}\//, '').split(/[-/–]/u)[0] ?? ''
  const known = follows ? before.reference.kind : null
  const kind = named
    ? capital(named)
    : ((numbered ? null : known) ?? codes[/^\D*/u.exec(code)?.[0] ?? ''] ?? known)
  const behind = flat.slice(end, end + 160)
  const dated = dateBehind(behind, year)
  const rest = behind.slice(dated?.end ?? 0)
  return {
    reference: {
      number: `${digits}${slash.trim()}${symbolText}`,
      kind,
      date: dated?.date ?? null,
      issuer: issuerOf(rest, symbolText),
    },
    start,
    end,
  }
}

function isSymbol(slash: string, symbolText: string): boolean {
  if (!/\p{Lu}{2}/u.test(symbolText.replace(/^\d{4}\//, ''))) return false
  if (/^(?:COVID|SARS|QR)/iu.test(symbolText)) return false
  return slash.trim() !== '-' || symbolText.includes('/') || /^(?:TB|CT|NQ|KL|QĐ|KH)/u.test(symbolText)
}

/** The day of issue right behind a number. */
function dateBehind(behind: string, year: number | null): { date: string; end: number } | null {
  if (!/^[,\s]{0,2}(?:ngày |tháng )/iu.test(behind)) return null
  const first = findDates(behind.slice(0, 40), year)[0]
  return first && first.start < 10 && first.grain === 'day' && first.date !== null
    ? { date: first.date, end: first.end }
    : null
}

function capital(kind: string): string {
  const low = kind.toLowerCase()
  return low.charAt(0).toUpperCase() + low.slice(1)
}

function issuerOf(rest: string, symbolText: string): string | null {
  const m = /^[,)\s]{0,3}của /iu.exec(rest)
  if (m) {
    const tokens = tokensOf(rest.slice(m[0].length, m[0].length + 110))
    const list = readBodies(tokens, 0, rest.slice(m[0].length))
    const body = list?.bodies[0]
    if (body) return rest.slice(m[0].length).slice(body.start, body.end)
  }
  if (/TTg/u.test(symbolText)) return 'Thủ tướng Chính phủ'
  if (/-CP$/u.test(symbolText)) return 'Chính phủ'
  if (/QH\d{2}$/u.test(symbolText)) return 'Quốc hội'
  return null
}
