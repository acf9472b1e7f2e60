import { z } from 'zod'

import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { TaskContent, taskStates } from '../domain/index.ts'
import { paths, visibleTo } from './store.ts'

const SeenTask = z.object({
  id: z.uuid(),
  directiveId: z.uuid(),
  state: z.enum(taskStates),
  quote: z.string(),
  content: TaskContent,
  parentId: z.uuid().nullable(),
  unitPath: z.string(),
  directivePath: z.string(),
  issuerId: z.uuid(),
  issuerPath: z.string(),
  /** Has a part in it, issued it or a task above it, or oversees its units: may read what was reported. */
  knows: z.boolean(),
})
export type SeenTask = z.infer<typeof SeenTask>

/**
 * An issued task, when the office may see it. A task of a document: whoever may see the document. One that was broken
 * down: its own parties, whoever issued or leads a task above it, and who oversees its units – not everybody who
 * has the document, since ninety communes need not read each other's work.
 */
export function findSeenTask(db: Db, actor: Actor, id: string): Promise<SeenTask | undefined> {
  const me = sql`${actor.bodyId}::uuid`
  const oversees = actor.permissions.has('directives.oversee')
    ? sql`(t.unit_path <@ any (${paths(actor)}) or t.audience <@ any (${paths(actor)}))`
    : sql`false`
  const takesPart = sql`exists (select from task_parts p where p.task_id = t.id and ${me} in (p.body_id, p.issuer_id))`
  const standsAbove = sql`exists (
    with recursive above (id) as (
      select t.parent_id union
      select p.parent_id from task_parts p join above on p.task_id = above.id where p.parent_id is not null)
    select from above join task_parts q on q.task_id = above.id
    where q.issuer_id = ${me} or (q.part = 'lead' and q.body_id = ${me}))`
  const knows = sql`(${takesPart} or ${standsAbove} or ${oversees})`
  return db.maybeOne(
    SeenTask,
    sql`
    select t.id, t.directive_id, t.state, t.quote, t.content, t.parent_id, t.unit_path::text as unit_path,
      d.unit_path::text as directive_path, i.issuer_id, b.unit_path::text as issuer_path, ${knows} as knows
    from tasks t join directives d on d.id = t.directive_id
    join lateral (select issuer_id from task_parts p where p.task_id = t.id limit 1) i on true
    join bodies b on b.id = i.issuer_id
    where t.id = ${id} and t.state in ('issued', 'withdrawn')
      and case when t.parent_id is null then ${visibleTo(actor)} else ${knows} end`,
  )
}
