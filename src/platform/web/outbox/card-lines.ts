import type { Entry, Line } from './entry.ts'

/** The lines the page gave, else what is legible of the body itself: its texts and numbers, without ids and versions. */
export function linesOf(entry: Pick<Entry, 'lines' | 'body'>): readonly Line[] {
  if (entry.lines.length > 0) return entry.lines
  const body = entry.body
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body)
    .filter(([name, value]) => isLegible(name, value))
    .map(([name, value]) => ({ label: name, value: String(value), field: name }))
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
  const current = entry.problem?.details.current as Record<string, unknown> | undefined
  return linesOf(entry).map(({ label, value, field }) => {
    const there = field && current && field in current ? current[field] : undefined
    const mine = field ? (entry.body as Record<string, unknown>)?.[field] : undefined
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
  const changed: Record<string, unknown> = { ...(body as object) }
  for (const [field, text] of Object.entries(values)) {
    const before = changed[field]
    if (typeof before === 'number') changed[field] = Number(text.trim().replace(',', '.'))
    else changed[field] = before === null && text.trim() === '' ? null : text
  }
  return changed
}
