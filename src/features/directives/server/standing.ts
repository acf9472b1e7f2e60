import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import { decide } from '#lib/lifecycle/index.ts'
import { type PartEvent, partLifecycle, type PartRole, type PartState } from '../domain/index.ts'
import { findPart, lockParts, type PartRow } from './part-store.ts'
import { findSeenTask, type SeenTask } from './standing-store.ts'

export async function mustSeeTask(tx: Db, actor: Actor, id: string): Promise<SeenTask> {
  const task = await findSeenTask(tx, actor, id)
  if (!task) throw problem.notFound({ what: 'task', id })
  return task
}

/** The same before a write: whoever comes second waits, and then sees what the first did. */
export async function mustTakeTask(tx: Db, actor: Actor, id: string): Promise<SeenTask> {
  const task = await mustSeeTask(tx, actor, id)
  await lockParts(tx, id)
  return task
}

/** A report may be read by the parties, by whoever stands above them, and by who oversees their units. */
export async function mustKnowTask(tx: Db, actor: Actor, id: string): Promise<SeenTask> {
  const task = await mustSeeTask(tx, actor, id)
  if (!task.knows) throw problem.forbidden({ action: 'tasks.read-reports' })
  return task
}

/** One's own body's part of it; whoever has none may not report, ask for more time or break it down. */
export async function mustHavePart(
  tx: Db,
  actor: Actor,
  task: SeenTask,
  part: 'lead' | 'coordinate',
  action = 'tasks.report',
): Promise<PartRow> {
  const row = await findPart(tx, task.id, actor.bodyId, part)
  if (!row) throw problem.forbidden({ action })
  return row
}

/** The office of the body that issued the task (for a broken-down one: that assigned it), and nobody else. */
export const mayDecide = (actor: Actor, task: Pick<SeenTask, 'issuerId'>) =>
  actor.permissions.has('tasks.follow-up') && actor.bodyId === task.issuerId

export function mustDecide(actor: Actor, task: SeenTask): void {
  if (!mayDecide(actor, task)) throw problem.forbidden({ action: 'tasks.follow-up' })
}

export function mustMovePart(row: Pick<PartRow, 'state'>, event: PartEvent, role: PartRole): PartState {
  const decision = decide(partLifecycle, row.state, event, role)
  if (!decision.ok) throw problem.illegalMove({ what: 'part', from: row.state, event })
  return decision.to
}

export function mustBeSeen(
  what: string,
  record: { version: number },
  version: number,
  current: unknown = record,
) {
  if (record.version === version) return
  throw problem.stale({ what, expected: version, actual: record.version, current })
}

/** Someone was first between our reading and our writing. */
export function raced(what: string, record: { version: number }) {
  return problem.stale({ what, expected: record.version, actual: record.version + 1 })
}
