import type pg from 'pg'

import type { Secrets } from './secrets.ts'

/** Raise when the list below changes: every database is then given it once, at its next start. */
export const rolesVersion = 2

/**
 * `phaodai_owner` owns the schema and runs migrations; it is under forced row-level security like everybody, and may
 * make databases (restore drills, tests). `phaodai_app` serves requests and owns nothing. `phaodai_backup` reads
 * everything and writes nothing. `phaodai_indicators` cannot sign in: the job that measures takes it on for one
 * transaction, and only then may anybody write a measured value. The superuser has no password and no line in pg_hba:
 * nobody signs in as it.
 */
export const rolesSql = (secrets: Secrets): string[] => [
  makeRole('phaodai_owner', 'login nosuperuser createdb nocreaterole nobypassrls', secrets.owner),
  makeRole('phaodai_app', 'login nosuperuser nocreatedb nocreaterole nobypassrls', secrets.app),
  makeRole('phaodai_backup', 'login nosuperuser nocreatedb nocreaterole bypassrls', secrets.backup),
  `do $$ begin if not exists (select from pg_roles where rolname = 'phaodai_indicators') then create role phaodai_indicators; end if; alter role phaodai_indicators with nologin nosuperuser nocreatedb nocreaterole nobypassrls; end $$`,
  // Without inheritance: what the role may do is the app's only after `set local role`.
  'grant phaodai_indicators to phaodai_app with inherit false, set true',
  'grant pg_monitor, pg_signal_backend to phaodai_owner',
  'grant pg_read_all_data to phaodai_backup',
  'alter role phaodai_backup set default_transaction_read_only = on',
]

export const databaseSql = [
  'create database phaodai owner phaodai_owner',
  'revoke all on database phaodai from public',
  'grant connect, temporary on database phaodai to phaodai_app, phaodai_backup',
]

function makeRole(name: string, rights: string, password: string): string {
  return `do $$ begin if not exists (select from pg_roles where rolname = '${name}') then create role ${name}; end if; alter role ${name} with ${rights} password '${password}'; end $$`
}

/** What a server of your own says about the role that we came as. */
export interface ServerSeen {
  version: number
  role: string
  database: string
  superuser: boolean
  bypass: boolean
  isApp: boolean
  /** May take on the role that writes measured values. */
  isIndicators: boolean
  ownedTables: number
  mayCreate: boolean
  collation: boolean
}

export async function seeServer(client: pg.Client): Promise<ServerSeen> {
  const { rows } = await client.query<ServerSeen>(`
      select current_setting('server_version_num')::int as version, current_user::text as role,
        current_database()::text as database, r.rolsuper as superuser, r.rolbypassrls as bypass,
        exists (select from pg_roles a where a.rolname = 'phaodai_app'
          and pg_has_role(current_user, a.oid, 'member')) as "isApp",
        exists (select from pg_roles a where a.rolname = 'phaodai_indicators'
          and pg_has_role(current_user, a.oid, 'member')) as "isIndicators",
        (select count(*)::int from pg_class where relowner = r.oid and relkind in ('r', 'p')) as "ownedTables",
        has_schema_privilege('public', 'create') as "mayCreate",
        exists (select from pg_collation where collname = 'vi-x-icu') as collation
      from pg_roles r where r.rolname = current_user`)
  return rows[0]!
}

/** The settings on which it hangs whether an acknowledged write survives; each should be `on`. */
export async function seeDurability(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query<Record<string, string>>(`
  select current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit,
    current_setting('full_page_writes') as full_page_writes, current_setting('data_checksums') as data_checksums`)
  return rows[0]!
}
