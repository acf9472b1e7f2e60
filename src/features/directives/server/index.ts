/** What servers may ask of directives: the routes and the reading job. */
export { type ReadJobData, readJob, type ResolverFor } from './read-job.ts'
export { type Resolver } from './edits.ts'
export { directiveRoutes } from './routes.ts'
