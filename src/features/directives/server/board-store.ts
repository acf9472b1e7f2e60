import { z } from 'zod'

import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import {
  BoardRow,
  type CountTasks,
  daysLate,
  followState,
  type FollowState,
  followStates,
  type ListTasks,
  type StateCounts,
} from '../domain/index.ts'
import { inState, rankOn, stillAsked } from './part-store.ts'
import { containing, paths } from './store.ts'

type Filter = Omit<CountTasks, 'limit'> & { parent?: string; assignment?: string | undefined }

const inScope = (actor: Actor, path: ReturnType<typeof sql>) => sql`${path} <@ any (${paths(actor)})`

/** Lead parts that this office issued, or that bodies in the units it oversees lead. */
function wanted(actor: Actor, filter: Filter, today: string) {
  const role =
    filter.parent !== undefined
      ? sql`p.parent_id = ${filter.parent}`
      : overseen(actor, filter)
        ? sql`p.body_id in (select o.id from bodies o where ${inScope(actor, sql`o.unit_path`)})`
        : sql`p.issuer_id = ${actor.bodyId}`
  const asked = filter.part ? sql`p.state = ${filter.part}` : stillAsked
  return sql`${role} and ${asked} and ${cut(filter, today)}`
}

const overseen = (actor: Actor, filter: Filter) =>
  filter.role === 'overseen' && actor.permissions.has('directives.oversee')

function cut(filter: Filter, today: string) {
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
  const found = list.search
    ? sql`task_parts p join tasks t on t.id = p.task_id join bodies b on b.id = p.body_id
        where ${where} and (t.search like ${containing(list.search)} or folded(b.name) like ${containing(list.search)})`
    : sql`task_parts p where ${where}`
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

const TaskCount = z.object({ rank: z.int(), tasks: z.int() })
const Asked = z.object({ asked: z.int() })
const BodyCount = z.object({
  bodyId: z.uuid(),
  bodyName: z.string(),
  unitName: z.string(),
  coLed: z.boolean(),
  rank: z.int(),
  parts: z.int(),
  waiting: z.int(),
})

/**
 * How many tasks stand where, and each body's own. A task counts once, where the worst of its leads stands; a body
 * counts what it leads. One pass over ids and dates: a task with one lead stands where that lead stands, and only those
 * with several are put together.
 */
export async function countTasks(db: Db, actor: Actor, ask: CountTasks, today: string) {
  const where = wanted(actor, ask, today)
  const rank = rankOn(today)
  // Over a whole province nearly every part is counted: the few of other bodies are left out after grouping, which saves a
  // third of the time (84 → 54 ms for 100,000 parts).
  const wide = overseen(actor, ask) && !ask.part && actor.scopes.some((path) => path.split('.').length <= 2)
  const counted = wide ? cut(ask, today) : where
  const byBody = await db.all(
    BodyCount,
    sql`select c.*, b.name as body_name, u.name as unit_name
        from (select p.body_id, p.co_led, ${rank} as rank, count(*) as parts, count(*) filter (where p.state = 'reported') as waiting
              from task_parts p where ${counted} group by 1, 2, 3) as c
        join bodies b on b.id = c.body_id join units u on u.id = b.unit_id
        where c.rank > 0 and ${wide ? inScope(actor, sql`b.unit_path`) : sql`true`}`,
  )
  const coLed = byBody.some((body) => body.coLed)
    ? await db.all(
        TaskCount,
        sql`select rank, count(*) as tasks
            from (select min(${rank}) as rank from task_parts p where ${where} and p.co_led group by p.task_id) as task group by rank`,
      )
    : []
  const { asked } = await db.one(
    Asked,
    sql`select count(*) as asked from task_extensions x join task_parts p on p.task_id = x.task_id and p.body_id = x.body_id
        where x.state = 'asked' and ${where}`,
  )
  const tasks = none()
  for (const { rank, parts, coLed } of byBody) if (!coLed) add(tasks, rank, parts)
  for (const { rank, tasks: count } of coLed) add(tasks, rank, count)
  return {
    today,
    tasks,
    waiting: byBody.reduce((sum, body) => sum + body.waiting, 0),
    extensionsAsked: asked,
    bodies: perBody(byBody).slice(0, ask.limit),
  }
}

function perBody(rows: readonly z.infer<typeof BodyCount>[]) {
  const bodies = new Map<
    string,
    StateCounts & { bodyId: string; bodyName: string; unitName: string; waiting: number }
  >()
  for (const { bodyId, bodyName, unitName, rank, parts, waiting } of rows) {
    const body = bodies.get(bodyId) ?? { bodyId, bodyName, unitName, waiting: 0, ...none() }
    add(body, rank, parts)
    body.waiting += waiting
    bodies.set(bodyId, body)
  }
  return [...bodies.values()].sort(
    (a, b) => b.overdue - a.overdue || b.total - a.total || (a.bodyName < b.bodyName ? -1 : 1),
  )
}

const none = (): StateCounts => ({
  overdue: 0,
  dueSoon: 0,
  notYetDue: 0,
  noDeadline: 0,
  doneLate: 0,
  doneOnTime: 0,
  total: 0,
})
const fields: Record<FollowState, Exclude<keyof StateCounts, 'total'>> = {
  overdue: 'overdue',
  'due-soon': 'dueSoon',
  'not-yet-due': 'notYetDue',
  'no-deadline': 'noDeadline',
  'done-late': 'doneLate',
  'done-on-time': 'doneOnTime',
}
function add(counts: StateCounts, rank: number, many: number) {
  counts[fields[followStates[rank - 1]!]] += many
  counts.total += many
}
