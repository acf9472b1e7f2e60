import { expect, test } from 'vitest'

import { drawingOf } from './drawing.ts'
import type { AreaShapes } from './shapes.ts'

type Ring = Array<[number, number]>
const area = (id: string, ...rings: Ring[]): AreaShapes['features'][number] => ({
  type: 'Feature',
  properties: { id },
  geometry: { type: 'Polygon', coordinates: rings },
})
const map = (...features: AreaShapes['features']): AreaShapes => ({ type: 'FeatureCollection', features })

const square = (west: number, size: number): Ring => [
  [west, 10],
  [west + size, 10],
  [west + size, 10 + size],
  [west, 10 + size],
  [west, 10],
]

test('north is up, and the longest side fills the drawing', () => {
  const drawing = drawingOf(map(area('a', square(106, 1))), 1)!
  expect(Math.round(drawing.width)).toBe(1031)
  expect(Math.round(drawing.height)).toBe(1048)
  // The ring begins in the south-west.
  expect(drawing.areas[0]?.path).toBe('M24 1024L1007 1024L1007 24L24 24Z')
  expect(drawing.areas[0]?.label.room).toBeCloseTo(983.3, 0)
})

test('two neighbours keep one border between them, however fine it was surveyed', () => {
  const border: Ring = Array.from({ length: 5000 }, (_, i) => [107 + Math.sin(i) * 1e-5, 10 + i / 5000])
  const left = area('left', [[106, 10], ...border, [106, 11], [106, 10]])
  const right = area(
    'right',
    [...border.toReversed(), [108, 10], [108, 11]].map((p) => p as [number, number]),
  )
  const [a, b] = drawingOf(map(left, right), 2)!.areas
  const points = (path = '') => new Set(path.slice(1, -1).split('L'))
  const shared = [...points(a!.path)].filter((point) => points(b!.path).has(point))
  expect(points(a!.path).size).toBeLessThan(400)
  expect(shared.length).toBeGreaterThan(200)
})

test('an area too small to be seen is still a place; a hole too small is left out', () => {
  const hole = square(106.5, 0.0001)
  const [big, small] = drawingOf(
    map(area('big', square(106, 1), hole), area('small', square(107.5, 0.0001))),
    4,
  )!.areas
  expect(big?.path.split('M')).toHaveLength(2)
  expect(small?.path).toMatch(/^M.+Z$/)
})

test('nothing to draw is no drawing', () => {
  expect(drawingOf(map(), 1)).toBeUndefined()
})
