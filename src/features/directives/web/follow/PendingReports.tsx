import { IconCloudUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

import { usePending } from '#platform/web/outbox/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import type { ReportTask } from '../../domain/index.ts'
import styles from './follow.module.css'
import { reportKind } from './queries.ts'
import { words } from './words.ts'

/** Reports that lie on this device and have not reached the server; drawn at once, marked as what they are. */
export function PendingReports({ taskId }: { taskId: string }) {
  const say = useWords(words)
  const pending = usePending<ReportTask>(reportKind(taskId))
  if (pending.length === 0) return null
  return (
    <ol className={styles.reports}>
      {pending.map((entry) => {
        const stuck = entry.state === 'refused' || entry.state === 'conflict'
        return (
          <li key={entry.requestId} data-state="pending">
            <p className={styles.reportHead}>
              <span className={styles.tag} data-state={stuck ? 'returned' : 'submitted'}>
                <IconCloudUp size={14} stroke={1.8} aria-hidden="true" />
                {stuck ? say.notSent : say.waitingBadge}
              </span>
              {stuck && <span>{entry.problem?.message}</span>}
              <Link to="/hang-cho">{say.toQueue}</Link>
            </p>
            <p className={styles.reportText}>{entry.body.text}</p>
          </li>
        )
      })}
    </ol>
  )
}
