import { expect, test } from 'vitest'

import { memberColumns, readMemberSheet } from './sheet.ts'

let made = 0
const newId = () => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`
const good = [
  'Trần Văn An',
  'phó trưởng  ban',
  'Giám đốc Điện lực',
  '0912 345 678',
  '4/9/2021',
  '',
  '12/QĐ-BCĐ',
  '2021-09-04',
]
const read = (...rows: string[][]) =>
  readMemberSheet([['DANH SÁCH'], [...memberColumns], ...rows], 'steering-committee', newId)

test('a list is read below its head, dates as people or as spreadsheets write them', () => {
  const { members, faults } = read(good, [], ['Nguồn: văn phòng'])
  expect(faults).toEqual([])
  expect(members).toMatchObject([
    {
      personName: 'Trần Văn An',
      office: 'deputy',
      phone: '0912345678',
      fromDay: '2021-09-04',
      toDay: null,
      numberDay: '2021-09-04',
    },
  ])
})

test('a masked number that went out does not come back as a number', () => {
  expect(read(good.with(3, '09xx xxx 678')).members[0]?.phone).toBeNull()
})

test.each([
  [0, '', 'Họ và tên'],
  [1, 'Chỉ huy trưởng', 'Chức danh trong Ban'],
  [1, 'Trưởng phòng', 'Chức danh trong Ban'],
  [3, 'không có', 'Điện thoại'],
  [4, '31/2/2021', 'Từ ngày'],
  [5, 'nay', 'Đến ngày'],
  [6, '', 'Số quyết định'],
  [7, '4-9', 'Ngày quyết định'],
])('cell %i = %j is refused by its row and column', (cell, value, column) => {
  const { members, faults } = read(good, good.with(cell, value))
  expect(members).toHaveLength(1)
  expect(faults.map((f) => [f.row, f.column, f.found])).toEqual([[4, column, value]])
})

test('a sheet without the head says what it should be', () => {
  const { faults } = readMemberSheet([['Tên', 'Tuổi']], 'steering-committee', newId)
  expect(faults[0]?.expected).toContain('Họ và tên | Chức danh trong Ban')
})
