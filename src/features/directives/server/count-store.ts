import { z } from 'zod'

import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { type CountTasks, type FollowState, followStates, type StateCounts } from '../domain/index.ts'
import { cut, inScope, overseen, wanted } from './board-store.ts'
import { rankOn } from './part-store.ts'

const CountDifference = z.object({ bodyName: z.string(), kept: z.int(), counted: z.int() })
const TaskCount = z.object({ rank: z.int(), tasks: z.int() })
const Asked = z.object({ asked: z.int() })
/** How many parts a body leads in each state, in the order of `followStates`; and of these, of how many it is the only lead. */
const BodyCount = z.object({
  bodyId: z.uuid(),
  bodyName: z.string(),
  unitName: z.string(),
  parts: z.array(z.int()).length(followStates.length),
  alone: z.array(z.int()).length(followStates.length),
  waiting: z.int(),
})

/**
 * How many tasks stand where, and each body's own. A task counts once, where the worst of its leads stands; a body
 * counts what it leads. What is owed is counted by the day, what is accepted is kept counted (`accepted_counts`); only tasks
 * with several leads are put together.
 */
export async function countTasks(db: Db, actor: Actor, ask: CountTasks, today: string) {
  const where = wanted(actor, ask, today)
  // Over a whole province nearly every part is counted: the few of other bodies are left out after grouping.
  const wide = overseen(actor, ask) && !ask.part && actor.scopes.some((path) => path.split('.').length <= 2)
  const each = (what: ReturnType<typeof sql>) =>
    sql`array[${sql.join(
      followStates.map(
        (_, at) => sql`coalesce(sum(c.parts) filter (where c.rank = ${at + 1}::int and ${what}), 0)::int`,
      ),
      sql`, `,
    )}]`
  const bodies = await db.all(
    BodyCount,
    sql`select b.id as body_id, b.name as body_name, u.name as unit_name, c.parts, c.alone, c.waiting
        from (select c.body_id, ${each(sql`true`)} as parts, ${each(sql`not c.co_led`)} as alone, sum(c.waiting)::int as waiting
              from (${owed(wide ? cut(ask, today) : where, today)} union all ${accepted(actor, ask, where)}) as c group by c.body_id) as c
        join bodies b on b.id = c.body_id join units u on u.id = b.unit_id
        where ${wide ? inScope(actor, sql`b.unit_path`) : sql`true`}`,
  )
  const shared = bodies.some(({ parts, alone }) => parts.some((many, at) => many > alone[at]!))
    ? await db.all(
        TaskCount,
        sql`select rank, count(*) as tasks
            from (select min(${rankOn(today)}) as rank from task_parts p where ${where} and p.co_led group by p.task_id) as task group by rank`,
      )
    : []
  const { asked } = await db.one(
    Asked,
    sql`select count(*) as asked from task_extensions x join task_parts p on p.task_id = x.task_id and p.body_id = x.body_id
        where x.state = 'asked' and ${where}`,
  )
  const tasks = counts(followStates.map((_, at) => bodies.reduce((sum, body) => sum + body.alone[at]!, 0)))
  for (const { rank, tasks: many } of shared) add(tasks, rank, many)
  return {
    today,
    tasks,
    waiting: bodies.reduce((sum, body) => sum + body.waiting, 0),
    extensionsAsked: asked,
    bodies: bodies
      .map(({ parts, alone: _, ...body }) => ({ ...body, ...counts(parts) }))
      .sort(worstFirst)
      .slice(0, ask.limit),
  }
}

function owed(counted: ReturnType<typeof sql>, today: string) {
  return sql`select p.body_id, p.co_led, ${rankOn(today)} as rank, count(*) as parts, count(*) filter (where p.state = 'reported') as waiting
    from task_parts p where ${counted} and p.state in ('open', 'reported', 'returned') group by 1, 2, 3`
}

/** From the kept counts, unless something is asked that they do not know. */
function accepted(actor: Actor, ask: CountTasks, where: ReturnType<typeof sql>) {
  const rank = (late: ReturnType<typeof sql>) =>
    sql`case when ${late} then ${followStates.indexOf('done-late') + 1}::int else ${followStates.indexOf('done-on-time') + 1}::int end`
  if (ask.state || ask.part || ask.extension || ask.directive)
    return sql`select p.body_id, p.co_led, ${rank(sql`p.done_on > p.due_on`)} as rank, count(*), 0
      from task_parts p where ${where} and p.state = 'accepted' group by 1, 2, 3`
  const clauses = [
    overseen(actor, ask)
      ? sql`a.body_id in (select o.id from bodies o where ${inScope(actor, sql`o.unit_path`)})`
      : sql`a.issuer_id = ${actor.bodyId}`,
  ]
  if (ask.body) clauses.push(sql`a.body_id = ${ask.body}`)
  if (ask.depth) clauses.push(sql`a.nested = ${ask.depth === 'broken-down'}`)
  return sql`select a.body_id, a.co_led, ${rank(sql`a.late`)} as rank, sum(a.parts), 0
    from accepted_counts a where ${sql.join(clauses, sql` and `)} group by 1, 2, 3 having sum(a.parts) > 0`
}

/** Whether what is kept counted is what there is; each difference as body, expected and found. For the doctor. */
export function verifyAcceptedCounts(db: Db) {
  return db.all(
    CountDifference,
    sql`with there as (
          select p.body_id, p.issuer_id, p.parent_id is not null as nested, p.co_led, coalesce(p.done_on > p.due_on, false) as late, count(*) as parts
          from task_parts p where p.part = 'lead' and p.state = 'accepted' group by 1, 2, 3, 4, 5)
        select b.name as body_name, coalesce(a.parts, 0) as kept, coalesce(t.parts, 0) as counted
        from accepted_counts a full join there t using (body_id, issuer_id, nested, co_led, late)
        join bodies b on b.id = body_id where coalesce(a.parts, 0) <> coalesce(t.parts, 0)`,
  )
}

function worstFirst(a: StateCounts & { bodyName: string }, b: StateCounts & { bodyName: string }) {
  return b.overdue - a.overdue || b.total - a.total || (a.bodyName < b.bodyName ? -1 : 1)
}

const fields: Record<FollowState, Exclude<keyof StateCounts, 'total'>> = {
  overdue: 'overdue',
  'due-soon': 'dueSoon',
  'not-yet-due': 'notYetDue',
  'no-deadline': 'noDeadline',
  'done-late': 'doneLate',
  'done-on-time': 'doneOnTime',
}
function counts(byRank: readonly number[]): StateCounts {
  const all = { overdue: 0, dueSoon: 0, notYetDue: 0, noDeadline: 0, doneLate: 0, doneOnTime: 0, total: 0 }
  byRank.forEach((many, at) => add(all, at + 1, many))
  return all
}

function add(counts: StateCounts, rank: number, many: number) {
  counts[fields[followStates[rank - 1]!]] += many
  counts.total += many
}
