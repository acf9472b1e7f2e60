import type { sql } from '#platform/server/db.ts'
import type { IndicatorDefinition } from '../domain/index.ts'

/** A piece of SQL, as the tag `sql` of the platform makes it. */
export type Sql = ReturnType<typeof sql>

/**
 * An indicator with the SQL that measures it, written by the feature that owns the facts (`server/indicators.ts`).
 *
 * `numerator` and `denominator` answer the facts of one commune as dated weights: columns `from_day date`, `to_day date`
 * (the last day on which it counts; null while it does) and `weight numeric`, in any order, overlapping as they like.
 * They are given the commune's id as SQL – a value, or a column when all communes are computed at once – and must use
 * it as it is: `where s.unit_id = ${unitId}`. They may read nothing else than facts: no clock, no other commune, no
 * settings, since only a mark makes them be read again. They run as the role phaodai_indicators, which needs
 * `grant select` on the tables; row-level security holds for it too.
 *
 * Without a denominator a commune weighs 1 on the days on which it exists.
 */
export interface IndicatorSource extends IndicatorDefinition {
  numerator(unitId: Sql): Sql
  denominator?(unitId: Sql): Sql
  /** Districts and provinces may have facts of their own too (a district's team), counted from there upwards. */
  above?: boolean
  /**
   * The records behind the figure of a commune on a day: columns `label text`, `note text`, `page text` (an address of
   * the product, or null). Read with the rights of the person who asks.
   */
  rows?(unitId: Sql, day: Sql): Sql
  /** The permission that the records behind the figure ask for. */
  rowsMay?: string
}
