import { z } from 'zod'

import { type Db, sql } from '#platform/server/db.ts'
import { type ExtensionState, TaskExtension } from '../domain/index.ts'

const columns = sql`x.id, x.task_id, x.body_id, b.name as body_name, x.due_before, x.due_asked, x.due_granted, x.reason, x.state, x.version,
  a.person_name as asked_by, x.asked_at, d.person_name as decided_by, x.decided_at, x.decision_reason`
const tables = sql`task_extensions x join bodies b on b.id = x.body_id join accounts a on a.id = x.asked_by
  left join accounts d on d.id = x.decided_by`

export function listExtensions(db: Db, taskId: string): Promise<TaskExtension[]> {
  return db.all(
    TaskExtension,
    sql`select ${columns} from ${tables} where x.task_id = ${taskId} order by x.asked_at desc, x.id`,
  )
}

export function findExtension(db: Db, id: string): Promise<TaskExtension | undefined> {
  return db.maybeOne(TaskExtension, sql`select ${columns} from ${tables} where x.id = ${id}`)
}

export function findAskedExtension(
  db: Db,
  taskId: string,
  bodyId: string,
): Promise<TaskExtension | undefined> {
  return db.maybeOne(
    TaskExtension,
    sql`select ${columns} from ${tables} where x.task_id = ${taskId} and x.body_id = ${bodyId} and x.state = 'asked'`,
  )
}

export async function insertExtension(
  tx: Db,
  row: {
    id: string
    taskId: string
    bodyId: string
    unitPath: string
    audience: readonly string[]
    dueBefore: string | null
    dueAsked: string
    reason: string
    askedBy: string
  },
): Promise<void> {
  await tx.run(sql`
    insert into task_extensions (id, task_id, body_id, unit_path, audience, due_before, due_asked, reason, asked_by)
    values (${row.id}, ${row.taskId}, ${row.bodyId}, ${row.unitPath}::ltree, ${[...row.audience]}::text[]::ltree[], ${row.dueBefore}::date,
            ${row.dueAsked}::date, ${row.reason}, ${row.askedBy})`)
}

/** 0 when another officer decided it first. */
export function decideExtension(
  tx: Db,
  id: string,
  version: number,
  decision: {
    state: ExtensionState
    dueGranted: string | null
    by: string
    on: string
    reason: string | null
  },
): Promise<number> {
  return tx.run(sql`
    update task_extensions set state = ${decision.state}, due_granted = ${decision.dueGranted}::date, decided_by = ${decision.by},
      decided_at = clock_timestamp(), decided_on = ${decision.on}::date, decision_reason = ${decision.reason}, version = version + 1
    where id = ${id} and version = ${version}`)
}

const Grant = z.object({ grantedOn: z.string(), dueOn: z.string() })
/** The extensions in force one after the other, for `deadlineInForce`. */
export function listGrants(db: Db, taskId: string, bodyId: string) {
  return db.all(
    Grant,
    sql`select decided_on as granted_on, due_granted as due_on from task_extensions
        where task_id = ${taskId} and body_id = ${bodyId} and state = 'granted' order by decided_on, decided_at`,
  )
}
