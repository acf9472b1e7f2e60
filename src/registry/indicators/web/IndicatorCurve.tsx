import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'

import { useLive } from '#platform/web/live/index.ts'
import { useToday } from '#platform/web/session/index.ts'
import { ErrorState, PageSkeleton } from '#platform/web/ui/index.ts'
import { formatDate, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import {
  type Indicator,
  type IndicatorView,
  neededPerDay,
  plannedOn,
  type SeriesPoint,
} from '../domain/index.ts'
import { addDays } from './days.ts'
import { type CurvePoint, goalOnScale, planLine, pointsOf, scaleOf } from './curve-lines.ts'
import type { Drawing } from './draw-curve.ts'
import styles from './indicators.module.css'
import { type AskOne, indicatorKeys, indicatorQueries } from './queries.ts'
import { sayCounts, sayPercent, sayValue } from './say-figure.ts'
import { words } from './words.ts'

/** Where to arrive by which day, as a share (a number for sums); with its start, where the plan wants to be each day. */
export interface CurveGoal {
  goal: number
  byDay: string
  startDay?: string | null
  startAt?: number | null
}

interface CurveProps extends Omit<AskOne, 'key' | 'on'> {
  indicator: string
  /** The last day that is known; today when left out. */
  on?: string | undefined
  /** How many days to look back. */
  days?: number
  target?: CurveGoal | undefined
  height?: number
}

/** What was measured day by day, against where a plan wants to be; what is needed each day to arrive, said in words. */
export function IndicatorCurve({
  indicator: key,
  unit,
  atLeast,
  on,
  days = 30,
  target,
  height = 240,
}: CurveProps) {
  const today = useToday()
  const until = on ?? today
  const from = addDays(until, -days)
  const ahead = target && target.byDay > until ? target.byDay : until
  const to = ahead > addDays(until, days) ? addDays(until, days) : ahead
  useLive(['indicators'], [indicatorKeys.all])
  const view = useQuery(indicatorQueries.one({ key, unit, atLeast, on }))
  const series = useQuery(indicatorQueries.series({ key, unit, atLeast, from, to: until }))
  const error = view.error ?? series.error
  if (error && !(view.data && series.data))
    return <ErrorState error={error} onRetry={() => void Promise.all([view.refetch(), series.refetch()])} />
  if (!view.data || !series.data) return <PageSkeleton />
  return (
    <Curve
      given={view.data}
      points={series.data.points}
      days={{ from, to, until }}
      target={target}
      height={height}
    />
  )
}

interface Drawn {
  given: IndicatorView
  points: readonly SeriesPoint[]
  days: { from: string; to: string; until: string }
  target: CurveGoal | undefined
  height: number
}

function Curve({ given: { indicator, figure }, points, days, target, height }: Drawn) {
  const say = useWords(words)
  const { language } = useLanguage()
  const { from, to, until } = days
  const drawing = useMemo((): Omit<Drawing, 'width' | 'language'> => {
    const onScale = (value: number) => goalOnScale(indicator, value, figure.denominator)
    const actual = pointsOf(indicator, points, until)
    const last = actual.at(-1)
    const goal = target ? onScale(target.goal) : null
    const plan =
      target?.startDay && target.startAt !== null && target.startAt !== undefined
        ? planLine(
            {
              startDay: target.startDay,
              startAt: onScale(target.startAt),
              byDay: target.byDay,
              goal: onScale(target.goal),
            },
            from,
            to,
          )
        : []
    const needed: CurvePoint[] =
      target && last && goal !== null && target.byDay > until && last.value < goal
        ? planLine({ startDay: until, startAt: last.value, byDay: target.byDay, goal }, from, to)
        : []
    return {
      height,
      from,
      to,
      today: until,
      actual,
      plan,
      needed,
      goal,
      whole: indicator.measure === 'units-reaching' ? figure.denominator : null,
      percent: scaleOf(indicator) === 'percent',
    }
  }, [indicator, figure, points, target, from, to, until, height])

  return (
    <figure className={styles.curve}>
      <Canvas drawing={drawing} label={say.curveOf(indicator.title[language])} />
      <ul className={styles.lines} aria-hidden="true">
        <li data-line="actual">{say.actual}</li>
        {drawing.plan.length > 1 && <li data-line="plan">{say.plan}</li>}
        {drawing.needed.length > 1 && <li data-line="needed">{say.needed}</li>}
        {drawing.goal !== null && <li data-line="goal">{say.goal}</li>}
      </ul>
      <figcaption>
        {target && <Pace drawing={drawing} target={target} given={{ indicator, figure }} />}
      </figcaption>
      <details className={styles.numbers}>
        <summary>{say.asTable}</summary>
        <SeriesTable indicator={indicator} points={points} until={until} />
      </details>
    </figure>
  )
}

/** The sentence of the curve: how much a day, or that it is reached, or that the day has passed. */
function Pace({
  drawing,
  target,
  given: { indicator, figure },
}: {
  drawing: Omit<Drawing, 'width' | 'language'>
  target: CurveGoal
  given: Pick<IndicatorView, 'indicator' | 'figure'>
}) {
  const say = useWords(words)
  const { language } = useLanguage()
  const value = drawing.actual.at(-1)?.value ?? 0
  const goal = drawing.goal ?? 0
  const day = formatDate(target.byDay)
  const goalText =
    indicator.measure === 'units-reaching'
      ? `${formatNumber(Math.ceil(goal), language)}/${formatNumber(figure.denominator, language)} ${indicator.noun[language]}`
      : sayValue(indicator, target.goal, language)
  const needed = neededPerDay(value, { goal, byDay: target.byDay }, drawing.today)
  if (needed === 0) return <p data-meaning="done">{say.arrived(goalText)}</p>
  if (needed === null) return <p data-meaning="late">{say.tooLate(goalText, day)}</p>
  const amount = drawing.percent
    ? sayPercent(needed / 100, language)
    : formatNumber(Math.ceil(needed * 10) / 10, language)
  const noun = drawing.percent ? '' : indicator.noun[language]
  const wanted = wantedToday(drawing, target, goal)
  return (
    <>
      <p>{say.neededPerDay(amount, noun, goalText, day).replace('  ', ' ')}</p>
      {wanted !== null && value < wanted - 1e-9 && (
        <p data-meaning="late">
          {say.behind(
            drawing.percent ? sayPercent(wanted / 100, language) : formatNumber(Math.ceil(wanted), language),
          )}
        </p>
      )}
    </>
  )
}

function wantedToday(
  drawing: Omit<Drawing, 'width' | 'language'>,
  target: CurveGoal,
  goal: number,
): number | null {
  const first = drawing.plan[0]
  if (!first || !target.startDay) return null
  return plannedOn({ startDay: first.day, startAt: first.value, byDay: target.byDay, goal }, drawing.today)
}

function Canvas({ drawing, label }: { drawing: Omit<Drawing, 'width' | 'language'>; label: string }) {
  const { language } = useLanguage()
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!frame.current) return
    const seen = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    seen.observe(frame.current)
    return () => seen.disconnect()
  }, [])
  useEffect(() => {
    if (width === 0) return
    let left = false
    void import('./draw-curve.ts').then(({ drawCurve }) => {
      if (!left) frame.current?.replaceChildren(drawCurve({ ...drawing, width, language }))
    })
    return () => {
      left = true
    }
  }, [drawing, width, language])
  return (
    <div
      ref={frame}
      role="img"
      aria-label={label}
      className={styles.canvas}
      style={{ height: drawing.height }}
    />
  )
}

function SeriesTable({
  indicator,
  points,
  until,
}: {
  indicator: Indicator
  points: readonly SeriesPoint[]
  until: string
}) {
  const say = useWords(words)
  const { language } = useLanguage()
  const shown = points.filter(({ day }) => day <= until).toReversed()
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.day}</th>
            <th scope="col">{indicator.noun[language]}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((point) => (
            <tr key={point.day}>
              <td>{formatDate(point.day)}</td>
              <td>{sayCounts(indicator, point, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 1 && <p>{say.noChange}</p>}
    </>
  )
}
