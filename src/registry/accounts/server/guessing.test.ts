import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { openWorld } from '#tests/world.ts'
import { totp } from './totp.testing.ts'

const world = openWorld()
const password = 'mat khau rat dai 2021'

async function send(url: string, payload: object, headers: Record<string, string> = {}) {
  const response = await world().app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'x-request-id': randomUUID(), ...headers },
  })
  const cookies = [response.headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0])
  return { status: response.statusCode, body: response.json(), cookie: cookies.join('; ') }
}

const account = (name: string, body = 'so-y-te@74') => world().account(name, password, body, 'body-officer')

test('guesses sent all at once are counted while they are looked at', async () => {
  await account('bi.doan')
  const guesses = await Promise.all(
    Array.from({ length: 24 }, (_, i) =>
      send('/api/session', { username: 'bi.doan', password: `doan lan thu ${i}` }),
    ),
  )
  const looked = guesses.filter(({ status }) => status === 401).length
  expect(looked).toBeGreaterThan(0)
  expect(looked).toBeLessThanOrEqual(8)
  expect(guesses.filter(({ status }) => status === 429)).toHaveLength(24 - looked)
})

test('many people sign in at the same moment from one address', async () => {
  await account('dong.nguoi')
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => send('/api/session', { username: 'dong.nguoi', password })),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
})

test('the password asked for again cannot be guessed from a session left open', async () => {
  await account('bo.may')
  const { cookie } = await send('/api/session', { username: 'bo.may', password })
  for (let i = 0; i < 8; i++) {
    const wrong = { current: `doan lan thu ${i}`, next: 'mot mat khau khac' }
    expect((await send('/api/account/password', wrong, { cookie })).status).toBe(401)
  }
  const right = { current: password, next: 'mot mat khau khac' }
  expect((await send('/api/account/password', right, { cookie })).status).toBe(429)
})

test('the log keeps the address a sign-in came from, not the one it claims', async () => {
  const id = await account('gia.dia.chi')
  await send('/api/session', { username: 'gia.dia.chi', password }, { 'x-forwarded-for': '6.6.6.6' })
  const { rows } = await world().db.pool.query(
    `select details ->> 'ip' as ip from audit_entries where account_id = $1 and action = 'auth_sessions.insert'`,
    [id],
  )
  expect(rows).toEqual([{ ip: '127.0.0.1' }])
})

test('a code of the app signs in once, also when two send it at the same moment', async () => {
  await account('nhin.trom')
  const { cookie } = await send('/api/session', { username: 'nhin.trom', password })
  const { secret } = (await send('/api/account/totp/start', { password }, { cookie })).body
  await send('/api/account/totp/confirm', { code: totp(secret) }, { cookie })
  const passwordProved = async () =>
    (await send('/api/session', { username: 'nhin.trom', password }, {})).cookie
  const windows = [await passwordProved(), await passwordProved(), await passwordProved()]
  const code = totp(secret)
  const tries = await Promise.all(windows.map((cookie) => send('/api/session/totp', { code }, { cookie })))
  expect(tries.map(({ status }) => status).sort()).toEqual([200, 401, 401])
  const sessions = await world().db.pool.query(
    `select count(*)::int as n from auth_sessions s join accounts a on a.id = s.user_id where a.username = 'nhin.trom'`,
  )
  // The one that set the codes up and the one that signed in with a code.
  expect(sessions.rows).toEqual([{ n: 2 }])
})

test('an administrator of a city cannot take over who also works for the province, nor the own account', async () => {
  const id = await account('hai.noi', 'phong-y-te@725')
  const city = await world().join('van-phong-ubnd@725', 'administrator')
  const province = await world().join('van-phong-ubnd@74', 'administrator')
  expect((await city.post(`/api/accounts/${id}/password`, { password: 'mat khau dat lai' })).status).toBe(200)
  const office = {
    id: randomUUID(),
    bodyId: await world().body('so-y-te@74'),
    role: 'leader',
    title: 'Phó Giám đốc',
    validFrom: '2021-09-01',
  }
  expect((await province.post(`/api/accounts/${id}/offices`, office)).status).toBe(200)
  const again = await city.post(`/api/accounts/${id}/password`, { password: 'chiem tai khoan' })
  expect(again).toMatchObject({ status: 403, body: { code: 'action.forbidden' } })
  expect((await city.post(`/api/accounts/${id}/disable`, { version: 1, reason: 'x' })).status).toBe(403)
  const end = await city.post(`/api/accounts/${id}/offices/${office.id}/end`, { lastDay: '2021-09-16' })
  expect(end.status).toBe(404)
  expect((await send('/api/session', { username: 'hai.noi', password: 'chiem tai khoan' })).status).toBe(401)
  expect((await send('/api/session', { username: 'hai.noi', password: 'mat khau dat lai' })).status).toBe(200)
  const own = await city.post(`/api/accounts/${city.accountId}/password`, {
    password: 'khong hoi mat khau cu',
  })
  expect(own.status).toBe(403)
})

test('the same request id with another password, or at another address, is refused and changes nothing', async () => {
  const admin = await world().join('van-phong-ubnd@74', 'administrator')
  const id = await account('gui.lai')
  const request = randomUUID()
  const reset = (next: string) => admin.post(`/api/accounts/${id}/password`, { password: next }, request)
  expect((await reset('mat khau thu nhat')).status).toBe(200)
  expect((await reset('mat khau thu nhat')).status).toBe(200)
  expect(await reset('mat khau thu hai!')).toMatchObject({ status: 409, body: { code: 'request.id-taken' } })
  const body = { version: 1, reason: 'nghỉ việc' }
  const other = randomUUID()
  expect((await admin.post(`/api/accounts/${id}/disable`, body, other)).body.state).toBe('disabled')
  const elsewhere = await admin.post(`/api/accounts/${id}/enable`, body, other)
  expect(elsewhere).toMatchObject({ status: 409, body: { code: 'request.id-taken' } })
})
