import { daysBetween } from '../clock.ts'
import type { Meaning } from './meaning.ts'

export interface Due {
  /** The last day on which it is on time, `YYYY-MM-DD`; nothing when no deadline was set. */
  dueOn: string | null | undefined
  /** The day it was done; nothing while it is open. */
  doneOn?: string | null | undefined
}

/** From how many days before the deadline a task counts as due soon. */
const soonDays = 3

/** Where a deadline stands on a day. `days` is how many are left; negative when they are over. */
export function dueState(
  { dueOn, doneOn }: Due,
  today: string,
): { meaning: Meaning; days: number | undefined } {
  const days = dueOn ? daysBetween(doneOn ?? today, dueOn) : undefined
  if (doneOn) return { meaning: 'done', days }
  if (days === undefined) return { meaning: 'plain', days }
  if (days < 0) return { meaning: 'late', days }
  return { meaning: days <= soonDays ? 'soon' : 'plain', days }
}
