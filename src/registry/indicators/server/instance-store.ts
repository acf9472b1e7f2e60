import { z } from 'zod'

import { type Db, sql } from '#platform/server/db.ts'
import type { Instance } from './steps-store.ts'

const InstanceRow = z.object({
  id: z.number(),
  key: z.string(),
  atLeast: z.number(),
  computed: z.boolean(),
  /** False while an indicator that failed rests before it is tried again. */
  due: z.boolean(),
})
export type InstanceRow = z.infer<typeof InstanceRow>

export function listInstances(db: Db, key: string): Promise<InstanceRow[]> {
  return db.all(
    InstanceRow,
    sql`select id, key, at_least, computed_at is not null as computed, retry_at is null or retry_at <= clock_timestamp() as due
        from indicator_instances where key = ${key} order by is_default desc, at_least`,
  )
}

/** True when it was not there before. Asking for one that is there does not use up a number. */
export async function addInstance(tx: Db, instance: Omit<Instance, 'id'>): Promise<boolean> {
  const added = await tx.run(sql`
    insert into indicator_instances (key, at_least) select ${instance.key}, ${instance.atLeast}::numeric
    where not exists (select from indicator_instances where key = ${instance.key} and at_least = ${instance.atLeast}::numeric)
    on conflict (key, at_least) do nothing`)
  return added > 0
}

/** The one that is meant when no parameter is given, as the definition says today. Writes only when that differs. */
export async function setDefault(tx: Db, instance: Omit<Instance, 'id'>): Promise<void> {
  const { key, atLeast } = instance
  const right = await tx.all(
    z.object({ id: z.number() }),
    sql`select id from indicator_instances where key = ${key} and at_least = ${atLeast} and is_default`,
  )
  if (right.length > 0) return
  await tx.run(sql`update indicator_instances set is_default = false where key = ${key} and is_default`)
  await tx.run(sql`
    insert into indicator_instances (key, at_least, is_default) values (${key}, ${atLeast}, true)
    on conflict (key, at_least) do update set is_default = true`)
}

export function markComputed(tx: Db, key: string): Promise<number> {
  return tx.run(sql`
    update indicator_instances set computed_at = clock_timestamp(), failure = null, failed_at = null, failures = 0, retry_at = null
    where key = ${key}`)
}

/** One minute, two, four … an hour: a broken source must not keep the machine busy. */
export function recordFailure(tx: Db, key: string, message: string): Promise<number> {
  return tx.run(sql`
    update indicator_instances set failure = ${message.slice(0, 500)}, failed_at = clock_timestamp(), failures = failures + 1,
      retry_at = clock_timestamp() + least(interval '1 hour', interval '1 minute' * power(2, least(failures, 10)))
    where key = ${key}`)
}

const Marked = z.object({ key: z.string() })

/**
 * Marks the unit for each key, or the commune it lies in when it is smaller. In the transaction of the act. Answers the
 * keys that this transaction marks for the first time: one wake-up each is enough.
 */
export async function insertMarks(
  tx: Db,
  change: { indicators: readonly string[]; unitId: string; fromDay: string },
): Promise<string[]> {
  const marked = await tx.all(
    Marked,
    sql`
    with recursive up as (
      select id, path, level, parent_id from units where id = ${change.unitId}
      union all
      select p.id, p.path, p.level, p.parent_id from up join units p on p.id = up.parent_id
      where up.level not in ('commune', 'district', 'province', 'nation'))
    insert into indicator_marks (key, unit_id, path, from_day)
    select k, up.id, up.path, ${change.fromDay}::date from unnest(${[...new Set(change.indicators)]}::text[]) as k, up
    where up.level in ('commune', 'district', 'province', 'nation')
    returning key`,
  )
  return firstInTransaction(
    tx,
    marked.map((m) => m.key),
  )
}

const Setting = z.object({ said: z.string().nullable() })
/** Remembered in a setting that ends with the transaction, and goes back with a savepoint. */
export async function firstInTransaction(tx: Db, keys: readonly string[]): Promise<string[]> {
  const { said } = await tx.one(Setting, sql`select current_setting('app.indicators_marked', true) as said`)
  const known = new Set((said ?? '').split(','))
  const fresh = keys.filter((key) => !known.has(key))
  if (fresh.length > 0) {
    const all = [...known, ...fresh].filter(Boolean).join(',')
    await tx.run(sql`select set_config('app.indicators_marked', ${all}, true)`)
  }
  return fresh
}

const Taken = z.object({ unitId: z.string().nullable(), path: z.string().nullable() })
/**
 * Takes marks away and answers the units they name, with their paths; null stands for all. Facts are read after this, in statements of
 * their own, so whatever is recorded meanwhile has a mark that is still there.
 */
export function takeMarks(tx: Db, key: string, most: number): Promise<z.infer<typeof Taken>[]> {
  return tx.all(
    Taken,
    sql`
    with taken as (
      delete from indicator_marks where id in (select id from indicator_marks where key = ${key} order by id limit ${most})
      returning unit_id, path)
    select distinct unit_id, path::text as path from taken`,
  )
}

const Found = z.object({ found: z.boolean() })
export async function hasInstance(db: Db, { key, atLeast }: Omit<Instance, 'id'>): Promise<boolean> {
  const { found } = await db.one(
    Found,
    sql`select exists (select from indicator_instances where key = ${key} and at_least = ${atLeast}) as found`,
  )
  return found
}

export async function hasMarks(db: Db, key: string): Promise<boolean> {
  const { found } = await db.one(
    Found,
    sql`select exists (select from indicator_marks where key = ${key}) as found`,
  )
  return found
}

/** Keys with something to do: marked, or kept and never computed. */
export async function listWaitingKeys(db: Db): Promise<string[]> {
  const rows = await db.all(
    Marked,
    sql`select key from indicator_marks union select key from indicator_instances where computed_at is null order by key`,
  )
  return rows.map((row) => row.key)
}

export async function listKeptKeys(db: Db): Promise<string[]> {
  const rows = await db.all(Marked, sql`select distinct key from indicator_instances order by key`)
  return rows.map((row) => row.key)
}
