import { z } from 'zod'

import { newId } from '#platform/server/chance.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { Unit, UnitLevel } from '#registry/units/domain/index.ts'
import {
  Body,
  type BodyDraft,
  BodySuccessor,
  bodySearchText,
  bodySearchWords,
  FoundBody,
  type ListBodies,
  normaliseBody,
} from '../domain/index.ts'

const columns = sql`b.id, b.code, b.name, b.short_name, b.kind, b.sector, b.unit_id, b.unit_path::text as unit_path,
  b.parent_body_id, b.valid_from, b.valid_to, b.version`
const found = sql`b.id, b.code, b.name, b.short_name, b.kind, b.sector, b.unit_id, b.unit_path::text as unit_path, u.name as unit_name`
const withUnit = sql`bodies b join units u on u.id = b.unit_id`

export function findBody(db: Db, id: string): Promise<Body | undefined> {
  return db.maybeOne(Body, sql`select ${columns} from bodies b where b.id = ${id}`)
}

export function findBodyByCode(db: Db, code: string): Promise<Body | undefined> {
  return db.maybeOne(Body, sql`select ${columns} from bodies b where b.code = ${code}`)
}

export function findFoundBody(db: Db, id: string): Promise<FoundBody | undefined> {
  return db.maybeOne(FoundBody, sql`select ${found} from ${withUnit} where b.id = ${id}`)
}

/** Names for lists of bodies of other features; what is not known is left out. */
export function listBodiesByIds(db: Db, ids: readonly string[]): Promise<FoundBody[]> {
  return db.all(
    FoundBody,
    sql`select ${found} from ${withUnit} where b.id = any (${[...ids]}::uuid[]) order by nlevel(b.unit_path), b.name collate "vi-x-icu"`,
  )
}

export function listChildBodies(db: Db, id: string): Promise<FoundBody[]> {
  return db.all(
    FoundBody,
    sql`select ${found} from ${withUnit} where b.parent_body_id = ${id} order by b.name collate "vi-x-icu", b.id limit 500`,
  )
}

const Alias = z.object({ alias: z.string() })
export async function listAliases(db: Db, id: string): Promise<string[]> {
  return (
    await db.all(
      Alias,
      sql`select alias from body_aliases where body_id = ${id} order by alias collate "vi-x-icu"`,
    )
  ).map((row) => row.alias)
}

const Link = FoundBody.extend({
  since: z.string(),
  instrument: z.string(),
  note: z.string().nullable(),
  verified: z.boolean(),
})
export function listSuccessorLinks(db: Db, id: string) {
  return db.all(
    Link,
    sql`select ${found}, s.since, s.instrument, s.note, s.verified
    from body_successors s join ${withUnit} on b.id = s.to_id where s.from_id = ${id} order by s.since, b.code`,
  )
}
export function listPredecessorLinks(db: Db, id: string) {
  return db.all(
    Link,
    sql`select ${found}, s.since, s.instrument, s.note, s.verified
    from body_successors s join ${withUnit} on b.id = s.from_id where s.to_id = ${id} order by s.since, b.code`,
  )
}

const Count = z.object({ count: z.number() })
const like = (words: readonly string[]) => words.map((word) => `% ${word}%`)

/**
 * For the picker: bodies that exist on the day, every typed word beginning a word of the body's names. A name or alias
 * that is the whole query first, then bodies of higher units (a province's Sở Y tế before its stations), then the alphabet.
 */
export async function searchBodies(db: Db, list: ListBodies & { at: string }) {
  const ways = list.search ? bodySearchWords(list.search) : []
  const phrase = list.search ? normaliseBody(list.search) : ''
  const matches =
    ways.length > 0
      ? sql`(${sql.join(
          ways.map((words) => sql`b.search_text like all (${like(words)}::text[])`),
          sql` or `,
        )})`
      : sql`true`
  const where = sql`b.valid_from <= ${list.at}::date and (b.valid_to is null or b.valid_to >= ${list.at}::date) and ${matches}
    and ${list.unit ? (list.exactUnit ? sql`b.unit_id = ${list.unit}` : sql`b.unit_path <@ (select w.path from units w where w.id = ${list.unit})`) : sql`true`}
    and ${list.kind ? sql`b.kind = ${list.kind}` : sql`true`}
    and ${list.sector ? sql`b.sector = ${list.sector}` : sql`true`}`
  const rank = phrase
    ? sql`exists (select from body_aliases a where a.body_id = b.id and a.folded = ${phrase}) desc, b.search_text like ${` ${phrase.split(' ')[0]} %`} desc,`
    : sql``
  // The nation stands above all, but a province's own bodies are whom its people look for.
  const rows = await db.all(
    FoundBody,
    sql`
    select ${found} from ${withUnit} where ${where}
    order by ${rank} case u.level when 'province' then 0 when 'district' then 1 when 'nation' then 2 else 3 end,
      b.name collate "vi-x-icu", b.id
    limit ${list.limit} offset ${list.offset}`,
  )
  const { count } = await db.one(Count, sql`select count(*) as count from bodies b where ${where}`)
  return { rows, total: count }
}

const Written = z.object({ code: z.string(), added: z.boolean() })

/** Adds bodies that are not there and, with `overwrite`, changes the names of those that are. Parents are set once. */
export async function saveBodies(tx: Db, drafts: readonly BodyDraft[], overwrite: boolean) {
  const ids = new Map(drafts.map((draft) => [draft.code, newId()]))
  const codes = drafts.flatMap(({ code, parentCode }) => (parentCode ? [code, parentCode] : [code]))
  for (const { id, code } of await listIdsOfCodes(tx, codes)) ids.set(code, id)
  const rows = drafts.map((draft) => ({
    ...draft,
    id: ids.get(draft.code),
    parentId: draft.parentCode === null ? null : (ids.get(draft.parentCode) ?? null),
    searchText: bodySearchText(draft),
  }))
  const onConflict = overwrite
    ? sql`do update set name = excluded.name, short_name = excluded.short_name, kind = excluded.kind, sector = excluded.sector,
        valid_from = excluded.valid_from, valid_to = excluded.valid_to, search_text = excluded.search_text,
        parent_body_id = coalesce(b.parent_body_id, excluded.parent_body_id), version = b.version + 1
      where (b.name, b.short_name, b.kind, b.sector, b.valid_from, b.valid_to, b.search_text)
        is distinct from (excluded.name, excluded.short_name, excluded.kind, excluded.sector, excluded.valid_from, excluded.valid_to, excluded.search_text)`
    : sql`do nothing`
  const written = await tx.all(
    Written,
    sql`
    insert into bodies as b (id, code, name, short_name, kind, sector, unit_id, unit_path, parent_body_id, valid_from, valid_to, search_text)
    select id, code, name, "shortName", kind, sector, "unitId", "unitPath"::ltree, "parentId", "validFrom", "validTo", "searchText"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, code text, name text, "shortName" text, kind text, sector text,
      "unitId" text, "unitPath" text, "parentId" uuid, "validFrom" date, "validTo" date, "searchText" text)
    on conflict (code) ${onConflict} returning b.code, (xmax = 0) as added`,
  )
  const changed = new Set(written.map((row) => row.code))
  await saveAliases(
    tx,
    drafts.filter((draft) => changed.has(draft.code)),
  )
  const added = written.filter((row) => row.added).length
  return { added, changed: written.length - added }
}

const IdOfCode = z.object({ id: z.uuid(), code: z.string() })
function listIdsOfCodes(db: Db, codes: readonly string[]) {
  return db.all(
    IdOfCode,
    sql`select id, code from bodies where code = any (${[...new Set(codes)]}::text[]) order by code`,
  )
}

/** Of names that read alike ("Sở LĐTBXH" and its long form) the shortest is kept: the others are found by it. */
function saveAliases(tx: Db, drafts: readonly BodyDraft[]) {
  const rows = drafts.flatMap(({ code, name, shortName, aliases }) => {
    const byFold = new Map<string, string>()
    for (const alias of [name, shortName, ...aliases]) {
      const folded = normaliseBody(alias)
      const known = byFold.get(folded)
      if (folded !== '' && (known === undefined || alias.length < known.length)) byFold.set(folded, alias)
    }
    return [...byFold].map(([folded, alias]) => ({ code, alias, folded }))
  })
  return tx.run(sql`
    insert into body_aliases (body_id, alias, folded)
    select b.id, r.alias, r.folded
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (code text, alias text, folded text)
    join bodies b on b.code = r.code
    on conflict (body_id, folded) do nothing`)
}

export function saveBodySuccessors(tx: Db, successors: readonly BodySuccessor[]): Promise<number> {
  return tx.run(sql`
    insert into body_successors (from_id, to_id, since, instrument, note, verified)
    select "fromId", "toId", since, instrument, note, verified from jsonb_to_recordset(${JSON.stringify(successors)}::jsonb)
      as r ("fromId" uuid, "toId" uuid, since date, instrument text, note text, verified boolean)
    on conflict (from_id, to_id) do nothing`)
}

/** Undefined when someone else changed the body first. */
export function renameBody(
  tx: Db,
  id: string,
  version: number,
  names: { name: string; shortName: string; searchText: string },
) {
  return tx.maybeOne(
    Body,
    sql`
    update bodies b set name = ${names.name}, short_name = ${names.shortName}, search_text = ${names.searchText}, version = b.version + 1
    where b.id = ${id} and b.version = ${version} returning ${columns}`,
  )
}

export async function insertAlias(tx: Db, id: string, alias: string, searchText: string): Promise<boolean> {
  const rows = await tx.run(sql`
    insert into body_aliases (body_id, alias, folded) values (${id}, ${alias}, ${normaliseBody(alias)}) on conflict do nothing`)
  await tx.run(sql`update bodies set search_text = ${searchText}, version = version + 1 where id = ${id}`)
  return rows > 0
}

export async function deleteAlias(tx: Db, id: string, alias: string, searchText: string): Promise<boolean> {
  const rows = await tx.run(
    sql`delete from body_aliases where body_id = ${id} and folded = ${normaliseBody(alias)}`,
  )
  await tx.run(sql`update bodies set search_text = ${searchText}, version = version + 1 where id = ${id}`)
  return rows > 0
}

const Stamp = z.object({ stamp: z.string() })
/** Changes whenever a body, an alias or a succession does: what was built from them is then built again. */
export async function stampOfBodies(db: Db): Promise<string> {
  const { stamp } = await db.one(
    Stamp,
    sql`
    select concat_ws(' ', (select md5(coalesce(string_agg(id::text || version, ',' order by id), '')) from bodies),
      (select count(*) from body_aliases), (select count(*) from body_successors), (select count(*) from units)) as stamp`,
  )
  return stamp
}

const Indexed = Body.omit({ parentBodyId: true, version: true }).extend({ aliases: z.array(z.string()) })
export function listForIndex(db: Db) {
  return db.all(
    Indexed,
    sql`
    select ${columns}, coalesce((select array_agg(a.alias order by a.alias) from body_aliases a where a.body_id = b.id), '{}') as aliases
    from bodies b order by b.id`,
  )
}

const UnitForIndex = Unit.pick({ id: true, kind: true, name: true, path: true }).extend({ level: UnitLevel })
export function listUnitsForIndex(db: Db) {
  return db.all(
    UnitForIndex,
    sql`select u.id, u.level, u.kind, u.name, u.path::text as path from units u where exists (select from bodies b where b.unit_id = u.id) order by u.id`,
  )
}

export function listBodySuccessors(db: Db): Promise<BodySuccessor[]> {
  return db.all(
    BodySuccessor,
    sql`select from_id, to_id, since, instrument, note, verified from body_successors order by from_id, to_id`,
  )
}

const Placed = Body.pick({ id: true, code: true, unitId: true, unitPath: true })
export function listPlacedBodies(db: Db) {
  return db.all(
    Placed,
    sql`select b.id, b.code, b.unit_id, b.unit_path::text as unit_path from bodies b order by b.code`,
  )
}

const Code = z.object({ code: z.string() })
export async function listBodyCodes(db: Db): Promise<Set<string>> {
  return new Set((await db.all(Code, sql`select code from bodies order by code`)).map((row) => row.code))
}
