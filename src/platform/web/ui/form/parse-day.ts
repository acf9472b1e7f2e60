/** Day, month and year as Vietnamese write them: 15/9/2021, 15-09-2021, 15.9.21. Nothing else is guessed at. */
const dayPattern = /^\s{0,9}(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\s{0,9}$/

/** `YYYY-MM-DD`, or nothing when the text is no day that exists. */
export function parseDay(text: string): string | null {
  const [, day, month, year] = dayPattern.exec(text) ?? []
  if (!day || !month || !year) return null
  const iso = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${iso}T00:00:00Z`)
  // 31/2 is turned into 3/3 by some engines and into nothing by others: it is no day either way.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null
}
