import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import type { Clock } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/db.ts'
import { announce } from '#platform/server/live.ts'
import { problem } from '#platform/server/problem.ts'
import type { WriteHandover } from '../../domain/index.ts'
import { countIncidentsIn } from '../incidents/filter-store.ts'
import { dutyNow } from '../moments.ts'
import * as store from './store.ts'

/** What is open and what to watch, from the one who goes to the one who comes. How many are open is counted, not typed. */
export async function writeHandover(tx: Db, actor: Actor, clock: Clock, input: WriteHandover) {
  const now = dutyNow(clock)
  const before = new Date(Date.parse(now) - 3_600_000).toISOString()
  const around = await store.listShifts(tx, actor.bodyId, before, now)
  const open = await countIncidentsIn(tx, actor, 'desk', clock.now())
  await store.insertHandover(tx, {
    ...input,
    bodyId: actor.bodyId,
    unitPath: actor.unitPath,
    shiftId: around.find((shift) => shift.accountId === actor.accountId)?.id ?? null,
    accountId: actor.accountId,
    openCount: open.open,
  })
  await recordAudit(tx, actor, 'handover.written', input.id, { open: open.open })
  await announce(tx, 'duty', actor.unitPath)
  return { id: input.id }
}

/** By the one who comes: nobody confirms to himself, and it is confirmed once. */
export async function confirmHandover(tx: Db, actor: Actor, id: string) {
  const handover = await store.findHandover(tx, id)
  if (handover?.bodyId !== actor.bodyId) throw problem.notFound({ what: 'handover', id })
  if (handover.writtenBy === actor.accountId) throw problem.forbidden({ action: 'duty.confirm' })
  if ((await store.confirmHandover(tx, id, actor.accountId)) === 0)
    throw problem.illegalMove({ what: 'handover', from: 'confirmed', event: 'confirm' })
  await recordAudit(tx, actor, 'handover.confirmed', id)
  await announce(tx, 'duty', actor.unitPath)
  return { id }
}
