import pg from 'pg'
import { expect, test } from 'vitest'

import { freshDatabase } from './fresh-database.ts'

async function ask(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

test('two fresh databases share nothing, and a dropped one is gone', async () => {
  const [one, two] = await Promise.all([freshDatabase(), freshDatabase()])
  await ask(one.ownerUrl, 'create table only_here (id int)')
  await expect(ask(two.ownerUrl, 'select * from only_here')).rejects.toThrow('does not exist')
  expect((await ask(two.ownerUrl, 'select count(*)::int as n from migrations'))[0].n).toBeGreaterThan(0)
  await Promise.all([one.drop(), two.drop()])
  await expect(ask(one.appUrl, 'select 1')).rejects.toThrow('does not exist')
})

test('the roles are who they should be', async () => {
  const db = await freshDatabase({ empty: true })
  const who = `select current_user::text as role, rolsuper as super, rolbypassrls as bypass from pg_roles where rolname = current_user`
  expect(await ask(db.ownerUrl, who)).toEqual([{ role: 'phaodai_owner', super: false, bypass: false }])
  expect(await ask(db.appUrl, who)).toEqual([{ role: 'phaodai_app', super: false, bypass: false }])
  expect(await ask(db.backupUrl, who)).toEqual([{ role: 'phaodai_backup', super: false, bypass: true }])
  await expect(ask(db.appUrl, 'create table mine (id int)')).rejects.toThrow('permission denied')
  await expect(ask(db.backupUrl, 'create temp table mine (id int)')).rejects.toThrow()
  await expect(ask(db.appUrl, 'set role phaodai_owner')).rejects.toThrow('permission denied')
  await db.drop()
})
