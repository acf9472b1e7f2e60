import {
  doubleBookings,
  type DoubleBooking,
  gapsIn,
  type Hours,
  shortRests,
  type ShortRest,
  type Span,
} from './roster.ts'

export interface Consequences {
  doubles: DoubleBooking[]
  rests: ShortRest[]
  /** Hours of `span` in which nobody would be on duty. */
  gaps: Span[]
}

/**
 * What would be wrong if `planned` stood in the roster, in place of the shift with its id: said while one still plans,
 * and refused by nobody. `span` are the hours that it fills or moves away from. Shifts at other desks are not known here;
 * the server finds those when it is saved.
 */
export function consequencesOf(shifts: readonly Hours[], planned: Hours, span: Span): Consequences {
  const after = [...shifts.filter((shift) => shift.id !== planned.id), planned]
  return {
    doubles: doubleBookings(after).filter((one) => [one.shiftId, one.otherId].includes(planned.id)),
    rests: shortRests(after).filter((one) => [one.shiftId, one.beforeId].includes(planned.id)),
    gaps: gapsIn(after, span),
  }
}
