import { z } from 'zod'

import { expandUnitQuery } from '#registry/units/domain/index.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { FactRow, type IndicatorDefinition, UnitFigure, UnitValue } from '../domain/index.ts'
import type { IndicatorSource } from './source.ts'

/** Which units of which figure. `below`: what a share or a sum must reach not to be called short. */
export interface AskUnits {
  key: string
  atLeast: number
  unit: { id: string; path: string }
  on: string
  show: 'children' | 'communes' | 'short'
  below?: number | undefined
  search?: string | undefined
  sort?: 'name' | 'value' | '-value' | undefined
}

const valued = (ask: Pick<AskUnits, 'key' | 'atLeast' | 'on'>) => sql`
  from indicator_instances i cross join units u left join units p on p.id = u.parent_id
  cross join lateral (
    select coalesce(sum(s.numerator), 0) as numerator, coalesce(sum(s.denominator), 0) as denominator
    from indicator_steps s where s.instance_id = i.id and s.unit_id = u.id and not s.own and s.day <= ${ask.on}::date) as v
  where i.key = ${ask.key} and i.at_least = ${ask.atLeast}
    and u.valid_from <= ${ask.on}::date and (u.valid_to is null or u.valid_to >= ${ask.on}::date)`

function wanted(measure: IndicatorDefinition['measure'], ask: AskUnits) {
  const words = ask.search ? expandUnitQuery(ask.search) : []
  const place =
    ask.show === 'children'
      ? sql`u.parent_id = ${ask.unit.id}`
      : sql`u.path <@ ${ask.unit.path}::ltree and u.level = 'commune'`
  const named =
    words.length > 0 ? sql`u.search_text like all (${words.map((word) => `% ${word}%`)}::text[])` : sql`true`
  const short = {
    'units-reaching': sql`v.numerator < v.denominator`,
    share: sql`v.denominator > 0 and v.numerator < v.denominator * ${ask.below ?? 1}::numeric`,
    sum: sql`v.numerator < ${ask.below ?? 1}::numeric`,
  }[measure]
  return sql`${valued(ask)} and ${place} and ${named} and ${ask.show === 'short' ? short : sql`true`}`
}

const value = (measure: IndicatorDefinition['measure']) =>
  measure === 'sum' ? sql`v.numerator` : sql`v.numerator / nullif(v.denominator, 0)`
const Count = z.object({ count: z.number() })

/** One page of units with their figures on the day, and how many there are. */
export async function listUnitFigures(
  db: Db,
  measure: IndicatorDefinition['measure'],
  ask: AskUnits & { offset: number; limit: number },
): Promise<{ rows: UnitFigure[]; total: number }> {
  const where = wanted(measure, ask)
  const byValue = {
    name: sql``,
    value: sql`${value(measure)} nulls last,`,
    '-value': sql`${value(measure)} desc nulls last,`,
  }[ask.sort ?? 'name']
  const rows = await db.all(
    UnitFigure,
    sql`
    select u.id, u.name, u.level, u.path::text as path, coalesce(p.name, '') as within, v.numerator, v.denominator
    ${where} order by ${byValue} u.name collate "vi-x-icu", u.id limit ${ask.limit} offset ${ask.offset}`,
  )
  const { count } = await db.one(Count, sql`select count(*) as count ${where}`)
  return { rows, total: count }
}

/** The communes that fall short: one page, in the order of names. Who may see them is asked by the caller. */
export function listShort(
  db: Db,
  measure: IndicatorDefinition['measure'],
  ask: Omit<AskUnits, 'show'> & { offset: number; limit: number },
) {
  return listUnitFigures(db, measure, { ...ask, show: 'short' })
}

export function listValues(
  db: Db,
  ask: Pick<AskUnits, 'key' | 'atLeast' | 'on'> & { path: string; level: string },
) {
  return db.all(
    UnitValue,
    sql`select u.id as unit_id, v.numerator, v.denominator ${valued(ask)} and u.path <@ ${ask.path}::ltree and u.level = ${ask.level} order by u.id`,
  )
}

/** Read with the rights of whoever asks: row-level security of the facts holds. */
export function listFacts(db: Db, source: IndicatorSource, unitId: string, on: string): Promise<FactRow[]> {
  const facts = source.rows?.(sql`${unitId}`, sql`${on}::date`)
  if (!facts) return Promise.resolve([])
  return db.all(FactRow, sql`select label, note, page from (${facts}) as f order by label limit 500`)
}
