import { z } from 'zod'

import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { BoardSeries, Failure, Figure, SeriesPoint, UnitName } from '../domain/index.ts'

/** Which figure of which unit; without `atLeast` the one that the definition calls the usual one. */
export interface Ask {
  key: string
  atLeast?: number | undefined
  unitId: string
}

const instance = ({ key, atLeast }: Pick<Ask, 'key' | 'atLeast'>) =>
  sql`i.key = ${key} and ${atLeast === undefined ? sql`i.is_default` : sql`i.at_least = ${atLeast}`}`

const FigureRow = Figure.omit({ asOf: true, failure: true }).extend({
  failure: Failure.shape.message.nullable(),
  failedAt: Failure.shape.at.nullable(),
})
const figureColumns = (on: string) => sql`
  coalesce((select sum(s.numerator) from indicator_steps s where s.instance_id = i.id and s.unit_id = u.id and not s.own and s.day <= ${on}::date), 0) as numerator,
  coalesce((select sum(s.denominator) from indicator_steps s where s.instance_id = i.id and s.unit_id = u.id and not s.own and s.day <= ${on}::date), 0) as denominator,
  i.computed_at, i.failure, i.failed_at,
  i.computed_at is null or exists (select from indicator_marks m where m.key = i.key and m.from_day <= ${on}::date
    and (m.unit_id is null or m.path <@ u.path)) as waiting`

const uncounted = (on: string): Figure => ({
  numerator: 0,
  denominator: 0,
  asOf: on,
  computedAt: null,
  waiting: true,
  failure: null,
})

function asFigure({ failure, failedAt, ...row }: z.infer<typeof FigureRow>, on: string): Figure {
  return { ...row, asOf: on, failure: failure && failedAt ? { message: failure, at: failedAt } : null }
}

/**
 * The figure of a unit on a day. One that is not kept yet (`ensureInstance`) reads as waiting and never computed; so
 * does one of a unit that does not exist. Who may see it is asked by the caller.
 */
export async function readIndicator(db: Db, ask: Ask & { on: string }): Promise<Figure> {
  const row = await db.maybeOne(
    FigureRow,
    sql`select ${figureColumns(ask.on)} from indicator_instances i, units u where ${instance(ask)} and u.id = ${ask.unitId}`,
  )
  return row ? asFigure(row, ask.on) : uncounted(ask.on)
}

/** The usual figure of every indicator that is kept, for one unit: key → figure. */
export async function readFigures(db: Db, unitId: string, on: string): Promise<Map<string, Figure>> {
  const rows = await db.all(
    FigureRow.extend({ key: z.string() }),
    sql`select i.key, ${figureColumns(on)} from indicator_instances i, units u where i.is_default and u.id = ${unitId} order by i.key`,
  )
  return new Map(rows.map(({ key, ...row }) => [key, asFigure(row, on)]))
}

/** The value on `from` and on every day up to `to` on which it changes. */
export function readSeries(db: Db, ask: Ask & { from: string; to: string }): Promise<SeriesPoint[]> {
  return db.all(
    SeriesPoint,
    sql`
    select day, sum(sum(numerator)) over (order by day) as numerator, sum(sum(denominator)) over (order by day) as denominator
    from (
      select greatest(s.day, ${ask.from}::date) as day, s.numerator, s.denominator
      from indicator_instances i join indicator_steps s on s.instance_id = i.id
      where ${instance(ask)} and s.unit_id = ${ask.unitId} and not s.own and s.day <= ${ask.to}::date
      union all select ${ask.from}::date, 0, 0) as changes
    group by day order by day`,
  )
}

/** The course of every usual figure of a unit, in columns. */
export async function readBoard(
  db: Db,
  ask: { unitId: string; from: string; to: string },
): Promise<BoardSeries[]> {
  const changes = await db.all(
    BoardSeries,
    sql`
    select i.key, coalesce(s.days, '{}') as days, coalesce(s.numerators, '{}') as numerators, coalesce(s.denominators, '{}') as denominators
    from indicator_instances i cross join lateral (
      select array_agg(day::text order by day) as days, array_agg(numerator::float8 order by day) as numerators,
        array_agg(denominator::float8 order by day) as denominators
      from indicator_steps where instance_id = i.id and unit_id = ${ask.unitId} and not own and day <= ${ask.to}::date) as s
    where i.is_default order by i.key`,
  )
  return changes.map((one) => summedFrom(one, ask.from))
}

/** Changes made into values, beginning with the one that stands on the first day. */
function summedFrom(changes: BoardSeries, from: string): BoardSeries {
  const values: BoardSeries = { key: changes.key, days: [from], numerators: [0], denominators: [0] }
  let [numerator, denominator] = [0, 0]
  changes.days.forEach((day, i) => {
    numerator += changes.numerators[i] ?? 0
    denominator += changes.denominators[i] ?? 0
    const at = day <= from ? 0 : values.days.length
    values.days[at] = at === 0 ? from : day
    values.numerators[at] = numerator
    values.denominators[at] = denominator
  })
  return values
}

const unitColumns = sql`u.id, u.name, u.level, u.path::text as path`
export function findUnitName(db: Db, id: string): Promise<UnitName | undefined> {
  return db.maybeOne(UnitName, sql`select ${unitColumns} from units u where u.id = ${id}`)
}
/** The unit in whose tree the office stands: its body's. */
export function findOwnUnit(db: Db, actor: Actor): Promise<UnitName | undefined> {
  return db.maybeOne(
    UnitName,
    sql`select ${unitColumns} from units u where u.path = ${actor.unitPath}::ltree`,
  )
}
export function listAbove(db: Db, path: string): Promise<UnitName[]> {
  return db.all(
    UnitName,
    sql`select ${unitColumns} from units u where u.path @> ${path}::ltree and u.path <> ${path}::ltree order by nlevel(u.path)`,
  )
}
