import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import type { Clock } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/db.ts'
import { announce } from '#platform/server/live.ts'
import { problem } from '#platform/server/problem.ts'
import { clockIsOff, type Incident, type ListIncidents, type NoteIncident } from '../../domain/index.ts'
import { movesOf, mustSee, mustTakePart, rowOf, takesPart } from './access.ts'
import { filterOf } from './filter-store.ts'
import { desksAbove, logAct } from './moves.ts'
import * as store from './store.ts'

export async function listForActor(tx: Db, actor: Actor, list: ListIncidents, now: string) {
  const { page, size, ...filter } = list
  const found = await store.listIncidents(
    tx,
    filterOf(actor, filter, now, { limit: size, offset: (page - 1) * size }),
  )
  return { rows: found.rows.map(rowOf), total: found.total, now }
}

export async function viewIncident(tx: Db, actor: Actor, id: string, day: string): Promise<Incident> {
  const stored = await mustSee(tx, actor, id)
  const part = takesPart(actor, stored)
  const allowed = movesOf(actor, stored)
  const above = allowed.includes('escalate') ? await desksAbove(tx, stored.deskBodyId, day) : []
  // The highest desk has nobody to escalate to: no button for it.
  const moves = allowed.filter((event) => event !== 'escalate' || above.length > 0)
  return {
    ...rowOf(stored),
    log: await store.listLog(tx, id),
    files: await store.listFiles(tx, id),
    moves,
    mayCall: part && (stored.callerName !== null || stored.callerPhone !== null),
    mayAdd: part,
    above: above.map(({ id, name, unitName }) => ({ id, name, unitName })),
    clockOff: clockIsOff(stored.happenedAt, stored.arrivedAt),
  }
}

export async function noteIncident(tx: Db, actor: Actor, clock: Clock, id: string, note: NoteIncident) {
  const incident = await mustSee(tx, actor, id)
  mustTakePart(actor, incident)
  const hung = new Set((await store.listFiles(tx, id)).map((file) => file.id))
  const missing = note.files.find((file) => !hung.has(file))
  if (missing)
    throw problem.incomplete({
      issues: [{ path: 'files', found: missing, expected: 'tệp đã gửi vào sự vụ này' }],
    })
  const audience = await store.listPathsOf(tx, incident.parties)
  await logAct(tx, actor, incident, audience, { event: 'note', text: note.text, at: clock.now() })
  await recordAudit(tx, actor, 'incident.noted', id, {})
  await announce(tx, 'incidents', ...new Set([incident.unitPath, ...audience]))
  return { id }
}

/** Written down before the number is shown: who asked, and what for. */
export async function recordCallerShown(tx: Db, actor: Actor, clock: Clock, id: string, purpose: string) {
  const incident = await mustSee(tx, actor, id)
  mustTakePart(actor, incident)
  await recordAudit(tx, { ...actor, purpose }, 'incident.caller-shown', id, { number: incident.number })
  const audience = await store.listPathsOf(tx, incident.parties)
  await logAct(tx, actor, incident, audience, { event: 'caller-shown', text: purpose, at: clock.now() })
  return { id }
}

export async function callerOf(tx: Db, actor: Actor, id: string) {
  const incident = await mustSee(tx, actor, id)
  mustTakePart(actor, incident)
  return { name: incident.callerName, phone: incident.callerPhone }
}
