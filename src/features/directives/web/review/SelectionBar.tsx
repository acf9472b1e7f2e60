import { Button } from '@mantine/core'
import { IconBracketsContain, IconPlus } from '@tabler/icons-react'
import { type RefObject, useEffect, useState } from 'react'

import { Kbd } from '#platform/web/ui/Kbd.tsx'
import { useWords } from '#platform/web/words/index.ts'
import type { Task } from '../../domain/index.ts'
import { overlapped, wholeWords } from '../text/selection.ts'
import { words as common } from '../words.ts'
import { selectedSpan } from './dom-place.ts'
import { useReview, useReviewStore } from './review-state.ts'
import styles from './text.module.css'
import { useTools } from './tools.ts'
import { words } from './words.ts'

interface SelectionBarProps {
  text: string
  tasks: readonly Task[]
  scroll: RefObject<HTMLDivElement | null>
}

/** What can be done with the words that are selected: a new task, or the borders of the task in hand. */
export function SelectionBar({ text, tasks, scroll }: SelectionBarProps) {
  const say = useWords(words)
  const name = useWords(common)
  const tools = useTools()
  const store = useReviewStore()
  const selection = useReview((state) => state.selection)
  const active = useReview((state) => state.active?.taskId)
  const at = useSelection(text, scroll, !tools.readOnly)
  if (!selection || tools.readOnly) return null

  const others = overlapped(selection, tasks)
  const task = tasks.find((t) => t.id === active)
  const number = task && tools.numberOf(task.id)

  return (
    <div
      className={styles.selection}
      style={at}
      role="toolbar"
      aria-label={say.text.selected}
      onMouseDown={(e) => e.preventDefault()}
    >
      <Button
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        rightSection={<Kbd keys="a" />}
        onClick={tools.addSelection}
      >
        {say.text.add}
      </Button>
      {task && number !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconBracketsContain size={14} />}
          onClick={() => {
            tools.act({ kind: 'edit-task', taskId: task.id, changes: { span: selection } })
            window.getSelection()?.removeAllRanges()
            store.set({ selection: null })
          }}
        >
          {say.text.borders(number)}
        </Button>
      )}
      {others.length > 0 && (
        <p className={styles.overlap}>
          {say.text.overlaps(others.map((other) => name.task(tools.numberOf(other.id) ?? '')).join(', '))}
        </p>
      )}
    </div>
  )
}

/** Follows the browser's selection; the bar stands just above its first line. */
function useSelection(text: string, scroll: RefObject<HTMLDivElement | null>, enabled: boolean) {
  const store = useReviewStore()
  const [at, setAt] = useState({ left: 0, top: 0 })

  useEffect(() => {
    if (!enabled) return
    function onChange() {
      const root = scroll.current
      if (!root) return
      const selection = window.getSelection()
      const span = selectedSpan(root, selection)
      const found = span && wholeWords(text, span)
      if (found && selection) {
        const box = selection.getRangeAt(0).getBoundingClientRect()
        const frame = root.getBoundingClientRect()
        const left = Math.max(8, Math.min(box.left - frame.left, frame.width - 320))
        setAt({ left, top: Math.max(8, box.top - frame.top + root.scrollTop - 46) })
      }
      store.set({ selection: found ?? null })
    }
    document.addEventListener('selectionchange', onChange)
    return () => document.removeEventListener('selectionchange', onChange)
  }, [enabled, scroll, store, text])

  return at
}
