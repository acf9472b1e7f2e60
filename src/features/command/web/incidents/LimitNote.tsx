import { IconAlertTriangle, IconClockHour4 } from '@tabler/icons-react'

import { useNow } from '#platform/web/clock.ts'
import { useWords } from '#platform/web/words/index.ts'
import { type IncidentRow, standingOf } from '../../domain/index.ts'
import styles from './incidents.module.css'
import { words } from './words.ts'

/** The limit that runs: what for, and how long is left or how late it is. It counts by itself. */
export function LimitNote({ row }: { row: Pick<IncidentRow, 'limitAt' | 'state'> }) {
  const say = useWords(words)
  const now = useNow(15_000)
  if (row.limitAt === null) return null
  const standing = standingOf(row.limitAt, now.toISOString())
  const minutes = Math.abs(Math.round((Date.parse(row.limitAt) - now.getTime()) / 60_000))
  const time =
    minutes < 60
      ? say.minutes(minutes)
      : minutes < 48 * 60
        ? say.hours(Math.round(minutes / 60))
        : say.days(Math.round(minutes / 1440))
  const what = row.state === 'assigned' ? 'resolve' : row.state === 'escalated' ? 'takeOver' : 'assign'
  const Icon = standing === 'overdue' ? IconAlertTriangle : IconClockHour4
  return (
    <span className={styles.limit} data-standing={standing}>
      <Icon size={14} stroke={1.8} aria-hidden="true" />
      {say.limits[what]}: {standing === 'overdue' ? say.late(time) : say.left(time)}
    </span>
  )
}
