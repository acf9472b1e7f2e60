import { type Actor, covers } from '#platform/server/actor.ts'
import type { Database, Db } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { problem } from '#platform/server/problem.ts'
import type { AskFigure, AskSeries, Indicator, IndicatorView, ListUnitFigures } from '../domain/index.ts'
import { mustCover, mustKnow, mustSeeUnit, mustTake } from './access.ts'
import { ensureInstance } from './actions.ts'
import { hasInstance } from './instance-store.ts'
import type { IndicatorSource } from './source.ts'
import { listAbove, readBoard, readFigures, readIndicator, readSeries } from './store.ts'
import { listFacts, listUnitFigures, listValues } from './units-store.ts'

export type Sources = readonly IndicatorSource[]

/** The definition without its SQL. */
export function shown(source: IndicatorSource): Indicator {
  const { key, title, meaning, noun, level, measure } = source
  return {
    key,
    title: { ...title },
    meaning: { ...meaning },
    noun: { ...noun },
    level,
    measure,
    atLeast: source.atLeast ?? null,
    instrument: source.instrument ?? null,
  }
}

const neverComputed = (on: string) => ({
  numerator: 0,
  denominator: 0,
  asOf: on,
  computedAt: null,
  waiting: true,
  failure: null,
})

/** Every indicator with the usual figure of one unit. */
export async function viewIndicators(
  tx: Db,
  actor: Actor,
  sources: Sources,
  ask: { unit?: string | undefined; on: string },
) {
  const unit = await mustSeeUnit(tx, actor, ask.unit)
  const figures = await readFigures(tx, unit.id, ask.on)
  const rows = sources.map((source) => ({
    ...shown(source),
    figure: figures.get(source.key) ?? neverComputed(ask.on),
  }))
  return { unit, on: ask.on, rows }
}

export async function viewIndicator(
  tx: Db,
  actor: Actor,
  sources: Sources,
  key: string,
  ask: AskFigure & { on: string },
): Promise<IndicatorView> {
  const source = mustKnow(sources, key)
  const atLeast = mustTake(source, ask.atLeast)
  const unit = await mustSeeUnit(tx, actor, ask.unit)
  const figure = await readIndicator(tx, { key, atLeast, unitId: unit.id, on: ask.on })
  const above = await listAbove(tx, unit.path)
  const parent = above.at(-1)
  const peers = parent !== undefined && covers(actor, parent.path)
  return { indicator: shown(source), atLeast, unit, above, figure, within: covers(actor, unit.path), peers }
}

export async function viewSeries(tx: Db, actor: Actor, sources: Sources, key: string, ask: AskSeries) {
  const source = mustKnow(sources, key)
  const atLeast = mustTake(source, ask.atLeast)
  const unit = await mustSeeUnit(tx, actor, ask.unit)
  const { from, to } = ask
  return { from, to, points: await readSeries(tx, { key, atLeast, unitId: unit.id, from, to }) }
}

/**
 * A figure with a parameter that nobody asked for before is kept from then on. Reading asks for it, so it is done beside
 * the reading transaction; the definition bounds how many there can be.
 */
export async function keepAsked(
  db: Database,
  jobs: Jobs,
  sources: Sources,
  key: string,
  given: number | undefined,
) {
  const source = mustKnow(sources, key)
  const atLeast = mustTake(source, given)
  if (await hasInstance(db, { key, atLeast })) return
  await asSystem(db, [], (tx) => ensureInstance(tx, jobs, key, { atLeast }))
}

/** The course of every usual figure of a unit, in one reading: for a screen that shows them all. */
export async function viewBoard(
  tx: Db,
  actor: Actor,
  ask: { unit?: string | undefined; from: string; to: string },
) {
  const unit = await mustSeeUnit(tx, actor, ask.unit)
  const { from, to } = ask
  return { from, to, rows: await readBoard(tx, { unitId: unit.id, from, to }) }
}

export async function viewUnits(
  tx: Db,
  actor: Actor,
  sources: Sources,
  key: string,
  ask: Omit<ListUnitFigures, 'unit' | 'on'> & { unit?: string | undefined; on: string },
) {
  const source = mustKnow(sources, key)
  const atLeast = mustTake(source, ask.atLeast)
  const unit = await mustCover(tx, actor, ask.unit)
  return listUnitFigures(tx, source.measure, { ...ask, key, atLeast, unit })
}

/** The nation is drawn by its provinces, everything else by its communes. */
export async function viewValues(
  tx: Db,
  actor: Actor,
  sources: Sources,
  key: string,
  ask: AskFigure & { on: string },
) {
  const atLeast = mustTake(mustKnow(sources, key), ask.atLeast)
  const { path, level } = await mustCover(tx, actor, ask.unit)
  const drawn = level === 'nation' ? 'province' : 'commune'
  return { values: await listValues(tx, { key, atLeast, on: ask.on, path, level: drawn }) }
}

/** The records behind the figure: only of a commune that the office covers, only with the right to such records. */
export async function viewFacts(
  tx: Db,
  actor: Actor,
  sources: Sources,
  key: string,
  ask: { unit?: string | undefined; on: string },
) {
  const source = mustKnow(sources, key)
  const unit = await mustCover(tx, actor, ask.unit)
  if (source.rowsMay && !actor.permissions.has(source.rowsMay))
    throw problem.forbidden({ action: source.rowsMay })
  return { rows: await listFacts(tx, source, unit.id, ask.on) }
}
