import type { Content, Value } from './fields.ts'
import { fieldsOf, type Kind } from './kinds.ts'
import type { HistoryEntry, RecordState } from './messages.ts'
import { maskPhone } from '#lib/text-vi/index.ts'

/** A record as one act left it. */
export interface Snapshot {
  readonly content: Content
  readonly fromDay: string
  readonly toDay: string | null
  readonly endReason: string | null
  readonly withdrawn: boolean
}

export interface StoredVersion extends Snapshot {
  readonly version: number
  readonly act: HistoryEntry['act']
  readonly note: string | null
  readonly at: string
  readonly by: string
}

/** Where a record stands on a day. `replacedOn` is the first day on which another one counts in its stead. */
export function stateOn(
  record: Pick<Snapshot, 'fromDay' | 'toDay' | 'withdrawn'> & { readonly replacedOn?: string | null },
  day: string,
): RecordState {
  if (record.withdrawn) return 'withdrawn'
  if (day < record.fromDay) return 'planned'
  const over = record.toDay !== null && record.toDay < day
  return over || (record.replacedOn && record.replacedOn <= day) ? 'ended' : 'current'
}

/** Taking back the last act puts back what stood before it; before the first act nothing stood. */
export function beforeLast(versions: readonly StoredVersion[]): Snapshot | undefined {
  const [last, before] = versions.toSorted((a, b) => b.version - a.version)
  if (!last) return undefined
  const { content, fromDay, toDay, endReason, withdrawn } = before ?? { ...last, withdrawn: true }
  return { content, fromDay, toDay, endReason, withdrawn }
}

/** The content as it may leave the server without a purpose. */
export function masked(kind: Kind, content: Content): Record<string, Value> {
  const shown: Record<string, Value> = { ...content }
  for (const field of fieldsOf(kind)) {
    const value = shown[field.name]
    if (field.type === 'phone' && typeof value === 'string') shown[field.name] = maskPhone(value)
  }
  return shown
}

/** What each act changed, newest first. */
export function historyOf(kind: Kind, versions: readonly StoredVersion[]): HistoryEntry[] {
  const inOrder = versions.toSorted((a, b) => a.version - b.version)
  return inOrder
    .map((version, i) => ({
      version: version.version,
      act: version.act,
      note: version.note,
      at: version.at,
      by: version.by,
      changes: changesBetween(kind, inOrder[i - 1], version),
    }))
    .reverse()
}

function changesBetween(kind: Kind, before: Snapshot | undefined, after: Snapshot): HistoryEntry['changes'] {
  if (!before) return []
  // A changed number is compared whole and shown masked: two numbers may look alike behind the mask.
  const shownBefore = flat(kind, before)
  const shownAfter = flat(kind, after)
  const names = [...fieldsOf(kind).map(({ name }) => name), 'fromDay', 'toDay', 'endReason', 'withdrawn']
  return names
    .filter((name) => !same(rawOf(before, name), rawOf(after, name)))
    .map((field) => ({ field, before: shownBefore[field] ?? null, after: shownAfter[field] ?? null }))
}

function rawOf(snapshot: Snapshot, name: string): unknown {
  return name in snapshot ? snapshot[name as keyof Snapshot] : (snapshot.content[name] ?? null)
}

function flat(kind: Kind, { content, ...rest }: Snapshot): Record<string, Value | boolean> {
  return { ...masked(kind, content), ...rest }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
