import { doubts, type Task } from '../../domain/index.ts'
import { byPlaceInCard, fieldIndex, fieldKey, fieldName, liveTasks } from './fields.ts'

/** A place in the register: a task, and in it perhaps a field. */
export interface Place {
  taskId: string
  field: string | null
}

/** Fields the officer has already looked at, of tasks that have others left: "task field". */
export type SeenPlaces = ReadonlySet<string>
const nothing: SeenPlaces = new Set()

export function placeKey(taskId: string, field: string): string {
  return `${taskId} ${field}`
}

/** Every field somebody should look at, in the order of the register. */
export function openDoubts(
  tasks: readonly Task[],
  seen: SeenPlaces = nothing,
): Array<{ taskId: string; field: string }> {
  return liveTasks(tasks)
    .filter((task) => task.state === 'proposed')
    .flatMap((task) => doubtsOf(task, seen).map((field) => ({ taskId: task.id, field })))
}

export function doubtsOf(task: Task, seen: SeenPlaces = nothing): string[] {
  const fields = [...new Set(doubts(task).map((key) => fieldKey(key) ?? 'quote'))].sort(byPlaceInCard)
  return fields
    .filter((field, i) => !sameQuestion(task, fields[i - 1], field))
    .filter((field) => !seen.has(placeKey(task.id, field)))
}

/**
 * Five bodies inherited from one phrase above are one question ("do these lead it?"), not five. A name without a
 * body stays a question of its own.
 */
function sameQuestion(task: Task, before: string | undefined, field: string): boolean {
  const inherited = (key: string) => {
    const at = fieldIndex(key)
    return fieldName(key) === 'lead' && at !== undefined && (task.content.lead[at]?.bodyIds.length ?? 0) > 0
  }
  return task.leadInherited && before !== undefined && inherited(before) && inherited(field)
}

/**
 * The doubt after (or before) where the officer is. From a task without a field it is the next one in or after that
 * task; past the last one it goes round. Undefined when none is left.
 */
export function nextDoubt(
  tasks: readonly Task[],
  from: Place | null,
  step: 1 | -1,
  seen: SeenPlaces = nothing,
): Place | undefined {
  const all = openDoubts(tasks, seen)
  if (all.length === 0) return undefined
  if (!from) return step === 1 ? all[0] : all.at(-1)
  const here = all.findIndex((doubt) => doubt.taskId === from.taskId && doubt.field === from.field)
  if (here >= 0) return all[(here + step + all.length) % all.length]
  const order = new Map(liveTasks(tasks).map((task, i) => [task.id, i]))
  const at = order.get(from.taskId) ?? -1
  const rank = (doubt: { taskId: string; field: string }) => order.get(doubt.taskId) ?? -1
  const after = (doubt: { taskId: string; field: string }) =>
    rank(doubt) > at || (rank(doubt) === at && (!from.field || byPlaceInCard(doubt.field, from.field) > 0))
  if (step === 1) return all.find(after) ?? all[0]
  return all.findLast((doubt) => rank(doubt) < at || (rank(doubt) === at && !after(doubt))) ?? all.at(-1)
}

/** The neighbour in the register: where the eye goes on after a task is dropped or joined, and with ↑ ↓. */
export function neighbour(tasks: readonly Task[], taskId: string | null, step: 1 | -1): string | undefined {
  const live = liveTasks(tasks)
  const here = live.findIndex((task) => task.id === taskId)
  if (here < 0) return (step === 1 ? live[0] : live.at(-1))?.id
  return live[here + step]?.id
}
