/** What servers may ask of the situation: its one route. */
export { situationRoutes } from './routes.ts'
