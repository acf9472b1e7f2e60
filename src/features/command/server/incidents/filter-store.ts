import { z } from 'zod'

import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { IncidentCounts, type ListIncidents, nearMinutes } from '../../domain/index.ts'
import { type Filter, visibleTo } from './store.ts'

const isOpen = sql`i.state not in ('resolved', 'merged')`

function boxOf(actor: Actor, box: ListIncidents['box']) {
  const own = sql`${actor.bodyId}::uuid`
  const boxes = {
    desk: sql`(i.desk_body_id = ${own} or i.above_body_id = ${own})`,
    assigned: sql`i.assigned_body_id = ${own}`,
    reported: sql`i.reporter_body_id = ${own}`,
    all: sql`true`,
  }
  return sql`${visibleTo(actor)} and ${boxes[box]}`
}

function standingsAt(actor: Actor, now: string) {
  const at = sql`${now}::timestamptz`
  return {
    new: sql`i.state = 'new'`,
    unassigned: sql`i.state in ('new', 'triaged')`,
    near: sql`(i.limit_at >= ${at} and i.limit_at <= ${at} + make_interval(mins => ${nearMinutes}))`,
    overdue: sql`i.limit_at < ${at}`,
    escalated: sql`(i.state = 'escalated' and i.above_body_id = ${actor.bodyId}::uuid)`,
    open: isOpen,
    closed: sql`not (${isOpen})`,
  }
}

/** What stands first is what somebody must act on first: open, urgent, with the nearest limit. */
const orders = {
  urgency: sql`(${isOpen}) desc, i.urgency desc, i.limit_at nulls last, i.arrived_at desc, i.id`,
  limitAt: sql`i.limit_at nulls last, i.id`,
  '-limitAt': sql`i.limit_at desc nulls last, i.id`,
  '-arrivedAt': sql`i.arrived_at desc, i.id`,
  arrivedAt: sql`i.arrived_at, i.id`,
}

export function filterOf(
  actor: Actor,
  list: Omit<ListIncidents, 'page' | 'size'>,
  now: string,
  page: { limit: number; offset: number },
): Filter {
  const q = list.q?.replace(/^#/, '') ?? ''
  const like = sql`'%' || replace(replace(replace(folded(${q}::text), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`
  const number = /^[0-9]{1,9}$/.test(q) ? sql`or i.number = ${Number(q)}` : sql``
  const conditions = [
    boxOf(actor, list.box),
    list.is ? standingsAt(actor, now)[list.is] : sql`true`,
    list.state ? sql`i.state = ${list.state}` : sql`true`,
    list.kind ? sql`i.kind = ${list.kind}` : sql`true`,
    list.urgency ? sql`i.urgency = ${list.urgency}` : sql`true`,
    list.unit ? sql`i.unit_path <@ (select path from units where id = ${list.unit})` : sql`true`,
    q ? sql`(i.search like ${like} ${number})` : sql`true`,
  ]
  return { where: sql.join(conditions, sql` and `), order: orders[list.sort], ...page }
}

/** How many there are in each standing, over one box of what the office may see. */
export function countIncidentsIn(
  db: Db,
  actor: Actor,
  box: ListIncidents['box'],
  now: string,
): Promise<z.infer<typeof IncidentCounts>> {
  const is = standingsAt(actor, now)
  return db.one(
    IncidentCounts,
    sql`select count(*) as open, count(*) filter (where ${is.new}) as new, count(*) filter (where ${is.unassigned}) as unassigned,
          count(*) filter (where ${is.near}) as near, count(*) filter (where ${is.overdue}) as overdue,
          count(*) filter (where ${is.escalated}) as escalated, count(*) filter (where i.urgency = 'urgent') as urgent
        from incidents i where ${isOpen} and ${boxOf(actor, box)}`,
  )
}
