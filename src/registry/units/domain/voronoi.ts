/** A plane in kilometres around the middle of the area; near enough to flat for one province. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** One edge of a cell and the index of the site on its other side. */
export interface CellEdge {
  readonly from: Point
  readonly to: Point
  readonly beyond: number
}

/** A convex cell: its edges in order, counter-clockwise. */
export type Cell = readonly CellEdge[]

/**
 * The Voronoi cells of the first `wanted` sites; the others only hold them in. Each cell is a box cut by the bisector
 * towards every site near enough to matter, nearest first. Sites must be distinct points, and those that are not
 * wanted must surround the others, or a cell ends at the box. Measured: 168 communes held in by 3,000 points, 20 ms.
 */
export function voronoiCells(sites: readonly Point[], wanted: number): Cell[] {
  const buckets = bucketsOf(sites)
  return sites.slice(0, wanted).map((site, i) => cellAround(site, i, sites, buckets))
}

function cellAround(site: Point, self: number, sites: readonly Point[], buckets: Buckets): Cell {
  let cell = boxAround(site, 1000)
  let reach = Infinity
  // A bisector lies at half the distance: a site beyond twice the farthest corner cannot touch the cell.
  for (let ring = 0; ring <= buckets.rings && (ring - 1) * buckets.size <= 2 * reach; ring += 1) {
    for (const index of buckets.around(site, ring)) {
      const other = sites[index] as Point
      if (index === self || distance(other, site) > 2 * reach) continue
      const next = cutAt(cell, site, other, index)
      if (next === cell) continue
      cell = next
      reach = Math.max(...cell.map((edge) => distance(edge.from, site)))
    }
  }
  return cell
}

interface Buckets {
  readonly size: number
  readonly rings: number
  /** Indices of the sites in the squares `ring` steps away from the site's own, nearest first. */
  around(site: Point, ring: number): number[]
}

/** Squares with about two sites each, so that a cell looks at its neighbourhood and not at the province. */
function bucketsOf(sites: readonly Point[]): Buckets {
  const [xs, ys] = [sites.map((s) => s.x), sites.map((s) => s.y)]
  const [width, height] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)]
  const size = Math.max(Math.sqrt((width * height * 2) / sites.length), Math.max(width, height) / 500, 0.01)
  const squares = new Map<number, number[]>()
  const square = (x: number, y: number) => Math.floor(y / size) * 100_003 + Math.floor(x / size)
  sites.forEach((s, i) => {
    const known = squares.get(square(s.x, s.y))
    if (known) known.push(i)
    else squares.set(square(s.x, s.y), [i])
  })
  const around = (site: Point, ring: number) => {
    const found: number[] = []
    for (let dy = -ring; dy <= ring; dy += 1) {
      const stride = Math.abs(dy) === ring || ring === 0 ? 1 : 2 * ring
      for (let dx = -ring; dx <= ring; dx += stride) {
        found.push(...(squares.get(square(site.x + dx * size, site.y + dy * size)) ?? []))
      }
    }
    return found.sort(
      (a, b) => distance(sites[a] as Point, site) - distance(sites[b] as Point, site) || a - b,
    )
  }
  return { size, rings: Math.ceil(Math.max(width, height) / size) + 1, around }
}

function boxAround({ x, y }: Point, half: number): Cell {
  const corners = [
    { x: x - half, y: y - half },
    { x: x + half, y: y - half },
    { x: x + half, y: y + half },
    { x: x - half, y: y + half },
  ]
  return corners.map((from, i) => ({ from, to: corners[(i + 1) % 4] as Point, beyond: -1 }))
}

/** What of the cell is nearer to `site` than to `other`. The same object comes back when nothing was cut off. */
function cutAt(cell: Cell, site: Point, other: Point, index: number): Cell {
  const [nx, ny] = [other.x - site.x, other.y - site.y]
  const limit = (other.x ** 2 + other.y ** 2 - site.x ** 2 - site.y ** 2) / 2
  const side = (p: Point) => p.x * nx + p.y * ny - limit
  if (cell.every((edge) => side(edge.from) <= 0)) return cell

  const kept: CellEdge[] = []
  let leaves: Point | undefined
  let enters: Point | undefined
  for (const edge of cell) {
    const [a, b] = [side(edge.from), side(edge.to)]
    if (a <= 0 && b <= 0) kept.push(edge)
    else if (a <= 0) {
      leaves = crossing(edge, a, b)
      kept.push({ ...edge, to: leaves })
    } else if (b <= 0) {
      enters = crossing(edge, a, b)
      kept.push({ ...edge, from: enters })
    }
  }
  if (!leaves || !enters) return kept
  const after = kept.findIndex((edge) => edge.to === leaves)
  return [...kept.slice(0, after + 1), { from: leaves, to: enters, beyond: index }, ...kept.slice(after + 1)]
}

function crossing({ from, to }: CellEdge, a: number, b: number): Point {
  const t = a / (a - b)
  return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t }
}

export function distance(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2)
}

/** Area (km²) and middle of a cell. */
export function measureCell(cell: Cell): { area: number; middle: Point } {
  let [area, x, y] = [0, 0, 0]
  const origin = cell[0]?.from ?? { x: 0, y: 0 }
  for (const { from, to } of cell) {
    const cross = (from.x - origin.x) * (to.y - origin.y) - (to.x - origin.x) * (from.y - origin.y)
    area += cross / 2
    x += (from.x + to.x - 2 * origin.x) * cross
    y += (from.y + to.y - 2 * origin.y) * cross
  }
  return {
    area,
    middle: area === 0 ? origin : { x: origin.x + x / (6 * area), y: origin.y + y / (6 * area) },
  }
}
