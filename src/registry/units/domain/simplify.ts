import type { AreaGeometry, Position, Ring } from './geometry.ts'
import { polygonsOf } from './geometry.ts'

/** Degrees. About 15 m: below one pixel of a province on a screen. */
const tolerance = 0.00014
/** 1e-5 degrees is about 1 m; neighbours must agree on it, so that their shared border is one line. */
const grid = 1e5

/**
 * Simplifies areas that touch, so that they still touch: a border between two areas is cut into the same pieces at
 * the points where three areas meet, each piece is simplified once, always in the same direction, and both sides get
 * the same line. Deterministic; rings that would fold to nothing are kept as they were.
 */
export function simplifyTogether(areas: readonly AreaGeometry[]): AreaGeometry[] {
  const snapped = areas.map((area) => polygonsOf(area).map((rings) => rings.map(snapRing)))
  const neighbours = new Map<string, Set<string>>()
  const note = (a: string, b: string) => {
    const known = neighbours.get(a)
    if (known) known.add(b)
    else neighbours.set(a, new Set([b]))
  }
  for (const ring of snapped.flat(2)) {
    for (let i = 1; i < ring.length; i += 1) {
      const [a, b] = [keyOf(ring[i - 1] as Position), keyOf(ring[i] as Position)]
      note(a, b)
      note(b, a)
    }
  }
  const isJunction = (p: Position) => neighbours.get(keyOf(p))?.size !== 2
  const simplified = new Map<string, Position[]>()
  const simplifyArc = (arc: Position[]) => {
    const backwards = keyOf(arc[0] as Position) > keyOf(arc.at(-1) as Position)
    const ordered = backwards ? arc.toReversed() : arc
    const name = `${keyOf(ordered[0] as Position)} ${keyOf(ordered[1] as Position)} ${keyOf(ordered.at(-1) as Position)}`
    const result = simplified.get(name) ?? keepFar(ordered)
    simplified.set(name, result)
    return backwards ? result.toReversed() : result
  }
  return snapped.map((polygons) => ({
    type: 'MultiPolygon',
    coordinates: polygons.map((rings) => rings.map((ring) => simplifyRing(ring, isJunction, simplifyArc))),
  }))
}

const keyOf = (p: Position) => `${p[0]},${p[1]}`

function snapRing(ring: Ring): Ring {
  const snapped = ring.map(([lon, lat]): Position => [
    Math.round(lon * grid) / grid,
    Math.round(lat * grid) / grid,
  ])
  const distinct = snapped.filter((p, i) => i === 0 || keyOf(p) !== keyOf(snapped[i - 1] as Position))
  return distinct.length >= 4 ? distinct : ring
}

function simplifyRing(
  ring: Ring,
  isJunction: (p: Position) => boolean,
  simplifyArc: (arc: Position[]) => Position[],
): Ring {
  const open = ring.slice(0, -1)
  const start = startOf(open, isJunction)
  const turned = [...open.slice(start), ...open.slice(0, start)]
  turned.push(turned[0] as Position)

  const result: Position[] = [turned[0] as Position]
  let from = 0
  for (let i = 1; i < turned.length; i += 1) {
    const last = i === turned.length - 1
    if (!last && !isJunction(turned[i] as Position)) continue
    const arc = turned.slice(from, i + 1)
    result.push(
      ...(keyOf(arc[0] as Position) === keyOf(arc.at(-1) as Position)
        ? simplifyLoop(arc, simplifyArc)
        : simplifyArc(arc)
      ).slice(1),
    )
    from = i
  }
  return result.length >= 4 ? result : ring
}

/** A ring begins at a place both neighbours would choose: a junction, or the smallest point where there is none. */
function startOf(open: readonly Position[], isJunction: (p: Position) => boolean): number {
  const junction = open.findIndex(isJunction)
  if (junction >= 0) return junction
  return open.reduce((best, p, i) => (keyOf(p) < keyOf(open[best] as Position) ? i : best), 0)
}

/** A closed arc is simplified in two halves, parted at its point farthest from the start. */
function simplifyLoop(arc: Position[], simplifyArc: (arc: Position[]) => Position[]): Position[] {
  const start = arc[0] as Position
  const far = arc.reduce(
    (best, p, i) => (squareDistance(p, start) > squareDistance(arc[best] as Position, start) ? i : best),
    0,
  )
  if (far <= 0 || far >= arc.length - 1) return arc
  return [...simplifyArc(arc.slice(0, far + 1)), ...simplifyArc(arc.slice(far)).slice(1)]
}

/** Douglas–Peucker without recursion: keeps the points that stand off the line by more than the tolerance. */
function keepFar(arc: Position[]): Position[] {
  const keep = new Set([0, arc.length - 1])
  const open: Array<[number, number]> = [[0, arc.length - 1]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span
    let worst = tolerance * tolerance
    let at = -1
    for (let i = from + 1; i < to; i += 1) {
      const d = squareDistanceToSegment(arc[i] as Position, arc[from] as Position, arc[to] as Position)
      if (d > worst) [worst, at] = [d, i]
    }
    if (at < 0) continue
    keep.add(at)
    open.push([from, at], [at, to])
  }
  return arc.filter((_, i) => keep.has(i))
}

function squareDistance(a: Position, b: Position): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2
}

function squareDistanceToSegment(p: Position, a: Position, b: Position): number {
  const length = squareDistance(a, b)
  if (length === 0) return squareDistance(p, a)
  const t = Math.max(0, Math.min(1, ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length))
  return squareDistance(p, [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])])
}
