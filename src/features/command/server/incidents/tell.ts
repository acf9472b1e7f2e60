import type { Actor } from '#platform/server/actor.ts'
import type { Clock } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/db.ts'
import { tellBody } from '#registry/notices/server/index.ts'
import type { IncidentEvent } from '../../domain/index.ts'
import type { StoredIncident } from './store.ts'

type Concerning = Pick<StoredIncident, 'id' | 'number' | 'assignedBodyId' | 'aboveBodyId' | 'deskBodyId'>

/** The kind of notice that says: an incident waits for your body. Its words stand in app, with those of all kinds. */
export const incidentNotice = 'incidents.waiting'

/** Who must act after a move; nobody where the move ends it or hands it to whoever moved it. */
const concerns: Partial<Record<IncidentEvent, (incident: Concerning) => string | null>> = {
  assign: (incident) => incident.assignedBodyId,
  escalate: (incident) => incident.aboveBodyId,
  'send-back': (incident) => incident.deskBodyId,
  return: (incident) => incident.deskBodyId,
  reopen: (incident) => incident.deskBodyId,
}

/** Tells the officers of the body that must act now, in the act's own transaction. The screens hear at once. */
export async function tellConcerned(
  tx: Db,
  actor: Actor,
  clock: Clock,
  incident: Concerning,
  event: IncidentEvent,
): Promise<void> {
  const bodyId = concerns[event]?.(incident)
  if (bodyId && bodyId !== actor.bodyId) await tell(tx, clock, bodyId, incident, event)
}

/** An urgent report is also told to those who do not look at the board. */
export async function tellUrgent(
  tx: Db,
  actor: Actor,
  clock: Clock,
  incident: { id: string; number: number; deskBodyId: string; urgency: string },
): Promise<void> {
  if (incident.urgency === 'urgent' && incident.deskBodyId !== actor.bodyId)
    await tell(tx, clock, incident.deskBodyId, incident, 'report')
}

function tell(tx: Db, clock: Clock, bodyId: string, incident: { id: string; number: number }, event: string) {
  return tellBody(tx, undefined, {
    bodyId,
    kind: incidentNotice,
    subject: { kind: 'incident', id: incident.id },
    day: clock.today(),
    facts: { number: incident.number, event },
  })
}
