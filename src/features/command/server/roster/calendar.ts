import { createHash } from 'node:crypto'

import ical from 'ical-generator'

import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import type { Clock } from '#platform/server/clock.ts'
import type { Database, Db } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import { problem } from '#platform/server/problem.ts'
import type { MakeCalendar } from '../../domain/index.ts'
import { dutyNow } from '../moments.ts'
import { findCalendarOwner, findLiveCalendar, insertCalendar, revokeCalendars } from './calendar-store.ts'
import { listHours } from './store.ts'

/** The secret is 256 random bits: a plain hash of it cannot be guessed back, and looking it up costs one index probe. */
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

export async function calendarState(tx: Db, actor: Actor) {
  return { madeAt: (await findLiveCalendar(tx, actor.accountId))?.madeAt ?? null }
}

/** A new address; the one before stops working. */
export async function makeCalendar(tx: Db, actor: Actor, input: MakeCalendar) {
  await revokeCalendars(tx, actor.accountId)
  await insertCalendar(tx, { id: input.id, accountId: actor.accountId, tokenHash: hashOf(input.token) })
  await recordAudit(tx, actor, 'duty-calendar.made', input.id)
  return calendarState(tx, actor)
}

export async function revokeCalendar(tx: Db, actor: Actor) {
  await revokeCalendars(tx, actor.accountId)
  await recordAudit(tx, actor, 'duty-calendar.revoked', actor.accountId)
  return { madeAt: null }
}

const dayMs = 86_400_000

/** Own shifts of the last 31 and the next 92 days: hours and the desk, nothing of what happens there. */
export async function calendarOf(db: Database, clock: Clock, token: string): Promise<string> {
  const now = Date.parse(dutyNow(clock))
  const [from, to] = [new Date(now - 31 * dayMs).toISOString(), new Date(now + 92 * dayMs).toISOString()]
  const shifts = await asSystem(db, [], async (tx) => {
    const owner = await findCalendarOwner(tx, hashOf(token))
    return owner && listHours(tx, [owner.accountId], from, to)
  })
  if (!shifts) throw problem.notFound({ what: 'page', id: 'calendar' })
  const calendar = ical({
    name: 'Ca trực – Pháo Đài',
    prodId: { company: 'phaodai', product: 'duty', language: 'VI' },
    ttl: 900,
  })
  for (const shift of shifts) {
    calendar.createEvent({
      id: `${shift.id}@phaodai`,
      start: new Date(shift.startsAt),
      end: new Date(shift.endsAt),
      summary: `Trực ban: ${shift.bodyName}`,
      alarms: [{ type: 'display' as never, trigger: 3600 }],
    })
  }
  return calendar.toString()
}
