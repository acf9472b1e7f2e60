/** A shift as the rules see it: instants, and who. */
export interface Hours {
  id: string
  accountId: string
  startsAt: string
  endsAt: string
}
export interface Span {
  from: string
  to: string
}
export interface DoubleBooking {
  accountId: string
  shiftId: string
  /** The other shift; it may be one of another desk. */
  otherId: string
  from: string
  to: string
}
export interface ShortRest {
  accountId: string
  shiftId: string
  beforeId: string
  minutes: number
}

/**
 * Bộ luật Lao động 45/2019/QH14, Article 110: whoever works in shifts rests at least 12 hours before going over to
 * another shift. Known, not read here, and officials are not under it: shown as a warning, refuses nothing.
 */
export const restRule = {
  minutes: 12 * 60,
  instrument: 'Bộ luật Lao động 45/2019/QH14, Điều 110',
  verified: false,
} as const

const at = Date.parse
const byStart = (a: Hours, b: Hours) => at(a.startsAt) - at(b.startsAt) || at(a.endsAt) - at(b.endsAt)
const iso = (time: number) => new Date(time).toISOString()

/** The times between `from` and `to` in which nobody is on duty. A minute without anybody is a hole. */
export function gapsIn(shifts: readonly Hours[], { from, to }: Span): Span[] {
  const gaps: Span[] = []
  let covered = at(from)
  for (const shift of [...shifts].sort(byStart)) {
    const [start, end] = [at(shift.startsAt), at(shift.endsAt)]
    if (end <= covered) continue
    if (start >= at(to)) break
    if (start > covered) gaps.push({ from: iso(covered), to: iso(start) })
    covered = end
  }
  if (covered < at(to)) gaps.push({ from: iso(covered), to })
  return gaps
}

/** One person in two places. `own` are the desk's shifts, `elsewhere` what the same people do at other desks. */
export function doubleBookings(own: readonly Hours[], elsewhere: readonly Hours[] = []): DoubleBooking[] {
  const found: DoubleBooking[] = []
  own.forEach((shift, i) => {
    for (const other of [...own.slice(i + 1), ...elsewhere]) {
      if (other.accountId !== shift.accountId || other.id === shift.id) continue
      const [from, to] = [
        Math.max(at(shift.startsAt), at(other.startsAt)),
        Math.min(at(shift.endsAt), at(other.endsAt)),
      ]
      if (from < to)
        found.push({
          accountId: shift.accountId,
          shiftId: shift.id,
          otherId: other.id,
          from: iso(from),
          to: iso(to),
        })
    }
  })
  return found
}

/** Shifts that begin before the person has rested since the one before, wherever that was. */
export function shortRests(own: readonly Hours[], elsewhere: readonly Hours[] = []): ShortRest[] {
  const ids = new Set(own.map((shift) => shift.id))
  const last = new Map<string, Hours>()
  const found: ShortRest[] = []
  for (const shift of [...own, ...elsewhere].sort(byStart)) {
    const before = last.get(shift.accountId)
    last.set(shift.accountId, shift)
    if (!before || !(ids.has(shift.id) || ids.has(before.id))) continue
    const minutes = (at(shift.startsAt) - at(before.endsAt)) / 60_000
    if (minutes >= 0 && minutes < restRule.minutes)
      found.push({ accountId: shift.accountId, shiftId: shift.id, beforeId: before.id, minutes })
  }
  return found
}

export const patterns = ['3x8', '2x12', '1x24'] as const
export type Pattern = (typeof patterns)[number]
const hoursOf: Record<Pattern, number> = { '3x8': 8, '2x12': 12, '1x24': 24 }

/** Việt Nam has no daylight saving: an hour of a day there is one instant. */
export const vietnamInstant = (day: string, minutes: number) =>
  iso(Date.parse(`${day}T00:00:00+07:00`) + minutes * 60_000)

/**
 * The shifts of the days `from` … `to` (both included), the people taking turns in their order. `startsAt` is the minute
 * of the day at which the first shift begins, e.g. 420 for 07:00.
 */
export function rotation(input: {
  from: string
  days: number
  pattern: Pattern
  startsAt: number
  people: readonly string[]
}): { accountId: string; startsAt: string; endsAt: string }[] {
  const hours = hoursOf[input.pattern]
  const perDay = 24 / hours
  return Array.from({ length: input.days * perDay }, (_, i) => {
    const start = input.startsAt + i * hours * 60
    return {
      accountId: input.people[i % input.people.length]!,
      startsAt: vietnamInstant(input.from, start),
      endsAt: vietnamInstant(input.from, start + hours * 60),
    }
  })
}
