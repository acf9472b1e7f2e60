import { Button } from '@mantine/core'
import { useState } from 'react'

import { useWords } from '#platform/web/words/index.ts'
import { documentOwner } from '../text/marks.ts'
import styles from './register.module.css'
import { useTools } from './tools.ts'
import { words } from './words.ts'

/** Words that were being typed when the page was closed: told once, opened where they were, never lost silently. */
export function TypedLeft() {
  const say = useWords(words)
  const tools = useTools()
  const [left, setLeft] = useState(() =>
    tools.typed
      .fields()
      .filter((field) => !field.startsWith('~'))
      .map((field) => ({
        taskId: field.slice(0, field.indexOf('.')),
        field: field.slice(field.indexOf('.') + 1),
      }))
      .filter(({ taskId }) => taskId === documentOwner || tools.task(taskId)?.state === 'proposed'),
  )
  const first = left[0]
  if (!first) return null
  return (
    <div className={styles.banner} role="status">
      {say.register.typedLeft(left.length)}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          setLeft(left.slice(1))
          tools.edit(first.taskId, first.field)
        }}
      >
        {say.register.typedOpen}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        onClick={() => {
          for (const { taskId, field } of left) tools.typed.drop(`${taskId}.${field}`)
          setLeft([])
        }}
      >
        {say.register.typedDrop}
      </Button>
    </div>
  )
}
