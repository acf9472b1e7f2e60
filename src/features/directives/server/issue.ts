import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import type { Db } from '#platform/server/db.ts'
import { widenFileAudience } from '#platform/server/files.ts'
import { announce } from '#platform/server/live.ts'
import { problem } from '#platform/server/problem.ts'
import { bodiesOf, checkIssue, taskBodies } from '../domain/index.ts'
import { mustDraft, mustMove } from './access.ts'
import type { EditedAnswer } from './edits.ts'
import { openParts } from './part-store.ts'
import { indexDirective } from './search-store.ts'
import * as store from './store.ts'
import { addTaskBodies, issueTasks, listTasks } from './task-store.ts'

export async function checkBeforeIssue(tx: Db, actor: Actor, id: string) {
  const directive = await mustDraft(tx, actor, id)
  return checkIssue(directive.document, await listTasks(tx, id))
}

/**
 * Issues the register: every body of “Nơi nhận” gets the document, every body of a task gets the task in its inbox.
 * One transaction: it is issued to all of them or to none.
 */
export async function issueDirective(
  tx: Db,
  actor: Actor,
  id: string,
  version: number,
): Promise<EditedAnswer> {
  const directive = await mustDraft(tx, actor, id)
  const to = mustMove(directive, 'issue')
  const tasks = await listTasks(tx, id)
  const check = checkIssue(directive.document, tasks)
  if (!check.ready) {
    throw problem.incomplete({
      issues: check.blocking.map((b) => ({ path: b.taskId ?? 'document', found: '', expected: b.message })),
    })
  }
  const open = tasks.filter((t) => t.state === 'proposed')
  const pairs = open.flatMap((t) => taskBodies(t).map((p) => ({ ...p, taskId: t.id })))
  const recipients = [...bodiesOf(directive.document.recipients)]
  const viaTask = [...new Set(pairs.map((p) => p.bodyId))]
  const paths = await store.listBodyPaths(tx, [...new Set([...recipients, ...viaTask])])
  const audience = [...new Set(paths.map((b) => b.unitPath))].sort()
  const moved = await store.moveDirective(tx, id, version, to, { by: actor.accountId, audience })
  if (!moved) throw problem.stale({ what: 'directive', expected: version, actual: directive.version })
  await issueTasks(tx, id, audience)
  await widenFileAudience(tx, directive.fileId, audience)
  await store.addRecipients(tx, id, recipients, 'recipients')
  await store.addRecipients(tx, id, viaTask, 'task')
  await addTaskBodies(tx, id, pairs)
  await openParts(tx, id)
  await indexDirective(tx, id)
  await announce(tx, 'tasks', directive.unitPath, ...audience)
  await recordAudit(tx, actor, 'directive.issued', id, {
    number: directive.document.number,
    tasks: open.length,
    recipients: recipients.length,
    bodiesWithTasks: viaTask.length,
  })
  return { editId: null, ...moved, tasks: await listTasks(tx, id), document: null, bodies: [] }
}
