import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import type { Clock } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/db.ts'
import { announce, announceTo } from '#platform/server/live.ts'
import { problem } from '#platform/server/problem.ts'
import type { AskSwap } from '../../domain/index.ts'
import { dutyNow } from '../moments.ts'
import { mustPlan, staleShift } from './plan.ts'
import * as store from './store.ts'

/** One asks for one's own shift; it stays one's own until the other has said yes. */
export async function askSwap(tx: Db, actor: Actor, clock: Clock, input: AskSwap) {
  const shift = await mustPlan(tx, actor, input.shiftId)
  if (shift.accountId !== actor.accountId) throw problem.forbidden({ action: 'duty.swap' })
  const people = await store.listPeople(tx, actor.bodyId, clock.today())
  const other = people.find((p) => p.accountId === input.askedOf && p.accountId !== actor.accountId)
  const back = input.returnId ? await mustPlan(tx, actor, input.returnId) : undefined
  const issues = [
    ...(other ? [] : [{ path: 'askedOf', found: input.askedOf, expected: 'một người khác cùng cơ quan' }]),
    ...(back && back.accountId !== input.askedOf
      ? [{ path: 'returnId', found: back.personName, expected: 'một ca của người được đề nghị' }]
      : []),
    ...(shift.state === 'cancelled' || shift.startsAt <= dutyNow(clock)
      ? [{ path: 'shiftId', found: shift.startsAt, expected: 'một ca chưa bắt đầu' }]
      : []),
  ]
  if (issues.length > 0) throw problem.incomplete({ issues })
  await store.insertSwap(tx, {
    id: input.id,
    bodyId: actor.bodyId,
    unitPath: actor.unitPath,
    shiftId: shift.id,
    returnId: back?.id ?? null,
    askedBy: actor.accountId,
    askedOf: input.askedOf,
    reason: input.reason,
  })
  await recordAudit(tx, actor, 'swap.asked', input.id, { shift: shift.id, of: input.askedOf })
  await announce(tx, 'duty', actor.unitPath)
  await announceTo(tx, 'duty', input.askedOf)
  return { id: input.id, state: 'asked' as const }
}

async function mustSeeSwap(tx: Db, actor: Actor, id: string) {
  const swap = await store.findSwap(tx, id)
  if (swap?.bodyId !== actor.bodyId) throw problem.notFound({ what: 'swap', id })
  return swap
}

/** Both shifts change hands, or neither: a shift that was changed meanwhile, or has begun, stays where it is. */
export async function acceptSwap(tx: Db, actor: Actor, clock: Clock, id: string, answer: string) {
  const swap = await mustSeeSwap(tx, actor, id)
  if (swap.askedOf !== actor.accountId) throw problem.forbidden({ action: 'duty.swap' })
  if ((await store.answerSwap(tx, id, 'accepted', answer)) === 0)
    throw problem.illegalMove({
      what: 'swap',
      from: (await mustSeeSwap(tx, actor, id)).state,
      event: 'accept',
    })
  await handOver(tx, actor, clock, swap.shiftId, swap.askedBy, swap.askedOf)
  if (swap.returnId) await handOver(tx, actor, clock, swap.returnId, swap.askedOf, swap.askedBy)
  return finish(tx, actor, swap, 'accepted')
}

async function handOver(tx: Db, actor: Actor, clock: Clock, shiftId: string, from: string, to: string) {
  const shift = await mustPlan(tx, actor, shiftId)
  const free = shift.state === 'planned' && shift.accountId === from && shift.startsAt > dutyNow(clock)
  if (!free || !(await store.saveShift(tx, { ...shift, accountId: to })))
    throw staleShift(shift, shift.version)
}

export async function declineSwap(tx: Db, actor: Actor, id: string, answer: string) {
  const swap = await mustSeeSwap(tx, actor, id)
  if (swap.askedOf !== actor.accountId) throw problem.forbidden({ action: 'duty.swap' })
  if ((await store.answerSwap(tx, id, 'declined', answer)) === 0)
    throw problem.illegalMove({ what: 'swap', from: swap.state, event: 'decline' })
  return finish(tx, actor, swap, 'declined')
}

export async function withdrawSwap(tx: Db, actor: Actor, id: string, answer: string) {
  const swap = await mustSeeSwap(tx, actor, id)
  if (swap.askedBy !== actor.accountId) throw problem.forbidden({ action: 'duty.swap' })
  if ((await store.answerSwap(tx, id, 'withdrawn', answer)) === 0)
    throw problem.illegalMove({ what: 'swap', from: swap.state, event: 'withdraw' })
  return finish(tx, actor, swap, 'withdrawn')
}

async function finish<S extends 'accepted' | 'declined' | 'withdrawn'>(
  tx: Db,
  actor: Actor,
  swap: { id: string; shiftId: string; askedBy: string },
  state: S,
) {
  await recordAudit(tx, actor, `swap.${state}`, swap.id, { shift: swap.shiftId })
  await announce(tx, 'duty', actor.unitPath)
  await announceTo(tx, 'duty', swap.askedBy)
  return { id: swap.id, state }
}
