import { Link } from '@tanstack/react-router'

import { Panel } from '#platform/web/ui/index.ts'
import { formatMoment, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { Situation } from '../domain/index.ts'
import styles from './situation.module.css'
import { words } from './words.ts'

/** Who is on duty, the next hole in the roster, and how incidents stand. */
export function DeskPanel({ duty, incidents }: Pick<Situation, 'duty' | 'incidents'>) {
  const say = useWords(words)
  const { language } = useLanguage()
  const counts = [
    ['urgent', say.incidentsUrgent, 'late'],
    ['overdue', say.incidentsOverdue, 'late'],
    ['near', say.incidentsNear, 'soon'],
    ['escalated', say.incidentsEscalated, 'soon'],
    ['new', say.incidentsNew, undefined],
    ['open', say.incidentsOpen, undefined],
  ] as const
  return (
    <Panel
      title={say.duty}
      actions={
        <Link to="/truc-ban" className={styles.more}>
          {say.desk}
        </Link>
      }
    >
      {duty.desks.length === 0 && <p className={styles.quiet}>{say.noDesk}</p>}
      {duty.desks.map((desk) => (
        <div key={desk.bodyId} className={styles.person}>
          <span className={styles.quiet}>{desk.bodyName}</span>
          {desk.now.length === 0 && <p data-tone="late">{say.dutyNone}</p>}
          {desk.now.map((person) => (
            <p key={person.personName}>
              <strong>{person.personName}</strong>{' '}
              <span className={styles.quiet}>{say.dutyUntil(formatMoment(person.endsAt))}</span>
            </p>
          ))}
        </div>
      ))}
      {duty.own?.nextGap && (
        <p data-tone="late" className={styles.gap}>
          {say.dutyGap(formatMoment(duty.own.nextGap.from), formatMoment(duty.own.nextGap.to))}
        </p>
      )}
      <h3 className={styles.sub}>{say.incidents}</h3>
      <dl className={styles.counts}>
        {counts.map(([name, label, tone]) => (
          <div key={name} data-tone={incidents[name] > 0 ? tone : undefined}>
            <dd>{formatNumber(incidents[name], language)}</dd>
            <dt>{label}</dt>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
