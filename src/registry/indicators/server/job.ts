import type { Job } from '#platform/server/jobs.ts'
import { type RecomputeData, recomputeQueue } from './actions.ts'
import { listInstances, listWaitingKeys } from './instance-store.ts'
import { recomputeKey, type Recompute } from './recompute.ts'
import type { IndicatorSource } from './source.ts'

/**
 * Measures what is marked. A message names the indicator that an act marked; each minute the clock sweeps up what was
 * left: marks of new units, an indicator that rested after a failure, one that is new in this release.
 */
export function recomputeJob(parts: Recompute, sources: readonly IndicatorSource[]): Job<RecomputeData> {
  const byKey = new Map(sources.map((source) => [source.key, source]))
  return {
    name: recomputeQueue,
    cron: '* * * * *',
    // One that is slow holds up one of them, and not for long: it rests after its time is over.
    atOnce: 3,
    run: async ({ key }, signal) => {
      const waiting = key === undefined ? await keysToSweep(parts, sources) : [key]
      for (const one of waiting) {
        const source = byKey.get(one)
        if (source && !signal.aborted) await recomputeKey(parts, source)
      }
    },
  }
}

async function keysToSweep({ db }: Recompute, sources: readonly IndicatorSource[]): Promise<string[]> {
  const waiting = new Set(await listWaitingKeys(db))
  for (const { key } of sources) if ((await listInstances(db, key)).length === 0) waiting.add(key)
  return [...waiting]
}
