import { StateBadge, type Meaning } from '#platform/web/ui/index.ts'
import { formatDate, useWords } from '#platform/web/words/index.ts'
import { daysBetween, type FollowState } from '../../domain/index.ts'
import styles from './follow.module.css'
import { followStateNames, words } from './words.ts'

export const followMeanings: Readonly<Record<FollowState, Meaning>> = {
  overdue: 'late',
  'due-soon': 'soon',
  'not-yet-due': 'plain',
  'no-deadline': 'plain',
  'done-late': 'done',
  'done-on-time': 'done',
}

/** "Quá hạn 3 ngày", "Hoàn thành, chậm 2 ngày": the state with its age. */
export function FollowMark({ state, daysLate = 0 }: { state: FollowState; daysLate?: number }) {
  const say = useWords(words)
  const names = useWords(followStateNames)
  const aged = { overdue: say.late, 'done-late': say.doneLate }[state as 'overdue']
  const label = daysLate > 0 && aged ? aged(daysLate) : names[state]
  return <StateBadge meaning={followMeanings[state]} label={label} />
}

interface DueNowProps {
  dueOn: string | null
  originalDueOn: string | null
  state: FollowState
  today: string
  /** A `FollowMark` stands beside it. */
  beside?: boolean
}

/** The last day in force with what is left of it, and the first one when an extension moved it. */
export function DueNow({ dueOn, originalDueOn, state, today, beside = false }: DueNowProps) {
  const say = useWords(words)
  const names = useWords(followStateNames)
  if (!dueOn) return <span className={styles.quiet}>{names['no-deadline']}</span>
  const left = daysBetween(today, dueOn)
  const open = !state.startsWith('done')
  return (
    <span className={styles.due} data-meaning={open ? followMeanings[state] : undefined}>
      <time dateTime={dueOn}>{formatDate(dueOn)}</time>
      {/* Where the state stands beside it, it says how late. */}
      {open && !(beside && left < 0) && <span>{left < 0 ? say.lateBy(-left) : say.left(left)}</span>}
      {originalDueOn && originalDueOn !== dueOn && (
        <s className={styles.original}>{say.originally(formatDate(originalDueOn))}</s>
      )}
    </span>
  )
}
