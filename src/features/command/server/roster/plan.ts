import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import { newId } from '#platform/server/chance.ts'
import type { Clock } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/db.ts'
import { announce } from '#platform/server/live.ts'
import { problem } from '#platform/server/problem.ts'
import { type AddShift, type EditShift, type GenerateRoster, rotation } from '../../domain/index.ts'
import * as store from './store.ts'

/** The shift, when it is one of the own desk: rosters of other desks are read by those above, planned by nobody else. */
export async function mustPlan(tx: Db, actor: Actor, id: string): Promise<store.StoredShift> {
  const shift = await store.findShift(tx, id)
  if (shift?.bodyId !== actor.bodyId) throw problem.notFound({ what: 'shift', id })
  return shift
}

async function mustBePeople(tx: Db, actor: Actor, clock: Clock, accountIds: readonly string[]) {
  const known = new Set((await store.listPeople(tx, actor.bodyId, clock.today())).map((p) => p.accountId))
  const strangers = accountIds.filter((id) => !known.has(id))
  if (strangers.length > 0)
    throw problem.incomplete({
      issues: strangers.map((found) => ({
        path: 'people',
        found,
        expected: 'người giữ chức danh ở cơ quan này',
      })),
    })
}

/**
 * Shifts for a span of days, people taking turns. Hours at which somebody already stands keep their shift, so that it may
 * be done again after a mistake without doubling anybody.
 */
export async function generateRoster(tx: Db, actor: Actor, clock: Clock, input: GenerateRoster) {
  await mustBePeople(tx, actor, clock, input.people)
  const wanted = rotation(input)
  const [first, last] = [wanted[0]!, wanted.at(-1)!]
  const there = await store.listShifts(tx, actor.bodyId, first.startsAt, last.endsAt)
  const free = wanted.filter((w) => !there.some((s) => overlap(s, w)))
  const { bodyId, unitPath } = actor
  await store.insertShifts(
    tx,
    free.map((shift) => ({ ...shift, id: newId(), bodyId, unitPath, note: '' })),
  )
  await recordAudit(tx, actor, 'shift.generated', actor.bodyId, {
    from: input.from,
    days: input.days,
    pattern: input.pattern,
    made: free.length,
  })
  await announce(tx, 'duty', actor.unitPath)
  return { made: free.length, kept: wanted.length - free.length }
}

/** Instants are compared as times: the database writes them without the fraction that JavaScript writes. */
function overlap(a: Hours, b: Hours): boolean {
  return Date.parse(a.startsAt) < Date.parse(b.endsAt) && Date.parse(a.endsAt) > Date.parse(b.startsAt)
}
type Hours = { startsAt: string; endsAt: string }

export async function addShift(tx: Db, actor: Actor, clock: Clock, input: AddShift) {
  await mustBePeople(tx, actor, clock, [input.accountId])
  mustBeHours(input)
  const { bodyId, unitPath } = actor
  await store.insertShifts(tx, [{ ...input, bodyId, unitPath }])
  await recordAudit(tx, actor, 'shift.added', input.id, hoursOf(input))
  await announce(tx, 'duty', actor.unitPath)
  return { id: input.id, version: 1 }
}

export async function editShift(tx: Db, actor: Actor, clock: Clock, id: string, input: EditShift) {
  const before = await mustPlan(tx, actor, id)
  const { version, ...changes } = input
  const after = {
    ...before,
    ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
    version,
  }
  if (version !== before.version) throw staleShift(before, version)
  if (after.accountId !== before.accountId) await mustBePeople(tx, actor, clock, [after.accountId])
  mustBeHours(after)
  const saved = await store.saveShift(tx, after)
  if (!saved) throw staleShift(await mustPlan(tx, actor, id), version)
  await recordAudit(tx, actor, 'shift.edited', id, { before: hoursOf(before), after: hoursOf(after) })
  await announce(tx, 'duty', actor.unitPath)
  return { id, version: saved.version }
}

export async function cancelShift(
  tx: Db,
  actor: Actor,
  id: string,
  input: { version: number; reason: string },
) {
  const before = await mustPlan(tx, actor, id)
  const saved = await store.cancelShift(tx, id, input.version, input.reason)
  if (!saved) throw staleShift(await mustPlan(tx, actor, id), input.version)
  await recordAudit(tx, actor, 'shift.cancelled', id, { ...hoursOf(before), reason: input.reason })
  await announce(tx, 'duty', actor.unitPath)
  return { id, version: saved.version }
}

export function staleShift(shift: store.StoredShift, expected: number) {
  if (shift.state === 'cancelled')
    return problem.illegalMove({ what: 'shift', from: 'cancelled', event: 'edit' })
  const { unitPath: _path, state: _state, ...current } = shift
  return problem.stale({ what: 'shift', expected, actual: shift.version, current })
}

const hoursOf = ({
  accountId,
  startsAt,
  endsAt,
}: {
  accountId: string
  startsAt: string
  endsAt: string
}) => ({
  accountId,
  startsAt,
  endsAt,
})

function mustBeHours({ startsAt, endsAt }: { startsAt: string; endsAt: string }) {
  const hours = (Date.parse(endsAt) - Date.parse(startsAt)) / 3_600_000
  if (hours > 0 && hours <= 36) return
  throw problem.incomplete({
    issues: [{ path: 'endsAt', found: endsAt, expected: 'sau giờ bắt đầu, một ca dài nhất 36 giờ' }],
  })
}
