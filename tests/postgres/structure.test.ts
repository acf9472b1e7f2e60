import { readFileSync } from 'node:fs'

import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { migrate } from '#platform/server/migrate.ts'
import { listSchema } from '#platform/server/schema-listing.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

let database: FreshDatabase
let owner: pg.Client
beforeAll(async () => {
  database = await freshDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const column = async (query: string) => (await owner.query<{ name: string }>(query)).rows.map((r) => r.name)

test('db/schema.sql is what the migrations make (npm run db:dump writes it)', async () => {
  const committed = readFileSync(new URL('../../db/schema.sql', import.meta.url), 'utf8')
  expect(await listSchema(database.ownerUrl)).toBe(committed)
})

test('migrating twice changes nothing', async () => {
  expect(await migrate(database.ownerUrl)).toEqual([])
})

test('every foreign key has an index that starts with it', async () => {
  const missing = await column(`
    select c.conrelid::regclass || '.' || a.attname as name
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace
      and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1] and i.indpred is null)`)
  expect(missing).toEqual([])
})

/** Master data without personal content: every signed-in person may read it. */
const openTables = ['bodies', 'units']

test('every table that knows its unit has row-level security, forced, with a policy', async () => {
  const open = await column(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'unit_path'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`)
  expect(open.filter((name) => !openTables.includes(name))).toEqual([])
})

test('the policies are expressions without subqueries, and close on an empty setting', async () => {
  const rows = await owner.query<{ name: string; policy: string }>(`
    select polrelid::regclass::text as name, pg_get_expr(polqual, polrelid) as policy from pg_policy`)
  expect(rows.rows.length).toBeGreaterThan(3)
  for (const { name, policy } of rows.rows) {
    expect(policy, name).not.toMatch(/select/i)
    expect(policy, name).toMatch(/NULLIF\(current_setting\('app\.scopes'/)
  }
})

test('the app’s role owns nothing, cannot pass by the policies, and may not rewrite history', async () => {
  expect(
    await column(`select relname as name from pg_class where relowner = 'phaodai_app'::regrole`),
  ).toEqual([])
  const role = await owner.query(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'phaodai_app'`,
  )
  expect(role.rows).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
  ])
  const rewritable = await column(`
    select table_name || ' ' || privilege_type as name from information_schema.role_table_grants
    where grantee = 'phaodai_app' and table_schema = 'public' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
      and table_name in ('audit_entries', 'audit_seals', 'files', 'file_chunks', 'directive_recipients', 'task_bodies', 'directive_edits')`)
  expect(rewritable).toEqual([])
})

test('a pooled connection that had a scope sees nothing once its transaction is over', async () => {
  const app = new pg.Client({ connectionString: database.appUrl })
  await app.connect()
  try {
    const file = `insert into files (id, unit_path, name, media_type, size, sha256, uploaded_by)
                  values (gen_random_uuid(), 'v2021.p74.d725', 'a.txt', 'text/plain', 0, '', 'x')`
    const seen = async () => Number((await app.query('select count(*) from files')).rows[0].count)
    await app.query('begin')
    await app.query(`select set_config('app.scopes', 'v2021.p74', true)`)
    await app.query(file)
    expect(await seen()).toBe(1)
    await app.query('commit')
    // Now the setting is '' and not NULL: ''::ltree would be the root and show everything.
    expect((await app.query(`select current_setting('app.scopes', true) as s`)).rows[0].s).toBe('')
    expect(await seen()).toBe(0)
    await app.query('begin')
    await app.query(`select set_config('app.scopes', 'v2021.p84', true)`)
    expect(await seen()).toBe(0)
    await expect(app.query(file)).rejects.toThrow(/row-level security/)
    await app.query('rollback')
  } finally {
    await app.end()
  }
})
