import { maskPhone } from '#lib/text-vi/index.ts'
import { decide, movesFor } from '#lib/lifecycle/index.ts'
import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import {
  type IncidentEvent,
  incidentLifecycle,
  type IncidentRole,
  type IncidentRow,
  type IncidentState,
  maskName,
} from '../../domain/index.ts'
import { findIncident, type StoredIncident } from './store.ts'

type Placed = Pick<
  StoredIncident,
  'state' | 'deskBodyId' | 'aboveBodyId' | 'assignedBodyId' | 'reporterBodyId' | 'version' | 'id'
>

export async function mustSee(tx: Db, actor: Actor, id: string): Promise<StoredIncident> {
  const incident = await findIncident(tx, actor, id)
  if (!incident) throw problem.notFound({ what: 'incident', id })
  return incident
}

/** What this office is to the incident. */
export function roleOn(actor: Actor, incident: Placed): IncidentRole {
  const handles = actor.permissions.has('incidents.handle')
  if (handles && incident.state === 'escalated' && incident.aboveBodyId === actor.bodyId) return 'above'
  if (handles && incident.deskBodyId === actor.bodyId) return 'desk'
  if (incident.assignedBodyId === actor.bodyId) return 'assignee'
  return 'witness'
}

/** Whoever works on it, or reported it, may add to it and may call back. Whoever only oversees the unit reads. */
export function takesPart(actor: Actor, incident: Placed): boolean {
  return roleOn(actor, incident) !== 'witness' || incident.reporterBodyId === actor.bodyId
}

export function mustTakePart(actor: Actor, incident: Placed): void {
  if (!takesPart(actor, incident)) throw problem.forbidden({ action: 'incidents.report' })
}

export const movesOf = (actor: Actor, incident: Placed): IncidentEvent[] =>
  movesFor(incidentLifecycle, incident.state, roleOn(actor, incident))

/**
 * The state the event leads to. Two officers at one incident: the second is told that it changed (409, with what it is
 * now) rather than that the move is impossible, which it only became because the first one made it.
 */
export function mustMove(
  actor: Actor,
  incident: StoredIncident,
  event: IncidentEvent,
  version: number,
): IncidentState {
  const decision = decide(incidentLifecycle, incident.state, event, roleOn(actor, incident))
  if (!decision.ok && decision.why === 'wrong-role' && version === incident.version)
    throw problem.forbidden({ action: `incident.${event}` })
  if (version !== incident.version) throw staleOf(incident, version)
  if (!decision.ok) throw problem.illegalMove({ what: 'incident', from: incident.state, event })
  return decision.to
}

export function staleOf(incident: StoredIncident, expected: number) {
  return problem.stale({
    what: 'incident',
    expected,
    actual: incident.version,
    current: rowOf(incident),
  })
}

/** What leaves the server: the caller masked, the paths at home. */
export function rowOf(stored: StoredIncident): IncidentRow {
  const { unitPath: _path, parties: _parties, ...row } = stored
  return {
    ...row,
    callerName: maskName(row.callerName),
    callerPhone: row.callerPhone && maskPhone(row.callerPhone),
  }
}
