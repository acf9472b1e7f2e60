import type { Point } from './voronoi.ts'

/**
 * Points just outside a set of discs, so that Voronoi cells end half-way to them: the outline of a map whose borders
 * nobody gave. A bay or a gap inside that is narrower than a few typical discs is not outside but land nobody's disc
 * reached, and is filled; a far island stays one.
 */
export function shoreAround(points: readonly Point[], radii: readonly number[]): Point[] {
  const typical = radii.toSorted((a, b) => a - b)[Math.floor(radii.length / 2)] ?? 1
  const step = Math.max(typical * 0.5, 0.4)
  const narrow = typical * 3.2
  const reach = narrow + step * 2
  const grid = offshoreGrid(points, radii, step, reach)

  const around = offsetsWithin(narrow + step / 2, step)
  const isOpen = (row: number, column: number) => (grid.get(keyOf(row, column))?.off ?? Infinity) >= narrow
  const shore: Point[] = []
  for (const { row, column, off } of grid.values()) {
    if (off < step * 0.5 || off > narrow) continue
    if (around.some(([r, c]) => isOpen(row + r, column + c))) shore.push(placeOf(row, column, step))
  }
  return shore
}

interface GridPoint {
  row: number
  column: number
  /** Kilometres to the nearest disc; negative inside one. */
  off: number
}

/** The triangular grid near the discs; where no point is kept, every disc is farther than `reach`. */
function offshoreGrid(points: readonly Point[], radii: readonly number[], step: number, reach: number) {
  const grid = new Map<number, GridPoint>()
  points.forEach((site, i) => {
    const radius = (radii[i] as number) * 1.35
    const span = radius + reach
    const firstRow = Math.ceil((site.y - span) / (step * rowHeight))
    const lastRow = Math.floor((site.y + span) / (step * rowHeight))
    for (let row = firstRow; row <= lastRow; row += 1) {
      const firstColumn = Math.ceil((site.x - span) / step - 0.5)
      const lastColumn = Math.floor((site.x + span) / step)
      for (let column = firstColumn; column <= lastColumn; column += 1) {
        const p = placeOf(row, column, step)
        const off = Math.sqrt((p.x - site.x) ** 2 + (p.y - site.y) ** 2) - radius
        if (off > reach) continue
        const known = grid.get(keyOf(row, column))
        if (!known) grid.set(keyOf(row, column), { row, column, off })
        else if (off < known.off) known.off = off
      }
    }
  })
  return grid
}

const rowHeight = Math.sqrt(0.75)
const keyOf = (row: number, column: number) => row * 100_003 + column

function placeOf(row: number, column: number, step: number): Point {
  return { x: (column + (Math.abs(row) % 2) / 2) * step, y: row * rowHeight * step }
}

function offsetsWithin(radius: number, step: number): Array<[number, number]> {
  const most = Math.ceil(radius / step / rowHeight)
  const offsets: Array<[number, number]> = []
  for (let row = -most; row <= most; row += 1) {
    for (let column = -most; column <= most; column += 1) {
      if (Math.hypot(column * step, row * rowHeight * step) <= radius) offsets.push([row, column])
    }
  }
  return offsets
}
