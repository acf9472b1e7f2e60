import { type Actor, covers } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import { atLeastOf, takes, type UnitName } from '../domain/index.ts'
import type { IndicatorSource } from './source.ts'
import { findOwnUnit, findUnitName } from './store.ts'

/** May the office see the figure of this unit? What it covers, and the units above that: a sum tells nobody's record. */
export function seesFigure(actor: Pick<Actor, 'scopes'>, path: string): boolean {
  return covers(actor, path) || actor.scopes.some((scope) => scope.startsWith(`${path}.`))
}

/** The unit that is asked about, the office's own when none is named; 404 when its figure may not be seen. */
export async function mustSeeUnit(tx: Db, actor: Actor, id: string | undefined): Promise<UnitName> {
  const unit = id === undefined ? await findOwnUnit(tx, actor) : await findUnitName(tx, id)
  if (!unit || !seesFigure(actor, unit.path)) throw problem.notFound({ what: 'unit', id: id ?? '' })
  return unit
}

/** 403 for a unit above what the office covers: its figure is seen, the units and records behind it are not. */
export async function mustCover(tx: Db, actor: Actor, id: string | undefined): Promise<UnitName> {
  const unit = await mustSeeUnit(tx, actor, id)
  if (!covers(actor, unit.path)) throw problem.forbidden({ action: 'indicators.rows' })
  return unit
}

export function mustKnow(sources: readonly IndicatorSource[], key: string): IndicatorSource {
  const source = sources.find((one) => one.key === key)
  if (!source) throw problem.notFound({ what: 'indicator', id: key })
  return source
}

/** The parameter meant; 400 for one that the definition does not take. */
export function mustTake(source: IndicatorSource, given: number | undefined): number {
  const atLeast = atLeastOf(source, given)
  if (given !== undefined && !takes(source, given)) {
    const { min, max } = source.atLeast ?? { min: 0, max: 0 }
    throw problem.invalid({
      where: 'atLeast',
      issues: [{ path: 'atLeast', found: `${given}`, expected: `một số nguyên từ ${min} đến ${max}` }],
    })
  }
  return atLeast
}
