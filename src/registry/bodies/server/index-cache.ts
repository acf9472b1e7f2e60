import type { Db } from '#platform/server/db.ts'
import { type BodyIndex, buildBodyIndex } from '../domain/index.ts'
import { listBodySuccessors, listForIndex, listUnitsForIndex, stampOfBodies } from './store.ts'

// The index of a province takes about 150 ms to build and does not change for days. It is kept for the stamp it was
// built from; a handful, since tests open several databases in one process.
const kept = new Map<string, BodyIndex>()
const mostKept = 3

/** The index that names are resolved against, as of the caller's transaction. */
export async function bodyIndex(tx: Db): Promise<BodyIndex> {
  const stamp = await stampOfBodies(tx)
  const known = kept.get(stamp)
  if (known) return known
  const index = buildBodyIndex(
    await listForIndex(tx),
    await listUnitsForIndex(tx),
    await listBodySuccessors(tx),
  )
  const oldest = kept.keys().next()
  if (kept.size >= mostKept && !oldest.done) kept.delete(oldest.value)
  kept.set(stamp, index)
  return index
}
