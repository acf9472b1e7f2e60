import { randomUUID } from 'node:crypto'

import { beforeAll, expect, test } from 'vitest'

import { openWorld, type Person } from '#tests/world.ts'

const world = openWorld()
let clerk: Person // the office of the province's People's Committee
let colleague: Person
let leader: Person // reads, does not edit
let districtClerk: Person
let foreign: Person
let committee: string
let command: string

beforeAll(async () => {
  const { join, body } = world()
  clerk = await join('van-phong-ubnd@74', 'office-clerk')
  colleague = await join('van-phong-ubnd@74', 'office-clerk')
  leader = await join('ubnd@74', 'leader')
  districtClerk = await join('van-phong-ubnd@725', 'office-clerk')
  foreign = await join('van-phong-ubnd@84', 'office-clerk')
  committee = await body('ban-chi-dao@74')
  command = await body('trung-tam-chi-huy@74')
})

const member = (more: object = {}) => ({
  id: randomUUID(),
  personName: `Người ${randomUUID().slice(0, 8)}`,
  office: 'member',
  post: 'Giám đốc Sở',
  fromDay: '2021-05-01',
  number: '12/QĐ-BCĐ',
  numberDay: '2021-04-28',
  ...more,
})
const add = (by: Person, to: string, body: object) => by.post(`/api/command/committees/${to}/members`, body)
const on = async (day: string, of = committee) =>
  (await clerk.get(`/api/command/committees/${of}?on=${day}`)).body
const names = (view: { members: { personName: string }[] }) => view.members.map((m) => m.personName)

test('who held which office on a given day is answered, also after a change, and signs', async () => {
  const head = member({
    office: 'head',
    personName: 'Bí thư cũ',
    post: 'Bí thư Tỉnh ủy',
    phone: '0912345678',
  })
  expect((await add(clerk, committee, head)).status).toBe(200)
  const next = {
    ...member({ office: 'head', personName: 'Bí thư mới', fromDay: '2021-08-01' }),
    version: 1,
    reason: 'Chuyển công tác',
  }
  expect((await clerk.post(`/api/command/members/${head.id}/replace`, next)).status).toBe(200)
  expect([
    names(await on('2021-04-30')),
    names(await on('2021-07-31')),
    names(await on('2021-08-01')),
  ]).toEqual([[], ['Bí thư cũ'], ['Bí thư mới']])
  const signs = async (day: string, more = '') =>
    (await clerk.get(`/api/command/committees/${committee}/signatory?office=head&on=${day}${more}`)).body
      .signatory
  expect(await signs('2021-07-31')).toMatchObject({
    name: 'Bí thư cũ',
    title: 'TRƯỞNG BAN',
    marks: ['TM. BAN CHỈ ĐẠO'],
  })
  expect(await signs('2021-09-01', '&style=party')).toMatchObject({
    name: 'Bí thư mới',
    marks: ['T/M BAN CHỈ ĐẠO'],
  })
  expect(await signs('2021-04-30')).toBeNull()
  const view = await on('2021-07-31')
  expect(view.members[0].phone).toBe('09xx xxx 678')
  expect(view.findings.map((f: { code: string }) => f.code)).toEqual(['no-standing-deputy', 'ends-soon'])
  expect(view.changes.map((c: { kind: string; note: string }) => [c.kind, c.note])).toEqual([
    ['replaced', 'Bí thư cũ'],
    ['ended', 'Chuyển công tác'],
    ['added', ''],
  ])
})

test('two heads at once are refused, with who stands in the way; so is one person twice', async () => {
  const second = await add(clerk, committee, member({ office: 'head', fromDay: '2021-09-01' }))
  expect(second.body).toMatchObject({ code: 'subject.incomplete' })
  expect(second.body.details.issues[0].found).toContain('Bí thư mới, Trưởng ban từ 2021-08-01')
  const once = member({ personName: 'Trần Văn An' })
  expect((await add(clerk, committee, once)).status).toBe(200)
  expect((await add(clerk, committee, { ...once, id: randomUUID() })).status).toBe(422)
  expect((await add(clerk, committee, { ...once, id: randomUUID(), post: 'Giám đốc Điện lực' })).status).toBe(
    200,
  )
})

test('offices belong to their kind of committee, and end after they begin', async () => {
  expect((await add(clerk, command, member({ office: 'head' }))).status).toBe(422)
  expect((await add(clerk, committee, member({ office: 'commander' }))).status).toBe(422)
  expect((await add(clerk, committee, member({ toDay: '2021-04-30' }))).status).toBe(422)
  expect((await add(clerk, command, member({ office: 'commander', toDay: '2021-08-31' }))).status).toBe(200)
  expect((await add(clerk, command, member({ office: 'commander', fromDay: '2021-09-05' }))).status).toBe(200)
  expect((await on('2021-09-16', command)).findings).toMatchObject([
    { code: 'leader-gap', from: '2021-09-01', to: '2021-09-04' },
  ])
})

test('not of one’s units: it does not exist; only to read: not to be changed', async () => {
  const someone = member()
  expect((await add(clerk, committee, someone)).status).toBe(200)
  for (const by of [foreign, districtClerk]) {
    expect((await by.get(`/api/command/committees/${committee}`)).status).toBe(404)
    expect((await add(by, committee, member())).status).toBe(404)
    const end = { version: 1, toDay: '2021-09-01', number: '1', reason: 'x' }
    expect((await by.post(`/api/command/members/${someone.id}/end`, end)).status).toBe(404)
    expect((await by.post(`/api/command/members/${someone.id}/phone`, { purpose: 'để gọi' })).status).toBe(
      404,
    )
  }
  expect((await leader.get(`/api/command/committees/${committee}`)).body.mayEdit).toBe(false)
  expect((await add(leader, committee, member())).status).toBe(403)
  // The province edits the committees below it.
  expect((await add(clerk, await world().body('ban-chi-dao@25966'), member())).status).toBe(200)
  expect((await clerk.get(`/api/command/committees/${await world().body('so-y-te@74')}`)).status).toBe(404)
})

test('a phone is shown for a purpose', async () => {
  const someone = member({ phone: '(0274) 3822 115' })
  await add(clerk, committee, someone)
  const url = `/api/command/members/${someone.id}/phone`
  expect((await leader.post(url, {})).status).toBe(400)
  expect((await leader.post(url, { purpose: 'Mời họp khẩn' })).body).toEqual({ phone: '02743822115' })
})

test('two clerks end one office: the second is told', async () => {
  const someone = member()
  await add(clerk, committee, someone)
  const url = `/api/command/members/${someone.id}/end`
  const end = { version: 1, toDay: '2021-09-01', number: '20/QĐ', reason: 'Nghỉ hưu' }
  expect((await clerk.post(url, { ...end, toDay: '2021-04-01' })).status).toBe(422)
  expect((await clerk.post(url, end)).status).toBe(200)
  expect((await colleague.post(url, end)).body).toMatchObject({
    code: 'subject.stale',
    details: { actual: 2 },
  })
})

test('work is assigned for a time, within the office', async () => {
  const someone = member()
  await add(clerk, committee, someone)
  const url = `/api/command/members/${someone.id}/works`
  const work = { id: randomUUID(), area: 'An sinh xã hội', unitIds: ['vn-2021:725'], fromDay: '2021-08-01' }
  expect((await clerk.post(url, { ...work, fromDay: '2021-04-01' })).status).toBe(422)
  expect((await clerk.post(url, work)).status).toBe(200)
  expect((await on('2021-08-15')).works).toMatchObject([
    { area: 'An sinh xã hội', unitNames: ['Thành phố Thuận An'] },
  ])
  expect((await clerk.post(`${url}/${work.id}/end`, { version: 1, toDay: '2021-08-20' })).status).toBe(200)
  expect((await on('2021-08-21')).works).toEqual([])
  expect((await clerk.post(`${url}/${work.id}/end`, { version: 1, toDay: '2021-08-25' })).status).toBe(409)
})

test('a subcommittee is a body below; the same name twice is refused', async () => {
  const url = `/api/command/committees/${committee}/subcommittees`
  const name = 'Tiểu ban Phục hồi và phát triển kinh tế - xã hội'
  const made = await clerk.post(url, { name })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  expect((await clerk.post(url, { name })).status).toBe(409)
  expect((await on('2021-09-16')).related.map((r: { name: string }) => r.name)).toContain(name)
  expect((await add(clerk, made.body.id, member({ office: 'head' }))).status).toBe(200)
})

test('the list goes out, is worked on, and comes back in; a wrong row stops it whole', async () => {
  const url = `/api/command/committees/${committee}/members`
  for (const format of ['docx', 'pdf', 'xlsx'])
    expect((await clerk.get(`${url}?format=${format}&on=2021-09-16`)).raw.length).toBeGreaterThan(1000)
  const head =
    'Họ và tên,Chức danh trong Ban,Chức vụ,Điện thoại,Từ ngày,Đến ngày,Số quyết định,Ngày quyết định\n'
  const good = 'Lê Thị Bảy,Thành viên,Giám đốc Cấp thoát nước,0913000111,4/9/2021,,15/QĐ,4/9/2021\n'
  const before = (await on('2021-09-16')).members.length
  const wrong = await clerk.upload(
    `${url}/import`,
    {},
    { name: 'a.csv', bytes: `${head}${good}Ai đó,Thủ quỹ,,,1/1/2021,,1,1/1/2021\n` },
  )
  expect(wrong.body.details.issues).toMatchObject([{ path: 'dòng 3, Chức danh trong Ban', found: 'Thủ quỹ' }])
  expect((await on('2021-09-16')).members.length).toBe(before)
  const right = await clerk.upload(`${url}/import`, {}, { name: 'a.csv', bytes: head + good })
  expect(right.body).toEqual({ added: 1 })
  expect((await on('2021-09-16')).members.length).toBe(before + 1)
  const broken = await clerk.upload(`${url}/import`, {}, { name: 'a.xlsx', bytes: 'PK\u0003\u0004' })
  expect(broken.status).toBe(422)
})

test('committees of the units one covers, found without accents', async () => {
  const list = async (by: Person, query: string) => (await by.get(`/api/command/committees?${query}`)).body
  expect(
    (await list(clerk, 'level=province')).rows.map((r: { name: string }) => r.name).slice(0, 2),
  ).toHaveLength(2)
  expect((await list(clerk, 'q=lai+thieu')).rows).toHaveLength(2)
  expect((await list(districtClerk, '')).total).toBe(22) // the city's two and those of its ten wards and communes
  expect((await list(clerk, 'without=leader&level=province')).rows).toEqual([])
})
