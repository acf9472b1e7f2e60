import type { Deadline, Target } from '../../domain/index.ts'

const signs: Readonly<Record<string, string>> = {
  '>=': '≥',
  '<=': '≤',
  '=': '',
  '>': '>',
  '<': '<',
  '~': '≈',
}

/** "≥ 1 trạm y tế lưu động · 100 % xã": what is to be reached, in short. Falls back to the document's own words. */
export function sayTarget(target: Target, number: (value: number) => string, every: string): string {
  const { quantity, unit, scope, comparator, coverage } = target
  const amount =
    quantity === null ? '' : [signs[comparator ?? ''] ?? '', number(quantity)].filter(Boolean).join(' ')
  const what = [amount, unit].filter(Boolean).join(' ')
  // "mỗi huyện" says it by itself.
  const all = /^(?:mỗi|mọi|từng|tất cả|toàn bộ) /iu.test(scope ?? '') ? '' : every
  const share = coverage === null ? '' : coverage === 1 ? all : `${number(coverage * 100)} %`
  const where = [share, scope].filter(Boolean).join(' ')
  // Without a number the parts say less than the sentence they were taken from.
  if (quantity === null && coverage === null) return target.text
  return [what, where].filter(Boolean).join(' · ') || target.text
}

export interface DeadlineWords {
  kinds: Readonly<Record<Deadline['kind'], string>>
  from: (day: string) => string
  between: (start: string, end: string) => string
}

/** "30/09/2021", "18/03/2021 – 31/03/2021", "Làm ngay", "Định kỳ: hằng tuần"; the document's words when no day is known. */
export function sayDeadline(deadline: Deadline, day: (date: string) => string, say: DeadlineWords): string {
  const { kind, date, start, text } = deadline
  if (kind === 'between' && start && date) return say.between(day(start), day(date))
  if (kind === 'from' && start) return say.from(day(start))
  if (kind === 'by' && date) return day(date)
  if (kind === 'periodic' && text) {
    const said = text.toLowerCase().startsWith(say.kinds.periodic.toLowerCase())
    return said ? text : `${say.kinds.periodic}: ${text}`
  }
  if (kind === 'immediately') return say.kinds.immediately
  return text || say.kinds[kind]
}

/** The title without the kind of document and the issuer it often begins with: both stand beside it. */
export function subjectOf(title: string | null, kind: string | null): string {
  const text = title?.trim() ?? ''
  if (!kind || !text.toLowerCase().startsWith(kind.toLowerCase())) return text
  const rest = withoutIssuer(text.slice(kind.length).trim())
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

/** “CỦA BAN THƯỜNG VỤ TỈNH ỦY về …”: whose it is stands in capitals before what it is about. */
function withoutIssuer(text: string): string {
  const about = text.indexOf(' về ')
  const before = text.slice(0, Math.max(about, 0))
  return about > 0 && before === before.toUpperCase() ? text.slice(about + 1) : text
}
