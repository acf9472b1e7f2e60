import { createHash } from 'node:crypto'

import ical from 'ical-generator'

import { actorForOffice } from '#registry/accounts/server/index.ts'
import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import type { Database, Db } from '#platform/server/db.ts'
import { asSystem, reading } from '#platform/server/edge.ts'
import { problem } from '#platform/server/problem.ts'
import type { CreateCalendar } from '../domain/index.ts'
import * as store from './calendar-store.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** The secret was made on the device; kept is its hash, which tells nobody the address. */
export async function createCalendar(tx: Db, actor: Actor, { id, label, token }: CreateCalendar) {
  const wrong = /[^A-Za-z0-9_-]/.exec(token)
  if (wrong) {
    const expected = '43 chữ cái, chữ số, gạch nối hoặc gạch dưới'
    throw problem.invalid({ where: 'token', issues: [{ path: 'token', found: wrong[0], expected }] })
  }
  await store.insertCalendar(tx, { id, label, accountId: actor.accountId, tokenHash: hashOf(token) })
  await recordAudit(tx, actor, 'calendar.created', id, { label })
  return { tokens: await store.listCalendars(tx, actor.accountId) }
}

export async function revokeCalendar(tx: Db, actor: Actor, id: string) {
  if (!(await store.revokeCalendar(tx, actor.accountId, id))) throw problem.notFound({ what: 'calendar', id })
  await recordAudit(tx, actor, 'calendar.revoked', id)
  return { tokens: await store.listCalendars(tx, actor.accountId) }
}

/**
 * The deadlines of the office that the account holds today, read with that office’s own rights. An account that was
 * disabled or holds no office any more has no calendar, as one whose address was revoked.
 */
export async function readCalendar(db: Database, address: string, today: string): Promise<string> {
  const token = address.replace(/\.ics$/, '')
  const owner = await store.findCalendarOwner(db, hashOf(token))
  const actor = owner && (await actorForOffice(db, owner.username, today).catch(() => undefined))
  if (!owner || !actor?.permissions.has('directives.inbox'))
    throw problem.notFound({ what: 'calendar', id: '' })
  await asSystem(db, [], (tx) => store.noteUse(tx, owner.id))
  const deadlines = await reading(db, actor, (tx) => store.listDeadlines(tx, actor.bodyId, today))
  return drawCalendar(deadlines)
}

const parts = { lead: 'Chủ trì', coordinate: 'Phối hợp', 'report-to': 'Nhận báo cáo', direct: 'Được chỉ đạo' }

function drawCalendar(deadlines: readonly store.CalendarDeadline[]): string {
  const calendar = ical({
    name: 'Pháo Đài: thời hạn nhiệm vụ',
    prodId: { company: 'phaodai', product: 'deadlines', language: 'VI' },
    ttl: 3600,
  })
  for (const deadline of deadlines) {
    const { taskId, part, dueOn, quote, directiveNumber, directiveTitle } = deadline
    const short = quote.length > 120 ? `${quote.slice(0, 119)}…` : quote
    calendar.createEvent({
      id: `${taskId}-${part}@phaodai`,
      // A day, not an instant: the calendar of a phone elsewhere must not move it.
      start: new Date(`${dueOn}T00:00:00Z`),
      timezone: 'UTC',
      stamp: new Date(`${dueOn}T00:00:00Z`),
      allDay: true,
      summary: `${parts[part]}: ${short}`,
      description: `${quote}\n\n${[directiveNumber, directiveTitle].filter(Boolean).join(' – ')}`,
    })
  }
  return calendar.toString()
}
