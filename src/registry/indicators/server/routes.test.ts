import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { openWorld, type Person } from '#tests/world.ts'

const world = openWorld()
const key = 'communes-with-mobile-station'
const base = `/api/indicators/${key}`
const [laiThieu, binhChuan, thuAn] = ['vn-2021:25966', 'vn-2021:25969', 'vn-2021:25978']
const [thuanAn, binhDuong, traVinh, nation] = ['vn-2021:725', 'vn-2021:74', 'vn-2021:84', 'vn-2021:vn']

/** A station of a commune, as its clerk records it. */
async function station(clerk: Person, unitId: string, fromDay = '2021-09-10') {
  const content = { name: 'Trạm y tế lưu động số 1', phone: '0900000001', doctors: 1, staff: 6, oxygen: 2 }
  const body = { id: randomUUID(), kind: 'mobile-station', unitId, fromDay, content }
  const { status, body: made } = await clerk.post('/api/health-network/records', body)
  if (status !== 200) throw new Error(JSON.stringify(made))
  return body.id
}

const people = async () => ({
  ward: await world().join('ubnd@25966', 'commune-clerk', 'Phường Lái Thiêu'),
  city: await world().join('ubnd@725', 'body-officer', 'UBND thành phố Thuận An'),
  health: await world().join('so-y-te@74', 'body-officer', 'Sở Y tế'),
  leader: await world().join('ubnd@74', 'leader', 'Chủ tịch'),
})

test('nobody types the figure: a ward records a station and the province reads one more', async () => {
  const { ward, health } = await people()
  await world().settle('indicators.recompute')
  const before = await health.get(base)
  expect(before.body).toMatchObject({
    unit: { id: binhDuong, name: 'Tỉnh Bình Dương' },
    figure: { numerator: 0, denominator: 91, waiting: false, failure: null, asOf: '2021-09-16' },
    within: true,
  })
  await station(ward, laiThieu)
  expect((await health.get(base)).body.figure).toMatchObject({ numerator: 0, waiting: true })
  await world().settle()
  expect((await health.get(base)).body.figure).toMatchObject({
    numerator: 1,
    denominator: 91,
    waiting: false,
  })
  const all = await health.get('/api/indicators')
  expect(all.body.rows.find((row: { key: string }) => row.key === key).figure.numerator).toBe(1)
})

test('a ward reads its own figure and those above, and no neighbour’s', async () => {
  const { ward } = await people()
  for (const unit of [laiThieu, thuanAn, binhDuong, nation])
    expect([unit, (await ward.get(`${base}?unit=${unit}`)).status]).toEqual([unit, 200])
  for (const unit of [binhChuan, 'vn-2021:724', traVinh, 'vn-2021:99999']) {
    const refused = await ward.get(`${base}?unit=${unit}`)
    expect([unit, refused.status, refused.body.code]).toEqual([unit, 404, 'subject.not-found'])
    expect((await ward.get(`${base}/series?unit=${unit}&from=2021-09-01&to=2021-09-30`)).status).toBe(404)
  }
})

test('what is behind the figure of a unit above is not shown: 403, since the figure itself is seen', async () => {
  const { ward, city } = await people()
  for (const list of ['units', 'values', 'facts', 'units/export']) {
    const at = (unit: string) => `${base}/${list}?unit=${unit}${list === 'units/export' ? '&format=csv' : ''}`
    expect([list, (await ward.get(at(laiThieu))).status]).toEqual([list, 200])
    expect([list, (await ward.get(at(thuanAn))).status]).toEqual([list, 403])
    expect([list, (await ward.get(at(binhChuan))).status]).toEqual([list, 404])
    expect([list, (await city.get(at(thuanAn))).status]).toEqual([list, 200])
    expect([list, (await city.get(at(binhDuong))).status]).toEqual([list, 403])
  }
})

test('what falls short is listed, found without accents, and exported with its source', async () => {
  const { health } = await people()
  const short = await health.get(`${base}/units?show=short&limit=5`)
  expect(short.body.total).toBe(90)
  expect(short.body.rows).toHaveLength(5)
  const found = await health.get(`${base}/units?show=short&search=binh chuan`)
  expect(found.body.rows).toMatchObject([
    { id: binhChuan, within: 'Thành phố Thuận An', numerator: 0, denominator: 1 },
  ])
  expect((await health.get(`${base}/units?show=short&search=lai thieu`)).body.total).toBe(0)
  const districts = await health.get(`${base}/units?show=children&sort=-value`)
  expect(districts.body.rows[0]).toMatchObject({ id: thuanAn, numerator: 1, denominator: 10 })
  const sheet = await health.get(`${base}/units/export?show=short&format=csv`)
  expect(sheet.headers['content-disposition']).toContain(`${key}-vn-2021-74-2021-09-16.csv`)
  expect(sheet.raw.toString()).toContain('Phường Bình Chuẩn,Thành phố Thuận An,0,1,0')
  expect((await health.get(`${base}/units/export?format=xlsx`)).raw.subarray(0, 2).toString()).toBe('PK')
  const values = await health.get(`${base}/values`)
  expect(values.body.values).toHaveLength(91)
})

test('the course of one figure, and of all of them in columns', async () => {
  const { health, ward } = await people()
  const days = 'from=2021-09-01&to=2021-09-16'
  expect((await health.get(`${base}/series?${days}`)).body.points).toEqual([
    { day: '2021-09-01', numerator: 0, denominator: 91 },
    { day: '2021-09-10', numerator: 1, denominator: 91 },
  ])
  const { rows } = (await health.get(`/api/indicators/series?${days}`)).body
  expect(rows.find((row: { key: string }) => row.key === key)).toEqual({
    key,
    days: ['2021-09-01', '2021-09-10'],
    numerators: [0, 1],
    denominators: [91, 91],
  })
  expect((await ward.get(`/api/indicators/series?unit=${binhDuong}&${days}`)).status).toBe(200)
  expect((await ward.get(`/api/indicators/series?unit=${binhChuan}&${days}`)).status).toBe(404)
  expect((await health.get(`/api/indicators/series?from=2021-09-31&to=2021-10-01`)).status).toBe(400)
})

test('the records behind a ward’s figure', async () => {
  const { ward, city } = await people()
  const facts = await ward.get(`${base}/facts?unit=${laiThieu}`)
  expect(facts.body.rows).toMatchObject([{ label: 'Trạm y tế lưu động số 1' }])
  expect((await city.get(`${base}/facts?unit=${laiThieu}&on=2021-09-09`)).body.rows).toEqual([])
})

test('another parameter is kept from the first time it is asked for; one out of bounds is refused', async () => {
  const { health } = await people()
  expect((await health.get(`${base}?atLeast=2`)).body.figure).toMatchObject({
    computedAt: null,
    waiting: true,
  })
  await world().settle()
  expect((await health.get(`${base}?atLeast=2`)).body.figure).toMatchObject({ numerator: 0, denominator: 91 })
  for (const atLeast of ['0', '21', '1.5', 'x'])
    expect([atLeast, (await health.get(`${base}?atLeast=${atLeast}`)).status]).toEqual([atLeast, 400])
  expect((await health.get('/api/indicators/mobile-stations?atLeast=3')).status).toBe(400)
  expect((await health.get('/api/indicators/no-such-thing')).body).toMatchObject({
    code: 'subject.not-found',
  })
})

test('a threshold warns when the figure is short and says when it came back', async () => {
  const { ward, city, health, leader } = await people()
  const set = (person: Person, given: object) =>
    person.post(`${base}/thresholds`, { id: randomUUID(), rule: 'below-value', goal: 0.2, ...given })
  const made = await set(city, { unitId: thuanAn, note: 'Ít nhất 2 phường' })
  expect(made.body).toMatchObject({ unitName: 'Thành phố Thuận An', short: true, startAt: null, version: 1 })
  await station(await world().join('ubnd@25978', 'commune-clerk'), thuAn)
  await world().settle()
  const watched = await city.get(`${base}/thresholds`)
  expect(watched.body.rows).toMatchObject([{ id: made.body.id, short: false }])
  expect(watched.body.warnings).toMatchObject([
    { short: false, value: 0.2, wanted: 0.2, onDay: '2021-09-16' },
    { short: true, value: 0.1, wanted: 0.2 },
  ])

  // Seen by the province, ended by the one that set it.
  expect((await health.get(`${base}/thresholds`)).body.rows).toHaveLength(1)
  expect((await ward.get(`${base}/thresholds`)).body.rows).toEqual([])
  expect((await health.post(`/api/thresholds/${made.body.id}/end`, { version: 1 })).status).toBe(403)
  expect((await ward.post(`/api/thresholds/${made.body.id}/end`, { version: 1 })).status).toBe(403)
  const foreign = await world().join('ubnd@84', 'body-officer')
  expect((await foreign.post(`/api/thresholds/${made.body.id}/end`, { version: 1 })).status).toBe(404)
  expect((await city.post(`/api/thresholds/${made.body.id}/end`, { version: 2 })).status).toBe(409)
  expect((await city.post(`/api/thresholds/${made.body.id}/end`, { version: 1 })).body.state).toBe('ended')
  expect((await city.post(`/api/thresholds/${made.body.id}/end`, { version: 2 })).status).toBe(409)
  expect((await health.get(`${base}/thresholds`)).body.rows).toEqual([])

  expect((await set(leader, { unitId: binhDuong })).status).toBe(403)
  expect((await set(city, { unitId: binhDuong })).status).toBe(403)
  expect((await set(city, { unitId: traVinh })).status).toBe(404)
  expect((await set(city, { unitId: thuanAn, goal: 5 })).status).toBe(400)
  expect((await set(city, { unitId: thuanAn, rule: 'below-plan', byDay: '2021-09-16' })).status).toBe(400)
  const plan = await set(city, { unitId: thuanAn, rule: 'below-plan', goal: 1, byDay: '2021-09-30' })
  expect(plan.body).toMatchObject({ startDay: '2021-09-16', startAt: 0.2, short: false })
})

test('what is short at the moment it is watched is told once, to the body that watches it', async () => {
  const { city, health } = await people()
  const told = async (who: Person) =>
    ((await who.get('/api/notices')).body.rows as { kind: string; count: number }[])
      .filter(({ kind }) => kind === 'indicators.warning')
      .reduce((sum, { count }) => sum + count, 0)
  await world().settle('notices.deliver')
  const before = [await told(city), await told(health)]
  const given = { id: randomUUID(), unitId: thuanAn, rule: 'below-value', goal: 0.9 }
  const [requestId, more] = [randomUUID(), async () => [await told(city), await told(health)]]
  expect((await city.post(`${base}/thresholds`, given, requestId)).body.short).toBe(true)
  await city.post(`${base}/thresholds`, given, requestId)
  await world().settle('notices.deliver')
  expect(await more()).toEqual([before[0]! + 1, before[1]])
  await world().settle('indicators.recompute', 'notices.deliver')
  await world().settle('indicators.recompute', 'notices.deliver')
  expect(await more()).toEqual([before[0]! + 1, before[1]])
  const { warnings } = (await city.get(`${base}/thresholds`)).body
  const own = warnings.filter((one: { thresholdId: string }) => one.thresholdId === given.id)
  expect(own).toMatchObject([{ short: true }])
})

test('a threshold sent twice is set once', async () => {
  const { health } = await people()
  const [id, requestId] = [randomUUID(), randomUUID()]
  const given = { id, unitId: binhDuong, rule: 'below-value', goal: 1, byDay: '2021-09-30' }
  const first = await health.post(`${base}/thresholds`, given, requestId)
  const again = await health.post(`${base}/thresholds`, given, requestId)
  expect(again.body).toEqual(first.body)
  // Asked for on 30/9 only: nobody is short of it today.
  expect(first.body).toMatchObject({ short: false, byDay: '2021-09-30' })
  expect((await health.post(`${base}/thresholds`, given)).status).toBe(409)
})
