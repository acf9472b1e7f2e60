import type { CommitteeKind, CommitteeOffice, Finding } from './committee.ts'

interface Held {
  personName: string
  office: CommitteeOffice
  fromDay: string
  toDay: string | null
}

/** An office that ends within so many days is said beforehand. */
const soonDays = 14

export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

export const heldOn = (held: Pick<Held, 'fromDay' | 'toDay'>, day: string): boolean =>
  held.fromDay <= day && (held.toDay === null || day <= held.toDay)

/**
 * What is wrong with a committee on a day. BT-0904 §4: the party secretary heads the Steering Committee; the chair of
 * the People's Committee is its standing deputy and commands. `members` are all that ever were.
 */
export function committeeFindings(kind: CommitteeKind, members: readonly Held[], day: string): Finding[] {
  const leader: CommitteeOffice = kind === 'command-centre' ? 'commander' : 'head'
  const on = (office: CommitteeOffice) => members.some((m) => m.office === office && heldOn(m, day))
  const found: Finding[] = []
  const say = (code: Finding['code'], rest: Partial<Finding> = {}) =>
    found.push({ code, from: null, to: null, name: null, ...rest })
  if (!on(leader)) say(leader === 'head' ? 'no-head' : 'no-commander')
  if (kind === 'steering-committee' && !on('standing-deputy')) say('no-standing-deputy')
  for (const gap of officeGaps(members, leader)) say('leader-gap', gap)
  for (const m of members)
    if (heldOn(m, day) && m.toDay !== null && m.toDay <= dayAfter(day, soonDays))
      say('ends-soon', { to: m.toDay, name: m.personName })
  return found
}

/** The days between two holders of an office on which nobody held it. */
export function officeGaps(
  members: readonly Held[],
  office: CommitteeOffice,
): { from: string; to: string }[] {
  const held = members.filter((m) => m.office === office).sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1))
  const gaps: { from: string; to: string }[] = []
  held.forEach((m, i) => {
    const before = held[i - 1]
    if (before?.toDay && dayAfter(before.toDay) < m.fromDay)
      gaps.push({ from: dayAfter(before.toDay), to: dayAfter(m.fromDay, -1) })
  })
  return gaps
}
