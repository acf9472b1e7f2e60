import { z } from 'zod'

/** GeoJSON in WGS84 (RFC 7946): longitude before latitude, rings closed. */
const Position = z.tuple([z.number(), z.number()])
export type Position = z.infer<typeof Position>
const Ring = z.array(Position)
export type Ring = z.infer<typeof Ring>

export const AreaGeometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
])
export type AreaGeometry = z.infer<typeof AreaGeometry>

export const LineGeometry = z.object({ type: z.literal('MultiLineString'), coordinates: z.array(Ring) })
export type LineGeometry = z.infer<typeof LineGeometry>

/** West, south, east, north, in degrees. */
export type Bounds = [number, number, number, number]

export function polygonsOf(geometry: AreaGeometry): Ring[][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

export function boundsOf(geometry: AreaGeometry): Bounds {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity]
  for (const polygon of polygonsOf(geometry)) {
    for (const [lon, lat] of polygon[0] ?? []) {
      if (lon < bounds[0]) bounds[0] = lon
      if (lat < bounds[1]) bounds[1] = lat
      if (lon > bounds[2]) bounds[2] = lon
      if (lat > bounds[3]) bounds[3] = lat
    }
  }
  return bounds
}
