import { createHash } from 'node:crypto'

import { z } from 'zod'

import type { Actor } from '#platform/server/actor.ts'
import type { App } from '#platform/server/app.ts'
import { download } from '#platform/server/download.ts'
import type { Db } from '#platform/server/db.ts'
import { asSystem, reading } from '#platform/server/edge.ts'
import { readFile, storeFile } from '#platform/server/files.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { once } from '#platform/server/once.ts'
import { problem } from '#platform/server/problem.ts'
import {
  AskCoverage,
  AskTemplate,
  ChangeRecord,
  Coverage,
  EndRecord,
  ExportRecords,
  ImportCheck,
  KeptFile,
  Kind,
  ListRecords,
  NewRecord,
  NewRecords,
  NewSafetyGroup,
  Phone,
  Recorded,
  RecordDetail,
  RecordedAll,
  RecordPage,
  UndoRecord,
} from '../domain/index.ts'
import { changeRecord, endRecord, recordAll, recordNew, undoLast, type Way } from './actions.ts'
import { checkSheet, drawRecords, drawTemplate, sheetOf } from './sheets.ts'
import { type Lens, listRecords } from './store.ts'
import {
  mustSee,
  noteReading,
  recordPermission,
  tellPhone,
  viewCoverage,
  viewRecord,
  viewRecords,
} from './views.ts'

const Id = z.object({ id: z.uuid() })
const base = '/api/health-network'
const read = { access: { may: 'health-network.read' } } as const
const record = { access: { may: 'health-network.record' } } as const

/** A spreadsheet holds at most this many records: ten times those of a province. */
const exportLimit = 20_000

/**
 * The grassroots health network (S17). The same routes stand twice: for offices over the units they cover, and, at
 * `/own`, for an enterprise over the safety groups of its own body.
 */
export const healthNetworkRoutes = (jobs: Jobs) => (app: App) => {
  recordRoutes(app, jobs, 'network')
  recordRoutes(app, jobs, 'own')
  sheetRoutes(app, jobs)
  fileRoutes(app)
  app.get(
    `${base}/coverage`,
    { schema: { querystring: AskCoverage, response: { 200: Coverage } }, config: read },
    ({ actor, query }) => reading(app.db, actor, (tx) => viewCoverage(tx, actor, query, app.clock.today())),
  )
}

const families = {
  network: {
    path: `${base}/records`,
    subject: 'health-record',
    read: 'health-network.read',
    record: recordPermission.network,
    body: NewRecord,
  },
  own: {
    path: `${base}/own`,
    subject: 'safety-group',
    read: recordPermission.own,
    record: recordPermission.own,
    body: NewSafetyGroup,
  },
} as const

function recordRoutes(app: App, jobs: Jobs, lens: Lens) {
  const { db, clock } = app
  const family = families[lens]
  const see = { access: { may: family.read, subject: family.subject } } as const
  const touch = { access: { may: family.record, subject: family.subject } } as const
  const way = (): Way => ({ lens, jobs, today: clock.today() })

  app.get(
    family.path,
    {
      schema: { querystring: ListRecords, response: { 200: RecordPage } },
      config: { access: { may: family.read } },
    },
    ({ actor, query }) => reading(db, actor, (tx) => viewRecords(tx, actor, lens, query, clock.today())),
  )
  app.get(
    `${family.path}/:id`,
    { schema: { params: Id, response: { 200: RecordDetail } }, config: see },
    ({ actor, params }) => reading(db, actor, (tx) => viewRecord(tx, actor, lens, params.id, clock.today())),
  )
  app.post(
    family.path,
    {
      schema: { body: family.body, response: { 200: Recorded } },
      config: { access: { may: family.record } },
    },
    ({ actor, body }) => once(db, actor, Recorded, body, (tx) => recordNew(tx, actor, body, way())),
  )
  app.post(
    `${family.path}/:id/change`,
    { schema: { params: Id, body: ChangeRecord, response: { 200: Recorded } }, config: touch },
    ({ actor, params, body }) =>
      once(db, actor, Recorded, ['change', params, body], (tx) =>
        changeRecord(tx, actor, params.id, body, way()),
      ),
  )
  app.post(
    `${family.path}/:id/end`,
    { schema: { params: Id, body: EndRecord, response: { 200: Recorded } }, config: touch },
    ({ actor, params, body }) =>
      once(db, actor, Recorded, ['end', params, body], (tx) => endRecord(tx, actor, params.id, body, way())),
  )
  app.post(
    `${family.path}/:id/undo`,
    { schema: { params: Id, body: UndoRecord, response: { 200: Recorded } }, config: touch },
    ({ actor, params, body }) =>
      once(db, actor, Recorded, ['undo', params, body], (tx) => undoLast(tx, actor, params.id, body, way())),
  )
  // A write, since it leaves a trace: the log of who read a number, and why.
  app.post(
    `${family.path}/:id/phone`,
    { schema: { params: Id, response: { 200: Phone } }, config: see },
    ({ actor, params }) =>
      once(db, actor, Phone, ['phone', params, actor.purpose], (tx) => tellPhone(tx, actor, lens, params.id)),
  )
}

function sheetRoutes(app: App, jobs: Jobs) {
  const { db, clock } = app
  app.get(
    `${base}/template`,
    { schema: { querystring: AskTemplate }, config: record },
    async ({ query }, reply) => download(reply, await drawTemplate(query.kind, query.format)),
  )
  app.get(
    `${base}/export`,
    { schema: { querystring: ExportRecords }, config: read },
    async ({ actor, query }, reply) => {
      const { format, phones, ...filter } = query
      const on = filter.on ?? clock.today()
      const whole = phones === '1'
      const work = async (tx: Db) => {
        const { rows } = await listRecords(
          tx,
          actor,
          'network',
          { ...filter, offset: 0, limit: exportLimit },
          on,
        )
        if (whole)
          await noteReading(tx, actor, null, { kind: filter.kind, fields: ['phone'], records: rows.length })
        return rows
      }
      const rows = await (whole ? loggedReading(app, actor, work) : reading(db, actor, work))
      return download(reply, await drawRecords(filter.kind, rows, on, format, whole))
    },
  )
  app.post(
    `${base}/import-check`,
    { schema: { response: { 200: ImportCheck } }, config: record },
    async (request) => {
      const part = await request.file()
      if (!part) throw noFile()
      const kind = Kind.safeParse(fieldOf(part.fields.kind))
      if (!kind.success)
        throw problem.invalid({
          where: 'kind',
          issues: [{ path: 'kind', found: '', expected: Kind.options.join(', ') }],
        })
      const sheet = await sheetOf(await part.toBuffer())
      return reading(db, request.actor, (tx) =>
        checkSheet(tx, request.actor, kind.data, sheet, clock.today()),
      )
    },
  )
  app.post(
    `${base}/records/batch`,
    { schema: { body: NewRecords, response: { 200: RecordedAll } }, config: record },
    ({ actor, body }) =>
      once(db, actor, RecordedAll, body, (tx) =>
        recordAll(tx, actor, body.records, { lens: 'network', jobs, today: clock.today() }),
      ),
  )
}

/** The signed file of a regulation: sent first, then named by the record it belongs to. */
function fileRoutes(app: App) {
  const { db } = app
  app.post(`${base}/files`, { schema: { response: { 200: KeptFile } }, config: record }, async (request) => {
    const part = await request.file()
    if (!part) throw noFile()
    const bytes = await part.toBuffer()
    const name = part.filename.split(/[\\/]/).at(-1)?.slice(0, 255) || 'quy-che'
    const { actor } = request
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return once(db, actor, KeptFile, { name, sha256 }, (tx) =>
      storeFile(tx, actor, { name, mediaType: part.mimetype || 'application/octet-stream', bytes }),
    )
  })
  app.get(
    `${base}/records/:id/file`,
    { schema: { params: Id }, config: { access: { may: 'health-network.read', subject: 'health-record' } } },
    async ({ actor, params }, reply) => {
      const file = await reading(db, actor, async (tx) => {
        const { content, fileName } = await mustSee(tx, actor, 'network', params.id)
        const bytes = typeof content.file === 'string' ? await readFile(tx, content.file) : undefined
        return bytes && { bytes, name: fileName ?? 'quy-che' }
      })
      if (!file) throw problem.notFound({ what: 'file', id: params.id })
      // Whatever it claims to be, it is saved and never run in our pages.
      return download(reply, { ...file, mediaType: 'application/octet-stream' })
    },
  )
}

/** Like `reading`, but the log of personal data that was read commits with it. */
function loggedReading<T>(app: App, actor: Actor, work: (tx: Db) => Promise<T>): Promise<T> {
  return asSystem(app.db, actor.scopes, work)
}

const fieldOf = (field: unknown) => (field as { value?: unknown } | undefined)?.value

const noFile = () =>
  problem.invalid({ where: 'file', issues: [{ path: 'file', found: 'không có tệp', expected: 'một tệp' }] })
