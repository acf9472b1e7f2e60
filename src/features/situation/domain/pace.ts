/**
 * What is still to be gained before a target's last day. Plain arithmetic, no forecast: what is missing, divided by the
 * days that are left with today among them.
 */
export interface Pace {
  missing: number
  /** Days left, today included; negative days are past. null without a last day. */
  daysLeft: number | null
  /** Units a day from today on; null when nothing is missing, no day is left, or there is no last day. */
  perDay: number | null
  state: 'reached' | 'open' | 'missed'
}

export function pace(have: number, goal: number, today: string, byDay: string | null): Pace {
  const missing = Math.max(0, goal - have)
  const daysLeft = byDay === null ? null : daysFrom(today, byDay) + 1
  if (missing === 0) return { missing, daysLeft, perDay: null, state: 'reached' }
  if (daysLeft === null) return { missing, daysLeft, perDay: null, state: 'open' }
  if (daysLeft < 1) return { missing, daysLeft, perDay: null, state: 'missed' }
  return { missing, daysLeft, perDay: missing / daysLeft, state: 'open' }
}

/** A goal that is a share of the denominator as a number: 100 % of 91 is 91; half a commune counts as a whole one. */
export function goalCount(goal: number, kind: 'share' | 'count', denominator: number): number {
  return kind === 'share' ? Math.ceil(goal * denominator - 1e-9) : goal
}

function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
