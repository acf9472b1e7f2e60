import type { MouseEvent } from 'react'

import type { UnitMap } from '#registry/units/domain/index.ts'
import type { Place } from '../domain/index.ts'
import styles from './form.module.css'

interface PlaceSketchProps {
  map: UnitMap
  unitId: string
  place: Place | null
  label: string
  /** Absent: the sketch only shows. */
  onPick?: (place: Place) => void
}

const width = 400

/**
 * The commune among its neighbours as one small picture: no tiles, no WebGL, nothing fetched, so that it opens at once
 * on a phone in the field.
 */
export function PlaceSketch({ map, unitId, place, label, onPick }: PlaceSketchProps) {
  const { west, north, scale, height, squeeze } = frameOf(map, unitId)
  const x = (lon: number) => (lon - west) * squeeze * scale
  const y = (lat: number) => (north - lat) * scale

  function pick(event: MouseEvent<SVGSVGElement>) {
    const box = event.currentTarget.getBoundingClientRect()
    const at = {
      x: ((event.clientX - box.left) / box.width) * width,
      y: ((event.clientY - box.top) / box.height) * height,
    }
    const round = (n: number) => Math.round(n * 1e5) / 1e5
    onPick?.({ lat: round(north - at.y / scale), lon: round(west + at.x / scale / squeeze) })
  }

  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      data-picking={onPick ? true : undefined}
      onClick={onPick && pick}
    >
      {map.cells.map((cell) => (
        <path key={cell.id} d={pathOf(cell.geometry, x, y)} data-own={cell.id === unitId || undefined} />
      ))}
      {place && <circle cx={x(place.lon)} cy={y(place.lat)} r="7" />}
    </svg>
  )
}

/** The box of the commune with a margin, as degrees and as pixels; degrees of longitude are narrower than of latitude. */
function frameOf(map: UnitMap, unitId: string) {
  const own = map.cells.filter(({ id }) => id === unitId)
  const points = (own.length > 0 ? own : map.cells).flatMap(({ geometry }) => ringsOf(geometry).flat())
  const lons = points.map(([lon = 0]) => lon)
  const lats = points.map(([, lat = 0]) => lat)
  const [left, right, bottom, top] = [
    Math.min(...lons),
    Math.max(...lons),
    Math.min(...lats),
    Math.max(...lats),
  ]
  const margin = 0.15 * Math.max(right - left, top - bottom)
  const [west, east, south, north] = [left - margin, right + margin, bottom - margin, top + margin]
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = width / ((east - west) * squeeze)
  return { west, north, scale, squeeze, height: Math.round((north - south) * scale) }
}

type Geometry = UnitMap['cells'][number]['geometry']

function ringsOf(geometry: Geometry): number[][][] {
  return (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()) as number[][][]
}

function pathOf(geometry: Geometry, x: (lon: number) => number, y: (lat: number) => number): string {
  return ringsOf(geometry)
    .map(
      (ring) =>
        `M${ring.map(([lon = 0, lat = 0]) => `${x(lon).toFixed(1)} ${y(lat).toFixed(1)}`).join('L')}Z`,
    )
    .join('')
}
