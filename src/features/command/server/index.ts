/** What servers may ask of the Command: its routes, who signs for a committee, and figures for the situation screen. */
export { committeeRoutes } from './committees/routes.ts'
export { committeeOn, signatoryOf } from './committees/views.ts'
export { incidentRoutes } from './incidents/routes.ts'
export { rosterRoutes } from './roster/routes.ts'
export { countIncidents, onDutyNow } from './situation.ts'
export { viewDutyNow } from './roster/views.ts'
export { listSeenIncidents } from './incidents/store.ts'
export { incidentNotice } from './incidents/tell.ts'
