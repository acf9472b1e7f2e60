import { Button, Group, Progress } from '@mantine/core'

import { useWords } from '../words/index.ts'
import { formatNumber, useLanguage } from '../words/index.ts'
import type { Meaning } from './meaning.ts'
import styles from './ProgressJob.module.css'
import { StateBadge } from './StateBadge.tsx'
import { words } from './words.ts'

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

interface ProgressJobProps {
  /** "Đọc chữ trong bản chụp cong-van-12.pdf" */
  title: string
  state: JobState
  done: number
  /** How much there is; absent while nobody knows. */
  total?: number
  /** "trang", "dòng" */
  unit: string
  /** What is being done now, or why it failed and what to do. */
  note?: string
  onCancel?: () => void
  /** Goes on where it stopped. */
  onResume?: () => void
}

const meanings: Readonly<Record<JobState, Meaning>> = {
  waiting: 'waiting',
  running: 'doing',
  done: 'done',
  failed: 'late',
  cancelled: 'stopped',
}

/** A job that takes long: how far it is, a way to stop it, a way to go on. The page can be left meanwhile. */
export function ProgressJob({ title, state, done, total, unit, note, onCancel, onResume }: ProgressJobProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  const share = total ? Math.min(100, (done / total) * 100) : 0
  const counted = total
    ? `${formatNumber(done, language)}/${formatNumber(total, language)} ${unit}`
    : `${formatNumber(done, language)} ${unit}`
  const goesOn = state === 'waiting' || state === 'running'

  return (
    <div className={styles.job}>
      <div className={styles.head}>
        <span className={styles.title}>{title}</span>
        <StateBadge meaning={meanings[state]} label={say.job[state]} />
      </div>
      <Progress
        value={state === 'running' && !total ? 100 : share}
        size="sm"
        striped={state === 'running'}
        animated={state === 'running' && !total}
        color={goesOn ? 'var(--accent)' : state === 'done' ? 'var(--done)' : 'var(--line-strong)'}
        aria-label={title}
      />
      <div className={styles.foot}>
        <span role="status">
          {counted}
          {note && ` · ${note}`}
        </span>
        <Group gap="xs">
          {goesOn && onCancel && (
            <Button size="compact-sm" variant="default" onClick={onCancel}>
              {say.job.cancel}
            </Button>
          )}
          {!goesOn && state !== 'done' && onResume && (
            <Button size="compact-sm" variant="default" onClick={onResume}>
              {say.job.resume}
            </Button>
          )}
        </Group>
      </div>
    </div>
  )
}
