import dayjs from 'dayjs'
import { useEffect, useState } from 'react'

/**
 * The only place in the browser that reads the wall clock. What has legal effect is dated by the server;
 * this clock only draws ("còn 3 ngày") and stamps what a device did while it was offline.
 */
export function now(): Date {
  return new Date()
}

let ahead: number | null = null

/** Takes the server's time from an answer (`Date` has whole seconds, so what is known is exact to about a second). */
export function heardServerTime(date: string | null): void {
  const said = date ? Date.parse(date) : NaN
  if (!Number.isNaN(said)) ahead = said - Date.now()
}

/** How far the server's clock is ahead of this device's, in milliseconds; null before its first answer. */
export const serverAheadMs = (): number | null => ahead

/** Việt Nam has one time zone and no daylight saving; the day a task is due is a day there, wherever the browser is. */
const vietnamOffsetMinutes = 7 * 60

/** Today in Việt Nam as `YYYY-MM-DD`. */
export function today(at: Date = now()): string {
  return new Date(at.getTime() + vietnamOffsetMinutes * 60_000).toISOString().slice(0, 10)
}

/** The current minute, redrawn while the page is open, so that "còn 1 ngày" does not go stale on a wall screen. */
export function useNow(everyMs = 60_000): Date {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return at
}

/** Whole days from one plain date to another: positive when `to` is later. */
export function daysBetween(from: string, to: string): number {
  return dayjs(to).startOf('day').diff(dayjs(from).startOf('day'), 'day')
}
