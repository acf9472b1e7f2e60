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

type Bounds = [west: number, south: number, east: number, north: number]

/** The box around all areas; nothing when there are none. */
export function boundsOf(shapes: AreaShapes): Bounds | undefined {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { geometry } of shapes.features) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    for (const [outer = []] of polygons) {
      for (const [east = 0, north = 0] of outer) {
        bounds[0] = Math.min(bounds[0], east)
        bounds[1] = Math.min(bounds[1], north)
        bounds[2] = Math.max(bounds[2], east)
        bounds[3] = Math.max(bounds[3], north)
      }
    }
  }
  return Number.isFinite(bounds[0]) ? bounds : undefined
}
