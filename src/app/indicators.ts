import { healthNetworkIndicators } from '#features/health-network/server/index.ts'
import type { IndicatorSource } from '#registry/indicators/server/index.ts'

/** Everything that is measured, in the order in which it is listed. Each feature brings what its own facts say. */
export const indicatorSources: readonly IndicatorSource[] = [...healthNetworkIndicators]
