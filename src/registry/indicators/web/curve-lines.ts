import { type Indicator, type Plan, plannedOn, shareOf, type SeriesPoint } from '../domain/index.ts'

export interface CurvePoint {
  day: string
  value: number
}

/** What the drawing counts in: shares as percent, everything else in its own number. */
export function scaleOf(indicator: Pick<Indicator, 'measure'>): 'percent' | 'number' {
  return indicator.measure === 'share' ? 'percent' : 'number'
}

/** A goal is a share where the measure has one; a count of units is drawn as a number of them. */
export function goalOnScale(
  indicator: Pick<Indicator, 'measure'>,
  goal: number,
  denominator: number,
): number {
  if (indicator.measure === 'share') return goal * 100
  return indicator.measure === 'units-reaching' ? goal * denominator : goal
}

export function pointsOf(
  indicator: Pick<Indicator, 'measure'>,
  points: readonly SeriesPoint[],
  until: string,
): CurvePoint[] {
  const known = points.filter(({ day }) => day <= until)
  const drawn = known.map((point) => ({ day: point.day, value: valueOn(indicator, point) }))
  const last = drawn.at(-1)
  return last && last.day < until ? [...drawn, { ...last, day: until }] : drawn
}

function valueOn(indicator: Pick<Indicator, 'measure'>, point: SeriesPoint): number {
  return indicator.measure === 'share' ? (shareOf(indicator, point) ?? 0) * 100 : point.numerator
}

/** The two ends of the plan within the drawn days, in the drawing's scale. */
export function planLine(plan: Plan, from: string, to: string): CurvePoint[] {
  const days = [plan.startDay, plan.byDay, from, to].filter(
    (day) => day >= from && day <= to && day >= plan.startDay,
  )
  return [...new Set(days)].sort().map((day) => ({ day, value: plannedOn(plan, day) }))
}
