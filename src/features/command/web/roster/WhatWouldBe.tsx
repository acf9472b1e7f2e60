import { IconAlertTriangle } from '@tabler/icons-react'

import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import { consequencesOf, type Hours, type Roster, type Span } from '../../domain/index.ts'
import styles from './roster.module.css'
import { words } from './words.ts'

interface WhatWouldBeProps {
  roster: Roster
  planned: Hours
  span: Span
  when: (from: string, to: string) => string
}

/** A hole, a double booking or a short rest, told before it is saved. It refuses nothing. */
export function WhatWouldBe({ roster, planned, span, when }: WhatWouldBeProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  const { doubles, rests, gaps } = consequencesOf(roster.shifts, planned, span)
  const name = roster.people.find(({ accountId }) => accountId === planned.accountId)?.personName ?? ''
  const hours = (minutes: number) => formatNumber(Math.round(minutes / 6) / 10, language)
  const told = [
    ...doubles.map((one) => `${say.twice(name)}: ${when(one.from, one.to)}`),
    ...rests.map((one) => say.wouldRest(name, hours(one.minutes))),
    ...gaps.map((one) => `${say.gap}: ${when(one.from, one.to)}`),
  ]
  return (
    <div role="status">
      {told.length > 0 && (
        <>
          <p className={styles.quiet}>{say.ifSaved}</p>
          <ul className={styles.wouldBe}>
            {told.map((one) => (
              <li key={one}>
                <IconAlertTriangle size={16} stroke={1.6} aria-hidden="true" /> {one}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
