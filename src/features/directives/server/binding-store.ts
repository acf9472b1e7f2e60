import { z } from 'zod'

import { newId } from '#platform/server/chance.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { type BindTarget, TargetBinding } from '../domain/index.ts'
import { json } from './store.ts'

const columns = sql`g.id, g.target_index, g.indicator_key, g.at_least, g.unit_id, u.name as unit_name, g.goal, g.goal_kind, g.by_day,
  g.version, a.person_name as bound_by, g.bound_at`
const tables = sql`target_bindings g join units u on u.id = g.unit_id join accounts a on a.id = g.bound_by`

export function listBindings(db: Db, taskId: string): Promise<TargetBinding[]> {
  return db.all(
    TargetBinding,
    sql`select ${columns} from ${tables} where g.task_id = ${taskId} and g.ended_at is null order by g.target_index`,
  )
}

export function findBinding(db: Db, taskId: string, index: number): Promise<TargetBinding | undefined> {
  return db.maybeOne(
    TargetBinding,
    sql`select ${columns} from ${tables} where g.task_id = ${taskId} and g.target_index = ${index} and g.ended_at is null`,
  )
}

/** 0 when someone ended or replaced it first. */
export function endBinding(tx: Db, id: string, version: number): Promise<number> {
  return tx.run(
    sql`update target_bindings set ended_at = clock_timestamp(), version = version + 1 where id = ${id} and version = ${version} and ended_at is null`,
  )
}

export async function insertBinding(
  tx: Db,
  taskId: string,
  index: number,
  row: Pick<BindTarget, 'id' | 'indicatorKey' | 'atLeast' | 'goal' | 'goalKind' | 'byDay'> & {
    unitId: string
    by: string
  },
): Promise<void> {
  await tx.run(sql`
    insert into target_bindings (id, task_id, target_index, indicator_key, at_least, unit_id, goal, goal_kind, by_day, bound_by)
    values (${row.id}, ${taskId}, ${index}, ${row.indicatorKey}, ${row.atLeast}::float8, ${row.unitId}, ${row.goal}::float8, ${row.goalKind},
            ${row.byDay}::date, ${row.by})`)
}

/**
 * Each child task measures its own unit by the same indicator. A share becomes the whole: one commune either reaches it or
 * not. A number is the parent’s own and is not divided among the children.
 */
export async function copyBindings(
  tx: Db,
  parentId: string,
  targets: readonly number[],
  children: readonly { id: string; unitId: string }[],
  how: { by: string; byDay: string | null },
): Promise<void> {
  const bindings = await listBindings(tx, parentId)
  const rows = targets.flatMap((from, index) => {
    const binding = bindings.find((b) => b.targetIndex === from && b.goalKind === 'share')
    return binding
      ? children.map((child) => ({
          id: newId(),
          taskId: child.id,
          unitId: child.unitId,
          index,
          ...key(binding),
        }))
      : []
  })
  if (rows.length === 0) return
  await tx.run(sql`
    insert into target_bindings (id, task_id, target_index, indicator_key, at_least, unit_id, goal, goal_kind, by_day, bound_by)
    select (r ->> 'id')::uuid, (r ->> 'taskId')::uuid, (r ->> 'index')::smallint, r ->> 'indicatorKey', (r ->> 'atLeast')::float8,
      r ->> 'unitId', 1, 'share', ${how.byDay}::date, ${how.by} from jsonb_array_elements(${json(rows)}) as r`)
}
const key = ({ indicatorKey, atLeast }: TargetBinding) => ({ indicatorKey, atLeast })

const UnitPlace = z.object({ id: z.string(), path: z.string() })
export function findUnitPlace(db: Db, ask: { id: string } | { path: string }) {
  const which = 'id' in ask ? sql`u.id = ${ask.id}` : sql`u.path = ${ask.path}::ltree`
  return db.maybeOne(UnitPlace, sql`select u.id, u.path::text as path from units u where ${which}`)
}
