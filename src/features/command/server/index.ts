/** What servers may ask of the Command: its routes, and figures for the situation screen. */
export { incidentRoutes } from './incidents/routes.ts'
export { rosterRoutes } from './roster/routes.ts'
