import { z } from 'zod'

import { type Db, sql } from '#platform/server/db.ts'
import { CalendarToken } from '../domain/index.ts'

const columns = sql`id, label, created_at, last_used_at`

export function listCalendars(db: Db, accountId: string): Promise<z.infer<typeof CalendarToken>[]> {
  return db.all(
    CalendarToken,
    sql`select ${columns} from calendar_tokens where account_id = ${accountId} and revoked_at is null order by created_at, id`,
  )
}

export async function insertCalendar(
  tx: Db,
  row: { id: string; accountId: string; label: string; tokenHash: string },
): Promise<void> {
  await tx.run(sql`
    insert into calendar_tokens (id, account_id, label, token_hash) values (${row.id}, ${row.accountId}, ${row.label}, ${row.tokenHash})`)
}

/** 0 when it is not this account’s, or was revoked before. */
export function revokeCalendar(tx: Db, accountId: string, id: string): Promise<number> {
  return tx.run(sql`
    update calendar_tokens set revoked_at = clock_timestamp() where id = ${id} and account_id = ${accountId} and revoked_at is null`)
}

const Owner = z.object({ id: z.uuid(), username: z.string() })
export function findCalendarOwner(db: Db, tokenHash: string) {
  return db.maybeOne(
    Owner,
    sql`select c.id, a.username from calendar_tokens c join accounts a on a.id = c.account_id
        where c.token_hash = ${tokenHash} and c.revoked_at is null and a.state = 'active'`,
  )
}
export function noteUse(tx: Db, id: string): Promise<number> {
  return tx.run(sql`update calendar_tokens set last_used_at = clock_timestamp() where id = ${id}`)
}

const Deadline = z.object({
  taskId: z.uuid(),
  part: z.enum(['lead', 'coordinate', 'report-to', 'direct']),
  dueOn: z.string(),
  quote: z.string(),
  directiveNumber: z.string().nullable(),
  directiveTitle: z.string().nullable(),
})
export type CalendarDeadline = z.infer<typeof Deadline>
/** What the office’s body still owes, with a last day; a year back and all that comes. */
export function listDeadlines(db: Db, bodyId: string, today: string): Promise<CalendarDeadline[]> {
  return db.all(
    Deadline,
    sql`
    select p.task_id, p.part, p.due_on, t.quote, d.document ->> 'number' as directive_number, d.document ->> 'title' as directive_title
    from task_parts p join tasks t on t.id = p.task_id join directives d on d.id = p.directive_id
    where p.body_id = ${bodyId} and p.part in ('lead', 'coordinate') and p.state in ('open', 'reported', 'returned')
      and p.due_on >= ${today}::date - 365
    order by p.due_on, p.task_id limit 5000`,
  )
}
