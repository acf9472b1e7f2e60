import { z } from 'zod'

import type { App } from '#platform/server/app.ts'
import { reading } from '#platform/server/edge.ts'
import { once } from '#platform/server/once.ts'
import {
  AddSubUnit,
  BoundaryReport,
  codeListOn,
  ImportReport,
  ListUnits,
  Unit,
  UnitDetail,
  UnitMap,
  UnitPage,
} from '../domain/index.ts'
import * as actions from './actions.ts'
import { searchUnits } from './store.ts'
import { uploadedText } from './upload.ts'

const Id = z.object({ id: z.string().max(64) })
const read = { access: { may: 'units.read' } } as const
const load = { access: { may: 'units.import' } } as const

/** Units are master data without personal content: every signed-in person reads all of them. */
export function unitRoutes(app: App): void {
  const { db, clock } = app
  app.get(
    '/api/units',
    { schema: { querystring: ListUnits, response: { 200: UnitPage } }, config: read },
    ({ actor, query }) =>
      reading(db, actor, (tx) => searchUnits(tx, { ...query, codeList: listMeant(query, clock.today()) })),
  )
  app.get(
    '/api/units/:id',
    { schema: { params: Id, response: { 200: UnitDetail } }, config: read },
    ({ actor, params }) => reading(db, actor, (tx) => actions.describeUnit(tx, params.id)),
  )
  app.get(
    '/api/units/:id/map',
    { schema: { params: Id, response: { 200: UnitMap } }, config: read },
    ({ actor, params }) => reading(db, actor, (tx) => actions.drawUnit(tx, params.id)),
  )
  app.post(
    '/api/units',
    { schema: { body: AddSubUnit, response: { 200: Unit } }, config: { access: { may: 'units.edit' } } },
    ({ actor, body }) => once(db, actor, Unit, body, (tx) => actions.addSubUnit(tx, actor, body)),
  )
  app.post(
    '/api/units/import',
    { schema: { response: { 200: ImportReport } }, config: load },
    async (request) => {
      const { text, field } = await uploadedText(request)
      const input = { text, codeList: field('codeList') ?? codeListOn(clock.today()).id }
      return once(db, request.actor, ImportReport, input, (tx) =>
        actions.importUnits(tx, request.actor, input),
      )
    },
  )
  app.post(
    '/api/units/boundaries',
    { schema: { response: { 200: BoundaryReport } }, config: load },
    async (request) => {
      const { text, name, field } = await uploadedText(request)
      const input = {
        text,
        codeList: field('codeList') ?? codeListOn(clock.today()).id,
        source: field('source') ?? name,
        codeProperty: field('codeProperty'),
        nameProperty: field('nameProperty'),
      }
      return once(db, request.actor, BoundaryReport, input, (tx) =>
        actions.importBoundaries(tx, request.actor, input),
      )
    },
  )
}

/** The list of a unit that is asked about, else the one named, else the one in force on the day. */
function listMeant(query: ListUnits, today: string): string {
  const unit = query.within ?? query.parent
  return unit?.split(':')[0] ?? query.codeList ?? codeListOn(query.at ?? today).id
}
