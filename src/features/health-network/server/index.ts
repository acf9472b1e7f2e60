/** What servers may ask of the health network: its routes, what it measures, and records for exercises. */
export { recordNew, type Way } from './actions.ts'
export { healthNetworkIndicators } from './indicator-store.ts'
export { healthNetworkRoutes } from './routes.ts'
export { hasRecords, listTeams } from './store.ts'
