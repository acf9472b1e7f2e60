import { Button, Loader } from '@mantine/core'
import { IconAlertTriangle, IconCloudCheck, IconCloudOff } from '@tabler/icons-react'

import { formatMoment, useWords } from '#platform/web/words/index.ts'
import type { DeskState } from '../model/desk.ts'
import { documentOwner } from '../text/marks.ts'
import styles from './bench.module.css'
import { useTools } from './tools.ts'
import { words } from './words.ts'

/** Whether what was done is safe, in words, always at the same place. */
export function SaveState({ state, onRetry }: { state: DeskState; onRetry: () => void }) {
  const say = useWords(words)
  const tools = useTools()
  const disputed = state.queue.filter((edit) => edit.trouble)
  const waiting = state.queue.filter((edit) => !edit.trouble).length

  if (disputed.length > 0) {
    return (
      <Button
        size="compact-sm"
        color="red"
        variant="light"
        leftSection={<IconAlertTriangle size={16} stroke={1.8} />}
        onClick={() => tools.go(disputed[0]!.base.tasks[0]?.id ?? documentOwner, null, 'keys')}
      >
        {say.conflict.heading(disputed.length)}
      </Button>
    )
  }
  if (waiting > 0 && state.offline) {
    return (
      <span className={styles.save} data-tone="soon" role="status">
        <IconCloudOff size={16} stroke={1.8} aria-hidden="true" />
        {say.bar.unsaved(waiting)} · {state.kept ? say.bar.offline : say.bar.notKept}
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          {say.bar.sendNow}
        </Button>
      </span>
    )
  }
  if (waiting > 0) {
    return (
      <span className={styles.save} role="status">
        <Loader size={12} aria-hidden="true" />
        {say.bar.saving}
      </span>
    )
  }
  if (!state.savedAt) return null
  // "14:05 15/09/2021": the day is today.
  return (
    <span className={styles.save} role="status">
      <IconCloudCheck size={16} stroke={1.8} aria-hidden="true" />
      {say.bar.saved(formatMoment(state.savedAt).slice(0, 5))}
    </span>
  )
}
