import { Link } from '@tanstack/react-router'

import { usePending } from '#platform/web/outbox/index.ts'
import { StateBadge } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { ReportIncident } from '../../domain/index.ts'
import styles from './incidents.module.css'
import { words } from './words.ts'

export const reportKind = 'incident'

/** What was reported on this device and is not at the server yet. */
export function PendingReports() {
  const say = useWords(words)
  const pending = usePending(reportKind)
  if (pending.length === 0) return null
  return (
    <section className={styles.pending} aria-label={say.pending(pending.length)}>
      <strong>{say.pending(pending.length)}</strong> <Link to={'/hang-cho' as '/'}>{say.queue}</Link>
      <ul>
        {pending.map(({ requestId, body, state }) => {
          const report = ReportIncident.safeParse(body)
          const stuck = state === 'refused' || state === 'conflict'
          return (
            <li key={requestId}>
              {report.success ? report.data.details : ''}{' '}
              <StateBadge meaning={stuck ? 'late' : 'waiting'} label={stuck ? say.stuck : say.waiting} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
