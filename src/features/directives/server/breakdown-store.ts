import { z } from 'zod'

import { type Db, sql } from '#platform/server/db.ts'
import { type Receivers, RollUpRow, TaskAssignment, type TaskContent } from '../domain/index.ts'
import { inState, stillAsked } from './part-store.ts'
import { json } from './store.ts'

const Receiver = z.object({
  bodyId: z.uuid(),
  name: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  unitPath: z.string(),
  already: z.boolean(),
  inside: z.boolean(),
})
export type Receiver = z.infer<typeof Receiver>

/**
 * Who is meant. `inside`: in a unit below the lead body's own, or a body under it in the same unit (a department's
 * centres, a committee's offices); never beside it or above it.
 */
export function listReceivers(
  db: Db,
  lead: { taskId: string; bodyId: string; unitPath: string },
  who: Receivers,
  today: string,
): Promise<Receiver[]> {
  const below = sql`(b.unit_path <@ ${lead.unitPath}::ltree and b.unit_path <> ${lead.unitPath}::ltree)`
  const under = sql`exists (
    with recursive above (id) as (
      select b.parent_body_id union select p.parent_body_id from bodies p join above on p.id = above.id)
    select from above where id = ${lead.bodyId})`
  const meant =
    'bodyIds' in who
      ? sql`b.id = any (${who.bodyIds}::uuid[])`
      : sql`b.kind = ${who.kind} and u.level = ${who.level} and ${below} and b.unit_id <> all (${who.exceptUnits}::text[])
          and (${who.within ?? null}::text is null or b.unit_path <@ (select w.path from units w where w.id = ${who.within ?? null}))`
  return db.all(
    Receiver,
    sql`
    select b.id as body_id, b.name, b.unit_id, u.name as unit_name, b.unit_path::text as unit_path, (${below} or ${under}) as inside,
      exists (select from task_parts p where p.parent_id = ${lead.taskId} and p.body_id = b.id and p.part = 'lead' and ${stillAsked}) as already
    from bodies b join units u on u.id = b.unit_id
    where ${meant} and b.valid_from <= ${today}::date and (b.valid_to is null or b.valid_to >= ${today}::date)
    order by b.unit_path, b.name collate "vi-x-icu", b.id`,
  )
}

export async function insertAssignment(
  tx: Db,
  row: {
    id: string
    taskId: string
    bodyId: string
    unitPath: string
    quote: string
    dueOn: string | null
    lateReason: string | null
    receivers: Receivers
    total: number
    createdBy: string
  },
): Promise<void> {
  await tx.run(sql`
    insert into task_assignments (id, task_id, body_id, unit_path, quote, due_on, late_reason, receivers, total, created_by)
    values (${row.id}, ${row.taskId}, ${row.bodyId}, ${row.unitPath}::ltree, ${row.quote}, ${row.dueOn}::date, ${row.lateReason},
            ${json(row.receivers)}, ${row.total}, ${row.createdBy})`)
}

/** One child task a receiver, with its place in the inbox and its part, in three statements however many they are. */
export async function insertChildren(
  tx: Db,
  of: {
    assignmentId: string
    taskId: string
    directiveId: string
    issuerId: string
    unitPath: string
    quote: string
    dueOn: string | null
  },
  children: readonly { id: string; bodyId: string; unitPath: string; content: TaskContent }[],
): Promise<void> {
  await tx.run(sql`
    insert into tasks (id, directive_id, parent_id, assignment_id, unit_path, audience, position, state, origin, quote, span_start, span_end,
      content, reviewed)
    select (c ->> 'id')::uuid, ${of.directiveId}, ${of.taskId}, ${of.assignmentId}, ${of.unitPath}::ltree, array[(c ->> 'unitPath')::ltree], 0,
      'issued', 'assigned', ${of.quote}, 0, 0, c -> 'content', true
    from jsonb_array_elements(${json(children)}) as c`)
  await tx.run(sql`
    insert into task_bodies (task_id, body_id, part, directive_id, due_on, issued_at)
    select (c ->> 'id')::uuid, (c ->> 'bodyId')::uuid, 'lead', ${of.directiveId}, ${of.dueOn}::date, now()
    from jsonb_array_elements(${json(children)}) as c`)
  await tx.run(sql`
    insert into task_parts (task_id, body_id, part, directive_id, issuer_id, parent_id, original_due_on, due_on, issued_at)
    select tb.task_id, tb.body_id, tb.part, tb.directive_id, ${of.issuerId}, ${of.taskId}, tb.due_on, tb.due_on, tb.issued_at
    from task_bodies tb where tb.task_id in (select (c ->> 'id')::uuid from jsonb_array_elements(${json(children)}) as c)`)
}

/** Whoever is given a task of a document may read the document, its file and the task above. Done in their own scope. */
export async function passOnDirective(
  tx: Db,
  directiveId: string,
  taskId: string,
  paths: readonly string[],
): Promise<void> {
  await tx.run(sql`
    update tasks set audience = array(select distinct x from unnest(audience || ${[...paths]}::text[]::ltree[]) as x order by x)
    where id = ${taskId}`)
  await tx.run(sql`
    update directives set audience = array(select distinct x from unnest(audience || ${[...paths]}::text[]::ltree[]) as x order by x)
    where id = ${directiveId}`)
  await tx.run(sql`
    update files f set audience = d.audience from directives d where d.id = ${directiveId} and f.id = d.file_id`)
  await tx.run(sql`select index_directive(${directiveId})`)
}

const counted = (today: string) => sql`count(*) filter (where ${stillAsked}) as total,
  count(*) filter (where p.state = 'accepted') as done, count(*) filter (where ${inState('overdue', today)}) as overdue,
  count(*) filter (where p.state = 'reported') as waiting`

export function listAssignments(db: Db, taskId: string, today: string): Promise<TaskAssignment[]> {
  return db.all(
    TaskAssignment,
    sql`
    select a.id, a.task_id, a.body_id, b.name as body_name, a.quote, a.due_on, a.late_reason, a.created_at as at, c.person_name as by,
      n.total, n.done, n.overdue, n.waiting, n.withdrawn
    from task_assignments a join bodies b on b.id = a.body_id join accounts c on c.id = a.created_by
    join lateral (select ${counted(today)}, count(*) filter (where p.state = 'withdrawn') as withdrawn
      from tasks t join task_parts p on p.task_id = t.id and p.part = 'lead' where t.assignment_id = a.id) as n on true
    where a.task_id = ${taskId} order by a.created_at desc, a.id`,
  )
}

const Child = z.object({ taskId: z.uuid(), bodyId: z.uuid(), open: z.boolean() })
export function listChildrenOf(db: Db, assignmentId: string) {
  return db.all(
    Child,
    sql`select p.task_id, p.body_id, p.state = 'open' and p.reported_at is null
          and not exists (select from task_parts k where k.parent_id = p.task_id and k.part = 'lead' and ${sql`k.state not in ('withdrawn', 'superseded')`}) as open
        from tasks t join task_parts p on p.task_id = t.id and p.part = 'lead'
        where t.assignment_id = ${assignmentId} and ${stillAsked} order by p.task_id`,
  )
}

/** Parts and tasks of what is taken back. Answers how many were still open. */
export async function withdrawTasks(tx: Db, taskIds: readonly string[]): Promise<number> {
  const ids = sql`${[...taskIds]}::uuid[]`
  const withdrawn = await tx.run(sql`
    update task_parts p set state = 'withdrawn', version = version + 1 where p.task_id = any (${ids}) and p.part = 'lead' and p.state = 'open'`)
  await tx.run(sql`
    update tasks t set state = 'withdrawn', version = version + 1
    where t.id = any (${ids}) and t.state = 'issued'
      and not exists (select from task_parts p where p.task_id = t.id and p.part = 'lead' and p.state <> 'withdrawn')`)
  return withdrawn
}

/**
 * Done out of total of what lies at the ends of the breakdown, for every unit from the commune up to the nation; one
 * query over ids and dates. A task that was broken down further counts by its own children.
 */
export function listRollUp(db: Db, taskId: string, today: string): Promise<RollUpRow[]> {
  return db.all(
    RollUpRow,
    sql`
    with recursive below as (
      select p.task_id, p.parent_id, p.body_id, p.state, p.due_on, p.done_on from task_parts p
      where p.parent_id = ${taskId} and p.part = 'lead' and ${stillAsked}
      union all
      select p.task_id, p.parent_id, p.body_id, p.state, p.due_on, p.done_on from task_parts p join below on p.parent_id = below.task_id
      where p.part = 'lead' and ${stillAsked}),
    leaves as materialized (select p.*, b.unit_path from below p join bodies b on b.id = p.body_id
      where not exists (select from below k where k.parent_id = p.task_id))
    select u.id as unit_id, u.name as unit_name, u.level, u.path::text as path, ${counted(today)}
    from leaves p cross join lateral generate_series(1, nlevel(p.unit_path)) as n
    join units u on u.path = subpath(p.unit_path, 0, n)
    group by u.id order by u.path`,
  )
}
