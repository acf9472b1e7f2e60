import { walkXml } from '../zip/xml.ts'

/** Built-in formats that show a date (ECMA-376 §18.8.30). */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** Numbers of the cell styles whose format shows a day, month or year. */
export function dateStyles(xml: string | null): ReadonlySet<number> {
  const dates = new Set<number>()
  if (xml === null) return dates
  const formats = new Map<number, string>()
  let inCells = false
  let style = 0
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'x:numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (name === 'x:cellXfs') inCells = true
      else if (name === 'x:xf' && inCells) {
        const format = Number(attributes.numFmtId ?? 0)
        if (builtInDates.has(format) || showsDay(formats.get(format))) dates.add(style)
        style++
      }
    },
    close: (name) => {
      if (name === 'x:cellXfs') inCells = false
    },
  })
  return dates
}

/** A custom format shows a day when d or y stands outside quotes and brackets ("dd/mm/yyyy", "[$-42A]d mmmm"). */
function showsDay(format: string | undefined): boolean {
  if (format === undefined) return false
  return /[dy]/i.test(
    format
      .replace(/"[^"]*"/g, '')
      .replace(/\[[^[\]]*\]/g, '')
      .replace(/\\./g, ''),
  )
}

/** A stored number as text: dates as YYYY-MM-DD (with hh:mm where there is a time), other numbers without noise. */
export function showNumber(stored: string, isDate: boolean, from1904: boolean): string {
  const value = Number(stored)
  if (!Number.isFinite(value)) return stored
  // 0.1 + 0.2 is stored as 0.30000000000000004; Excel itself shows 15 digits.
  if (!isDate || value < 0 || value > 2_958_465) return String(Number(value.toPrecision(15)))
  // Day 60 of the 1900 system is 29 February 1900, which never was: later days are one too high.
  const days = from1904 ? value + 1462 : value < 60 ? value + 1 : value
  const at = new Date(Math.round((days - 25_569) * 86_400) * 1000).toISOString()
  return at.endsWith('T00:00:00.000Z') ? at.slice(0, 10) : at.slice(0, 16).replace('T', ' ')
}
