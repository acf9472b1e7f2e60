import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { openWorld } from '#tests/world.ts'

const world = openWorld()

/** Of our own writing: one measurable target, one deadline that has passed on the day of the tests. */
const text = `TỈNH ỦY BÌNH DƯƠNG
*
Số: 320-TB/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Thủ Dầu Một, ngày 15 tháng 9 năm 2021

THÔNG BÁO
KẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY
về củng cố y tế cơ sở

1. Giao Sở Y tế bảo đảm 100% xã, phường, thị trấn có ít nhất 01 Trạm Y tế lưu động, chậm nhất đến ngày 30/9/2021.

2. Giao Sở Tài chính bố trí kinh phí mua kít xét nghiệm nhanh, xong trước ngày 10/9/2021.

Nơi nhận:
- Sở Y tế,
- Sở Tài chính,
- Lưu VPTU.
`

test('the screen shows what is late, what is measured and what moved, without anyone reporting', async () => {
  const office = await world().join('van-phong-cap-uy@74', 'office-clerk', 'Thu Hà')
  const leader = await world().join('ubnd@74', 'leader', 'Văn Minh')
  const clerk = await world().join('ubnd@25966', 'commune-clerk', 'Ngọc Diễm')
  const id = randomUUID()
  await office.post('/api/directives/text', { id, name: 'ket-luan', text })
  await world().settle()
  const draft = (await office.get(`/api/directives/${id}`)).body
  expect((await office.post(`/api/directives/${id}/issue`, { version: draft.version })).status).toBe(200)
  const [stations, finance] = (await office.get(`/api/directives/${id}`)).body.tasks as { id: string }[]

  const bound = await office.post(`/api/tasks/${stations!.id}/targets/0/binding`, {
    id: randomUUID(),
    indicatorKey: 'communes-with-mobile-station',
    atLeast: 1,
    unitId: 'vn-2021:74',
    goal: 1,
    goalKind: 'share',
    byDay: '2021-09-30',
  })
  expect(bound.status, JSON.stringify(bound.body)).toBe(200)
  await world().settle()

  const before = (await office.get('/api/situation')).body
  expect(before).toMatchObject({
    today: '2021-09-16',
    unit: { id: 'vn-2021:74', name: 'Tỉnh Bình Dương' },
    tasks: { tasks: { overdue: 1, total: 2 } },
    overdue: [{ taskId: finance!.id, daysLate: 6, dueOn: '2021-09-10' }],
    targets: [{ taskId: stations!.id, figure: { numerator: 0, denominator: 91, reached: false } }],
    incidents: { open: 0 },
  })
  expect(before.movements).toMatchObject([{ kind: 'bound', taskId: stations!.id, by: 'Thu Hà' }])

  const recorded = await clerk.post('/api/health-network/records', {
    id: randomUUID(),
    kind: 'mobile-station',
    unitId: 'vn-2021:25966',
    fromDay: '2021-09-16',
    content: { name: 'Trạm số 1', doctors: 1, staff: 5, phone: '0900000001', oxygen: 2 },
  })
  expect(recorded.status, JSON.stringify(recorded.body)).toBe(200)
  await world().settle()
  const after = (await leader.get('/api/situation')).body
  expect(after.targets[0]).toMatchObject({ figure: { numerator: 1, denominator: 91 } })
  expect(after.targets[0].course.at(-1)).toEqual({ day: '2021-09-16', value: 1 })
})

test('another province sees none of it, and a clerk of a commune has no such screen', async () => {
  const elsewhere = await world().join('ubnd@84', 'leader', 'người Trà Vinh')
  const { body } = await elsewhere.get('/api/situation')
  expect(body).toMatchObject({
    unit: { name: 'Tỉnh Trà Vinh' },
    tasks: { tasks: { total: 0 } },
    overdue: [],
    movements: [],
    targets: [],
  })
  const clerk = await world().join('ubnd@25966', 'commune-clerk')
  expect((await clerk.get('/api/situation')).status).toBe(403)
})
