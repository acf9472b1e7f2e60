import { Panel } from '#platform/web/ui/index.ts'
import { formatDate, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import { useSession } from '#platform/web/session/index.ts'
import { type FollowPart, followStates, type TaskFollow } from '../../domain/index.ts'
import { partNames } from '../words.ts'
import { DueNow, FollowMark } from './FollowMark.tsx'
import styles from './follow.module.css'
import { partStateNames, words } from './words.ts'

const order = { lead: 0, coordinate: 1, direct: 2, 'report-to': 3 } as const
/** A document may ask hundreds of bodies; the rest is told as a number. */
const shownAtOnce = 12

/** Who does it and how far each has come, late ones first. */
export function PartsPanel({ follow }: { follow: TaskFollow }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const { office } = useSession()
  const parts = follow.parts.toSorted(
    (a, b) =>
      order[a.part] - order[b.part] ||
      followStates.indexOf(a.followState) - followStates.indexOf(b.followState) ||
      b.daysLate - a.daysLate ||
      a.bodyName.localeCompare(b.bodyName, 'vi'),
  )
  // One's own body never hides behind the others.
  const shown = parts.filter((part, i) => i < shownAtOnce || part.bodyId === office?.bodyId)
  const rest = parts.length - shown.length
  return (
    <Panel title={say.bodies}>
      {parts.length === 0 && <p className={styles.quiet}>{say.bodiesNone}</p>}
      <ul className={styles.parts}>
        {shown.map((part) => (
          <PartLine
            key={`${part.bodyId} ${part.part}`}
            part={part}
            today={follow.today}
            own={part.bodyId === office?.bodyId}
          />
        ))}
      </ul>
      {rest > 0 && <p className={styles.quiet}>{say.moreBodies(formatNumber(rest, language))}</p>}
    </Panel>
  )
}

function PartLine({ part, today, own }: { part: FollowPart; today: string; own: boolean }) {
  const say = useWords(words)
  const roles = useWords(partNames)
  const states = useWords(partStateNames)
  const { language } = useLanguage()
  // Only who leads answers for the day; the others are told what they are.
  const leads = part.part === 'lead'
  const progress = [
    leads || part.state !== 'open' ? states[part.state] : undefined,
    part.percent !== null && say.percent(formatNumber(part.percent, language)),
    part.doneOn && say.done(formatDate(part.doneOn)),
  ].filter(Boolean)
  return (
    <li>
      <span className={styles.partName}>
        <strong>{part.bodyName}</strong>
        {own && <span className={styles.own}>{say.yours}</span>}
        <span className={styles.quiet}>{roles[part.part]}</span>
      </span>
      <span className={styles.partState}>
        {leads && <FollowMark state={part.followState} daysLate={part.daysLate} />}
        {leads && part.originalDueOn !== part.dueOn && (
          <DueNow
            dueOn={part.dueOn}
            originalDueOn={part.originalDueOn}
            state={part.followState}
            today={today}
            beside
          />
        )}
        {progress.length > 0 && <span className={styles.quiet}>{progress.join(' · ')}</span>}
      </span>
    </li>
  )
}
