import { randomUUID } from 'node:crypto'

import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { type Database, openDatabase } from '#platform/server/db.ts'
import { recordSystemAudit } from '#platform/server/audit.ts'
import { sealAudit, verifyAudit } from '#platform/server/seal.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

let database: FreshDatabase
let db: Database
let owner: pg.Client
let roots: string[]

beforeAll(async () => {
  database = await freshDatabase()
  db = openDatabase(database.appUrl)
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  for (const batch of [7, 1, 12]) {
    for (let i = 0; i < batch; i++)
      await db.transaction((tx) => recordSystemAudit(tx, 'test.act', randomUUID(), { i }))
    await sealAudit(db)
  }
  roots = (await owner.query<{ root: string }>('select root from audit_seals order by id')).rows.map(
    (r) => r.root,
  )
})
afterAll(async () => {
  await db.close()
  await owner.end()
  await database.drop()
})

test('an untouched log verifies, against itself and against the published roots', async () => {
  const verdict = await verifyAudit(db, roots)
  expect(verdict).toEqual({ seals: 3, entries: 20, findings: [] })
  expect(await sealAudit(db)).toEqual([])
})

const hands: [what: string, statement: string][] = [
  [
    'an edited row',
    `update audit_entries set details = '{"i": 99}' where id = (select min(id) from audit_entries)`,
  ],
  [
    'an edited time',
    `update audit_entries set at = at + interval '1 microsecond' where id = (select max(id) from audit_entries)`,
  ],
  ['a deleted row', `delete from audit_entries where id = (select min(id) + 8 from audit_entries)`],
  [
    'two rows that changed places',
    `update audit_entries set details = case id when (select min(id) from audit_entries) then '{"i": 1}'::jsonb else '{"i": 0}'::jsonb end
     where id in (select id from audit_entries order by id limit 2)`,
  ],
  [
    'a row put in',
    `delete from audit_entries where id = (select min(id) + 3 from audit_entries);
     insert into audit_entries (id, action, details) overriding system value values ((select min(id) + 3 from audit_entries), 'test.act', '{"i": 3}')`,
  ],
  [
    'a seal taken away from the middle',
    `delete from audit_seals where id = (select min(id) + 1 from audit_seals)`,
  ],
]

test.each(hands)('%s is found, even when the hand is the database owner’s', async (_, statement) => {
  await owner.query('begin')
  try {
    await owner.query(statement)
    const inside = {
      ...db,
      all: (row: never, query: never) => allAs(owner, row, query),
    } as unknown as Database
    const verdict = await verifyAudit(inside)
    expect(verdict.findings.length).toBeGreaterThan(0)
  } finally {
    await owner.query('rollback')
  }
})

test('a tail cut off together with its seal is found by whoever kept the roots', async () => {
  await owner.query('begin')
  try {
    await owner.query(
      `delete from audit_entries where id > (select after_id from audit_seals order by id desc limit 1)`,
    )
    await owner.query(`delete from audit_seals where id = (select max(id) from audit_seals)`)
    const inside = {
      ...db,
      all: (row: never, query: never) => allAs(owner, row, query),
    } as unknown as Database
    expect((await verifyAudit(inside)).findings).toEqual([])
    expect((await verifyAudit(inside, roots)).findings).toEqual([
      { seal: 0, found: 'không có trong cơ sở dữ liệu', expected: `gốc đã công bố ${roots[2]}` },
    ])
  } finally {
    await owner.query('rollback')
  }
})

test('the app itself can neither change nor take away a line', async () => {
  const app = new pg.Client({ connectionString: database.appUrl })
  await app.connect()
  try {
    for (const statement of [
      'update audit_entries set action = action',
      'delete from audit_entries',
      'truncate audit_entries',
      'update audit_seals set root = root',
      'delete from audit_seals',
    ]) {
      await expect(app.query(statement), statement).rejects.toThrow(/permission denied/)
    }
  } finally {
    await app.end()
  }
})

/** Runs a store's query inside the owner's open transaction, so that each hand is taken back afterwards. */
async function allAs(
  client: pg.Client,
  row: { parse(x: unknown): unknown },
  query: { compile(db: unknown): { sql: string; parameters: readonly unknown[] } },
) {
  const { sql: text, parameters } = query.compile(db.kysely)
  const { rows } = await client.query(text, [...parameters])
  return rows.map((r: Record<string, unknown>) =>
    row.parse(
      Object.fromEntries(
        Object.entries(r).map(([key, value]) => [
          key.replace(/_([a-z])/g, (_, c: string) => c.toUpperCase()),
          value instanceof Date
            ? value.toISOString()
            : /^(id|after_id|last_id)$/.test(key)
              ? Number(value)
              : value,
        ]),
      ),
    ),
  )
}
