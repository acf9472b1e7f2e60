import { z } from 'zod'

import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { BoardRow, type CountTasks, daysLate, followState, type ListTasks } from '../domain/index.ts'
import { inState, stillAsked } from './part-store.ts'
import { containing, paths, saying } from './store.ts'

type Filter = Omit<CountTasks, 'limit'> & { parent?: string; assignment?: string | undefined }

export const inScope = (actor: Actor, path: ReturnType<typeof sql>) => sql`${path} <@ any (${paths(actor)})`

/** Lead parts that this office issued, or that bodies in the units it oversees lead. */
export function wanted(actor: Actor, filter: Filter, today: string) {
  const role =
    filter.parent !== undefined
      ? sql`p.parent_id = ${filter.parent}`
      : overseen(actor, filter)
        ? sql`p.body_id in (select o.id from bodies o where ${inScope(actor, sql`o.unit_path`)})`
        : sql`p.issuer_id = ${actor.bodyId}`
  const asked = filter.part ? sql`p.state = ${filter.part}` : stillAsked
  return sql`${role} and ${asked} and ${cut(filter, today)}`
}

export const overseen = (actor: Actor, filter: Filter) =>
  filter.role === 'overseen' && actor.permissions.has('directives.oversee')

export function cut(filter: Filter, today: string) {
  const clauses = [sql`p.part = 'lead'`]
  if (filter.state) clauses.push(inState(filter.state, today))
  if (filter.body) clauses.push(sql`p.body_id = ${filter.body}`)
  if (filter.directive) clauses.push(sql`p.directive_id = ${filter.directive}`)
  if (filter.depth)
    clauses.push(filter.depth === 'documents' ? sql`p.parent_id is null` : sql`p.parent_id is not null`)
  if (filter.extension)
    clauses.push(
      sql`exists (select from task_extensions e where e.task_id = p.task_id and e.body_id = p.body_id and e.state = ${filter.extension})`,
    )
  if (filter.assignment)
    clauses.push(sql`p.task_id in (select c.id from tasks c where c.assignment_id = ${filter.assignment})`)
  return sql.join(clauses, sql` and `)
}

const Row = BoardRow.omit({ followState: true, daysLate: true })
const Count = z.object({ count: z.int() })
const orders = {
  due: sql`p.due_on nulls last, p.task_id, p.body_id`,
  // What is done stands below what is owed. Only where both are listed: the order by date alone comes from an index.
  owedFirst: sql`p.state = 'accepted', p.due_on nulls last, p.task_id, p.body_id`,
  newest: sql`p.issued_at desc, p.task_id, p.body_id`,
  reported: sql`p.reported_at desc nulls last, p.task_id, p.body_id`,
}

/** One row a lead body. `parent` lists what a task was broken down to, and is not asked of the role. */
export async function listBoard(
  db: Db,
  actor: Actor,
  list: Omit<ListTasks, 'role'> & {
    role?: ListTasks['role']
    parent?: string
    assignment?: string | undefined
  },
  today: string,
) {
  const where = wanted(actor, { role: 'issued', ...list }, today)
  const order = orders[list.sort === 'due' && !list.state && !list.part ? 'owedFirst' : list.sort]
  // The few bodies that are called so are looked up once, not for every part.
  const named = (words: string) =>
    sql`p.body_id in (select o.id from bodies o where folded(o.name) like ${containing(words)})`
  const found = sql`task_parts p where ${where} and ${list.search ? sql`(${saying(list.search)} or ${named(list.search)})` : sql`true`}`
  // The page is cut from the index before the policies of tasks and directives are asked.
  const rows = await db.all(
    Row,
    sql`with page as materialized (select p.* from ${found} order by ${order} limit ${list.limit} offset ${list.offset})
      select p.task_id, p.body_id, b.name as body_name, u.name as unit_name, i.name as issuer_name, t.quote,
        t.content ->> 'section' as section, p.state, p.original_due_on, p.due_on, p.done_on, p.percent, p.reported_at, p.parent_id,
        p.directive_id, d.document ->> 'number' as directive_number, d.document ->> 'title' as directive_title, p.version
      from page p join tasks t on t.id = p.task_id join directives d on d.id = p.directive_id join bodies b on b.id = p.body_id
      join units u on u.id = b.unit_id join bodies i on i.id = p.issuer_id order by ${order}`,
  )
  const { count } = await db.one(Count, sql`select count(*) as count from ${found}`)
  return { rows: rows.map((row) => stood(row, today)), total: count, today }
}

function stood(row: z.infer<typeof Row>, today: string): BoardRow {
  const facts = { accepted: row.state === 'accepted', doneOn: row.doneOn, dueOn: row.dueOn }
  return { ...row, followState: followState(facts, today), daysLate: daysLate(facts, today) }
}
