import { daysBetween } from './due.ts'

/**
 * When a task recalls itself: 7, 3 and 1 days before its last day, and every day once that is past. The rhythm is this
 * product's own; no instrument that was read prescribes one (QĐ 42/2014/QĐ-TTg and QĐ 23/2018/QĐ-TTg ask for follow-up
 * and reminders without naming days), hence `verified: false`.
 */
export const reminderRule = {
  daysBefore: [7, 3, 1],
  /** From this many days late on, whoever assigned the task is told; from twice as many, the level above that. */
  escalateAfterDays: 5,
  instrument: null,
  verified: false,
} as const

/** Which reminder falls on a day; null on days without one, and on the last day itself. */
export function reminderOn(
  dueOn: string | null,
  today: string,
): { kind: 'before' | 'after'; days: number } | null {
  if (!dueOn) return null
  const days = daysBetween(today, dueOn)
  if (days < 0) return { kind: 'after', days }
  return (reminderRule.daysBefore as readonly number[]).includes(days) ? { kind: 'before', days } : null
}

/** How many levels up are told: none, whoever assigned it, and those above. */
export function escalationLevels(dueOn: string | null, today: string): number {
  if (!dueOn) return 0
  return Math.max(0, Math.floor(daysBetween(dueOn, today) / reminderRule.escalateAfterDays))
}
