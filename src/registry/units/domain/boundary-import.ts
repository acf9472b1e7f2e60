import type { RowError } from './csv.ts'
import type { AreaGeometry, Ring } from './geometry.ts'
import type { Unit } from './model.ts'
import { foldName } from './names.ts'
import { provincePath } from './path.ts'
import { simplifyTogether } from './simplify.ts'

/**
 * What a boundary file may cost. The largest real file we know (all communes of the country, full detail) is below
 * these; anything larger is refused before it is parsed or while it is walked.
 */
export const boundaryLimits = { bytes: 80_000_000, features: 15_000, positions: 2_500_000, nesting: 12 }

/** Mainland, islands and waters of Việt Nam, with room to spare. */
const country = { west: 101, south: 5, east: 119, north: 24 }

export interface UnitBoundary {
  unitId: string
  geometry: AreaGeometry
}

export interface BoundaryImport {
  boundaries: UnitBoundary[]
  /** Faults that stop the import: the file is not what it should be. */
  errors: RowError[]
  /** Features whose code no unit has, with the name the file gives. They are left out. */
  unknownCodes: Array<{ code: string; name: string }>
  /** Units of the same provinces and level that no feature has. They stay without a boundary. */
  withoutBoundary: Array<{ code: string; name: string }>
  /** Joined on code, but the names differ: a sign of the wrong code list. */
  otherNames: Array<{ code: string; name: string; nameInFile: string }>
}

export interface BoundaryOptions {
  /** The property that holds the unit's code; `code` unless the file calls it otherwise. */
  codeProperty?: string
  nameProperty?: string
}

type KnownUnit = Pick<Unit, 'id' | 'code' | 'name' | 'level' | 'path'>

/**
 * Reads a GeoJSON FeatureCollection and joins it on the official code, never on a name. In error reports `line` is the
 * number of the feature, counted from 1.
 */
export function readBoundaries(
  text: string,
  known: readonly KnownUnit[],
  options: BoundaryOptions = {},
): BoundaryImport {
  const empty: BoundaryImport = {
    boundaries: [],
    errors: [],
    unknownCodes: [],
    withoutBoundary: [],
    otherNames: [],
  }
  const features = readFeatures(text)
  if (!Array.isArray(features)) return { ...empty, errors: [features] }

  const codeProperty = options.codeProperty ?? 'code'
  const nameProperty = options.nameProperty ?? 'name'
  const byCode = new Map(known.map((unit) => [unit.code, unit]))
  const errors: RowError[] = []
  const joined = new Map<string, AreaGeometry>()
  const report = { ...empty, errors }
  const budget = { positions: boundaryLimits.positions }

  features.forEach((feature, i) => {
    const properties = objectAt(feature, 'properties')
    const code = textOf(properties?.[codeProperty])
    const name = textOf(properties?.[nameProperty])
    if (!code) {
      errors.push({
        line: i + 1,
        column: codeProperty,
        found: 'không có',
        expected: `thuộc tính ${codeProperty} mang mã đơn vị`,
      })
      return
    }
    const geometry = readArea(objectAt(feature, 'geometry'), budget, (found, expected) =>
      errors.push({ line: i + 1, column: 'geometry', found: `${code}: ${found}`, expected }),
    )
    const unit = byCode.get(code)
    if (!unit) report.unknownCodes.push({ code, name })
    else if (joined.has(unit.id))
      errors.push({
        line: i + 1,
        column: codeProperty,
        found: `${code} lặp lại`,
        expected: 'mỗi mã một đối tượng',
      })
    else if (geometry) {
      joined.set(unit.id, geometry)
      if (name && foldName(name) !== foldName(unit.name))
        report.otherNames.push({ code, name: unit.name, nameInFile: name })
    }
  })
  if (errors.length > 0) return report
  report.withoutBoundary = missing(known, joined)
  report.boundaries = simplifyTogether([...joined.values()]).map((geometry, i) => ({
    unitId: [...joined.keys()][i] as string,
    geometry,
  }))
  return report
}

/** What a reader of the report wants to know: of the provinces and levels the file speaks about, which units it lacks. */
function missing(known: readonly KnownUnit[], joined: ReadonlyMap<string, unknown>) {
  const place = (unit: KnownUnit) => `${unit.level} ${provincePath(unit.path)}`
  const places = new Set(known.filter((unit) => joined.has(unit.id)).map(place))
  return known
    .filter((unit) => places.has(place(unit)) && !joined.has(unit.id))
    .map(({ code, name }) => ({ code, name }))
}

function readFeatures(text: string): unknown[] | RowError {
  const fault = (found: string, expected: string): RowError => ({ line: 0, column: '', found, expected })
  if (text.length > boundaryLimits.bytes)
    return fault(`${Math.round(text.length / 1e6)} MB`, `tệp không quá ${boundaryLimits.bytes / 1e6} MB`)
  if (nestingOf(text) > boundaryLimits.nesting)
    return fault('lồng nhau quá sâu', `không quá ${boundaryLimits.nesting} tầng, như GeoJSON cần`)
  let file: unknown
  try {
    file = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
  } catch {
    return fault('không đọc được như JSON', 'một tệp GeoJSON')
  }
  const features = (file as { type?: unknown; features?: unknown } | null)?.features
  if ((file as { type?: unknown } | null)?.type !== 'FeatureCollection' || !Array.isArray(features)) {
    return fault('không phải FeatureCollection', 'GeoJSON kiểu FeatureCollection')
  }
  if (features.length === 0) return fault('không có đối tượng nào', 'ít nhất một ranh giới')
  if (features.length > boundaryLimits.features)
    return fault(`${features.length} đối tượng`, `không quá ${boundaryLimits.features}`)
  return features
}

/** Deepest nesting of brackets outside strings, in one pass, so that a hostile file is refused before it is parsed. */
function nestingOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i)
    if (c === 34) i = endOfString(text, i)
    else if (c === 91 || c === 123) deepest = Math.max(deepest, (depth += 1))
    else if (c === 93 || c === 125) depth -= 1
  }
  return deepest
}

function endOfString(text: string, start: number): number {
  let i = start + 1
  while (i < text.length && text.charCodeAt(i) !== 34) i += text.charCodeAt(i) === 92 ? 2 : 1
  return i
}

type Fault = (found: string, expected: string) => void

function readArea(
  geometry: Record<string, unknown> | undefined,
  budget: { positions: number },
  fault: Fault,
): AreaGeometry | undefined {
  const type = geometry?.type
  const coordinates = geometry?.coordinates
  if ((type !== 'Polygon' && type !== 'MultiPolygon') || !Array.isArray(coordinates)) {
    fault(textOf(type) || 'không có hình', 'Polygon hoặc MultiPolygon')
    return undefined
  }
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  const read = polygons.map((polygon) => readPolygon(polygon, budget, fault))
  return read.includes(undefined) || read.length === 0
    ? undefined
    : { type: 'MultiPolygon', coordinates: read as Ring[][] }
}

function readPolygon(polygon: unknown, budget: { positions: number }, fault: Fault): Ring[] | undefined {
  if (!Array.isArray(polygon) || polygon.length === 0) {
    fault('đa giác rỗng', 'ít nhất một vòng')
    return undefined
  }
  const rings = polygon.map((ring) => readRing(ring, budget, fault))
  return rings.includes(undefined) ? undefined : (rings as Ring[])
}

function readRing(ring: unknown, budget: { positions: number }, fault: Fault): Ring | undefined {
  if (!Array.isArray(ring) || ring.length < 4) {
    fault(
      Array.isArray(ring) ? `vòng có ${ring.length} điểm` : 'vòng không phải dãy điểm',
      'vòng khép kín từ 4 điểm',
    )
    return undefined
  }
  budget.positions -= ring.length
  if (budget.positions < 0) {
    fault(`hơn ${boundaryLimits.positions} điểm`, 'một tệp đã giản lược')
    return undefined
  }
  for (const position of ring) {
    const why = faultOfPosition(position)
    if (why) {
      fault(...why)
      return undefined
    }
  }
  const [first, last] = [ring[0], ring.at(-1)]
  if (first[0] !== last[0] || first[1] !== last[1]) {
    fault('vòng chưa khép kín', 'điểm cuối trùng điểm đầu')
    return undefined
  }
  return ring.map(([lon, lat]) => [lon, lat])
}

function faultOfPosition(position: unknown): [string, string] | undefined {
  const [lon, lat] = Array.isArray(position) ? position : []
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return ['một điểm không phải hai số', 'kinh độ, vĩ độ']
  const inside = (x: number, y: number) =>
    x >= country.west && x <= country.east && y >= country.south && y <= country.north
  if (inside(lon, lat)) return undefined
  if (inside(lat, lon)) return [`${lon}, ${lat}`, 'kinh độ đứng trước vĩ độ']
  if (Math.abs(lon) > 360 || Math.abs(lat) > 360)
    return [`${lon}, ${lat}`, 'độ theo WGS84, không phải mét theo VN-2000']
  return [`${lon}, ${lat}`, 'một điểm trong Việt Nam, theo WGS84']
}

function objectAt(value: unknown, key: string): Record<string, unknown> | undefined {
  const inner = (value as Record<string, unknown> | null | undefined)?.[key]
  return typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : undefined
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}
