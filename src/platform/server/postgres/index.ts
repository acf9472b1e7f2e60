/** The database of the product: the bundled PostgreSQL and its supervisor, or a server of your own. */
export { checkRuntime } from './doctor.ts'
export { PostgresError } from './error.ts'
export { resolveDatabase } from './external.ts'
export { type RunningPostgres, startPostgres, type StartOptions } from './supervisor.ts'
