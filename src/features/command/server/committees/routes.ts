import { z } from 'zod'

import type { App } from '#platform/server/app.ts'
import { download } from '#platform/server/download.ts'
import { reading } from '#platform/server/edge.ts'
import { once } from '#platform/server/once.ts'
import { DocumentError } from '#platform/documents/index.ts'
import { problem } from '#platform/server/problem.ts'
import {
  AddMember,
  AddSubcommittee,
  AddWork,
  Committee,
  CommitteePage,
  CorrectMember,
  Done,
  EndMember,
  EndWork,
  Imported,
  ListCommittees,
  PrintCommittee,
  ReadCommittee,
  ReadSignatory,
  ReplaceMember,
  Saved,
  ShowCaller,
  ShownPhone,
  Signatory,
} from '../../domain/index.ts'
import * as actions from './actions.ts'
import { importMembers, memberList, sheetRows } from './papers.ts'
import { listForActor, mustSeeCommittee, mustSeeMember, signatoryOf, viewCommittee } from './views.ts'

const Id = z.object({ id: z.uuid() })
const see = { access: { may: 'command.read', subject: 'committee' } } as const
const edit = { access: { may: 'command.edit', subject: 'committee' } } as const
const seeMember = { access: { may: 'command.read', subject: 'committee-member' } } as const
const editMember = { access: { may: 'command.edit', subject: 'committee-member' } } as const

/** Steering Committees and Commands: who held which office on which day (BT-0904 §4, §15). */
export function committeeRoutes(app: App) {
  readRoutes(app)
  committeeEdits(app)
  memberEdits(app)
}

function readRoutes(app: App) {
  const { db, clock } = app
  app.get(
    '/api/command/committees',
    {
      schema: { querystring: ListCommittees, response: { 200: CommitteePage } },
      config: { access: { may: 'command.read' } },
    },
    ({ actor, query }) => reading(db, actor, (tx) => listForActor(tx, actor, query, clock.today())),
  )
  app.get(
    '/api/command/committees/:id',
    { schema: { params: Id, querystring: ReadCommittee, response: { 200: Committee } }, config: see },
    ({ actor, params, query }) =>
      reading(db, actor, (tx) => viewCommittee(tx, actor, params.id, query.on ?? clock.today())),
  )
  app.get(
    '/api/command/committees/:id/signatory',
    {
      schema: {
        params: Id,
        querystring: ReadSignatory,
        response: { 200: z.object({ on: z.string(), signatory: Signatory.nullable() }) },
      },
      config: see,
    },
    ({ actor, params, query }) =>
      reading(db, actor, async (tx) => {
        await mustSeeCommittee(tx, actor, params.id)
        const on = query.on ?? clock.today()
        return { on, signatory: await signatoryOf(tx, params.id, on, query.office, query.style) }
      }),
  )
  app.get(
    '/api/command/committees/:id/members',
    { schema: { params: Id, querystring: PrintCommittee }, config: see },
    async ({ actor, params, query }, reply) => {
      const committee = await reading(db, actor, (tx) =>
        viewCommittee(tx, actor, params.id, query.on ?? clock.today()),
      )
      return download(reply, await memberList(committee, query.format))
    },
  )
  app.post(
    '/api/command/members/:id/phone',
    { schema: { params: Id, body: ShowCaller, response: { 200: ShownPhone } }, config: seeMember },
    async ({ actor, params, body }) => {
      // The number itself is read apart: what `once` remembers must hold no personal data.
      await once(db, actor, Done, [params, body], (tx) =>
        actions.recordPhoneShown(tx, actor, params.id, body.purpose),
      )
      return reading(db, actor, async (tx) => ({ phone: (await mustSeeMember(tx, actor, params.id)).phone }))
    },
  )
}

function committeeEdits(app: App) {
  const { db, clock } = app
  app.post(
    '/api/command/committees/:id/members',
    { schema: { params: Id, body: AddMember, response: { 200: Saved } }, config: edit },
    ({ actor, params, body }) =>
      once(db, actor, Saved, [params, body], (tx) => actions.addMember(tx, actor, params.id, body)),
  )
  app.post(
    '/api/command/committees/:id/members/import',
    { schema: { params: Id, response: { 200: Imported } }, config: edit },
    async (request) => {
      const { actor } = request
      const { id } = request.params
      await reading(db, actor, (tx) => mustSeeCommittee(tx, actor, id))
      const rows = await sheetRows(await request.file()).catch((error: unknown) => {
        if (error instanceof DocumentError)
          throw problem.documentUnreadable({ code: error.code, message: error.message })
        throw error
      })
      return once(db, actor, Imported, [id, rows], (tx) => importMembers(tx, actor, id, rows))
    },
  )
  app.post(
    '/api/command/committees/:id/subcommittees',
    { schema: { params: Id, body: AddSubcommittee, response: { 200: Saved } }, config: edit },
    ({ actor, params, body }) =>
      once(db, actor, Saved, [params, body], (tx) =>
        actions.addSubcommittee(tx, actor, params.id, body.name, clock.today()),
      ),
  )
}

function memberEdits(app: App) {
  const { db } = app
  app.post(
    '/api/command/members/:id/correct',
    { schema: { params: Id, body: CorrectMember, response: { 200: Saved } }, config: editMember },
    ({ actor, params, body }) =>
      once(db, actor, Saved, ['correct', params, body], (tx) =>
        actions.correctMember(tx, actor, params.id, body),
      ),
  )
  app.post(
    '/api/command/members/:id/end',
    { schema: { params: Id, body: EndMember, response: { 200: Saved } }, config: editMember },
    ({ actor, params, body }) =>
      once(db, actor, Saved, ['end', params, body], (tx) => actions.endMember(tx, actor, params.id, body)),
  )
  app.post(
    '/api/command/members/:id/replace',
    { schema: { params: Id, body: ReplaceMember, response: { 200: Saved } }, config: editMember },
    ({ actor, params, body }) =>
      once(db, actor, Saved, ['replace', params, body], (tx) =>
        actions.replaceMember(tx, actor, params.id, body),
      ),
  )
  app.post(
    '/api/command/members/:id/works',
    { schema: { params: Id, body: AddWork, response: { 200: Saved } }, config: editMember },
    ({ actor, params, body }) =>
      once(db, actor, Saved, ['work', params, body], (tx) => actions.addWork(tx, actor, params.id, body)),
  )
  app.post(
    '/api/command/members/:id/works/:workId/end',
    {
      schema: { params: Id.extend({ workId: z.uuid() }), body: EndWork, response: { 200: Saved } },
      config: editMember,
    },
    ({ actor, params, body }) =>
      once(db, actor, Saved, ['work-end', params, body], (tx) =>
        actions.endWork(tx, actor, params.id, params.workId, body),
      ),
  )
}
