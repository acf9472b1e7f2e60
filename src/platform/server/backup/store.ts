import type pg from 'pg'

import { BackupError } from './error.ts'

/** A table whose rows are kept: all of the product's, and the queue's waiting jobs. Partitions go with their parent. */
export interface Table {
  /** As it is written in SQL, with its schema. */
  name: string
  /** Every column but the generated ones, which the database makes again. */
  columns: string[]
}

const ours = `
  (n.nspname = 'public' or (n.nspname = 'pgboss' and c.relname = 'job'))
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`

export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and ${ours}
    order by n.nspname desc, c.relname`) // the queue after the product
  return rows.map(({ name, columns }) => ({ name, columns }))
}

/** In the order they ran; all of them are in the release that runs on this database. */
export async function listMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migrations order by name')
  return rows.map((row) => row.name)
}

export interface Sequence {
  name: string
  value: string
  called: boolean
}

export async function listSequences(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and n.nspname = 'public' order by c.relname`)
  const found: Sequence[] = []
  for (const { name } of rows) {
    const { rows: now } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    )
    found.push({ name, ...now[0]! })
  }
  return found
}

export async function setSequences(client: pg.Client, sequences: readonly Sequence[]): Promise<void> {
  for (const { name, value, called } of sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [name, value, called])
  }
}

/** The queue's own housekeeping jobs belong to queues that it makes by itself; the product's are kept. */
const kept = (table: Table) =>
  table.name === 'pgboss.job' ? String.raw` where name not like '\_\_pgboss%'` : ''

export const copyOutText = (table: Table): string =>
  `copy (select ${table.columns.join(', ')} from ${table.name}${kept(table)}) to stdout`

export const copyInText = (table: Table): string =>
  `copy ${table.name} (${table.columns.join(', ')}) from stdin`

/**
 * One moment of the whole database for as long as the transaction lasts. `row_security = off` makes PostgreSQL refuse
 * to read a table that a policy would filter: a backup that silently lacks rows is worse than none.
 */
export async function beginSnapshot(client: pg.Client): Promise<void> {
  await client.query('begin isolation level repeatable read read only')
  await client.query('set local row_security = off')
  await steadyReading(client)
}

/** Times and numbers print the same on every server, and a scan starts at the beginning of its table. */
async function steadyReading(client: pg.Client) {
  await client.query(`
    set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local lock_timeout = 0;
    set local synchronize_seqscans = off; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD';
    set local intervalstyle = 'postgres'; set local extra_float_digits = 1; set local bytea_output = 'hex'`)
}

export interface About {
  server: string
  database: string
  at: string
  auditRoot: string | undefined
}

export async function aboutDatabase(client: pg.Client): Promise<About> {
  const { rows } = await client.query<{ server: string; database: string; at: string; sealed: boolean }>(`
    select current_setting('server_version') as server, current_database()::text as database,
      to_char(transaction_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
      to_regclass('public.audit_seals') is not null as sealed`)
  const { sealed, ...about } = rows[0]!
  return { ...about, auditRoot: sealed ? await lastAuditRoot(client) : undefined }
}

export async function lastAuditRoot(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ root: string }>(
    'select root from audit_seals order by id desc limit 1',
  )
  return rows[0]?.root
}

/** Refuses a database in which anything stands but extensions. */
export async function requireEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; database: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name, current_database()::text as database
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p', 'S', 'v', 'm')
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by 1 limit 5`)
  if (rows.length === 0) return
  const names = rows.map((row) => row.name).join(', ')
  throw new BackupError(
    'not-empty',
    {
      vi: `Cơ sở dữ liệu ${rows[0]!.database} không trống (có ${names}). Chỉ phục hồi vào một cơ sở dữ liệu trống: đặt PHAODAI_DATA trỏ tới thư mục mới, hoặc tạo cơ sở dữ liệu mới.`,
      en: `The database ${rows[0]!.database} is not empty (it has ${names}). A backup is restored into an empty one only: set PHAODAI_DATA to a new folder, or make a new database.`,
    },
    { found: rows.map((row) => row.name) },
  )
}

/**
 * Lets rows come in as they were: no trigger fires, no policy of the owner's applies, no table waits for another. The
 * function it answers puts everything back and so proves every reference. All within the caller's transaction.
 */
export async function openForLoading(
  client: pg.Client,
  tables: readonly Table[],
): Promise<() => Promise<void>> {
  await steadyReading(client)
  const names = tables.map((table) => table.name)
  const { rows: forced } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relforcerowsecurity and format('%I.%I', n.nspname, c.relname) = any($1)`,
    [names],
  )
  const { rows: references } = await client.query<{ owner: string; name: string; definition: string }>(
    `select format('%I.%I', n.nspname, c.relname) as owner, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and n.nspname = 'public' and format('%I.%I', n.nspname, c.relname) = any($1) order by 1, 2`,
    [names],
  )
  // What migrations put in is in the backup too. The queue's own tables refer to its jobs, of which there are none yet.
  await client.query(`truncate ${names.filter((name) => name.startsWith('public.')).join(', ')}`)
  for (const { owner, name } of references) await client.query(`alter table ${owner} drop constraint ${name}`)
  for (const { name } of forced) await client.query(`alter table ${name} no force row level security`)
  for (const name of names) await client.query(`alter table ${name} disable trigger user`)
  return async () => {
    for (const name of names) await client.query(`alter table ${name} enable trigger user`)
    // References are proved before the policies are in force again: the proof reads as the owner, who would see no row.
    for (const { owner, name, definition } of references) {
      await client.query(`alter table ${owner} add constraint ${name} ${definition}`)
    }
    for (const { name } of forced) await client.query(`alter table ${name} force row level security`)
  }
}

/** Takes away all that a failed restore made in this database, which was empty before it. */
export async function clearOwned(client: pg.Client): Promise<void> {
  await client.query('drop owned by current_user cascade')
}
