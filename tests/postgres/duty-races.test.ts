import { randomUUID } from 'node:crypto'

import { beforeAll, expect, test } from 'vitest'

import { openWorld, type Person } from '../world.ts'

/** Two at the same moment, over connections of their own: one does it, the other is told, and nothing is done twice. */
const world = openWorld()
let an: Person
let binh: Person
let commune: Person
let districtOne: Person
let districtTwo: Person
let clerk: Person
let health: string

beforeAll(async () => {
  const { join } = world()
  an = await join('trung-tam-chi-huy@74', 'duty-officer', 'An')
  binh = await join('trung-tam-chi-huy@74', 'duty-officer', 'Bình')
  commune = await join('ubnd@25966', 'commune-clerk')
  districtOne = await join('trung-tam-chi-huy@725', 'duty-officer')
  districtTwo = await join('trung-tam-chi-huy@725', 'duty-officer')
  health = await world().body('so-y-te@74')
  clerk = await join('van-phong-ubnd@74', 'office-clerk')
})

async function incident(by: Person) {
  const id = randomUUID()
  await by.post('/api/incidents', { id, kind: 'crowd', details: 'Tụ tập đông người' })
  return id
}
const statuses = (answers: readonly { status: number }[]) => answers.map((a) => a.status).sort()

test('two officers close one incident: one result stands, the other officer sees it', async () => {
  const id = await incident(an)
  await an.post(`/api/incidents/${id}/assign`, { version: 1, bodyId: health })
  const close = (by: Person, result: string) =>
    by.post(`/api/incidents/${id}/resolve`, { version: 2, result })
  const answers = await Promise.all([close(an, 'của An'), close(binh, 'của Bình')])
  expect(statuses(answers)).toEqual([200, 409])
  const { body } = await an.get(`/api/incidents/${id}`)
  const loser = answers.find((a) => a.status === 409)!
  expect(loser.body.code).toBe('subject.stale')
  expect(loser.body.details.current.result).toBe(body.result)
  expect(body.log.filter((l: { event: string }) => l.event === 'resolve')).toHaveLength(1)
})

test('two officers take over what was escalated: it is taken once', async () => {
  const id = await incident(commune)
  await commune.post(`/api/incidents/${id}/escalate`, { version: 1, reason: 'Vượt thẩm quyền' })
  const take = (by: Person) => by.post(`/api/incidents/${id}/take-over`, { version: 2 })
  expect(statuses(await Promise.all([take(districtOne), take(districtTwo)]))).toEqual([200, 409])
  const { body } = await districtOne.get(`/api/incidents/${id}`)
  expect([body.version, body.log.filter((l: { event: string }) => l.event === 'take-over').length]).toEqual([
    3, 1,
  ])
})

test('taken over and sent back at once: one of the two', async () => {
  const id = await incident(commune)
  await commune.post(`/api/incidents/${id}/escalate`, { version: 1, reason: 'Vượt thẩm quyền' })
  const answers = await Promise.all([
    districtOne.post(`/api/incidents/${id}/take-over`, { version: 2 }),
    districtTwo.post(`/api/incidents/${id}/send-back`, { version: 2, reason: 'x', advice: 'y' }),
  ])
  expect(statuses(answers)).toEqual([200, 409])
})

test('one swap accepted twice, and one shift asked of two people, change hands once', async () => {
  const shiftId = randomUUID()
  const hours = { startsAt: '2021-10-05T00:00:00Z', endsAt: '2021-10-05T08:00:00Z' }
  await an.post('/api/duty/shifts', { id: shiftId, accountId: an.accountId, ...hours })
  const ask = (of: Person) => ({ id: randomUUID(), shiftId, askedOf: of.accountId, reason: 'x' })
  const third = await world().join('trung-tam-chi-huy@74', 'duty-officer')
  const [first, second] = [ask(binh), ask(third)]
  const asked = await Promise.all([an.post('/api/duty/swaps', first), an.post('/api/duty/swaps', second)])
  expect(statuses(asked)).toEqual([200, 409])
  const [swap, other] = asked[0].status === 200 ? [first, binh] : [second, third]
  const accept = () => other.post(`/api/duty/swaps/${swap.id}/accept`)
  expect(statuses(await Promise.all([accept(), accept(), accept()]))).toEqual([200, 409, 409])
  const roster = (await an.get('/api/duty/roster?from=2021-10-05&to=2021-10-05')).body
  expect(roster.shifts).toMatchObject([{ id: shiftId, accountId: other.accountId, version: 2 }])
})

test('accepted while the planner gives the shift to somebody else: one of the two, never both', async () => {
  const shiftId = randomUUID()
  const hours = { startsAt: '2021-10-07T00:00:00Z', endsAt: '2021-10-07T08:00:00Z' }
  await an.post('/api/duty/shifts', { id: shiftId, accountId: an.accountId, ...hours })
  const swap = { id: randomUUID(), shiftId, askedOf: binh.accountId, reason: 'x' }
  await an.post('/api/duty/swaps', swap)
  const third = await world().join('trung-tam-chi-huy@74', 'duty-officer')
  const [accepted, edited] = await Promise.all([
    binh.post(`/api/duty/swaps/${swap.id}/accept`),
    an.post(`/api/duty/shifts/${shiftId}`, { version: 1, accountId: third.accountId }),
  ])
  expect(statuses([accepted, edited])).toEqual([200, 409])
  const roster = (await an.get('/api/duty/roster?from=2021-10-07&to=2021-10-07')).body
  const holder = accepted.status === 200 ? binh : third
  expect(roster.shifts[0].accountId).toBe(holder.accountId)
  // The swap of the one who came too late is still open: nothing of it was done.
  const state = roster.swaps.find((s: { id: string }) => s.id === swap.id).state
  expect(state).toBe(accepted.status === 200 ? 'accepted' : 'asked')
})

test('two heads at the same moment: the database lets one in', async () => {
  const committee = await world().body('ban-chi-dao@74')
  const head = (personName: string) =>
    clerk.post(`/api/command/committees/${committee}/members`, {
      id: randomUUID(),
      personName,
      office: 'head',
      fromDay: '2021-05-01',
      number: '1/QĐ',
      numberDay: '2021-05-01',
    })
  expect(statuses(await Promise.all([head('Một'), head('Hai')]))).toEqual([200, 422])
  const { body } = await clerk.get(`/api/command/committees/${committee}`)
  expect(body.members).toHaveLength(1)
})

test('a hand-over note is confirmed once', async () => {
  const id = randomUUID()
  await an.post('/api/duty/handovers', { id, openItems: 'Không có việc tồn' })
  const third = await world().join('trung-tam-chi-huy@74', 'duty-officer')
  const confirm = (by: Person) => by.post(`/api/duty/handovers/${id}/confirm`)
  expect(statuses(await Promise.all([confirm(binh), confirm(third)]))).toEqual([200, 409])
})
