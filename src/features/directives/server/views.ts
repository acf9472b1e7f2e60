import type { z } from 'zod'

import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import { type Directive, type IssuedTask, type Pulse } from '../domain/index.ts'
import { mayEdit, mustSee } from './access.ts'
import { bodiesIn } from './proposals.ts'
import { findSeenTask } from './standing-store.ts'
import * as store from './store.ts'
import { findTask, findTaskPlace, listTaskBodies, listTasks } from './task-store.ts'

export async function viewDirective(tx: Db, actor: Actor, id: string): Promise<Directive> {
  const row = await mustSee(tx, actor, id)
  const own = row.bodyId === actor.bodyId
  const tasks = (await listTasks(tx, id)).filter((t) => own || t.state === 'issued')
  const bodies = await store.listBodyLabels(tx, bodiesIn(row.document, tasks))
  return { ...row, tasks, bodies, mayEdit: mayEdit(actor, row) }
}

export async function viewPulse(tx: Db, actor: Actor, id: string): Promise<Pulse> {
  const pulse = await store.findPulse(tx, actor, id)
  if (!pulse) throw problem.notFound({ what: 'directive', id })
  return {
    ...pulse,
    editors: pulse.state === 'draft' ? await store.listEditors(tx, id, actor.accountId) : [],
  }
}

/** How much of the document is shown around a task's sentence. */
const around = 600

/** One issued task with the words it stands among. Whoever may see the document may see its tasks. */
export async function viewTask(tx: Db, actor: Actor, id: string): Promise<z.infer<typeof IssuedTask>> {
  const place = await findTaskPlace(tx, id)
  const directive = place && (await store.findDirective(tx, actor, place.directiveId))
  const task = directive && (await findTask(tx, directive.id, id))
  const issued = task?.state === 'issued' || task?.state === 'withdrawn'
  // What was broken down is seen by fewer than have the document (standing-store.ts).
  const visible = issued ? await findSeenTask(tx, actor, id) : directive?.bodyId === actor.bodyId
  if (!directive || !task || !visible) throw problem.notFound({ what: 'task', id })
  const summary = await store.findSummary(tx, actor, directive.id)
  if (!summary) throw problem.notFound({ what: 'task', id })
  const { text } = directive
  return {
    task,
    directive: summary,
    before: text.slice(Math.max(0, task.span.start - around), task.span.start),
    after: text.slice(task.span.end, task.span.end + around),
    bodies: await store.listBodyLabels(tx, bodiesIn(null, [task])),
    parts: await listTaskBodies(tx, id),
  }
}
