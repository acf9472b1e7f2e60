import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { sql } from '#platform/server/db.ts'
import { enterScope } from '#platform/server/edge.ts'
import { openWorld, type Person, worldToday } from '../../../../tests/world.ts'

const world = openWorld()
const laiThieu = 'vn-2021:25966'
const binhNham = 'vn-2021:25984'
const records = '/api/health-network/records'

const clerk = () => world().join('ubnd@25966', 'commune-clerk')
const healthDepartment = () => world().join('so-y-te@74', 'body-officer')

const stationContent = {
  name: 'Trạm lưu động số 1',
  doctors: 1,
  staff: 5,
  phone: '0900 000 123',
  oxygen: 2,
}
function station(patch: object = {}, content: object = {}) {
  return {
    id: randomUUID() as string,
    kind: 'mobile-station',
    unitId: laiThieu,
    fromDay: '2021-09-01',
    content: { ...stationContent, name: `Trạm ${randomUUID().slice(0, 8)}`, ...content },
    ...patch,
  }
}

async function recorded(by: Person, patch: object = {}, content: object = {}) {
  const given = station(patch, content)
  const { status, body } = await by.post(records, given)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return given
}

test('a clerk records a station, finds it, and the province sees it', async () => {
  const diem = await clerk()
  const given = await recorded(diem, {}, { name: 'Trạm chợ Lái Thiêu', place: { lat: 10.9, lon: 106.7 } })
  const list = await diem.get(`${records}?kind=mobile-station&search=cho lai thieu`)
  expect(list.body).toMatchObject({
    total: 1,
    on: worldToday,
    rows: [
      {
        id: given.id,
        unitName: 'Phường Lái Thiêu',
        aboveName: 'Thành phố Thuận An',
        state: 'current',
        version: 1,
      },
    ],
  })
  const { body } = await (await healthDepartment()).get(`${records}/${given.id}`)
  expect(body).toMatchObject({
    record: {
      content: { doctors: 1, phone: '09xx xxx 123', place: { lat: 10.9, lon: 106.7 }, patients: null },
    },
    history: [{ act: 'recorded', changes: [], by: diem.name }],
    mayRecord: true,
  })
})

test('sent twice it is recorded once; the same id for something else is refused', async () => {
  const diem = await clerk()
  const given = station()
  const requestId = randomUUID()
  const first = await diem.post(records, given, requestId)
  expect((await diem.post(records, given, requestId)).body).toEqual(first.body)
  expect((await diem.post(records, station(), requestId)).body.code).toBe('request.id-taken')
  expect((await diem.post(records, station({ id: given.id }))).body.code).toBe('subject.duplicate')
})

test('a commune records in itself only; its neighbours do not even see', async () => {
  const diem = await clerk()
  const given = await recorded(diem)
  expect((await diem.post(records, station({ unitId: binhNham }))).body.code).toBe('action.forbidden')
  expect((await diem.post(records, station({ unitId: 'vn-2021:99999' }))).status).toBe(404)
  const neighbour = await world().join('ubnd@25984', 'commune-clerk')
  const change = { version: 1, content: { doctors: 9 } }
  expect((await neighbour.get(`${records}/${given.id}`)).status).toBe(404)
  expect((await neighbour.post(`${records}/${given.id}/change`, change)).status).toBe(404)
  expect((await neighbour.post(`${records}/${given.id}/phone`)).status).toBe(404)
})

test('who reads may not record; who is no official may not read', async () => {
  const given = await recorded(await clerk())
  const leader = await world().join('ubnd@725', 'leader')
  expect((await leader.get(`${records}/${given.id}`)).body.mayRecord).toBe(false)
  expect(
    (await leader.post(`${records}/${given.id}/end`, { version: 1, toDay: worldToday, reason: 'thử' }))
      .status,
  ).toBe(403)
  const enterprise = await world().join('ubnd@25966', 'enterprise')
  expect((await enterprise.get(`${records}?kind=mobile-station`)).status).toBe(403)
  expect((await enterprise.get('/api/health-network/coverage')).status).toBe(403)
})

test.each([
  ['a figure that is none', {}, { doctors: -1 }, 'content/doctors'],
  ['half a doctor', {}, { doctors: 0.5 }, 'content/doctors'],
  ['no telephone', {}, { phone: null }, 'content/phone'],
  ['a telephone that is none', {}, { phone: '113' }, 'content/phone'],
  ['a place at sea', {}, { place: { lat: 0, lon: 0 } }, 'content/place/lat'],
  ['a field nobody knows', {}, { secret: 1 }, 'content'],
  ['a day that is none', { fromDay: '2021-02-30' }, {}, 'fromDay'],
  ['a level where none stands', { unitId: 'vn-2021:725' }, {}, 'unitId'],
  ['a park that is not on record', {}, { park: randomUUID() }, 'content/park'],
])('%s is refused and the field is named', async (_, patch, content, path) => {
  const officer = await healthDepartment()
  const { status, body } = await officer.post(records, station(patch, content))
  expect([status, body.code]).toEqual([400, 'request.invalid'])
  expect(body.details.issues[0].path).toBe(path)
})

test('a correction keeps what stood before; a stale one comes back with what stands now', async () => {
  const diem = await clerk()
  const { id } = await recorded(diem)
  const change = { version: 1, content: { doctors: 2, phone: '0900000456' }, note: 'đếm lại' }
  expect((await diem.post(`${records}/${id}/change`, change)).body).toMatchObject({ version: 2 })
  const late = await (
    await healthDepartment()
  ).post(`${records}/${id}/change`, { version: 1, content: { oxygen: 5 } })
  expect([late.status, late.body.code]).toEqual([409, 'subject.stale'])
  expect(late.body.details).toMatchObject({
    expected: 1,
    actual: 2,
    current: { content: { doctors: 2, phone: '09xx xxx 456' } },
  })
  const { body } = await diem.get(`${records}/${id}`)
  expect(body.history[0]).toMatchObject({
    act: 'changed',
    note: 'đếm lại',
    changes: [
      { field: 'doctors', before: 1, after: 2 },
      { field: 'phone', before: '09xx xxx 123', after: '09xx xxx 456' },
    ],
  })
  const wrong = await diem.post(`${records}/${id}/change`, { version: 2, content: { doctors: 'hai' } })
  expect(wrong.body.details.issues).toMatchObject([{ path: 'content/doctors' }])
})

test('an end has a day and a reason; nothing is deleted; the last act can be taken back, and put back', async () => {
  const diem = await clerk()
  const { id } = await recorded(diem)
  const at = (path: string, body: object) => diem.post(`${records}/${id}/${path}`, body)
  expect(
    (await at('end', { version: 1, toDay: '2021-08-31', reason: 'hết dịch' })).body.details.issues,
  ).toMatchObject([{ path: 'toDay' }])
  expect((await at('end', { version: 1, toDay: '2021-09-10', reason: '' })).status).toBe(400)
  expect((await at('end', { version: 1, toDay: '2021-09-10', reason: 'hết dịch' })).status).toBe(200)
  expect((await at('end', { version: 2, toDay: '2021-09-11', reason: 'lần nữa' })).body.code).toBe(
    'lifecycle.illegal-move',
  )
  const stateNow = async () => (await diem.get(`${records}/${id}`)).body.record.state
  expect(await stateNow()).toBe('ended')
  await at('undo', { version: 2 })
  expect(await stateNow()).toBe('current')
  await at('undo', { version: 3 })
  expect(await stateNow()).toBe('ended')
  expect((await at('undo', { version: 3 })).status).toBe(409)
  expect((await diem.get(`${records}/${id}`)).body.history).toHaveLength(4)
})

test('a recording that is undone counts nowhere, and is still there to be looked at', async () => {
  const diem = await clerk()
  const { id } = await recorded(diem, {}, { name: 'Trạm ghi nhầm' })
  await diem.post(`${records}/${id}/undo`, { version: 1 })
  const found = (show: string) => diem.get(`${records}?kind=mobile-station&search=ghi nham&show=${show}`)
  expect([
    (await found('current')).body.total,
    (await found('ended')).body.total,
    (await found('all')).body.total,
  ]).toEqual([0, 0, 1])
  expect((await diem.post(`${records}/${id}/change`, { version: 2, content: {} })).body.code).toBe(
    'lifecycle.illegal-move',
  )
})

test('the same number or the same name in the commune is said, not refused', async () => {
  const diem = await clerk()
  const first = await recorded(diem, {}, { name: 'Trạm trùng tên', phone: '0900111222' })
  const sameName = await diem.post(records, station({}, { name: 'tram trung ten', phone: '0900111333' }))
  expect(sameName.body.alike).toEqual([
    { id: first.id, name: 'Trạm trùng tên', unitName: 'Phường Lái Thiêu', by: 'name' },
  ])
  const samePhone = await diem.post(records, station({}, { phone: '0900 111 222' }))
  expect(samePhone.body.alike).toMatchObject([{ id: first.id, by: 'phone' }])
})

test('a telephone number is told to who says why, and the log keeps it', async () => {
  const diem = await clerk()
  const { id } = await recorded(diem, {}, { phone: '0900222333' })
  expect((await diem.post(`${records}/${id}/phone`)).body.code).toBe('personal-data.purpose-missing')
  const told = await world().app.inject({
    method: 'POST',
    url: `${records}/${id}/phone`,
    headers: {
      authorization: diem.accountId,
      'x-request-id': randomUUID(),
      'x-purpose': encodeURIComponent('Gọi trạm giao ô xy'),
    },
  })
  expect(told.json()).toEqual({ phone: '0900222333' })
  const auditor = await world().join('thanh-tra@74', 'auditor')
  const log = await auditor.get('/api/audit')
  expect(JSON.stringify(log.body)).toContain('Gọi trạm giao ô xy')
  for (const answer of [await diem.get(`${records}/${id}`), await diem.get(`${records}?kind=mobile-station`)])
    expect(answer.raw.toString()).not.toContain('0900222333')
})

test('an enterprise keeps the safety groups of its own body, and nothing else', async () => {
  const company = await world().join('ubnd@25966', 'enterprise')
  const other = await world().join('ubnd@25984', 'enterprise')
  const own = '/api/health-network/own'
  const id = randomUUID()
  const content = { name: 'Chuyền may 2', enterprise: 'tên người khác', leader: 'Trần Văn An', members: 3 }
  const group = { id, kind: 'safety-group', unitId: laiThieu, fromDay: '2021-09-01', content }
  expect((await company.post(own, group)).status).toBe(200)
  expect((await company.get(`${own}?kind=safety-group`)).body).toMatchObject({
    total: 1,
    // The name of the enterprise is that of its body, whatever was sent.
    rows: [{ id, content: { enterprise: 'Ủy ban nhân dân phường Lái Thiêu' } }],
  })
  expect((await company.post(`${own}/${id}/change`, { version: 1, content: { members: 4 } })).status).toBe(
    200,
  )
  expect((await company.post(own, station())).body.code).toBe('request.invalid')
  expect((await other.get(`${own}/${id}`)).status).toBe(404)
  expect((await other.post(own, { ...group, id: randomUUID() })).body.code).toBe('action.forbidden')
  // The commune sees it too; a station is no safety group, even of the same body.
  const diem = await clerk()
  expect((await diem.get(`${records}/${id}`)).status).toBe(200)
  expect((await company.get(`${own}/${(await recorded(diem)).id}`)).status).toBe(404)
})

test('a newer count of beds stands in place of the older one', async () => {
  const clerkThere = await world().join('ubnd@25984', 'commune-clerk')
  const count = (fromDay: string, beds: number) =>
    clerkThere.post(records, {
      id: randomUUID(),
      kind: 'station-beds',
      unitId: binhNham,
      fromDay,
      content: { name: 'Trạm Y tế phường Bình Nhâm', beds },
    })
  await count('2021-09-01', 10)
  await count('2021-09-20', 30)
  await count('2021-09-10', 20)
  const on = async (day: string) =>
    (await clerkThere.get(`/api/health-network/coverage?on=${day}`)).body.communes[0].beds
  expect([
    await on('2021-08-31'),
    await on('2021-09-05'),
    await on(worldToday),
    await on('2021-09-20'),
  ]).toEqual([null, 10, 20, 30])
  const shown = await clerkThere.get(`${records}?kind=station-beds&show=ended&on=2021-09-20&sort=fromDay`)
  expect(
    shown.body.rows.map((row: { content: { beds: number }; replacedOn: string }) => [
      row.content.beds,
      row.replacedOn,
    ]),
  ).toEqual([
    [10, '2021-09-10'],
    [20, '2021-09-20'],
  ])
})

test('lists are sorted by figures as figures, filtered by place and paged', async () => {
  const officer = await healthDepartment()
  for (const staff of [9, 10, 100]) await recorded(officer, { unitId: 'vn-2021:25987' }, { staff })
  const url = `${records}?kind=mobile-station&unit=vn-2021:25987`
  const staffOf = async (rest: string) =>
    (await officer.get(`${url}${rest}`)).body.rows.map(
      (row: { content: { staff: number } }) => row.content.staff,
    )
  expect(await staffOf('&sort=-staff')).toEqual([100, 10, 9])
  expect(await staffOf('&sort=staff&limit=2&offset=1')).toEqual([10, 100])
  expect((await officer.get(`${url}&sort=drop%20table`)).status).toBe(400)
  expect((await officer.get(`${url}&search=%25`)).body.total).toBe(0)
})

test('a regulation carries its signed file, which the locality may then fetch', async () => {
  const board = await world().join('ban-quan-ly-khu-cong-nghiep@74', 'body-officer')
  const kept = await board.upload(
    '/api/health-network/files',
    {},
    { name: 'quy-che.pdf', bytes: '%PDF-1.4 ký' },
  )
  const id = randomUUID()
  const content = {
    name: 'Quy chế phối hợp',
    number: '05/QCPH',
    parties: 'BQL các KCN; UBND thành phố Thuận An',
    file: kept.body.id,
  }
  const given = { id, kind: 'coordination-regulation', unitId: 'vn-2021:725', fromDay: '2021-09-10', content }
  expect((await board.post(records, given)).status).toBe(200)
  const city = await world().join('ubnd@725', 'body-officer')
  const file = await city.get(`${records}/${id}/file`)
  expect([file.status, file.raw.toString(), file.headers['content-type']]).toEqual([
    200,
    '%PDF-1.4 ký',
    'application/octet-stream',
  ])
  const stolen = { ...given, id: randomUUID() }
  expect((await city.post(records, stolen)).body.details.issues).toMatchObject([{ path: 'content/file' }])
})

test.each(['so-cong-thuong@74', 'cong-an@74', 'benh-vien-da-khoa@74', 'van-phong-cap-uy@74'])(
  'an officer of %s reads the network and records nothing of it',
  async (body) => {
    const given = await recorded(await clerk())
    const officer = await world().join(body, 'body-officer')
    expect((await officer.post(records, station())).body.code).toBe('action.forbidden')
    const change = { version: 1, content: { doctors: 3 } }
    expect((await officer.post(`${records}/${given.id}/change`, change)).status).toBe(403)
    expect((await officer.post(`${records}/${given.id}/undo`, { version: 1 })).status).toBe(403)
    expect((await officer.post(`${records}/batch`, { records: [station()] })).status).toBe(403)
    expect((await officer.get('/api/health-network/template?kind=mobile-station')).status).toBe(403)
    expect((await officer.get(`${records}/${given.id}`)).body.mayRecord).toBe(false)
  },
)

test.each([
  ['so-y-te@74', 'body-officer'],
  ['trung-tam-y-te@725', 'body-officer'],
  ['phong-y-te@725', 'body-officer'],
  ['tram-y-te@25966', 'commune-clerk'],
  ['ubnd@725', 'body-officer'],
  ['ubnd@25966', 'commune-clerk'],
  ['trung-tam-chi-huy@25966', 'commune-clerk'],
] as const)('%s (%s) records in the units it covers', async (body, role) => {
  const officer = await world().join(body, role)
  expect((await officer.post(records, station())).status).toBe(200)
})

test('a park’s board records its parks and regulations, corrects its own, and touches nothing of others', async () => {
  const board = await world().join('ban-quan-ly-khu-cong-nghiep@74', 'body-officer')
  expect((await board.post(records, station())).status).toBe(403)
  const park = {
    id: randomUUID(),
    kind: 'industrial-park',
    unitId: 'vn-2021:25984',
    fromDay: '2021-01-01',
    content: { name: 'Khu của ban', parkKind: 'kcn' },
  }
  expect((await board.post(records, park)).status).toBe(200)
  const change = { version: 1, content: { manager: 'Ban quản lý' } }
  expect((await board.post(`${records}/${park.id}/change`, change)).status).toBe(200)
  const theirs = { ...park, id: randomUUID(), content: { ...park.content, name: 'Khu của xã' } }
  const commune = await world().join('ubnd@25984', 'commune-clerk')
  expect((await commune.post(records, theirs)).status).toBe(200)
  expect((await board.get(`${records}/${theirs.id}`)).body.mayRecord).toBe(false)
  expect((await board.post(`${records}/${theirs.id}/change`, change)).status).toBe(403)
})

test('the database refuses by itself what another sector would write', async () => {
  const given = await recorded(await clerk())
  const write = (bodySector: string, bodyKind: string) =>
    world().db.transaction(async (tx) => {
      await enterScope(tx, ['v2021.p74'], 'read write', { bodySector, bodyKind })
      return tx.run(sql`update health_records set version = version + 1 where id = ${given.id}`)
    })
  await expect(write('economy', 'department')).rejects.toThrow()
  await expect(write('enterprise', 'enterprise')).rejects.toThrow()
  await expect(write('health', 'hospital')).rejects.toThrow()
  await expect(write('economy', 'zone-board')).rejects.toThrow()
  await expect(write('', '')).rejects.toThrow()
  expect(await write('health', 'department')).toBe(1)
})
