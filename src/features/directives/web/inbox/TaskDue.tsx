import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { InboxRow } from '../../domain/index.ts'
import { DueNow, FollowMark } from '../follow/FollowMark.tsx'
import { partStateNames, words as followWords } from '../follow/words.ts'
import { DueNote } from './DueNote.tsx'
import styles from './inbox.module.css'

/** Where a row of the inbox stands: its day with what is left, or that it is reported, returned, done. */
export function TaskDue({ row, today }: { row: InboxRow; today: string | undefined }) {
  const say = useWords(followWords)
  const states = useWords(partStateNames)
  const { language } = useLanguage()
  // Only who leads owes a report; the others see the day alone.
  const done = row.followState.startsWith('done')
  const told = row.part === 'lead' && row.state !== 'open' && !done
  const progress = row.percent !== null && !done && say.percent(formatNumber(row.percent, language))
  return (
    <>
      {done ? (
        <FollowMark state={row.followState} daysLate={row.daysLate} />
      ) : row.dueOn && today ? (
        <DueNow dueOn={row.dueOn} originalDueOn={row.originalDueOn} state={row.followState} today={today} />
      ) : (
        <DueNote deadline={row.deadline} {...(today && { today })} />
      )}
      {(told || progress) && (
        <span className={styles.note} data-state={row.state}>
          {[told && states[row.state], progress].filter(Boolean).join(' · ')}
        </span>
      )}
    </>
  )
}
