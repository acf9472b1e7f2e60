import { z } from 'zod'

import type { App } from '#platform/server/app.ts'
import { download } from '#platform/server/download.ts'
import { reading } from '#platform/server/edge.ts'
import { once } from '#platform/server/once.ts'
import {
  BoardPage,
  CountTasks,
  EndSupersession,
  ExportTasks,
  FollowUpReport,
  ListTasks,
  RemindBody,
  Reminded,
  ReminderLetter,
  RemindTask,
  SearchDirectives,
  SearchPage,
  SupersedeDirective,
  Superseded,
  SupersessionLinks,
  TaskCounts,
} from '../domain/index.ts'
import { mustSee } from './access.ts'
import { listBoard } from './board-store.ts'
import { countTasks } from './count-store.ts'
import { drawPaper, followUpReport, reminderLetter } from './papers.ts'
import { exportBoard } from './register-export.ts'
import { remindBody, remindTask, type Tell } from './reminders.ts'
import { searchDirectives } from './search.ts'
import { mustFitSheet, sheetLimit } from './sheet-file.ts'
import { endSupersession, supersede } from './supersede.ts'
import { listSupersededBy, listSupersedes } from './supersede-store.ts'

const Id = z.object({ id: z.uuid() })
const SupersessionId = Id.extend({ supersessionId: z.uuid() })
const followUp = { access: { may: 'tasks.follow-up' } } as const

/** What an office issued and follows up: lists, counts, reminders, and what a later document replaced. */
export const boardRoutes = (tell: Tell) => (app: App) => {
  const { db, clock } = app
  app.get(
    '/api/tasks',
    { schema: { querystring: ListTasks, response: { 200: BoardPage } }, config: followUp },
    ({ actor, query }) => reading(db, actor, (tx) => listBoard(tx, actor, query, clock.today())),
  )
  app.get(
    '/api/tasks/export',
    { schema: { querystring: ExportTasks }, config: followUp },
    async (request, reply) => {
      const { format, ...filter } = request.query
      const list = { ...filter, offset: 0, limit: sheetLimit }
      const { rows, total, today } = await reading(db, request.actor, (tx) =>
        listBoard(tx, request.actor, list, clock.today()),
      )
      mustFitSheet(total)
      return download(reply, await exportBoard(rows, today, format))
    },
  )
  app.get(
    '/api/tasks/counts',
    { schema: { querystring: CountTasks, response: { 200: TaskCounts } }, config: followUp },
    ({ actor, query }) => reading(db, actor, (tx) => countTasks(tx, actor, query, clock.today())),
  )
  app.post(
    '/api/tasks/:id/reminders',
    {
      schema: { params: Id, body: RemindTask, response: { 200: Reminded } },
      config: { access: { may: 'tasks.follow-up', subject: 'task' } },
    },
    ({ actor, params, body }) =>
      once(db, actor, Reminded, ['remind', params, body], (tx) =>
        remindTask(tx, actor, params.id, body, { today: clock.today(), tell }),
      ),
  )
  app.post(
    '/api/reminders',
    { schema: { body: RemindBody, response: { 200: Reminded } }, config: followUp },
    ({ actor, body }) =>
      once(db, actor, Reminded, ['remind-body', body], (tx) =>
        remindBody(tx, actor, body, { today: clock.today(), tell }),
      ),
  )
  app.get(
    '/api/directives/search',
    {
      schema: { querystring: SearchDirectives, response: { 200: SearchPage } },
      config: { access: { may: 'directives.inbox' } },
    },
    ({ actor, query }) => reading(db, actor, (tx) => searchDirectives(tx, actor, query)),
  )
  paperRoutes(app)
  supersedeRoutes(app)
}

function paperRoutes(app: App) {
  const { db, clock } = app
  app.get(
    '/api/reminders/letter',
    { schema: { querystring: ReminderLetter }, config: followUp },
    async ({ actor, query }, reply) => {
      const paper = await reading(db, actor, (tx) => reminderLetter(tx, actor, query, clock.today()))
      return download(reply, await drawPaper(paper))
    },
  )
  app.get(
    '/api/follow-up-report',
    { schema: { querystring: FollowUpReport }, config: followUp },
    async ({ actor, query }, reply) => {
      const paper = await reading(db, actor, (tx) => followUpReport(tx, actor, query, clock.today()))
      return download(reply, await drawPaper(paper))
    },
  )
}

function supersedeRoutes(app: App) {
  const { db } = app
  const change = { access: { may: 'tasks.follow-up', subject: 'directive' } } as const
  app.get(
    '/api/directives/:id/supersessions',
    {
      schema: { params: Id, response: { 200: SupersessionLinks } },
      config: { access: { may: 'directives.inbox', subject: 'directive' } },
    },
    ({ actor, params }) =>
      reading(db, actor, async (tx) => {
        await mustSee(tx, actor, params.id)
        return {
          supersededBy: await listSupersededBy(tx, actor, params.id),
          supersedes: await listSupersedes(tx, actor, params.id),
        }
      }),
  )
  app.post(
    '/api/directives/:id/supersede',
    { schema: { params: Id, body: SupersedeDirective, response: { 200: Superseded } }, config: change },
    ({ actor, params, body }) =>
      once(db, actor, Superseded, ['supersede', params, body], (tx) => supersede(tx, actor, params.id, body)),
  )
  app.post(
    '/api/directives/:id/supersessions/:supersessionId/end',
    {
      schema: { params: SupersessionId, body: EndSupersession, response: { 200: Superseded } },
      config: change,
    },
    ({ actor, params, body }) =>
      once(db, actor, Superseded, ['end', params, body], (tx) =>
        endSupersession(tx, actor, params.id, params.supersessionId, body.reason),
      ),
  )
}
