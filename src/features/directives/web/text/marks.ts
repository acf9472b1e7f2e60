import { type Evidence, lowConfidence, type Span, type Task } from '../../domain/index.ts'
import { fieldKey, isUnsure } from '../model/fields.ts'
import { type Block, indexAt } from './blocks.ts'

/** The document's own fields stand beside those of the tasks, under this name. */
export const documentOwner = 'document'

/** Words in the text that a field was read from. */
export interface FieldMark {
  /** A task, or `documentOwner`. */
  taskId: string
  field: string
  low: boolean
}

/** A stretch of text under the same marks from its first to its last letter. */
export interface Run extends Span {
  /** Tasks whose sentence this lies in; more than one only where two tasks overlap. */
  tasks: readonly string[]
  /** Tasks whose sentence begins here. */
  begins: readonly string[]
  fields: readonly FieldMark[]
}

/** What is drawn in one block. `runs` is empty when nothing in it is marked. */
export interface BlockMarks {
  key: string
  runs: readonly Run[]
  /** Tasks whose sentence lies here. */
  tasks: readonly string[]
  /** Tasks (or the document) with a field that was read from words here: an inherited lead stands far from its task. */
  owners: readonly string[]
}

export const noMarks: BlockMarks = { key: '', runs: [], tasks: [], owners: [] }

export interface Mark extends Span {
  task: string | null
  field: FieldMark | null
}

/** Evidence of the document's own fields and of every live task, as marks over the text. */
export function marksOf(
  tasks: ReadonlyArray<Pick<Task, 'id' | 'span' | 'evidence' | 'reviewed' | 'state'>>,
  document: Task['evidence'],
): Mark[] {
  const marks: Mark[] = []
  const add = (taskId: string, field: string | undefined, e: Evidence, low: boolean) => {
    // The quote is the task itself and is drawn as such; evidence without words is nothing to point at.
    if (field === undefined || field === 'quote' || e.end <= e.start) return
    marks.push({ start: e.start, end: e.end, task: null, field: { taskId, field, low } })
  }
  for (const task of tasks) {
    marks.push({ ...task.span, task: task.id, field: null })
    for (const [key, e] of Object.entries(task.evidence))
      add(task.id, fieldKey(key), e, isUnsure(task, fieldKey(key) ?? key))
  }
  const unissued = tasks.every((task) => task.state === 'proposed')
  for (const [key, e] of Object.entries(document))
    add(documentOwner, key, e, unissued && e.confidence < lowConfidence)
  return marks
}

/**
 * Cuts every block at the borders of the marks in it. A block whose marks did not change keeps its object, so that
 * an edit of one task redraws one paragraph out of thousands.
 */
export function layMarks(
  blocks: readonly Block[],
  marks: readonly Mark[],
  before: ReadonlyMap<number, BlockMarks> = new Map(),
): Map<number, BlockMarks> {
  const inBlock = new Map<number, Mark[]>()
  for (const mark of marks) {
    for (let i = indexAt(blocks, mark.start); i < blocks.length && blocks[i]!.start < mark.end; i++) {
      const list = inBlock.get(i)
      if (list) list.push(mark)
      else inBlock.set(i, [mark])
    }
  }
  const laid = new Map<number, BlockMarks>()
  for (const [i, list] of inBlock) {
    const key = list.map(keyOf).join(' ')
    const kept = before.get(i)
    laid.set(i, kept?.key === key ? kept : { key, ...cut(blocks[i]!, list) })
  }
  return laid
}

function keyOf(mark: Mark): string {
  const field = mark.field
  return `${mark.start}-${mark.end}${field ? `:${field.taskId}/${field.field}${field.low ? '?' : ''}` : `=${mark.task}`}`
}

function cut(block: Block, marks: readonly Mark[]): Omit<BlockMarks, 'key'> {
  const borders = new Set([block.start, block.end])
  for (const mark of marks) {
    if (mark.start > block.start) borders.add(mark.start)
    if (mark.end < block.end) borders.add(mark.end)
  }
  const at = [...borders].sort((a, b) => a - b)
  const runs: Run[] = []
  for (let i = 0; i + 1 < at.length; i++) {
    const start = at[i]!
    const end = at[i + 1]!
    const over = marks.filter((mark) => mark.start < end && mark.end > start)
    runs.push({
      start,
      end,
      tasks: over.flatMap((mark) => mark.task ?? []),
      begins: over.flatMap((mark) => (mark.task && mark.start === start ? mark.task : [])),
      fields: over.flatMap((mark) => mark.field ?? []),
    })
  }
  const tasks = new Set(marks.flatMap((mark) => mark.task ?? []))
  const owners = new Set(marks.flatMap((mark) => mark.field?.taskId ?? []))
  return { runs, tasks: [...tasks], owners: [...owners] }
}

/** Of several fields under the pointer, the one meant: of the task in hand if it has one here, else the narrowest claim. */
export function fieldAt(run: Pick<Run, 'fields'>, activeTask: string | null): FieldMark | undefined {
  return run.fields.find((field) => field.taskId === activeTask) ?? run.fields[0]
}
