import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import { newId } from '#platform/server/chance.ts'
import type { Db } from '#platform/server/db.ts'
import { announce } from '#platform/server/live.ts'
import { problem } from '#platform/server/problem.ts'
import type { SupersedeDirective } from '../domain/index.ts'
import { mustSee } from './access.ts'
import { recordAct } from './act-store.ts'
import { findDirective } from './store.ts'
import * as store from './supersede-store.ts'
import { listTasks } from './task-store.ts'

async function mustFollowUp(tx: Db, actor: Actor, id: string) {
  const directive = await mustSee(tx, actor, id)
  if (directive.bodyId !== actor.bodyId) throw problem.forbidden({ action: 'tasks.follow-up' })
  return directive
}

/**
 * The office that issued the older document says that a later one takes its place, as a whole or for single tasks. Both
 * must have been issued; what was done stays done, what was owed is no longer asked for.
 */
export async function supersede(tx: Db, actor: Actor, id: string, input: SupersedeDirective) {
  const old = await mustFollowUp(tx, actor, id)
  const by = await findDirective(tx, actor, input.by)
  if (!by || by.id === id) {
    const expected = 'một văn bản khác mà bạn được xem'
    throw problem.invalid({ where: 'by', issues: [{ path: 'by', found: input.by, expected }] })
  }
  for (const { state } of [old, by])
    if (state !== 'issued') throw problem.illegalMove({ what: 'directive', from: state, event: 'supersede' })
  const tasks = await listTasks(tx, id)
  const missing = input.tasks?.find((taskId) => !tasks.some((t) => t.id === taskId && t.state === 'issued'))
  if (missing) throw problem.notFound({ what: 'task', id: missing })
  const before = await store.listSupersededBy(tx, actor, id)
  const wanted: (string | null)[] = input.tasks ?? [null]
  if (before.some((link) => link.taskId === null || wanted.includes(link.taskId)))
    throw problem.duplicate({ what: 'supersession', field: 'văn bản hoặc nhiệm vụ' })
  const rows = wanted.map((taskId, i) => ({ id: i === 0 ? input.id : newId(), taskId }))
  await store.insertSupersessions(tx, rows, {
    oldId: id,
    newId: by.id,
    reason: input.reason,
    by: actor.accountId,
  })
  const ended = await store.supersedeParts(tx, id, input.tasks ?? null)
  const concerned = tasks.filter((t) => t.state === 'issued' && (!input.tasks || input.tasks.includes(t.id)))
  const details = { by: by.id, number: by.number }
  for (const task of concerned)
    await recordAct(tx, actor, task.id, { kind: 'superseded', text: input.reason, details })
  await recordAudit(tx, actor, 'directive.superseded', id, { ...details, tasks: input.tasks ?? 'all', ended })
  await announce(tx, 'tasks', old.unitPath)
  return { tasks: concerned.length }
}

/** A supersession that was a mistake: each task stands again where it stood. */
export async function endSupersession(
  tx: Db,
  actor: Actor,
  id: string,
  supersessionId: string,
  reason: string,
) {
  await mustFollowUp(tx, actor, id)
  const link = await store.findSupersession(tx, actor, supersessionId)
  if (!link || link.oldDirectiveId !== id)
    throw problem.notFound({ what: 'supersession', id: supersessionId })
  if (!(await store.endSupersession(tx, link.id)))
    throw problem.stale({ what: 'supersession', expected: 1, actual: 2 })
  await store.reinstateParts(tx, id, link.taskId ? [link.taskId] : null)
  const tasks = (await listTasks(tx, id)).filter(
    (t) => t.state === 'issued' && (!link.taskId || t.id === link.taskId),
  )
  for (const task of tasks) await recordAct(tx, actor, task.id, { kind: 'reinstated', text: reason })
  await recordAudit(tx, actor, 'directive.reinstated', id, { supersessionId, reason })
  return { tasks: tasks.length }
}
