import { z } from 'zod'

import { type Db, sql } from '#platform/server/db.ts'
import type { IndicatorSource, Sql } from './source.ts'

/** One figure that is kept: a definition with its parameter. */
export interface Instance {
  id: number
  key: string
  atLeast: number
}

/** Which units are computed: those named, or all of them. */
export type Which = readonly string[] | 'all'

/**
 * The changes by day of each unit that has facts of its own, from the facts themselves. Facts outside the dates of their
 * unit do not count. One text for one unit and for all: what is kept up to date cannot be computed otherwise than from scratch.
 */
function freshSteps(source: IndicatorSource, atLeast: number, which: Which): Sql {
  const levels = source.above ? ['commune', 'district', 'province', 'nation'] : ['commune']
  const unit = sql`base.id`
  return sql`
    base as materialized (
      select u.id, u.path, u.level, u.valid_from, u.valid_to from units u
      where u.level = any (${levels}::text[]) ${which === 'all' ? sql`` : sql`and u.id = any (${[...which]}::text[])`}),
    counted as (${clippedChanges(source.numerator(unit))}),
    of_whom as (${
      source.denominator
        ? clippedChanges(source.denominator(unit))
        : sql`select id, valid_from as day, 1::numeric as weight from base where level = 'commune'
              union all select id, valid_to + 1, -1 from base where level = 'commune' and valid_to is not null`
    }),
    fresh as (
      select id, day, sum(numerator) as numerator, sum(denominator) as denominator
      from (${source.measure === 'units-reaching' ? reaching(atLeast) : sql`select id, day, weight as numerator, 0 as denominator from counted`}
            union all select id, day, 0, weight from of_whom) as changes
      group by id, day)`
}

function clippedChanges(facts: Sql): Sql {
  return sql`
      with lasting as (
        select base.id, greatest(f.from_day, base.valid_from) as from_day, least(f.to_day, base.valid_to) as to_day, f.weight::numeric as weight
        from base cross join lateral (${facts}) as f
        where f.from_day is not null and f.weight is not null)
      select id, from_day as day, weight from lasting where to_day is null or to_day >= from_day
      union all select id, to_day + 1, -weight from lasting where to_day >= from_day`
}

/** A commune counts 1 on the days on which its facts weigh enough. */
function reaching(atLeast: number): Sql {
  return sql`
        select id, day, reached - lag(reached, 1, 0) over (partition by id order by day) as numerator, 0 as denominator
        from (select id, day, (sum(sum(weight)) over (partition by id order by day) >= ${atLeast}::numeric)::int as reached
              from counted group by id, day) as totals`
}

/** What differs from what is kept, carried up the path of each unit. */
function rolledChanges(instance: Instance, source: IndicatorSource, which: Which): Sql {
  return sql`
    with ${freshSteps(source, instance.atLeast, which)},
    changes as (
      select id, day, sum(numerator) as numerator, sum(denominator) as denominator
      from (select id, day, numerator, denominator from fresh
            union all
            select s.unit_id, s.day, -s.numerator, -s.denominator
            from base join indicator_steps s on s.instance_id = ${instance.id} and s.unit_id = base.id and s.own = (base.level <> 'commune')) as either
      group by id, day having sum(numerator) <> 0 or sum(denominator) <> 0)
    select a.id as unit_id, false as own, c.day, sum(c.numerator) as numerator, sum(c.denominator) as denominator
    from changes c join base on base.id = c.id
    cross join lateral generate_series(1, nlevel(base.path)) as depth
    join units a on a.path = subpath(base.path, 0, depth)
    group by a.id, c.day having sum(c.numerator) <> 0 or sum(c.denominator) <> 0
    union all
    select c.id, true, c.day, c.numerator, c.denominator from changes c join base on base.id = c.id where base.level <> 'commune'`
}

/**
 * Brings the kept steps of an instance in line with the facts of these units. Answers how many steps were touched. Two
 * must not do this for one indicator at once: the caller holds its lock.
 */
export function mergeSteps(
  tx: Db,
  instance: Instance,
  source: IndicatorSource,
  which: Which,
): Promise<number> {
  return tx.run(sql`
    merge into indicator_steps as s using (${rolledChanges(instance, source, which)}) as c
    on s.instance_id = ${instance.id} and s.unit_id = c.unit_id and s.own = c.own and s.day = c.day
    when matched and s.numerator + c.numerator = 0 and s.denominator + c.denominator = 0 then delete
    when matched then update set numerator = s.numerator + c.numerator, denominator = s.denominator + c.denominator
    when not matched then insert (instance_id, unit_id, own, day, numerator, denominator)
      values (${instance.id}, c.unit_id, c.own, c.day, c.numerator, c.denominator)`)
}

export function dropSteps(tx: Db, instanceId: number): Promise<number> {
  return tx.run(sql`delete from indicator_steps where instance_id = ${instanceId}`)
}

const Difference = z.object({
  unitId: z.string(),
  day: z.string(),
  kept: z.string().nullable(),
  computed: z.string().nullable(),
})
export type Difference = z.infer<typeof Difference>

/** Everything computed from the facts and summed up the tree by itself, held against what is kept. Empty is right. */
export function compareSteps(tx: Db, instance: Instance, source: IndicatorSource): Promise<Difference[]> {
  return tx.all(
    Difference,
    sql`
    with ${freshSteps(source, instance.atLeast, 'all')},
    computed as (
      select a.id as unit_id, f.day, sum(f.numerator) as numerator, sum(f.denominator) as denominator
      from units a join base on base.path <@ a.path join fresh f on f.id = base.id
      group by a.id, f.day having sum(f.numerator) <> 0 or sum(f.denominator) <> 0),
    kept as (select unit_id, day, numerator, denominator from indicator_steps where instance_id = ${instance.id} and not own)
    select unit_id, day, kept.numerator || '/' || kept.denominator as kept, computed.numerator || '/' || computed.denominator as computed
    from kept full join computed using (unit_id, day)
    where (kept.numerator, kept.denominator) is distinct from (computed.numerator, computed.denominator)
    order by unit_id, day limit 1000`,
  )
}

/** Known to be few units: a plan that reads whole tables would cost the same wherever one commune records one fact. */
export function planForFew(tx: Db): Promise<number> {
  return tx.run(
    sql`select set_config(name, 'off', true) from unnest(array['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'jit']) as name`,
  )
}

/** From here to the end of the transaction, or to `resetRole`, only what the job's role may is possible. */
export async function takeRole(tx: Db, timeoutMs: number): Promise<void> {
  await tx.run(sql`select set_config('statement_timeout', ${`${timeoutMs}`}, true)`)
  await tx.run(sql`set local role phaodai_indicators`)
}
export async function resetRole(tx: Db): Promise<void> {
  await tx.run(sql`reset role`)
}

const Locked = z.object({ locked: z.boolean() })
/** One computes an indicator at a time; the lock goes with the transaction. The first number is these tables' own. */
export async function tryLock(tx: Db, key: string): Promise<boolean> {
  const { locked } = await tx.one(
    Locked,
    sql`select pg_try_advisory_xact_lock(20261125, hashtext(${key})) as locked`,
  )
  return locked
}
