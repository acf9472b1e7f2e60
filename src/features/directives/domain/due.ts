import type { Deadline } from './task.ts'

/**
 * Where a task stands against its deadline. Derived, never stored (domain rule: states are computed from dates, not
 * typed by hand). `today` is a date in Việt Nam.
 */
export const dueStates = ['overdue', 'due-soon', 'not-yet-due', 'immediate', 'periodic', 'undated'] as const
export type DueState = (typeof dueStates)[number]

/** Days before the last day from which a task counts as due soon; the government office's own first reminder is 3 days. */
export const dueSoonDays = 3

export function dueState(deadline: Deadline | null, today: string): DueState {
  if (!deadline) return 'undated'
  if (deadline.kind === 'immediately') return 'immediate'
  if (deadline.kind === 'periodic') return 'periodic'
  if (!deadline.date) return 'undated'
  const left = daysBetween(today, deadline.date)
  if (left < 0) return 'overdue'
  return left <= dueSoonDays ? 'due-soon' : 'not-yet-due'
}

/** Whole days from one ISO date to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
