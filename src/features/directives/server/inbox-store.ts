import { z } from 'zod'

import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { daysLate, dueSoonDays, followState, InboxRow, type ListInbox } from '../domain/index.ts'
import { stillAsked } from './part-store.ts'
import { saying } from './store.ts'

const Counts = z.object({
  overdue: z.int(),
  dueSoon: z.int(),
  all: z.int(),
  returned: z.int(),
  reported: z.int(),
  done: z.int(),
})
const Count = z.object({ count: z.int() })
const Row = InboxRow.omit({ followState: true, daysLate: true })

const columns = sql`p.task_id, p.part, t.quote, t.content ->> 'section' as section, t.content -> 'deadline' as deadline,
  array(select jsonb_array_elements(t.content -> 'lead') ->> 'name') as lead_names,
  d.id as directive_id, d.document ->> 'title' as directive_title, d.document ->> 'number' as directive_number,
  d.document ->> 'kind' as directive_kind, d.document ->> 'issuer' as issuer, p.issued_at, p.state, p.original_due_on, p.due_on, p.done_on,
  p.percent, p.parent_id, case when p.parent_id is not null then i.name end as assigned_by`

const isOpen = sql`p.state in ('open', 'reported', 'returned')`
const states = {
  open: isOpen,
  reported: sql`p.state = 'reported'`,
  returned: sql`p.state = 'returned'`,
  done: sql`p.state = 'accepted'`,
  ended: sql`p.state in ('withdrawn', 'superseded')`,
  all: sql`true`,
}

/** One body's tasks. `today` is the day in Việt Nam that states are derived against. */
export async function listInbox(db: Db, actor: Actor, list: ListInbox, today: string) {
  const soon = sql`${today}::date + ${dueSoonDays}::int`
  // A completion that was named and still waits for the office is not late because the office is.
  const on = sql`coalesce(p.done_on, ${today}::date)`
  const due = {
    overdue: sql`p.due_on < ${today}::date and p.due_on < ${on}`,
    'due-soon': sql`p.due_on between ${today}::date and ${soon}`,
    'not-yet-due': sql`p.due_on > ${soon}`,
    undated: sql`p.due_on is null`,
  }
  const mine = sql`p.body_id = ${actor.bodyId}`
  const part = list.part ? sql`p.part = ${list.part}` : sql`true`
  const wanted = sql`${mine} and ${states[list.state]} and ${part} and ${list.due ? due[list.due] : sql`true`}`
  const counts = await db.one(
    Counts,
    sql`select count(*) filter (where ${isOpen} and ${due.overdue}) as overdue, count(*) filter (where ${isOpen} and ${due['due-soon']}) as due_soon,
          count(*) filter (where ${isOpen}) as all, count(*) filter (where p.state = 'returned') as returned,
          count(*) filter (where p.state = 'reported') as reported, count(*) filter (where p.state = 'accepted') as done
        from task_parts p where ${mine} and ${stillAsked}`,
  )
  const found = sql`task_parts p where ${wanted} and ${list.search ? saying(list.search) : sql`true`}`
  const order = list.sort === 'due' ? sql`p.due_on nulls last, p.task_id` : sql`p.issued_at desc, p.task_id`
  // The page is cut out of the index first: joined before, a hundred thousand rows pass two policies to show fifty.
  const rows = await db.all(
    Row,
    sql`with page as materialized (select p.* from ${found} order by ${order} limit ${list.limit} offset ${list.offset})
        select ${columns} from page p join tasks t on t.id = p.task_id join directives d on d.id = p.directive_id
        join bodies i on i.id = p.issuer_id order by ${order}`,
  )
  const all = !list.search && !list.part && !list.due && list.state === 'open'
  const total = all ? counts.all : (await db.one(Count, sql`select count(*) as count from ${found}`)).count
  return { rows: rows.map((row) => stood(row, today)), total, counts, today }
}

function stood(row: z.infer<typeof Row>, today: string): InboxRow {
  const facts = { accepted: row.state === 'accepted', doneOn: row.doneOn, dueOn: row.dueOn }
  return { ...row, followState: followState(facts, today), daysLate: daysLate(facts, today) }
}
