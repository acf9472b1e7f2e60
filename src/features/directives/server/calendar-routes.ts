import { z } from 'zod'

import type { App } from '#platform/server/app.ts'
import { reading } from '#platform/server/edge.ts'
import { once } from '#platform/server/once.ts'
import { CalendarTokens, CreateCalendar } from '../domain/index.ts'
import { createCalendar, readCalendar, revokeCalendar } from './calendar.ts'
import { listCalendars } from './calendar-store.ts'

const inbox = { access: { may: 'directives.inbox' } } as const

/** Deadlines for the calendar of a phone, which knows no session: whoever knows the address reads it. */
export function calendarRoutes(app: App): void {
  const { db, clock } = app
  app.get(
    '/api/calendar-tokens',
    { schema: { response: { 200: CalendarTokens } }, config: inbox },
    ({ actor }) => reading(db, actor, async (tx) => ({ tokens: await listCalendars(tx, actor.accountId) })),
  )
  app.post(
    '/api/calendar-tokens',
    { schema: { body: CreateCalendar, response: { 200: CalendarTokens } }, config: inbox },
    // What is remembered of the request is a hash of it: the secret is kept nowhere.
    ({ actor, body }) => once(db, actor, CalendarTokens, body, (tx) => createCalendar(tx, actor, body)),
  )
  app.post(
    '/api/calendar-tokens/:id/revoke',
    { schema: { params: z.object({ id: z.uuid() }), response: { 200: CalendarTokens } }, config: inbox },
    ({ actor, params }) =>
      once(db, actor, CalendarTokens, ['revoke', params], (tx) => revokeCalendar(tx, actor, params.id)),
  )
  app.get(
    '/api/calendar/:token',
    { schema: { params: z.object({ token: z.string().min(20).max(100) }) }, config: { access: 'public' } },
    async ({ params }, reply) => {
      const calendar = await readCalendar(db, params.token, clock.today())
      return reply
        .header('content-type', 'text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="phaodai.ics"')
        .send(calendar)
    },
  )
}
