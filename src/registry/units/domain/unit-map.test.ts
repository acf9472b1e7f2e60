import { expect, test } from 'vitest'

import type { AreaGeometry, Position } from './geometry.ts'
import { chained, groupBordersOf, mapOf, type UnitOnMap } from './unit-map.ts'

const square = (lon: number, lat: number): AreaGeometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon, lat],
      [lon + 1, lat],
      [lon + 1, lat + 1],
      [lon, lat + 1],
      [lon, lat],
    ],
  ],
})
const unit = (id: string, given: Partial<UnitOnMap>): UnitOnMap => ({
  id,
  name: id,
  group: 'g',
  groupName: 'Huyện G',
  lat: 10,
  lon: 106,
  areaKm2: null,
  population: null,
  boundary: null,
  boundarySource: null,
  ...given,
})

test('what two cells of one group share is no border of the group', () => {
  const [border] = groupBordersOf([
    { group: 'g', geometry: square(0, 0) },
    { group: 'g', geometry: square(1, 0) },
  ])
  const points = border?.geometry.coordinates.flat() ?? []
  expect(border?.geometry.coordinates).toHaveLength(1)
  expect(points).toHaveLength(7)
  expect(
    groupBordersOf([
      { group: 'g', geometry: square(0, 0) },
      { group: 'h', geometry: square(1, 0) },
    ]).map((b) => b.geometry.coordinates[0]?.length),
  ).toEqual([5, 5])
})

test('edges become lines', () => {
  const p = (x: number): Position => [x, 0]
  expect(
    chained([
      [p(0), p(1)],
      [p(5), p(6)],
      [p(1), p(2)],
    ]),
  ).toEqual([
    [p(0), p(1), p(2)],
    [p(5), p(6)],
  ])
})

test('boundaries where most have one, never mixed with the schematic; who cannot be drawn is named', () => {
  const drawn = mapOf('u', [
    unit('a', { boundary: square(106, 10), boundarySource: 'nguồn' }),
    unit('b', { boundary: square(107, 10) }),
    unit('c', {}),
  ])
  expect(drawn).toMatchObject({
    source: 'boundaries',
    boundarySource: 'nguồn',
    missing: [{ id: 'c' }],
    bounds: [106, 10, 108, 11],
  })
  expect(drawn.cells).toHaveLength(2)

  const half = mapOf('u', [
    unit('a', { boundary: square(106, 10) }),
    unit('b', { lon: 106.2 }),
    unit('c', { lon: 106.1 }),
    unit('d', { lat: null, lon: null }),
  ])
  expect(half).toMatchObject({ source: 'schematic', boundarySource: null, missing: [{ id: 'd' }] })
  expect(half.cells.map((cell) => cell.id)).toEqual(['a', 'b', 'c'])
  expect(half.groupBorders).toMatchObject([{ group: 'g', name: 'Huyện G' }])

  expect(mapOf('u', [unit('a', { lat: null, lon: null })])).toMatchObject({
    source: 'none',
    bounds: null,
    cells: [],
    missing: [{ id: 'a' }],
  })
})
