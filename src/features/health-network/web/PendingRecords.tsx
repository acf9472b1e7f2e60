import { Link } from '@tanstack/react-router'

import { StateBadge } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import type { Kind } from '../domain/index.ts'
import styles from './network.module.css'
import { usePendingRecords } from './pending.ts'
import { words } from './words.ts'

/** What was recorded on this device and is not at the server yet, drawn as soon as it was written. */
export function PendingRecords({ kind }: { kind: Kind }) {
  const say = useWords(words)
  const pending = usePendingRecords(kind)
  if (pending.length === 0) return null
  return (
    <section className={styles.pending} aria-label={say.pendingTitle(pending.length)}>
      <p>
        <strong>{say.pendingTitle(pending.length)}</strong>{' '}
        <span className={styles.quiet}>{say.pendingHint}</span>{' '}
        <Link to={'/hang-cho' as '/'}>{say.queue}</Link>
      </p>
      <ul>
        {pending.map(({ requestId, state, record }) => (
          <li key={requestId}>
            <span>{String(record.content.name)}</span>
            {state === 'refused' || state === 'conflict' ? (
              <StateBadge meaning="late" label={say.stuck} />
            ) : (
              <StateBadge meaning="waiting" label={say.pending} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
