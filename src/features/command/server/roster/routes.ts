import { z } from 'zod'

import type { App } from '#platform/server/app.ts'
import { download } from '#platform/server/download.ts'
import { reading } from '#platform/server/edge.ts'
import { once } from '#platform/server/once.ts'
import {
  AddShift,
  AnswerSwap,
  AskSwap,
  CalendarState,
  CancelShift,
  Done,
  DutyNow,
  EditShift,
  Generated,
  GenerateRoster,
  Handover,
  MakeCalendar,
  ReadLogbook,
  ReadRoster,
  Roster,
  SavedShift,
  SwapState,
  WriteHandover,
} from '../../domain/index.ts'
import { LogEntry } from '../../domain/index.ts'
import { findDesk } from '../desk-store.ts'
import { logbook } from '../incidents/papers.ts'
import { listDeskLog } from '../incidents/store.ts'
import { dutyNow, realSpan } from '../moments.ts'
import { calendarOf, calendarState, makeCalendar, revokeCalendar } from './calendar.ts'
import { confirmHandover, writeHandover } from './handovers.ts'
import { addShift, cancelShift, editShift, generateRoster } from './plan.ts'
import { listHandovers } from './store.ts'
import { acceptSwap, askSwap, declineSwap, withdrawSwap } from './swaps.ts'
import { viewDutyNow, viewRoster } from './views.ts'

const Id = z.object({ id: z.uuid() })
const plan = { access: { may: 'duty.plan' } } as const
const planOne = { access: { may: 'duty.plan', subject: 'shift' } } as const
const handle = { access: { may: 'incidents.handle' } } as const

/** The roster, its holes, swaps, hand-over and calendar of the duty desk (BT-0904 §4). */
export function rosterRoutes(app: App) {
  readRoutes(app)
  planRoutes(app)
  swapRoutes(app)
  handoverRoutes(app)
  calendarRoutes(app)
}

function readRoutes(app: App) {
  const { db, clock } = app
  app.get(
    '/api/duty/roster',
    {
      schema: { querystring: ReadRoster, response: { 200: Roster } },
      config: { access: { may: 'command.read' } },
    },
    ({ actor, query }) => reading(db, actor, (tx) => viewRoster(tx, actor, clock, query)),
  )
  app.get(
    '/api/duty/now',
    { schema: { response: { 200: DutyNow } }, config: { access: { may: 'incidents.report' } } },
    ({ actor }) => reading(db, actor, (tx) => viewDutyNow(tx, actor, clock)),
  )
  app.get(
    '/api/duty/logbook',
    { schema: { querystring: ReadLogbook }, config: handle },
    async ({ actor, query }, reply) => {
      const to = query.to ?? dutyNow(clock)
      const from = query.from ?? new Date(Date.parse(to) - 12 * 3_600_000).toISOString()
      const span = realSpan(clock, { from, to })
      const { entries, desk } = await reading(db, actor, async (tx) => ({
        entries: await listDeskLog(tx, actor.bodyId, span.from, span.to),
        desk: (await findDesk(tx, actor.bodyId))?.name ?? '',
      }))
      if (!query.format) return { rows: z.array(LogEntry).parse(entries), from, to }
      return download(reply, await logbook(entries, desk, span, clock.today(), query.format))
    },
  )
}

function planRoutes(app: App) {
  const { db, clock } = app
  app.post(
    '/api/duty/roster',
    { schema: { body: GenerateRoster, response: { 200: Generated } }, config: plan },
    ({ actor, body }) => once(db, actor, Generated, body, (tx) => generateRoster(tx, actor, clock, body)),
  )
  app.post(
    '/api/duty/shifts',
    { schema: { body: AddShift, response: { 200: SavedShift } }, config: plan },
    ({ actor, body }) => once(db, actor, SavedShift, body, (tx) => addShift(tx, actor, clock, body)),
  )
  app.post(
    '/api/duty/shifts/:id',
    { schema: { params: Id, body: EditShift, response: { 200: SavedShift } }, config: planOne },
    ({ actor, params, body }) =>
      once(db, actor, SavedShift, [params, body], (tx) => editShift(tx, actor, clock, params.id, body)),
  )
  app.post(
    '/api/duty/shifts/:id/cancel',
    { schema: { params: Id, body: CancelShift, response: { 200: SavedShift } }, config: planOne },
    ({ actor, params, body }) =>
      once(db, actor, SavedShift, ['cancel', params, body], (tx) => cancelShift(tx, actor, params.id, body)),
  )
}

function swapRoutes(app: App) {
  const { db, clock } = app
  app.post(
    '/api/duty/swaps',
    { schema: { body: AskSwap, response: { 200: SwapState } }, config: plan },
    ({ actor, body }) => once(db, actor, SwapState, body, (tx) => askSwap(tx, actor, clock, body)),
  )
  const schema = { params: Id, body: AnswerSwap, response: { 200: SwapState } }
  app.post('/api/duty/swaps/:id/accept', { schema, config: plan }, ({ actor, params, body }) =>
    once(db, actor, SwapState, ['accept', params, body], (tx) =>
      acceptSwap(tx, actor, clock, params.id, body.answer),
    ),
  )
  app.post('/api/duty/swaps/:id/decline', { schema, config: plan }, ({ actor, params, body }) =>
    once(db, actor, SwapState, ['decline', params, body], (tx) =>
      declineSwap(tx, actor, params.id, body.answer),
    ),
  )
  app.post('/api/duty/swaps/:id/withdraw', { schema, config: plan }, ({ actor, params, body }) =>
    once(db, actor, SwapState, ['withdraw', params, body], (tx) =>
      withdrawSwap(tx, actor, params.id, body.answer),
    ),
  )
}

function handoverRoutes(app: App) {
  const { db, clock } = app
  app.get(
    '/api/duty/handovers',
    { schema: { response: { 200: z.object({ rows: z.array(Handover) }) } }, config: handle },
    ({ actor }) => reading(db, actor, async (tx) => ({ rows: await listHandovers(tx, actor.bodyId, 50) })),
  )
  app.post(
    '/api/duty/handovers',
    { schema: { body: WriteHandover, response: { 200: Done } }, config: handle },
    ({ actor, body }) => once(db, actor, Done, body, (tx) => writeHandover(tx, actor, clock, body)),
  )
  app.post(
    '/api/duty/handovers/:id/confirm',
    { schema: { params: Id, response: { 200: Done } }, config: handle },
    ({ actor, params }) =>
      once(db, actor, Done, ['confirm', params], (tx) => confirmHandover(tx, actor, params.id)),
  )
}

function calendarRoutes(app: App) {
  const { db, clock } = app
  app.get('/api/duty/calendar', { schema: { response: { 200: CalendarState } }, config: plan }, ({ actor }) =>
    reading(db, actor, (tx) => calendarState(tx, actor)),
  )
  app.post(
    '/api/duty/calendar',
    { schema: { body: MakeCalendar, response: { 200: CalendarState } }, config: plan },
    // What is remembered of the request is a hash of it: the secret is nowhere kept.
    ({ actor, body }) => once(db, actor, CalendarState, body, (tx) => makeCalendar(tx, actor, body)),
  )
  app.post(
    '/api/duty/calendar/revoke',
    { schema: { response: { 200: CalendarState } }, config: plan },
    ({ actor }) => once(db, actor, CalendarState, 'revoke', (tx) => revokeCalendar(tx, actor)),
  )
  // Calendar programs cannot sign in: the address itself is the secret.
  app.get(
    '/api/duty/calendar/:token.ics',
    {
      schema: { params: z.object({ token: z.string().max(100) }) },
      config: { access: 'public' },
    },
    async ({ params }, reply) =>
      reply
        .header('content-type', 'text/calendar; charset=utf-8')
        .send(await calendarOf(db, clock, params.token)),
  )
}
