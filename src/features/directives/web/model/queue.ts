import { z } from 'zod'

import type { Directive, DocumentContent, Edited, Task } from '../../domain/index.ts'
import { applyAction, type EditAction, madeBy, subjectsOf } from './actions.ts'
import type { Difference } from './clash.ts'

/** The version of a subject that an edit was made upon: known, or whatever an earlier edit of this queue will make it. */
export interface Seen {
  subject: string
  version: number
  after: string | null
}

export type EditTrouble =
  | { kind: 'conflict'; differences: Difference[]; upon: Upon }
  | { kind: 'refused'; code: string; status: number; message: string }

/** The record somebody else left: its version, and the task or the document as it is now (unknown if not told). */
export interface Upon {
  subject: string
  version: number
  task: Task | null
  document: DocumentContent | null
}

/** An edit on its way. It stays until the server has answered, also over a closed browser. */
export interface PendingEdit {
  /** The request id: kept on every retry, so that an edit whose answer was lost is not done twice. */
  id: string
  /** The id it had at first; it stays when the edit is put upon a newer version. */
  origin: string
  directiveId: string
  madeAt: string
  action: EditAction
  seen: Seen[]
  /** What it touched as the officer saw it, to compare with what others did and to take it back. */
  base: { tasks: Task[]; document: DocumentContent | null }
  trouble: EditTrouble | null
  /** How often it was put on a newer version by itself. */
  moved: number
}

/** What is read back from the device is parsed like any other input; the server checks the action again. */
export const StoredEdit = z.looseObject({
  id: z.uuid(),
  origin: z.uuid(),
  directiveId: z.uuid(),
  madeAt: z.string(),
  action: z.looseObject({ kind: z.string() }),
  seen: z.array(z.object({ subject: z.string(), version: z.number(), after: z.string().nullable() })),
  base: z.looseObject({ tasks: z.array(z.unknown()) }),
  moved: z.number(),
})

/** What the officer sees: the server's document with every edit of the queue on it that is not in dispute. */
export function withPending(directive: Directive, queue: readonly PendingEdit[]): Directive {
  return queue
    .filter((edit) => !edit.trouble)
    .reduce((seen, edit) => applyAction(seen, edit.action), directive)
}

export function makeEdit(
  view: Directive,
  queue: readonly PendingEdit[],
  action: EditAction,
  given: { id: string; madeAt: string },
): PendingEdit {
  const subjects = subjectsOf(action)
  return {
    ...given,
    origin: given.id,
    directiveId: view.id,
    action,
    seen: subjects.map((subject) => seenOf(view, queue, subject)),
    base: {
      tasks: view.tasks.filter((task) => subjects.includes(task.id)),
      document: action.kind === 'edit-document' ? view.document : null,
    },
    trouble: null,
    moved: 0,
  }
}

function seenOf(view: Directive, queue: readonly PendingEdit[], subject: string): Seen {
  const earlier = queue.findLast(
    (edit) =>
      !edit.trouble && (subjectsOf(edit.action).includes(subject) || madeBy(edit.action).includes(subject)),
  )
  const version =
    subject === 'document' ? view.version : (view.tasks.find((task) => task.id === subject)?.version ?? 1)
  return { subject, version, after: earlier?.id ?? null }
}

/** The next edit to send: in the order they were made, none that waits for one in dispute. */
export function nextToSend(queue: readonly PendingEdit[]): PendingEdit | undefined {
  return queue.find(
    (edit) =>
      !edit.trouble &&
      edit.seen.every((seen) => seen.after === null || !queue.some((e) => e.id === seen.after)),
  )
}

/** Takes an answered edit out; edits that were made upon it now know the version they saw. */
export function answered(queue: readonly PendingEdit[], id: string, answer: Edited): PendingEdit[] {
  return queue
    .filter((edit) => edit.id !== id)
    .map((edit) => ({ ...edit, seen: edit.seen.map((seen) => resolved(seen, id, answer)) }))
}

function resolved(seen: Seen, id: string, answer: Edited): Seen {
  if (seen.after !== id) return seen
  const version =
    seen.subject === 'document'
      ? answer.version
      : answer.tasks.find((task) => task.id === seen.subject)?.version
  return { ...seen, version: version ?? seen.version, after: null }
}

/** Gives an edit up. What rested on tasks that now never come to be goes with it; the rest stands on the server's version. */
export function givenUp(queue: readonly PendingEdit[], id: string, base: Directive): PendingEdit[] {
  const gone = queue.find((edit) => edit.id === id)
  if (!gone) return [...queue]
  const orphans = new Set(madeBy(gone.action))
  const kept: PendingEdit[] = []
  for (const edit of queue) {
    if (edit.id === id) continue
    if (subjectsOf(edit.action).some((subject) => orphans.has(subject))) {
      for (const made of madeBy(edit.action)) orphans.add(made)
      continue
    }
    kept.push({
      ...edit,
      seen: edit.seen.map((seen) =>
        seen.after === id ? { ...seenOf(base, [], seen.subject), after: null } : seen,
      ),
    })
  }
  return kept
}

/**
 * Puts an edit upon the version the officer has now seen, under a new request id since its content is new. What was
 * seen becomes its base: should the record change once more, only what is new is compared.
 */
export function again(
  queue: readonly PendingEdit[],
  id: string,
  next: { id: string; action: EditAction; upon: Upon },
): PendingEdit[] {
  const { upon } = next
  return queue.map((edit) => {
    if (edit.id !== id)
      return { ...edit, seen: edit.seen.map((s) => (s.after === id ? { ...s, after: next.id } : s)) }
    return {
      ...edit,
      id: next.id,
      action: next.action,
      seen: edit.seen.map((seen) =>
        seen.subject === upon.subject ? { ...seen, version: upon.version, after: null } : seen,
      ),
      base: {
        tasks: edit.base.tasks.map((task) => (task.id === upon.task?.id ? upon.task : task)),
        document: upon.document ?? edit.base.document,
      },
      trouble: null,
      moved: edit.moved + 1,
    }
  })
}

/** The document with the server's answer in it: tasks by id, labels by id, never older than what is known. */
export function absorb(directive: Directive, answer: Edited): Directive {
  const fresh = new Map(answer.tasks.map((task) => [task.id, task]))
  const known = new Set(directive.tasks.map((task) => task.id))
  const labels = new Set(directive.bodies.map((body) => body.id))
  return {
    ...directive,
    tasks: [
      ...directive.tasks.map((task) => {
        const now = fresh.get(task.id)
        return now && now.version >= task.version ? now : task
      }),
      ...answer.tasks.filter((task) => !known.has(task.id)),
    ],
    document: answer.document ?? directive.document,
    bodies: [...directive.bodies, ...answer.bodies.filter((body) => !labels.has(body.id))],
    version: Math.max(directive.version, answer.version),
    revision: Math.max(directive.revision, answer.revision),
  }
}
