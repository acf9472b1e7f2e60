import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { codeListOn, codeLists, findCodeList } from './code-lists.ts'
import { Unit } from './model.ts'
import { readSuccessors } from './successor-import.ts'
import { nationOf, readUnits } from './unit-import.ts'

const [list2021, list2025] = codeLists as [(typeof codeLists)[0], (typeof codeLists)[0]]
const data = (name: string) => readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')
const nothing = new Map()

test('the 63 provinces of 2021, and of four every unit with its people and a point', () => {
  const { units, errors } = readUnits(data('units-2021.csv'), list2021, nothing)
  expect(errors).toEqual([])
  const count = (level: string) => units.filter((u) => u.level === level).length
  expect([count('province'), count('district'), count('commune')]).toEqual([63, 39, 589])
  expect(units.map((u) => Unit.parse(u))).toHaveLength(63 + 39 + 589)

  const binhDuong = units.filter((u) => u.path.startsWith('v2021.p74'))
  expect(binhDuong).toHaveLength(1 + 9 + 91)
  // The sum over the communes is the census figure of the province (2,426,561).
  expect(binhDuong.reduce((sum, u) => sum + (u.population ?? 0), 0)).toBe(2_426_561)
  expect(units.find((u) => u.code === '29497')).toMatchObject({
    name: 'Xã Đôn Xuân',
    path: 'v2021.p84.d850.c29497',
  })

  const communes = units.filter((u) => u.level === 'commune')
  expect(communes.filter((u) => u.lat === null)).toEqual([])
  expect(communes.filter((u) => u.centroidEstimated).map((u) => u.code)).toEqual(['29512', '29516'])
})

test('the country of today: 34 provinces, 3,321 communes, no districts', () => {
  const { units, errors } = readUnits(data('units-2025.csv'), list2025, nothing)
  expect(errors).toEqual([])
  expect(units.filter((u) => u.level === 'province')).toHaveLength(34)
  expect(units.filter((u) => u.level === 'commune')).toHaveLength(3321)
  expect(new Set(units.filter((u) => u.level === 'commune').map((u) => u.kind))).toEqual(
    new Set(['Phường', 'Xã', 'Đặc khu']),
  )
  expect(units.every((u) => u.validFrom === '2025-07-01' && u.validTo === null)).toBe(true)
})

test('every recorded successor has both its ends', () => {
  const ids = [
    ...readUnits(data('units-2021.csv'), list2021, nothing).units,
    ...readUnits(data('units-2025.csv'), list2025, nothing).units,
  ].map((u) => u.id)
  const { arrows, errors } = readSuccessors(
    data('successors-2025.csv'),
    { from: 'vn-2021', to: 'vn-2025' },
    new Set(ids),
  )
  expect(errors).toEqual([])
  expect(arrows).toContainEqual({ fromId: 'vn-2021:74', toId: 'vn-2025:79', extent: 'full' })
  expect(
    readSuccessors('from,to,extent\n1,2,half\n', { from: 'vn-2021', to: 'vn-2025' }, new Set()).errors,
  ).toMatchObject([
    { line: 2, column: 'from' },
    { line: 2, column: 'to' },
    { line: 2, column: 'extent', found: 'half' },
  ])
})

test('parents may stand below their children, and units below a known commune', () => {
  const { units, errors } = readUnits(
    'code,parent,name\n25741,718,Phường Hiệp Thành\n718,74,Thành phố Thủ Dầu Một\n74,vn,Tỉnh Bình Dương\n',
    list2021,
    nothing,
  )
  expect(errors).toEqual([])
  expect(units.map((u) => u.path)).toEqual(['v2021.p74', 'v2021.p74.d718', 'v2021.p74.d718.c25741'])

  const known = new Map([
    ['25741', { code: '25741', level: 'commune' as const, path: 'v2021.p74.d718.c25741' }],
  ])
  expect(
    readUnits('code,parent,name,level\n25741-kp3,25741,Khu phố 3,hamlet\n', list2021, known).units,
  ).toMatchObject([{ id: 'vn-2021:25741-kp3', kind: 'Khu phố', path: 'v2021.p74.d718.c25741.h25741_kp3' }])
})

test.each([
  ['an unknown parent', '25741,999,Phường A,,,,', 'parent', '999'],
  ['a name without its kind', '25741,718,Hiệp Thành,,,,', 'name', 'Hiệp Thành'],
  ['a population that is no number', '25741,718,Phường A,nhiều,,,', 'population', 'nhiều'],
  ['half a person', '25741,718,Phường A,1.5,,,', 'population', '1.5'],
  ['a decimal comma', '25741,718,Phường A,,,"10,98",106.6', 'lat', '10,98'],
  ['latitude without longitude', '25741,718,Phường A,,,10.9,', 'lon', 'ô trống'],
  ['a latitude out of range', '25741,718,Phường A,,,106.1,10.9', 'lat', '106.1'],
  ['a code of no known length', '2574,718,Phường A,,,,', 'level', 'ô trống'],
  ['a district in a commune', '719,25742,Huyện B,,,,', 'parent', '25742 (commune)'],
  ['the same code twice', '25742,718,Phường C,,,,', 'code', '25742, đã có ở dòng 4'],
])('refused: %s', (_, row, column, found) => {
  const file = `code,parent,name,population,households,lat,lon\n74,vn,Tỉnh Bình Dương,,,,\n718,74,Thành phố Thủ Dầu Một,,,,\n25742,718,Phường Phú Lợi,,,,\n${row}\n`
  const { units, errors } = readUnits(file, list2021, nothing)
  expect(units).toEqual([])
  expect(errors).toMatchObject([{ line: 5, column, found }])
})

test('a circle and a chain without end are refused', () => {
  expect(
    readUnits('code,parent,name\n718,719,Huyện A\n719,718,Huyện B\n', list2021, nothing).errors.length,
  ).toBeGreaterThan(0)
  const chain = Array.from({ length: 20_000 }, (_, i) => `h${i},h${i + 1},Ấp ${i},hamlet`).join('\n')
  expect(readUnits(`code,parent,name,level\n${chain}\n`, list2021, nothing).errors.length).toBeGreaterThan(0)
})

test('the list in force on a day', () => {
  expect(['2019-01-01', '2021-08-11', '2025-06-30', '2025-07-01'].map((day) => codeListOn(day).id)).toEqual([
    'vn-2021',
    'vn-2021',
    'vn-2021',
    'vn-2025',
  ])
  expect(findCodeList('vn-1999')).toBeUndefined()
  expect(Unit.parse(nationOf(list2021)).path).toBe('v2021')
})
