import { Kysely, PostgresDialect, type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import type { z } from 'zod'

export { sql }

/** What a store needs. Rows are parsed by their schema, never cast to it; snake_case becomes camelCase here only. */
export interface Db {
  all<T>(row: z.ZodType<T>, query: RawBuilder<unknown>): Promise<T[]>
  one<T>(row: z.ZodType<T>, query: RawBuilder<unknown>): Promise<T>
  maybeOne<T>(row: z.ZodType<T>, query: RawBuilder<unknown>): Promise<T | undefined>
  /** Number of rows written. */
  run(query: RawBuilder<unknown>): Promise<number>
  /** The Kysely handle, for libraries that speak it (sign-in, jobs) and nothing else. */
  readonly kysely: Kysely<never>
}

export interface Database extends Db {
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>
  close(): Promise<void>
  readonly pool: pg.Pool
}

// Dates stay text: a `date` has no time zone, and a JavaScript Date would invent one. int8 counts fit a double here.
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary') {
      if (oid === 20 || oid === 1700) return Number
      if (oid === 1082) return (text: string) => text
      if (oid === 1184 || oid === 1114) return (text: string) => isoInstant(text)
    }
    return pg.types.getTypeParser(oid as never, format as never)
  },
}

/** PostgreSQL prints `2021-08-11 02:00:00.123456+00` when the session is in UTC. Microseconds are kept. */
function isoInstant(text: string): string {
  return text.replace(' ', 'T').replace(/\+00(:00)?$/, 'Z')
}

export function openDatabase(
  url: string,
  options: { max?: number; applicationName?: string } = {},
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'phaodai',
    types: types as never,
    options: '-c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000',
    connectionTimeoutMillis: 10_000,
  })
  surviveLostConnections(pool)
  const kysely = new Kysely<never>({ dialect: new PostgresDialect({ pool }) })
  return {
    ...dbOver(kysely),
    pool,
    transaction: (work) => kysely.transaction().execute((tx) => work(dbOver(tx as Kysely<never>))),
    close: () => kysely.destroy(),
  }
}

/**
 * A connection that dies (the database was stopped or killed) must not end the process: idle ones report to the pool,
 * those in the middle of a transaction to nobody unless somebody listens. The query that waits fails by itself.
 */
export function surviveLostConnections(pool: pg.Pool): void {
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
}

export function dbOver(kysely: Kysely<never>): Db {
  const rows = async (query: RawBuilder<unknown>) =>
    (await query.execute(kysely)).rows as Record<string, unknown>[]
  const db: Db = {
    kysely,
    all: async (row, query) => (await rows(query)).map((r) => row.parse(camelKeys(r))),
    maybeOne: async (row, query) => (await db.all(row, query))[0],
    one: async (row, query) => {
      const found = await db.maybeOne(row, query)
      if (found === undefined) throw new Error('expected one row, got none')
      return found
    },
    run: async (query) => Number((await query.execute(kysely)).numAffectedRows ?? 0),
  }
  return db
}

const camelNames = new Map<string, string>()
function camelName(name: string): string {
  let camel = camelNames.get(name)
  if (camel === undefined) {
    camel = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    camelNames.set(name, camel)
  }
  return camel
}

function camelKeys(row: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const key in row) out[camelName(key)] = row[key]
  return out
}
