import { IconTargetArrow } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

import { EmptyState, Panel } from '#platform/web/ui/index.ts'
import { formatDate, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import { goalCount, type MeasuredTarget, pace } from '../domain/index.ts'
import { Course } from './Course.tsx'
import styles from './situation.module.css'
import { words } from './words.ts'

/** Each measured target: the figure, what is needed a day to arrive, its course. Late ones stand first. */
export function TargetsPanel({ targets, today }: { targets: readonly MeasuredTarget[]; today: string }) {
  const say = useWords(words)
  return (
    <Panel title={say.targets}>
      {targets.length === 0 ? (
        <EmptyState icon={IconTargetArrow} title={say.targetsNone} text={say.targetsNoneHint} />
      ) : (
        <ul className={styles.targets}>
          {targets.map((target) => (
            <TargetLine key={target.id} target={target} today={today} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function TargetLine({ target, today }: { target: MeasuredTarget; today: string }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const { figure } = target
  const n = (value: number) => formatNumber(value, language)
  const have = figure.numerator ?? 0
  const goal = goalCount(target.goal, target.goalKind, figure.denominator ?? 0)
  const { state, missing, perDay } = pace(have, goal, today, target.byDay)
  const noun = target.noun[language]
  const address = new URLSearchParams({ unit: target.unitId })
  if (target.atLeast !== null) address.set('atLeast', String(target.atLeast))
  const verdict =
    state === 'reached'
      ? say.reached
      : state === 'missed'
        ? say.missed(n(missing), noun)
        : perDay !== null && target.byDay
          ? say.needed(
              n(missing),
              n(perDay < 10 ? Math.ceil(perDay * 10) / 10 : Math.ceil(perDay)),
              formatDate(target.byDay),
            )
          : say.missing(n(missing))
  return (
    <li data-state={state}>
      <div className={styles.targetWords}>
        <Link to={`/nhiem-vu/${target.taskId}`} title={target.quote}>
          {target.title[language]}
        </Link>
        <span className={styles.quiet}>{target.unitName}</span>
        <p className={styles.verdict}>{verdict}</p>
      </div>
      <Link className={styles.figure} to={`/chi-so/${target.indicatorKey}?${address}`}>
        <strong>{n(have)}</strong>
        <span>/{n(goal)}</span>
        <small>
          {noun}
          <br />
          {figure.waiting
            ? say.waitingFigure
            : figure.failure
              ? say.failure(formatDate(figure.asOf ?? today))
              : say.asOf(formatDate(figure.asOf ?? today))}
        </small>
      </Link>
      <Course
        points={target.course}
        goal={goal}
        today={today}
        byDay={target.byDay}
        label={`${n(have)}/${n(goal)}`}
      />
    </li>
  )
}
