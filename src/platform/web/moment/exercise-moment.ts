const dayMs = 86_400_000

/**
 * The same hour on the day of the exercise. In an exercise days count from another date, one for one, while instants
 * stay real (docs/decisions/0005): shown as they are, a document would be issued five years after its deadlines.
 * `realToday` and `today` are the day on the wall and the day of the exercise, both in Việt Nam.
 */
export function exerciseMoment(at: string, realToday: string, today: string): string {
  const shift = Date.parse(`${today}T00:00:00Z`) - Date.parse(`${realToday}T00:00:00Z`)
  return new Date(Date.parse(at) + Math.round(shift / dayMs) * dayMs).toISOString()
}
