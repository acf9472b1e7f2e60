import type { FollowPart, TaskFollow, TaskReport } from '../../domain/index.ts'

/** What a task asks of the one who looks at it, first things first. */
export type NextStep =
  | { kind: 'ended'; how: 'withdrawn' | 'superseded' }
  | { kind: 'decide'; reports: number }
  | { kind: 'decide-extensions'; requests: number }
  | { kind: 'returned'; reason: string }
  | { kind: 'reported' }
  | { kind: 'accepted' }
  | { kind: 'proposes-done' }
  | { kind: 'asked-more'; until: string }
  | { kind: 'lead'; dueOn: string | null; daysLate: number }
  | { kind: 'coordinate' }
  | { kind: 'confirmed' }
  | { kind: 'follow'; open: number; late: number }
  | { kind: 'watch' }

/** Reports of lead bodies that the issuing office has not read yet, oldest first. */
export function waitingReports(follow: Pick<TaskFollow, 'reports'>): TaskReport[] {
  return follow.reports
    .filter((report) => report.state === 'submitted')
    .sort((a, b) => a.at.localeCompare(b.at))
}

export function partOf(follow: Pick<TaskFollow, 'parts'>, bodyId: string | undefined) {
  const mine = follow.parts.filter((part) => part.bodyId === bodyId)
  return mine.find((part) => part.part === 'lead') ?? mine.find((part) => part.part === 'coordinate')
}

/** What stands in the way of others comes before one's own work: a report that nobody reads stops a body below. */
export function nextStep(follow: TaskFollow, bodyId: string | undefined): NextStep {
  if (follow.ended) return { kind: 'ended', how: follow.ended }
  const reports = waitingReports(follow).length
  if (follow.may.decide && reports > 0) return { kind: 'decide', reports }
  const requests = follow.extensions.filter((one) => one.state === 'asked').length
  if (follow.may.decide && requests > 0) return { kind: 'decide-extensions', requests }
  const mine = partOf(follow, bodyId)
  if (follow.may.decide && !mine) return following(follow)
  if (mine?.part === 'lead') return leading(follow, mine)
  if (mine?.part === 'coordinate') {
    const confirmed = follow.reports.some((one) => one.bodyId === bodyId && one.state === 'confirmed')
    return { kind: confirmed ? 'confirmed' : 'coordinate' }
  }
  return { kind: 'watch' }
}

function following(follow: TaskFollow): NextStep {
  const open = follow.parts.filter((part) => part.part === 'lead' && !part.followState.startsWith('done'))
  if (open.length === 0) return { kind: 'accepted' }
  const late = open.filter((part) => part.followState === 'overdue')
  return { kind: 'follow', open: open.length, late: late.length }
}

function leading(follow: TaskFollow, mine: FollowPart): NextStep {
  if (mine.state === 'accepted') return { kind: 'accepted' }
  if (mine.state === 'reported') return { kind: 'reported' }
  if (mine.state === 'withdrawn' || mine.state === 'superseded') return { kind: 'ended', how: mine.state }
  if (mine.state === 'returned') {
    const last = follow.reports
      .filter((one) => one.bodyId === mine.bodyId && one.state === 'returned')
      .sort((a, b) => b.at.localeCompare(a.at))[0]
    return { kind: 'returned', reason: last?.reason ?? '' }
  }
  if (follow.proposesDone) return { kind: 'proposes-done' }
  const asked = follow.extensions.find((one) => one.bodyId === mine.bodyId && one.state === 'asked')
  if (asked) return { kind: 'asked-more', until: asked.dueAsked }
  return { kind: 'lead', dueOn: mine.dueOn, daysLate: mine.daysLate }
}
