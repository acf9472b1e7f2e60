// Lines of plans that say who and when beside the work: "Cơ quan chủ trì: …", "Đơn vị phối hợp: …", "Thời gian hoàn thành: …".
// They are no tasks; they fill in the task of their item.
import { findDates } from '#lib/text-vi/index.ts'
import { readBodies, type Body } from './bodies.ts'
import { makeBody } from './body-names.ts'
import { findDeadline, type DeadlineContext } from './deadlines.ts'
import type { DraftTask } from './drafts.ts'
import type { Placed } from './fields.ts'
import type { Paragraph } from './layout.ts'
import { standing } from './outline.ts'
import { piecesOf } from './parties.ts'
import { spanIn } from './passage.ts'
import { wordAt, type Token } from './tokens.ts'
import type { Deadline } from './types.ts'

export interface Attribute {
  role: 'lead' | 'partner' | 'time' | 'other'
  /** Token of the label. */
  label: number
  /** Tokens [from, to) of what it says. */
  from: number
  to: number
}

const openers = new Set(['cơ', 'đơn', 'chủ', 'phối', 'thời', 'địa', 'kinh', 'sản', 'lãnh', 'người', 'tiến'])
const inLabel = new Set(
  'cơ quan đơn vị chủ trì phối hợp thực hiện thời gian hạn địa điểm kinh phí sản phẩm lãnh đạo phụ trách người dự kiến hoàn thành tổ chức triển khai tham mưu chỉ chịu trách nhiệm chính tiến độ báo cáo yêu cầu kết quả đầu ra và cùng , / nguồn'.split(
    ' ',
  ),
)
const opens =
  /^(?:cơ quan|đơn vị|chủ trì|phối hợp|thời (?:gian|hạn)|địa điểm|kinh phí|sản phẩm|tiến độ)(?: |$)/u
const works = /chủ trì|thực hiện|tham mưu|trách nhiệm|phụ trách|triển khai/u

/** The attribute whose label starts at `i`; its `to` is the end of the words. */
function attributeAt(tokens: readonly Token[], i: number, to: number): Attribute | null {
  if (!openers.has(wordAt(tokens, i))) return null
  let colon = i
  while (colon < Math.min(to, i + 11) && inLabel.has(wordAt(tokens, colon))) colon++
  if (wordAt(tokens, colon) !== ':') return null
  const label = tokens
    .slice(i, colon)
    .map((t) => t.w)
    .join(' ')
  if (!opens.test(label)) return null
  const body = /^(?:cơ|đơn|chủ|phối)/u.test(label)
  const role = /^(?:thời|tiến)/u.test(label)
    ? 'time'
    : body && label.includes('phối hợp') && !label.includes('chủ trì')
      ? 'partner'
      : body && works.test(label)
        ? 'lead'
        : 'other'
  return { role, label: i, from: colon + 1, to }
}

/** Whether the words at `i` are such a label. */
export function isAttribute(tokens: readonly Token[], i: number, to: number): boolean {
  return attributeAt(tokens, i, to) !== null
}

/** Every attribute that starts at `from` or behind a mark. */
export function attributesIn(tokens: readonly Token[], from: number, to: number): Attribute[] {
  const out: Attribute[] = []
  for (let i = from; i < to; i++) {
    if (i > from && !['.', ';', ',', '('].includes(wordAt(tokens, i - 1))) continue
    const found = attributeAt(tokens, i, to)
    if (!found) continue
    const last = out.at(-1)
    if (last) last.to = i - 1
    out.push(found)
    i = found.from - 1
  }
  return out
}

/** Bodies an attribute names: those of the lexicon, else the whole words when they are few. */
export function bodiesOf(tokens: readonly Token[], attribute: Attribute, flat: string): Body[] {
  const list = readBodies(tokens, attribute.from, flat)
  if (list && list.next <= attribute.to) return list.bodies
  let end = attribute.to
  while (end > attribute.from && ['.', ';', ',', ')'].includes(wordAt(tokens, end - 1))) end--
  const whole =
    end > attribute.from && end - attribute.from < 14
      ? makeBody(tokens, attribute.from, end, flat, 'org')
      : null
  return whole ? [whole] : []
}

/** Adds what a line of attributes says to the tasks of its item; what a task says itself stays. */
export function fillIn(
  p: Paragraph,
  tokens: readonly Token[],
  attributes: readonly Attribute[],
  tasks: readonly DraftTask[],
  context: DeadlineContext,
): void {
  for (const attribute of attributes) {
    if (attribute.role === 'time') {
      const deadline = timeOf(p, tokens, attribute, context)
      if (deadline) for (const task of tasks) task.fields.deadline ??= deadline
      continue
    }
    if (attribute.role === 'other') continue
    const bodies = bodiesOf(tokens, attribute, p.flat)
    if (bodies.length === 0) continue
    for (const task of tasks) {
      if (attribute.role === 'lead' && task.lead.length === 0) {
        task.inherited = standing(p, bodies, 'item')
        task.canonical = task.inherited.canonical
        task.each = task.inherited.each ?? []
      }
      if (attribute.role === 'partner')
        for (const { text, start, end, rule } of piecesOf(bodies, p.flat, 'coordinate:attribute'))
          if (!task.fields.coordinate.some((c) => c.value === text))
            task.fields.coordinate.push({ value: text, span: spanIn(p, start, end), rule, confidence: 0.75 })
    }
  }
}

/** "Thời gian hoàn thành: trước ngày …", and a bare "Quý IV/2021", "tháng 10/2021" whose last day counts. */
function timeOf(
  p: Paragraph,
  tokens: readonly Token[],
  { label, from, to }: Attribute,
  context: DeadlineContext,
): Placed<Deadline> | null {
  const base = tokens[label]?.start ?? 0
  const words = p.flat.slice(base, tokens[to - 1]?.end ?? base)
  const found = findDeadline(words, context)
  const rule = 'deadline:attribute'
  if (found)
    return {
      value: found.deadline,
      span: spanIn(p, base + found.start, base + found.end),
      rule,
      confidence: 0.75,
    }
  const said = (tokens[from]?.start ?? base) - base
  const dates = findDates(words, context.year).filter((d) => d.start >= said)
  const [first, last] = [dates[0], dates.at(-1)]
  if (!first || !last) return null
  return {
    value: {
      text: words.slice(first.start, last.end),
      date: last.date,
      kind: dates.length > 1 || first.joined ? 'between' : 'by',
      start: dates.length > 1 || first.joined ? first.first : null,
    },
    span: spanIn(p, base + first.start, base + last.end),
    rule,
    confidence: 0.6,
  }
}
