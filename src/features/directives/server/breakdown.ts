import type { Actor } from '#platform/server/actor.ts'
import { newId } from '#platform/server/chance.ts'
import type { Db } from '#platform/server/db.ts'
import { enterScope } from '#platform/server/edge.ts'
import { problem } from '#platform/server/problem.ts'
import type { AssignTask, Receivers, RollUp, TaskContent } from '../domain/index.ts'
import { recordAct } from './act-store.ts'
import { copyBindings } from './binding-store.ts'
import * as store from './breakdown-store.ts'
import { findPart, type PartRow, standingOn } from './part-store.ts'
import {
  mustBeSeen,
  mustDecide,
  mustHavePart,
  mustMovePart,
  mustSeeTask,
  mustTakeTask,
  raced,
} from './standing.ts'
import type { SeenTask } from './standing-store.ts'
import { addRecipients } from './store.ts'

/** Who would get it: asked before the act, so that “all 91 communes but two” is seen as names. */
export async function listReceivers(tx: Db, actor: Actor, taskId: string, who: Receivers, today: string) {
  const task = await mustSeeTask(tx, actor, taskId)
  await mustHavePart(tx, actor, task, 'lead', 'tasks.assign')
  const found = await store.listReceivers(tx, { taskId, ...actor }, who, today)
  return {
    rows: found.filter((r) => r.inside && r.bodyId !== actor.bodyId),
    outside: found.filter((r) => !r.inside),
  }
}

/**
 * “Cụ thể hóa”: a lead body gives one sentence and one deadline to many bodies below it, in one act. Each gets a task of
 * its own, follows it up with its own reports, and may break it down again.
 */
export async function assignTask(tx: Db, actor: Actor, taskId: string, input: AssignTask, today: string) {
  const task = await mustTakeTask(tx, actor, taskId)
  const row = await mustHavePart(tx, actor, task, 'lead', 'tasks.assign')
  if (!['open', 'returned', 'reported'].includes(row.state))
    throw problem.illegalMove({ what: 'part', from: row.state, event: 'assign' })
  mustEndInTime(input, row, today)
  const found = await store.listReceivers(tx, { taskId, ...actor }, input.receivers, today)
  const outside = found.filter((r) => !r.inside || r.bodyId === actor.bodyId)
  if (outside.length > 0) throw problem.outsideJurisdiction({ names: outside.map((r) => r.name) })
  const receivers = found.filter((r) => !r.already)
  if (receivers.length === 0) {
    const expected =
      found.length > 0
        ? 'ít nhất một cơ quan chưa được giao việc này'
        : 'ít nhất một cơ quan ứng với lựa chọn'
    throw problem.invalid({ where: 'receivers', issues: [{ path: 'receivers', found: '', expected }] })
  }
  await giveOut(tx, actor, task, input, receivers)
  await recordAct(tx, actor, task.id, {
    kind: 'assigned',
    bodyId: actor.bodyId,
    text: input.quote,
    details: {
      assignmentId: input.id,
      total: receivers.length,
      dueOn: input.dueOn,
      lateReason: input.lateReason,
    },
  })
  const assignment = (await store.listAssignments(tx, task.id, today)).find((a) => a.id === input.id)!
  return { assignment, already: found.length - receivers.length }
}

function mustEndInTime({ dueOn, lateReason }: AssignTask, row: PartRow, today: string) {
  if (dueOn && dueOn < today) {
    const expected = `không trước hôm nay (${today})`
    throw problem.invalid({ where: 'dueOn', issues: [{ path: 'dueOn', found: dueOn, expected }] })
  }
  if (!row.dueOn || (dueOn && dueOn <= row.dueOn) || lateReason) return
  const expected = `thời hạn không sau ${row.dueOn} (thời hạn của chính nhiệm vụ này), hoặc nêu lý do giao muộn hơn`
  throw problem.incomplete({ issues: [{ path: 'lateReason', found: dueOn ?? '', expected }] })
}

async function giveOut(
  tx: Db,
  actor: Actor,
  task: SeenTask,
  input: AssignTask,
  receivers: readonly store.Receiver[],
) {
  const lateReason = input.lateReason || null
  await store.insertAssignment(tx, {
    id: input.id,
    taskId: task.id,
    bodyId: actor.bodyId,
    unitPath: actor.unitPath,
    quote: input.quote,
    dueOn: input.dueOn,
    lateReason,
    receivers: input.receivers,
    total: receivers.length,
    createdBy: actor.accountId,
  })
  const children = receivers.map((receiver) => ({
    id: newId(),
    bodyId: receiver.bodyId,
    unitPath: receiver.unitPath,
    unitId: receiver.unitId,
    content: contentFor(task, input, receiver),
  }))
  await store.insertChildren(
    tx,
    {
      assignmentId: input.id,
      taskId: task.id,
      directiveId: task.directiveId,
      issuerId: actor.bodyId,
      unitPath: actor.unitPath,
      quote: input.quote,
      dueOn: input.dueOn,
    },
    children,
  )
  await addRecipients(
    tx,
    task.directiveId,
    receivers.map((r) => r.bodyId),
    'task',
  )
  await copyBindings(tx, task.id, input.targets, children, { by: actor.accountId, byDay: input.dueOn })
  const paths = [...new Set(receivers.map((r) => r.unitPath))]
  // The document belongs to the body that issued it, often above this one: its audience is widened in its own scope.
  await enterScope(tx, [task.directivePath, task.unitPath], 'read write')
  await store.passOnDirective(tx, task.directiveId, task.id, paths)
  await enterScope(tx, actor.scopes, 'read write')
}

function contentFor(task: SeenTask, input: AssignTask, receiver: store.Receiver): TaskContent {
  return {
    section: task.content.section,
    lead: [{ name: receiver.name, bodyIds: [receiver.bodyId], how: 'chosen' }],
    coordinate: [],
    reportTo: [],
    reportVia: [],
    directs: [],
    deadline: input.dueOn ? { text: '', kind: 'by', date: input.dueOn, start: null } : null,
    targets: input.targets.flatMap((i) => task.content.targets[i] ?? []),
    approval: null,
    softTime: [],
  }
}

/** Takes back one child task that nobody has reported on or broken down further. It stays in the history. */
export async function withdrawTask(
  tx: Db,
  actor: Actor,
  taskId: string,
  input: { version: number; reason: string },
  today: string,
) {
  const task = await mustTakeTask(tx, actor, taskId)
  mustDecide(actor, task)
  const bodyId = task.content.lead[0]?.bodyIds[0] ?? ''
  const row = task.parentId && (await findPart(tx, task.id, bodyId, 'lead'))
  // A sentence of a document is not taken back but superseded by a later document.
  if (!row) throw problem.illegalMove({ what: 'task', from: task.state, event: 'withdraw' })
  mustBeSeen('part', row, input.version, standingOn(row, today))
  mustMovePart(row, 'withdraw', 'issuer')
  if (row.reportedAt !== null || (await store.listAssignments(tx, task.id, today)).some((a) => a.total > 0))
    throw problem.illegalMove({ what: 'part', from: 'reported', event: 'withdraw' })
  if (!(await store.withdrawTasks(tx, [task.id]))) throw raced('part', row)
  await recordAct(tx, actor, task.id, { kind: 'withdrawn', bodyId, text: input.reason })
  return { part: standingOn((await findPart(tx, task.id, bodyId, 'lead'))!, today) }
}

/** The undo of a whole assignment: what nobody has reported on goes, the rest stays and is told. */
export async function withdrawAssignment(
  tx: Db,
  actor: Actor,
  taskId: string,
  assignmentId: string,
  reason: string,
  today: string,
) {
  const task = await mustTakeTask(tx, actor, taskId)
  const assignment = (await store.listAssignments(tx, task.id, today)).find((a) => a.id === assignmentId)
  if (!assignment) throw problem.notFound({ what: 'assignment', id: assignmentId })
  if (assignment.bodyId !== actor.bodyId) throw problem.forbidden({ action: 'tasks.assign' })
  const children = await store.listChildrenOf(tx, assignmentId)
  const open = children.filter((c) => c.open)
  const withdrawn = await store.withdrawTasks(
    tx,
    open.map((c) => c.taskId),
  )
  for (const child of open)
    await recordAct(tx, actor, child.taskId, { kind: 'withdrawn', bodyId: child.bodyId, text: reason })
  await recordAct(tx, actor, task.id, {
    kind: 'withdrawn',
    text: reason,
    details: { assignmentId, withdrawn, kept: children.length - withdrawn },
  })
  return { withdrawn, kept: children.length - withdrawn }
}

export async function rollUp(tx: Db, actor: Actor, taskId: string, today: string): Promise<RollUp> {
  const task = await mustSeeTask(tx, actor, taskId)
  const rows = await store.listRollUp(tx, task.id, today)
  const nation = rows.find((r) => !r.path.includes('.'))
  const { total = 0, done = 0, overdue = 0, waiting = 0 } = nation ?? {}
  return { today, total, done, overdue, waiting, units: rows.filter((r) => r !== nation) }
}
