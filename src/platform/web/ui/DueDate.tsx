import { IconAlertTriangle, IconClockHour4 } from '@tabler/icons-react'

import { today, useNow } from '../clock.ts'
import { formatDate, useWords } from '../words/index.ts'
import { type Due, dueState } from './due.ts'
import styles from './DueDate.module.css'
import { words } from './words.ts'

interface DueDateProps extends Due {
  /** The day from which to count; today unless history is shown. */
  asOf?: string
}

/** "15/09/2021 · còn 3 ngày", "20/09/2021 · quá hạn 5 ngày". */
export function DueDate({ asOf, ...due }: DueDateProps) {
  const say = useWords(words)
  const now = useNow()
  const { meaning, days } = dueState(due, asOf ?? today(now))
  if (!due.dueOn && !due.doneOn) return <span className={styles.none}>{say.due.none}</span>

  const Icon = meaning === 'late' ? IconAlertTriangle : meaning === 'soon' ? IconClockHour4 : undefined
  return (
    <span className={styles.due} data-meaning={meaning}>
      {due.dueOn && <time dateTime={due.dueOn}>{formatDate(due.dueOn)}</time>}
      {days !== undefined && (
        <span className={styles.relative} data-on-time={days >= 0 || undefined}>
          {Icon && <Icon size={14} stroke={1.8} aria-hidden="true" />}
          {due.doneOn ? doneText(days) : openText(days)}
        </span>
      )}
    </span>
  )

  function openText(left: number): string {
    if (left === 0) return say.due.today
    return left > 0 ? say.due.left(left) : say.due.over(-left)
  }

  function doneText(left: number): string {
    return left >= 0 ? say.due.onTime : say.due.doneLate(-left)
  }
}
