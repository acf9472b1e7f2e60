import { type AreaShapes, boundsOf, labelPlaces } from './shapes.ts'

/** The longest side of a drawing, in its own units; about twice what a screen shows, so that edges stay crisp. */
const longest = 1000
const margin = 24

export interface DrawnArea {
  id: string
  /** What `d` of an SVG path says. */
  path: string
  /** Where its name is written, and how wide the area is there. */
  label: { x: number; y: number; room: number }
}

export interface Drawing {
  width: number
  height: number
  areas: DrawnArea[]
}

/**
 * Areas on a plane, as paths. Every point is put on a grid of `grain` units and repeated ones are left out: a surveyed
 * border of thousands of points costs what can be seen of it, and two neighbours keep one border between them.
 * Undefined when there is nothing to draw.
 */
export function drawingOf(shapes: AreaShapes, grain: number): Drawing | undefined {
  const bounds = boundsOf(shapes)
  if (!bounds) return undefined
  const [west, south, east, north] = bounds
  const top = mercator(north)
  const spanX = Math.max(east - west, 1e-6)
  const spanY = Math.max(top - mercator(south), 1e-6)
  const scale = longest / Math.max(spanX, spanY)
  const onGrid = (value: number) => Math.round(value / grain) * grain
  const toX = (lon: number) => margin + (lon - west) * scale
  const toY = (lat: number) => margin + (top - mercator(lat)) * scale
  const places = labelPlaces(shapes)
  return {
    width: spanX * scale + 2 * margin,
    height: spanY * scale + 2 * margin,
    areas: shapes.features.map(({ properties, geometry }, i) => {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
      const place = places[i]!
      const label = { x: toX(place.at[0]), y: toY(place.at[1]), room: (place.east - place.west) * scale }
      const path = polygons
        .flat()
        .map((ring) => ringPath(ring, (at) => [onGrid(toX(at[0] ?? 0)), onGrid(toY(at[1] ?? 0))]))
        .join('')
      return { id: properties.id, path: path || dot(label.x, label.y, grain), label }
    }),
  }
}

/** What is smaller than the grid has no line; as the whole of an area it is still a place. */
const dot = (x: number, y: number, grain: number) =>
  `M${x - grain} ${y - grain}h${2 * grain}v${2 * grain}h${-2 * grain}Z`

type Point = [x: number, y: number]

function ringPath(ring: ReadonlyArray<readonly number[]>, put: (at: readonly number[]) => Point): string {
  const points: Point[] = []
  for (const at of ring) {
    const point = put(at)
    const before = points.at(-1)
    if (before?.[0] !== point[0] || before[1] !== point[1]) points.push(point)
  }
  const [first] = points
  const last = points.at(-1)
  if (points.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1]) points.pop()
  if (points.length < 3) return ''
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`
}

/** Sums of binary fractions; two places are a hundredth of what can be seen. */
const round = (value: number) => Math.round(value * 100) / 100

/** The latitude as a web map draws it, in degrees. */
function mercator(lat: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI
}
