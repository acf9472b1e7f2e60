import { type Evidence, lowConfidence, type Task, type TaskContent } from '../../domain/index.ts'

/** Lists of bodies in a task, in the order the register shows them. */
export const partyLists = ['lead', 'coordinate', 'directs', 'reportTo', 'reportVia'] as const
export type PartyList = (typeof partyLists)[number]

/** A field as evidence names it: "lead/0", "deadline". The name before the slash is the field of the content. */
export type TaskField = keyof TaskContent | 'quote'

const taskFields: readonly TaskField[] = [
  'quote',
  'lead',
  'coordinate',
  'directs',
  'deadline',
  'targets',
  'approval',
  'reportTo',
  'reportVia',
  'softTime',
  'section',
]

/** The reader also names the canonical lead apart from the words of the sentence; in the register they are one field. */
export function fieldName(key: string): TaskField | undefined {
  const name = key.split('/', 1)[0]
  return name === 'leadCanonical' ? 'lead' : taskFields.find((field) => field === name)
}

export function fieldIndex(key: string): number | undefined {
  const index = key.split('/')[1]
  const number = Number(index)
  return index === undefined || !Number.isInteger(number) ? undefined : number
}

/** "leadCanonical/0" and "targets/1/quantity" are "lead/0" and "targets/1"; undefined for what no card shows. */
export function fieldKey(key: string): string | undefined {
  const name = fieldName(key)
  if (!name) return undefined
  const index = fieldIndex(key)
  return index === undefined ? name : `${name}/${index}`
}

/** The words a field was read from. */
export function evidenceOf(task: Pick<Task, 'evidence'>, field: string): Evidence | undefined {
  const direct = task.evidence[field]
  if (direct) return direct
  return Object.entries(task.evidence).find(([key]) => fieldKey(key) === field)?.[1]
}

/** Whether a value of a task is still the reader's own and was read with little confidence. */
export function isUnsure(task: Pick<Task, 'evidence' | 'reviewed' | 'state'>, field: string): boolean {
  if (task.reviewed || task.state !== 'proposed') return false
  return (evidenceOf(task, field)?.confidence ?? 1) < lowConfidence
}

/** Doubts of one task are walked in the order the card shows its fields. */
export function byPlaceInCard(a: string, b: string): number {
  return place(a) - place(b) || (fieldIndex(a) ?? 0) - (fieldIndex(b) ?? 0)
}

function place(key: string): number {
  const name = fieldName(key)
  return name ? taskFields.indexOf(name) : taskFields.length
}

/** Tasks that stand in the register, in its order. */
export function liveTasks(tasks: readonly Task[]): Task[] {
  return tasks
    .filter((task) => task.state === 'proposed' || task.state === 'issued')
    .sort((a, b) => a.position - b.position || a.span.start - b.span.start)
}

export function droppedTasks(tasks: readonly Task[]): Task[] {
  return tasks.filter((task) => task.state === 'dropped').sort((a, b) => a.position - b.position)
}

/**
 * Evidence that still holds after an officer changed a field: an entry that stays in its list keeps its words under
 * its new number, what was typed or chosen has none.
 */
export function evidenceAfter(task: Task, changes: Partial<TaskContent>): Task['evidence'] {
  const kept: Task['evidence'] = {}
  for (const [key, evidence] of Object.entries(task.evidence)) {
    const name = fieldName(key)
    if (!name || name === 'quote' || !(name in changes)) {
      kept[key] = evidence
      continue
    }
    const now = keyAfter(task.content, changes, name, fieldIndex(key))
    if (now) kept[now] = evidence
  }
  return kept
}

function keyAfter(
  content: TaskContent,
  changes: Partial<TaskContent>,
  name: keyof TaskContent,
  index: number | undefined,
) {
  const before = content[name]
  const after = changes[name]
  if (!Array.isArray(before) || !Array.isArray(after) || index === undefined) {
    return same(before, after) ? (index === undefined ? name : `${name}/${index}`) : undefined
  }
  const moved = after.findIndex((entry) => same(entry, before[index]))
  return moved < 0 ? undefined : `${name}/${moved}`
}

/** Plain values compared by what they say; a missing property and an undefined one are the same. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = a as Record<string, unknown>
  const right = b as Record<string, unknown>
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) =>
    same(left[key], right[key]),
  )
}
