import type { Database } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import { listInstances, markComputed } from './instance-store.ts'
import { everyTree, recomputeKey } from './recompute.ts'
import type { IndicatorSource } from './source.ts'
import { compareSteps, type Difference, dropSteps, mergeSteps, takeRole } from './steps-store.ts'

const timeoutMs = 120_000

export interface Verified {
  indicators: number
  differences: (Difference & { key: string; atLeast: number })[]
}

/**
 * Computes every kept figure from the facts, sums it up the tree, and compares with what is kept. What is marked is
 * computed first: a figure that says it is waiting is not a wrong one. While others record and measure, a fact may come
 * between the two: only what differs again and again is a fault.
 */
export async function verifyIndicators(db: Database, sources: readonly IndicatorSource[]): Promise<Verified> {
  const verified: Verified = { indicators: 0, differences: [] }
  for (const source of sources) {
    let found = await compareOne(db, source)
    for (let again = 0; again < 2 && found.differences.length > 0; again++)
      found = await compareOne(db, source)
    verified.indicators += found.indicators
    verified.differences.push(...found.differences)
  }
  return verified
}

async function compareOne(db: Database, source: IndicatorSource): Promise<Verified> {
  await recomputeKey({ db }, source)
  return asSystem(db, everyTree, async (tx) => {
    await takeRole(tx, timeoutMs)
    const kept = await listInstances(tx, source.key)
    const differences: Verified['differences'] = []
    for (const { id, key, atLeast } of kept) {
      const found = await compareSteps(tx, { id, key, atLeast }, source)
      differences.push(...found.map((one) => ({ ...one, key, atLeast })))
    }
    return { indicators: kept.length, differences }
  })
}

/** Forgets every kept value and computes it from the facts: after facts were loaded past the product. */
export async function recomputeAll(db: Database, sources: readonly IndicatorSource[]): Promise<void> {
  for (const source of sources) {
    await asSystem(db, everyTree, async (tx) => {
      await takeRole(tx, timeoutMs)
      for (const one of await listInstances(tx, source.key)) {
        await dropSteps(tx, one.id)
        await mergeSteps(tx, one, source, 'all')
      }
      await markComputed(tx, source.key)
    })
  }
}
