import { z } from 'zod'

import type { App } from '#platform/server/app.ts'
import { download } from '#platform/server/download.ts'
import { reading } from '#platform/server/edge.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { once } from '#platform/server/once.ts'
import {
  AskBoard,
  AskFigure,
  AskIndicators,
  AskSeries,
  Board,
  EndThreshold,
  ExportUnitFigures,
  FactRows,
  IndicatorList,
  IndicatorView,
  ListUnitFigures,
  Series,
  SetThreshold,
  Threshold,
  ThresholdList,
  UnitFigurePage,
  UnitValues,
} from '../domain/index.ts'
import { type CheckParts, endThreshold, setThreshold, viewThresholds } from './thresholds.ts'
import { exportUnits } from './units-export.ts'
import {
  keepAsked,
  type Sources,
  viewBoard,
  viewFacts,
  viewIndicator,
  viewIndicators,
  viewSeries,
  viewUnits,
  viewValues,
} from './views.ts'

const Key = z.object({ key: z.string().max(64) })
/** Every commune there is, so that an export is never cut. */
const exportLimit = 20_000
const read = { access: { may: 'indicators.read' } } as const

/** What is measured, and what it comes to: for every unit that the office covers and those above. */
export const indicatorRoutes =
  (sources: Sources, jobs: Jobs, onWarning?: CheckParts['onWarning']) => (app: App) => {
    const { db, clock } = app
    const today = () => clock.today()
    app.get(
      '/api/indicators',
      { schema: { querystring: AskIndicators, response: { 200: IndicatorList } }, config: read },
      ({ actor, query }) =>
        reading(db, actor, (tx) =>
          viewIndicators(tx, actor, sources, { unit: query.unit, on: query.on ?? today() }),
        ),
    )
    app.get(
      '/api/indicators/:key',
      { schema: { params: Key, querystring: AskFigure, response: { 200: IndicatorView } }, config: read },
      async ({ actor, params, query }) => {
        await keepAsked(db, jobs, sources, params.key, query.atLeast)
        return reading(db, actor, (tx) =>
          viewIndicator(tx, actor, sources, params.key, { ...query, on: query.on ?? today() }),
        )
      },
    )
    app.get(
      '/api/indicators/series',
      { schema: { querystring: AskBoard, response: { 200: Board } }, config: read },
      ({ actor, query }) => reading(db, actor, (tx) => viewBoard(tx, actor, query)),
    )
    app.get(
      '/api/indicators/:key/series',
      { schema: { params: Key, querystring: AskSeries, response: { 200: Series } }, config: read },
      ({ actor, params, query }) =>
        reading(db, actor, (tx) => viewSeries(tx, actor, sources, params.key, query)),
    )
    app.get(
      '/api/indicators/:key/values',
      { schema: { params: Key, querystring: AskFigure, response: { 200: UnitValues } }, config: read },
      ({ actor, params, query }) =>
        reading(db, actor, (tx) =>
          viewValues(tx, actor, sources, params.key, { ...query, on: query.on ?? today() }),
        ),
    )
    app.get(
      '/api/indicators/:key/facts',
      { schema: { params: Key, querystring: AskIndicators, response: { 200: FactRows } }, config: read },
      ({ actor, params, query }) =>
        reading(db, actor, (tx) =>
          viewFacts(tx, actor, sources, params.key, { unit: query.unit, on: query.on ?? today() }),
        ),
    )
    listRoutes(app, sources)
    thresholdRoutes(app, sources, jobs, onWarning)
  }

function listRoutes(app: App, sources: Sources) {
  const { db, clock } = app
  app.get(
    '/api/indicators/:key/units',
    {
      schema: { params: Key, querystring: ListUnitFigures, response: { 200: UnitFigurePage } },
      config: read,
    },
    ({ actor, params, query }) =>
      reading(db, actor, (tx) =>
        viewUnits(tx, actor, sources, params.key, { ...query, on: query.on ?? clock.today() }),
      ),
  )
  app.get(
    '/api/indicators/:key/units/export',
    { schema: { params: Key, querystring: ExportUnitFigures }, config: read },
    async ({ actor, params, query }, reply) => {
      const { format, ...filter } = query
      const ask = { ...filter, on: query.on ?? clock.today(), offset: 0, limit: exportLimit }
      const found = await reading(db, actor, async (tx) => ({
        ...(await viewIndicator(tx, actor, sources, params.key, ask)),
        ...(await viewUnits(tx, actor, sources, params.key, ask)),
      }))
      const file = await exportUnits(found, { show: ask.show, on: ask.on, format })
      return download(reply, file)
    },
  )
}

function thresholdRoutes(app: App, sources: Sources, jobs: Jobs, onWarning: CheckParts['onWarning']) {
  const { db, clock } = app
  app.get(
    '/api/indicators/:key/thresholds',
    { schema: { params: Key, querystring: AskIndicators, response: { 200: ThresholdList } }, config: read },
    ({ actor, params, query }) =>
      reading(db, actor, (tx) => viewThresholds(tx, actor, sources, params.key, query.unit)),
  )
  app.post(
    '/api/indicators/:key/thresholds',
    {
      schema: { params: Key, body: SetThreshold, response: { 200: Threshold } },
      config: { access: { may: 'indicators.bind' } },
    },
    ({ actor, params, body }) =>
      once(db, actor, Threshold, [params, body], (tx) =>
        setThreshold(tx, actor, { sources, jobs, onWarning, today: clock.today() }, params.key, body),
      ),
  )
  app.post(
    '/api/thresholds/:id/end',
    {
      schema: { params: z.object({ id: z.uuid() }), body: EndThreshold, response: { 200: Threshold } },
      config: { access: { may: 'indicators.bind', subject: 'threshold' } },
    },
    ({ actor, params, body }) =>
      once(db, actor, Threshold, ['end', params, body], (tx) =>
        endThreshold(tx, actor, params.id, body.version),
      ),
  )
}
