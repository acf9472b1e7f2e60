import type { Actor } from '#platform/server/actor.ts'
import { covers } from '#platform/server/actor.ts'
import { recordAudit, recordSystemAudit } from '#platform/server/audit.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import {
  type AddSubUnit,
  type BoundaryReport,
  childPath,
  codeLists,
  findCodeList,
  type ImportReport,
  mapOf,
  nationOf,
  readBoundaries,
  readUnits,
  type RowError,
  type Unit,
  type UnitDetail,
  type UnitMap,
} from '../domain/index.ts'
import * as store from './store.ts'

export async function getUnit(db: Db, id: string): Promise<Unit> {
  const unit = await store.findUnit(db, id)
  if (!unit) throw problem.notFound({ what: 'unit', id })
  return unit
}

export async function describeUnit(db: Db, id: string): Promise<UnitDetail> {
  const unit = await getUnit(db, id)
  return {
    unit,
    ancestors: await store.listAncestors(db, unit.path),
    children: await store.listChildren(db, id),
    successors: await store.listSuccessors(db, id),
    predecessors: await store.listPredecessors(db, id),
  }
}

/** The communes of a province or district, the provinces of the nation; a commune or less is shown among its neighbours. */
export async function drawUnit(db: Db, id: string): Promise<UnitMap> {
  const unit = await getUnit(db, id)
  if (unit.level === 'nation') return mapOf(id, await store.listUnitsOnMap(db, unit.path, 'province'))
  const around = (await store.listAncestors(db, unit.path)).findLast((above) => holdsCommunes(above.level))
  const drawn = holdsCommunes(unit.level) || !around ? unit : around
  return mapOf(drawn.id, await store.listUnitsOnMap(db, drawn.path, 'commune'))
}

const holdsCommunes = (level: Unit['level']) => level === 'province' || level === 'district'

/** A hamlet, block or address point below a commune that the actor's office covers. */
export async function addSubUnit(tx: Db, actor: Actor, input: AddSubUnit): Promise<Unit> {
  const parent = await getUnit(tx, input.parentId)
  if (!covers(actor, parent.path)) throw problem.forbidden({ action: 'unit.add' })
  const order = ['commune', 'hamlet', 'block', 'address']
  if (order.indexOf(parent.level) < 0 || order.indexOf(parent.level) >= order.indexOf(input.level)) {
    throw invalid('parentId', parent.name, 'một xã, phường, thị trấn, hoặc đơn vị cao hơn đơn vị mới')
  }
  const id = `${parent.codeList}:${input.code}`
  if (await store.findUnit(tx, id)) throw problem.duplicate({ what: 'unit', field: 'code' })
  const name = input.name.startsWith(`${input.kind} `) ? input.name : `${input.kind} ${input.name}`
  const unit: Unit = {
    ...input,
    name,
    id,
    codeList: parent.codeList,
    path: childPath(parent.path, input.level, input.code),
    validTo: parent.validTo,
    population: null,
    households: null,
    populationSource: null,
    areaKm2: null,
    centroidEstimated: false,
  }
  await store.saveUnits(tx, [unit])
  await recordAudit(tx, actor, 'unit.added', id, { name, parentId: parent.id })
  return unit
}

const mostErrorsShown = 200
const invalid = (path: string, found: string, expected: string) =>
  problem.invalid({ where: path, issues: [{ path, found, expected }] })

function refused(read: number, errors: readonly RowError[]): ImportReport {
  return {
    ok: false,
    read,
    added: 0,
    changed: 0,
    unchanged: 0,
    errorCount: errors.length,
    errors: errors.slice(0, mostErrorsShown),
  }
}

/** Who imports: a person, within the subtrees of the office, or the system itself (command line, demo), anywhere. */
export type ImportedBy = Actor | 'system'

const mayWrite = (by: ImportedBy, path: string) => by === 'system' || covers(by, path)
const record = (tx: Db, by: ImportedBy, action: string, subject: string, details: object) =>
  by === 'system'
    ? recordSystemAudit(tx, action, subject, details)
    : recordAudit(tx, by, action, subject, details)

/** Writes a table of units whole, or nothing and says what is wrong in which line. Doing it again changes nothing. */
export async function importUnits(
  tx: Db,
  by: ImportedBy,
  input: { text: string; codeList: string },
): Promise<ImportReport> {
  const list = findCodeList(input.codeList)
  if (!list) throw invalid('codeList', input.codeList, `một trong: ${codeLists.map((l) => l.id).join(', ')}`)
  const known = new Map((await store.listUnitsOfList(tx, list.id)).map((unit) => [unit.code, unit]))
  const { units, errors } = readUnits(input.text, list, known)
  for (const unit of units) {
    const before = known.get(unit.code)
    // Records carry the path of their unit: a unit that moves is a new unit with a new code.
    if (before && before.path !== unit.path)
      errors.push({
        line: 0,
        column: 'parent',
        found: `${unit.code}: ${unit.path}`,
        expected: `${before.path}, như đã ghi`,
      })
    if (!mayWrite(by, unit.path))
      errors.push({
        line: 0,
        column: 'code',
        found: `${unit.code} (${unit.name})`,
        expected: 'một đơn vị trong địa bàn của chức danh',
      })
  }
  if (errors.length > 0) return refused(units.length, errors)
  const written = await store.saveUnits(tx, known.size === 0 ? [nationOf(list), ...units] : units)
  const added = known.size === 0 ? written.added - 1 : written.added
  const report = { ...written, added, read: units.length, unchanged: units.length - added - written.changed }
  await record(tx, by, 'unit.imported', list.id, report)
  return { ok: true, ...report, errorCount: 0, errors: [] }
}

/** Joins boundaries on the code and writes them all, or none; what did not join is named on both sides. */
export async function importBoundaries(
  tx: Db,
  by: ImportedBy,
  input: {
    text: string
    codeList: string
    source: string
    codeProperty?: string | undefined
    nameProperty?: string | undefined
  },
): Promise<BoundaryReport> {
  const list = findCodeList(input.codeList)
  if (!list) throw invalid('codeList', input.codeList, `một trong: ${codeLists.map((l) => l.id).join(', ')}`)
  const known = await store.listUnitsOfList(tx, list.id)
  const { boundaries, errors, unknownCodes, withoutBoundary, otherNames } = readBoundaries(
    input.text,
    known,
    {
      ...(input.codeProperty && { codeProperty: input.codeProperty }),
      ...(input.nameProperty && { nameProperty: input.nameProperty }),
    },
  )
  const paths = new Map(known.map((unit) => [unit.id, unit.path]))
  for (const { unitId } of boundaries) {
    if (!mayWrite(by, paths.get(unitId) ?? ''))
      errors.push({
        line: 0,
        column: 'code',
        found: unitId,
        expected: 'một đơn vị trong địa bàn của chức danh',
      })
  }
  const unjoined = { unknownCodes, withoutBoundary, otherNames }
  if (errors.length > 0) return { ...refused(boundaries.length, errors), ...unjoined }
  const written = await store.saveBoundaries(tx, input.source, boundaries)
  const report = {
    ...written,
    read: boundaries.length,
    unchanged: boundaries.length - written.added - written.changed,
  }
  await record(tx, by, 'unit.boundaries-imported', list.id, {
    ...report,
    source: input.source,
    unknown: unknownCodes.length,
  })
  return { ok: true, ...report, errorCount: 0, errors: [], ...unjoined }
}
