import type { ReactNode } from 'react'

import { Moment } from '../moment/index.ts'
import { type Meaning, meaningIcons } from './meaning.ts'
import styles from './Timeline.module.css'

export interface TimelineEntry {
  id: string
  /** An instant (ISO 8601). */
  at: string
  who: string
  what: string
  /** A reason, a comment, files. */
  detail?: ReactNode
  meaning?: Meaning
}

/** What happened, newest first, each with its hour and its author. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {entries.map((entry) => {
        const Icon = meaningIcons[entry.meaning ?? 'plain']
        return (
          <li key={entry.id} data-meaning={entry.meaning}>
            <Icon size={16} stroke={1.8} className={styles.icon} aria-hidden="true" />
            <div className={styles.words}>
              <p>
                <strong>{entry.what}</strong> <span className={styles.who}>{entry.who}</span>
              </p>
              <Moment at={entry.at} />
              {entry.detail && <div className={styles.detail}>{entry.detail}</div>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
