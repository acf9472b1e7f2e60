import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { useMay } from '#platform/web/session/index.ts'
import { formatMoment, useWords } from '#platform/web/words/index.ts'
import { dutyQueries } from '../queries.ts'
import styles from './incidents.module.css'
import { words } from './words.ts'

/** Who stands at the desks now, and whether the own roster has holes ahead. */
export function DutyStrip() {
  const say = useWords(words)
  const watches = useMay('situation.read')
  const { data } = useQuery(dutyQueries.now())
  if (!data) return <p className={styles.duty}>&nbsp;</p>
  const { own } = data
  const others = own ? own.doubles + own.shortRests : 0
  return (
    <div className={styles.duty}>
      {data.desks.map((desk) => (
        <span key={desk.bodyId} title={desk.bodyName}>
          {say.onDuty}{' '}
          {watches ? (
            <Link to={`/lich-truc?body=${desk.bodyId}` as '/'}>({desk.unitName})</Link>
          ) : (
            `(${desk.unitName})`
          )}
          : <strong>{desk.now.map((shift) => shift.personName).join(', ') || say.nobody}</strong>
          {desk.now[0] && ` → ${formatMoment(desk.now[0].endsAt).slice(0, 5)}`}
        </span>
      ))}
      {own && (own.gaps > 0 || others > 0) && (
        <Link to={'/lich-truc' as '/'} className={styles.warning}>
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
          {say.warnings(own.gaps, others)}
        </Link>
      )}
    </div>
  )
}
