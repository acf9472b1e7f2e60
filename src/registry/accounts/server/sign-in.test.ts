import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { openWorld } from '#tests/world.ts'
import { totp } from './totp.testing.ts'

const world = openWorld()
const password = 'mat khau rat dai 2021'

/** A browser: keeps cookies, as browsers do. */
function browser() {
  const cookies = new Map<string, string>()
  const send = async (method: 'GET' | 'POST' | 'DELETE', url: string, body?: object) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await world().app.inject({
      method,
      url,
      headers: { 'x-request-id': randomUUID(), ...(cookie && { cookie }) },
      ...(body && { payload: body }),
    })
    for (const line of [response.headers['set-cookie'] ?? []].flat()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name!)
      else cookies.set(name!, value!)
    }
    return { status: response.statusCode, body: response.json(), setCookie: response.headers['set-cookie'] }
  }
  return {
    get: (url: string) => send('GET', url),
    post: (url: string, body = {}) => send('POST', url, body),
    delete: (url: string) => send('DELETE', url),
    cookies,
  }
}

async function signedIn(username: string, bodyCode = 'so-y-te@74') {
  const id = await world().account(username, password, bodyCode, 'body-officer')
  const page = browser()
  const answer = await page.post('/api/session', { username, password })
  expect(answer.body).toEqual({ ok: true })
  return { id, page }
}

test('signs in with user name and password, knows its office, signs out', async () => {
  const { page } = await signedIn('minh.tam')
  const me = await page.get('/api/me')
  expect(me.body).toMatchObject({
    account: { username: 'minh.tam', totp: false },
    offices: [{ role: 'body-officer', unitName: 'Tỉnh Bình Dương' }],
  })
  expect(me.body.offices[0].permissions).toContain('directives.inbox')
  expect((await page.get('/api/inbox')).status).toBe(200)
  await page.delete('/api/session')
  expect((await page.get('/api/inbox')).status).toBe(401)
})

test('the cookie is out of reach of scripts and of other sites', async () => {
  await world().account('cookie', password, 'so-y-te@74', 'body-officer')
  const answer = await browser().post('/api/session', { username: 'cookie', password })
  const session = [answer.setCookie ?? []].flat().find((c) => c.includes('session_token'))
  expect(session).toMatch(/httponly/i)
  expect(session).toMatch(/samesite=lax/i)
})

test.each([
  ['a wrong password', 'quoc.anh', 'sai mat khau roi'],
  ['a user who does not exist', 'khong.co.ai', password],
])('%s gets the same sentence', async (_, username, tried) => {
  await world()
    .account('quoc.anh', password, 'so-y-te@74', 'body-officer')
    .catch(() => {})
  const answer = await browser().post('/api/session', { username, password: tried })
  expect(answer).toMatchObject({ status: 401, body: { code: 'session.sign-in-failed' } })
  expect(answer.body.message).toBe('Tên đăng nhập, mật khẩu hoặc mã xác thực không đúng.')
})

test('guessing is slowed per name, also for the right password', async () => {
  await world().account('bi.do', password, 'so-y-te@74', 'body-officer')
  const page = browser()
  for (let i = 0; i < 8; i++)
    await page.post('/api/session', { username: 'bi.do', password: `doan lan thu ${i}` })
  const answer = await page.post('/api/session', { username: 'bi.do', password })
  expect(answer).toMatchObject({ status: 429, body: { code: 'session.too-many-attempts' } })
})

test('a disabled account ends at once, in every window, and cannot come back', async () => {
  const admin = await world().join('van-phong-ubnd@74', 'administrator')
  const { id, page } = await signedIn('se.bi.khoa')
  const other = browser()
  await other.post('/api/session', { username: 'se.bi.khoa', password })
  const disabled = await admin.post(`/api/accounts/${id}/disable`, { version: 1, reason: 'nghỉ việc' })
  expect(disabled.body).toMatchObject({ state: 'disabled', version: 2 })
  for (const window of [page, other]) expect((await window.get('/api/inbox')).status).toBe(401)
  expect((await browser().post('/api/session', { username: 'se.bi.khoa', password })).status).toBe(401)
  const stale = await admin.post(`/api/accounts/${id}/enable`, { version: 1, reason: 'quay lại' })
  expect(stale.status).toBe(409)
  expect((await admin.post(`/api/accounts/${id}/enable`, { version: 2, reason: 'quay lại' })).status).toBe(
    200,
  )
  expect((await browser().post('/api/session', { username: 'se.bi.khoa', password })).status).toBe(200)
})

test('an administrator of a city neither sees nor makes accounts of the province', async () => {
  const city = await world().join('van-phong-ubnd@725', 'administrator')
  const { id } = await signedIn('cua.tinh')
  const list = await city.get('/api/accounts?limit=200')
  expect(list.body.rows.map((a: { id: string }) => a.id)).not.toContain(id)
  expect((await city.post(`/api/accounts/${id}/disable`, { version: 1, reason: 'x' })).status).toBe(404)
  const made = await city.post('/api/accounts', {
    username: 'leo.thang',
    personName: 'Leo Thang',
    password,
    office: {
      id: randomUUID(),
      bodyId: await world().body('so-y-te@74'),
      role: 'leader',
      title: 'x',
      validFrom: '2021-01-01',
    },
  })
  expect(made.status).toBe(404)
})

test('a password that an administrator gave opens nothing but the change of it', async () => {
  const admin = await world().join('van-phong-ubnd@74', 'administrator')
  const { id, page } = await signedIn('duoc.cap.lai')
  const given = 'do quản trị đặt hộ 1'
  const reset = await admin.post(`/api/accounts/${id}/password`, { password: given })
  expect(reset.status, JSON.stringify(reset.body)).toBe(200)
  expect((await page.get('/api/inbox')).status).toBe(401)

  const again = browser()
  expect((await again.post('/api/session', { username: 'duoc.cap.lai', password: given })).status).toBe(200)
  expect((await again.get('/api/me')).body.account.mustChangePassword).toBe(true)
  for (const path of ['/api/inbox', '/api/accounts', '/api/units?limit=1', '/api/notices'])
    expect((await again.get(path)).body.code, path).toBe('session.first-password')
  const text = { id: randomUUID(), name: 'x', text: 'x' }
  expect((await again.post('/api/directives/text', text)).status).toBe(428)

  const changed = await again.post('/api/account/password', { current: given, next: `${password} mới` })
  expect(changed.status, JSON.stringify(changed.body)).toBe(200)
  expect((await again.get('/api/inbox')).status).toBe(200)
})

test('an office that ended gives nothing any more', async () => {
  const admin = await world().join('van-phong-ubnd@74', 'administrator')
  const { id, page } = await signedIn('het.nhiem.ky')
  const office = (await page.get('/api/me')).body.offices[0]
  await admin.post(`/api/accounts/${id}/offices/${office.id}/end`, { lastDay: '2021-09-15' })
  expect((await page.get('/api/inbox')).body.code).toBe('session.no-office')
})

test('a second factor: set up with a code, asked for at the next sign-in, a printed code once', async () => {
  const { page } = await signedIn('hai.lop')
  expect((await page.post('/api/account/totp/start', { password: 'sai mat khau roi' })).status).toBe(401)
  const started = await page.post('/api/account/totp/start', { password })
  expect(started.body.uri).toMatch(/^otpauth:\/\/totp\//)
  expect((await page.post('/api/account/totp/confirm', { code: '000000' })).status).toBe(401)
  expect((await page.post('/api/account/totp/confirm', { code: totp(started.body.secret) })).status).toBe(200)
  expect((await page.get('/api/me')).body.account.totp).toBe(true)

  const next = browser()
  expect((await next.post('/api/session', { username: 'hai.lop', password })).body).toEqual({
    totpRequired: true,
  })
  expect((await next.get('/api/inbox')).status).toBe(401)
  expect((await next.post('/api/session/totp', { code: '123456' })).status).toBe(401)
  expect((await next.post('/api/session/totp', { code: totp(started.body.secret) })).status).toBe(200)
  expect((await next.get('/api/inbox')).status).toBe(200)

  const printed = started.body.backupCodes[0]
  for (const status of [200, 401]) {
    const lost = browser()
    await lost.post('/api/session', { username: 'hai.lop', password })
    expect((await lost.post('/api/session/totp', { code: printed })).status).toBe(status)
  }
})

test('one’s own password: the old one is asked, other windows end', async () => {
  const { page } = await signedIn('doi.mat.khau')
  const other = browser()
  await other.post('/api/session', { username: 'doi.mat.khau', password })
  expect(
    (await page.post('/api/account/password', { current: 'khong dung dau', next: 'mot mat khau khac' }))
      .status,
  ).toBe(401)
  expect((await page.post('/api/account/password', { current: password, next: 'ngan' })).status).toBe(400)
  expect(
    (await page.post('/api/account/password', { current: password, next: 'mot mat khau khac' })).status,
  ).toBe(200)
  expect((await other.get('/api/inbox')).status).toBe(401)
  expect((await page.get('/api/inbox')).status).toBe(200)
})

test('what the sign-in library writes is in the audit log, without its secrets', async () => {
  await signedIn('duoc.ghi')
  const { rows } = await world().db.pool.query(
    `select action, details::text as details from audit_entries where account_id = (select id from accounts where username = 'duoc.ghi') order by id`,
  )
  expect(rows.map((r) => r.action)).toEqual(
    expect.arrayContaining(['auth_users.insert', 'auth_credentials.insert', 'auth_sessions.insert']),
  )
  expect(rows.map((r) => r.details).join()).not.toMatch(/argon2|token/)
})

test('auditors read what offices of their units did, signing in too; the system’s own acts only over a whole province', async () => {
  const { id } = await signedIn('bi.theo.doi')
  const province = await world().join('thanh-tra@74', 'auditor')
  const city = await world().join('thanh-tra@725', 'auditor')
  const foreign = await world().join('thanh-tra@84', 'auditor')
  const actionsOf = async (who: typeof province) =>
    (await who.get(`/api/audit?limit=200`)).body.rows.map(
      (r: { action: string; subjectId: string }) => `${r.action} ${r.subjectId}`,
    )
  expect((await actionsOf(province)).filter((line: string) => line.endsWith(id))).toContain(
    `auth_users.insert ${id}`,
  )
  for (const who of [city, foreign]) {
    expect((await actionsOf(who)).filter((line: string) => line.includes(id))).toEqual([])
  }
})
