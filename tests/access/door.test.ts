import { randomUUID } from 'node:crypto'

import pg from 'pg'
import { expect, test, vi } from 'vitest'

import { openWorld } from '#tests/world.ts'

const world = openWorld()
const writing = () => ({ 'x-request-id': randomUUID() })
const json = { 'content-type': 'application/json' }

async function post(url: string, payload: string, headers: Record<string, string>) {
  const response = await world().app.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...writing(), ...headers },
  })
  return { status: response.statusCode, body: response.json() }
}

test('a message that is nested a hundred thousand times is refused, not fallen over', async () => {
  for (const deep of [
    '['.repeat(100_000) + ']'.repeat(100_000),
    `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  ]) {
    expect(await post('/api/session', deep, json)).toMatchObject({
      status: 400,
      body: { code: 'request.malformed' },
    })
  }
})

test('a message that is too large is told its own limit', async () => {
  const answer = await post('/api/session', JSON.stringify('a'.repeat(2_500_000)), json)
  expect(answer).toMatchObject({ status: 413, body: { details: { limitMegabytes: 2 } } })
})

test.each([
  [
    'cut off',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
  ],
  ['without a boundary', 'multipart/form-data', 'abc'],
])('a form that is %s is refused as such', async (_, type, payload) => {
  const clerk = await world().join('van-phong-ubnd@74', 'office-clerk')
  const answer = await post('/api/directives', payload, {
    'content-type': type,
    authorization: clerk.accountId,
  })
  expect(answer).toMatchObject({ status: 400, body: { code: 'request.malformed' } })
})

test('a write that a browser says comes from another site is refused, with no origin named too', async () => {
  const answer = await post('/api/session', '{}', { ...json, 'sec-fetch-site': 'cross-site' })
  expect(answer).toMatchObject({ status: 403, body: { code: 'request.foreign-origin' } })
})

test('answers cannot be embedded, guessed at or kept by others', async () => {
  const { headers } = await world().app.inject({ method: 'GET', url: '/api/system' })
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  })
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
})

test('a rush of uploads leaves connections for everybody else', async () => {
  const clerk = await world().join('van-phong-ubnd@74', 'office-clerk')
  const owner = new pg.Client({ connectionString: world().database.ownerUrl })
  await owner.connect()
  const writers = async () =>
    (
      await owner.query<{ n: number }>(
        `select count(*)::int as n from pg_locks where not granted and relation = 'files'::regclass`,
      )
    ).rows[0]!.n
  // A slow disk, as it were: nothing is written to files until we let go.
  await owner.query('begin; lock table files in share mode')
  const uploads = Array.from({ length: 12 }, () =>
    clerk.upload('/api/directives', { id: randomUUID() }, { name: 'a.txt', bytes: 'Kính gửi' }),
  )
  try {
    await vi.waitFor(async () => expect(await writers()).toBe(3), { timeout: 10_000 })
    expect((await clerk.get('/api/inbox')).status).toBe(200)
    expect(await writers()).toBe(3)
  } finally {
    await owner.query('rollback')
    await owner.end()
  }
  expect((await Promise.all(uploads)).map(({ status }) => status)).toEqual(uploads.map(() => 200))
})

test('a file of the same name and size, sent under the same request id, is not taken for the first', async () => {
  const clerk = await world().join('van-phong-ubnd@74', 'office-clerk')
  const doctor = await world().join('so-y-te@74', 'body-officer')
  for (const [who, url] of [
    [clerk, '/api/directives'],
    [doctor, '/api/health-network/files'],
  ] as const) {
    const id = randomUUID()
    const request = randomUUID()
    const send = async (text: string) => {
      const boundary = 'x1y2z3'
      const parts = [
        `--${boundary}\r\ncontent-disposition: form-data; name="id"\r\n\r\n${id}\r\n`,
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n`,
        `content-type: application/pdf\r\n\r\n${text}\r\n--${boundary}--\r\n`,
      ]
      return post(url, parts.join(''), {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'x-request-id': request,
        authorization: who.accountId,
      })
    }
    const first = await send('một')
    expect(first.status).toBe(200)
    expect((await send('một')).body).toEqual(first.body)
    expect(await send('mốt')).toMatchObject({ status: 409, body: { code: 'request.id-taken' } })
  }
})
