import { z } from 'zod'

import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { historyKinds, TargetBinding } from '../domain/index.ts'
import { stillAsked } from './part-store.ts'
import { paths } from './store.ts'

/** Something done on a task, as a line of the day. */
export const TaskMovement = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.enum(historyKinds),
  taskId: z.uuid(),
  quote: z.string(),
  bodyName: z.string().nullable(),
  by: z.string().nullable(),
})
export type TaskMovement = z.infer<typeof TaskMovement>

/** What was done since an instant on tasks the office may see, newest first. */
export function listMovements(db: Db, since: string, limit: number): Promise<TaskMovement[]> {
  return db.all(
    TaskMovement,
    sql`
    select a.id::text as id, a.at, a.kind, a.task_id, t.quote, b.name as body_name, c.person_name as by
    from (select * from task_acts where at >= ${since}::timestamptz order by at desc, id limit ${limit}) as a
    join tasks t on t.id = a.task_id join accounts c on c.id = a.account_id left join bodies b on b.id = a.body_id
    order by a.at desc, a.id`,
  )
}

export const BoundTarget = TargetBinding.extend({ taskId: z.uuid(), quote: z.string() })
export type BoundTarget = z.infer<typeof BoundTarget>

/**
 * Targets of documents that are measured, of tasks that this office issued or oversees and that are still asked for.
 * Those of broken-down tasks measure the same facts again and are left out.
 */
export function listBoundTargets(db: Db, actor: Actor, limit: number): Promise<BoundTarget[]> {
  const oversees = actor.permissions.has('directives.oversee')
  return db.all(
    BoundTarget,
    sql`
    select g.id, g.target_index, g.indicator_key, g.at_least, g.unit_id, u.name as unit_name, g.goal,
      g.goal_kind, g.by_day, g.version, a.person_name as bound_by, g.bound_at, g.task_id, t.quote
    from target_bindings g join tasks t on t.id = g.task_id join units u on u.id = g.unit_id join accounts a on a.id = g.bound_by
    where g.ended_at is null and t.parent_id is null
      and exists (select from task_parts p where p.task_id = g.task_id and p.part = 'lead' and ${stillAsked}
        and (p.issuer_id = ${actor.bodyId} or ${oversees} and p.body_id in (select o.id from bodies o where o.unit_path <@ any (${paths(actor)}))))
    order by g.by_day nulls last, g.bound_at limit ${limit}`,
  )
}
