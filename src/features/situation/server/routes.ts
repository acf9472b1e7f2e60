import type { IndicatorDefinition } from '#registry/indicators/domain/index.ts'
import type { App } from '#platform/server/app.ts'
import { sharedReading } from '#platform/server/shared-reading.ts'
import { Situation } from '../domain/index.ts'
import { viewSituation } from './situation.ts'

export const situationRoutes = (indicators: readonly IndicatorDefinition[]) => (app: App) => {
  const { db, clock } = app
  const read = sharedReading(db)
  app.get(
    '/api/situation',
    { schema: { response: { 200: Situation } }, config: { access: { may: 'situation.read' } } },
    ({ actor }) => read(actor, 'situation', (tx) => viewSituation(tx, actor, clock, indicators)),
  )
}
