import { dayNumber, neededPerDay } from '#registry/indicators/domain/index.ts'

/** What is still to be gained before a target's last day. Plain arithmetic, no forecast. */
export interface Pace {
  missing: number
  /** Days that are left after today; 0 on the last day, negative once it is past. null without a last day. */
  daysLeft: number | null
  /** Units a day until the last day, as the indicator's own page says it; on the last day all that is missing. */
  perDay: number | null
  state: 'reached' | 'open' | 'missed'
}

export function pace(have: number, goal: number, today: string, byDay: string | null): Pace {
  const missing = Math.max(0, goal - have)
  const daysLeft = byDay === null ? null : dayNumber(byDay) - dayNumber(today)
  if (missing === 0) return { missing, daysLeft, perDay: null, state: 'reached' }
  if (byDay === null || daysLeft === null) return { missing, daysLeft, perDay: null, state: 'open' }
  if (daysLeft < 0) return { missing, daysLeft, perDay: null, state: 'missed' }
  return { missing, daysLeft, perDay: neededPerDay(have, { goal, byDay }, today) ?? missing, state: 'open' }
}

/** A goal that is a share of the denominator as a number: 100 % of 91 is 91; half a commune counts as a whole one. */
export function goalCount(goal: number, kind: 'share' | 'count', denominator: number): number {
  return kind === 'share' ? Math.ceil(goal * denominator - 1e-9) : goal
}
