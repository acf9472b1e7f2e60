import type { AreaGeometry, Bounds, LineGeometry, Position } from './geometry.ts'
import { drawnNearer } from './islands.ts'
import { shoreAround } from './shore.ts'
import { type Cell, distance, measureCell, type Point, voronoiCells } from './voronoi.ts'

/** One unit to be drawn: its point, the unit above it that groups it, and its area where known. */
export interface SchematicSite {
  readonly id: string
  readonly group: string
  readonly lat: number
  readonly lon: number
  readonly areaKm2: number | null
}

export interface Schematic {
  readonly cells: ReadonlyArray<{ id: string; group: string; moved: boolean; geometry: AreaGeometry }>
  /** Where two groups meet, and where a group meets the outside: to be drawn stronger than the borders of cells. */
  readonly groupBorders: ReadonlyArray<{ group: string; geometry: LineGeometry }>
  readonly bounds: Bounds
}

/**
 * A map without boundaries: cells around the units' own points, spread a little so that the small wards of a town can
 * be read, held in by an outline that follows the units' areas. Positions stay true to a few kilometres, so that points
 * with coordinates may be drawn on it, but for islands far out, which are drawn nearer and marked `moved` as printed
 * maps do. It says nothing about where a border runs. Deterministic: the same units give
 * the same drawing in any order. Longitude before latitude, WGS84.
 */
export function drawSchematic(input: readonly SchematicSite[]): Schematic {
  const sites = input.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (sites.length === 0) return { cells: [], groupBorders: [], bounds: [0, 0, 0, 0] }
  const plane = planeAround(sites)
  const radii = radiiOf(sites, plane.points)
  const near = drawnNearer(plane.points, radii)
  const shore = shoreAround(near.points, radii)
  const points = spread(distinct(near.points), shore)
  const cells = voronoiCells([...points, ...shore], points.length)
  return {
    cells: sites.map((site, i) => ({
      id: site.id,
      group: site.group,
      moved: near.moved[i] as boolean,
      geometry: areaOf(cells[i] as Cell, plane.back),
    })),
    groupBorders: bordersOf(sites, cells, plane.back),
    bounds: boundsOfCells(cells, plane.back),
  }
}

const kmPerDegree = 111.32

function planeAround(sites: readonly SchematicSite[]) {
  const lat0 = mean(sites.map((s) => s.lat))
  const lon0 = mean(sites.map((s) => s.lon))
  const shrink = Math.cos((lat0 * Math.PI) / 180)
  return {
    points: sites.map((s): Point => ({
      x: (s.lon - lon0) * kmPerDegree * shrink,
      y: (s.lat - lat0) * kmPerDegree,
    })),
    back: (p: Point): Position => [round(lon0 + p.x / kmPerDegree / shrink), round(lat0 + p.y / kmPerDegree)],
  }
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5
const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length

/** How far a unit reaches: the radius of a circle of its area, or half-way to its neighbours where no area is known. */
function radiiOf(sites: readonly SchematicSite[], points: readonly Point[]): number[] {
  return sites.map((site, i) => {
    const near = points
      .map((p) => distance(p, points[i] as Point))
      .toSorted((a, b) => a - b)
      .slice(1, 4)
    const byNeighbours = near.length > 0 ? mean(near) / 2 : 3
    const own = site.areaKm2 ? Math.sqrt(site.areaKm2 / Math.PI) : byNeighbours
    // The neighbours of an island are far and say nothing of its size.
    return Math.min(Math.max(own, 0.6), site.areaKm2 ? 15 : 7)
  })
}

/** Units that share a point (an estimate, a rounded coordinate) are set apart by some metres, by their order. */
function distinct(points: readonly Point[]): Point[] {
  const seen = new Map<string, number>()
  return points.map((p) => {
    const key = `${p.x.toFixed(3)} ${p.y.toFixed(3)}`
    const n = seen.get(key) ?? 0
    seen.set(key, n + 1)
    return n === 0 ? p : { x: p.x + 0.05 * n * Math.cos(n * 2.4), y: p.y + 0.05 * n * Math.sin(n * 2.4) }
  })
}

/** A few steps towards the middle of each cell: small cells grow at the cost of large neighbours. */
function spread(points: readonly Point[], shore: readonly Point[]): Point[] {
  let current = [...points]
  for (let step = 0; step < 4; step += 1) {
    const cells = voronoiCells([...current, ...shore], current.length)
    current = current.map((p, i) => {
      const { middle } = measureCell(cells[i] as Cell)
      return { x: p.x + (middle.x - p.x) * 0.8, y: p.y + (middle.y - p.y) * 0.8 }
    })
  }
  return current
}

function areaOf(cell: Cell, back: (p: Point) => Position): AreaGeometry {
  const ring = cell
    .map((edge) => back(edge.from))
    .filter((p, i, all) => i === 0 || p[0] !== all[i - 1]?.[0] || p[1] !== all[i - 1]?.[1])
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as Position]] }
}

function bordersOf(sites: readonly SchematicSite[], cells: readonly Cell[], back: (p: Point) => Position) {
  const lines = new Map<string, Position[][]>()
  sites.forEach((site, i) => {
    for (const edge of cells[i] as Cell) {
      if (sites[edge.beyond]?.group === site.group) continue
      const line = [back(edge.from), back(edge.to)]
      const known = lines.get(site.group)
      if (known) known.push(line)
      else lines.set(site.group, [line])
    }
  })
  return [...lines].map(([group, coordinates]) => ({
    group,
    geometry: { type: 'MultiLineString' as const, coordinates },
  }))
}

function boundsOfCells(cells: readonly Cell[], back: (p: Point) => Position): Bounds {
  const corners = cells.flatMap((cell) => cell.map((edge) => back(edge.from)))
  const [lons, lats] = [corners.map((p) => p[0]), corners.map((p) => p[1])]
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}
