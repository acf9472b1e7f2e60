import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { type FreshDatabase, freshDatabase } from '#tests/postgres/fresh-database.ts'
import { openDatabase } from '../db.ts'
import { migrate } from '../migrate.ts'
import { sealAudit } from '../seal.ts'
import { backup, openBackup, restore } from './index.ts'
import { ownMigrations } from './manifest.ts'
import { listMembers } from './tar.ts'

const folder = mkdtempSync(join(tmpdir(), 'phaodai-backup-'))
const path = (name: string) => join(folder, name)
const migrationsFolder = path('migrations')
const laterMigrations = path('later')
const kept = path('kept.phaodai')
let source: FreshDatabase

async function ask(url: string, text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}

/** Tables with whatever a careless copy breaks on. */
const oddTables = `
  create table odd (id int generated always as identity (start 42) primary key, a numeric, b float8, c timestamptz, d date, e interval,
    f bytea, g text[], h ltree, i int generated always as (1) stored, parent int references odd, "Quoted Name" text);
  create table circle_a (id int primary key, b int not null);
  create table circle_b (id int primary key, a int not null references circle_a deferrable initially deferred);
  alter table circle_a add foreign key (b) references circle_b deferrable initially deferred;
  create function refuse() returns trigger language plpgsql as $$ 
    begin if current_setting('test.by_hand', true) is distinct from 'yes' then raise 'a trigger ran'; end if; return new; end $$;
  create trigger refuses before insert on circle_a for each row execute function refuse();
  create table guarded (id int primary key, unit_path ltree not null);
  alter table guarded enable row level security;
  alter table guarded force row level security;
  create policy guarded_scope on guarded
    using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
  create table beside_guarded (id int primary key, guarded_id int not null references guarded);
  create table big (id int primary key, bytes bytea);
  create table empty_table (id int);
  insert into empty_table values (1);`

const oddRows = `
  insert into odd (a, b, c, d, e, f, g, h, parent, "Quoted Name") values
    (123456789012345678901234567890.000000000000000001, 0.1::float8 + 0.2::float8, '2021-08-11 02:00:00.123456+07', '0044-03-15 BC',
     '1 year -3 days 04:05:06.789', '\\x00ff0a0d5c09', array['a,b', 'c"d', null, ''], 'vn.p74.d718', null, E'x\\ty\\nz\\\\N'),
    ('NaN', '-Infinity', 'infinity', '-infinity', null, '', '{}', '', 42, null), (null, 'NaN', null, null, '0', null, null, null, 43, '');
  set constraints all deferred;
  set test.by_hand = 'yes';
  begin; insert into circle_a values (1, 1); insert into circle_b values (1, 1); commit;
  begin; select set_config('app.scopes', 'vn', true); insert into guarded select g, 'vn.x' from generate_series(1, 100) g;
    insert into beside_guarded values (1, 7); commit;
  create index by_hand on odd (a);
  delete from empty_table;
  insert into audit_entries (account_id, action, subject_id, details) select 'an', 'test.done', g::text,
    jsonb_build_object('lời', E'tab\\t newline\\n back\\\\slash "quote" Đặng', 'n', 12345678901234567890.123456789, 'null', null)
    from generate_series(1, 3000) g;
  insert into audit_entries (action) values ('\\N'), (''), (E'\\\\.'), (E'nfd: a\\u0302\\u0301');`

beforeAll(async () => {
  cpSync(ownMigrations, migrationsFolder, { recursive: true })
  writeFileSync(join(migrationsFolder, '29990101-01-odd-create.sql'), oddTables)
  cpSync(migrationsFolder, laterMigrations, { recursive: true })
  writeFileSync(
    join(laterMigrations, '29990102-01-odd-note.sql'),
    `alter table odd add column note text not null default 'later'`,
  )
  source = await freshDatabase()
  await migrate(source.ownerUrl, migrationsFolder)
  await ask(source.ownerUrl, oddRows)
  const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, i) => ((i * 2_654_435_761) >>> 13) & 255))
  for (const id of [1, 2, 3, 4]) await ask(source.ownerUrl, 'insert into big values ($1, $2)', [id, bytes])
  const db = openDatabase(source.appUrl)
  await sealAudit(db)
  await db.close()
})

afterAll(async () => {
  await source?.drop()
  rmSync(folder, { recursive: true, force: true })
})

async function withEmpty(work: (empty: FreshDatabase) => Promise<void>) {
  const empty = await freshDatabase({ empty: true })
  try {
    await work(empty)
  } finally {
    await empty.drop()
  }
}

const tablesIn = async (db: FreshDatabase) =>
  (
    await ask(
      db.ownerUrl,
      `select count(*)::int as n from pg_tables where schemaname in ('public', 'pgboss')`,
    )
  )[0].n

test('the drill: what was saved comes back whole, row for row, and saves again to the same', async () => {
  const saved = await backup(source.backupUrl, kept, { migrationsFolder })
  expect(statSync(kept).mode & 0o777).toBe(0o600)
  expect(saved.tables).toContainEqual({ name: 'public.guarded', rows: 100 })
  expect(saved.tables).toContainEqual({ name: 'public.audit_entries', rows: 3004 })
  expect(saved.auditRoot).toMatch(/^[0-9a-f]{64}$/)

  await withEmpty(async (empty) => {
    const report = await restore(empty.ownerUrl, kept, { migrationsFolder })
    expect(report).toMatchObject({ rows: saved.rows, tables: saved.tables, migrated: [] })
    expect(report.differences).toEqual(['- CREATE INDEX by_hand ON public.odd USING btree (a)'])
    expect(report.audit).toMatchObject({ entries: 3004, findings: [] })

    const [first] = await ask(
      empty.ownerUrl,
      `select a::text, b::text, c::text, f, g, h::text, "Quoted Name" as q from odd order by id limit 1`,
    )
    expect(first).toEqual({
      a: '123456789012345678901234567890.000000000000000001',
      b: '0.30000000000000004',
      c: '2021-08-10 19:00:00.123456+00',
      f: Buffer.from('00ff0a0d5c09', 'hex'),
      g: ['a,b', 'c"d', null, ''],
      h: 'vn.p74.d718',
      q: 'x\ty\nz\\N',
    })
    expect(await ask(empty.ownerUrl, 'insert into odd (a) values (1) returning id')).toEqual([{ id: 45 }])
    await ask(empty.ownerUrl, 'delete from odd where id = 45')
    await expect(ask(empty.ownerUrl, 'insert into odd (parent) values (999)')).rejects.toThrow('foreign key')
    await expect(ask(empty.ownerUrl, 'insert into circle_a values (2, 1)')).rejects.toThrow('a trigger ran')
    expect(await ask(empty.appUrl, 'select count(*)::int as n from files')).toEqual([{ n: 0 }])
    expect(await ask(empty.ownerUrl, 'select count(*)::int as n from guarded')).toEqual([{ n: 0 }]) // the policy is in force again
    expect(await ask(empty.ownerUrl, 'select count(*)::int as n from empty_table')).toEqual([{ n: 0 }])

    const again = path('again.phaodai')
    await backup(empty.backupUrl, again, { migrationsFolder })
    const [one, two] = await Promise.all([openBackup(kept), openBackup(again)])
    expect(two.manifest.tables).toEqual(one.manifest.tables)
    expect(two.manifest.auditRoot).toBe(saved.auditRoot)
    await Promise.all([one.close(), two.close()])
  })
})

test('an older backup is brought up to this release; one of a newer release is refused', async () => {
  await withEmpty(async (empty) => {
    const report = await restore(empty.ownerUrl, kept, { migrationsFolder: laterMigrations })
    expect(report.migrated).toEqual(['29990102-01-odd-note.sql'])
    expect(await ask(empty.ownerUrl, 'select distinct note from odd')).toEqual([{ note: 'later' }])
  })
  await withEmpty(async (empty) => {
    await expect(restore(empty.ownerUrl, kept)).rejects.toMatchObject({ code: 'backup.newer-backup' })
    expect(await tablesIn(empty)).toBe(0)
  })
})

test('a database with anything in it is left alone', async () => {
  await expect(restore(source.ownerUrl, kept, { migrationsFolder })).rejects.toMatchObject({
    code: 'backup.not-empty',
  })
})

test('a backup is not overwritten, and a role that policies bind may not make one', async () => {
  await expect(backup(source.backupUrl, kept, { migrationsFolder })).rejects.toMatchObject({
    code: 'backup.exists',
  })
  for (const url of [source.ownerUrl, source.appUrl]) {
    await expect(backup(url, path('partial.phaodai'), { migrationsFolder })).rejects.toMatchObject({
      code: 'backup.may-not-read-all',
    })
  }
  await expect(backup(source.backupUrl, path('unknown.phaodai'))).rejects.toMatchObject({
    code: 'backup.newer-database',
  })
  expect(existsSync(path('partial.phaodai')) || existsSync(path('partial.phaodai.part'))).toBe(false)
})

test('rows written while a backup runs are in it whole or not at all', async () => {
  let going = true
  const writing = (async () => {
    for (let i = 0; going; i++) {
      await ask(
        source.ownerUrl,
        `begin; insert into empty_table values (${i}); insert into audit_entries (action) values ('pair'); commit`,
      )
    }
  })()
  const file = path('busy.phaodai')
  try {
    await backup(source.backupUrl, file, { migrationsFolder })
  } finally {
    going = false
    await writing
  }
  const counted = `select (select count(*)::int from empty_table) as rows,
    (select count(*)::int from audit_entries where action = 'pair') as entries`
  const [atTheEnd] = await ask(source.ownerUrl, counted)
  await withEmpty(async (empty) => {
    const report = await restore(empty.ownerUrl, file, { migrationsFolder })
    expect(report.audit.findings).toEqual([])
    const [restored] = await ask(empty.ownerUrl, counted)
    expect(restored.rows).toBe(restored.entries)
    expect(restored.rows).toBeLessThan(atTheEnd.rows)
  })
})

test('damage is refused with its place, and nothing is left behind', async () => {
  const file = await open(kept)
  const members = await listMembers(file, kept)
  await file.close()
  const ofBig = members.find((m) => m.name === 'data/public.big.0001.copy.gz')!
  const whole = readFileSync(kept)
  const spoil = (name: string, change: (bytes: Buffer) => void) => {
    const bytes = Buffer.from(whole)
    change(bytes)
    writeFileSync(path(name), bytes)
    return path(name)
  }
  const cutAt = (name: string, size: number) => {
    copyFileSync(kept, path(name))
    truncateSync(path(name), size)
    return path(name)
  }
  const manifest = members.find((m) => m.name === 'manifest.json')!
  const migration = members.find((m) => m.name.startsWith('migrations/'))!
  const bad: [string, string][] = [
    [spoil('bit', (b) => (b[ofBig.at + Math.floor(ofBig.size / 2)]! ^= 1)), ofBig.name],
    [spoil('manifest', (b) => (b[manifest.at + 60]! ^= 1)), 'manifest.json'],
    [spoil('migration', (b) => (b[migration.at + 5]! ^= 1)), migration.name],
    [spoil('header', (b) => (b[ofBig.at - 512 + 130]! ^= 1)), 'tar'],
    [cutAt('cut-in-data', ofBig.at + 100), ofBig.name],
    [cutAt('cut-between', ofBig.at - 512), 'byte'],
    [cutAt('no-end', manifest.at - 512), 'byte'],
    [cutAt('empty', 0), 'byte 0'],
  ]
  await withEmpty(async (empty) => {
    for (const [broken, where] of bad) {
      await expect(restore(empty.ownerUrl, broken, { migrationsFolder }), broken).rejects.toMatchObject({
        code: 'backup.damaged',
        message: expect.stringContaining(where),
      })
    }
    writeFileSync(path('novel.txt'), 'Ngày xửa ngày xưa '.repeat(100))
    await expect(restore(empty.ownerUrl, path('novel.txt'))).rejects.toMatchObject({ code: 'backup.damaged' })
    await expect(restore(empty.ownerUrl, path('missing'))).rejects.toMatchObject({
      code: 'backup.unreadable',
    })
    expect(await tablesIn(empty)).toBe(0)
  })
})
