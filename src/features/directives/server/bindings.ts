import { atLeastOf, type IndicatorDefinition, takes } from '#registry/indicators/domain/index.ts'
import { ensureInstance, readIndicator } from '#registry/indicators/server/index.ts'
import { type Actor, covers } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { problem } from '#platform/server/problem.ts'
import {
  type BindTarget,
  type LiveFigure,
  reaches,
  suggestIndicators,
  type TargetBinding,
  type TaskTarget,
} from '../domain/index.ts'
import { recordAct } from './act-store.ts'
import * as store from './binding-store.ts'
import { listParts } from './part-store.ts'
import { mustBeSeen, mustTakeTask, raced } from './standing.ts'
import type { SeenTask } from './standing-store.ts'

export type Indicators = readonly IndicatorDefinition[]

/** The office of the body that issued the task, or of one that leads it, says what measures it. */
export async function mayBind(tx: Db, actor: Actor, task: SeenTask): Promise<boolean> {
  if (!actor.permissions.has('indicators.bind')) return false
  if (task.issuerId === actor.bodyId) return true
  return (await listParts(tx, task.id)).some((p) => p.part === 'lead' && p.bodyId === actor.bodyId)
}

async function mustBind(tx: Db, actor: Actor, taskId: string, index: number) {
  const task = await mustTakeTask(tx, actor, taskId)
  if (!(await mayBind(tx, actor, task))) throw problem.forbidden({ action: 'indicators.bind' })
  if (!task.content.targets[index]) {
    const expected = `chỉ tiêu của nhiệm vụ này (có ${task.content.targets.length})`
    throw problem.invalid({ where: 'index', issues: [{ path: 'index', found: String(index), expected }] })
  }
  return task
}

/** Binds a target, or binds it anew: the binding before is ended and stays in the history. */
export async function bindTarget(
  tx: Db,
  actor: Actor,
  at: { taskId: string; index: number },
  input: BindTarget,
  with_: { indicators: Indicators; jobs: Jobs },
) {
  const task = await mustBind(tx, actor, at.taskId, at.index)
  const definition = with_.indicators.find((i) => i.key === input.indicatorKey)
  if (!definition) throw problem.notFound({ what: 'indicator', id: input.indicatorKey })
  const atLeast = mustTake(definition, input.atLeast)
  const unit = await mustMeasure(tx, actor, task, input.unitId)
  if (input.goalKind === 'share' && input.goal > 1)
    throw problem.invalid({
      where: 'goal',
      issues: [{ path: 'goal', found: String(input.goal), expected: 'tỷ lệ từ 0 đến 1' }],
    })
  const before = await store.findBinding(tx, task.id, at.index)
  if (before) {
    if (!input.replaces) throw problem.duplicate({ what: 'binding', field: 'chỉ tiêu' })
    mustBeSeen('binding', before, input.replaces)
    if (!(await store.endBinding(tx, before.id, before.version))) throw raced('binding', before)
  }
  await store.insertBinding(tx, task.id, at.index, {
    ...input,
    atLeast,
    unitId: unit.id,
    by: actor.accountId,
  })
  await ensureInstance(tx, with_.jobs, definition.key, { atLeast: atLeast ?? 0 })
  await recordAct(tx, actor, task.id, {
    kind: 'bound',
    text: definition.title.vi,
    details: {
      targetIndex: at.index,
      indicatorKey: input.indicatorKey,
      atLeast,
      goal: input.goal,
      goalKind: input.goalKind,
      byDay: input.byDay,
      unitId: unit.id,
      insteadOf: before?.indicatorKey ?? null,
    },
  })
  return { binding: (await store.findBinding(tx, task.id, at.index))! }
}

/** Null where the measure has no parameter. */
function mustTake(definition: IndicatorDefinition, given: number | null): number | null {
  if (definition.measure !== 'units-reaching') return null
  const atLeast = atLeastOf(definition, given ?? undefined)
  if (takes(definition, atLeast)) return atLeast
  const { min, max } = definition.atLeast ?? { min: 1, max: 1 }
  const expected = `một số nguyên từ ${min} đến ${max}`
  throw problem.invalid({ where: 'atLeast', issues: [{ path: 'atLeast', found: String(given), expected }] })
}

/** The unit of the lead body when none is named; one that the office covers. */
async function mustMeasure(tx: Db, actor: Actor, task: SeenTask, unitId: string | undefined) {
  const lead = unitId ? undefined : (await listParts(tx, task.id)).find((p) => p.part === 'lead')
  const unit = await store.findUnitPlace(
    tx,
    unitId ? { id: unitId } : { path: lead?.unitPath ?? actor.unitPath },
  )
  if (!unit || !covers(actor, unit.path)) throw problem.notFound({ what: 'unit', id: unitId ?? '' })
  return unit
}

export async function unbindTarget(
  tx: Db,
  actor: Actor,
  at: { taskId: string; index: number },
  input: { version: number; reason: string },
) {
  const task = await mustBind(tx, actor, at.taskId, at.index)
  const before = await store.findBinding(tx, task.id, at.index)
  if (!before) throw problem.notFound({ what: 'binding', id: String(at.index) })
  mustBeSeen('binding', before, input.version)
  if (!(await store.endBinding(tx, before.id, before.version))) throw raced('binding', before)
  await recordAct(tx, actor, task.id, {
    kind: 'unbound',
    text: input.reason,
    details: { targetIndex: at.index, indicatorKey: before.indicatorKey },
  })
  return { binding: { ...before, version: before.version + 1 } }
}

/** The targets of a task, each with what measures it and what the figure says today; else what could measure it. */
export async function viewTargets(
  tx: Db,
  actor: Actor,
  task: SeenTask,
  indicators: Indicators,
  today: string,
): Promise<TaskTarget[]> {
  const bindings = await store.listBindings(tx, task.id)
  const binds = task.content.targets.length > 0 && (await mayBind(tx, actor, task))
  return Promise.all(
    task.content.targets.map(async (target, index) => {
      const binding = bindings.find((b) => b.targetIndex === index) ?? null
      return {
        index,
        target,
        binding,
        figure: binding && (await liveFigure(tx, binding, today)),
        suggestions: binding || !binds ? [] : suggestIndicators(target, indicators),
      }
    }),
  )
}

async function liveFigure(tx: Db, binding: TargetBinding, today: string): Promise<LiveFigure> {
  const { indicatorKey: key, atLeast, unitId } = binding
  const figure = await readIndicator(tx, { key, atLeast: atLeast ?? 0, unitId, on: today })
  return {
    numerator: figure.numerator,
    denominator: figure.denominator,
    asOf: figure.asOf,
    computedAt: figure.computedAt,
    waiting: figure.waiting,
    failure: figure.failure?.message ?? null,
    reached: figure.computedAt === null ? null : reaches(binding, figure),
  }
}
