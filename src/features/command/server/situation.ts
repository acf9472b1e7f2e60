import type { Actor } from '#platform/server/actor.ts'
import type { Clock } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/db.ts'
import type { IncidentCounts, OnDuty } from '../domain/index.ts'
import { findDesk, listCommandsWithin } from './desk-store.ts'
import { countIncidentsIn } from './incidents/filter-store.ts'
import { dutyNow } from './moments.ts'
import { onDutyAt } from './roster/views.ts'

/** How many incidents this office sees in each standing, over all the units it covers. */
export function countIncidents(tx: Db, actor: Actor, clock: Clock): Promise<IncidentCounts> {
  return countIncidentsIn(tx, actor, 'all', clock.now())
}

/**
 * Who is on duty now and who comes next at these desks; without `bodyIds` the Commands in the units the office covers.
 * A desk at which nobody stands is listed with nobody.
 */
export async function onDutyNow(
  tx: Db,
  actor: Actor,
  clock: Clock,
  bodyIds?: readonly string[],
): Promise<OnDuty[]> {
  const desks = bodyIds
    ? (await Promise.all(bodyIds.map((id) => findDesk(tx, id)))).filter((desk) => desk !== undefined)
    : await listCommandsWithin(tx, actor.scopes, clock.today())
  return onDutyAt(tx, desks, dutyNow(clock))
}
