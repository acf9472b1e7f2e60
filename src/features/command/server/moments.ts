import type { Clock } from '#platform/server/clock.ts'

/**
 * The hour by which rosters are read. In an exercise the day is the exercise's and the hour is the real one; otherwise
 * it is simply now. What is logged keeps real instants (platform/server/clock.ts).
 */
export function dutyNow(clock: Clock): string {
  const vietnam = new Date(Date.parse(clock.now()) + 7 * 3600_000).toISOString()
  return new Date(`${clock.today()}T${vietnam.slice(11, 23)}+07:00`).toISOString()
}

/** Real instants of a span of the exercise's calendar: the logbook of a shift is cut by them. */
export function realSpan(clock: Clock, span: { from: string; to: string }) {
  const shift = Date.parse(clock.now()) - Date.parse(dutyNow(clock))
  const real = (instant: string) => new Date(Date.parse(instant) + shift).toISOString()
  return { from: real(span.from), to: real(span.to) }
}

/** `14:05 16/10/2021`, in Việt Nam. */
export function momentOf(instant: string): string {
  const local = new Date(Date.parse(instant) + 7 * 3600_000).toISOString()
  return `${local.slice(11, 16)} ${dayOf(local.slice(0, 10))}`
}

/** NĐ 30/2020: days below ten and the months January and February carry a zero. */
export function dayOf(iso: string): string {
  const [year, month, day] = iso.split('-')
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`
}
