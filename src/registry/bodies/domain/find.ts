import { isWithin } from '#registry/units/domain/index.ts'
import {
  type BodyIndex,
  type IndexedBody,
  type IndexedUnit,
  levelsOfWord,
  type NamedBody,
} from './body-index.ts'
import type { Resolution } from './model.ts'
import { normaliseBody } from './normalise.ts'

export interface ResolveContext {
  readonly index: BodyIndex
  /** The province the document speaks in: its bodies are meant when no place is named. */
  readonly provinceUnitId: string
  /** The issuer's unit when it is a district or commune: "huyện" then means this one. */
  readonly unitId?: string | undefined
  /** The day on which the bodies must exist; a name of the past is carried to its successor. */
  readonly at: string
}

export interface Match {
  readonly bodies: readonly IndexedBody[]
  readonly how: Resolution['how']
  readonly confidence: number
}

export function existsAt(body: IndexedBody, at: string): boolean {
  return body.validFrom <= at && (body.validTo === null || body.validTo >= at)
}

/** One body by its name: with its place, with the word for its level, or alone and meaning the document's own place. */
export function findNamed(text: string, context: ResolveContext): Match | undefined {
  const words = text.split(' ')
  for (let cut = 1; cut < words.length; cut += 1) {
    const named = context.index.byBase.get(words.slice(0, cut).join(' '))
    if (!named) continue
    const units = placeMeant(words.slice(cut).join(' '), context)
    const bodies = named.filter(({ body }) => units.some((unit) => unit.id === body.unitId))
    if (bodies.length > 0) return matchOf(bodies, context)
  }
  const alone = context.index.byBase.get(text)
  return alone && matchOf(nearestOf(alone, context), context)
}

/** The units a piece of text names, or that a bare level word means here. */
export function placeMeant(text: string, context: ResolveContext): IndexedUnit[] {
  const own = ownUnits(context)
  const levels = levelsOfWord[text]
  if (levels) {
    const exact = own.find((unit) => levels.includes(unit.level) && normaliseBody(unit.kind) === text)
    // "Tỉnh" is said of a province that is a city too; "huyện" never of a town.
    const meant = exact ?? (levels.includes('province') ? own.at(-1) : undefined)
    return meant ? [meant] : []
  }

  const words = text.split(' ')
  // "Công an thành phố Bến Tre, tỉnh Bến Tre": a place may be followed by the place it lies in.
  for (let cut = words.length; cut > 0; cut -= 1) {
    const units = context.index.unitsByName.get(words.slice(0, cut).join(' '))
    if (!units) continue
    const outer = cut < words.length ? placeMeant(words.slice(cut).join(' '), context) : undefined
    const fitting = outer ? units.filter((unit) => outer.some((o) => isWithin(unit.path, o.path))) : units
    if (fitting.length > 0) return nearestUnits(fitting, own.at(-1))
  }
  return []
}

/** Names repeat between provinces and between code lists: those in the document's province come first. */
function nearestUnits(units: readonly IndexedUnit[], province: IndexedUnit | undefined): IndexedUnit[] {
  if (!province) return [...units]
  const root = province.path.split('.')[0] as string
  const inside = units.filter((unit) => isWithin(unit.path, province.path))
  const sameList = units.filter((unit) => isWithin(unit.path, root))
  return inside.length > 0 ? inside : sameList.length > 0 ? sameList : [...units]
}

/** The issuer's own unit when there is one, then the province. */
function ownUnits({ index, unitId, provinceUnitId }: ResolveContext): IndexedUnit[] {
  return [unitId, provinceUnitId].flatMap((id) => index.units.get(id ?? '') ?? [])
}

/** Of bodies with one name, those of the document's own place; else its province's, the nation's, those within. */
export function nearestOf(named: readonly NamedBody[], context: ResolveContext): readonly NamedBody[] {
  const province = context.index.units.get(context.provinceUnitId)
  const root = province?.path.split('.')[0]
  const circles: Array<(body: IndexedBody) => boolean> = [
    (body) => body.unitId === context.unitId,
    (body) => body.unitId === context.provinceUnitId,
    (body) => body.unitPath === root,
    (body) => province !== undefined && isWithin(body.unitPath, province.path),
  ]
  for (const circle of circles) {
    const inside = named.filter(({ body }) => circle(body))
    if (inside.length > 0) return inside
  }
  return []
}

/** Living bodies before those of the past, a body's own name before another's alias. */
export function matchOf(named: readonly NamedBody[], { at }: Pick<ResolveContext, 'at'>): Match | undefined {
  if (named.length === 0) return undefined
  const living = named.filter(({ body }) => existsAt(body, at))
  const pool = living.length > 0 ? living : named
  const own = pool.filter((n) => n.own)
  const bodies = (own.length > 0 ? own : pool).map((n) => n.body)
  return own.length > 0 ? { bodies, how: 'exact', confidence: 1 } : { bodies, how: 'alias', confidence: 0.95 }
}
