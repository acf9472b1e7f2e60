import { z } from 'zod'

import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import type { FollowUpReport } from '../domain/index.ts'
import { rankOn, stillAsked } from './part-store.ts'
import { paths } from './store.ts'

const Row = z.object({
  taskId: z.uuid(),
  bodyName: z.string(),
  quote: z.string(),
  originalDueOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  rank: z.int(),
})
export type ReportRow = z.infer<typeof Row>

/**
 * What a follow-up report is about: tasks this office issued, or (when it oversees) led in its units; of a document, of a
 * body, of what was issued, due or done in some days. More than 20,000 rows are no report that anyone reads.
 */
export function listReportRows(
  db: Db,
  actor: Actor,
  ask: Pick<FollowUpReport, 'directive' | 'body' | 'from' | 'to'>,
  today: string,
): Promise<ReportRow[]> {
  const oversees = actor.permissions.has('directives.oversee')
  const within = (day: ReturnType<typeof sql>) =>
    sql`${day} between ${ask.from ?? '0001-01-01'}::date and ${ask.to ?? '9999-12-31'}::date`
  return db.all(
    Row,
    sql`
    select p.task_id, b.name as body_name, t.quote, p.original_due_on, p.due_on, ${rankOn(today)} as rank
    from task_parts p join tasks t on t.id = p.task_id join bodies b on b.id = p.body_id
    where p.part = 'lead' and ${stillAsked} and (p.issuer_id = ${actor.bodyId} or (${oversees} and b.unit_path <@ any (${paths(actor)})))
      and (${ask.directive ?? null}::uuid is null or p.directive_id = ${ask.directive ?? null}::uuid)
      and (${ask.body ?? null}::uuid is null or p.body_id = ${ask.body ?? null}::uuid)
      and (${!ask.from && !ask.to} or ${within(sql`(p.issued_at at time zone 'Asia/Ho_Chi_Minh')::date`)} or ${within(sql`p.due_on`)} or ${within(sql`p.done_on`)})
    order by rank, p.due_on nulls last, b.name collate "vi-x-icu", p.task_id limit 20000`,
  )
}
