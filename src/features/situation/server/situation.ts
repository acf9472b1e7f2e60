import type { IndicatorDefinition } from '#registry/indicators/domain/index.ts'
import { readIndicator, readSeries } from '#registry/indicators/server/index.ts'
import { findUnitByPath } from '#registry/units/server/index.ts'
import { countIncidents, viewDutyNow } from '#features/command/server/index.ts'
import { reaches } from '#features/directives/domain/index.ts'
import {
  type BoundTarget,
  countTasksByState,
  listBoard,
  listBoundTargets,
  listMovements,
} from '#features/directives/server/index.ts'
import type { Actor } from '#platform/server/actor.ts'
import type { Clock } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/db.ts'
import type { MeasuredTarget, Situation } from '../domain/index.ts'

/** As many as one screen holds; each list's own page has the rest. */
const most = { bodies: 12, overdue: 12, movements: 15, targets: 12 } as const
/** A course longer than this tells nothing on a line of two hundred points. */
const courseDays = 90

/** Where everything stands now, for whoever leads: each part is asked of the feature that owns it. */
export async function viewSituation(
  tx: Db,
  actor: Actor,
  clock: Clock,
  indicators: readonly IndicatorDefinition[],
): Promise<Situation> {
  const today = clock.today()
  const role = actor.permissions.has('directives.oversee') ? 'overseen' : 'issued'
  const overdue = { role, state: 'overdue', sort: 'due', offset: 0, limit: most.overdue } as const
  const own = await findUnitByPath(tx, actor.unitPath)
  const targets = await listBoundTargets(tx, actor, most.targets)
  const measured: MeasuredTarget[] = []
  for (const target of targets) {
    const definition = indicators.find((one) => one.key === target.indicatorKey)
    if (definition) measured.push(await measure(tx, target, definition, today))
  }
  return {
    today,
    unit: { id: own?.id ?? '', name: own?.name ?? '' },
    tasks: await countTasksByState(tx, actor, { role, limit: most.bodies }, today),
    overdue: (await listBoard(tx, actor, overdue, today)).rows,
    movements: await listMovements(tx, startOfDay(clock), most.movements),
    targets: measured.sort(furthestFirst),
    duty: await viewDutyNow(tx, actor, clock),
    incidents: await countIncidents(tx, actor, clock),
  }
}

async function measure(
  tx: Db,
  target: BoundTarget,
  definition: IndicatorDefinition,
  today: string,
): Promise<MeasuredTarget> {
  const ask = { key: target.indicatorKey, atLeast: target.atLeast ?? undefined, unitId: target.unitId }
  const { numerator, denominator, asOf, computedAt, waiting, failure } = await readIndicator(tx, {
    ...ask,
    on: today,
  })
  const series = await readSeries(tx, { ...ask, from: daysBefore(today, courseDays), to: today })
  const known = computedAt !== null
  return {
    ...target,
    title: definition.title,
    noun: definition.noun,
    figure: {
      numerator: known ? numerator : null,
      denominator: known ? denominator : null,
      asOf,
      computedAt,
      waiting,
      failure: failure?.message ?? null,
      reached: known ? reaches(target, { numerator, denominator }) : null,
    },
    course: series.map((point) => ({ day: point.day, value: point.numerator })),
  }
}

/** Those that are not reached stand before those that are; the database gave them by their last day. */
const furthestFirst = (a: MeasuredTarget, b: MeasuredTarget) =>
  Number(a.figure.reached ?? false) - Number(b.figure.reached ?? false)

const daysBefore = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

/** Midnight in Việt Nam of the real day: what is logged carries real instants, also in an exercise. */
function startOfDay(clock: Clock): string {
  const vietnam = new Date(Date.parse(clock.now()) + 7 * 3600_000).toISOString().slice(0, 10)
  return new Date(`${vietnam}T00:00:00+07:00`).toISOString()
}
