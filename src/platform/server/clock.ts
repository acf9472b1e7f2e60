/**
 * The one room where the wall clock is read. Everything else is handed an instant or a date, so that rules can be
 * replayed for 2021 and tests can stand still.
 */
export type Instant = string & { readonly __instant?: never } // ISO 8601 in UTC, e.g. 2021-08-11T02:00:00.000Z
export type PlainDate = string & { readonly __date?: never } // ISO date in Việt Nam, e.g. 2021-08-11

export interface Clock {
  now(): Instant
  today(): PlainDate
  /** Milliseconds that only ever grow; for measuring, never for legal effect. */
  elapsed(): number
}

/** Việt Nam has kept UTC+7 without daylight saving since 1975, so a fixed offset is exact. */
const vietnamOffset = 7 * 3600_000

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => new Date(Date.now() + vietnamOffset).toISOString().slice(0, 10),
  elapsed: () => performance.now(),
}

/**
 * For exercises and the demo: days count from `from` on the day the exercise began, one for one. Instants stay real,
 * so nothing that is logged or signed carries an invented time.
 */
export function exerciseClock(base: Clock, from: PlainDate, begun: PlainDate): Clock {
  const shift = Date.parse(`${from}T00:00:00Z`) - Date.parse(`${begun}T00:00:00Z`)
  return {
    ...base,
    today: () => new Date(Date.parse(`${base.today()}T00:00:00Z`) + shift).toISOString().slice(0, 10),
  }
}
