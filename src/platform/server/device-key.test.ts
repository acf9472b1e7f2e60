import { expect, test } from 'vitest'

import { openWorld } from '#tests/world.ts'

const world = openWorld()

test('a person is given the same key each time, and another person another one', async () => {
  const [one, other] = await Promise.all([
    world().join('ubnd@25966', 'commune-clerk'),
    world().join('ubnd@25966', 'commune-clerk'),
  ])
  const first = await one!.post('/api/offline/key')
  expect(first.status).toBe(200)
  expect(first.body.key).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect((await one!.post('/api/offline/key')).body).toEqual(first.body)
  expect((await other!.post('/api/offline/key')).body.key).not.toBe(first.body.key)
})

test('the key is given to nobody who is not signed in or whose account is disabled, and lies in no remembered answer', async () => {
  const person = await world().join('ubnd@25966', 'commune-clerk')
  const { key } = (await person.post('/api/offline/key')).body
  const { rows } = await world().db.pool.query(
    `select 1 from requests where answer::text like '%' || $1 || '%'`,
    [key],
  )
  expect(rows).toEqual([])
  const audited = await world().db.pool.query(
    `select details::text from audit_entries where action = 'device-key.given' and account_id = $1`,
    [person.accountId],
  )
  expect(audited.rows).toEqual([{ details: '{}' }])
  await world().db.pool.query(`update accounts set state = 'disabled' where id = $1`, [person.accountId])
  expect((await person.post('/api/offline/key')).status).toBe(401)
})
