import { z } from 'zod'

import type { App } from '#platform/server/app.ts'
import { reading } from '#platform/server/edge.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { AskFigure, AskIndicators, AskSeries, IndicatorList, IndicatorView, Series } from '../domain/index.ts'
import type { Sources } from './views.ts'
import { keepAsked, viewIndicator, viewIndicators, viewSeries } from './views.ts'

const Key = z.object({ key: z.string().max(64) })
const read = { access: { may: 'indicators.read' } } as const

/** What is measured, and what it comes to: for every unit that the office covers and those above. */
export const indicatorRoutes = (sources: Sources, jobs: Jobs) => (app: App) => {
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
    '/api/indicators/:key/series',
    { schema: { params: Key, querystring: AskSeries, response: { 200: Series } }, config: read },
    ({ actor, params, query }) =>
      reading(db, actor, (tx) => viewSeries(tx, actor, sources, params.key, query)),
  )
}
