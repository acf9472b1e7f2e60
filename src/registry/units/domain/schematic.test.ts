import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { findCodeList } from './code-lists.ts'
import type { Position } from './geometry.ts'
import { drawSchematic, type SchematicSite } from './schematic.ts'
import { readUnits } from './unit-import.ts'

const list = findCodeList('vn-2021')
if (!list) throw new Error('no list vn-2021')
const { units } = readUnits(
  readFileSync(new URL('../data/units-2021.csv', import.meta.url), 'utf8'),
  list,
  new Map(),
)

function sitesOf(province: string): SchematicSite[] {
  return units
    .filter((u) => u.level === 'commune' && u.path.startsWith(`v2021.p${province}.`))
    .map((u) => ({ id: u.id, group: u.parentId ?? '', lat: u.lat ?? 0, lon: u.lon ?? 0, areaKm2: u.areaKm2 }))
}

const ringOf = (cell: { geometry: { coordinates: unknown } }) =>
  (cell.geometry.coordinates as Position[][])[0] as Position[]

function areaOf(ring: Position[]): number {
  return ring
    .slice(1)
    .reduce((sum, [x, y], i) => sum + ((ring[i] as Position)[0] * y - x * (ring[i] as Position)[1]) / 2, 0)
}

test.each(['30', '74', '83', '84'])('province %s: every commune has one legible cell', (province) => {
  const sites = sitesOf(province)
  const drawing = drawSchematic(sites)
  expect(drawing.cells.map((c) => c.id)).toEqual(sites.map((s) => s.id).sort())

  const areas = drawing.cells.map((cell) => areaOf(ringOf(cell))).sort((a, b) => a - b)
  const median = areas[Math.floor(areas.length / 2)] as number
  // Counter-clockwise as RFC 7946 asks, and no cell so small beside the others that it cannot be hit with a finger.
  expect(areas[0]).toBeGreaterThan(median / 12)
  for (const cell of drawing.cells) expect(ringOf(cell).at(-1)).toEqual(ringOf(cell)[0])
})

test('cells do not overlap: their areas add up to the area inside the outline', () => {
  const drawing = drawSchematic(sitesOf('74'))
  const cells = drawing.cells.reduce((sum, cell) => sum + areaOf(ringOf(cell)), 0)
  // Every edge inside the province is walked once in each direction and cancels; what is left is the outline.
  const outline = new Map<string, [Position, Position]>()
  for (const cell of drawing.cells) {
    const ring = ringOf(cell)
    for (let i = 1; i < ring.length; i += 1) {
      const [a, b] = [ring[i - 1] as Position, ring[i] as Position]
      if (!outline.delete(`${b} ${a}`)) outline.set(`${a} ${b}`, [a, b])
    }
  }
  const inside = [...outline.values()].reduce((sum, [a, b]) => sum + (a[0] * b[1] - b[0] * a[1]) / 2, 0)
  expect(cells / inside).toBeCloseTo(1, 6)
  expect(outline.size).toBeLessThan(drawing.cells.length * 3)
})

test('points stay true to a few kilometres', () => {
  for (const province of ['30', '74', '83', '84']) {
    const sites = new Map(sitesOf(province).map((s) => [s.id, s]))
    for (const cell of drawSchematic([...sites.values()]).cells) {
      const ring = ringOf(cell).slice(1)
      const [lon, lat] = [0, 1].map(
        (axis) => ring.reduce((sum, p) => sum + (p[axis] as number), 0) / ring.length,
      ) as [number, number]
      const site = sites.get(cell.id) as SchematicSite
      expect(Math.hypot(lon - site.lon, lat - site.lat) * 111).toBeLessThan(10)
    }
  }
})

test('the same units give the same drawing in any order, and districts get their borders', () => {
  const sites = sitesOf('74')
  expect(drawSchematic(sites.toReversed())).toEqual(drawSchematic(sites))
  expect(drawSchematic(sites).groupBorders).toHaveLength(9)
})

test('few, doubled or far apart units still draw', () => {
  const site = (id: string, lon: number, lat: number) => ({ id, group: 'g', lat, lon, areaKm2: null })
  expect(drawSchematic([])).toMatchObject({ cells: [] })
  expect(drawSchematic([site('a', 106, 11)]).cells).toHaveLength(1)
  const twins = drawSchematic([
    site('a', 106, 11),
    site('b', 106, 11),
    site('c', 106.1, 11),
    site('island', 106.6, 8.7),
  ])
  expect(twins.cells.every((cell) => areaOf(ringOf(cell)) > 0)).toBe(true)
  // The island lies 260 km away: it is drawn nearer, in its own direction, and says so.
  expect(twins.cells.map((cell) => cell.moved)).toEqual([false, false, false, true])
  const [west, south, east, north] = twins.bounds
  expect(Math.max(east - west, north - south)).toBeLessThan(0.5)
})
