import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import type { Clock } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/db.ts'
import { widenFileAudience } from '#platform/server/files.ts'
import { announce } from '#platform/server/live.ts'
import { problem } from '#platform/server/problem.ts'
import { listBodiesByIds } from '#registry/bodies/server/index.ts'
import {
  type AssignIncident,
  type EscalateIncident,
  type IncidentEvent,
  later,
  limitNow,
  limitsFrom,
  partiesOf,
  incidentWords,
  ruleOn,
  type TriageIncident,
} from '../../domain/index.ts'
import { findDesk, listDesksFor } from '../desk-store.ts'
import { mustMove, mustSee, staleOf } from './access.ts'
import { mustFindPlace } from './report.ts'
import * as store from './store.ts'
import { mustFindTeam } from './teams.ts'
import { tellConcerned } from './tell.ts'

type Changed = Partial<store.Moved> & { chosen?: string }

interface Move {
  event: IncidentEvent
  version: number
  /** What the officer wrote; `change` adds before it what was chosen (a kind, a body, a desk). */
  text: string
  change: (before: store.StoredIncident) => Promise<Changed> | Changed
}

/** Every move goes through here: find, may you, do it if nobody was first, write the log and the audit, tell the screens. */
async function move(tx: Db, actor: Actor, clock: Clock, id: string, given: Move) {
  const before = await mustSee(tx, actor, id)
  const state = mustMove(actor, before, given.event, given.version)
  const { chosen, ...changed } = await given.change(before)
  const after = { ...before, takeOverBy: null, aboveBodyId: null, ...changed, state }
  const parties = partiesOf({ ...after, passedDesks: await store.listPassedDesks(tx, id) })
  const audience = await store.listPathsOf(tx, parties)
  const now = clock.now()
  const saved = await store.saveIncident(tx, id, given.version, {
    ...after,
    parties,
    audience,
    limitAt: limitNow(state, after),
    resolvedAt: state === 'resolved' ? now : null,
    mergedInto: state === 'merged' ? after.mergedInto : null,
  })
  if (!saved) throw staleOf(await mustSee(tx, actor, id), given.version)
  await store.moveLog(tx, id, after.unitPath, audience)
  for (const file of await store.listFiles(tx, id)) await widenFileAudience(tx, file.id, audience)
  await logAct(tx, actor, { ...after, id }, audience, {
    event: given.event,
    text: [chosen, given.text].filter(Boolean).join('\n'),
    at: now,
  })
  await recordAudit(tx, actor, `incident.${given.event}`, id, { from: before.state, to: state })
  await tellConcerned(tx, actor, clock, after, given.event)
  await announce(tx, 'incidents', ...new Set([after.unitPath, ...audience]))
  return { id, version: saved.version }
}

export function logAct(
  tx: Db,
  actor: Actor,
  incident: Pick<store.StoredIncident, 'id' | 'unitPath' | 'deskBodyId'>,
  audience: readonly string[],
  act: { event: string; text: string; at: string },
) {
  return store.insertLog(tx, {
    incidentId: incident.id,
    unitPath: incident.unitPath,
    audience,
    deskBodyId: incident.deskBodyId,
    bodyId: actor.bodyId,
    accountId: actor.accountId,
    ...act,
  })
}

export function triageIncident(tx: Db, actor: Actor, clock: Clock, id: string, input: TriageIncident) {
  return move(tx, actor, clock, id, {
    event: 'triage',
    version: input.version,
    text: '',
    change: async (before) => {
      const desk = await findDesk(tx, before.deskBodyId)
      const place = desk && (await mustFindPlace(tx, desk, input.placeUnitId))
      const rule = ruleOn(input.kind, clock.today())
      return {
        kind: input.kind,
        urgency: input.urgency,
        placeText: input.placeText,
        ...(place && { placeUnitId: place.id, unitPath: place.path }),
        ...limitsFrom(before.arrivedAt, rule),
        chosen: `${incidentWords.kinds[input.kind]}${input.urgency === 'urgent' ? ', khẩn' : ''}`,
      }
    },
  })
}

/** To any body in the desk's units, to a rapid team of theirs, or to both. */
export function assignIncident(tx: Db, actor: Actor, clock: Clock, id: string, input: AssignIncident) {
  const { bodyId, teamId, note } = input
  return move(tx, actor, clock, id, {
    event: 'assign',
    version: input.version,
    text: note,
    change: async (before) => {
      if (!bodyId && !teamId)
        throw problem.incomplete({
          issues: [{ path: 'bodyId', found: '', expected: 'một cơ quan hoặc một đội phản ứng nhanh' }],
        })
      const body = bodyId ? await mustLieBelow(tx, before.deskBodyId, bodyId) : undefined
      const team = teamId ? await mustFindTeam(tx, actor, teamId, clock.today()) : ''
      return {
        assignedBodyId: bodyId ?? null,
        teamId: teamId ?? null,
        team,
        chosen: [team, body?.name].filter(Boolean).join(', '),
      }
    },
  })
}

async function mustLieBelow(tx: Db, deskBodyId: string, bodyId: string) {
  const [desk, [body]] = [await findDesk(tx, deskBodyId), await listBodiesByIds(tx, [bodyId])]
  const inside =
    desk && body && (body.unitPath === desk.unitPath || body.unitPath.startsWith(`${desk.unitPath}.`))
  if (inside) return body
  throw problem.incomplete({
    issues: [
      {
        path: 'bodyId',
        found: body?.name ?? bodyId,
        expected: `một cơ quan thuộc ${desk?.unitName ?? ''}`,
      },
    ],
  })
}

const unassigned = { assignedBodyId: null, teamId: null, team: '' }

export function returnIncident(
  tx: Db,
  actor: Actor,
  clock: Clock,
  id: string,
  input: { version: number; reason: string },
) {
  const change = () => unassigned
  return move(tx, actor, clock, id, { event: 'return', version: input.version, text: input.reason, change })
}

export function resolveIncident(
  tx: Db,
  actor: Actor,
  clock: Clock,
  id: string,
  input: { version: number; result: string },
) {
  const change = () => ({ result: input.result })
  return move(tx, actor, clock, id, { event: 'resolve', version: input.version, text: input.result, change })
}

/** Proposes it to the level above, which must take it; its own limit begins now. */
export function escalateIncident(tx: Db, actor: Actor, clock: Clock, id: string, input: EscalateIncident) {
  return move(tx, actor, clock, id, {
    event: 'escalate',
    version: input.version,
    text: input.reason,
    change: async (before) => {
      const above = await desksAbove(tx, before.deskBodyId, clock.today())
      const chosen = input.aboveBodyId ? above.find((desk) => desk.id === input.aboveBodyId) : above[0]
      if (!chosen)
        throw problem.incomplete({
          issues: [
            {
              path: 'aboveBodyId',
              found: input.aboveBodyId ?? '',
              expected:
                above.length === 0
                  ? 'một cấp trên có trong hệ thống; cấp này là cấp cao nhất'
                  : above.map((desk) => desk.name).join(' hoặc '),
            },
          ],
        })
      const rule = ruleOn(before.kind, clock.today())
      return {
        aboveBodyId: chosen.id,
        takeOverBy: later(clock.now(), rule.takeOver),
        chosen: chosen.name,
      }
    },
  })
}

export async function desksAbove(tx: Db, deskBodyId: string, day: string) {
  const desk = await findDesk(tx, deskBodyId)
  if (!desk) return []
  const all = await listDesksFor(tx, desk.unitPath, day)
  return all.filter((other) => other.unitPath !== desk.unitPath)
}

export function takeOverIncident(tx: Db, actor: Actor, clock: Clock, id: string, input: { version: number }) {
  const change = () => ({ deskBodyId: actor.bodyId, ...unassigned })
  return move(tx, actor, clock, id, { event: 'take-over', version: input.version, text: '', change })
}

export function sendBackIncident(
  tx: Db,
  actor: Actor,
  clock: Clock,
  id: string,
  input: { version: number; reason: string; advice: string },
) {
  const text = `${input.reason}\nHướng xử lý: ${input.advice}`
  const change = () => unassigned
  return move(tx, actor, clock, id, { event: 'send-back', version: input.version, text, change })
}

export function reopenIncident(
  tx: Db,
  actor: Actor,
  clock: Clock,
  id: string,
  input: { version: number; reason: string },
) {
  const change = () => ({ ...unassigned, result: null })
  return move(tx, actor, clock, id, { event: 'reopen', version: input.version, text: input.reason, change })
}

/** The same thing told twice: this one ends, the other goes on and says so in its log. */
export async function mergeIncident(
  tx: Db,
  actor: Actor,
  clock: Clock,
  id: string,
  input: { version: number; intoId: string },
) {
  const into = await store.findIncident(tx, actor, input.intoId)
  const before = await mustSee(tx, actor, id)
  const moved = await move(tx, actor, clock, id, {
    event: 'merge',
    version: input.version,
    text: into ? `#${into.number}` : '',
    change: () => {
      const fits = into && into.id !== id && into.state !== 'merged' && into.deskBodyId === before.deskBodyId
      if (!fits)
        throw problem.incomplete({
          issues: [
            {
              path: 'intoId',
              found: into ? `#${into.number}` : '',
              expected: 'một sự vụ khác của cùng nơi trực',
            },
          ],
        })
      return { mergedInto: into.id, ...unassigned }
    },
  })
  if (into) {
    const audience = await store.listPathsOf(tx, into.parties)
    const act = {
      event: 'merged-here',
      text: `#${before.number}: ${before.details.slice(0, 500)}`,
      at: clock.now(),
    }
    await logAct(tx, actor, into, audience, act)
  }
  return moved
}
