import type { Job } from '#platform/server/jobs.ts'
import { type RecomputeData, recomputeQueue } from './actions.ts'
import type { Database } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import { listKeptKeys, listWaitingKeys } from './instance-store.ts'
import { everyTree, recomputeKey, type Recompute } from './recompute.ts'
import type { IndicatorSource } from './source.ts'
import { listUncheckedKeys } from './threshold-store.ts'
import { checkThresholds, type CheckParts } from './thresholds.ts'

export interface RecomputeJob extends Omit<Recompute, 'settled'> {
  today: () => string
  onWarning?: CheckParts['onWarning']
}

/**
 * Measures what is marked. A message names the indicator that an act marked; each minute the clock sweeps up what was
 * left: marks of new units, an indicator that rested after a failure, one that is new in this release.
 */
export function recomputeJob(parts: RecomputeJob, sources: readonly IndicatorSource[]): Job<RecomputeData> {
  const byKey = new Map(sources.map((source) => [source.key, source]))
  const { today, onWarning } = parts
  const withThresholds: Recompute = {
    ...parts,
    settled: (tx, source) => checkThresholds(tx, source, { today: today(), onWarning }),
  }
  return {
    name: recomputeQueue,
    cron: '* * * * *',
    // One that is slow holds up one of them, and not for long: it rests after its time is over.
    atOnce: 3,
    run: async ({ key }, signal) => {
      const waiting = key === undefined ? await keysToSweep(parts, sources) : [key]
      for (const one of waiting) {
        const source = byKey.get(one)
        if (source && !signal.aborted) await recomputeKey(withThresholds, source)
      }
      if (key === undefined) await checkDaily(parts, sources)
    },
  }
}

/** A plan asks for more each day, though nothing was recorded. */
async function checkDaily({ db, today, onWarning }: RecomputeJob, sources: readonly IndicatorSource[]) {
  const check = { today: today(), onlyUnchecked: true, onWarning }
  const unchecked = await asSystem(db, everyTree, (tx) => listUncheckedKeys(tx, check.today))
  for (const source of sources.filter(({ key }) => unchecked.includes(key)))
    await asSystem(db, everyTree, (tx) => checkThresholds(tx, source, check))
}

async function keysToSweep({ db }: { db: Database }, sources: readonly IndicatorSource[]): Promise<string[]> {
  const waiting = new Set(await listWaitingKeys(db))
  const kept = new Set(await listKeptKeys(db))
  for (const { key } of sources) if (!kept.has(key)) waiting.add(key)
  return [...waiting]
}
