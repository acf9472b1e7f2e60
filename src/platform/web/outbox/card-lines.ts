import type { Entry, Line } from './entry.ts'

/** The lines the page gave, else what is legible of the body itself: its texts and numbers, without ids and versions. */
export function linesOf(entry: Pick<Entry, 'lines' | 'body'>): readonly Line[] {
  if (entry.lines.length > 0) return entry.lines
  return legible(entry.body, '')
}

function legible(body: unknown, above: string): Line[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return []
  return Object.entries(body).flatMap(([name, value]) => {
    if (above === '' && typeof value === 'object') return legible(value, `${name}.`)
    return isLegible(name, value) ? [{ label: name, value: String(value), field: above + name }] : []
  })
}

/** The part of the body, or of the record on the server, that a line shows: `phone`, or `content.phone` one level down. */
export function fieldOf(record: unknown, field: string): unknown {
  let found = record
  for (const name of field.split('.')) found = (found as Record<string, unknown> | null | undefined)?.[name]
  return found
}

function setField(record: Record<string, unknown>, field: string, value: unknown): Record<string, unknown> {
  const dot = field.indexOf('.')
  if (dot < 0) return { ...record, [field]: value }
  const name = field.slice(0, dot)
  const inner = (record[name] ?? {}) as Record<string, unknown>
  return { ...record, [name]: setField(inner, field.slice(dot + 1), value) }
}

function isLegible(name: string, value: unknown): boolean {
  if (name === 'version' || name === 'id' || name.endsWith('Id')) return false
  return typeof value === 'string' || typeof value === 'number'
}

interface Compared {
  label: string
  mine: string
  /** Nothing when the server did not say. */
  theirs: string | undefined
  differs: boolean
}

/** What was written beside what stands on the server (`details.current` of a stale problem). */
export function comparedLines(entry: Pick<Entry, 'lines' | 'body' | 'problem'>): Compared[] {
  const current = entry.problem?.details.current
  return linesOf(entry).map(({ label, value, field }) => {
    const there = field ? fieldOf(current, field) : undefined
    const mine = field ? fieldOf(entry.body, field) : undefined
    if (there === undefined) return { label, mine: value, theirs: undefined, differs: false }
    const differs = JSON.stringify(there) !== JSON.stringify(mine)
    // The page's own way of writing a value (a date, a name) is kept where both sides say the same.
    return { label, mine: value, theirs: differs ? textOf(there) : value, differs }
  })
}

const textOf = (value: unknown): string =>
  value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)

/** The same content on the version that stands there now; nothing when the body carries no version. */
export function bodyOnVersion(entry: Pick<Entry, 'body' | 'problem'>): object | undefined {
  const actual = entry.problem?.details.actual
  const body = entry.body as { version?: unknown } | null
  return typeof actual === 'number' && typeof body?.version === 'number'
    ? { ...body, version: actual }
    : undefined
}

/** The body with other values in some of its fields; a field that held a number gets a number, a blank one null. */
export function withFields(body: unknown, values: Readonly<Record<string, string>>): object {
  let changed = body as Record<string, unknown>
  for (const [field, text] of Object.entries(values)) {
    const before = fieldOf(changed, field)
    if (typeof before === 'number') changed = setField(changed, field, Number(text.trim().replace(',', '.')))
    else changed = setField(changed, field, before === null && text.trim() === '' ? null : text)
  }
  return changed
}
