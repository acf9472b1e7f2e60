import { z } from 'zod'

import { type Db, sql } from '#platform/server/db.ts'
import {
  AreaGeometry,
  type Bounds,
  boundsOf,
  expandUnitQuery,
  FoundUnit,
  type ListUnits,
  searchText,
  Unit,
  UnitSuccessor,
  UnitSummary,
} from '../domain/index.ts'

const columns = sql`u.id, u.code_list, u.code, u.level, u.kind, u.name, u.parent_id, u.path::text as path, u.valid_from, u.valid_to,
  u.population, u.households, u.population_source, u.area_km2, u.lat, u.lon, u.centroid_estimated`
const summary = sql`u.id, u.code, u.level, u.kind, u.name, u.path::text as path`
const inNameOrder = sql`u.name collate "vi-x-icu", u.id`

export function findUnit(db: Db, id: string): Promise<Unit | undefined> {
  return db.maybeOne(Unit, sql`select ${columns} from units u where u.id = ${id}`)
}

export function listUnitsOfList(db: Db, codeList: string): Promise<Unit[]> {
  return db.all(
    Unit,
    sql`select ${columns} from units u where u.code_list = ${codeList} order by nlevel(u.path), u.id`,
  )
}

/** The unit and everything below it, from above to below. */
/** The unit an office's body belongs to is known by its path. */
export function findUnitByPath(db: Db, path: string): Promise<Unit | undefined> {
  return db.maybeOne(Unit, sql`select ${columns} from units u where u.path = ${path}::ltree`)
}

export function listUnitsWithin(db: Db, path: string): Promise<Unit[]> {
  return db.all(
    Unit,
    sql`select ${columns} from units u where u.path <@ ${path}::ltree order by nlevel(u.path), u.id`,
  )
}

export function listAncestors(db: Db, path: string): Promise<UnitSummary[]> {
  return db.all(
    UnitSummary,
    sql`
    select ${summary} from units u where u.path @> ${path}::ltree and u.path <> ${path}::ltree order by nlevel(u.path)`,
  )
}

const Child = UnitSummary.extend({ population: z.number().nullable() })
/** With the people who live in each: its own figure, or the sum of what lies below. */
export function listChildren(db: Db, id: string) {
  return db.all(
    Child,
    sql`
    select ${summary}, coalesce(u.population, (select sum(b.population)::int from units b where b.path <@ u.path)) as population
    from units u where u.parent_id = ${id} order by ${inNameOrder}`,
  )
}

const Arrow = UnitSummary.extend({ extent: UnitSuccessor.shape.extent })
export function listSuccessors(db: Db, id: string) {
  return db.all(
    Arrow,
    sql`
    select ${summary}, s.extent from unit_successors s join units u on u.id = s.to_id where s.from_id = ${id} order by ${inNameOrder}`,
  )
}
export function listPredecessors(db: Db, id: string) {
  return db.all(
    Arrow,
    sql`
    select ${summary}, s.extent from unit_successors s join units u on u.id = s.from_id where s.to_id = ${id} order by ${inNameOrder}`,
  )
}

export function listUnitArrows(db: Db): Promise<UnitSuccessor[]> {
  return db.all(
    UnitSuccessor,
    sql`select from_id, to_id, extent from unit_successors order by from_id, to_id`,
  )
}

const Count = z.object({ count: z.number() })
const FoundRow = FoundUnit.omit({ within: true })
const Above = z.object({ path: z.string(), name: z.string() })

/** Every word must begin a word of the unit; whole names first, then higher units, then the alphabet. */
export async function searchUnits(db: Db, list: ListUnits & { codeList: string }) {
  const words = list.search ? expandUnitQuery(list.search) : []
  const phrase = words.join(' ')
  const where = sql`u.code_list = ${list.codeList} and u.level <> 'nation'
    and ${list.parent ? sql`u.parent_id = ${list.parent}` : sql`true`}
    and ${list.within ? sql`u.path <@ (select w.path from units w where w.id = ${list.within})` : sql`true`}
    and ${list.level ? sql`u.level = ${list.level}` : sql`true`}
    and ${words.length > 0 ? sql`u.search_text like all (${words.map((word) => `% ${word}%`)}::text[])` : sql`true`}`
  const rank = sql`case
    when u.search_text like ${`% ${phrase}`} or u.search_text like ${`% ${phrase} %`} then 0
    when u.search_text like ${`% ${phrase}%`} then 1
    else 2 end`
  const rows = await db.all(
    FoundRow,
    sql`
    select ${summary} from units u where ${where}
    order by ${phrase ? sql`${rank}, nlevel(u.path),` : sql``} ${inNameOrder} limit ${list.limit} offset ${list.offset}`,
  )
  const { count } = await db.one(Count, sql`select count(*) as count from units u where ${where}`)
  const above = await db.all(
    Above,
    sql`
    select distinct u.path::text as path, u.name from units u, unnest(${rows.map((row) => row.path)}::text[]::ltree[]) as p
    where u.path @> p and u.path <> p and nlevel(u.path) > 1`,
  )
  const names = new Map(above.map((unit) => [unit.path, unit.name]))
  return { total: count, rows: rows.map((row) => ({ ...row, within: namesAbove(row.path, names) })) }
}

/** Nearest first: phường, then its district, then its province. */
function namesAbove(path: string, names: ReadonlyMap<string, string>): string[] {
  const labels = path.split('.')
  return labels.flatMap((_, i) => names.get(labels.slice(0, labels.length - 1 - i).join('.')) ?? [])
}

const Written = z.object({ added: z.boolean() })
/** Adds what is new and changes what differs; a row that says what is already known is not touched. */
export async function saveUnits(tx: Db, units: readonly Unit[]): Promise<{ added: number; changed: number }> {
  const rows = units.map((unit) => ({ ...unit, searchText: searchText(unit.kind, unit.name) }))
  const written = await tx.all(
    Written,
    sql`
    insert into units as u (id, code_list, code, level, kind, name, search_text, parent_id, path, valid_from, valid_to, population,
      households, population_source, area_km2, lat, lon, centroid_estimated)
    select id, "codeList", code, level, kind, name, "searchText", "parentId", path::ltree, "validFrom", "validTo", population,
      households, "populationSource", "areaKm2", lat, lon, "centroidEstimated"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id text, "codeList" text, code text, level text, kind text, name text,
      "searchText" text, "parentId" text, path text, "validFrom" date, "validTo" date, population int, households int,
      "populationSource" text, "areaKm2" float8, lat float8, lon float8, "centroidEstimated" boolean)
    on conflict (id) do update set kind = excluded.kind, name = excluded.name, search_text = excluded.search_text,
      population = excluded.population, households = excluded.households, population_source = excluded.population_source,
      area_km2 = excluded.area_km2, lat = excluded.lat, lon = excluded.lon, centroid_estimated = excluded.centroid_estimated
    where (u.kind, u.name, u.population, u.households, u.population_source, u.area_km2, u.lat, u.lon, u.centroid_estimated)
      is distinct from (excluded.kind, excluded.name, excluded.population, excluded.households, excluded.population_source,
        excluded.area_km2, excluded.lat, excluded.lon, excluded.centroid_estimated)
    returning (xmax = 0) as added`,
  )
  const added = written.filter((row) => row.added).length
  return { added, changed: written.length - added }
}

export function saveSuccessors(tx: Db, arrows: readonly UnitSuccessor[]): Promise<number> {
  return tx.run(sql`
    insert into unit_successors (from_id, to_id, extent)
    select "fromId", "toId", extent from jsonb_to_recordset(${JSON.stringify(arrows)}::jsonb) as r ("fromId" text, "toId" text, extent text)
    on conflict (from_id, to_id) do update set extent = excluded.extent where unit_successors.extent <> excluded.extent`)
}

interface Boundary {
  unitId: string
  geometry: AreaGeometry
}
/** One statement for all: a province is about a megabyte of JSON. */
export async function saveBoundaries(tx: Db, source: string, boundaries: readonly Boundary[]) {
  const rows = boundaries.map(({ unitId, geometry }) => {
    const [west, south, east, north]: Bounds = boundsOf(geometry)
    return { unitId, geometry, west, south, east, north }
  })
  const written = await tx.all(
    Written,
    sql`
    insert into unit_boundaries as b (unit_id, source, geometry, min_lon, min_lat, max_lon, max_lat)
    select "unitId", ${source}, geometry, west, south, east, north
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r ("unitId" text, geometry jsonb, west float8, south float8, east float8, north float8)
    on conflict (unit_id) do update set source = excluded.source, geometry = excluded.geometry, min_lon = excluded.min_lon,
      min_lat = excluded.min_lat, max_lon = excluded.max_lon, max_lat = excluded.max_lat, imported_at = clock_timestamp()
    where (b.source, b.geometry) is distinct from (excluded.source, excluded.geometry)
    returning (xmax = 0) as added`,
  )
  const added = written.filter((row) => row.added).length
  return { added, changed: written.length - added }
}

const OnMap = z.object({
  id: z.string(),
  name: z.string(),
  group: z.string(),
  groupName: z.string(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  areaKm2: z.number().nullable(),
  population: z.number().nullable(),
  boundary: AreaGeometry.nullable(),
  boundarySource: z.string().nullable(),
})
export type OnMap = z.infer<typeof OnMap>

/** The units of one level within another, each with what it takes to draw it. */
export function listUnitsOnMap(db: Db, path: string, level: Unit['level']): Promise<OnMap[]> {
  return db.all(
    OnMap,
    sql`
    select u.id, u.name, p.id as "group", p.name as group_name, u.lat, u.lon, u.area_km2, u.population, b.geometry as boundary, b.source as boundary_source
    from units u join units p on p.id = u.parent_id left join unit_boundaries b on b.unit_id = u.id
    where u.path <@ ${path}::ltree and u.level = ${level} order by u.id`,
  )
}
