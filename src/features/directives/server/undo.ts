import { z } from 'zod'

import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import { DocumentContent, Task } from '../domain/index.ts'
import { mustDraft } from './access.ts'
import type { EditedAnswer } from './edits.ts'
import { bodiesIn } from './proposals.ts'
import { indexDirective } from './search-store.ts'
import * as store from './store.ts'
import { findTask, saveTask } from './task-store.ts'

const TaskEdit = z.object({ before: z.array(Task), after: z.object({ tasks: z.array(Task) }) })
const DocumentEdit = z.object({ before: DocumentContent, after: z.object({ document: DocumentContent }) })

/**
 * Takes one edit back, if nobody has touched since what it changed. Tasks it made are set aside as replaced, tasks it
 * replaced or changed stand again as they were. The edit itself stays in the history, marked as undone.
 */
export async function undoEdit(tx: Db, actor: Actor, id: string, editId: string): Promise<EditedAnswer> {
  const directive = await mustDraft(tx, actor, id)
  if (directive.state !== 'draft')
    throw problem.illegalMove({ what: 'directive', from: directive.state, event: 'undo' })
  const edit = await store.findEdit(tx, id, editId)
  if (!edit) throw problem.notFound({ what: 'edit', id: editId })
  if ((await store.markUndone(tx, editId)) === 0)
    throw problem.stale({ what: 'edit', expected: 0, actual: 1 })
  await recordAudit(tx, actor, 'directive.edit-undone', id, { editId, kind: edit.kind })
  if (edit.kind === 'document-edited') return undoDocument(tx, directive, DocumentEdit.parse(edit))
  const versions = await store.bumpRevision(tx, id)
  if (!versions) throw problem.illegalMove({ what: 'directive', from: directive.state, event: 'undo' })
  const tasks = await undoTasks(tx, id, TaskEdit.parse(edit))
  return {
    editId: null,
    ...versions,
    tasks,
    document: null,
    bodies: await store.listBodyLabels(tx, bodiesIn(null, tasks)),
  }
}

async function undoDocument(
  tx: Db,
  directive: store.DirectiveRow,
  edit: z.infer<typeof DocumentEdit>,
): Promise<EditedAnswer> {
  if (JSON.stringify(directive.document) !== JSON.stringify(edit.after.document)) {
    throw problem.stale({
      what: 'directive',
      expected: directive.version,
      actual: directive.version,
      current: directive.document,
    })
  }
  const saved = await store.saveDocument(tx, directive.id, directive.version, edit.before)
  if (!saved)
    throw problem.stale({ what: 'directive', expected: directive.version, actual: directive.version + 1 })
  await indexDirective(tx, directive.id)
  const bodies = await store.listBodyLabels(tx, bodiesIn(edit.before, []))
  return { editId: null, ...saved, tasks: [], document: edit.before, bodies }
}

async function undoTasks(tx: Db, directiveId: string, edit: z.infer<typeof TaskEdit>): Promise<Task[]> {
  const before = new Map(edit.before.map((task) => [task.id, task]))
  const changed: Task[] = []
  for (const after of edit.after.tasks) {
    const current = await findTask(tx, directiveId, after.id)
    const back = before.get(after.id) ?? { ...after, state: 'replaced' as const }
    const saved =
      current && sameSubstance(current, after) && (await saveTask(tx, { ...back, version: current.version }))
    if (!saved) {
      throw problem.stale({ what: 'task', expected: after.version, actual: current?.version ?? 0, current })
    }
    changed.push(saved)
  }
  return changed
}

/** Nobody has touched it since, or whoever did has taken that back: versions only grow, what counts is what it says. */
function sameSubstance(a: Task, b: Task): boolean {
  const substance = ({ content, state, span, position, reviewed }: Task) =>
    JSON.stringify([content, state, span, position, reviewed])
  return substance(a) === substance(b)
}
