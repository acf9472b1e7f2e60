import { type DocumentContent, Task, type Task as TaskShape } from '../../domain/index.ts'
import type { EditAction } from './actions.ts'
import { same } from './fields.ts'

/** One field in which what I want and what somebody else made of it differ. */
export interface Difference {
  field: string
  base: unknown
  mine: unknown
  theirs: unknown
}

/** What an action was made upon: the tasks it touches and the document, as the officer saw them. */
export interface Base {
  tasks: readonly TaskShape[]
  document: DocumentContent | null
}

/**
 * Where a refused change and the record as it is now really contradict each other. Two officers who changed
 * different fields of one task do not: the list is empty and the change may be sent again on the newer version.
 */
export function differences(action: EditAction, base: Base, current: unknown): Difference[] {
  if (action.kind === 'edit-document') {
    return changed(action.changes, base.document ?? {}, (current ?? {}) as Partial<DocumentContent>)
  }
  const parsed = Task.safeParse(current)
  const now = parsed.success ? parsed.data : undefined
  const then = base.tasks.find((task) => task.id === now?.id)
  // Nothing to compare with: the officer decides about the act as a whole.
  if (!now || !then) return [{ field: 'state', base: then?.state, mine: action.kind, theirs: now?.state }]
  const found =
    now.state === then.state
      ? []
      : [
          {
            field: 'state',
            base: then.state as unknown,
            mine: action.kind as unknown,
            theirs: now.state as unknown,
          },
        ]
  if (action.kind !== 'edit-task') return [...found, ...wholeTask(then, now)]
  // Having looked at it and its place in the register contradict nobody's words.
  return found.concat(
    changed(action.changes, { ...then.content, span: then.span }, { ...now.content, span: now.span }).filter(
      (difference) => difference.field !== 'reviewed' && difference.field !== 'position',
    ),
  )
}

/** Splitting, joining or dropping a task decides about everything in it, so every change of theirs matters. */
function wholeTask(then: TaskShape, now: TaskShape): Difference[] {
  const fields = Object.keys(now.content) as Array<keyof TaskShape['content']>
  const found = fields
    .filter((field) => !same(then.content[field], now.content[field]))
    .map((field) => ({
      field,
      base: then.content[field],
      mine: then.content[field],
      theirs: now.content[field],
    }))
  if (same(then.span, now.span)) return found
  return [...found, { field: 'span', base: then.span, mine: then.span, theirs: now.span }]
}

function changed(mine: object, base: object, theirs: object): Difference[] {
  const at = (record: object, field: string) => (record as Record<string, unknown>)[field]
  return Object.keys(mine)
    .filter((field) => at(mine, field) !== undefined)
    .map((field) => ({ field, base: at(base, field), mine: at(mine, field), theirs: at(theirs, field) }))
    .filter((d) => !same(d.base, d.theirs) && !same(d.mine, d.theirs))
}

/** The action with only those of its disputed fields that the officer keeps; undefined when nothing is left of it. */
export function keepMine(
  action: EditAction,
  disputed: readonly string[],
  kept: readonly string[],
): EditAction | undefined {
  if (action.kind !== 'edit-task' && action.kind !== 'edit-document')
    return kept.length > 0 ? action : undefined
  const given = Object.entries(action.changes).filter(
    ([field, value]) => value !== undefined && (!disputed.includes(field) || kept.includes(field)),
  )
  if (given.length === 0 || (disputed.includes('state') && !kept.includes('state'))) return undefined
  return { ...action, changes: Object.fromEntries(given) } as EditAction
}
