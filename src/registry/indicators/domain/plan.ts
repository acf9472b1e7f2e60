/** Days as whole numbers since 1970, so that they can be counted. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}

/** From where on which day to where by which day: the straight line that a plan promises. */
export interface Plan {
  readonly startDay: string
  readonly startAt: number
  readonly byDay: string
  readonly goal: number
}

/** Where the plan wants the value to be on a day; before its start where it started, after its end its goal. */
export function plannedOn(plan: Plan, day: string): number {
  const [start, end, at] = [dayNumber(plan.startDay), dayNumber(plan.byDay), dayNumber(day)]
  if (at <= start) return plan.startAt
  if (at >= end) return plan.goal
  return plan.startAt + ((plan.goal - plan.startAt) * (at - start)) / (end - start)
}

export interface Limit {
  readonly rule: 'below-value' | 'below-plan'
  readonly goal: number
  readonly byDay: string | null
  readonly startDay: string | null
  readonly startAt: number | null
}

/**
 * What the value must at least be on a day, or null while nothing is asked: a value that is to be reached by a day is
 * asked for from that day on, a plan every day.
 */
export function wantedOn(limit: Limit, day: string): number | null {
  const { rule, goal, byDay, startDay, startAt } = limit
  if (rule === 'below-value') return byDay === null || day >= byDay ? goal : null
  if (byDay === null || startDay === null || startAt === null) return null
  return plannedOn({ startDay, startAt, byDay, goal }, day)
}

/** Nothing that could be measured is not short. The margin swallows what dividing leaves behind. */
export function isShort(value: number | null, wanted: number | null): boolean {
  return value !== null && wanted !== null && value < wanted - 1e-9
}

/**
 * How much must be added each day, from the day after `day` to `byDay` inclusive, to arrive at the goal. 0 when it is
 * reached; null when the day has passed and it is not.
 */
export function neededPerDay(
  value: number,
  plan: { goal: number; byDay: string },
  day: string,
): number | null {
  const missing = plan.goal - value
  if (missing <= 1e-9) return 0
  const days = dayNumber(plan.byDay) - dayNumber(day)
  return days <= 0 ? null : missing / days
}
