import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import { decide } from '#lib/lifecycle/index.ts'
import {
  type AskExtension,
  deadlineInForce,
  type ExtensionEvent,
  extensionLifecycle,
  type GrantExtension,
  type TaskExtension,
} from '../domain/index.ts'
import { recordAct } from './act-store.ts'
import * as store from './extension-store.ts'
import { alignOtherParts, findPart, listPartyPaths, lockParts, savePart, standingOn } from './part-store.ts'
import { mustBeSeen, mustDecide, mustHavePart, mustTakeTask, raced } from './standing.ts'
import { findSeenTask } from './standing-store.ts'

/** A lead body asks for a later last day, once at a time and only while it still owes the task. */
export async function askExtension(tx: Db, actor: Actor, taskId: string, input: AskExtension, today: string) {
  const task = await mustTakeTask(tx, actor, taskId)
  const row = await mustHavePart(tx, actor, task, 'lead')
  if (!['open', 'returned', 'reported'].includes(row.state))
    throw problem.illegalMove({ what: 'part', from: row.state, event: 'extend' })
  mustBeLater('dueAsked', input.dueAsked, row.dueOn, today)
  if (await store.findAskedExtension(tx, task.id, actor.bodyId))
    throw problem.duplicate({ what: 'extension', field: 'nhiệm vụ đang chờ quyết định' })
  await store.insertExtension(tx, {
    id: input.id,
    taskId: task.id,
    bodyId: actor.bodyId,
    unitPath: actor.unitPath,
    audience: await listPartyPaths(tx, task.id),
    dueBefore: row.dueOn,
    dueAsked: input.dueAsked,
    reason: input.reason,
    askedBy: actor.accountId,
  })
  await recordAct(tx, actor, task.id, {
    kind: 'extension-asked',
    bodyId: actor.bodyId,
    text: input.reason,
    details: { extensionId: input.id, dueBefore: row.dueOn, dueAsked: input.dueAsked },
  })
  return { extension: (await store.findExtension(tx, input.id))!, part: standingOn(row, today) }
}

function mustBeLater(where: string, day: string, dueOn: string | null, today: string) {
  if (day >= today && (!dueOn || day > dueOn)) return
  const expected = `ngày sau thời hạn hiện hành${dueOn ? ` (${dueOn})` : ''} và không trước hôm nay (${today})`
  throw problem.invalid({ where, issues: [{ path: where, found: day, expected }] })
}

/** Two officers never both decide one: the second sees what the first decided. */
export async function grantExtension(tx: Db, actor: Actor, id: string, input: GrantExtension, today: string) {
  const { extension, task } = await mustSettle(tx, actor, id, 'grant', input.version)
  const dueGranted = input.dueGranted ?? extension.dueAsked
  mustBeLater('dueGranted', dueGranted, extension.dueBefore, today)
  if (task.parentId && !input.note) {
    const above = await findPart(tx, task.parentId, task.issuerId, 'lead')
    if (above?.dueOn && dueGranted > above.dueOn) {
      throw problem.incomplete({
        issues: [
          {
            path: 'note',
            found: '',
            expected: `lý do, vì ngày ${dueGranted} sau thời hạn ${above.dueOn} của nhiệm vụ cấp trên`,
          },
        ],
      })
    }
  }
  const decision = {
    state: 'granted' as const,
    dueGranted,
    by: actor.accountId,
    on: today,
    reason: input.note || null,
  }
  if (!(await store.decideExtension(tx, id, input.version, decision))) throw raced('extension', extension)
  await moveDeadline(tx, extension, today)
  return settled(tx, actor, extension, { kind: 'extension-granted', text: input.note, dueGranted }, today)
}

export async function refuseExtension(
  tx: Db,
  actor: Actor,
  id: string,
  input: { version: number; reason: string },
  today: string,
) {
  const { extension } = await mustSettle(tx, actor, id, 'refuse', input.version)
  const decision = {
    state: 'refused' as const,
    dueGranted: null,
    by: actor.accountId,
    on: today,
    reason: input.reason,
  }
  if (!(await store.decideExtension(tx, id, input.version, decision))) throw raced('extension', extension)
  return settled(tx, actor, extension, { kind: 'extension-refused', text: input.reason }, today)
}

export async function takeBackExtension(tx: Db, actor: Actor, id: string, version: number, today: string) {
  const { extension } = await mustSettle(tx, actor, id, 'take-back', version)
  const decision = {
    state: 'taken-back' as const,
    dueGranted: null,
    by: actor.accountId,
    on: today,
    reason: null,
  }
  if (!(await store.decideExtension(tx, id, version, decision))) throw raced('extension', extension)
  return settled(tx, actor, extension, { kind: 'extension-taken-back', text: '' }, today)
}

async function mustSettle(tx: Db, actor: Actor, id: string, event: ExtensionEvent, version: number) {
  const known = await store.findExtension(tx, id)
  const task = known && (await findSeenTask(tx, actor, known.taskId))
  if (!task?.knows) throw problem.notFound({ what: 'extension', id })
  await lockParts(tx, task.id)
  const extension = (await store.findExtension(tx, id))!
  const role = event === 'take-back' ? 'lead' : 'issuer'
  if (role === 'issuer') mustDecide(actor, task)
  else if (extension.bodyId !== actor.bodyId) throw problem.forbidden({ action: 'tasks.report' })
  mustBeSeen('extension', extension, version)
  const decision = decide(extensionLifecycle, extension.state, event, role)
  if (!decision.ok) throw problem.illegalMove({ what: 'extension', from: extension.state, event })
  return { extension, task }
}

/** The day in force moves; a completion that was already named is judged by what was in force on that day. */
async function moveDeadline(tx: Db, extension: TaskExtension, today: string) {
  const row = (await findPart(tx, extension.taskId, extension.bodyId, 'lead'))!
  const grants = await store.listGrants(tx, extension.taskId, extension.bodyId)
  const dueOn = deadlineInForce(row.originalDueOn, grants, row.doneOn ?? today)
  const { state, doneOn, percent } = row
  if (!(await savePart(tx, extension.taskId, row, { state, doneOn, dueOn, percent, reported: false })))
    throw raced('part', row)
  await alignOtherParts(tx, extension.taskId)
}

async function settled(
  tx: Db,
  actor: Actor,
  { id, taskId, bodyId }: TaskExtension,
  act: {
    kind: 'extension-granted' | 'extension-refused' | 'extension-taken-back'
    text: string
    dueGranted?: string
  },
  today: string,
) {
  await recordAct(tx, actor, taskId, {
    kind: act.kind,
    bodyId,
    text: act.text,
    details: { extensionId: id, ...(act.dueGranted && { dueGranted: act.dueGranted }) },
  })
  const part = standingOn((await findPart(tx, taskId, bodyId, 'lead'))!, today)
  return { extension: (await store.findExtension(tx, id))!, part }
}
