import { formatMoment } from '#platform/web/words/index.ts'
import type { Roster, Shift } from '../../domain/index.ts'

export interface Block {
  id: string
  from: string
  to: string
  shift: Shift | undefined
}

/** The day in Việt Nam on which an instant lies. */
export const dayOf = (instant: string) =>
  new Date(Date.parse(instant) + 7 * 3600_000).toISOString().slice(0, 10)

/** `07:00–15:00` */
export const hoursOf = (from: string, to: string) =>
  `${formatMoment(from).slice(0, 5)}–${formatMoment(to).slice(0, 5)}`

/** The roster day by day: shifts and holes in the order of their beginning. What begins before the first day stands on it. */
export function byDay(roster: Roster): { day: string; blocks: Block[] }[] {
  const blocks: Block[] = [
    ...roster.shifts.map((shift) => ({ id: shift.id, from: shift.startsAt, to: shift.endsAt, shift })),
    ...roster.findings.gaps.map((gap) => ({ id: gap.from, ...gap, shift: undefined })),
  ].sort((a, b) => Date.parse(a.from) - Date.parse(b.from))
  const days: { day: string; blocks: Block[] }[] = []
  for (let day = roster.from; day <= roster.to; day = dayAfter(day)) days.push({ day, blocks: [] })
  for (const block of blocks) {
    const day = dayOf(block.from)
    const place = days.find((d) => d.day === day) ?? days[0]
    place?.blocks.push(block)
  }
  return days
}

export const dayAfter = (day: string, days = 1) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
