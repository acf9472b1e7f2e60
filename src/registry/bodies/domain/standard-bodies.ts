import {
  levelOfPath,
  shortUnitName,
  splitUnitName,
  type Unit,
  type UnitLevel,
  type UnitSuccessor,
} from '#registry/units/domain/index.ts'
import type { Body, BodySuccessor } from './model.ts'
import { mergerOfCommunes, mergerOfUnits, reforms } from './reform.ts'
import { nationTemplates } from './standard-central.ts'
import { communeTemplates, districtTemplates } from './standard-local.ts'
import { provinceTemplates } from './standard-province.ts'
import type { BodyTemplate } from './templates.ts'

export type BodyDraft = Omit<Body, 'id' | 'version' | 'parentBodyId'> & {
  parentCode: string | null
  aliases: string[]
}
export type UnitOfBodies = Pick<
  Unit,
  'id' | 'codeList' | 'code' | 'level' | 'kind' | 'name' | 'path' | 'parentId' | 'validFrom' | 'validTo'
>

const templatesByLevel: Partial<Record<UnitLevel, () => readonly BodyTemplate[]>> = {
  nation: () => nationTemplates,
  province: provinceTemplates,
  district: () => districtTemplates,
  commune: () => communeTemplates,
}

/** Of a province that is not ours we know only whom one writes to. */
const addressable = new Set(['cap-uy', 'hoi-dong-nhan-dan', 'ubnd'])

/** Provinces without a land border or a coast have no border guard. By code list. */
const inland: Record<string, ReadonlySet<string>> = {
  'vn-2021': new Set([
    '01',
    '06',
    '08',
    '15',
    '17',
    '19',
    '24',
    '25',
    '26',
    '27',
    '30',
    '33',
    '35',
    '68',
    '74',
    '75',
    '86',
    '92',
    '93',
  ]),
  'vn-2025': new Set(['01', '19', '24', '25']),
}

/**
 * The bodies that these units have on that day, from templates: parents before children. `whole` makes everything of a
 * unit, `addressable` only its party committee, council and committee.
 */
export function standardBodies(
  units: readonly UnitOfBodies[],
  on: string,
  extent: 'whole' | 'addressable' = 'whole',
): BodyDraft[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const drafts = units.flatMap((unit) =>
    (templatesByLevel[unit.level]?.() ?? [])
      .filter((t) => existsOn(t, unit, on) && (extent === 'whole' || addressable.has(t.key)))
      .map((t) => draftOf(t, unit, byId.get(unit.parentId ?? ''))),
  )
  return parentsFirst(drafts)
}

function existsOn(template: BodyTemplate, unit: UnitOfBodies, on: string): boolean {
  if ((template.from ?? unit.validFrom) > on || (template.to ?? '9999') < on) return false
  const isMunicipality = unit.kind === 'Thành phố'
  if (template.where === 'border-or-coast') return !inland[unit.codeList]?.has(unit.code)
  if (template.where === 'municipality') return isMunicipality
  return template.where !== 'not-municipality' || !isMunicipality
}

function draftOf(template: BodyTemplate, unit: UnitOfBodies, above: UnitOfBodies | undefined): BodyDraft {
  const fill = fillerFor(unit)
  const short = fill(template.short)
  const name = template.name === '' ? short : fill(template.name)
  const parent = template.parent ?? ''
  const parentUnit = parent.startsWith('^') ? above : unit
  return {
    code: bodyCode(template.key, unit),
    name,
    shortName: shortNameOf(template, unit, short, name),
    kind: template.kind,
    sector: template.sector,
    unitId: unit.id,
    unitPath: unit.path,
    parentCode: parent && parentUnit ? bodyCode(parent.replace('^', ''), parentUnit) : null,
    validFrom: later(template.from, unit.validFrom),
    validTo: earlier(template.to, unit.validTo),
    aliases: aliasesOf(template, unit, fill).filter((alias) => alias !== name),
  }
}

/** Of a province that is a city one also says Tỉnh ủy and Tỉnh đoàn, in forms made for all provinces. */
function aliasesOf(template: BodyTemplate, unit: UnitOfBodies, fill: (pattern: string) => string): string[] {
  const patterns = [template.short, ...(template.aliases ?? [])]
  const general =
    unit.level === 'province' && unit.kind !== 'Tỉnh'
      ? patterns.map((p) => fill(p.replace('{uy}', 'Tỉnh ủy').replace('{doan}', 'Tỉnh đoàn')))
      : []
  return [...new Set([...patterns.map(fill), ...general])]
}

/** so-y-te@74 in the list of 2021; later lists say so, since they use some of the same numbers: so-y-te@79-2025. */
export function bodyCode(key: string, unit: Pick<UnitOfBodies, 'codeList' | 'code'>): string {
  const list = unit.codeList === 'vn-2021' ? '' : `-${unit.codeList.replace('vn-', '')}`
  return `${key}@${unit.code.toLowerCase()}${list}`
}

export const keyOfCode = (code: string): string => code.slice(0, code.indexOf('@'))

const committees: Record<string, string> = {
  Tỉnh: 'Tỉnh ủy',
  'Thành phố': 'Thành ủy',
  Huyện: 'Huyện ủy',
  'Thị xã': 'Thị ủy',
  Quận: 'Quận ủy',
}
const youth: Record<string, string> = {
  Tỉnh: 'Tỉnh đoàn',
  'Thành phố': 'Thành đoàn',
  Huyện: 'Huyện đoàn',
  'Thị xã': 'Thị đoàn',
  Quận: 'Quận đoàn',
}

function fillerFor(unit: UnitOfBodies): (pattern: string) => string {
  const kind = unit.kind.charAt(0).toLowerCase() + unit.kind.slice(1)
  const proper = splitUnitName(unit.level, unit.name)?.proper ?? unit.name
  return (pattern) =>
    pattern
      .replaceAll('{unit}', `${kind} ${proper}`)
      .replaceAll('{loai}', kind)
      .replaceAll('{ten}', proper)
      .replaceAll('{uy}', committees[unit.kind] ?? 'Đảng ủy')
      .replaceAll('{doan}', youth[unit.kind] ?? 'Đoàn TNCS Hồ Chí Minh')
}

const shorter: ReadonlyArray<[string, string]> = [
  ['Ủy ban nhân dân', 'UBND'],
  ['Hội đồng nhân dân', 'HĐND'],
  ['Ủy ban Mặt trận Tổ quốc Việt Nam', 'UBMTTQVN'],
  ['Ban Chỉ đạo phòng, chống dịch Covid-19', 'BCĐ PCD Covid-19'],
  ['Trung tâm Chỉ huy phòng, chống dịch Covid-19', 'Trung tâm Chỉ huy'],
  ['Lao động - Thương binh và Xã hội', 'LĐTBXH'],
]

function shortNameOf(template: BodyTemplate, unit: UnitOfBodies, short: string, name: string): string {
  const brief = shorter.reduce((text, [long, abbreviation]) => text.replace(long, abbreviation), short)
  if (unit.level === 'nation' || !template.name.includes('{unit}'))
    return unit.level === 'commune' ? name : brief
  if (unit.level !== 'province') return `${brief} ${shortUnitName(unit.kind, unit.name)}`
  const speaksForItself = template.kind === 'department' || template.short.includes('{')
  return speaksForItself ? brief : `${brief} ${unit.kind.toLowerCase()}`
}

function parentsFirst(drafts: readonly BodyDraft[]): BodyDraft[] {
  const byCode = new Map(drafts.map((d) => [d.code, d]))
  const ordered = new Set<BodyDraft>()
  const add = (draft: BodyDraft) => {
    const parent = draft.parentCode ? byCode.get(draft.parentCode) : undefined
    if (parent && !ordered.has(parent)) add(parent)
    ordered.add(draft)
  }
  drafts.forEach(add)
  return [...ordered]
}

const later = (a: string | undefined, b: string) => (a && a > b ? a : b)
const earlier = (a: string | undefined, b: string | null) => (a && (!b || a < b) ? a : b)

type KnownBody = Pick<Body, 'id' | 'code' | 'unitId' | 'unitPath'>

/**
 * Who took over whom: within a unit by the reforms, and from an old unit to the one that took it over. Only between
 * bodies that are there; districts have no successors, their tasks were divided.
 */
export function standardSuccessors(
  bodies: readonly KnownBody[],
  unitArrows: readonly UnitSuccessor[],
): BodySuccessor[] {
  const byPlace = new Map(bodies.map((b) => [`${keyOfCode(b.code)} ${b.unitId}`, b]))
  const byOldKey = new Map<string, typeof reforms>()
  for (const reform of reforms) byOldKey.set(reform.from, [...(byOldKey.get(reform.from) ?? []), reform])
  const arrowsFrom = new Map<string, UnitSuccessor[]>()
  for (const arrow of unitArrows)
    arrowsFrom.set(arrow.fromId, [...(arrowsFrom.get(arrow.fromId) ?? []), arrow])

  const found = new Map<string, BodySuccessor>()
  const add = (from: KnownBody, to: KnownBody | undefined, how: Omit<BodySuccessor, 'fromId' | 'toId'>) => {
    if (to && to.id !== from.id) found.set(`${from.id} ${to.id}`, { fromId: from.id, toId: to.id, ...how })
  }
  for (const body of bodies) {
    const key = keyOfCode(body.code)
    const changes = byOldKey.get(key) ?? []
    for (const { to, since, instrument, note, verified } of changes) {
      add(body, byPlace.get(`${to} ${body.unitId}`), { since, instrument, note: note ?? null, verified })
    }
    for (const arrow of [...(arrowsFrom.get(body.unitId) ?? []), ...nationArrow(body.unitId)]) {
      const merger = mergerAt(levelOfPath(body.unitPath))
      for (const change of changes.length > 0 ? changes : [{ to: key, note: undefined, verified: true }]) {
        const note = arrow.extent === 'partial' ? 'một phần địa bàn' : (change.note ?? null)
        add(body, byPlace.get(`${change.to} ${arrow.toId}`), {
          ...merger,
          note,
          verified: merger.verified && change.verified,
        })
      }
    }
  }
  return [...found.values()]
}

const sameBody = {
  since: '2025-07-01',
  instrument: 'Cùng một cơ quan, ghi theo danh mục đơn vị mới',
  verified: true,
}

function mergerAt(level: UnitLevel) {
  if (level === 'nation') return sameBody
  return level === 'province' ? mergerOfUnits : mergerOfCommunes
}

/** The nation stands at the root of both lists and is no unit that passed into another. */
function nationArrow(unitId: string): UnitSuccessor[] {
  return unitId === 'vn-2021:vn' ? [{ fromId: unitId, toId: 'vn-2025:vn', extent: 'full' }] : []
}
