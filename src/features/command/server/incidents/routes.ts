import { z } from 'zod'

import type { App } from '#platform/server/app.ts'
import { download } from '#platform/server/download.ts'
import { reading } from '#platform/server/edge.ts'
import { readFile } from '#platform/server/files.ts'
import { once } from '#platform/server/once.ts'
import { problem } from '#platform/server/problem.ts'
import {
  AssignIncident,
  boxes,
  Caller,
  Desks,
  Done,
  EscalateIncident,
  ExportIncidents,
  Incident,
  IncidentCounts,
  IncidentPage,
  ListIncidents,
  MergeIncident,
  NoteIncident,
  ReopenIncident,
  Reported,
  ReportIncident,
  ResolveIncident,
  ReturnIncident,
  Saved,
  SendBackIncident,
  ShowCaller,
  TakeOverIncident,
  TeamChoices,
  TriageIncident,
} from '../../domain/index.ts'
import { findDesk } from '../desk-store.ts'
import { mustSee } from './access.ts'
import { addAttachment, incomingAttachment } from './attachments.ts'
import { countIncidentsIn } from './filter-store.ts'
import * as moves from './moves.ts'
import { incidentList } from './papers.ts'
import { reportIncident, viewDesks } from './report.ts'
import { listFiles } from './store.ts'
import { viewTeams } from './teams.ts'
import { callerOf, listForActor, noteIncident, recordCallerShown, viewIncident } from './views.ts'

const Id = z.object({ id: z.uuid() })
const see = { access: { may: 'incidents.report', subject: 'incident' } } as const
const handle = { access: { may: 'incidents.handle', subject: 'incident' } } as const
const report = { access: { may: 'incidents.report' } } as const
const exportLimit = 5_000

/** Calls and reports: in, up, out (BT-0904 §4). */
export function incidentRoutes(app: App) {
  listRoutes(app)
  oneRoutes(app)
  deskMoves(app)
  aboveMoves(app)
  partMoves(app)
  fileRoutes(app)
}

function listRoutes(app: App) {
  const { db, clock } = app
  app.get(
    '/api/incidents',
    { schema: { querystring: ListIncidents, response: { 200: IncidentPage } }, config: report },
    ({ actor, query }) => reading(db, actor, (tx) => listForActor(tx, actor, query, clock.now())),
  )
  app.get(
    '/api/incidents/counts',
    {
      schema: {
        querystring: z.strictObject({ box: z.enum(boxes).default('all') }),
        response: { 200: IncidentCounts },
      },
      config: report,
    },
    ({ actor, query }) => reading(db, actor, (tx) => countIncidentsIn(tx, actor, query.box, clock.now())),
  )
  app.get(
    '/api/incidents/export',
    { schema: { querystring: ExportIncidents }, config: report },
    async ({ actor, query }, reply) => {
      const { format, ...filter } = query
      const { rows, issuer } = await reading(db, actor, async (tx) => ({
        ...(await listForActor(tx, actor, { ...filter, page: 1, size: exportLimit }, clock.now())),
        issuer: (await findDesk(tx, actor.bodyId))?.name ?? '',
      }))
      return download(reply, await incidentList(rows, issuer, clock.today(), format))
    },
  )
  app.get('/api/duty/desks', { schema: { response: { 200: Desks } }, config: report }, ({ actor }) =>
    reading(db, actor, (tx) => viewDesks(tx, actor, clock.today())),
  )
  app.post(
    '/api/incidents',
    { schema: { body: ReportIncident, response: { 200: Reported } }, config: report },
    ({ actor, body }) => once(db, actor, Reported, body, (tx) => reportIncident(tx, actor, clock, body)),
  )
}

function oneRoutes(app: App) {
  const { db, clock } = app
  app.get(
    '/api/incidents/:id',
    { schema: { params: Id, response: { 200: Incident } }, config: see },
    ({ actor, params }) => reading(db, actor, (tx) => viewIncident(tx, actor, params.id, clock.today())),
  )
  app.post(
    '/api/incidents/:id/notes',
    { schema: { params: Id, body: NoteIncident, response: { 200: Done } }, config: see },
    ({ actor, params, body }) =>
      once(db, actor, Done, [params, body], (tx) => noteIncident(tx, actor, clock, params.id, body)),
  )
  app.post(
    '/api/incidents/:id/caller',
    { schema: { params: Id, body: ShowCaller, response: { 200: Caller } }, config: see },
    async ({ actor, params, body }) => {
      // The number itself is read apart: what `once` remembers must hold no personal data.
      await once(db, actor, Done, [params, body], (tx) =>
        recordCallerShown(tx, actor, clock, params.id, body.purpose),
      )
      return reading(db, actor, (tx) => callerOf(tx, actor, params.id))
    },
  )
}

function deskMoves(app: App) {
  const { db, clock } = app
  const answer = { 200: Saved }
  app.post(
    '/api/incidents/:id/triage',
    { schema: { params: Id, body: TriageIncident, response: answer }, config: handle },
    ({ actor, params, body }) =>
      once(db, actor, Saved, ['triage', params, body], (tx) =>
        moves.triageIncident(tx, actor, clock, params.id, body),
      ),
  )
  app.get(
    '/api/incidents/:id/teams',
    { schema: { params: Id, response: { 200: TeamChoices } }, config: handle },
    ({ actor, params }) => reading(db, actor, (tx) => viewTeams(tx, actor, params.id, clock.today())),
  )
  app.post(
    '/api/incidents/:id/assign',
    { schema: { params: Id, body: AssignIncident, response: answer }, config: handle },
    ({ actor, params, body }) =>
      once(db, actor, Saved, ['assign', params, body], (tx) =>
        moves.assignIncident(tx, actor, clock, params.id, body),
      ),
  )
  app.post(
    '/api/incidents/:id/escalate',
    { schema: { params: Id, body: EscalateIncident, response: answer }, config: handle },
    ({ actor, params, body }) =>
      once(db, actor, Saved, ['escalate', params, body], (tx) =>
        moves.escalateIncident(tx, actor, clock, params.id, body),
      ),
  )
  app.post(
    '/api/incidents/:id/merge',
    { schema: { params: Id, body: MergeIncident, response: answer }, config: handle },
    ({ actor, params, body }) =>
      once(db, actor, Saved, ['merge', params, body], (tx) =>
        moves.mergeIncident(tx, actor, clock, params.id, body),
      ),
  )
  app.post(
    '/api/incidents/:id/reopen',
    { schema: { params: Id, body: ReopenIncident, response: answer }, config: handle },
    ({ actor, params, body }) =>
      once(db, actor, Saved, ['reopen', params, body], (tx) =>
        moves.reopenIncident(tx, actor, clock, params.id, body),
      ),
  )
}

function aboveMoves(app: App) {
  const { db, clock } = app
  app.post(
    '/api/incidents/:id/take-over',
    { schema: { params: Id, body: TakeOverIncident, response: { 200: Saved } }, config: handle },
    ({ actor, params, body }) =>
      once(db, actor, Saved, ['take-over', params, body], (tx) =>
        moves.takeOverIncident(tx, actor, clock, params.id, body),
      ),
  )
  app.post(
    '/api/incidents/:id/send-back',
    { schema: { params: Id, body: SendBackIncident, response: { 200: Saved } }, config: handle },
    ({ actor, params, body }) =>
      once(db, actor, Saved, ['send-back', params, body], (tx) =>
        moves.sendBackIncident(tx, actor, clock, params.id, body),
      ),
  )
}

/** Also for a body it was assigned to, which need not have a desk. */
function partMoves(app: App) {
  const { db, clock } = app
  app.post(
    '/api/incidents/:id/return',
    { schema: { params: Id, body: ReturnIncident, response: { 200: Saved } }, config: see },
    ({ actor, params, body }) =>
      once(db, actor, Saved, ['return', params, body], (tx) =>
        moves.returnIncident(tx, actor, clock, params.id, body),
      ),
  )
  app.post(
    '/api/incidents/:id/resolve',
    { schema: { params: Id, body: ResolveIncident, response: { 200: Saved } }, config: see },
    ({ actor, params, body }) =>
      once(db, actor, Saved, ['resolve', params, body], (tx) =>
        moves.resolveIncident(tx, actor, clock, params.id, body),
      ),
  )
}

function fileRoutes(app: App) {
  const { db, clock } = app
  app.post(
    '/api/incidents/:id/files',
    { schema: { params: Id, response: { 200: Done } }, config: see },
    async (request) => {
      const { actor } = request
      const { id } = request.params
      await reading(db, actor, (tx) => mustSee(tx, actor, id))
      const file = await incomingAttachment(await request.file())
      const named = { id, fileId: file.id ?? null, name: file.name, sha256: file.sha256 }
      return once(db, actor, Done, named, (tx) => addAttachment(tx, actor, clock, id, file))
    },
  )
  app.get(
    '/api/incidents/:id/files/:fileId',
    { schema: { params: Id.extend({ fileId: z.uuid() }) }, config: see },
    async ({ actor, params }, reply) => {
      const found = await reading(db, actor, async (tx) => {
        await mustSee(tx, actor, params.id)
        const file = (await listFiles(tx, params.id)).find((f) => f.id === params.fileId)
        return { file, bytes: file && (await readFile(tx, file.id)) }
      })
      if (!found.file || !found.bytes) throw problem.notFound({ what: 'file', id: params.fileId })
      return download(reply, { ...found.file, bytes: found.bytes, mediaType: 'application/octet-stream' })
    },
  )
}
