import type { Db } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import * as instances from './instance-store.ts'

/** The queue of the job that measures. Each message names one indicator; the clock's names none and sweeps up. */
export const recomputeQueue = 'indicators.recompute'
export interface RecomputeData {
  key?: string
}

/**
 * Says, in the transaction of the act, that facts of a unit changed from a day on, and wakes the job. Called after every
 * write of facts that a source reads; cheap enough for a thousand rows of a spreadsheet (one wake-up per indicator and
 * transaction).
 */
export async function markChanged(
  tx: Db,
  jobs: Jobs,
  change: { indicators: readonly string[]; unitId: string; fromDay: string },
): Promise<void> {
  for (const key of await instances.insertMarks(tx, change))
    await jobs.send<RecomputeData>(tx, recomputeQueue, { key })
}

/**
 * Keeps a figure with this parameter from now on, for every unit of every tree. It is computed by the job, which may
 * read what the one who asks may not; until then it reads as waiting. The caller has asked whether the definition takes
 * the parameter (`takes`).
 */
export async function ensureInstance(
  tx: Db,
  jobs: Jobs,
  key: string,
  { atLeast }: { atLeast: number },
): Promise<void> {
  if (await instances.addInstance(tx, { key, atLeast }))
    await jobs.send<RecomputeData>(tx, recomputeQueue, { key })
}
