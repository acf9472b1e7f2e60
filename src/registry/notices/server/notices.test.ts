import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { openWorld, type Person, worldToday } from '#tests/world.ts'
import { type DeliverParts, deliverWaiting, sendMails } from './deliver.ts'
import type { NoticeKind } from './kinds.ts'
import { mailerFrom } from './mailer.ts'
import { openSmtpStub, type SmtpStub } from './smtp-stub.testing.ts'
import { tellAccount, tellBody } from './tell.ts'

const world = openWorld()
const ward = 'ubnd@25966'

/** Subjects that nobody may see any more. */
const hidden = new Set<string>()
const kind = (key: string, daily: boolean): NoticeKind => ({
  key,
  title: { vi: `Loại ${key}`, en: key },
  say: (facts) => ({ vi: `một việc ${String(facts.n ?? '')}`, en: 'one' }),
  sayMany: (count) => ({ vi: `${count} việc`, en: `${count}` }),
  link: (subject) => `/viec/${subject.id}`,
  listLink: '/viec',
  mail: 'now',
  daily,
  canSee: async (_, actor, ids) =>
    new Set(actor.permissions.has('directives.inbox') ? ids.filter((id) => !hidden.has(id)) : []),
})
const kinds = [kind('storm', true), kind('rare', false), kind('tasks.due', true)]

let smtp: SmtpStub
beforeAll(async () => {
  smtp = await openSmtpStub()
})
afterAll(() => smtp.close())

/** A weekday noon in Việt Nam; digests of that morning are closed. */
const noon = '2021-09-16T05:00:00.000Z'
const parts = (over: Partial<DeliverParts> = {}): DeliverParts => ({
  db: world().db,
  kinds,
  today: () => worldToday,
  now: () => noon,
  mailer: mailerFrom({ PHAODAI_SMTP_URL: smtp.url, PHAODAI_MAIL_FROM: 'phaodai@tinh.example' }),
  baseUrl: 'https://tinh.example',
  ...over,
})
const about = (id: string, key = 'rare', day = worldToday) => ({
  kind: key,
  subject: { kind: 'thing', id },
  day,
})
const tell = (person: Person, id: string, key?: string, facts = {}) =>
  world().db.transaction((tx) =>
    tellAccount(tx, undefined, {
      ...about(id, key),
      accountId: person.accountId,
      bodyId: person.bodyId,
      facts,
    }),
  )
const listOf = async (person: Person) => (await person.get('/api/notices')).body.rows
const mailsTo = (address: string) => smtp.caught.filter((mail) => mail.to === address)

/** Someone whose address is confirmed. */
async function reachable(
  bodyCode = ward,
  role: Parameters<ReturnType<typeof world>['join']>[1] = 'commune-clerk',
) {
  const person = await world().join(bodyCode, role)
  const address = `${randomUUID()}@tinh.example`
  await world().db.pool.query(
    `insert into notice_settings (account_id, address, confirmed_at) values ($1, $2, now())`,
    [person.accountId, address],
  )
  return { person, address }
}

test('everybody in the body is told, once; nobody outside', async () => {
  const [one, two, outside] = await Promise.all([
    world().join(ward, 'commune-clerk'),
    world().join(ward, 'body-officer'),
    world().join('ubnd@25969', 'commune-clerk'),
  ])
  const told = { ...about('a'), bodyId: one!.bodyId, facts: { n: 1 } }
  await world().db.transaction((tx) => tellBody(tx, undefined, told))
  await world().db.transaction((tx) => tellBody(tx, undefined, told))
  expect(await listOf(one!)).toEqual([]) // nothing before it was delivered
  await deliverWaiting(parts())
  for (const person of [one!, two!]) {
    const { body } = await person.get('/api/notices/unread')
    expect(body).toEqual({ unread: 1 })
    expect(await listOf(person)).toMatchObject([{ kind: 'rare', day: worldToday, count: 1, unread: 1 }])
  }
  expect(await listOf(outside!)).toEqual([])
})

test('an act that is taken back tells nobody', async () => {
  const person = await world().join(ward, 'commune-clerk')
  const undone = world().db.transaction(async (tx) => {
    await tellAccount(tx, undefined, { ...about('b'), accountId: person.accountId, bodyId: person.bodyId })
    throw new Error('taken back')
  })
  await expect(undone).rejects.toThrow('taken back')
  await deliverWaiting(parts())
  expect(await listOf(person)).toEqual([])
})

test.each<[string, (person: Person) => Promise<unknown>]>([
  ['whom the thing is hidden from', async () => hidden.add('c')],
  [
    'whose office ended',
    (person) =>
      world().db.pool.query(`update offices set valid_to = '2021-09-15' where account_id = $1`, [
        person.accountId,
      ]),
  ],
])('a person %s is not told', async (_, change) => {
  const person = await world().join(ward, 'commune-clerk')
  await tell(person, 'c')
  await change(person)
  await deliverWaiting(parts())
  hidden.delete('c')
  const { rows } = await world().db.pool.query(`select state, mail from notices where account_id = $1`, [
    person.accountId,
  ])
  expect(rows).toEqual([{ state: 'withheld', mail: 'none' }])
})

test('a role without the permission is not told', async () => {
  const { person, address } = await reachable(ward, 'auditor')
  await tell(person, 'd')
  await deliverWaiting(parts())
  await sendMails(parts())
  expect(await listOf(person)).toEqual([])
  expect(mailsTo(address)).toEqual([])
})

test('mail goes once, says how many and where, and holds no record', async () => {
  const { person, address } = await reachable()
  await tell(person, 'e', 'rare', { n: 7, secret: 'DẤU-HIỆU-BÍ-MẬT' })
  await deliverWaiting(parts())
  await Promise.all([sendMails(parts()), sendMails(parts())])
  await sendMails(parts())
  expect(mailsTo(address)).toHaveLength(1)
  const [mail] = mailsTo(address)
  expect(mail!.text).toContain('một việc 7')
  expect(mail!.text).toContain('https://tinh.example/viec/e')
  expect(mail!.text).not.toContain('BÍ-MẬT')
})

test('what became invisible between delivery and mail is not mailed', async () => {
  const { person, address } = await reachable()
  await tell(person, 'f')
  await deliverWaiting(parts())
  hidden.add('f')
  await sendMails(parts())
  hidden.delete('f')
  await sendMails(parts())
  expect(mailsTo(address)).toEqual([])
})

test('ten thousand reminders are one line and one mail that day; the rest waits for the digest', async () => {
  const { person, address } = await reachable('ubnd@25972')
  await world().db.pool.query(
    `insert into notices (account_id, body_id, kind, subject_kind, subject_id, day)
     select $1, $2, 'storm', 'task', 'task-' || n, $3 from generate_series(1, 10000) n`,
    [person.accountId, person.bodyId, worldToday],
  )
  await deliverWaiting(parts())
  await sendMails(parts())
  await tell(person, 'later', 'storm')
  await deliverWaiting(parts())
  await sendMails(parts())
  expect(mailsTo(address)).toHaveLength(1)
  expect(mailsTo(address)[0]!.text).toContain('10000 việc')
  expect(await listOf(person)).toMatchObject([{ kind: 'storm', count: 10_001, unread: 10_001 }])
  expect((await person.get('/api/notices/unread')).body).toEqual({ unread: 1 })
  const tomorrow = { today: () => '2021-09-17', now: () => '2031-09-17T05:00:00.000Z' }
  await sendMails(parts(tomorrow))
  expect(mailsTo(address)).toHaveLength(2)
  await sendMails(parts(tomorrow))
  expect(mailsTo(address)).toHaveLength(2)
})

test('quiet hours hold mail back, not the app', async () => {
  const { person, address } = await reachable()
  await world().db.pool.query(
    `update notice_settings set quiet_from = '11:00', quiet_to = '13:00' where account_id = $1`,
    [person.accountId],
  )
  await tell(person, 'g')
  await deliverWaiting(parts())
  await sendMails(parts())
  expect(mailsTo(address)).toEqual([])
  expect(await listOf(person)).toHaveLength(1)
  await sendMails(parts({ now: () => '2021-09-16T06:01:00.000Z' }))
  expect(mailsTo(address)).toHaveLength(1)
})

test('a server that is away gets it later; a refused address and a cut line never get it twice', async () => {
  const away = await reachable()
  await tell(away.person, 'h')
  await deliverWaiting(parts())
  const nowhere = mailerFrom({ PHAODAI_SMTP_URL: 'smtp://127.0.0.1:1', PHAODAI_MAIL_FROM: 'a@b.example' })
  await sendMails(parts({ mailer: nowhere }))
  await sendMails(parts())
  expect(mailsTo(away.address)).toHaveLength(1)

  const refused = await reachable()
  await tell(refused.person, 'i')
  await deliverWaiting(parts())
  smtp.behave.rcpt = '550 no such box'
  await sendMails(parts())
  smtp.behave.rcpt = '250 ok'
  await sendMails(parts())
  expect(mailsTo(refused.address)).toEqual([])

  const cut = await reachable()
  await tell(cut.person, 'j')
  await deliverWaiting(parts())
  smtp.behave.cutAfterData = true
  await sendMails(parts())
  smtp.behave.cutAfterData = false
  await sendMails(parts())
  expect(mailsTo(cut.address)).toHaveLength(1)
})

test('without a mail server nothing is sent and the page says so', async () => {
  const { person } = await reachable()
  await tell(person, 'k')
  await deliverWaiting(parts())
  await sendMails(parts({ mailer: undefined }))
  expect(await listOf(person)).toHaveLength(1)
  expect((await person.get('/api/notices/preferences')).body).toMatchObject({
    mailReady: false,
    confirmed: true,
  })
})

test('an address is used only after the code that was sent there; five wrong codes end it', async () => {
  const person = await world().join(ward, 'commune-clerk')
  const address = `${randomUUID()}@tinh.example`
  expect((await person.post('/api/notices/address', { address: 'không phải thư' })).status).toBe(400)
  expect((await person.post('/api/notices/address', { address })).body).toMatchObject({
    address,
    confirmed: false,
    codeSent: true,
  })
  await sendMails(parts())
  await sendMails(parts())
  expect(mailsTo(address)).toHaveLength(1)
  const code = /: (\d{6})/.exec(mailsTo(address)[0]!.text)![1]!
  const wrong = code === '000000' ? '000001' : '000000'
  expect((await person.post('/api/notices/address/confirm', { code: wrong })).status).toBe(400)
  await tell(person, 'l')
  await deliverWaiting(parts())
  await sendMails(parts())
  expect(mailsTo(address)).toHaveLength(1)
  expect((await person.post('/api/notices/address/confirm', { code })).body).toMatchObject({
    confirmed: true,
  })

  const other = await world().join(ward, 'commune-clerk')
  const second = `${randomUUID()}@tinh.example`
  await other.post('/api/notices/address', { address: second })
  await sendMails(parts())
  const right = /: (\d{6})/.exec(mailsTo(second)[0]!.text)![1]!
  const guess = right === '000000' ? '000001' : '000000'
  for (let n = 0; n < 5; n++) await other.post('/api/notices/address/confirm', { code: guess })
  expect((await other.post('/api/notices/address/confirm', { code: right })).status).toBe(400)
})

test('preferences are one’s own, of listed kinds, and not saved over a newer version', async () => {
  const person = await world().join(ward, 'commune-clerk')
  const given = {
    version: 0,
    quietFrom: '22:00',
    quietTo: '06:00',
    kinds: [{ key: 'tasks.due', mail: 'none' }],
  }
  const saved = await person.send('PUT', '/api/notices/preferences', given)
  expect(saved.body).toMatchObject({ version: 1, quietFrom: '22:00', quietTo: '06:00' })
  expect(saved.body.kinds.find((k: { key: string }) => k.key === 'tasks.due').mail).toBe('none')
  expect((await person.send('PUT', '/api/notices/preferences', given)).body.code).toBe('subject.stale')
  const unknown = { ...given, version: 1, kinds: [{ key: 'nothing', mail: 'now' }] }
  expect((await person.send('PUT', '/api/notices/preferences', unknown)).status).toBe(404)
  const half = { ...given, version: 1, quietTo: null }
  expect((await person.send('PUT', '/api/notices/preferences', half)).status).toBe(400)
  const other = await world().join(ward, 'commune-clerk')
  expect((await other.get('/api/notices/preferences')).body).toMatchObject({ version: 0, quietFrom: null })
})

test('reading marks one’s own and nobody else’s', async () => {
  const [one, two] = await Promise.all([
    world().join(ward, 'commune-clerk'),
    world().join(ward, 'commune-clerk'),
  ])
  for (const person of [one!, two!]) await tell(person, 'm')
  await deliverWaiting(parts())
  expect((await one!.post('/api/notices/read', { kind: 'rare', day: worldToday })).body).toEqual({
    unread: 0,
  })
  expect((await two!.get('/api/notices/unread')).body).toEqual({ unread: 1 })
  expect((await two!.post('/api/notices/read', {})).body).toEqual({ unread: 0 })
})

test('half a mail setting is refused at the start', () => {
  expect(() => mailerFrom({ PHAODAI_SMTP_URL: 'smtp://x' })).toThrow('PHAODAI_MAIL_FROM')
  expect(() => mailerFrom({ PHAODAI_SMTP_URL: 'http://x', PHAODAI_MAIL_FROM: 'a@b' })).toThrow('smtps://')
  expect(mailerFrom({})).toBeUndefined()
})
