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
    await enterScope(tx, actor.scopes, 'read only', actor)
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
    await enterScope(tx, scopes, 'read write', system)
    return work(tx)
  })
}

const system = { bodyKind: 'system', bodySector: 'system' }

/**
 * `body` is told where a policy asks not only where something stands but whose it is to record (the health network);
 * without one, such a policy refuses every write.
 */
export async function enterScope(
  tx: Db,
  scopes: readonly string[],
  mode: 'read only' | 'read write',
  body?: Pick<Actor, 'bodyKind' | 'bodySector'>,
) {
  const nature = body ? `${body.bodySector}/${body.bodyKind}` : ''
  await tx.run(
    sql`select set_config('app.scopes', ${scopes.join(',')}, true), set_config('app.body', ${nature}, true),
          set_config('transaction_read_only', ${mode === 'read only' ? 'on' : 'off'}, true)`,
  )
}
