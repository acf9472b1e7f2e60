import { codeLists, provincePath } from '#registry/units/domain/index.ts'
import type { Database, Db } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import { announce } from '#platform/server/live.ts'
import { atLeastOf } from '../domain/index.ts'
import { failureText } from './failure.ts'
import * as instances from './instance-store.ts'
import type { IndicatorSource } from './source.ts'
import { type Instance, mergeSteps, planForFew, resetRole, takeRole, tryLock } from './steps-store.ts'

export interface Recompute {
  db: Database
  /** How long the SQL of a source may take: for the units that changed, and for all of them the first time. */
  timeoutMs?: { few: number; all: number }
  /** What follows from new values (thresholds), in their transaction, with the rights of the app. */
  settled?: (tx: Db, source: IndicatorSource) => Promise<void>
  log?: (line: string) => void
}

/** Measuring is everybody's: the job names every tree there is, and row-level security lets it read just those. */
export const everyTree = codeLists.map((list) => list.root)

const timeouts = { few: 5_000, all: 60_000 }
const atOnce = 500

/**
 * Computes what is marked of one indicator and nothing else. The marks go in the transaction that writes the values:
 * whatever kills this, both or neither are done. What fails is recorded with the indicator, keeps its marks and its last
 * values, and is left alone for a while; it throws only when even that cannot be written.
 */
export async function recomputeKey(parts: Recompute, source: IndicatorSource): Promise<void> {
  try {
    await ensureDefault(parts.db, source)
    while (await computeRound(parts, source)) {
      // What was marked while another held the lock, or too much for one transaction.
      if (!(await instances.hasMarks(parts.db, source.key))) return
    }
  } catch (error) {
    parts.log?.(`chỉ số ${source.key}: ${(error as Error).message}`)
    await asSystem(parts.db, everyTree, async (tx) => {
      await takeRole(tx, timeouts.few)
      await instances.recordFailure(tx, source.key, failureText(error))
    })
  }
}

function ensureDefault(db: Database, source: IndicatorSource): Promise<void> {
  return asSystem(db, everyTree, async (tx) => {
    await takeRole(tx, timeouts.few)
    await instances.setDefault(tx, { key: source.key, atLeast: atLeastOf(source) })
  })
}

/** False when there was nothing to do, or when another is at it and will see what is left. */
function computeRound(parts: Recompute, source: IndicatorSource): Promise<boolean> {
  const { few, all } = parts.timeoutMs ?? timeouts
  return asSystem(parts.db, everyTree, async (tx) => {
    await takeRole(tx, few)
    if (!(await tryLock(tx, source.key))) return false
    const kept = await instances.listInstances(tx, source.key)
    if (kept.some((one) => !one.due)) return false
    const marked = await instances.takeMarks(tx, source.key, atOnce)
    const units = marked.flatMap((one) => one.unitId ?? [])
    const whole = kept.filter((one) => !one.computed || units.length < marked.length)
    if (marked.length === 0 && whole.length === 0) return false
    for (const one of whole) {
      await takeRole(tx, all)
      await mergeSteps(tx, one, source, 'all')
    }
    const rest = kept.filter((one) => !whole.includes(one))
    await computeFew(tx, rest, source, units, few)
    await instances.markComputed(tx, source.key)
    await resetRole(tx)
    await announce(tx, 'indicators', ...placesOf(whole.length > 0 ? [null] : marked.map((one) => one.path)))
    await parts.settled?.(tx, source)
    return true
  })
}

/** The provinces in which figures changed: whoever works in one sees its figure, and those above. */
function placesOf(paths: readonly (string | null)[]): string[] {
  const places = paths.map((path) => (path === null ? null : (provincePath(path) ?? path)))
  return places.includes(null) ? everyTree : [...new Set(places as string[])]
}

async function computeFew(
  tx: Db,
  kept: readonly Instance[],
  source: IndicatorSource,
  units: readonly string[],
  timeoutMs: number,
) {
  if (kept.length === 0) return
  await takeRole(tx, timeoutMs)
  await planForFew(tx)
  for (const one of kept) await mergeSteps(tx, one, source, units)
}
