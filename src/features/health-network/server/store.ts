import { z } from 'zod'

import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import {
  Act,
  Alike,
  type Content,
  fieldsOf,
  HealthRecord,
  type Kind,
  type ListRecords,
  Value,
} from '../domain/index.ts'

/** Whose records are meant: every kind in the units of an office, or the safety groups of one's own body. */
export type Lens = 'network' | 'own'

const Content = z.record(z.string(), Value)
/** A record as it lies in the table: telephone numbers whole. It leaves this folder through views.ts only. */
export const RecordRow = HealthRecord.omit({ state: true }).extend({ unitPath: z.string(), bodyId: z.uuid() })
export type RecordRow = z.infer<typeof RecordRow>

const replacedOn = sql`case when r.kind = 'station-beds' then (
    select min(n.from_day) from health_records n
    where n.unit_id = r.unit_id and n.kind = 'station-beds' and not n.withdrawn and (n.from_day, n.id) > (r.from_day, r.id)) end`
const columns = sql`r.id, r.kind, r.unit_id, u.name as unit_name, coalesce(above.name, '') as above_name, r.unit_path::text as unit_path,
  r.body_id, b.name as body_name, r.content, r.from_day, r.to_day, r.end_reason, ${replacedOn} as replaced_on, r.withdrawn,
  p.name as park_name, f.name as file_name, r.version, a.person_name as changed_by, r.changed_at`
const tables = sql`health_records r join units u on u.id = r.unit_id left join units above on above.id = u.parent_id
  join bodies b on b.id = r.body_id join accounts a on a.id = r.changed_by
  left join health_records p on p.id = r.park_id left join files f on f.id = r.file_id`

/** Row-level security says the first half too; an enterprise sees what its own body recorded. */
function visibleTo(actor: Actor, lens: Lens) {
  return lens === 'own'
    ? sql`(r.kind = 'safety-group' and r.body_id = ${actor.bodyId})`
    : sql`r.unit_path <@ any (${[...actor.scopes]}::text[]::ltree[])`
}

export function findRecord(db: Db, actor: Actor, lens: Lens, id: string): Promise<RecordRow | undefined> {
  return db.maybeOne(
    RecordRow,
    sql`select ${columns} from ${tables} where r.id = ${id} and ${visibleTo(actor, lens)}`,
  )
}

const Count = z.object({ count: z.number() })

function matching(actor: Actor, lens: Lens, list: Omit<ListRecords, 'offset' | 'limit'>, on: string) {
  const replaced = sql`coalesce(${replacedOn} <= ${on}::date, false)`
  const over = sql`(coalesce(r.to_day < ${on}::date, false) or ${replaced})`
  const shown = {
    current: sql`(not r.withdrawn and not ${over})`,
    ended: sql`(not r.withdrawn and ${over})`,
    all: sql`true`,
  }
  return sql`r.kind = ${list.kind} and ${visibleTo(actor, lens)} and ${shown[list.show]}
    and ${list.unit ? sql`r.unit_path <@ (select w.path from units w where w.id = ${list.unit})` : sql`true`}
    and ${list.search ? sql`(r.search like ${containing(list.search)} or folded(u.name) like ${containing(list.search)})` : sql`true`}`
}

/** What the person typed is text, not a pattern. */
function containing(search: string) {
  return sql`'%' || replace(replace(replace(folded(${search}::text), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`
}

/** `current` also shows what is planned to begin later: whoever recorded it looks for it there. */
export async function listRecords(db: Db, actor: Actor, lens: Lens, list: ListRecords, on: string) {
  const where = matching(actor, lens, list, on)
  const rows = await db.all(
    RecordRow,
    sql`select ${columns} from ${tables} where ${where} order by ${orderOf(list)} limit ${list.limit} offset ${list.offset}`,
  )
  const { count } = await db.one(Count, sql`select count(*) as count from ${tables} where ${where}`)
  return { rows, total: count }
}

/** Sorted by a column of the list; figures as numbers, words as Vietnamese sorts them. */
function orderOf({ kind, sort }: Pick<ListRecords, 'kind' | 'sort'>) {
  const place = sql`above.name collate "vi-x-icu", u.name collate "vi-x-icu", r.name collate "vi-x-icu", r.id`
  if (!sort) return place
  const name = sort.replace('-', '')
  const field = fieldsOf(kind).find((one) => one.name === name)
  const by = {
    unit: sql`u.name collate "vi-x-icu"`,
    above: sql`above.name collate "vi-x-icu"`,
    fromDay: sql`r.from_day`,
    changedAt: sql`r.changed_at`,
  }[name]
  const column =
    by ??
    (field?.type === 'whole'
      ? sql`(r.content ->> ${name}::text)::numeric`
      : field && sql`(r.content ->> ${name}::text) collate "vi-x-icu"`)
  if (!column) return place
  return sql`${column} ${sort.startsWith('-') ? sql`desc nulls last` : sql`asc nulls last`}, ${place}`
}

/** The same telephone number anywhere the office may look, or the same name in the unit; not what is over. */
export function listAlike(
  db: Db,
  actor: Actor,
  record: { id: string; kind: Kind; unitId: string; content: Content },
): Promise<Alike[]> {
  // Counts of beds follow one another, and a park has no telephone.
  const phone = typeof record.content.phone === 'string' ? record.content.phone : null
  const name = record.kind === 'station-beds' ? null : String(record.content.name ?? '')
  return db.all(
    Alike,
    sql`select r.id, r.name, u.name as unit_name, case when r.phone = ${phone} then 'phone' else 'name' end as by
        from health_records r join units u on u.id = r.unit_id
        where r.id <> ${record.id} and r.kind = ${record.kind} and not r.withdrawn and r.to_day is null
          and ${visibleTo(actor, 'network')}
          and (r.phone = ${phone} or (r.unit_id = ${record.unitId} and folded(r.name) = folded(${name}::text)))
        order by r.changed_at desc limit 5`,
  )
}

const LineAlike = Alike.extend({ line: z.int() })
/** The same question for many rows of a spreadsheet at once. */
export function listAlikeOfLines(
  db: Db,
  actor: Actor,
  kind: Kind,
  lines: readonly { line: number; unitId: string; name: string; phone: string | null }[],
) {
  return db.all(
    LineAlike,
    sql`select l.line, r.id, r.name, u.name as unit_name, case when r.phone = l.phone then 'phone' else 'name' end as by
        from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (line int, "unitId" text, name text, phone text)
        join health_records r on r.kind = ${kind} and not r.withdrawn and r.to_day is null
          and (r.phone = l.phone or (r.unit_id = l."unitId" and folded(r.name) = folded(l.name)))
        join units u on u.id = r.unit_id
        where ${visibleTo(actor, 'network')} order by l.line, r.changed_at desc`,
  )
}

export async function insertRecord(
  tx: Db,
  actor: Actor,
  record: { id: string; kind: Kind; unitId: string; unitPath: string; fromDay: string; content: Content },
): Promise<number> {
  return tx.run(sql`
    insert into health_records (id, kind, unit_id, unit_path, body_id, content, from_day, changed_by)
    values (${record.id}, ${record.kind}, ${record.unitId}, ${record.unitPath}::ltree, ${actor.bodyId},
            ${JSON.stringify(record.content)}::jsonb, ${record.fromDay}, ${actor.accountId})
    on conflict (id) do nothing`)
}

export interface Standing {
  content: Content
  fromDay: string
  toDay: string | null
  endReason: string | null
  withdrawn: boolean
}

const Versioned = z.object({ version: z.int() })

/** Undefined when it is no longer the version that was seen. */
export function updateRecord(tx: Db, actor: Actor, id: string, version: number, now: Standing) {
  return tx.maybeOne(
    Versioned,
    sql`update health_records set content = ${JSON.stringify(now.content)}::jsonb, from_day = ${now.fromDay}, to_day = ${now.toDay},
          end_reason = ${now.endReason}, withdrawn = ${now.withdrawn}, version = version + 1, changed_by = ${actor.accountId},
          changed_at = clock_timestamp()
        where id = ${id} and version = ${version} returning version`,
  )
}

/** The record as it now stands joins its history. */
export function keepVersion(tx: Db, id: string, act: Act, note: string | null): Promise<number> {
  return tx.run(sql`
    insert into health_record_versions (record_id, version, unit_path, act, note, content, from_day, to_day, end_reason, withdrawn, account_id)
    select id, version, unit_path, ${act}, ${note}, content, from_day, to_day, end_reason, withdrawn, changed_by
    from health_records where id = ${id}`)
}

const Version = z.object({
  version: z.int(),
  act: Act,
  note: z.string().nullable(),
  at: z.string(),
  by: z.string(),
  content: Content,
  fromDay: z.string(),
  toDay: z.string().nullable(),
  endReason: z.string().nullable(),
  withdrawn: z.boolean(),
})
export function listVersions(db: Db, id: string): Promise<z.infer<typeof Version>[]> {
  return db.all(
    Version,
    sql`select v.version, v.act, v.note, v.at, a.person_name as by, v.content, v.from_day, v.to_day, v.end_reason, v.withdrawn
        from health_record_versions v join accounts a on a.id = v.account_id where v.record_id = ${id} order by v.version desc`,
  )
}

const Recordable = z.object({ id: z.string(), code: z.string(), name: z.string() })
/** The units in which the office may record that kind, of the code list of its own unit. */
export function listRecordableUnits(db: Db, actor: Actor, levels: readonly string[], on: string) {
  return db.all(
    Recordable,
    sql`select id, code, name from units where path <@ any (${[...actor.scopes]}::text[]::ltree[]) and level = any (${[...levels]}::text[])
          and valid_from <= ${on}::date and coalesce(valid_to >= ${on}::date, true) order by path`,
  )
}

const Park = z.object({ id: z.uuid(), name: z.string() })
/** Parks that stand, in the units the office may see: what a row of a spreadsheet may name. */
export function listParks(db: Db, actor: Actor) {
  return db.all(
    Park,
    sql`select r.id, r.name from health_records r where r.kind = 'industrial-park' and not r.withdrawn and r.to_day is null
          and ${visibleTo(actor, 'network')} order by r.name collate "vi-x-icu", r.id limit 2000`,
  )
}

const FileRow = z.object({ id: z.uuid() })
/** A file the office uploaded itself and may therefore hang on a record. */
export function findOwnFile(db: Db, actor: Actor, id: string) {
  return db.maybeOne(FileRow, sql`select id from files where id = ${id} and uploaded_by = ${actor.accountId}`)
}

const ParkPlace = z.object({ unitId: z.string() })
export function findParkPlace(db: Db, id: string) {
  return db.maybeOne(
    ParkPlace,
    sql`select unit_id from health_records where id = ${id} and kind = 'industrial-park'`,
  )
}

const UnitAt = z.object({ id: z.string() })
export async function findUnitIdAt(db: Db, path: string): Promise<string | undefined> {
  return (await db.maybeOne(UnitAt, sql`select id from units where path = ${path}::ltree`))?.id
}

const Team = z.object({
  id: z.uuid(),
  name: z.string(),
  readiness: z.enum(['ready', 'deployed', 'resting']),
  unitId: z.string(),
  unitName: z.string(),
})
/** Rapid teams of the units the office covers that stand on a day, the ready ones first: whom a duty desk may send. */
export function listTeams(db: Db, actor: Pick<Actor, 'scopes'>, on: string): Promise<z.infer<typeof Team>[]> {
  return db.all(
    Team,
    sql`select r.id, r.name, r.readiness, r.unit_id, u.name as unit_name from health_records r join units u on u.id = r.unit_id
        where r.kind = 'rapid-team' and r.unit_path <@ any (${[...actor.scopes]}::text[]::ltree[]) and not r.withdrawn
          and r.from_day <= ${on}::date and coalesce(r.to_day >= ${on}::date, true)
        order by array_position(array['ready', 'resting', 'deployed'], r.readiness), u.name collate "vi-x-icu", r.name, r.id`,
  )
}

const Some = z.object({ some: z.boolean() })
/** Is anything recorded in the units the transaction may see? */
export async function hasRecords(db: Db): Promise<boolean> {
  return (await db.one(Some, sql`select exists (select from health_records) as some`)).some
}
