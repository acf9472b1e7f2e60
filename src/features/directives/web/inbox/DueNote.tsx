import { IconBolt, IconRepeat } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'

import { sessionQueries } from '#platform/web/session/index.ts'
import { DueDate } from '#platform/web/ui/index.ts'
import { formatDate, useWords } from '#platform/web/words/index.ts'
import type { Deadline } from '../../domain/index.ts'
import { sayDeadline } from '../model/say-field.ts'
import { deadlineKindNames, dueNames, words as common } from '../words.ts'
import styles from './inbox.module.css'

/** A deadline of any kind: a day with what is left of it, or the words for one that has no day. */
export function DueNote({ deadline, today }: { deadline: Deadline | null; today?: string }) {
  const name = useWords(common)
  const kinds = useWords(deadlineKindNames)
  const due = useWords(dueNames)
  // In an exercise the day is the server's, not the one on the wall.
  const system = useQuery(sessionQueries.system())
  if (!deadline) return <span className={styles.quiet}>{due.undated}</span>
  const asOf = today ?? system.data?.today
  const lastDay = deadline.kind === 'by' || deadline.kind === 'between' ? deadline.date : null
  if (lastDay) return <DueDate dueOn={lastDay} {...(asOf && { asOf })} />
  const Icon = { immediately: IconBolt, periodic: IconRepeat }[deadline.kind as 'periodic']
  return (
    <span className={styles.due}>
      {Icon && <Icon size={14} stroke={1.8} aria-hidden="true" />}
      {sayDeadline(deadline, formatDate, { kinds, ...name })}
    </span>
  )
}
