import { foldName, type Unit, type UnitLevel } from '#registry/units/domain/index.ts'
import type { Body, BodySuccessor } from './model.ts'
import { normaliseBody } from './normalise.ts'

export type IndexedBody = Pick<
  Body,
  'id' | 'code' | 'name' | 'shortName' | 'kind' | 'sector' | 'unitId' | 'unitPath' | 'validFrom' | 'validTo'
> & {
  readonly aliases: readonly string[]
}
export type IndexedUnit = Pick<Unit, 'id' | 'level' | 'kind' | 'name' | 'path'>

/** Everything names are resolved against, built once for a set of bodies and asked many times. */
export interface BodyIndex {
  readonly bodies: ReadonlyMap<string, IndexedBody>
  readonly units: ReadonlyMap<string, IndexedUnit>
  /** Bodies by what they are called without their unit: "so y te", "uy ban nhan dan". */
  readonly byBase: ReadonlyMap<string, readonly NamedBody[]>
  /** Units by every way of writing them: "thanh pho thu dau mot", "thu dau mot". */
  readonly unitsByName: ReadonlyMap<string, readonly IndexedUnit[]>
  readonly bodiesOfUnit: ReadonlyMap<string, readonly IndexedBody[]>
  readonly successorsOf: ReadonlyMap<string, readonly BodySuccessor[]>
}

/** `own` is true when the words are from the body's own name, not from an alias. */
export interface NamedBody {
  readonly body: IndexedBody
  readonly own: boolean
}

export function buildBodyIndex(
  bodies: readonly IndexedBody[],
  units: readonly IndexedUnit[],
  successors: readonly BodySuccessor[] = [],
): BodyIndex {
  const unitMap = new Map(units.map((unit) => [unit.id, unit]))
  const byBase = new Map<string, NamedBody[]>()
  for (const body of bodies) {
    const unit = unitMap.get(body.unitId)
    const bases = new Map<string, boolean>()
    for (const base of basesOf(body.name, unit)) bases.set(base, true)
    for (const text of [body.shortName, ...body.aliases]) {
      for (const base of basesOf(text, unit)) if (!bases.has(base)) bases.set(base, false)
    }
    for (const [base, own] of bases) push(byBase, base, { body, own })
  }
  const unitsByName = new Map<string, IndexedUnit[]>()
  for (const unit of units) for (const form of unitForms(unit)) push(unitsByName, form, unit)
  const bodiesOfUnit = new Map<string, IndexedBody[]>()
  for (const body of bodies) push(bodiesOfUnit, body.unitId, body)
  const successorsOf = new Map<string, BodySuccessor[]>()
  for (const successor of successors) push(successorsOf, successor.fromId, successor)
  return {
    bodies: new Map(bodies.map((b) => [b.id, b])),
    units: unitMap,
    byBase,
    unitsByName,
    bodiesOfUnit,
    successorsOf,
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T) {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

/** "Công an thành phố Thủ Dầu Một" → "cong an"; "Báo Bình Dương" → "bao". The place is looked for apart. */
function basesOf(text: string, unit: IndexedUnit | undefined): string[] {
  const whole = normaliseBody(text)
  const ends = unit && unit.level !== 'nation' ? [...unitForms(unit), ...levelWords(unit)] : []
  const end = ends.find((form) => whole.endsWith(` ${form}`))
  return [end ? whole.slice(0, -end.length - 1) : whole]
}

/** The ways to write a unit, longest first. A number alone ("1" for Phường 1) is no name. */
export function unitForms(unit: IndexedUnit): string[] {
  const folded = normaliseBody(unit.name)
  const kind = foldName(unit.kind)
  const proper = folded.slice(kind.length + 1)
  const forms = unit.level === 'nation' ? ['trung uong'] : /^\d+$/.test(proper) ? [folded] : [folded, proper]
  return forms.filter((form) => form !== '')
}

/** What a document calls the unit it speaks in: "tỉnh", "thành phố", "huyện". */
function levelWords(unit: IndexedUnit): string[] {
  const kind = foldName(unit.kind)
  return unit.level === 'nation' ? [] : [kind]
}

/** Which level a bare word means when it ends a name. "Thành phố" is a province or a district: the context decides. */
export const levelsOfWord: Record<string, readonly UnitLevel[]> = {
  tinh: ['province'],
  'thanh pho': ['province', 'district'],
  huyen: ['district'],
  quan: ['district'],
  'thi xa': ['district'],
  thi: ['district'],
  xa: ['commune'],
  phuong: ['commune'],
  'thi tran': ['commune'],
  'dac khu': ['commune'],
}
