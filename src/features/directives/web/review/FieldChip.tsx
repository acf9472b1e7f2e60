import { Popover } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { useWords } from '#platform/web/words/index.ts'
import styles from './register.module.css'
import { useReview, useReviewStore } from './review-state.ts'
import { useTools } from './tools.ts'
import { words } from './words.ts'

interface FieldChipProps {
  taskId: string
  /** "lead/0", "deadline" */
  field: string
  /** Its card is the one in hand: the chip is a stop of the keyboard and can be edited. */
  active: boolean
  low?: boolean
  /** Something is missing: a name without a body. */
  warn?: boolean
  /** Said to a screen reader before the value. */
  label: string
  children: ReactNode
  /** What opens to edit it. */
  editor?: (close: () => void) => ReactNode
  look?: 'value' | 'add'
}

/** One value of the register. Pointing at it lights up its words; pressing it takes it in hand, once more edits it. */
export function FieldChip(props: FieldChipProps) {
  return props.active && props.editor ? (
    <EditableChip {...props} editor={props.editor} />
  ) : (
    <PlainChip {...props} />
  )
}

function PlainChip({ taskId, field, active, low, warn, label, children }: FieldChipProps) {
  const inHand = useReview((s) => active && s.active?.taskId === taskId && s.active.field === field)
  return (
    <button
      type="button"
      className={styles.chip}
      data-place={`${taskId} ${field}`}
      data-low={low || undefined}
      data-warn={warn || undefined}
      data-active={inHand || undefined}
      tabIndex={active ? 0 : -1}
    >
      <span className={styles.hidden}>{label}: </span>
      {children}
    </button>
  )
}

function EditableChip({
  taskId,
  field,
  low,
  warn,
  label,
  children,
  editor,
  look = 'value',
}: FieldChipProps & { editor: (close: () => void) => ReactNode }) {
  const say = useWords(words)
  const tools = useTools()
  const store = useReviewStore()
  const inHand = useReview((s) => s.active?.taskId === taskId && s.active.field === field)
  const editing = useReview((s) => s.editing?.taskId === taskId && s.editing.field === field)
  const close = () => store.set({ editing: null })

  return (
    <Popover
      opened={editing}
      onChange={(opened) => !opened && close()}
      position="bottom-start"
      width="min(23rem, calc(100vw - 1.5rem))"
      trapFocus
      returnFocus
      withinPortal
      shadow="md"
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.chip}
          data-place={`${taskId} ${field}`}
          data-low={low || undefined}
          data-warn={warn || undefined}
          data-active={inHand || undefined}
          data-look={look}
          onClick={() =>
            inHand || look === 'add' ? tools.edit(taskId, field) : tools.go(taskId, field, 'register')
          }
        >
          <span className={styles.hidden}>{label}: </span>
          {children}
          {low && <span className={styles.hidden}> ({say.register.look})</span>}
          {inHand && look === 'value' && <IconPencil size={13} stroke={1.8} aria-hidden="true" />}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label} className={styles.editor ?? ''}>
        {editing && editor(close)}
      </Popover.Dropdown>
    </Popover>
  )
}
