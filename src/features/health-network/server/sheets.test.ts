import { expect, test } from 'vitest'

import { readSheet, toXlsx } from '#platform/documents/index.ts'
import { openWorld, type Person } from '../../../../tests/world.ts'

const world = openWorld()
const base = '/api/health-network'
const clerk = () => world().join('ubnd@25966', 'commune-clerk')
const officer = () => world().join('so-y-te@74', 'body-officer')

const titles = [
  'Xã, phường, thị trấn',
  'Tên tổ',
  'Tổ trưởng',
  'Điện thoại tổ trưởng',
  'Số thành viên',
  'Số hộ phụ trách',
  'Hoạt động từ ngày',
]
const good = ['Phường Lái Thiêu', 'Tổ 1', 'Trần Văn An', '0900 000 321', '4', '65', '2021-09-01']

function check(by: Person, rows: string[][], kind = 'community-group') {
  const text = rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')
  return by.upload(`${base}/import-check`, { kind }, { name: 'to.csv', type: 'text/csv', bytes: text })
}

interface Row {
  unitId: string
  fromDay: string
  content: object
}
const asRecords = (rows: Row[]) =>
  rows.map(({ unitId, fromDay, content }) => ({
    id: crypto.randomUUID(),
    kind: 'community-group',
    unitId,
    fromDay,
    content,
  }))

test('a sheet is looked at before anything is written; good rows go in together', async () => {
  const diem = await clerk()
  const { status, body } = await check(diem, [
    titles,
    good,
    good.with(1, 'Tổ 2').with(4, 'bốn'),
    good.with(1, 'Tổ 3'),
  ])
  expect(status).toBe(200)
  expect(body.rows.map((row: { faults: object[] }) => row.faults)).toEqual([
    [],
    [{ cell: 'E3', column: 'Số thành viên', found: 'bốn', expected: 'số nguyên từ 1 đến 100' }],
    [],
  ])
  const list = async () => (await diem.get(`${base}/records?kind=community-group`)).body.total
  expect(await list()).toBe(0)
  const taken = asRecords(body.rows.filter((row: { content: object | null }) => row.content))
  expect((await diem.post(`${base}/records/batch`, { records: taken })).body).toEqual({ count: 2 })
  expect(await list()).toBe(2)
  // Brought again, the same rows are known.
  const again = await check(diem, [titles, good])
  const known = again.body.rows[0].alike.map((one: { name: string; by: string }) => `${one.name} ${one.by}`)
  expect(known.toSorted()).toEqual(['Tổ 1 phone', 'Tổ 3 phone'])
})

test('nothing is half written: one row that may not be is none written', async () => {
  const diem = await clerk()
  const before = (await diem.get(`${base}/records?kind=community-group`)).body.total
  const content = { name: 'Tổ 9', leader: 'An', members: 4, households: 60 }
  const records = asRecords([
    { unitId: 'vn-2021:25966', fromDay: '2021-09-01', content },
    { unitId: 'vn-2021:25984', fromDay: '2021-09-01', content },
  ])
  expect((await diem.post(`${base}/records/batch`, { records })).body.code).toBe('action.forbidden')
  expect((await diem.get(`${base}/records?kind=community-group`)).body.total).toBe(before)
})

test('a commune of somebody else is a fault of the row, for the department it is none', async () => {
  const elsewhere = good.with(0, 'Phường Bình Nhâm')
  const { body } = await check(await clerk(), [titles, elsewhere])
  expect(body.rows[0].faults).toMatchObject([{ cell: 'A2', found: 'Phường Bình Nhâm' }])
  const seen = await check(await officer(), [titles, elsewhere])
  expect(seen.body.rows[0]).toMatchObject({ unitId: 'vn-2021:25984', faults: [] })
})

test.each([
  ['no table', 'tai-lieu.xlsx', Buffer.from('PK\u0003\u0004 hỏng'), 422],
  ['an empty file', 'rong.csv', Buffer.alloc(0), 422],
])('%s is refused with a sentence', async (_, name, bytes, status) => {
  const answer = await (
    await clerk()
  ).upload(`${base}/import-check`, { kind: 'community-group' }, { name, bytes })
  expect([answer.status, answer.body.code.split('.')[0]]).toEqual([status, 'document'])
  expect(answer.body.message.length).toBeGreaterThan(20)
})

test('a kind nobody knows, a leader, an enterprise: not let in', async () => {
  expect((await check(await clerk(), [titles, good], 'bệnh viện')).status).toBe(400)
  expect((await check(await world().join('ubnd@25966', 'leader'), [titles, good])).status).toBe(403)
  expect((await check(await world().join('ubnd@25966', 'enterprise'), [titles, good])).status).toBe(403)
})

test('the template, filled in with Excel, is read back', async () => {
  const diem = await clerk()
  const template = await diem.get(`${base}/template?kind=community-group`)
  const [sheet, help] = await readSheet(template.raw)
  expect(sheet?.rows[0]).toEqual(titles)
  expect(help?.name).toBe('Hướng dẫn')
  const columns = (sheet?.rows[0] ?? []).map((title) => ({
    title,
    kind: title.startsWith('Hoạt') ? ('date' as const) : ('text' as const),
  }))
  const bytes = await toXlsx([{ name: 'Tổ', columns, rows: [good.with(1, 'Tổ Excel')] }])
  const { body } = await diem.upload(
    `${base}/import-check`,
    { kind: 'community-group' },
    { name: 'to.xlsx', bytes },
  )
  expect(body.rows).toMatchObject([
    { fromDay: '2021-09-01', faults: [], content: { name: 'Tổ Excel', phone: '0900000321' } },
  ])
})

test('an export holds what the filter shows, numbers masked; whole ones need a purpose and leave a trace', async () => {
  const department = await officer()
  const export_ = `${base}/export?kind=community-group&search=to 1&format=csv`
  const masked = (await department.get(export_)).raw.toString()
  expect(masked).toContain('09xx xxx 321')
  expect(masked).not.toContain('Tổ 3')
  expect((await department.get(`${export_}&phones=1`)).body.code).toBe('personal-data.purpose-missing')
  const whole = await world().app.inject({
    url: `${export_}&phones=1`,
    headers: { authorization: department.accountId, 'x-purpose': encodeURIComponent('Gọi các tổ trưởng') },
  })
  expect(whole.body).toContain('0900 000 321')
  const auditor = await world().join('thanh-tra@74', 'auditor')
  expect(JSON.stringify((await auditor.get('/api/audit')).body)).toContain('Gọi các tổ trưởng')
  const [sheet] = await readSheet((await department.get(export_.replace('csv', 'xlsx'))).raw)
  expect(sheet?.rows[1]).toContain('09xx xxx 321')
  expect(sheet?.rows.at(-1)?.[0]).toContain('chưa kiểm chứng')
})

test('what a spreadsheet would run is text', async () => {
  const diem = await clerk()
  const content = { name: '=HYPERLINK("x")', leader: '@An', members: 4, households: 60 }
  await diem.post(
    `${base}/records`,
    asRecords([{ unitId: 'vn-2021:25966', fromDay: '2021-09-01', content }])[0],
  )
  const csv = (await diem.get(`${base}/export?kind=community-group&format=csv`)).raw.toString()
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
  expect(csv).toContain(",'@An,")
})
