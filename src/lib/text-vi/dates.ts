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
  /** How a span of several days, months or quarters is joined: "05-10/9", "tháng 9 - tháng 12" from the first to the last, "quý III, quý IV" each. */
  joined?: 'dash' | 'and'
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

/** Spans written with one unit: "05-10/9/2021", "tháng 9, 10/2021", "quý III-IV/2021". */
const spans: typeof patterns = [
  {
    grain: 'day',
    at: /(?<![\d/.,-])(\d{1,2})\s?[-–]\s?(\d{1,2})\/(\d{1,2})(?:\/((?:19|20)\d\d))?(?![\d/])/giu,
  },
  {
    grain: 'month',
    at: /tháng\s{1,3}(\d{1,2})(?:,\s?|\s?[-–]\s?|\svà\s)(\d{1,2})(?:\s?\/\s?|\snăm\s)(20\d\d)(?!\d)/giu,
  },
  {
    grain: 'quarter',
    at: /quý\s{1,3}(iv|i{1,3}|[1-4])(?:,\s?|\s?[-–]\s?|\svà\s)(iv|i{1,3}|[1-4])(?:(?:\s?[/-]\s?|,?\snăm\s)(\d{4}))?(?![\p{L}\d])/giu,
  },
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

/** The first of several days that share the month behind the last: "05-10/9/2021", "05, 06 và 07/9", "09 và 10 tháng 10". */
const firstOfDays = /(?<![\d/.,-])(\d{1,2})(?:, ?\d{1,2}){0,6}(?: ?([-–]) ?|, ?| và (?:ngày )?)$/iu

/** What joins months and quarters to one span. */
const between = /^(?:,| và| ?[-–])? ?$/iu

/** Days of one month, and months and quarters beside one another, put together to spans. */
function joinedDates(text: string, dates: readonly FoundDate[]): FoundDate[] {
  const out: FoundDate[] = []
  for (const date of dates) {
    const last = out.at(-1)
    if (date.grain === 'day') {
      const spread = spreadDays(text, date, last?.end ?? 0)
      out.push(spread ?? date)
      continue
    }
    const gap = last ? text.slice(last.end, date.start) : ''
    if (last && last.grain === date.grain && date.grain !== 'year' && gap !== '' && between.test(gap))
      out[out.length - 1] = {
        ...last,
        end: date.end,
        date: date.date,
        joined: /[-–]/u.test(gap) ? 'dash' : 'and',
      }
    else out.push(date)
  }
  return out
}

function spreadDays(text: string, date: FoundDate, from: number): FoundDate | null {
  if (date.date === null || /^ngày/iu.test(text.slice(date.start, date.end))) return null
  const m = firstOfDays.exec(text.slice(Math.max(from, date.start - 48), date.start))
  const day = (m?.[1] ?? '').padStart(2, '0')
  if (!m || day === '00' || day >= date.date.slice(8)) return null
  const start = date.start - m[0].length
  return { ...date, start, first: date.date.slice(0, 8) + day, joined: m[2] ? 'dash' : 'and' }
}

function foundSpans(text: string, year: number | null): FoundDate[] {
  const found: FoundDate[] = []
  for (const { grain, at } of spans) {
    at.lastIndex = 0
    for (let m = at.exec(text); m; m = at.exec(text)) {
      const [, first = '', last = '', ...rest] = m
      const ends = [first, last].map((one) => valueOf(grain, ['', one, ...rest], year))
      const [from, to] = ends
      if (!from || !to || from.first === null || to.date === null || from.first >= to.date) continue
      const start = m.index
      // The group with what joins them is not kept apart: it stands behind the first number.
      const joined = m[0].includes('–') || m[0].slice(0, 14).includes('-') ? 'dash' : 'and'
      found.push({ start, end: start + m[0].length, grain, date: to.date, first: from.first, joined })
    }
  }
  return found
}

/** Every date in a text in reading order; `year` completes a day and month without a year. */
export function findDates(text: string, year: number | null): FoundDate[] {
  const found = foundSpans(text, year)
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
  return joinedDates(
    text,
    found.sort((a, b) => a.start - b.start),
  )
}

function valueOf(
  grain: FoundDate['grain'],
  m: readonly (string | undefined)[],
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
