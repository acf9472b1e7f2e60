import { randomUUID } from 'node:crypto'

import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'

import { openWorld, type Person } from '#tests/world.ts'
import { announce, announceTo } from './live.ts'

const world = openWorld()
const ward = 'ubnd@25966'
const sibling = 'ubnd@25969'
const foreign = 'ubnd@29242'

let address = ''
beforeAll(async () => {
  address = await world().app.listen({ port: 0, host: '127.0.0.1' })
})

/** A page that listens: what it has heard so far, and whether the server ended it. */
async function listen(person: Pick<Person, 'accountId'>) {
  const leaving = new AbortController()
  const response = await fetch(`${address}/api/live`, {
    headers: { authorization: person.accountId, 'x-request-id': randomUUID() },
    signal: leaving.signal,
  })
  const stream = { response, heard: '', ended: false, leave: () => leaving.abort() }
  const read = async () => {
    for await (const chunk of response.body!) stream.heard += new TextDecoder().decode(chunk)
    stream.ended = true
  }
  read().catch(() => (stream.ended = true))
  await expect.poll(() => stream.heard).toContain('retry:')
  return stream
}

const pathOf = async (code: string) => {
  const person = await world().join(code, 'commune-clerk')
  const { rows } = await world().db.pool.query('select unit_path::text as path from bodies where id = $1', [
    person.bodyId,
  ])
  return rows[0].path as string
}
const changed = (...topics: string[]) => `event: change\ndata: ${JSON.stringify(topics)}\n\n`
/** Longer than announcements are gathered for. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 500))

test('what is announced in a unit is heard there and above, and in no sibling and no foreign province', async () => {
  const path = await pathOf(ward)
  const [own, above, beside, away] = await Promise.all(
    [ward, 'ubnd@74', sibling, foreign].map(async (code) =>
      listen(await world().join(code, 'commune-clerk')),
    ),
  )
  await world().db.transaction((tx) => announce(tx, 'incidents', path))
  await expect.poll(() => own!.heard).toContain(changed('incidents'))
  await expect.poll(() => above!.heard).toContain(changed('incidents'))
  await aWhile()
  expect(beside!.heard).not.toContain('change')
  expect(away!.heard).not.toContain('change')
  for (const stream of [own, above, beside, away]) stream!.leave()
})

test('what the province announces is heard in its communes', async () => {
  const own = await listen(await world().join(ward, 'commune-clerk'))
  await world().db.transaction((tx) => announce(tx, 'tasks', 'v2021.p74'))
  await expect.poll(() => own.heard).toContain(changed('tasks'))
  own.leave()
})

test('an act that is taken back announces nothing', async () => {
  const path = await pathOf(ward)
  const own = await listen(await world().join(ward, 'commune-clerk'))
  const undone = world().db.transaction(async (tx) => {
    await announce(tx, 'duty', path)
    throw new Error('taken back')
  })
  await expect(undone).rejects.toThrow('taken back')
  await aWhile()
  expect(own.heard).not.toContain('change')
  own.leave()
})

test('a hundred announcements are told once', async () => {
  const path = await pathOf(ward)
  const own = await listen(await world().join(ward, 'commune-clerk'))
  await Promise.all(
    Array.from({ length: 100 }, (_, at) =>
      world().db.transaction((tx) => announce(tx, at % 2 ? 'tasks' : 'duty', path)),
    ),
  )
  await aWhile()
  expect(own.heard.split('event: change').length - 1).toBeLessThan(10)
  own.leave()
})

test('one person is told, not their neighbour in the same office', async () => {
  const person = await world().join(ward, 'commune-clerk')
  const own = await listen(person)
  const neighbour = await listen(await world().join(ward, 'commune-clerk'))
  await world().db.transaction((tx) => announceTo(tx, 'notices', person.accountId))
  await expect.poll(() => own.heard).toContain(changed('notices'))
  expect(neighbour.heard).not.toContain('change')
  own.leave()
  neighbour.leave()
})

test('the stream of an account that is disabled ends at once', async () => {
  const person = await world().join(ward, 'commune-clerk')
  const own = await listen(person)
  await world().db.pool.query(`update accounts set state = 'disabled' where id = $1`, [person.accountId])
  await expect.poll(() => own.ended, { timeout: 5_000 }).toBe(true)
  expect(own.heard).toContain('event: ended')
})

test('the stream ends with the office it was opened through', async () => {
  const person = await world().join(ward, 'commune-clerk')
  const own = await listen(person)
  await world().db.pool.query(`update offices set valid_to = '2021-09-15' where account_id = $1`, [
    person.accountId,
  ])
  await expect.poll(() => own.ended, { timeout: 5_000 }).toBe(true)
})

test('nobody listens without being signed in', async () => {
  const response = await fetch(`${address}/api/live`)
  expect(response.status).toBe(401)
})

test('the seventh stream of one account ends its oldest, which is told why', async () => {
  const person = await world().join(ward, 'commune-clerk')
  const streams: Awaited<ReturnType<typeof listen>>[] = []
  for (let n = 0; n < 7; n++) streams.push(await listen(person))
  await expect.poll(() => streams[0]!.ended).toBe(true)
  expect(streams[0]!.heard).toContain('event: full')
  expect(streams[1]!.ended).toBe(false)
  for (const stream of streams) stream.leave()
})

test('after the listening connection was lost everybody is told to read again, and hears again', async () => {
  const path = await pathOf(ward)
  const own = await listen(await world().join(ward, 'commune-clerk'))
  await world().db.transaction((tx) => announce(tx, 'duty', path))
  await expect.poll(() => own.heard).toContain(changed('duty'))
  const owner = new pg.Client({ connectionString: world().database.ownerUrl })
  await owner.connect()
  await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'phaodai-live' and datname = current_database()`,
  )
  await owner.end()
  await expect.poll(() => own.heard, { timeout: 10_000 }).toContain('event: all')
  await world().db.transaction((tx) => announce(tx, 'tasks', path))
  await expect.poll(() => own.heard).toContain(changed('tasks'))
  own.leave()
})

test('what travels is the topic: no path, no data; proxies are told not to hold it back', async () => {
  const path = await pathOf(ward)
  const own = await listen(await world().join(ward, 'commune-clerk'))
  await world().db.transaction((tx) => announce(tx, 'duty', path))
  await expect.poll(() => own.heard).toContain(changed('duty'))
  expect(own.heard).not.toContain(path)
  expect(own.response.headers.get('x-accel-buffering')).toBe('no')
  expect(own.response.headers.get('content-security-policy')).toContain("script-src 'self'")
  own.leave()
})

// Last: it stops the product.
test('stopping the product ends open streams instead of waiting for them', async () => {
  const own = await listen(await world().join(ward, 'commune-clerk'))
  const begun = performance.now()
  await world().app.close()
  expect(performance.now() - begun).toBeLessThan(3_000)
  await expect.poll(() => own.ended).toBe(true)
})
