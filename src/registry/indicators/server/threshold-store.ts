import { z } from 'zod'

import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { type SetThreshold, Threshold, Warning } from '../domain/index.ts'

const columns = sql`t.id, t.key, t.at_least, t.unit_id, u.name as unit_name, t.body_id, b.name as body_name, t.rule, t.goal,
  t.by_day, t.start_day, t.start_at, t.note, t.state, t.short, a.person_name as created_by, t.created_at, t.version`
const tables = sql`indicator_thresholds t join units u on u.id = t.unit_id join bodies b on b.id = t.body_id
  join accounts a on a.id = t.created_by`
const covered = (actor: Actor) => sql`t.unit_path <@ any (${[...actor.scopes]}::text[]::ltree[])`

/** What is watched of an indicator on a unit and below it, among the units that the office covers. */
export function listThresholds(
  db: Db,
  actor: Actor,
  ask: { key: string; path: string },
): Promise<Threshold[]> {
  return db.all(
    Threshold,
    sql`select ${columns} from ${tables}
        where t.key = ${ask.key} and t.unit_path <@ ${ask.path}::ltree and ${covered(actor)} and t.state = 'watching'
        order by t.created_at desc, t.id limit 200`,
  )
}

export function findThreshold(db: Db, actor: Actor, id: string): Promise<Threshold | undefined> {
  return db.maybeOne(
    Threshold,
    sql`select ${columns} from ${tables} where t.id = ${id} and ${covered(actor)}`,
  )
}

export function listWarnings(db: Db, ids: readonly string[]): Promise<Warning[]> {
  return db.all(
    Warning,
    sql`select threshold_id, short, on_day, value, wanted, at from indicator_warnings
        where threshold_id = any (${[...ids]}::uuid[]) order by id desc limit 100`,
  )
}

export interface NewThreshold extends Omit<SetThreshold, 'atLeast'> {
  key: string
  atLeast: number
  unitPath: string
  startDay: string | null
  startAt: number | null
}

/** False when the id is taken. */
export async function addThreshold(tx: Db, actor: Actor, given: NewThreshold): Promise<boolean> {
  const added = await tx.run(sql`
    insert into indicator_thresholds (id, key, at_least, unit_id, unit_path, body_id, rule, goal, by_day, start_day, start_at, note, created_by)
    values (${given.id}, ${given.key}, ${given.atLeast}, ${given.unitId}, ${given.unitPath}::ltree, ${actor.bodyId}, ${given.rule},
      ${given.goal}, ${given.byDay}::date, ${given.startDay}::date, ${given.startAt}, ${given.note}, ${actor.accountId})
    on conflict (id) do nothing`)
  return added > 0
}

/** 0 when someone was first. */
export function endThreshold(tx: Db, id: string, version: number): Promise<number> {
  return tx.run(sql`
    update indicator_thresholds set state = 'ended', version = version + 1 where id = ${id} and version = ${version} and state = 'watching'`)
}

const Watched = z.object({
  id: z.uuid(),
  bodyId: z.uuid(),
  atLeast: z.number(),
  unitId: z.string(),
  unitPath: z.string(),
  rule: Threshold.shape.rule,
  goal: z.number(),
  byDay: z.string().nullable(),
  startDay: z.string().nullable(),
  startAt: z.number().nullable(),
  short: z.boolean(),
})
export type Watched = z.infer<typeof Watched>

/**
 * Taken for update: two jobs do not both find the same crossing. `before`: only those not looked at since that day;
 * `only`: one of them.
 */
export function takeWatched(
  tx: Db,
  key: string,
  { before, only }: { before?: string | undefined; only?: string | undefined },
): Promise<Watched[]> {
  return tx.all(
    Watched,
    sql`select id, body_id, at_least, unit_id, unit_path::text as unit_path, rule, goal, by_day, start_day, start_at, short
        from indicator_thresholds where key = ${key} and state = 'watching'
          and ${before === undefined ? sql`true` : sql`(checked_on is null or checked_on < ${before}::date)`}
          and ${only === undefined ? sql`true` : sql`id = ${only}`}
        order by id for update`,
  )
}

const Key = z.object({ key: z.string() })
export async function listUncheckedKeys(db: Db, before: string): Promise<string[]> {
  const rows = await db.all(
    Key,
    sql`select distinct key from indicator_thresholds where state = 'watching' and (checked_on is null or checked_on < ${before}::date) order by key`,
  )
  return rows.map((row) => row.key)
}

export function setChecked(tx: Db, id: string, on: string, short: boolean): Promise<number> {
  return tx.run(sql`
    update indicator_thresholds set checked_on = ${on}::date, short = ${short} where id = ${id} and (checked_on, short) is distinct from (${on}::date, ${short})`)
}

export function addWarning(tx: Db, warning: Omit<Warning, 'at'> & { unitPath: string }): Promise<number> {
  return tx.run(sql`
    insert into indicator_warnings (threshold_id, unit_path, short, on_day, value, wanted)
    values (${warning.thresholdId}, ${warning.unitPath}::ltree, ${warning.short}, ${warning.onDay}::date, ${warning.value}, ${warning.wanted})`)
}
