import { addDays } from '#lib/text-vi/index.ts'
import type { Office } from '../../domain/index.ts'

/** The dates of an office, both days included; `validTo` is null while no end is known. */
export type Tenure = Pick<Office, 'id' | 'validFrom' | 'validTo'>
export type TenureState = 'held' | 'coming' | 'over'

/** Where an office stands on a day (ISO dates compare as text). The last day still counts. */
export function tenureOn(tenure: Tenure, on: string): TenureState {
  if (tenure.validFrom > on) return 'coming'
  return tenure.validTo !== null && tenure.validTo < on ? 'over' : 'held'
}

export function heldOn<T extends Tenure>(offices: readonly T[], on: string): T[] {
  return offices.filter((office) => tenureOn(office, on) === 'held')
}

/** Held first, then what is still to come (soonest first), then what is over (latest first). */
export function byTenure<T extends Tenure>(offices: readonly T[], on: string): Record<TenureState, T[]> {
  const of = (state: TenureState) => offices.filter((office) => tenureOn(office, on) === state)
  return {
    held: of('held').sort((a, b) => compare(b.validFrom, a.validFrom)),
    coming: of('coming').sort((a, b) => compare(a.validFrom, b.validFrom)),
    over: of('over').sort((a, b) => compare(b.validTo ?? '', a.validTo ?? '')),
  }
}

/** True when after that last day no other office is held or to come: the person could then do nothing. */
export function leavesNone(offices: readonly Tenure[], endedId: string, lastDay: string): boolean {
  return !offices.some((o) => o.id !== endedId && (o.validTo === null || o.validTo > lastDay))
}

/**
 * The last days an office may be given: not before it began, and before the end it has already (the server takes an
 * earlier end, never a later one).
 */
export function lastDayBounds(tenure: Tenure): { min: string; max: string | undefined } {
  return {
    min: tenure.validFrom,
    max: tenure.validTo === null ? undefined : dayBefore(tenure.validTo),
  }
}

/** No day is left that would end it sooner. */
export function mayEnd(tenure: Tenure, on: string): boolean {
  const { min, max } = lastDayBounds(tenure)
  return tenureOn(tenure, on) !== 'over' && (max === undefined || max >= min)
}

export const dayBefore = (day: string) => addDays(day, -1)
export const dayAfter = (day: string) => addDays(day, 1)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The last day to propose: today, moved into what is allowed. */
export function firstLastDay(tenure: Tenure, today: string): string {
  const { min, max } = lastDayBounds(tenure)
  if (today < min) return min
  return max !== undefined && today > max ? max : today
}
