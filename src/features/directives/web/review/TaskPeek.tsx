import { Button } from '@mantine/core'

import { useWords } from '#platform/web/words/index.ts'
import type { Task } from '../../domain/index.ts'
import { words as common } from '../words.ts'
import styles from './bench.module.css'
import { useReview, useReviewStore } from './review-state.ts'
import { words } from './words.ts'

/** A phone shows the text alone: what was touched in it is named below, with the way to its card. */
export function TaskPeek({ tasks }: { tasks: readonly Task[] }) {
  const say = useWords(words)
  const name = useWords(common)
  const store = useReviewStore()
  const active = useReview((state) => state.active?.taskId)
  const at = tasks.findIndex((task) => task.id === active)
  const task = tasks[at]
  if (!task) return null
  return (
    <div className={styles.peek}>
      <strong>{at + 1}</strong>
      <p>{task.content.lead.map((party) => party.name).join(', ') || name.task(at + 1)}</p>
      <Button size="compact-md" onClick={() => store.set({ side: 'register', movedBy: 'text' })}>
        {say.sides.register}
      </Button>
    </div>
  )
}
