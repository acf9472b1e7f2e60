import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { type FollowPart, type TaskFollow, worstState } from '../domain/index.ts'
import { type Indicators, mayBind, viewTargets } from './bindings.ts'
import { listAssignments, listRollUp } from './breakdown-store.ts'
import { listExtensions } from './extension-store.ts'
import { findQuote, listParts, standingOn } from './part-store.ts'
import { listReports } from './report-store.ts'
import { mayDecide, mustSeeTask } from './standing.ts'
import type { SeenTask } from './standing-store.ts'
import { listBodyLabels } from './store.ts'
import { listTaskSupersessions } from './supersede-store.ts'

/** Everything about where a task stands. Who only has the document sees the parts, not what was reported. */
export async function viewFollow(
  tx: Db,
  actor: Actor,
  id: string,
  indicators: Indicators,
  today: string,
): Promise<TaskFollow> {
  const task = await mustSeeTask(tx, actor, id)
  const parts = (await listParts(tx, id)).map((row) => standingOn(row, today))
  const leads = parts.filter((p) => p.part === 'lead')
  const asked = leads.filter((p) => p.state !== 'withdrawn' && p.state !== 'superseded')
  const assignments = task.knows ? await listAssignments(tx, id, today) : []
  const targets = await viewTargets(tx, actor, task, indicators, today)
  const state = worstState(asked.map((p) => p.followState))
  const [issuer] = await listBodyLabels(tx, [task.issuerId])
  return {
    taskId: id,
    directiveId: task.directiveId,
    today,
    quote: task.quote,
    state,
    ended: state !== null ? null : leads.some((p) => p.state === 'superseded') ? 'superseded' : 'withdrawn',
    issuer: issuer!,
    may: await allowed(tx, actor, task, parts),
    parts,
    reports: task.knows ? await listReports(tx, id) : [],
    extensions: task.knows ? await listExtensions(tx, id) : [],
    targets,
    parent: await viewParent(tx, task, today),
    assignments,
    proposesDone:
      asked.some((p) => p.state !== 'accepted') && (await proposes(tx, task, targets, assignments, today)),
    supersededBy: await listTaskSupersessions(tx, actor, task.directiveId, id),
  }
}

async function allowed(
  tx: Db,
  actor: Actor,
  task: SeenTask,
  parts: readonly FollowPart[],
): Promise<TaskFollow['may']> {
  const own = (part: FollowPart['part']) => parts.find((p) => p.part === part && p.bodyId === actor.bodyId)
  const [lead, coordinate] = [own('lead'), own('coordinate')]
  const owes = lead !== undefined && ['open', 'reported', 'returned'].includes(lead.state)
  const reports = actor.permissions.has('tasks.report')
  const decide = mayDecide(actor, task)
  return {
    report: reports && owes,
    confirm: reports && coordinate !== undefined && !['withdrawn', 'superseded'].includes(coordinate.state),
    extend: reports && owes,
    assign: actor.permissions.has('tasks.assign') && owes,
    decide,
    remind: decide,
    bind: await mayBind(tx, actor, task),
    withdraw:
      decide &&
      task.parentId !== null &&
      parts.some((p) => p.part === 'lead' && p.state === 'open' && !p.reportedAt),
  }
}

async function viewParent(tx: Db, task: SeenTask, today: string): Promise<TaskFollow['parent']> {
  if (!task.parentId) return null
  const leads = (await listParts(tx, task.parentId)).filter((p) => p.part === 'lead')
  const quote = await findQuote(tx, task.parentId)
  const own = leads.find((p) => p.bodyId === task.issuerId)
  return {
    taskId: task.parentId,
    quote: quote ?? '',
    bodyNames: leads.map((p) => standingOn(p, today).bodyName),
    dueOn: own?.dueOn ?? null,
  }
}

/** What has been measured or reported below says it is done; the lead still reports it and the office accepts it. */
async function proposes(
  tx: Db,
  task: SeenTask,
  targets: TaskFollow['targets'],
  assignments: TaskFollow['assignments'],
  today: string,
) {
  if (targets.length > 0 && targets.every((t) => t.figure?.reached)) return true
  if (assignments.every((a) => a.total === 0)) return false
  const nation = (await listRollUp(tx, task.id, today)).find((r) => !r.path.includes('.'))
  return nation !== undefined && nation.total > 0 && nation.done === nation.total
}
