import { expect, test } from 'vitest'

import { cellName, readRecordSheet } from './sheet.ts'

const laiThieu = { id: 'vn-2021:25966', code: '25966', name: 'Phường Lái Thiêu' }
const units = [
  laiThieu,
  { id: 'vn-2021:25984', code: '25984', name: 'Phường Bình Nhâm' },
  { id: 'vn-2021:25900', code: '25900', name: 'Xã An Sơn' },
  { id: 'vn-2021:25901', code: '25901', name: 'Phường An Sơn' },
]
const head = [
  'Xã, phường, thị trấn',
  'Tên tổ',
  'Tổ trưởng',
  'Điện thoại tổ trưởng',
  'Số thành viên',
  'Số hộ phụ trách',
  'Hoạt động từ ngày',
]
const good = ['25966', 'Tổ 1', 'Trần Văn An', '912345678', '4', '1.065', '2021-10-01']
const read = (...rows: string[][]) => readRecordSheet('community-group', [head, ...rows], units)

test('a good row, by code or by name, the date as Excel or as people write it', () => {
  const byName = good.with(0, 'phường lái thiêu').with(6, '1/10/2021').with(3, '')
  expect(read(good, [], byName).rows).toEqual([
    {
      line: 2,
      unitId: laiThieu.id,
      unitName: laiThieu.name,
      fromDay: '2021-10-01',
      content: { name: 'Tổ 1', leader: 'Trần Văn An', phone: '0912345678', members: 4, households: 1065 },
      faults: [],
      parkName: null,
    },
    expect.objectContaining({
      line: 4,
      unitId: laiThieu.id,
      fromDay: '2021-10-01',
      content: expect.objectContaining({ phone: null }),
      faults: [],
    }),
  ])
})

test.each([
  [0, 'Dĩ An', 'A2', 'Dĩ An', 'trong địa bàn của bạn'],
  [0, 'An Sơn', 'A2', 'An Sơn', 'có 2 nơi cùng tên'],
  [0, '', 'A2', 'ô trống', 'mã đơn vị'],
  [1, '', 'B2', 'ô trống', 'không quá 200 ký tự'],
  [3, '113', 'D2', '113', 'số điện thoại Việt Nam hoặc để trống'],
  [4, 'bốn', 'E2', 'bốn', 'số nguyên từ 1 đến 100'],
  [4, '0', 'E2', '0', 'số nguyên từ 1 đến 100'],
  [5, '6,5', 'F2', '6,5', 'số nguyên'],
  [5, '-3', 'F2', '-3', 'số nguyên'],
  [6, '31/9/2021', 'G2', '31/9/2021', 'ngày/tháng/năm'],
  [6, '', 'G2', 'ô trống', 'ngày/tháng/năm'],
])('column %s with “%s” is refused at %s', (column, text, cell, found, expected) => {
  const [row] = read(good.with(column, text)).rows
  expect(row).toMatchObject({ content: null, faults: [{ cell, found }] })
  expect(row?.faults[0]?.expected).toContain(expected)
})

test('all faults of a row come at once, and a bad row does not hold back a good one', () => {
  const { rows } = read(good.with(1, '').with(4, 'x').with(6, '?'), good)
  expect(rows.map(({ faults }) => faults.length)).toEqual([3, 0])
})

test('columns in any order; what is unknown, doubled or missing stops the sheet', () => {
  const turned = readRecordSheet('community-group', [head.toReversed(), good.toReversed()], units)
  expect(turned.rows[0]?.faults).toEqual([])
  const faultsOf = (...cells: string[]) => readRecordSheet('community-group', [cells, good], units).faults
  expect(faultsOf(...head, 'Ghi chú')).toMatchObject([{ cell: 'H1', found: 'Ghi chú' }])
  expect(faultsOf(...head, 'TÊN TỔ')).toMatchObject([{ cell: 'H1', found: 'cột lặp lại' }])
  expect(faultsOf(...head.slice(0, 6))).toMatchObject([
    { found: 'không có cột này', column: 'Hoạt động từ ngày' },
  ])
  // What is not required may be left out.
  expect(faultsOf(...head.toSpliced(3, 1))).toEqual([])
})

test('an office of one commune need not name it', () => {
  const { rows, faults } = readRecordSheet('community-group', [head.slice(1), good.slice(1)], [laiThieu])
  expect(faults).toEqual([])
  expect(rows).toMatchObject([{ unitId: laiThieu.id, faults: [] }])
})

test('choices by their words without accents, places as latitude and longitude', () => {
  const team = readRecordSheet(
    'rapid-team',
    [
      ['Tên đội', 'Tình trạng', 'Đội trưởng', 'Điện thoại đội trưởng', 'Số người', 'Thành lập từ ngày'],
      ['Đội 1', 'san sang', 'An', '0912345678', '5', '1/10/2021'],
      ['Đội 2', 'bận', 'An', '0912345678', '5', '1/10/2021'],
    ],
    [laiThieu],
  )
  expect(team.rows[0]?.content).toMatchObject({ readiness: 'ready' })
  expect(team.rows[1]?.faults).toMatchObject([
    { cell: 'B3', expected: 'một trong: Sẵn sàng; Đang làm nhiệm vụ; Đang nghỉ' },
  ])
  const park = (place: string) =>
    readRecordSheet(
      'industrial-park',
      [
        ['Tên khu, cụm', 'Loại', 'Vị trí', 'Hoạt động từ ngày'],
        ['KCN', 'kcn', place, '1/10/2021'],
      ],
      [laiThieu],
    ).rows[0]
  expect(park('10.9081, 106.7030')?.content).toMatchObject({ place: { lat: 10.9081, lon: 106.703 } })
  expect(park('106.7030, 10.9081')?.faults).toMatchObject([{ cell: 'C2' }])
})

test('an empty sheet, a sheet of titles, and a sheet beyond the limit', () => {
  expect(readRecordSheet('community-group', [], units).faults).toMatchObject([{ found: 'trang trống' }])
  expect(read().faults).toMatchObject([{ found: 'không có dòng nào' }])
  expect(read(...Array.from({ length: 2001 }, () => good)).faults).toMatchObject([{ found: '2001 dòng' }])
})

test.each([
  [0, 1, 'A1'],
  [25, 9, 'Z9'],
  [26, 2, 'AA2'],
  [53, 2, 'BB2'],
])('column %s of line %s is %s', (column, line, name) => {
  expect(cellName(column, line)).toBe(name)
})

test('a park is named as people name it; one that is not on record, or stands for two, is no park', () => {
  const parks = [
    { id: '5f9d1c52-7b1e-4c55-9d3c-2f0a6a1e2110', name: 'Khu công nghiệp Mẫu Một' },
    { id: '5f9d1c52-7b1e-4c55-9d3c-2f0a6a1e2111', name: 'Khu công nghiệp Đôi' },
    { id: '5f9d1c52-7b1e-4c55-9d3c-2f0a6a1e2112', name: 'Cụm công nghiệp Đôi' },
  ]
  const title = ['Địa phương', 'Trích yếu', 'Số, ký hiệu', 'Các bên ký', 'Khu, cụm công nghiệp', 'Ngày ký']
  const line = (park: string) => ['Phường Lái Thiêu', 'Quy chế', '05/QCPH', 'BQL; UBND', park, '10/9/2021']
  const readOne = (park: string) =>
    readRecordSheet('coordination-regulation', [title, line(park)], units, parks).rows[0]!
  for (const name of ['Khu công nghiệp Mẫu Một', 'KCN mẫu một', 'mau mot'])
    expect(readOne(name)).toMatchObject({ content: { park: parks[0]!.id }, parkName: parks[0]!.name })
  expect(readOne('CỤM CÔNG NGHIỆP ĐÔI').content).toMatchObject({ park: parks[2]!.id })
  expect(readOne('').content).toMatchObject({ park: null })
  expect(readOne('Đôi').faults).toMatchObject([{ cell: 'E2', expected: 'tên đầy đủ, vì có 2 khu cùng tên' }])
  expect(readOne('KCN Không Có').faults).toMatchObject([{ cell: 'E2', found: 'KCN Không Có' }])
})
