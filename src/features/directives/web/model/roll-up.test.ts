import { expect, test } from 'vitest'

import type { RollUpRow } from '../../domain/index.ts'
import { districtsOf } from './roll-up.ts'

const row = (path: string, unitName: string, total: number, done: number, overdue = 0): RollUpRow => ({
  unitId: path,
  unitName,
  level: ['province', 'district', 'commune'][path.split('.').length - 2] ?? 'commune',
  path,
  total,
  done,
  overdue,
  waiting: 0,
})

const shape = (rows: RollUpRow[]) =>
  districtsOf(rows).map(
    ({ unit, below }) => `${unit.unitName}: ${below.map((one) => one.unitName).join(', ')}`,
  )

test('districts with their communes, the late ones first, then those with most left', () => {
  const rows = [
    row('v.p74', 'Bình Dương', 5, 2, 1),
    row('v.p74.d725', 'Thuận An', 2, 2),
    row('v.p74.d725.c1', 'Lái Thiêu', 1, 1),
    row('v.p74.d725.c2', 'An Phú', 1, 1),
    row('v.p74.d718', 'Thủ Dầu Một', 3, 0, 1),
    row('v.p74.d718.c3', 'Phú Cường', 1, 0),
    row('v.p74.d718.c4', 'Hiệp Thành', 1, 0, 1),
    row('v.p74.d718.c5', 'Chánh Nghĩa', 1, 0),
  ]
  expect(shape(rows)).toEqual([
    'Thủ Dầu Một: Hiệp Thành, Chánh Nghĩa, Phú Cường',
    'Thuận An: An Phú, Lái Thiêu',
  ])
})

test('inside one district its communes stand alone; a single unit is its own row', () => {
  expect(
    shape([row('v.p.d', 'Thuận An', 2, 0), row('v.p.d.a', 'An Phú', 1, 0), row('v.p.d.b', 'Bình Hòa', 1, 0)]),
  ).toEqual(['An Phú: ', 'Bình Hòa: '])
  expect(shape([row('v.p.d.a', 'An Phú', 1, 0)])).toEqual(['An Phú: '])
  expect(shape([])).toEqual([])
})
