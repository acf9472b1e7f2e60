import type { IndicatorDefinition } from '#registry/indicators/domain/index.ts'
import type { App } from '#platform/server/app.ts'
import { reading } from '#platform/server/edge.ts'
import { Situation } from '../domain/index.ts'
import { viewSituation } from './situation.ts'

export const situationRoutes = (indicators: readonly IndicatorDefinition[]) => (app: App) => {
  const { db, clock } = app
  app.get(
    '/api/situation',
    { schema: { response: { 200: Situation } }, config: { access: { may: 'situation.read' } } },
    ({ actor }) => reading(db, actor, (tx) => viewSituation(tx, actor, clock, indicators)),
  )
}
