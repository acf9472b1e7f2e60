import { expect, test } from 'vitest'

import { AreaShapes, boundsOf, labelPlaces } from './shapes.ts'

const box = (west: number, south: number, east: number, north: number) => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
]

const shapes = AreaShapes.parse({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { id: 'mainland' },
      geometry: { type: 'Polygon', coordinates: box(106, 10, 107, 11) },
    },
    {
      type: 'Feature',
      properties: { id: 'with island' },
      geometry: { type: 'MultiPolygon', coordinates: [box(109, 8, 109.1, 8.1), box(107, 10, 108, 12)] },
    },
  ],
})

test('the map shows all of it', () => {
  expect(boundsOf(shapes)).toEqual([106, 8, 109.1, 12])
  expect(boundsOf({ type: 'FeatureCollection', features: [] })).toBeUndefined()
})

test('a name stands on the mainland, not on the island', () => {
  expect(labelPlaces(shapes)).toEqual([
    { id: 'mainland', at: [106.5, 10.5], west: 106, east: 107 },
    { id: 'with island', at: [107.5, 11], west: 107, east: 108 },
  ])
})

test('points and lines are no areas', () => {
  const point = {
    type: 'Feature',
    properties: { id: 'x' },
    geometry: { type: 'Point', coordinates: [106, 10] },
  }
  expect(AreaShapes.safeParse({ type: 'FeatureCollection', features: [point] }).success).toBe(false)
})
