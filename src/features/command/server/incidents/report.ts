import { findUnit } from '#registry/units/server/index.ts'
import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import type { Clock } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/db.ts'
import { announce } from '#platform/server/live.ts'
import { problem } from '#platform/server/problem.ts'
import { limitsFrom, partiesOf, type ReportIncident, ruleOn } from '../../domain/index.ts'
import { type Desk, findDesk, listDesksFor } from '../desk-store.ts'
import * as store from './store.ts'
import { tellUrgent } from './tell.ts'

/** Where an office may send what it reports: its own desk if it works at one, the desks of its unit and of those above. */
export async function desksOf(tx: Db, actor: Actor, day: string) {
  const desks = await listDesksFor(tx, actor.unitPath, day)
  const handles = actor.permissions.has('incidents.handle')
  const own = handles ? await findDesk(tx, actor.bodyId) : undefined
  const all = own && !desks.some((desk) => desk.id === own.id) ? [own, ...desks] : desks
  return { desks: all, own }
}

export async function viewDesks(tx: Db, actor: Actor, day: string) {
  const { desks, own } = await desksOf(tx, actor, day)
  return {
    desks: desks.map(({ id, name, unitName }) => ({ id, name, unitName })),
    ownDeskId: own?.id ?? null,
    defaultDeskId: own?.id ?? desks[0]?.id ?? null,
  }
}

/**
 * Takes in a call or a report. Its limits count from this moment by the server's clock: what the device says of when it
 * happened is kept and shown, and trusted for nothing.
 */
export async function reportIncident(tx: Db, actor: Actor, clock: Clock, input: ReportIncident) {
  const desk = await mustChooseDesk(tx, actor, clock.today(), input.deskBodyId)
  if (await store.incidentIdIsTaken(tx, input.id)) throw problem.duplicate({ what: 'incident', field: 'id' })
  const place = await mustFindPlace(tx, desk, input.placeUnitId)
  const arrivedAt = clock.now()
  const rule = ruleOn(input.kind, clock.today())
  const urgency = input.urgency ?? rule.urgency
  const parties = partiesOf({
    reporterBodyId: actor.bodyId,
    deskBodyId: desk.id,
    aboveBodyId: null,
    assignedBodyId: null,
    passedDesks: [],
  })
  const audience = await store.listPathsOf(tx, parties)
  const unitPath = place?.path ?? actor.unitPath
  const number = await store.insertIncident(tx, {
    id: input.id,
    unitPath,
    audience,
    parties,
    kind: input.kind,
    urgency,
    channel: channelOf(actor, desk),
    details: input.details,
    placeUnitId: place?.id ?? null,
    placeText: input.placeText,
    callerName: input.caller?.name ?? null,
    callerPhone: input.caller?.phone ?? null,
    reporterBodyId: actor.bodyId,
    accountId: actor.accountId,
    deskBodyId: desk.id,
    happenedAt: input.happenedAt ?? null,
    arrivedAt,
    ...limitsFrom(arrivedAt, rule),
  })
  await store.insertLog(tx, {
    incidentId: input.id,
    unitPath,
    audience,
    deskBodyId: desk.id,
    bodyId: actor.bodyId,
    accountId: actor.accountId,
    event: 'report',
    text: input.details,
    at: arrivedAt,
  })
  await recordAudit(tx, actor, 'incident.reported', input.id, { number, kind: input.kind, desk: desk.id })
  await tellUrgent(tx, actor, clock, { id: input.id, number, deskBodyId: desk.id, urgency })
  await announce(tx, 'incidents', ...new Set([unitPath, ...audience]))
  return { id: input.id, number, deskBodyName: desk.name }
}

async function mustChooseDesk(tx: Db, actor: Actor, day: string, wanted: string | undefined): Promise<Desk> {
  const { desks, own } = await desksOf(tx, actor, day)
  const desk = wanted ? desks.find((d) => d.id === wanted) : (own ?? desks[0])
  if (desk) return desk
  throw problem.incomplete({
    issues: [
      {
        path: 'deskBodyId',
        found: wanted ?? '',
        expected: 'một nơi trực ban của địa phương anh chị hoặc của cấp trên',
      },
    ],
  })
}

/** A place outside the desk's units would carry the incident to people it does not concern. */
export async function mustFindPlace(
  tx: Db,
  desk: Pick<Desk, 'unitPath' | 'unitName'>,
  unitId: string | undefined,
) {
  if (unitId === undefined) return undefined
  const unit = await findUnit(tx, unitId)
  const inside = unit && (unit.path === desk.unitPath || unit.path.startsWith(`${desk.unitPath}.`))
  if (!inside)
    throw problem.incomplete({
      issues: [
        { path: 'placeUnitId', found: unit?.name ?? unitId, expected: `một nơi thuộc ${desk.unitName}` },
      ],
    })
  return unit
}

function channelOf(actor: Actor, desk: Desk) {
  if (actor.role === 'enterprise') return 'enterprise' as const
  if (desk.id === actor.bodyId) return 'hotline' as const
  return actor.role === 'commune-clerk' ? ('commune' as const) : ('body' as const)
}
