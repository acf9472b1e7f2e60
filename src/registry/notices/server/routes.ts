import { listOfficesHeld } from '#registry/accounts/server/index.ts'
import type { Actor } from '#platform/server/actor.ts'
import type { App } from '#platform/server/app.ts'
import type { Db } from '#platform/server/db.ts'
import { reading } from '#platform/server/edge.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { once } from '#platform/server/once.ts'
import {
  ConfirmAddress,
  ListNotices,
  MarkRead,
  NoticeGroups,
  Preferences,
  SavePreferences,
  SetAddress,
  Unread,
} from '../domain/index.ts'
import * as actions from './actions.ts'
import type { NoticeKind } from './kinds.ts'
import * as store from './store.ts'
import { deliverQueue } from './tell.ts'

export interface NoticeParts {
  kinds: readonly NoticeKind[]
  jobs: Jobs
  /** Whether mail can be sent; the page says so when it cannot. */
  mailReady: boolean
}

const config = { access: 'signed-in' } as const

/** One's own notices and how one wants them. Everybody who is signed in has them, and nobody has another's. */
export const noticeRoutes = (parts: NoticeParts) => (app: App) => {
  const { kinds, jobs } = parts
  const bodiesOf = async (tx: Db, actor: Actor) =>
    (await listOfficesHeld(tx, actor.accountId, app.clock.today())).map((office) => office.bodyId)

  app.get(
    '/api/notices',
    { schema: { querystring: ListNotices, response: { 200: NoticeGroups } }, config },
    async ({ actor, query }) =>
      reading(app.db, actor, async (tx) => {
        const bodies = await bodiesOf(tx, actor)
        const { rows, total } = await store.listGroups(tx, actor.accountId, bodies, query)
        return { total, rows: rows.map((row) => actions.inWords(row, kinds, actor.language)) }
      }),
  )
  app.get('/api/notices/unread', { schema: { response: { 200: Unread } }, config }, async ({ actor }) =>
    reading(app.db, actor, async (tx) => ({
      unread: await store.countUnread(tx, actor.accountId, await bodiesOf(tx, actor)),
    })),
  )
  app.post(
    '/api/notices/read',
    { schema: { body: MarkRead, response: { 200: Unread } }, config },
    async ({ actor, body }) =>
      once(app.db, actor, Unread, body, async (tx) => {
        const bodies = await bodiesOf(tx, actor)
        await actions.markRead(tx, actor, bodies, body)
        return { unread: await store.countUnread(tx, actor.accountId, bodies) }
      }),
  )
  app.get(
    '/api/notices/preferences',
    { schema: { response: { 200: Preferences } }, config },
    async ({ actor }) => reading(app.db, actor, (tx) => actions.viewPreferences(tx, actor, parts)),
  )
  app.put(
    '/api/notices/preferences',
    { schema: { body: SavePreferences, response: { 200: Preferences } }, config },
    async ({ actor, body }) =>
      once(app.db, actor, Preferences, body, (tx) => actions.savePreferences(tx, actor, body, parts)),
  )
  app.post(
    '/api/notices/address',
    { schema: { body: SetAddress, response: { 200: Preferences } }, config },
    async ({ actor, body }) =>
      once(app.db, actor, Preferences, body, async (tx) => {
        const answer = await actions.setAddress(tx, actor, body.address, parts)
        await jobs.send(tx, deliverQueue, {})
        return answer
      }),
  )
  app.post(
    '/api/notices/address/confirm',
    { schema: { body: ConfirmAddress, response: { 200: Preferences } }, config },
    async ({ actor, body }) => actions.confirmAddress(app.db, actor, body.code, app.clock.now(), parts),
  )
}
