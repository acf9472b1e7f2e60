/** What servers may ask of directives: routes and jobs, documents for exercises, and where tasks stand. */
export { listBoard } from './board-store.ts'
export { bringIn } from './bring-in.ts'
export { countTasks as countTasksByState, verifyAcceptedCounts } from './count-store.ts'
export { type Resolver } from './edits.ts'
export { type ReadJobData, readJob, type ResolverFor } from './read-job.ts'
export { type Digest, remindJob, type Tell } from './reminders.ts'
export { directiveRoutes } from './routes.ts'
export { type BoundTarget, listBoundTargets, listMovements } from './situation-store.ts'
