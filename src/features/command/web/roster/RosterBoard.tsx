import { IconAlertTriangle, IconCalendarOff } from '@tabler/icons-react'

import { EmptyState } from '#platform/web/ui/index.ts'
import { formatDate, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { Roster } from '../../domain/index.ts'
import { type Block, byDay, dayOf, hoursOf } from './days.ts'
import styles from './roster.module.css'
import { words } from './words.ts'

interface RosterBoardProps {
  roster: Roster
  /** Absent for those who only read. */
  onOpen: ((block: Block) => void) | undefined
}

const weekday = {
  vi: new Intl.DateTimeFormat('vi-VN', { weekday: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }),
}

/** One line a day; holes stand in their place among the shifts, in red and in words. */
export function RosterBoard({ roster, onOpen }: RosterBoardProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  if (roster.shifts.length === 0)
    return <EmptyState icon={IconCalendarOff} title={say.none} text={say.noneHow} />
  return (
    <ol className={styles.days}>
      {byDay(roster).map(({ day, blocks }) => (
        <li key={day}>
          <div className={styles.day}>
            {formatDate(day)}
            <span>
              {day === dayOf(roster.now) ? say.today : weekday[language].format(new Date(`${day}T00:00:00Z`))}
            </span>
          </div>
          <div className={styles.shifts}>
            {blocks.map((block) => (
              <BlockView key={block.id} block={block} roster={roster} onOpen={onOpen} />
            ))}
          </div>
        </li>
      ))}
    </ol>
  )
}

function BlockView({ block, roster, onOpen }: RosterBoardProps & { block: Block }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const { shift } = block
  const double = shift && roster.findings.doubles.find((d) => d.shiftId === shift.id)
  const rest = shift && roster.findings.shortRests.find((r) => r.shiftId === shift.id)
  const now = Date.parse(roster.now)
  const running = shift && Date.parse(block.from) <= now && now < Date.parse(block.to)
  const tone = !shift || double ? 'late' : running ? 'now' : rest ? 'soon' : undefined
  const inside = (
    <>
      <time>
        {hoursOf(block.from, block.to)}
        {running && ` · ${say.onDutyNow}`}
      </time>
      {shift ? (
        shift.personName
      ) : (
        <>
          <IconAlertTriangle size={14} stroke={1.8} aria-hidden="true" /> {say.gap}
        </>
      )}
      {double && (
        <span className={styles.why}>
          {say.twice(double.personName)}
          {double.elsewhere && say.elsewhere}
        </span>
      )}
      {rest && (
        <span className={styles.why}>
          {say.rest(rest.personName, formatNumber(Math.round(rest.minutes / 6) / 10, language))}
        </span>
      )}
    </>
  )
  if (!onOpen)
    return (
      <div className={styles.shift} data-tone={tone}>
        {inside}
      </div>
    )
  return (
    <button type="button" className={styles.shift} data-tone={tone} onClick={() => onOpen(block)}>
      {inside}
    </button>
  )
}
