import { z } from 'zod'

import type { App } from '#platform/server/app.ts'
import { reading } from '#platform/server/edge.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { once } from '#platform/server/once.ts'
import {
  AcceptReport,
  AskExtension,
  AskReceivers,
  Assigned,
  AssignmentList,
  AssignmentWithdrawn,
  AssignTask,
  BindTarget,
  Bound,
  BoardPage,
  evidenceLimitMegabytes,
  EvidenceKept,
  ExtensionDecided,
  GrantExtension,
  ListChildren,
  OriginalFile,
  PartChanged,
  ReceiverList,
  RefuseExtension,
  ReopenPart,
  Reported,
  ReportTask,
  ReturnReport,
  RollUp,
  TakeBackExtension,
  TaskFollow,
  TaskHistory,
  UnbindTarget,
  WithdrawAssignment,
  WithdrawTask,
} from '../domain/index.ts'
import { listHistory } from './act-store.ts'
import * as bindings from './bindings.ts'
import { listBoard } from './board-store.ts'
import * as breakdown from './breakdown.ts'
import { listAssignments } from './breakdown-store.ts'
import { original } from './downloads.ts'
import { fingerprintOf, keepEvidence, mustReportOn, readEvidence } from './evidence.ts'
import * as extensions from './extensions.ts'
import { viewFollow } from './follow-view.ts'
import { incomingFile } from './intake.ts'
import * as reports from './reports.ts'
import { mustKnowTask } from './standing.ts'

const Id = z.object({ id: z.uuid() })
const FileId = Id.extend({ fileId: z.uuid() })
const AssignmentId = Id.extend({ assignmentId: z.uuid() })
const TargetIndex = Id.extend({ index: z.coerce.number().int().min(0).max(49) })

const may = (permission: string, subject = 'task') => ({ access: { may: permission, subject } }) as const
const see = may('directives.inbox')

/** What follows after a task is issued (S2) and what measures its targets (S3). */
export const followRoutes = (jobs: Jobs, indicators: bindings.Indicators) => (app: App) => {
  viewRoutes(app, indicators)
  reportRoutes(app)
  extensionRoutes(app)
  breakdownRoutes(app)
  bindingRoutes(app, jobs, indicators)
}

function viewRoutes(app: App, indicators: bindings.Indicators) {
  const { db, clock } = app
  app.get(
    '/api/tasks/:id/follow',
    { schema: { params: Id, response: { 200: TaskFollow } }, config: see },
    ({ actor, params }) =>
      reading(db, actor, (tx) => viewFollow(tx, actor, params.id, indicators, clock.today())),
  )
  app.get(
    '/api/tasks/:id/history',
    { schema: { params: Id, response: { 200: TaskHistory } }, config: see },
    ({ actor, params }) =>
      reading(db, actor, async (tx) => {
        await mustKnowTask(tx, actor, params.id)
        return { entries: await listHistory(tx, params.id) }
      }),
  )
}

function reportRoutes(app: App) {
  const { db, clock } = app
  const report = may('tasks.report')
  app.post(
    '/api/tasks/:id/evidence',
    { schema: { params: Id, response: { 200: EvidenceKept } }, config: report },
    async (request) => {
      // Asked before the file is read: nobody who may not report sends us megabytes.
      await reading(db, request.actor, (tx) => mustReportOn(tx, request.actor, request.params.id))
      const limits = { fileSize: evidenceLimitMegabytes * 1_000_000 + 1 }
      const incoming = await incomingFile(await request.file({ limits, throwFileSizeLimit: false }))
      const { actor, params } = request
      const named = [params, fingerprintOf(incoming)]
      return once(db, actor, EvidenceKept, named, (tx) => keepEvidence(tx, actor, params.id, incoming))
    },
  )
  app.get(
    '/api/tasks/:id/evidence/:fileId',
    { schema: { params: FileId, querystring: OriginalFile }, config: see },
    async ({ actor, params, query }, reply) => {
      const file = await reading(db, actor, (tx) => readEvidence(tx, actor, params.id, params.fileId))
      return original(reply, file, query.show === '1')
    },
  )
  const answer = { 200: Reported }
  app.post(
    '/api/tasks/:id/reports',
    { schema: { params: Id, body: ReportTask, response: answer }, config: report },
    ({ actor, params, body }) =>
      once(db, actor, Reported, ['report', params, body], (tx) =>
        reports.reportTask(tx, actor, params.id, body, clock.today()),
      ),
  )
  app.post(
    '/api/tasks/:id/part',
    { schema: { params: Id, body: ReportTask, response: answer }, config: report },
    ({ actor, params, body }) =>
      once(db, actor, Reported, ['part', params, body], (tx) =>
        reports.confirmPart(tx, actor, params.id, body, clock.today()),
      ),
  )
  app.post(
    '/api/reports/:id/accept',
    {
      schema: { params: Id, body: AcceptReport, response: answer },
      config: may('tasks.follow-up', 'report'),
    },
    ({ actor, params, body }) =>
      once(db, actor, Reported, ['accept', params, body], (tx) =>
        reports.acceptReport(tx, actor, params.id, body, clock.today()),
      ),
  )
  app.post(
    '/api/reports/:id/return',
    {
      schema: { params: Id, body: ReturnReport, response: answer },
      config: may('tasks.follow-up', 'report'),
    },
    ({ actor, params, body }) =>
      once(db, actor, Reported, ['return', params, body], (tx) =>
        reports.returnReport(tx, actor, params.id, body, clock.today()),
      ),
  )
  app.post(
    '/api/tasks/:id/reopen',
    {
      schema: { params: Id, body: ReopenPart, response: { 200: PartChanged } },
      config: may('tasks.follow-up'),
    },
    ({ actor, params, body }) =>
      once(db, actor, PartChanged, ['reopen', params, body], (tx) =>
        reports.reopenPart(tx, actor, params.id, body, clock.today()),
      ),
  )
}

function extensionRoutes(app: App) {
  const { db, clock } = app
  const answer = { 200: ExtensionDecided }
  app.post(
    '/api/tasks/:id/extensions',
    { schema: { params: Id, body: AskExtension, response: answer }, config: may('tasks.report') },
    ({ actor, params, body }) =>
      once(db, actor, ExtensionDecided, ['ask', params, body], (tx) =>
        extensions.askExtension(tx, actor, params.id, body, clock.today()),
      ),
  )
  const decide = may('tasks.follow-up', 'extension')
  app.post(
    '/api/extensions/:id/grant',
    { schema: { params: Id, body: GrantExtension, response: answer }, config: decide },
    ({ actor, params, body }) =>
      once(db, actor, ExtensionDecided, ['grant', params, body], (tx) =>
        extensions.grantExtension(tx, actor, params.id, body, clock.today()),
      ),
  )
  app.post(
    '/api/extensions/:id/refuse',
    { schema: { params: Id, body: RefuseExtension, response: answer }, config: decide },
    ({ actor, params, body }) =>
      once(db, actor, ExtensionDecided, ['refuse', params, body], (tx) =>
        extensions.refuseExtension(tx, actor, params.id, body, clock.today()),
      ),
  )
  app.post(
    '/api/extensions/:id/take-back',
    {
      schema: { params: Id, body: TakeBackExtension, response: answer },
      config: may('tasks.report', 'extension'),
    },
    ({ actor, params, body }) =>
      once(db, actor, ExtensionDecided, ['take-back', params, body], (tx) =>
        extensions.takeBackExtension(tx, actor, params.id, body.version, clock.today()),
      ),
  )
}

function breakdownRoutes(app: App) {
  const { db, clock } = app
  const assign = may('tasks.assign')
  app.post(
    '/api/tasks/:id/receivers',
    { schema: { params: Id, body: AskReceivers, response: { 200: ReceiverList } }, config: assign },
    ({ actor, params, body }) =>
      reading(db, actor, (tx) =>
        breakdown.listReceivers(tx, actor, params.id, body.receivers, clock.today()),
      ),
  )
  app.get(
    '/api/tasks/:id/assignments',
    { schema: { params: Id, response: { 200: AssignmentList } }, config: see },
    ({ actor, params }) =>
      reading(db, actor, async (tx) => {
        await mustKnowTask(tx, actor, params.id)
        return { assignments: await listAssignments(tx, params.id, clock.today()) }
      }),
  )
  app.post(
    '/api/tasks/:id/assignments',
    { schema: { params: Id, body: AssignTask, response: { 200: Assigned } }, config: assign },
    ({ actor, params, body }) =>
      once(db, actor, Assigned, ['assign', params, body], (tx) =>
        breakdown.assignTask(tx, actor, params.id, body, clock.today()),
      ),
  )
  app.post(
    '/api/tasks/:id/assignments/:assignmentId/withdraw',
    {
      schema: { params: AssignmentId, body: WithdrawAssignment, response: { 200: AssignmentWithdrawn } },
      config: assign,
    },
    ({ actor, params, body }) =>
      once(db, actor, AssignmentWithdrawn, ['withdraw', params, body], (tx) =>
        breakdown.withdrawAssignment(tx, actor, params.id, params.assignmentId, body.reason, clock.today()),
      ),
  )
  app.post(
    '/api/tasks/:id/withdraw',
    {
      schema: { params: Id, body: WithdrawTask, response: { 200: PartChanged } },
      config: may('tasks.follow-up'),
    },
    ({ actor, params, body }) =>
      once(db, actor, PartChanged, ['withdraw', params, body], (tx) =>
        breakdown.withdrawTask(tx, actor, params.id, body, clock.today()),
      ),
  )
  app.get(
    '/api/tasks/:id/children',
    { schema: { params: Id, querystring: ListChildren, response: { 200: BoardPage } }, config: see },
    ({ actor, params, query }) =>
      reading(db, actor, async (tx) => {
        await mustKnowTask(tx, actor, params.id)
        return listBoard(tx, actor, { ...query, sort: 'due', parent: params.id }, clock.today())
      }),
  )
  app.get(
    '/api/tasks/:id/roll-up',
    { schema: { params: Id, response: { 200: RollUp } }, config: see },
    ({ actor, params }) =>
      reading(db, actor, async (tx) => {
        await mustKnowTask(tx, actor, params.id)
        return breakdown.rollUp(tx, actor, params.id, clock.today())
      }),
  )
}

function bindingRoutes(app: App, jobs: Jobs, indicators: bindings.Indicators) {
  const { db } = app
  const bind = may('indicators.bind')
  app.post(
    '/api/tasks/:id/targets/:index/binding',
    { schema: { params: TargetIndex, body: BindTarget, response: { 200: Bound } }, config: bind },
    ({ actor, params, body }) =>
      once(db, actor, Bound, ['bind', params, body], (tx) =>
        bindings.bindTarget(tx, actor, { taskId: params.id, index: params.index }, body, {
          indicators,
          jobs,
        }),
      ),
  )
  app.post(
    '/api/tasks/:id/targets/:index/unbind',
    { schema: { params: TargetIndex, body: UnbindTarget, response: { 200: Bound } }, config: bind },
    ({ actor, params, body }) =>
      once(db, actor, Bound, ['unbind', params, body], (tx) =>
        bindings.unbindTarget(tx, actor, { taskId: params.id, index: params.index }, body),
      ),
  )
}
