/** What servers may ask of indicators: facts changed, a figure, its course; routes and job for app. */
export { ensureInstance, markChanged } from './actions.ts'
export { recomputeJob } from './job.ts'
export { indicatorRoutes } from './routes.ts'
export type { IndicatorSource, Sql } from './source.ts'
export { readBoard, readFigures, readIndicator, readSeries } from './store.ts'
export type { CrossedThreshold } from './thresholds.ts'
export { listShort } from './units-store.ts'
export { recomputeAll, verifyIndicators } from './verify.ts'
