import { isWithin, type UnitLevel } from '#registry/units/domain/index.ts'
import type { IndexedBody, IndexedUnit } from './body-index.ts'
import { type Collective, readCollective } from './collectives.ts'
import { existsAt, type Match, type ResolveContext } from './find.ts'
import { keyOfCode } from './standard-bodies.ts'

/** The bodies a collective name means here and on that day; undefined when the text is no collective name. */
export function findCollective(text: string, context: ResolveContext): Match | undefined {
  const collective = readCollective(text)
  const province = context.index.units.get(context.provinceUnitId)
  if (!collective || !province) return undefined
  const members =
    collective.of === 'sorts' ? bySort(collective, province, context) : byPlace(collective, province, context)
  const bodies = members.filter((body) => existsAt(body, context.at))
  if (bodies.length === 0) return undefined
  // "Các huyện còn lại": which ones remain is said elsewhere, so all of them are a guess.
  const confidence = collective.of === 'sorts' ? 0.85 : collective.rest ? 0.5 : 0.9
  return { bodies, how: 'collective', confidence }
}

type Sorts = Extract<Collective, { of: 'sorts' }>
type Places = Extract<Collective, { of: 'places' }>

function bySort({ level, kinds }: Sorts, province: IndexedUnit, { index }: ResolveContext): IndexedBody[] {
  const root = province.path.split('.')[0]
  const unitIds =
    level === 'nation'
      ? [...index.units.values()].filter((u) => u.path === root).map((u) => u.id)
      : [province.id]
  return unitIds.flatMap((id) => index.bodiesOfUnit.get(id) ?? []).filter((body) => kinds.includes(body.kind))
}

function byPlace(
  { base, levels, unitKinds }: Places,
  province: IndexedUnit,
  { index, unitId }: ResolveContext,
): IndexedBody[] {
  const outer = index.units.get(unitId ?? '') ?? province
  const isMeant = memberTest(base || 'uy ban nhan dan', index)
  return placesWithin(levels, province, outer, index.units.values())
    .filter((unit) => unitKinds === null || unitKinds.includes(unit.kind))
    .flatMap((unit) => index.bodiesOfUnit.get(unit.id) ?? [])
    .filter(isMeant)
}

/** Without a base the place's own government is meant: "các xã, phường" do what their committees do. */
function memberTest(base: string, index: ResolveContext['index']): (body: IndexedBody) => boolean {
  if (base === 'cap-uy') return (body) => keyOfCode(body.code) === 'cap-uy'
  const named = new Set((index.byBase.get(base) ?? []).map((n) => n.body.id))
  return (body) => named.has(body.id)
}

/** Provinces are looked for in the whole country, everything else in the issuer's own unit. */
function placesWithin(
  levels: readonly UnitLevel[],
  province: IndexedUnit,
  outer: IndexedUnit,
  units: Iterable<IndexedUnit>,
) {
  const onlyProvinces = levels.length === 1 && levels[0] === 'province'
  const within = onlyProvinces ? (province.path.split('.')[0] as string) : outer.path
  return [...units].filter((unit) => levels.includes(unit.level) && isWithin(unit.path, within))
}
