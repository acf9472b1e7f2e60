import { readFile } from 'node:fs/promises'

import { type Database, sql } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import { bodyIndex, generateBodies } from '#registry/bodies/server/index.ts'
import { resolveBodies } from '#registry/bodies/domain/index.ts'
import { findCodeList, mapOf, readUnits, type Unit } from '#registry/units/domain/index.ts'
import { importBoundaries, importUnits } from '#registry/units/server/index.ts'
import { type Figure, median, timed as timedOnce } from './figure.ts'
import { withGround } from './ground.ts'

type Point = [number, number]

/**
 * Imports the 589 communes of four provinces and boundaries for them, then draws and resolves. Ratios, because machines
 * differ: the cost per unit of 589 against 91, and of an import against the bare insert of the same rows.
 */
export async function benchImport(db: Database): Promise<Figure[]> {
  const list = findCodeList('vn-2021')
  if (!list) throw new Error('no list vn-2021')
  const text = await readFile(new URL('../src/registry/units/data/units-2021.csv', import.meta.url), 'utf8')
  const { units } = readUnits(text, list, new Map())
  const small = text.split('\n').filter((line, i) => i === 0 || isIn('74', line, units))

  const few = await timed(() =>
    undone(db, (tx) => importUnits(tx, 'system', { text: small.join('\n'), codeList: list.id })),
  )
  const many = await timed(() => undone(db, (tx) => importUnits(tx, 'system', { text, codeList: list.id })))
  const bare = await timed(() => undone(db, (tx) => bareInsert(tx, units)))
  await asSystem(db, [list.root], (tx) => importUnits(tx, 'system', { text, codeList: list.id }))
  const again = await timed(() => undone(db, (tx) => importUnits(tx, 'system', { text, codeList: list.id })))

  const geojson = invented(units)
  const boundaries = await timed(() =>
    undone(db, (tx) => importBoundaries(tx, 'system', { text: geojson, codeList: list.id, source: 'bench' })),
  )
  const parse = await timed(async () => void JSON.parse(geojson))
  const generated = await timed(() => undone(db, (tx) => generateBodies(tx, 'vn-2021:74', '2021-08-11')))
  await asSystem(db, [list.root], (tx) => generateBodies(tx, 'vn-2021:74', '2021-08-11'))
  const index = await asSystem(db, [list.root], (tx) => bodyIndex(tx))
  const resolve = await timed(async () => {
    for (const name of [
      'Sở Y tế',
      'UBND các huyện, thị xã, thành phố',
      'Giám đốc Công an tỉnh',
      'Hội người yêu thơ',
    ]) {
      resolveBodies(name, { index, provinceUnitId: 'vn-2021:74', at: '2021-08-11' })
    }
  })
  const drawn = await timed(async () => void mapOf('vn-2021:30', onMap(units, 'v2021.p30.')))

  const perUnit = many / units.length / (few / (small.length - 1))
  const ms = (name: string, value: number): Figure => ({ name, value, unit: 'ms' })
  const ratio = (name: string, value: number, most: number): Figure => ({ name, value, unit: '×', most })
  return [
    ms(`import of ${units.length} units`, many),
    ratio(`import of ${units.length} units, per unit, against ${small.length - 1}`, perUnit, 2),
    ratio(`import of ${units.length} units against a bare insert`, many / bare, 8),
    ratio('the same file again against the first time', again / many, 2),
    ms('import of 589 boundaries', boundaries),
    ratio(
      `import of 589 boundaries against JSON.parse of ${(geojson.length / 1e6).toFixed(1)} MB`,
      boundaries / parse,
      60,
    ),
    ms(`${index.bodies.size} bodies made from units`, generated),
    ms('one name of a body resolved', resolve / 4),
    ms('schematic map of 235 communes', drawn),
  ]
}

const isIn = (province: string, line: string, units: readonly Unit[]) => {
  const code = line.slice(0, line.indexOf(','))
  return units.some((unit) => unit.code === code && `${unit.path}.`.startsWith(`v2021.p${province}.`))
}

/** Median of five, after one run that warms up. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  await work()
  const runs: number[] = []
  for (let i = 0; i < 5; i += 1) runs.push(await timedOnce(work))
  return median(runs)
}

class Undo extends Error {}

/** Runs the work in a transaction that is taken back, so that each run starts from the same rows. */
async function undone(db: Database, work: Parameters<Database['transaction']>[0]): Promise<void> {
  try {
    await asSystem(db, ['v2021'], async (tx) => {
      await work(tx)
      throw new Undo()
    })
  } catch (error) {
    if (!(error instanceof Undo)) throw error
  }
}

function bareInsert(tx: Parameters<Parameters<Database['transaction']>[0]>[0], units: readonly Unit[]) {
  return tx.run(sql`
    insert into units (id, code_list, code, level, kind, name, search_text, path, valid_from, parent_id)
    select id, 'vn-2021', code, level, kind, name, ' ' || name, path::ltree, '2021-01-01', case level when 'nation' then null else 'vn-2021:vn' end
    from jsonb_to_recordset(${JSON.stringify([{ id: 'vn-2021:vn', code: 'vn', level: 'nation', kind: 'Nước', name: 'Việt Nam', path: 'v2021' }, ...units])}::jsonb)
      as r (id text, code text, level text, kind text, name text, path text)`)
}

/** Boundaries that nobody drew: the schematic's cells with every edge broken into sixteen, alike on both its sides. */
function invented(units: readonly Unit[]): string {
  const features = ['30', '74', '83', '84'].flatMap((province) => {
    const { cells } = mapOf(province, onMap(units, `v2021.p${province}.`))
    return cells.map(({ id, geometry }) => ({
      type: 'Feature',
      properties: { code: id.split(':')[1] },
      geometry: { type: 'Polygon', coordinates: [broken((geometry.coordinates as Point[][])[0] ?? [])] },
    }))
  })
  return JSON.stringify({ type: 'FeatureCollection', features })
}

function broken(ring: readonly Point[]): Point[] {
  const line = ring.slice(1).flatMap((to, i) => {
    const from = ring[i] as Point
    const forward = String(from) < String(to)
    const [a, b] = forward ? [from, to] : [to, from]
    const steps = Array.from({ length: 16 }, (_, k): Point => {
      const t = k / 16
      const off = k === 0 ? 0 : Math.sin(k * 12.9898 + a[0] * 78.233) * 0.0004
      return [a[0] + (b[0] - a[0]) * t + off, a[1] + (b[1] - a[1]) * t - off]
    })
    return forward ? steps : [b, ...steps.slice(1).toReversed()]
  })
  return [...line, line[0] as Point]
}

function onMap(units: readonly Unit[], within: string) {
  return units
    .filter((unit) => unit.level === 'commune' && unit.path.startsWith(within))
    .map(({ id, name, parentId, lat, lon, areaKm2, population }) => ({
      id,
      name,
      group: parentId ?? '',
      groupName: '',
      lat,
      lon,
      areaKm2,
      population,
      boundary: null,
      boundarySource: null,
    }))
}

if (import.meta.main) console.table(await withGround(({ db }) => benchImport(db)))
