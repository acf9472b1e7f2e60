import { daysBetween, dueSoonDays } from './due.ts'

/**
 * Where a task stands: (done or not) × (late or not), as the Government's own reports count it (report
 * 1270/BC-TCTTTg of 27/12/2017: done on time, done late, not done within the deadline, overdue). Always derived from
 * dates and never stored or typed.
 */
export const followStates = [
  'overdue',
  'due-soon',
  'not-yet-due',
  'no-deadline',
  'done-late',
  'done-on-time',
] as const
export type FollowState = (typeof followStates)[number]

/** As papers and spreadsheets say it. */
export const followStateNames: Record<FollowState, string> = {
  overdue: 'Quá hạn',
  'due-soon': 'Sắp đến hạn',
  'not-yet-due': 'Chưa đến hạn',
  'no-deadline': 'Không có thời hạn',
  'done-late': 'Hoàn thành quá hạn',
  'done-on-time': 'Hoàn thành đúng hạn',
}

export interface FollowFacts {
  /** The issuing office has accepted that it is done. */
  accepted: boolean
  /** The day it was done, as the body says (while the report waits) or as the office accepted it. */
  doneOn: string | null
  /** The last day that counts: with the extensions that are in force. */
  dueOn: string | null
}

/**
 * One body's task on a day in Việt Nam. While a report that says “done on …” waits for the office, the task stands still
 * at that day: the body is not made late by the office's own slowness. The last day itself is on time.
 */
export function followState({ accepted, doneOn, dueOn }: FollowFacts, today: string): FollowState {
  if (accepted) return dueOn && doneOn && doneOn > dueOn ? 'done-late' : 'done-on-time'
  if (!dueOn) return 'no-deadline'
  const left = daysBetween(doneOn ?? today, dueOn)
  if (left < 0) return 'overdue'
  return left <= dueSoonDays ? 'due-soon' : 'not-yet-due'
}

/** A task with several lead bodies stands where the worst of them stands: done when all are, late when one was. */
export function worstState(states: readonly FollowState[]): FollowState | null {
  return followStates.find((state) => states.includes(state)) ?? null
}

/** Days past the last day; 0 when it is not past. */
export function daysLate({ accepted, doneOn, dueOn }: FollowFacts, today: string): number {
  if (!dueOn) return 0
  const until = accepted ? (doneOn ?? dueOn) : (doneOn ?? today)
  return Math.max(0, daysBetween(dueOn, until))
}

/**
 * The last day that was in force on a day: the original one, or that of the last extension granted by then. An
 * extension granted after the work was done does not make it timely.
 */
export function deadlineInForce(
  original: string | null,
  grants: readonly { grantedOn: string; dueOn: string }[],
  on: string,
): string | null {
  let inForce = original
  for (const grant of [...grants].sort((a, b) => (a.grantedOn < b.grantedOn ? -1 : 1))) {
    if (grant.grantedOn <= on) inForce = grant.dueOn
  }
  return inForce
}
