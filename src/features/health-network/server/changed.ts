import { markChanged } from '#registry/indicators/server/index.ts'
import type { Db } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { announce } from '#platform/server/live.ts'
import type { Kind } from '../domain/index.ts'
import { findParkPlace, type RecordRow } from './store.ts'

/** What is measured anew when a record of that kind changes. */
const measuredBy: Record<Kind, readonly string[]> = {
  'mobile-station': ['communes-with-mobile-station', 'mobile-stations'],
  'station-beds': ['commune-station-beds'],
  'community-group': ['households-in-community-groups'],
  'safety-group': [],
  'rapid-team': ['rapid-response-teams'],
  'coordination-regulation': ['coordination-regulations'],
  'industrial-park': ['parks-with-mobile-station'],
}

/**
 * Marks what the record touched as it stood before and as it stands now, and wakes open pages. A station in a park is
 * counted where the park stands, which may be another commune.
 */
export async function tellOthers(tx: Db, jobs: Jobs, states: readonly RecordRow[]): Promise<void> {
  const fromDay = states.map((state) => state.fromDay).toSorted()[0] as string
  const { unitId, unitPath, kind } = states[0] as RecordRow
  const indicators = measuredBy[kind]
  if (indicators.length > 0) await markChanged(tx, jobs, { indicators, unitId, fromDay })
  for (const park of new Set(states.map(({ content }) => content.park))) {
    if (typeof park !== 'string' || kind !== 'mobile-station') continue
    const place = await findParkPlace(tx, park)
    if (place)
      await markChanged(tx, jobs, {
        indicators: measuredBy['industrial-park'],
        unitId: place.unitId,
        fromDay,
      })
  }
  await announce(tx, 'health-network', unitPath)
}
