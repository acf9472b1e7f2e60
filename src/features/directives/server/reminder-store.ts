import { z } from 'zod'

import { type Db, sql } from '#platform/server/db.ts'
import { reminderRule } from '../domain/index.ts'

/** Owed: not reported as done. Who has said “done” waits for the office and is not pressed. */
const owed = sql`p.part = 'lead' and (p.state in ('open', 'returned') or (p.state = 'reported' and p.done_on is null))`
const left = (today: string) => sql`p.due_on - ${today}::date`

const Sent = z.object({ taskId: z.uuid(), toBodyId: z.uuid(), kind: z.string() })
export type Sent = z.infer<typeof Sent>

/** By hand: one task to each of its leads, or all a body is late with. Answers what was not yet sent on this day. */
export function remindByHand(
  tx: Db,
  of: { issuerId: string; taskId?: string; bodyId?: string },
  by: { accountId: string; text: string; today: string },
): Promise<Sent[]> {
  return tx.all(
    Sent,
    sql`
    insert into task_reminders (task_id, to_body_id, on_day, kind, days, text, sent_by)
    select p.task_id, p.body_id, ${by.today}::date, 'by-hand', coalesce(${left(by.today)}, 0), ${by.text}, ${by.accountId}
    from task_parts p where ${which(of, by.today)}
    on conflict do nothing returning task_id, to_body_id, kind`,
  )
}

function which(of: { issuerId: string; taskId?: string; bodyId?: string }, today: string) {
  return of.taskId
    ? sql`p.task_id = ${of.taskId} and p.issuer_id = ${of.issuerId} and ${owed}`
    : sql`p.body_id = ${of.bodyId} and p.issuer_id = ${of.issuerId} and p.due_on < ${today}::date and ${owed}`
}

const Count = z.object({ count: z.int() })
export async function countOwed(
  db: Db,
  of: { issuerId: string; taskId?: string; bodyId?: string },
  today: string,
) {
  return (await db.one(Count, sql`select count(*) as count from task_parts p where ${which(of, today)}`))
    .count
}

/** Everything that recalls itself on this day (domain/reminders.ts), in one statement however much is late. */
export function remindByRule(tx: Db, today: string): Promise<Sent[]> {
  return tx.all(
    Sent,
    sql`
    insert into task_reminders (task_id, to_body_id, on_day, kind, days)
    select p.task_id, p.body_id, ${today}::date, case when p.due_on < ${today}::date then 'after' else 'before' end, ${left(today)}
    from task_parts p
    where ${owed} and (p.due_on < ${today}::date or ${left(today)} = any (${[...reminderRule.daysBefore]}::int[]))
    on conflict do nothing returning task_id, to_body_id, kind`,
  )
}

/**
 * Tells the levels above what has been late for long: whoever assigned the task after N days, whoever assigned that
 * one after 2N. Each level is told once of each task.
 */
export function escalate(tx: Db, today: string): Promise<Sent[]> {
  const after = reminderRule.escalateAfterDays
  return tx.all(
    Sent,
    sql`
    with recursive late as (
      select p.task_id, p.issuer_id as to_body_id, p.parent_id, p.due_on, 1 as level from task_parts p
      where ${owed} and ${today}::date - p.due_on >= ${after}::int
      union
      select late.task_id, q.issuer_id, q.parent_id, late.due_on, late.level + 1 from late
      join task_parts q on q.task_id = late.parent_id and q.part = 'lead'
      where ${today}::date - late.due_on >= ${after}::int * (late.level + 1))
    insert into task_reminders (task_id, to_body_id, on_day, kind, days)
    select distinct on (late.task_id, late.to_body_id) late.task_id, late.to_body_id, ${today}::date, 'escalation', late.due_on - ${today}::date
    from late where not exists (select from task_reminders r
      where r.task_id = late.task_id and r.to_body_id = late.to_body_id and r.kind = 'escalation')
    on conflict do nothing returning task_id, to_body_id, kind`,
  )
}

const Path = z.object({ path: z.string() })
export async function listPathsOf(db: Db, bodyIds: readonly string[]): Promise<string[]> {
  const rows = await db.all(
    Path,
    sql`select distinct unit_path::text as path from bodies where id = any (${[...bodyIds]}::uuid[])`,
  )
  return rows.map((row) => row.path)
}

const LetterRow = z.object({
  taskId: z.uuid(),
  quote: z.string(),
  originalDueOn: z.string().nullable(),
  dueOn: z.string(),
  directiveNumber: z.string().nullable(),
  directiveTitle: z.string().nullable(),
})
/** What a body owes this issuer and is late with, the oldest first. */
export function listLate(db: Db, of: { issuerId: string; bodyId: string }, today: string) {
  return db.all(
    LetterRow,
    sql`select p.task_id, t.quote, p.original_due_on, p.due_on, d.document ->> 'number' as directive_number, d.document ->> 'title' as directive_title
        from task_parts p join tasks t on t.id = p.task_id join directives d on d.id = p.directive_id
        where ${which(of, today)} order by p.due_on, p.task_id limit 2000`,
  )
}
