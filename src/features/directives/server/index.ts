/** What servers may ask of directives: the routes, the reading job, and bringing documents in for exercises. */
export { bringIn } from './bring-in.ts'
export { type Resolver } from './edits.ts'
export { type ReadJobData, readJob, type ResolverFor } from './read-job.ts'
export { directiveRoutes } from './routes.ts'
