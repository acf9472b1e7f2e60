import { type Actor, covers } from '#platform/server/actor.ts'
import type { Clock } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import {
  doubleBookings,
  type DutyNow,
  gapsIn,
  type OnDuty,
  type ReadRoster,
  restRule,
  type Roster,
  type RosterFindings,
  type Shift,
  shortRests,
} from '../../domain/index.ts'
import { type Desk, findDesk, listDesksFor } from '../desk-store.ts'
import { dutyNow } from '../moments.ts'
import * as store from './store.ts'

/** How far ahead a hole is looked for, so that it shows before it happens. */
const aheadDays = 14
const dayMs = 86_400_000
const startOf = (day: string) => new Date(`${day}T00:00:00+07:00`).toISOString()
export const addDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

/** One's own desk, or, for whoever watches the situation, one in the units one covers. */
async function mustSeeDesk(tx: Db, actor: Actor, bodyId: string): Promise<Desk> {
  const desk = await findDesk(tx, bodyId)
  const seen =
    desk &&
    (bodyId === actor.bodyId || (actor.permissions.has('situation.read') && covers(actor, desk.unitPath)))
  if (!seen) throw problem.notFound({ what: 'body', id: bodyId })
  return desk
}

export async function viewRoster(tx: Db, actor: Actor, clock: Clock, query: ReadRoster): Promise<Roster> {
  const desk = await mustSeeDesk(tx, actor, query.body ?? actor.bodyId)
  const from = query.from ?? clock.today()
  const to = query.to ?? addDays(from, aheadDays - 1)
  if (to < from || addDays(from, 92) < to)
    throw problem.invalid({
      where: 'querystring',
      issues: [{ path: 'to', found: to, expected: 'trong 92 ngày kể từ ngày đầu' }],
    })
  const span = { from: startOf(from), to: startOf(addDays(to, 1)) }
  const now = dutyNow(clock)
  const shifts = await store.listShifts(tx, desk.id, span.from, span.to)
  return {
    body: { id: desk.id, name: desk.name },
    from,
    to,
    now,
    shifts,
    // What is past can no longer be mended: holes are looked for from now on.
    findings: await findingsOf(tx, shifts, { from: span.from < now ? now : span.from, to: span.to }),
    people: await store.listPeople(tx, desk.id, clock.today()),
    swaps: await store.listSwaps(tx, desk.id),
    mayPlan: actor.permissions.has('duty.plan') && desk.id === actor.bodyId,
    restRule,
  }
}

async function findingsOf(
  tx: Db,
  shifts: readonly Shift[],
  span: { from: string; to: string },
): Promise<RosterFindings> {
  if (span.from >= span.to) return { gaps: [], doubles: [], shortRests: [] }
  const ahead = shifts.filter((shift) => shift.endsAt > span.from)
  const own = new Set(shifts.map((shift) => shift.id))
  const names = new Map(shifts.map((shift) => [shift.accountId, shift.personName]))
  const elsewhere = (
    await store.listHours(
      tx,
      [...names.keys()],
      new Date(Date.parse(span.from) - dayMs).toISOString(),
      new Date(Date.parse(span.to) + dayMs).toISOString(),
    )
  ).filter((hours) => !own.has(hours.id))
  const named = <T extends { accountId: string }>(finding: T) => ({
    ...finding,
    personName: names.get(finding.accountId) ?? '',
  })
  return {
    gaps: gapsIn(shifts, span),
    doubles: doubleBookings(ahead, elsewhere).map(({ otherId, ...double }) => ({
      ...named(double),
      elsewhere: !own.has(otherId),
    })),
    shortRests: shortRests(ahead, elsewhere).map(({ beforeId: _, ...rest }) => named(rest)),
  }
}

/** Who is on duty where it concerns this office, and what waits for this person. */
export async function viewDutyNow(tx: Db, actor: Actor, clock: Clock): Promise<DutyNow> {
  const now = dutyNow(clock)
  const chain = await listDesksFor(tx, actor.unitPath, clock.today())
  const own = actor.permissions.has('incidents.handle') ? await findDesk(tx, actor.bodyId) : undefined
  const desks = own && !chain.some((desk) => desk.id === own.id) ? [own, ...chain] : chain
  return {
    now,
    desks: await onDutyAt(tx, desks, now),
    own: own ? await standingOfDesk(tx, own, now, startOf(addDays(clock.today(), aheadDays))) : null,
    handovers: own ? await store.listHandovers(tx, own.id, 5) : [],
    swapsForMe: await store.countSwapsFor(tx, actor.accountId),
  }
}

async function standingOfDesk(
  tx: Db,
  desk: Desk,
  now: string,
  to: string,
): Promise<NonNullable<DutyNow['own']>> {
  const shifts = await store.listShifts(tx, desk.id, now, to)
  const found = await findingsOf(tx, shifts, { from: now, to })
  return {
    onDuty: shifts.some((shift) => shift.startsAt <= now && now < shift.endsAt),
    gaps: found.gaps.length,
    doubles: found.doubles.length,
    shortRests: found.shortRests.length,
    nextGap: found.gaps[0] ?? null,
  }
}

export async function onDutyAt(tx: Db, desks: readonly Desk[], now: string): Promise<OnDuty[]> {
  const until = new Date(Date.parse(now) + dayMs).toISOString()
  const hours = await store.listDeskHours(
    tx,
    desks.map((desk) => desk.id),
    now,
    until,
  )
  return desks.map((desk) => {
    const here = hours
      .filter((h) => h.bodyId === desk.id)
      .map(({ personName, startsAt, endsAt }) => ({ personName, startsAt, endsAt }))
    return {
      bodyId: desk.id,
      bodyName: desk.name,
      unitName: desk.unitName,
      now: here.filter((h) => h.startsAt <= now),
      next: here.find((h) => h.startsAt > now) ?? null,
    }
  })
}
