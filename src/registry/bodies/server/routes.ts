import { z } from 'zod'

import type { App } from '#platform/server/app.ts'
import { reading } from '#platform/server/edge.ts'
import { once } from '#platform/server/once.ts'
import { ImportReport } from '#registry/units/domain/index.ts'
import { uploadedText } from '#registry/units/server/index.ts'
import {
  AddAlias,
  BodyDetail,
  BodyPage,
  ListBodies,
  RenameBody,
  Resolutions,
  ResolveNames,
} from '../domain/index.ts'
import * as actions from './actions.ts'
import { searchBodies } from './store.ts'

const BodyId = z.object({ bodyId: z.uuid() })
const read = { access: { may: 'bodies.read' } } as const
const edit = { access: { may: 'bodies.edit' } } as const

/** Bodies are master data: every signed-in person reads all of them; an office changes those of the units it covers. */
export function bodyRoutes(app: App): void {
  const { db, clock } = app
  app.get(
    '/api/bodies',
    { schema: { querystring: ListBodies, response: { 200: BodyPage } }, config: read },
    ({ actor, query }) =>
      reading(db, actor, (tx) => searchBodies(tx, { ...query, at: query.at ?? clock.today() })),
  )
  app.get(
    '/api/bodies/:bodyId',
    { schema: { params: BodyId, response: { 200: BodyDetail } }, config: read },
    ({ actor, params }) => reading(db, actor, (tx) => actions.describeBody(tx, params.bodyId)),
  )
  app.post(
    '/api/bodies/resolve',
    { schema: { body: ResolveNames, response: { 200: Resolutions } }, config: read },
    ({ actor, body }) =>
      reading(db, actor, (tx) => actions.resolveNames(tx, { ...body, at: body.at ?? clock.today() })),
  )
  app.post(
    '/api/bodies/import',
    { schema: { response: { 200: ImportReport } }, config: { access: { may: 'bodies.import' } } },
    async (request) => {
      const { text } = await uploadedText(request)
      return once(db, request.actor, ImportReport, { text }, (tx) =>
        actions.importBodies(tx, request.actor, { text }),
      )
    },
  )
  app.post(
    '/api/bodies/:bodyId/name',
    { schema: { params: BodyId, body: RenameBody, response: { 200: BodyDetail } }, config: edit },
    ({ actor, params, body }) =>
      once(db, actor, BodyDetail, [params, body], (tx) => actions.renameBody(tx, actor, params.bodyId, body)),
  )
  app.post(
    '/api/bodies/:bodyId/aliases',
    { schema: { params: BodyId, body: AddAlias, response: { 200: BodyDetail } }, config: edit },
    ({ actor, params, body }) =>
      once(db, actor, BodyDetail, [params, body], (tx) =>
        actions.addAlias(tx, actor, params.bodyId, body.alias),
      ),
  )
  app.post(
    '/api/bodies/:bodyId/aliases/remove',
    { schema: { params: BodyId, body: AddAlias, response: { 200: BodyDetail } }, config: edit },
    ({ actor, params, body }) =>
      once(db, actor, BodyDetail, ['remove', params, body], (tx) =>
        actions.removeAlias(tx, actor, params.bodyId, body.alias),
      ),
  )
}
