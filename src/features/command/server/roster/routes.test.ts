import { randomUUID } from 'node:crypto'

import { beforeAll, expect, test } from 'vitest'

import { openWorld, type Person, worldToday } from '#tests/world.ts'

const world = openWorld()
let an: Person
let binh: Person
let cuc: Person
let district: Person
let commune: Person
let foreign: Person
let leader: Person

beforeAll(async () => {
  const { join } = world()
  an = await join('trung-tam-chi-huy@74', 'duty-officer', 'An')
  binh = await join('trung-tam-chi-huy@74', 'duty-officer', 'Bình')
  cuc = await join('trung-tam-chi-huy@74', 'duty-officer', 'Cúc')
  district = await join('trung-tam-chi-huy@725', 'duty-officer')
  commune = await join('ubnd@25966', 'commune-clerk')
  foreign = await join('trung-tam-chi-huy@84', 'duty-officer')
  leader = await join('ubnd@74', 'leader')
})

const roster = async (by: Person, query = '') => (await by.get(`/api/duty/roster${query}`)).body
/** Hours of a day in Việt Nam; past 24 they are of the next day. */
const hours = (day: string, from: number, to: number) => {
  const at = (hour: number) => new Date(Date.parse(`${day}T00:00:00+07:00`) + hour * 3_600_000).toISOString()
  return { startsAt: at(from), endsAt: at(to) }
}
async function shift(by: Person, who: Person, day: string, from: number, to: number) {
  const id = randomUUID()
  const made = await by.post('/api/duty/shifts', { id, accountId: who.accountId, ...hours(day, from, to) })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  return id
}

test('a desk without a roster is one hole of fourteen days', async () => {
  const { findings, to, mayPlan } = await roster(district)
  expect([findings.gaps.length, findings.gaps[0].to, to, mayPlan]).toEqual([
    1,
    hours('2021-09-30', 0, 0).startsAt,
    '2021-09-29',
    true,
  ])
})

test('a rotation fills it; done again it doubles nobody', async () => {
  const people = [an, binh, cuc].map((p) => p.accountId)
  const body = { from: worldToday, days: 14, pattern: '3x8', startsAt: 0, people }
  expect((await an.post('/api/duty/roster', body)).body).toEqual({ made: 42, kept: 0 })
  expect((await an.post('/api/duty/roster', body)).body).toEqual({ made: 0, kept: 42 })
  const { findings, shifts } = await roster(an)
  expect([shifts.length, findings]).toEqual([42, { gaps: [], doubles: [], shortRests: [] }])
})

test('strangers, other desks’ people and endless shifts are refused', async () => {
  const body = { from: worldToday, days: 1, pattern: '1x24', startsAt: 0, people: [district.accountId] }
  expect((await an.post('/api/duty/roster', body)).status).toBe(422)
  expect((await an.post('/api/duty/roster', { ...body, days: 93 })).status).toBe(400)
  expect((await an.post('/api/duty/roster', { ...body, people: [] })).status).toBe(400)
  const one = { id: randomUUID(), accountId: an.accountId, ...hours('2021-10-20', 0, 37) }
  expect((await an.post('/api/duty/shifts', one)).status).toBe(422)
  expect((await an.post('/api/duty/shifts', { ...one, ...hours('2021-10-20', 8, 8) })).status).toBe(422)
  expect((await leader.post('/api/duty/shifts', one)).status).toBe(403)
})

test('a cancelled shift is a hole that shows before it happens; one who stands twice shows too', async () => {
  const { shifts } = await roster(an)
  const gone = shifts.find(
    (s: { startsAt: string }) => Date.parse(s.startsAt) === Date.parse(hours('2021-09-19', 8, 16).startsAt),
  )
  const cancel = `/api/duty/shifts/${gone.id}/cancel`
  expect((await district.post(cancel, { version: 1, reason: 'ốm' })).status).toBe(404)
  expect((await an.post(cancel, { version: 1, reason: '' })).status).toBe(400)
  expect((await an.post(cancel, { version: 1, reason: 'ốm' })).status).toBe(200)
  expect((await an.post(cancel, { version: 1, reason: 'ốm' })).status).toBe(409)
  const twice = await shift(an, an, '2021-09-25', 4, 12)
  const { findings } = await roster(an)
  expect(findings.gaps).toEqual([
    { from: hours('2021-09-19', 8, 16).startsAt, to: hours('2021-09-19', 8, 16).endsAt },
  ])
  expect(findings.doubles.map((d: object) => ({ ...d, accountId: undefined, shiftId: undefined }))).toEqual([
    {
      personName: 'An',
      from: hours('2021-09-25', 4, 8).startsAt,
      to: hours('2021-09-25', 4, 8).endsAt,
      elsewhere: false,
    },
  ])
  expect((await an.get('/api/duty/now')).body.own).toMatchObject({ onDuty: true, gaps: 1, doubles: 1 })
  await an.post(`/api/duty/shifts/${twice}/cancel`, { version: 1, reason: 'nhầm' })
  // The rotation made again fills the hole and nothing else.
  const people = [an, binh, cuc].map((p) => p.accountId)
  const again = { from: worldToday, days: 14, pattern: '3x8', startsAt: 0, people }
  expect((await an.post('/api/duty/roster', again)).body).toEqual({ made: 1, kept: 41 })
})

test('a double booking at another desk shows without that desk’s roster', async () => {
  const mixed = await world().join('trung-tam-chi-huy@725', 'duty-officer', 'Dũng')
  await shift(district, mixed, '2021-09-20', 0, 8)
  // The same person also stands at the province's desk, where he holds an office too.
  const database = world().db
  const { asSystem } = await import('#platform/server/edge.ts')
  const { insertOffice } = await import('#registry/accounts/server/index.ts')
  await asSystem(database, ['v2021.p74'], (tx) =>
    insertOffice(tx, mixed.accountId, {
      id: randomUUID(),
      bodyId: an.bodyId,
      role: 'duty-officer',
      title: 'Biệt phái',
      validFrom: '2021-01-01',
      validTo: null,
    }),
  )
  const id = await shift(an, mixed, '2021-09-20', 6, 14)
  const seen = (await roster(district)).findings.doubles
  expect(seen).toMatchObject([{ personName: 'Dũng', elsewhere: true }])
  expect((await roster(an)).findings.doubles).toMatchObject([{ personName: 'Dũng', elsewhere: true }])
  await an.post(`/api/duty/shifts/${id}/cancel`, { version: 1, reason: 'xong' })
})

test('two planners: the second is told; a shift that is edited counts anew', async () => {
  const { shifts } = await roster(an)
  const last = shifts.at(-1)
  const url = `/api/duty/shifts/${last.id}`
  expect((await an.post(url, { version: 1, accountId: binh.accountId })).status).toBe(200)
  expect((await binh.post(url, { version: 1, accountId: cuc.accountId })).body).toMatchObject({
    code: 'subject.stale',
    details: { current: { personName: 'Bình' } },
  })
  expect((await roster(an)).findings.shortRests.length).toBeGreaterThan(0)
  await an.post(url, { version: 2, accountId: last.accountId })
})

test('a swap is asked by one and accepted by the other, and by nobody else', async () => {
  const mine = await shift(an, an, '2021-10-05', 0, 8)
  const theirs = await shift(an, binh, '2021-10-06', 0, 8)
  const ask = {
    id: randomUUID(),
    shiftId: mine,
    askedOf: binh.accountId,
    returnId: theirs,
    reason: 'Việc gia đình',
  }
  expect((await cuc.post('/api/duty/swaps', { ...ask, id: randomUUID() })).status).toBe(403)
  expect((await district.post('/api/duty/swaps', { ...ask, id: randomUUID() })).status).toBe(404)
  expect((await an.post('/api/duty/swaps', { ...ask, askedOf: an.accountId })).status).toBe(422)
  expect((await an.post('/api/duty/swaps', { ...ask, askedOf: cuc.accountId })).status).toBe(422)
  expect((await an.post('/api/duty/swaps', ask)).status).toBe(200)
  expect((await an.post('/api/duty/swaps', { ...ask, id: randomUUID() })).status).toBe(409)
  expect((await binh.get('/api/duty/now')).body.swapsForMe).toBe(1)
  const accept = `/api/duty/swaps/${ask.id}/accept`
  expect((await an.post(accept)).status).toBe(403)
  expect((await cuc.post(accept)).status).toBe(403)
  expect((await commune.post(accept)).status).toBe(404)
  expect((await binh.post(accept)).status).toBe(200)
  expect((await binh.post(`/api/duty/swaps/${ask.id}/decline`)).status).toBe(409)
  const { shifts, swaps } = await roster(an, '?from=2021-10-05&to=2021-10-06')
  expect(shifts.map((s: { personName: string }) => s.personName)).toEqual(['Bình', 'An'])
  expect(swaps[0]).toMatchObject({
    state: 'accepted',
    askedByName: 'An',
    askedOfName: 'Bình',
    reason: 'Việc gia đình',
  })
})

test('declined or withdrawn, everything stays; a shift that went meanwhile cannot be taken', async () => {
  const mine = await shift(an, an, '2021-10-08', 0, 8)
  const ask = () => ({ id: randomUUID(), shiftId: mine, askedOf: binh.accountId, reason: 'x' })
  const [first, second, third] = [ask(), ask(), ask()]
  await an.post('/api/duty/swaps', first)
  expect((await binh.post(`/api/duty/swaps/${first.id}/decline`, { answer: 'bận' })).status).toBe(200)
  await an.post('/api/duty/swaps', second)
  expect((await binh.post(`/api/duty/swaps/${second.id}/withdraw`)).status).toBe(403)
  expect((await an.post(`/api/duty/swaps/${second.id}/withdraw`)).status).toBe(200)
  await an.post('/api/duty/swaps', third)
  await an.post(`/api/duty/shifts/${mine}`, { version: 1, accountId: cuc.accountId })
  expect((await binh.post(`/api/duty/swaps/${third.id}/accept`)).status).toBe(409)
  const begun = await shift(an, an, '2021-09-15', 0, 8)
  expect((await an.post('/api/duty/swaps', { ...ask(), shiftId: begun })).status).toBe(422)
})

test('who goes writes what is open; who comes confirms; nobody to himself, nobody twice', async () => {
  const id = randomUUID()
  const body = { id, openItems: 'Sự vụ #1 chờ xe cấp cứu', watch: 'Chợ Lái Thiêu' }
  await an.post('/api/incidents', { id: randomUUID(), kind: 'food', details: 'Thiếu gạo' })
  expect((await an.post('/api/duty/handovers', { ...body, openItems: '' })).status).toBe(400)
  expect((await an.post('/api/duty/handovers', body)).status).toBe(200)
  const confirm = `/api/duty/handovers/${id}/confirm`
  expect((await an.post(confirm)).status).toBe(403)
  expect((await district.post(confirm)).status).toBe(404)
  expect((await leader.post(confirm)).status).toBe(403)
  expect((await binh.post(confirm)).status).toBe(200)
  expect((await cuc.post(confirm)).status).toBe(409)
  expect((await an.get('/api/duty/handovers')).body.rows[0]).toMatchObject({
    openCount: 1,
    confirmedByName: 'Bình',
  })
})

test('rosters are read by the desk and by who watches the situation above it, and by nobody else', async () => {
  const see = async (by: Person, body: string) => (await by.get(`/api/duty/roster?body=${body}`)).status
  expect([await see(leader, an.bodyId), await see(an, district.bodyId)]).toEqual([200, 200])
  expect([
    await see(district, an.bodyId),
    await see(commune, district.bodyId),
    await see(foreign, an.bodyId),
  ]).toEqual([404, 404, 404])
  expect((await roster(leader, `?body=${an.bodyId}`)).mayPlan).toBe(false)
  expect((await an.get('/api/duty/roster?from=2021-10-01&to=2021-09-01')).status).toBe(400)
})

test('everybody sees who is on duty at the desks of the own unit and above', async () => {
  const { desks } = (await commune.get('/api/duty/now')).body
  expect(desks.map((d: { bodyId: string }) => d.bodyId)).toEqual([commune.bodyId, district.bodyId, an.bodyId])
  expect(desks[2].now).toHaveLength(1)
  expect(desks[0]).toMatchObject({ now: [], next: null })
})

test('the logbook holds every act at the desk, in order, on screen and on paper', async () => {
  const id = randomUUID()
  await an.post('/api/incidents', { id, kind: 'crowd', details: 'Tụ tập ở bến xe' })
  await an.post(`/api/incidents/${id}/assign`, { version: 1, bodyId: await world().body('so-y-te@74') })
  const { rows } = (await an.get('/api/duty/logbook')).body
  const acts = rows
    .filter((r: { incidentId: string }) => r.incidentId === id)
    .map((r: { event: string }) => r.event)
  expect(acts).toEqual(['report', 'assign'])
  for (const format of ['docx', 'pdf', 'xlsx'])
    expect((await an.get(`/api/duty/logbook?format=${format}`)).raw.length).toBeGreaterThan(1000)
  expect((await foreign.get('/api/duty/logbook')).body.rows).toEqual([])
  expect((await leader.get('/api/duty/logbook')).status).toBe(403)
})

test('own shifts as a calendar: by a secret address, which can be taken back', async () => {
  const feed = async (token: string) => {
    const answer = await world().app.inject({ method: 'GET', url: `/api/duty/calendar/${token}.ics` })
    return [answer.statusCode, answer.body] as const
  }
  const [first, second] = ['a', 'b'].map((letter) => letter.repeat(43)) as [string, string]
  expect((await an.post('/api/duty/calendar', { id: randomUUID(), token: 'short' })).status).toBe(400)
  expect((await an.post('/api/duty/calendar', { id: randomUUID(), token: first })).status).toBe(200)
  const [status, text] = await feed(first)
  expect(status).toBe(200)
  expect(text).toContain('BEGIN:VCALENDAR')
  expect(text.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(10)
  expect(text).toMatch(/DTSTART:20210916T170000Z|DTSTART:20210915T170000Z/)
  expect(text).not.toContain('Cúc')
  // A second address ends the first; revoked, none is left.
  await an.post('/api/duty/calendar', { id: randomUUID(), token: second })
  expect([(await feed(first))[0], (await feed(second))[0]]).toEqual([404, 200])
  await an.post('/api/duty/calendar/revoke')
  expect([(await feed(second))[0], (await feed('c'.repeat(43)))[0]]).toEqual([404, 404])
  expect((await an.get('/api/duty/calendar')).body).toEqual({ madeAt: null })
})
