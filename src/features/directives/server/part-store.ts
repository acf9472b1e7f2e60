import { z } from 'zod'

import { type Db, sql } from '#platform/server/db.ts'
import {
  daysLate,
  dueSoonDays,
  FollowPart,
  followState,
  type FollowState,
  followStates,
  type PartState,
} from '../domain/index.ts'

/** What one body owes on one task, as it lies in the table: the state against the day is not yet derived. */
export const PartRow = FollowPart.omit({ followState: true, daysLate: true }).extend({
  unitPath: z.string(),
  issuerId: z.uuid(),
})
export type PartRow = z.infer<typeof PartRow>

const columns = sql`p.body_id, b.name as body_name, u.name as unit_name, b.unit_path::text as unit_path, p.part, p.state,
  p.original_due_on, p.due_on, p.done_on, p.percent, p.reported_at, p.version, p.issuer_id`
const tables = sql`task_parts p join bodies b on b.id = p.body_id join units u on u.id = b.unit_id`

/** Derived in one place in TypeScript (domain/follow-state.ts) and, for lists, in `rankOn`; a test holds them together. */
export function standingOn(row: PartRow, today: string): FollowPart {
  const facts = { accepted: row.state === 'accepted', doneOn: row.doneOn, dueOn: row.dueOn }
  return { ...row, followState: followState(facts, today), daysLate: daysLate(facts, today) }
}

/**
 * The same derivation for rows of `task_parts p`, so that lists are cut and counted in the database: the place in
 * `followStates`, from 1 – a number, because a hundred thousand words take twice as long to group. 0 is no longer asked for.
 */
export function rankOn(today: string) {
  const on = sql`coalesce(p.done_on, ${today}::date)`
  return sql`case when p.state = 'accepted' then case when p.done_on > p.due_on then 5 else 6 end
    when p.state = 'withdrawn' or p.state = 'superseded' then 0 when p.due_on is null then 4 when ${on} > p.due_on then 1 when p.due_on - ${on} <= ${dueSoonDays}::int then 2 else 3 end`
}

/** A range on the due date where one state is asked for, so that its index is used. */
export function inState(state: FollowState, today: string) {
  const day = sql`${today}::date`
  const open = sql`p.state in ('open', 'reported', 'returned')`
  switch (state) {
    case 'overdue':
      return sql`${open} and p.due_on < ${day} and coalesce(p.done_on, ${day}) > p.due_on`
    case 'no-deadline':
      return sql`${open} and p.due_on is null`
    case 'done-late':
      return sql`p.state = 'accepted' and p.done_on > p.due_on`
    case 'done-on-time':
      return sql`p.state = 'accepted' and (p.due_on is null or p.done_on <= p.due_on)`
    default:
      return sql`${open} and p.due_on is not null and ${rankOn(today)} = ${followStates.indexOf(state) + 1}::int`
  }
}

/** Neither taken back nor superseded. */
export const stillAsked = sql`p.state not in ('withdrawn', 'superseded')`

export function listParts(db: Db, taskId: string): Promise<PartRow[]> {
  return db.all(
    PartRow,
    sql`select ${columns} from ${tables} where p.task_id = ${taskId}
        order by array_position(array['lead', 'coordinate', 'direct', 'report-to'], p.part), b.name collate "vi-x-icu", b.id`,
  )
}

export function findPart(db: Db, taskId: string, bodyId: string, part: 'lead' | 'coordinate') {
  return db.maybeOne(
    PartRow,
    sql`select ${columns} from ${tables} where p.task_id = ${taskId} and p.body_id = ${bodyId} and p.part = ${part}`,
  )
}

/** Every body of the register’s tasks, as they are issued; the due date and the time of issue come from the rows themselves. */
export async function openParts(tx: Db, directiveId: string): Promise<void> {
  await tx.run(sql`
    insert into task_parts (task_id, body_id, part, directive_id, issuer_id, parent_id, original_due_on, due_on, issued_at, co_led)
    select tb.task_id, tb.body_id, tb.part, tb.directive_id, d.body_id, t.parent_id, tb.due_on, tb.due_on, tb.issued_at,
      tb.part = 'lead' and (select count(*) from task_bodies x where x.task_id = tb.task_id and x.part = 'lead') > 1
    from task_bodies tb join tasks t on t.id = tb.task_id join directives d on d.id = tb.directive_id
    where tb.directive_id = ${directiveId} on conflict do nothing`)
}

export interface PartChange {
  state: PartState
  doneOn: string | null
  dueOn: string | null
  percent: number | null
  reported: boolean
}

/** 0 when someone was first. */
export function savePart(
  tx: Db,
  taskId: string,
  row: Pick<PartRow, 'bodyId' | 'part' | 'version'>,
  change: PartChange,
): Promise<number> {
  return tx.run(sql`
    update task_parts set state = ${change.state}, done_on = ${change.doneOn}::date, due_on = ${change.dueOn}::date, percent = ${change.percent}::smallint,
      reported_at = case when ${change.reported} then clock_timestamp() else reported_at end, version = version + 1
    where task_id = ${taskId} and body_id = ${row.bodyId} and part = ${row.part} and version = ${row.version}`)
}

/**
 * Those who help, direct or are reported to owe nothing more once every lead is accepted, and do again when one is
 * reopened; who confirmed its own part keeps that. Their last day is the latest of the leads.
 */
export async function alignOtherParts(tx: Db, taskId: string): Promise<void> {
  await tx.run(sql`
    with leads as (
      select bool_and(state = 'accepted') as done, max(done_on) as done_on, max(due_on) as due_on from task_parts p
      where task_id = ${taskId} and part = 'lead' and ${stillAsked})
    update task_parts p set due_on = leads.due_on,
      state = case when p.reported_at is not null then p.state when leads.done then 'accepted' else 'open' end,
      done_on = case when p.reported_at is not null then p.done_on when leads.done then leads.done_on end, version = p.version + 1
    from leads where p.task_id = ${taskId} and p.part <> 'lead' and ${stillAsked} and leads.done is not null
      and (p.due_on, p.state) is distinct from
          (leads.due_on, case when p.reported_at is not null then p.state when leads.done then 'accepted' else 'open' end)`)
}

const Path = z.object({ path: z.string() })
/** Units of everyone who has a part in the task, and of its issuer: who may read what is said about it. */
export async function listPartyPaths(db: Db, taskId: string): Promise<string[]> {
  const rows = await db.all(
    Path,
    sql`select distinct b.unit_path::text as path from task_parts p join bodies b on b.id in (p.body_id, p.issuer_id)
        where p.task_id = ${taskId} order by 1`,
  )
  return rows.map((row) => row.path)
}

/**
 * Two officers act on one task one after the other: the second waits here and then sees what the first did. Every act
 * that reads a part and writes it asks for this first.
 */
export async function lockParts(tx: Db, taskId: string): Promise<void> {
  await tx.run(sql`select from task_parts where task_id = ${taskId} order by body_id, part for update`)
}

const Quote = z.object({ quote: z.string() })
/** The sentence of a task above; undefined when row-level security hides it. */
export async function findQuote(db: Db, taskId: string): Promise<string | undefined> {
  return (await db.maybeOne(Quote, sql`select quote from tasks where id = ${taskId}`))?.quote
}
