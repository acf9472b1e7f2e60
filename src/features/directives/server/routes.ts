import { z } from 'zod'

import type { App } from '#platform/server/app.ts'
import { download } from '#platform/server/download.ts'
import { reading } from '#platform/server/edge.ts'
import { readFile } from '#platform/server/files.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { once } from '#platform/server/once.ts'
import { problem } from '#platform/server/problem.ts'
import {
  AddTask,
  ChangeDirectiveState,
  Directive,
  DirectivePage,
  DropTask,
  Edited,
  EditDocument,
  EditHistory,
  EditTask,
  ExportInbox,
  ExportRegister,
  InboxPage,
  IssueCheck,
  IssuedTask,
  IssueDirective,
  JoinTasks,
  ListDirectives,
  ListInbox,
  OriginalFile,
  PasteDirective,
  Pulse,
  Received,
  RestoreTask,
  SplitTask,
  UndoEdit,
} from '../domain/index.ts'
import { mustDraft, mustSee } from './access.ts'
import { nameShapes } from './api-names.ts'
import type { Indicators } from './bindings.ts'
import { boardRoutes } from './board-routes.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { editDocument, moveDirective } from './document-edits.ts'
import { original } from './downloads.ts'
import * as edits from './edits.ts'
import { followRoutes } from './follow-routes.ts'
import { fingerprintOf } from './evidence.ts'
import { incomingFile, incomingText, receiveDirective } from './intake.ts'
import { checkBeforeIssue, issueDirective } from './issue.ts'
import { styleOf } from './papers.ts'
import { type Tell, tellNobody } from './reminders.ts'
import { exportInbox, exportRegister } from './register-export.ts'
import { mustFitSheet, sheetLimit } from './sheet-file.ts'
import { listDirectives, listEdits } from './store.ts'
import { listInbox } from './inbox-store.ts'
import { undoEdit } from './undo.ts'
import { viewDirective, viewPulse, viewTask } from './views.ts'

const Id = z.object({ id: z.uuid() })
const TaskId = Id.extend({ taskId: z.uuid() })
const see = { access: { may: 'directives.inbox', subject: 'directive' } } as const
const draft = { access: { may: 'directives.draft', subject: 'directive' } } as const
const inbox = { access: { may: 'directives.inbox' } } as const

/** The spreadsheet of an inbox holds at most this many rows; more is said in the list, not cut in silence. */
/** Documents in, register reviewed and issued, inboxes out (S1); what follows after that (S2, S3). */
export const directiveRoutes =
  (jobs: Jobs, resolver: edits.Resolver, indicators: Indicators, tell: Tell = tellNobody) =>
  (app: App) => {
    nameShapes()
    readRoutes(app)
    intakeRoutes(app, jobs)
    reviewRoutes(app, resolver)
    stateRoutes(app, jobs)
    inboxRoutes(app)
    followRoutes(jobs, indicators)(app)
    boardRoutes(tell)(app)
    calendarRoutes(app)
  }

function readRoutes(app: App) {
  const { db, clock } = app
  app.get(
    '/api/directives',
    { schema: { querystring: ListDirectives, response: { 200: DirectivePage } }, config: inbox },
    ({ actor, query }) => reading(db, actor, (tx) => listDirectives(tx, actor, query)),
  )
  app.get(
    '/api/directives/:id',
    { schema: { params: Id, response: { 200: Directive } }, config: see },
    ({ actor, params }) => reading(db, actor, (tx) => viewDirective(tx, actor, params.id)),
  )
  app.get(
    '/api/directives/:id/pulse',
    { schema: { params: Id, response: { 200: Pulse } }, config: see },
    ({ actor, params }) => reading(db, actor, (tx) => viewPulse(tx, actor, params.id)),
  )
  app.get(
    '/api/directives/:id/file',
    { schema: { params: Id, querystring: OriginalFile }, config: see },
    async ({ actor, params, query }, reply) => {
      const { directive, bytes } = await reading(db, actor, async (tx) => {
        const directive = await mustSee(tx, actor, params.id)
        return { directive, bytes: await readFile(tx, directive.fileId) }
      })
      if (!bytes) throw problem.notFound({ what: 'file', id: directive.fileId })
      const file = { bytes, name: directive.fileName, mediaType: directive.fileType }
      return original(reply, file, query.show === '1')
    },
  )
  app.get(
    '/api/directives/:id/register',
    { schema: { params: Id, querystring: ExportRegister }, config: see },
    async ({ actor, params, query }, reply) => {
      const { directive, style } = await reading(db, actor, async (tx) => {
        const directive = await viewDirective(tx, actor, params.id)
        return { directive, style: await styleOf(tx, directive.bodyId) }
      })
      return download(reply, await exportRegister(directive, query.format, { style, today: clock.today() }))
    },
  )
  app.get(
    '/api/directives/:id/edits',
    { schema: { params: Id, response: { 200: EditHistory } }, config: draft },
    ({ actor, params }) =>
      reading(db, actor, async (tx) => {
        await mustDraft(tx, actor, params.id)
        return { edits: await listEdits(tx, params.id) }
      }),
  )
}

function intakeRoutes(app: App, jobs: Jobs) {
  const { db } = app
  app.post(
    '/api/directives',
    { schema: { response: { 200: Received } }, config: { access: { may: 'directives.draft' } } },
    async (request) => {
      const incoming = await incomingFile(await request.file())
      return once(db, request.actor, Received, fingerprintOf(incoming), (tx) =>
        receiveDirective(tx, request.actor, incoming, jobs),
      )
    },
  )
  app.post(
    '/api/directives/text',
    {
      schema: { body: PasteDirective, response: { 200: Received } },
      config: { access: { may: 'directives.draft' } },
    },
    ({ actor, body }) =>
      once(db, actor, Received, body, (tx) => receiveDirective(tx, actor, incomingText(body), jobs)),
  )
}

function reviewRoutes(app: App, resolver: edits.Resolver) {
  const { db } = app
  const answer = { 200: Edited }
  app.post(
    '/api/directives/:id/document',
    { schema: { params: Id, body: EditDocument, response: answer }, config: draft },
    ({ actor, params, body }) =>
      once(db, actor, Edited, [params, body], (tx) => editDocument(tx, actor, params.id, body)),
  )
  app.post(
    '/api/directives/:id/tasks',
    { schema: { params: Id, body: AddTask, response: answer }, config: draft },
    ({ actor, params, body }) =>
      once(db, actor, Edited, [params, body], (tx) => edits.addTask(tx, actor, params.id, body, resolver)),
  )
  app.post(
    '/api/directives/:id/tasks/join',
    { schema: { params: Id, body: JoinTasks, response: answer }, config: draft },
    ({ actor, params, body }) =>
      once(db, actor, Edited, [params, body], (tx) => edits.joinTasks(tx, actor, params.id, body)),
  )
  app.post(
    '/api/directives/:id/tasks/:taskId',
    { schema: { params: TaskId, body: EditTask, response: answer }, config: draft },
    ({ actor, params, body }) =>
      once(db, actor, Edited, [params, body], (tx) =>
        edits.editTask(tx, actor, params.id, params.taskId, body),
      ),
  )
  app.post(
    '/api/directives/:id/tasks/:taskId/split',
    { schema: { params: TaskId, body: SplitTask, response: answer }, config: draft },
    ({ actor, params, body }) =>
      once(db, actor, Edited, [params, body], (tx) =>
        edits.splitTask(tx, actor, params.id, params.taskId, body, resolver),
      ),
  )
  app.post(
    '/api/directives/:id/tasks/:taskId/drop',
    { schema: { params: TaskId, body: DropTask, response: answer }, config: draft },
    ({ actor, params, body }) =>
      once(db, actor, Edited, [params, body], (tx) =>
        edits.setTaskState(tx, actor, params.id, params.taskId, body.version, 'dropped', body.reason),
      ),
  )
  app.post(
    '/api/directives/:id/tasks/:taskId/restore',
    { schema: { params: TaskId, body: RestoreTask, response: answer }, config: draft },
    ({ actor, params, body }) =>
      once(db, actor, Edited, [params, body], (tx) =>
        edits.setTaskState(tx, actor, params.id, params.taskId, body.version, 'proposed'),
      ),
  )
  app.post(
    '/api/directives/:id/undo',
    { schema: { params: Id, body: UndoEdit, response: answer }, config: draft },
    ({ actor, params, body }) =>
      once(db, actor, Edited, [params, body], (tx) => undoEdit(tx, actor, params.id, body.editId)),
  )
}

function stateRoutes(app: App, jobs: Jobs) {
  const { db } = app
  const schema = { params: Id, body: ChangeDirectiveState, response: { 200: Edited } }
  for (const event of ['cancel', 'discard', 'restore'] as const) {
    app.post(`/api/directives/:id/${event}`, { schema, config: draft }, ({ actor, params, body }) =>
      once(db, actor, Edited, [event, params, body], (tx) =>
        moveDirective(tx, actor, params.id, event, body),
      ),
    )
  }
  app.post('/api/directives/:id/retry', { schema, config: draft }, ({ actor, params, body }) =>
    once(db, actor, Edited, ['retry', params, body], async (tx) => {
      const moved = await moveDirective(tx, actor, params.id, 'retry', body)
      await jobs.send(tx, 'directive.read', { id: params.id, unitPath: actor.unitPath })
      return moved
    }),
  )
  app.get(
    '/api/directives/:id/issue-check',
    { schema: { params: Id, response: { 200: IssueCheck } }, config: draft },
    ({ actor, params }) => reading(db, actor, (tx) => checkBeforeIssue(tx, actor, params.id)),
  )
  app.post(
    '/api/directives/:id/issue',
    { schema: { params: Id, body: IssueDirective, response: { 200: Edited } }, config: draft },
    ({ actor, params, body }) =>
      once(db, actor, Edited, ['issue', params, body], (tx) =>
        issueDirective(tx, actor, params.id, body.version),
      ),
  )
}

function inboxRoutes(app: App) {
  const { db, clock } = app
  app.get(
    '/api/inbox',
    { schema: { querystring: ListInbox, response: { 200: InboxPage } }, config: inbox },
    ({ actor, query }) => reading(db, actor, (tx) => listInbox(tx, actor, query, clock.today())),
  )
  app.get(
    '/api/inbox/export',
    { schema: { querystring: ExportInbox }, config: inbox },
    async ({ actor, query }, reply) => {
      const { format, ...filter } = query
      const page = await reading(db, actor, (tx) =>
        listInbox(tx, actor, { ...filter, offset: 0, limit: sheetLimit }, clock.today()),
      )
      mustFitSheet(page.total)
      return download(reply, await exportInbox(page.rows, page.today, format))
    },
  )
  app.get(
    '/api/tasks/:id',
    {
      schema: { params: Id, response: { 200: IssuedTask } },
      config: { access: { may: 'directives.inbox', subject: 'task' } },
    },
    ({ actor, params }) => reading(db, actor, (tx) => viewTask(tx, actor, params.id)),
  )
}
