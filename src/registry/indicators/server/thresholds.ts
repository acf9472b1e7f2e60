import type { Actor } from '#platform/server/actor.ts'
import { recordAudit, recordSystemAudit } from '#platform/server/audit.ts'
import type { Db } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { announce } from '#platform/server/live.ts'
import { problem } from '#platform/server/problem.ts'
import { isShort, type SetThreshold, type Threshold, valueOf, wantedOn } from '../domain/index.ts'
import { mustCover, mustKnow, mustSeeUnit, mustTake } from './access.ts'
import { ensureInstance } from './actions.ts'
import type { IndicatorSource } from './source.ts'
import { readIndicator } from './store.ts'
import * as store from './threshold-store.ts'

/** A figure fell below what a threshold asks for, or came back. `unitPath`: who may know. */
export interface CrossedThreshold {
  thresholdId: string
  /** Whose threshold it is: the one to tell. */
  bodyId: string
  key: string
  unitId: string
  unitPath: string
  short: boolean
  onDay: string
  value: number | null
  wanted: number
}

/** What is watched of the unit and below it; only within what the office covers, so nothing for a unit above. */
export async function viewThresholds(
  tx: Db,
  actor: Actor,
  sources: readonly IndicatorSource[],
  key: string,
  unitId: string | undefined,
) {
  mustKnow(sources, key)
  const unit = await mustSeeUnit(tx, actor, unitId)
  const rows = await store.listThresholds(tx, actor, { key, path: unit.path })
  return {
    rows,
    warnings: await store.listWarnings(
      tx,
      rows.map((row) => row.id),
    ),
  }
}

/** “Warn me when …”, on a unit that the office covers. A plan begins today, with what is measured today. */
export async function setThreshold(
  tx: Db,
  actor: Actor,
  parts: { sources: readonly IndicatorSource[]; jobs: Jobs } & Pick<CheckParts, 'today' | 'onWarning'>,
  key: string,
  given: SetThreshold,
): Promise<Threshold> {
  const source = mustKnow(parts.sources, key)
  const atLeast = mustTake(source, given.atLeast)
  const unit = await mustCover(tx, actor, given.unitId)
  refuseNonsense(source, given, parts.today)
  await ensureInstance(tx, parts.jobs, key, { atLeast })
  const figure = await readIndicator(tx, { key, atLeast, unitId: unit.id, on: parts.today })
  const isPlan = given.rule === 'below-plan'
  const added = await store.addThreshold(tx, actor, {
    ...given,
    key,
    atLeast,
    unitPath: unit.path,
    startDay: isPlan ? parts.today : null,
    startAt: isPlan ? (valueOf(source, figure) ?? 0) : null,
  })
  if (!added) throw problem.duplicate({ what: 'threshold', field: 'id' })
  await recordAudit(tx, actor, 'indicator.threshold-set', given.id, {
    key,
    atLeast,
    unitId: unit.id,
    rule: given.rule,
    goal: given.goal,
    byDay: given.byDay,
  })
  // Short from the beginning: that is told as any other crossing is, and no second time by the job.
  await checkThresholds(tx, source, { today: parts.today, onWarning: parts.onWarning, only: given.id })
  return mustFind(tx, actor, given.id)
}

function refuseNonsense(source: IndicatorSource, given: SetThreshold, today: string) {
  const issues = []
  if (source.measure !== 'sum' && given.goal > 1)
    issues.push({ path: 'goal', found: `${given.goal}`, expected: 'một tỷ lệ từ 0 đến 1' })
  if (given.rule === 'below-plan' && (given.byDay === null || given.byDay <= today))
    issues.push({ path: 'byDay', found: given.byDay ?? '', expected: `một ngày sau ${today}` })
  if (issues.length > 0) throw problem.invalid({ where: 'threshold', issues })
}

/** By the body that set it; others who see it may not. */
export async function endThreshold(tx: Db, actor: Actor, id: string, version: number): Promise<Threshold> {
  const found = await mustFind(tx, actor, id)
  if (found.bodyId !== actor.bodyId) throw problem.forbidden({ action: 'indicators.bind' })
  if ((await store.endThreshold(tx, id, version)) === 0)
    throw problem.stale({ what: 'threshold', expected: version, actual: found.version, current: found })
  await recordAudit(tx, actor, 'indicator.threshold-ended', id, { key: found.key })
  return mustFind(tx, actor, id)
}

async function mustFind(tx: Db, actor: Actor, id: string): Promise<Threshold> {
  const found = await store.findThreshold(tx, actor, id)
  if (!found) throw problem.notFound({ what: 'threshold', id })
  return found
}

export interface CheckParts {
  today: string
  /** Leave out those that were looked at today already. */
  onlyUnchecked?: boolean
  /** This threshold alone. */
  only?: string
  /** A port: app tells offices (notices); in the transaction of the warning. */
  onWarning?: ((tx: Db, crossed: CrossedThreshold) => Promise<void>) | undefined
}

/** Holds what is watched against the figures of today, and records every crossing, both ways. */
export async function checkThresholds(tx: Db, source: IndicatorSource, parts: CheckParts): Promise<void> {
  const { today } = parts
  for (const one of await store.takeWatched(tx, source.key, {
    before: parts.onlyUnchecked ? today : undefined,
    only: parts.only,
  })) {
    const { unitId, atLeast, unitPath } = one
    const figure = await readIndicator(tx, { key: source.key, atLeast, unitId, on: today })
    // A figure that was never computed says nothing, and nobody is to be warned by it.
    if (figure.computedAt === null) continue
    const [value, wanted] = [valueOf(source, figure), wantedOn(one, today)]
    const short = isShort(value, wanted)
    await store.setChecked(tx, one.id, today, short)
    if (short === one.short || wanted === null) continue
    const crossed = {
      thresholdId: one.id,
      bodyId: one.bodyId,
      key: source.key,
      unitId,
      unitPath,
      short,
      onDay: today,
      value,
      wanted,
    }
    await store.addWarning(tx, crossed)
    await recordSystemAudit(tx, short ? 'indicator.fell-short' : 'indicator.came-back', one.id, crossed)
    await announce(tx, 'indicators', unitPath)
    await parts.onWarning?.(tx, crossed)
  }
}
