import { distance, type Point } from './voronoi.ts'

/** Kilometres of water beyond which an island would shrink the rest of the map, and what is left of them. */
const far = 30
const near = 10

/**
 * Moves groups of points that lie far from the largest group towards it, along the shortest line between them, and says
 * which were moved (Côn Đảo lies 90 km from the shore of Thành phố Hồ Chí Minh).
 */
export function drawnNearer(
  points: readonly Point[],
  radii: readonly number[],
): { points: Point[]; moved: boolean[] } {
  const groups = groupsOf(points, radii)
  const main = groups.reduce((largest, group) => (group.length > largest.length ? group : largest), [])
  const result = [...points]
  const moved = points.map(() => false)
  for (const group of groups) {
    if (group === main) continue
    const { from, to, gap } = shortestLine(group, main, points, radii)
    const length = distance(from, to)
    const share = (gap - near) / length
    for (const i of group) {
      const p = points[i] as Point
      result[i] = { x: p.x + (to.x - from.x) * share, y: p.y + (to.y - from.y) * share }
      moved[i] = true
    }
  }
  return { points: result, moved }
}

/** Points that hang together: from each to some other of its group there is less than `far` between their discs. */
function groupsOf(points: readonly Point[], radii: readonly number[]): number[][] {
  const left = new Set(points.keys())
  const groups: number[][] = []
  for (const first of points.keys()) {
    if (!left.delete(first)) continue
    const group = [first]
    for (const i of group) {
      for (const j of left) {
        if (gapBetween(i, j, points, radii) > far) continue
        left.delete(j)
        group.push(j)
      }
    }
    groups.push(group)
  }
  return groups
}

function gapBetween(i: number, j: number, points: readonly Point[], radii: readonly number[]): number {
  return distance(points[i] as Point, points[j] as Point) - (radii[i] as number) - (radii[j] as number)
}

function shortestLine(
  group: readonly number[],
  main: readonly number[],
  points: readonly Point[],
  radii: readonly number[],
) {
  let best = {
    from: points[group[0] as number] as Point,
    to: points[main[0] as number] as Point,
    gap: Infinity,
  }
  for (const i of group) {
    for (const j of main) {
      const gap = gapBetween(i, j, points, radii)
      if (gap < best.gap) best = { from: points[i] as Point, to: points[j] as Point, gap }
    }
  }
  return best
}
