import { memo } from 'react'

import { useWords } from '#platform/web/words/index.ts'
import type { Block } from '../text/blocks.ts'
import { type BlockMarks, fieldAt, noMarks, type Run } from '../text/marks.ts'
import { documentFieldNames, fieldNames, words } from '../words.ts'
import { type ReviewState, useReview } from './review-state.ts'
import styles from './text.module.css'

interface TextBlockProps {
  text: string
  block: Block
  marks: BlockMarks | undefined
  /** Tint (0 or 1) and number of each task that has words here. */
  tasks: ReadonlyMap<string, { tint: 0 | 1; number: number }>
  /** Its page was hard to recognise. */
  unsure: boolean
}

/** One paragraph of the document. Unmarked ones, most of a long text, listen to nothing. */
export const TextBlock = memo(function TextBlock(props: TextBlockProps) {
  const { block, text } = props
  return (
    <p
      className={styles.block}
      data-kind={block.kind}
      data-gap={block.gap}
      data-unsure={props.unsure || undefined}
    >
      {props.marks ? (
        <MarkedText {...props} marks={props.marks} />
      ) : (
        <span data-from={block.start}>{text.slice(block.start, block.end)}</span>
      )}
    </p>
  )
}, sameBlock)

function sameBlock(a: TextBlockProps, b: TextBlockProps): boolean {
  if (a.block !== b.block || a.text !== b.text || a.marks !== b.marks || a.unsure !== b.unsure) return false
  return (a.marks ?? noMarks).tasks.every((id) => {
    const [was, is] = [a.tasks.get(id), b.tasks.get(id)]
    return was?.tint === is?.tint && was?.number === is?.number
  })
}

function MarkedText({ text, marks, tasks }: TextBlockProps & { marks: BlockMarks }) {
  // A text of what concerns this paragraph: it is drawn again only when that changes.
  const attention = useReview((state) => attentionIn(marks, state))
  const [active = '', field = '', pointedAt = '', pointedField = '', splitting = ''] = attention.split('|')
  return marks.runs.map((run) => (
    <MarkedRun
      key={run.start}
      text={text}
      run={run}
      tasks={tasks}
      active={active}
      strong={
        run.fields.some((f) => f.taskId === active && f.field === field) ||
        run.fields.some((f) => f.taskId === pointedAt && f.field === pointedField)
      }
      pointed={pointedAt !== '' && run.tasks.includes(pointedAt)}
      splitting={splitting !== '' && run.tasks.includes(splitting)}
    />
  ))
}

function attentionIn(marks: BlockMarks, state: ReviewState): string {
  const here = (taskId: string | undefined) =>
    taskId !== undefined && (marks.tasks.includes(taskId) || marks.owners.includes(taskId))
  const active = here(state.active?.taskId) ? `${state.active!.taskId}|${state.active!.field ?? ''}` : '|'
  const pointed = here(state.pointed?.taskId) ? `${state.pointed!.taskId}|${state.pointed!.field ?? ''}` : '|'
  return `${active}|${pointed}|${state.splitting && here(state.splitting) ? state.splitting : ''}`
}

interface MarkedRunProps {
  text: string
  run: Run
  tasks: TextBlockProps['tasks']
  active: string
  strong: boolean
  pointed: boolean
  splitting: boolean
}

function MarkedRun({ text, run, tasks, active, strong, pointed, splitting }: MarkedRunProps) {
  const say = useWords(words)
  const names = useWords(fieldNames)
  const documentNames = useWords(documentFieldNames)
  const owner = run.tasks.includes(active) ? active : run.tasks[0]
  const meant = fieldAt(run, active)
  const isActive = owner !== undefined && owner === active
  // Only the words of the task in hand are stops of the keyboard: hundreds of them would be a wall before the register.
  const reachable = meant !== undefined && meant.taskId === active
  const name =
    meant && ({ ...documentNames, ...names } as Record<string, string>)[meant.field.split('/', 1)[0]!]

  return (
    <>
      {run.begins.map((id) => (
        <TaskMark key={id} id={id} number={tasks.get(id)?.number} active={id === active} />
      ))}
      <span
        data-from={run.start}
        className={styles.run}
        data-task={owner}
        data-tint={owner === undefined ? undefined : tasks.get(owner)?.tint}
        data-active={isActive || undefined}
        data-pointed={pointed || undefined}
        data-field={meant ? `${meant.taskId} ${meant.field}` : undefined}
        data-low={run.fields.some((f) => f.low) || undefined}
        data-strong={strong || undefined}
        data-splitting={splitting || undefined}
        {...(reachable && {
          role: 'button',
          tabIndex: 0,
          title: `${name}${meant.taskId === 'document' ? '' : ` · ${say.task(tasks.get(meant.taskId)?.number ?? '')}`}`,
        })}
      >
        {text.slice(run.start, run.end)}
      </span>
    </>
  )
}

/** The number of a task where its sentence begins. It is no part of the text: copying and selecting skip it. */
function TaskMark({ id, number, active }: { id: string; number: number | undefined; active: boolean }) {
  const say = useWords(words)
  if (number === undefined) return null
  return (
    <button
      type="button"
      className={styles.number}
      data-begins={id}
      data-active={active || undefined}
      tabIndex={active ? 0 : -1}
      aria-label={say.task(number)}
      aria-current={active || undefined}
    >
      {number}
    </button>
  )
}
