import { z } from 'zod'

import { AreaGeometry, type Bounds, boundsOf, LineGeometry, polygonsOf, type Position } from './geometry.ts'
import { drawSchematic } from './schematic.ts'

const MapCell = z.object({
  id: z.string(),
  name: z.string(),
  /** The unit above that groups it on the map: the district, or the province where there is none. */
  group: z.string(),
  population: z.number().nullable(),
  /** Drawn nearer than it lies: an island far out, on a schematic. */
  moved: z.boolean(),
  geometry: AreaGeometry,
})

/** GET /api/units/:id/map: `unitId` is the unit that is drawn, for a commune the one around it. `source` says whether borders are borders; a schematic must be labelled as one. */
export const UnitMap = z.object({
  unitId: z.string(),
  source: z.enum(['boundaries', 'schematic', 'none']),
  /** Where the boundaries came from; null for a schematic. */
  boundarySource: z.string().nullable(),
  cells: z.array(MapCell),
  groupBorders: z.array(z.object({ group: z.string(), name: z.string(), geometry: LineGeometry })),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  /** Units that could not be drawn: no boundary, or no point. They are listed beside the map. */
  missing: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type UnitMap = z.infer<typeof UnitMap>

export interface UnitOnMap {
  readonly id: string
  readonly name: string
  readonly group: string
  readonly groupName: string
  readonly lat: number | null
  readonly lon: number | null
  readonly areaKm2: number | null
  readonly population: number | null
  readonly boundary: AreaGeometry | null
  readonly boundarySource: string | null
}

/** Boundaries where most units have one, else the schematic; a map never mixes the two. */
export function mapOf(unitId: string, units: readonly UnitOnMap[]): UnitMap {
  const bounded = units.filter((unit) => unit.boundary !== null)
  const named = new Map(units.map((unit) => [unit.group, unit.groupName]))
  if (bounded.length > units.length / 2) {
    const cells = bounded.map(({ id, name, group, population, boundary }) => ({
      id,
      name,
      group,
      population,
      moved: false,
      geometry: boundary as AreaGeometry,
    }))
    return {
      unitId,
      source: 'boundaries',
      boundarySource: bounded[0]?.boundarySource ?? null,
      cells,
      groupBorders: groupBordersOf(cells).map((border) => ({
        ...border,
        name: named.get(border.group) ?? '',
      })),
      bounds: joinBounds(cells.map((cell) => boundsOf(cell.geometry))),
      missing: units.filter((unit) => unit.boundary === null).map(({ id, name }) => ({ id, name })),
    }
  }
  const placed = units.flatMap(({ lat, lon, ...unit }) =>
    lat === null || lon === null ? [] : [{ ...unit, lat, lon }],
  )
  const known = new Map(placed.map((unit) => [unit.id, unit]))
  const drawing = drawSchematic(placed)
  return {
    unitId,
    source: placed.length > 0 ? 'schematic' : 'none',
    boundarySource: null,
    cells: drawing.cells.map((cell) => ({
      ...cell,
      name: known.get(cell.id)?.name ?? '',
      population: known.get(cell.id)?.population ?? null,
    })),
    groupBorders: drawing.groupBorders.map((border) => ({ ...border, name: named.get(border.group) ?? '' })),
    bounds: placed.length > 0 ? drawing.bounds : null,
    missing: units.filter((unit) => unit.lat === null).map(({ id, name }) => ({ id, name })),
  }
}

function joinBounds(all: readonly Bounds[]): Bounds {
  return all.reduce((a, b) => [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[2], b[2]),
    Math.max(a[3], b[3]),
  ])
}

/**
 * The borders of each group: edges that only one cell of the group has, joined into lines. Neighbours share their edges
 * point for point (simplify.ts), so what two cells of one group have in common cancels out.
 */
export function groupBordersOf(cells: ReadonlyArray<{ group: string; geometry: AreaGeometry }>) {
  const edges = new Map<string, Map<string, [Position, Position]>>()
  for (const { group, geometry } of cells) {
    const own = edges.get(group) ?? new Map<string, [Position, Position]>()
    edges.set(group, own)
    for (const ring of polygonsOf(geometry).flat()) {
      for (let i = 1; i < ring.length; i += 1) {
        const [a, b] = [ring[i - 1] as Position, ring[i] as Position]
        if (!own.delete(`${b} ${a}`)) own.set(`${a} ${b}`, [a, b])
      }
    }
  }
  return [...edges].map(([group, own]) => ({
    group,
    geometry: { type: 'MultiLineString' as const, coordinates: chained([...own.values()]) },
  }))
}

/** Single edges as few long lines: each line goes on while exactly one edge leaves its end. */
export function chained(edges: ReadonlyArray<readonly [Position, Position]>): Position[][] {
  const leaving = new Map<string, Array<readonly [Position, Position]>>()
  for (const edge of edges) {
    const known = leaving.get(String(edge[0]))
    if (known) known.push(edge)
    else leaving.set(String(edge[0]), [edge])
  }
  const used = new Set<readonly [Position, Position]>()
  const lines: Position[][] = []
  for (const first of edges) {
    if (used.has(first)) continue
    const line: Position[] = [first[0]]
    for (let edge: readonly [Position, Position] | undefined = first; edge;) {
      used.add(edge)
      line.push(edge[1])
      edge = leaving.get(String(edge[1]))?.find((next) => !used.has(next))
    }
    lines.push(line)
  }
  return lines
}
