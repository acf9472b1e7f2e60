import { z } from 'zod'

import { type Db, sql } from '#platform/server/db.ts'
import { InboxRow, Task } from '../domain/index.ts'
import { json } from './store.ts'

const columns = sql`t.id, t.directive_id, t.position, t.state, t.origin, t.quote,
  jsonb_build_object('start', t.span_start, 'end', t.span_end) as span, t.content, t.lead_inherited, t.evidence, t.reviewed, t.version`

export function listTasks(db: Db, directiveId: string): Promise<Task[]> {
  return db.all(
    Task,
    sql`select ${columns} from tasks t where t.directive_id = ${directiveId} and t.parent_id is null and t.state <> 'replaced' order by t.position, t.id`,
  )
}

export function findTask(db: Db, directiveId: string, id: string): Promise<Task | undefined> {
  return db.maybeOne(
    Task,
    sql`select ${columns} from tasks t where t.id = ${id} and t.directive_id = ${directiveId}`,
  )
}

const TaskPlace = z.object({ directiveId: z.uuid() })
export function findTaskPlace(db: Db, id: string) {
  return db.maybeOne(TaskPlace, sql`select directive_id from tasks where id = ${id}`)
}

export type NewTask = Omit<Task, 'version'>

export async function insertTasks(tx: Db, unitPath: string, tasks: readonly NewTask[]): Promise<void> {
  if (tasks.length === 0) return
  await tx.run(sql`
    insert into tasks (id, directive_id, unit_path, position, state, origin, quote, span_start, span_end, content, lead_inherited, evidence, reviewed)
    select (t ->> 'id')::uuid, (t ->> 'directiveId')::uuid, ${unitPath}::ltree, (t ->> 'position')::float8, t ->> 'state', t ->> 'origin',
           t ->> 'quote', (t -> 'span' ->> 'start')::int, (t -> 'span' ->> 'end')::int, t -> 'content',
           (t ->> 'leadInherited')::boolean, t -> 'evidence', (t ->> 'reviewed')::boolean
    from jsonb_array_elements(${json(tasks)}) as t`)
}

/** Writes the whole task when it is the version that was seen; undefined when someone was first. */
export function saveTask(tx: Db, task: Task): Promise<Task | undefined> {
  return tx.maybeOne(
    Task,
    sql`update tasks t set position = ${task.position}, state = ${task.state}, quote = ${task.quote}, span_start = ${task.span.start},
          span_end = ${task.span.end}, content = ${json(task.content)}, lead_inherited = ${task.leadInherited},
          evidence = ${json(task.evidence)}, reviewed = ${task.reviewed}, version = t.version + 1
        where t.id = ${task.id} and t.directive_id = ${task.directiveId} and t.version = ${task.version} returning ${columns}`,
  )
}

export async function issueTasks(tx: Db, directiveId: string, audience: readonly string[]): Promise<void> {
  await tx.run(sql`
    update tasks set state = 'issued', version = version + 1, audience = ${[...audience]}::text[]::ltree[]
    where directive_id = ${directiveId} and state = 'proposed'`)
}

/** `pairs` are (task, body, part); the due date and the time of issue are taken from the rows themselves. */
export async function addTaskBodies(
  tx: Db,
  directiveId: string,
  pairs: readonly { taskId: string; bodyId: string; part: string }[],
): Promise<void> {
  await tx.run(sql`
    insert into task_bodies (task_id, body_id, part, directive_id, due_on, issued_at)
    select t.id, (p ->> 'bodyId')::uuid, p ->> 'part', d.id, t.due_on, d.issued_at
    from jsonb_array_elements(${json(pairs)}) as p
    join tasks t on t.id = (p ->> 'taskId')::uuid join directives d on d.id = t.directive_id
    where d.id = ${directiveId} on conflict do nothing`)
}

const Part = z.object({ bodyId: z.uuid(), part: InboxRow.shape.part })
export function listTaskBodies(db: Db, taskId: string) {
  return db.all(
    Part,
    sql`select body_id, part from task_bodies where task_id = ${taskId} order by part, body_id`,
  )
}
