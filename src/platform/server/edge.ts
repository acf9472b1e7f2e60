import type { Actor } from './actor.ts'
import { type Database, type Db, sql } from './db.ts'

/**
 * The request's edge: the only place that opens a transaction. It tells the database which subtrees the office covers;
 * forced row-level security uses that as the backstop behind the checks in the actions.
 *
 * `set_config(…, true)` ends with the transaction. Afterwards the setting reads '' on the pooled connection, which the
 * policies turn into NULL (no rows); tests/postgres proves it.
 */
export function reading<T>(db: Database, actor: Actor, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await enterScope(tx, actor.scopes, 'read only')
    return work(tx)
  })
}

/** The system's own work (jobs, imports, demo): it names the subtrees it works in just as a person does. */
export function asSystem<T>(
  db: Database,
  scopes: readonly string[],
  work: (tx: Db) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    await enterScope(tx, scopes, 'read write')
    return work(tx)
  })
}

export async function enterScope(tx: Db, scopes: readonly string[], mode: 'read only' | 'read write') {
  await tx.run(
    sql`select set_config('app.scopes', ${scopes.join(',')}, true), set_config('transaction_read_only', ${mode === 'read only' ? 'on' : 'off'}, true)`,
  )
}
