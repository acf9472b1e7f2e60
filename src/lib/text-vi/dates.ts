// Dates as Vietnamese offices write them: 30/9/2021, 30-9-2021, 30 tháng 9 năm 2021, 15/9, tháng 11/2025,
// quý II năm 2026, năm 2025. Plain ISO strings in and out, no clock.

export interface FoundDate {
  start: number
  end: number
  /** ISO date, the last day when a month, quarter or year is meant. Null when the year is not known. */
  date: string | null
  /** ISO date of the first day. */
  first: string | null
  grain: 'day' | 'month' | 'quarter' | 'year'
}

const patterns: { grain: FoundDate['grain']; at: RegExp }[] = [
  { grain: 'day', at: /(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)(?![\d/])/giu },
  {
    grain: 'day',
    at: /(?:ngày\s{1,3})?(\d{1,2})\s{1,3}tháng\s{1,3}(\d{1,2})(?:,?\s{1,3}năm\s{1,3}(\d{4}))?(?!\d)/giu,
  },
  { grain: 'month', at: /(?<!\d\s)tháng\s{1,3}(\d{1,2})(?:\s?[/-]\s?|\s{1,3}năm\s{1,3})(\d{4})(?!\d)/giu },
  {
    grain: 'quarter',
    at: /quý\s{1,3}(iv|i{1,3}|[1-4])(?:(?:\s?[/-]\s?|,?\s{1,3}năm\s{1,3})(\d{4}))?(?![\p{L}\d])/giu,
  },
  { grain: 'day', at: /(?<![\d/.,-])(\d{1,2})[/-](\d{1,2})(?![\d/-]|\s?[/-]\s?\d)/giu },
  { grain: 'month', at: /(?<!\d\s)tháng\s{1,3}(\d{1,2})(?![\d/]|\s{1,3}năm\s{1,3}\d)/giu },
  { grain: 'year', at: /năm\s{1,3}((?:19|20)\d\d)(?!\d)/giu },
]

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && leap ? 29 : (monthDays[month - 1] ?? 0)
}

export function isoDate(year: number, month: number, dayOfMonth: number): string | null {
  if (month < 1 || month > 12 || dayOfMonth < 1 || year < 1000 || dayOfMonth > daysInMonth(year, month))
    return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}

/** `days` after an ISO date, counting calendar days. */
export function addDays(iso: string, days: number): string {
  let [year = 0, month = 1, dayOfMonth = 1] = iso.split('-').map(Number)
  dayOfMonth += days
  while (dayOfMonth > daysInMonth(year, month)) {
    dayOfMonth -= daysInMonth(year, month)
    month = month === 12 ? 1 : month + 1
    if (month === 1) year++
  }
  while (dayOfMonth < 1) {
    month = month === 1 ? 12 : month - 1
    if (month === 12) year--
    dayOfMonth += daysInMonth(year, month)
  }
  return isoDate(year, month, dayOfMonth) ?? iso
}

const quarters: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 }

/** Every date in a text in reading order; `year` completes a day and month without a year. */
export function findDates(text: string, year: number | null): FoundDate[] {
  const found: FoundDate[] = []
  for (const { grain, at } of patterns) {
    at.lastIndex = 0
    for (let m = at.exec(text); m; m = at.exec(text)) {
      const start = m.index
      const end = start + m[0].length
      if (found.some((d) => start < d.end && end > d.start)) continue
      const value = valueOf(grain, m, year)
      if (value) found.push({ start, end, grain, ...value })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function valueOf(
  grain: FoundDate['grain'],
  m: RegExpExecArray,
  year: number | null,
): { date: string | null; first: string | null } | null {
  if (grain === 'day') return dayValue(Number(m[1]), Number(m[2]), m[3] ? Number(m[3]) : year)
  if (grain === 'month') {
    const month = Number(m[1])
    const of = m[2] ? Number(m[2]) : year
    if (month < 1 || month > 12) return null
    if (of === null) return { date: null, first: null }
    return { date: isoDate(of, month, daysInMonth(of, month)), first: isoDate(of, month, 1) }
  }
  if (grain === 'quarter') {
    const quarter = quarters[(m[1] ?? '').toLowerCase()] ?? 1
    const of = m[2] ? Number(m[2]) : year
    if (of === null) return { date: null, first: null }
    return {
      date: isoDate(of, quarter * 3, daysInMonth(of, quarter * 3)),
      first: isoDate(of, quarter * 3 - 2, 1),
    }
  }
  const of = Number(m[1])
  return { date: isoDate(of, 12, 31), first: isoDate(of, 1, 1) }
}

function dayValue(
  dayOfMonth: number,
  month: number,
  of: number | null,
): { date: string | null; first: string | null } | null {
  if (of === null)
    return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31
      ? { date: null, first: null }
      : null
  const date = isoDate(of, month, dayOfMonth)
  return date ? { date, first: date } : null
}
