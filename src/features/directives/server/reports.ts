import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import { decide } from '#lib/lifecycle/index.ts'
import {
  deadlineInForce,
  type PartState,
  type ReopenPart,
  type ReportEvent,
  reportLifecycle,
  type ReportTask,
  type TaskReport,
} from '../domain/index.ts'
import { recordAct } from './act-store.ts'
import { listGrants } from './extension-store.ts'
import {
  alignOtherParts,
  findPart,
  listPartyPaths,
  lockParts,
  type PartRow,
  savePart,
  standingOn,
} from './part-store.ts'
import * as store from './report-store.ts'
import { mustBeSeen, mustDecide, mustHavePart, mustMovePart, mustTakeTask, raced } from './standing.ts'
import { findSeenTask, type SeenTask } from './standing-store.ts'

/** A lead body reports progress, or that it is done; the report waits for the office that issued the task. */
export async function reportTask(tx: Db, actor: Actor, taskId: string, input: ReportTask, today: string) {
  const task = await mustTakeTask(tx, actor, taskId)
  const row = await mustHavePart(tx, actor, task, 'lead')
  const to = mustMovePart(row, 'report', 'lead')
  return keepReport(tx, actor, task, row, { input, to, part: 'lead', today })
}

/** A coordinating body says what it did; the lead and the issuer read it, nobody has to accept it. */
export async function confirmPart(tx: Db, actor: Actor, taskId: string, input: ReportTask, today: string) {
  const task = await mustTakeTask(tx, actor, taskId)
  // Who leads reports; the lead’s own part is not confirmed.
  if (await findPart(tx, task.id, actor.bodyId, 'lead'))
    throw problem.illegalMove({ what: 'part', from: 'lead', event: 'confirm' })
  const row = await mustHavePart(tx, actor, task, 'coordinate')
  if (row.state === 'withdrawn' || row.state === 'superseded')
    throw problem.illegalMove({ what: 'part', from: row.state, event: 'report' })
  const to = input.doneOn ? 'accepted' : 'open'
  return keepReport(tx, actor, task, row, { input, to, part: 'coordinate', today })
}

async function keepReport(
  tx: Db,
  actor: Actor,
  task: SeenTask,
  row: PartRow,
  how: { input: ReportTask; to: PartState; part: 'lead' | 'coordinate'; today: string },
) {
  const { input, to, part, today } = how
  mustBeSeen('part', row, input.version, standingOn(row, today))
  if (input.doneOn && input.doneOn > today) {
    throw problem.invalid({
      where: 'doneOn',
      issues: [
        { path: 'doneOn', found: input.doneOn, expected: `ngày hoàn thành không sau hôm nay (${today})` },
      ],
    })
  }
  await store.replaceReports(tx, task.id, actor.bodyId)
  const audience = await listPartyPaths(tx, task.id)
  const { accountId, bodyId, unitPath } = actor
  await store.insertReport(tx, task.id, input, { bodyId, accountId, unitPath, audience, part })
  const attached = await store.attachEvidence(tx, input.id, task.id, accountId, input.evidence)
  if (attached !== new Set(input.evidence).size) {
    throw problem.invalid({
      where: 'evidence',
      issues: [
        {
          path: 'evidence',
          found: `${attached} tệp`,
          expected: 'những tệp bạn vừa gửi cho chính nhiệm vụ này',
        },
      ],
    })
  }
  const saved = await savePart(tx, task.id, row, {
    state: to,
    doneOn: input.doneOn,
    dueOn: await dueOnThatDay(tx, task.id, row, input.doneOn ?? today),
    percent: input.percent ?? (input.doneOn ? 100 : row.percent),
    reported: true,
  })
  if (!saved) throw raced('part', row)
  await recordAct(tx, actor, task.id, {
    kind: part === 'lead' ? 'reported' : 'confirmed',
    bodyId: actor.bodyId,
    text: input.text,
    details: {
      reportId: input.id,
      percent: input.percent,
      figure: input.figure,
      doneOn: input.doneOn,
      evidence: input.evidence.length,
    },
  })
  return answer(tx, task.id, await store.getReport(tx, input.id), today)
}

async function dueOnThatDay(tx: Db, taskId: string, row: PartRow, on: string) {
  return deadlineInForce(row.originalDueOn, await listGrants(tx, taskId, row.bodyId), on)
}

async function answer(tx: Db, taskId: string, report: TaskReport, today: string) {
  const row = (await findPart(tx, taskId, report.bodyId, report.part))!
  return { report, part: standingOn(row, today) }
}

/** A report that says “done” ends the body’s part; one of progress is taken to the file and leaves it open. */
export function acceptReport(
  tx: Db,
  actor: Actor,
  id: string,
  input: { version: number; note: string },
  today: string,
) {
  return settle(tx, actor, id, { event: 'accept', version: input.version, words: input.note, today })
}

export function returnReport(
  tx: Db,
  actor: Actor,
  id: string,
  input: { version: number; reason: string },
  today: string,
) {
  return settle(tx, actor, id, { event: 'return', version: input.version, words: input.reason, today })
}

async function settle(
  tx: Db,
  actor: Actor,
  id: string,
  how: { event: 'accept' | 'return'; version: number; words: string; today: string },
) {
  const { report, task } = await mustSeeReport(tx, actor, id)
  mustDecide(actor, task)
  mustBeSeen('report', report, how.version)
  const state = mustMoveReport(report, how.event)
  const row = (await findPart(tx, task.id, report.bodyId, 'lead'))!
  const event = how.event === 'return' ? 'return' : report.doneOn ? 'accept' : 'note'
  const to = mustMovePart(row, event, 'issuer')
  const doneOn = event === 'accept' ? report.doneOn : null
  const decision = { state, by: actor.accountId, reason: how.words || null }
  if (!(await store.decideReport(tx, report, decision))) throw raced('report', report)
  const dueOn = await dueOnThatDay(tx, task.id, row, doneOn ?? how.today)
  const change = { state: to, doneOn, dueOn, percent: row.percent, reported: false }
  if (!(await savePart(tx, task.id, row, change))) throw raced('part', row)
  await alignOtherParts(tx, task.id)
  await recordAct(tx, actor, task.id, {
    kind: event === 'accept' ? 'accepted' : event === 'note' ? 'noted' : 'returned',
    bodyId: report.bodyId,
    text: how.words,
    details: { reportId: id, doneOn },
  })
  return answer(tx, task.id, await store.getReport(tx, id), how.today)
}

/** An acceptance that was a mistake: the part is returned, with the reason, and stands open again. */
export async function reopenPart(tx: Db, actor: Actor, taskId: string, input: ReopenPart, today: string) {
  const task = await mustTakeTask(tx, actor, taskId)
  mustDecide(actor, task)
  const row = await findPart(tx, task.id, input.bodyId, 'lead')
  if (!row) throw problem.notFound({ what: 'part', id: input.bodyId })
  mustBeSeen('part', row, input.version, standingOn(row, today))
  const state = mustMovePart(row, 'reopen', 'issuer')
  const dueOn = await dueOnThatDay(tx, task.id, row, today)
  const change = { state, doneOn: null, dueOn, percent: row.percent, reported: false }
  if (!(await savePart(tx, task.id, row, change))) throw raced('part', row)
  await store.returnAcceptedReports(tx, task.id, input.bodyId, actor.accountId, input.reason)
  await alignOtherParts(tx, task.id)
  await recordAct(tx, actor, task.id, { kind: 'reopened', bodyId: input.bodyId, text: input.reason })
  return { part: standingOn((await findPart(tx, task.id, input.bodyId, 'lead'))!, today) }
}

async function mustSeeReport(tx: Db, actor: Actor, id: string) {
  const known = await store.findReport(tx, id)
  const task = known && (await findSeenTask(tx, actor, known.taskId))
  if (!task?.knows) throw problem.notFound({ what: 'report', id })
  await lockParts(tx, task.id)
  return { report: await store.getReport(tx, id), task }
}

function mustMoveReport(report: TaskReport, event: ReportEvent) {
  const decision = decide(reportLifecycle, report.state, event, 'issuer')
  if (!decision.ok) throw problem.illegalMove({ what: 'report', from: report.state, event })
  return decision.to
}
