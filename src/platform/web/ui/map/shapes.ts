import { z } from 'zod'

const Position = z.array(z.number()).min(2)

/** Areas as the server sends them: GeoJSON in WGS 84, joined to everything else by `properties.id`. */
export const AreaShapes = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({ id: z.string() }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position)) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(Position))) }),
      ]),
    }),
  ),
})
export type AreaShapes = z.infer<typeof AreaShapes>

/** Where the name of an area is written, and how wide the area is there, in degrees. */
export interface LabelPlace {
  id: string
  at: [east: number, north: number]
  west: number
  east: number
}

/** The centre of the widest polygon of each area: an island must not carry the name of its mainland. */
export function labelPlaces(shapes: AreaShapes): LabelPlace[] {
  return shapes.features.map(({ properties, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const boxes = polygons.map(([outer = []]) => ringBox(outer))
    const [west, south, east, north] = boxes.reduce((a, b) => (b[2] - b[0] > a[2] - a[0] ? b : a))
    return { id: properties.id, at: [(west + east) / 2, (south + north) / 2], west, east }
  })
}

type Bounds = [west: number, south: number, east: number, north: number]

/** The box around all areas; nothing when there are none. */
export function boundsOf(shapes: AreaShapes): Bounds | undefined {
  const rings = shapes.features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
  )
  const bounds = ringBox(rings.flat())
  return Number.isFinite(bounds[0]) ? bounds : undefined
}

function ringBox(ring: ReadonlyArray<readonly number[]>): Bounds {
  const box: Bounds = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [east = 0, north = 0] of ring) {
    box[0] = Math.min(box[0], east)
    box[1] = Math.min(box[1], north)
    box[2] = Math.max(box[2], east)
    box[3] = Math.max(box[3], north)
  }
  return box
}
