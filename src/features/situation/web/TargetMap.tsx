import { useQuery } from '@tanstack/react-query'

import { IndicatorMap, indicatorQueries } from '#registry/indicators/web/index.ts'
import { useLanguage } from '#platform/web/words/index.ts'
import type { MeasuredTarget } from '../domain/index.ts'

/** Where the target that stands first – the nearest that is not reached – falls short. */
export function TargetMap({ target }: { target: MeasuredTarget }) {
  const { language } = useLanguage()
  const ask = { key: target.indicatorKey, unit: target.unitId, atLeast: target.atLeast ?? undefined }
  const view = useQuery(indicatorQueries.one(ask))
  return view.data ? <IndicatorMap view={view.data} ask={ask} title={target.title[language]} /> : null
}
