import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { SupersessionLink } from '../domain/index.ts'
import { stillAsked } from './part-store.ts'
import { visibleTo } from './store.ts'

/** `other`: the document on the far side; its number and title only when the office may see it. */
function links(actor: Actor, other: 'old' | 'new') {
  const far = other === 'old' ? sql`s.old_directive_id` : sql`s.new_directive_id`
  return sql`
    select s.id, s.old_directive_id, s.new_directive_id, s.task_id, s.reason, s.created_at as at, a.person_name as by,
      exists (select from directives mine where mine.id = s.old_directive_id and mine.body_id = ${actor.bodyId}) as may_end,
      o.number, o.title, o.date
    from directive_supersessions s join accounts a on a.id = s.created_by
    left join lateral (select d.document ->> 'number' as number, d.document ->> 'title' as title, d.document ->> 'date' as date
      from directives d where d.id = ${far} and ${visibleTo(actor)}) as o on true
    where s.ended_at is null`
}

export function listSupersededBy(db: Db, actor: Actor, directiveId: string): Promise<SupersessionLink[]> {
  return db.all(
    SupersessionLink,
    sql`${links(actor, 'new')} and s.old_directive_id = ${directiveId} order by s.created_at, s.id`,
  )
}
export function listSupersedes(db: Db, actor: Actor, directiveId: string): Promise<SupersessionLink[]> {
  return db.all(
    SupersessionLink,
    sql`${links(actor, 'old')} and s.new_directive_id = ${directiveId} order by s.created_at, s.id`,
  )
}
/** What took the place of this task: of itself, or of its whole document. */
export function listTaskSupersessions(db: Db, actor: Actor, directiveId: string, taskId: string) {
  return db.all(
    SupersessionLink,
    sql`${links(actor, 'new')} and s.old_directive_id = ${directiveId} and (s.task_id is null or s.task_id = ${taskId}) order by s.created_at, s.id`,
  )
}

export async function insertSupersessions(
  tx: Db,
  rows: readonly { id: string; taskId: string | null }[],
  of: { oldId: string; newId: string; reason: string; by: string },
): Promise<void> {
  await tx.run(sql`
    insert into directive_supersessions (id, old_directive_id, new_directive_id, task_id, reason, created_by)
    select r.id, ${of.oldId}, ${of.newId}, r.task_id, ${of.reason}, ${of.by}
    from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.taskId)}::uuid[]) as r (id, task_id)`)
}

export function findSupersession(db: Db, actor: Actor, id: string): Promise<SupersessionLink | undefined> {
  return db.maybeOne(SupersessionLink, sql`${links(actor, 'new')} and s.id = ${id}`)
}

export function endSupersession(tx: Db, id: string): Promise<number> {
  return tx.run(
    sql`update directive_supersessions set ended_at = clock_timestamp() where id = ${id} and ended_at is null`,
  )
}

const family = (directiveId: string, taskIds: readonly string[] | null) => sql`
  with recursive given as (
    select p.task_id from task_parts p where p.directive_id = ${directiveId} and p.parent_id is null
      and ${taskIds ? sql`p.task_id = any (${[...taskIds]}::uuid[])` : sql`true`}
    union select p.task_id from task_parts p join given on p.parent_id = given.task_id)`

/** The tasks and everything broken down from them leave the lists of what is owed; what is done stays done. */
export function supersedeParts(
  tx: Db,
  directiveId: string,
  taskIds: readonly string[] | null,
): Promise<number> {
  return tx.run(sql`
    ${family(directiveId, taskIds)}
    update task_parts p set state = 'superseded', version = version + 1
    where p.task_id in (select task_id from given) and p.state <> 'accepted' and ${stillAsked}`)
}

/** Back to where each stood: a report that waits still waits, one that was sent back is still to be mended. */
export function reinstateParts(
  tx: Db,
  directiveId: string,
  taskIds: readonly string[] | null,
): Promise<number> {
  return tx.run(sql`
    ${family(directiveId, taskIds)}
    update task_parts p set version = version + 1, state = coalesce((
      select case r.state when 'submitted' then 'reported' when 'returned' then 'returned' else 'open' end
      from task_reports r where r.task_id = p.task_id and r.body_id = p.body_id and p.part = 'lead' and r.state <> 'replaced'
      order by r.created_at desc limit 1), 'open')
    where p.task_id in (select task_id from given) and p.state = 'superseded'
      and not exists (select from directive_supersessions s where s.old_directive_id = p.directive_id and s.ended_at is null
        and (s.task_id is null or s.task_id = p.task_id))`)
}
