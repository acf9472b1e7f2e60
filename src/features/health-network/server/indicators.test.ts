import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { openWorld, type Person, worldToday } from '../../../../tests/world.ts'

const world = openWorld()
const records = '/api/health-network/records'
const laiThieu = 'vn-2021:25966'
const binhNham = 'vn-2021:25984'
const city = 'vn-2021:725'
const province = 'vn-2021:74'

async function record(by: Person, kind: string, unitId: string, fromDay: string, content: object) {
  const id = randomUUID()
  const answer = await by.post(records, { id, kind, unitId, fromDay, content })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return id
}
const station = (more: object = {}) => ({
  name: 'Trạm',
  doctors: 1,
  staff: 5,
  phone: '0900000123',
  oxygen: 2,
  ...more,
})

async function figure(key: string, unit: string, on = worldToday, atLeast?: number) {
  await world().settle()
  const officer = await world().join('so-y-te@74', 'body-officer')
  const query = `unit=${unit}&on=${on}${atLeast ? `&atLeast=${atLeast}` : ''}`
  const { body } = await officer.get(`/api/indicators/${key}?${query}`)
  if (!body.figure) throw new Error(JSON.stringify(body))
  return `${body.figure.numerator}/${body.figure.denominator}${body.figure.waiting ? ' waiting' : ''}`
}

test('a station moves commune, city and province; its end and its undoing move them back', async () => {
  const clerk = await world().join('ubnd@25966', 'commune-clerk')
  const key = 'communes-with-mobile-station'
  await world().settle('indicators.recompute')
  expect(await figure(key, province)).toBe('0/91')
  const first = await record(clerk, 'mobile-station', laiThieu, '2021-09-01', station())
  const second = await record(clerk, 'mobile-station', laiThieu, '2021-09-10', station())
  expect(await figure(key, laiThieu)).toBe('1/1')
  expect(await figure(key, city)).toBe('1/10')
  expect([await figure(key, province), await figure(key, province, '2021-08-31')]).toEqual(['1/91', '0/91'])
  expect(await figure('mobile-stations', province)).toBe('2/91')
  await clerk.post(`${records}/${first}/end`, { version: 1, toDay: '2021-09-12', reason: 'hết dịch' })
  expect(await figure(key, province)).toBe('1/91')
  await clerk.post(`${records}/${second}/undo`, { version: 1 })
  expect([await figure(key, province, '2021-09-12'), await figure(key, province, '2021-09-13')]).toEqual([
    '1/91',
    '0/91',
  ])
  await clerk.post(`${records}/${first}/undo`, { version: 2 })
  expect(await figure(key, province)).toBe('1/91')
})

test('beds are those of the latest count, whatever the order in which counts arrive', async () => {
  const clerk = await world().join('ubnd@25984', 'commune-clerk')
  const count = (day: string, beds: number) =>
    record(clerk, 'station-beds', binhNham, day, { name: 'Trạm Y tế', beds })
  await count('2021-09-01', 10)
  await count('2021-09-15', 30)
  const between = await count('2021-09-10', 20)
  const on = async (day: string) => (await figure('commune-station-beds', binhNham, day)).split('/')[0]
  expect([
    await on('2021-08-31'),
    await on('2021-09-09'),
    await on('2021-09-14'),
    await on('2021-09-15'),
  ]).toEqual(['0', '10', '20', '30'])
  await clerk.post(`${records}/${between}/undo`, { version: 1 })
  expect(await on('2021-09-14')).toBe('10')
})

test('households covered, out of those that are known', async () => {
  const clerk = await world().join('ubnd@25984', 'commune-clerk')
  const group = { name: 'Tổ 1', leader: 'An', members: 4, households: 65 }
  const id = await record(clerk, 'community-group', binhNham, '2021-09-01', group)
  expect(await figure('households-in-community-groups', binhNham)).toBe('65/5993')
  await clerk.post(`${records}/${id}/change`, { version: 1, content: { households: 70 } })
  expect(await figure('households-in-community-groups', binhNham)).toBe('70/5993')
})

test('a park counts once however many stations stand in it, where the park stands', async () => {
  const officer = await world().join('so-y-te@74', 'body-officer')
  const park = await record(officer, 'industrial-park', laiThieu, '2021-01-01', {
    name: 'KCN Mẫu',
    parkKind: 'kcn',
  })
  await record(officer, 'industrial-park', laiThieu, '2021-01-01', { name: 'CCN Mẫu', parkKind: 'ccn' })
  const key = 'parks-with-mobile-station'
  expect(await figure(key, province)).toBe('0/2')
  // One of the two stands across the border of the ward.
  await record(officer, 'mobile-station', laiThieu, '2021-09-01', station({ park }))
  const across = await record(officer, 'mobile-station', binhNham, '2021-09-05', station({ park }))
  expect(await figure(key, laiThieu)).toBe('1/2')
  await officer.post(`${records}/${across}/change`, { version: 1, content: { park: null } })
  expect([await figure(key, city), await figure(key, city, '2021-08-31')]).toEqual(['1/2', '0/2'])
})

test('teams and regulations of a district count for the district and the province', async () => {
  const office = await world().join('ubnd@725', 'body-officer')
  const team = { name: 'Đội 1', readiness: 'ready', leader: 'An', phone: '0900000123', members: 6 }
  await record(office, 'rapid-team', city, '2021-09-01', team)
  const regulation = { name: 'Quy chế', number: '01/QC', parties: 'BQL; UBND' }
  await record(office, 'coordination-regulation', city, '2021-09-10', regulation)
  const numerator = async (key: string, unit: string) => (await figure(key, unit)).split('/')[0]
  for (const key of ['rapid-response-teams', 'coordination-regulations'])
    expect([
      await numerator(key, laiThieu),
      await numerator(key, city),
      await numerator(key, province),
    ]).toEqual(['0', '1', '1'])
})
