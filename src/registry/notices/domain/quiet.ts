/** Việt Nam keeps UTC+7 all year. */
const offsetMinutes = 7 * 60
const digestMinute = 7 * 60

/** Minutes since midnight on the wall clock of Việt Nam. */
export function minuteOfDay(instant: string): number {
  const at = new Date(instant)
  return (at.getUTCHours() * 60 + at.getUTCMinutes() + offsetMinutes) % (24 * 60)
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** `from` later than `to` means over midnight; equal means never quiet. Both as `HH:MM`. */
export function isQuiet(instant: string, quiet: { from: string | null; to: string | null }): boolean {
  if (quiet.from === null || quiet.to === null) return false
  const [now, from, to] = [minuteOfDay(instant), minutesOf(quiet.from), minutesOf(quiet.to)]
  return from <= to ? now >= from && now < to : now >= from || now < to
}

/** The last 07:00 in Việt Nam before `instant`: what was made before it belongs into the digest that is due. */
export function lastDigestAt(instant: string): string {
  const at = new Date(instant)
  const midnight = at.getTime() - minuteOfDay(instant) * 60_000 - (at.getTime() % 60_000)
  const today = midnight + digestMinute * 60_000
  return new Date(today <= at.getTime() ? today : today - 86_400_000).toISOString()
}
