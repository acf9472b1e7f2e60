import type { CodeList } from './code-lists.ts'
import { readTable, type RowError } from './csv.ts'
import { officialLevels, type Unit, UnitLevel } from './model.ts'
import { knownKinds, splitUnitName } from './names.ts'
import { childPath, rootPath } from './path.ts'

const columns: Record<string, readonly string[]> = {
  code: ['mã', 'mã đơn vị'],
  parent: ['mã cấp trên', 'parent_code'],
  name: ['tên', 'tên đơn vị'],
  level: ['cấp'],
  kind: ['loại'],
  population: ['dân số', 'population_2019'],
  households: ['số hộ', 'households_2019'],
  lat: ['vĩ độ'],
  lon: ['kinh độ'],
  area_km2: ['diện tích', 'diện tích (km2)'],
  estimated: ['tọa độ ước lượng'],
}

/** A unit that stands already: an imported row may hang below it. */
export type KnownUnit = Pick<Unit, 'code' | 'level' | 'path'>

export interface UnitImport {
  units: Unit[]
  errors: RowError[]
}

const populationSource = 'Tổng điều tra dân số và nhà ở 01/4/2019'

/** The one unit that has no row in any file: the nation, root of a code list. */
export function nationOf(list: CodeList): Unit {
  return {
    ...emptyUnit(list),
    id: `${list.id}:vn`,
    code: 'vn',
    level: 'nation',
    kind: 'Nước',
    name: 'Việt Nam',
    parentId: null,
    path: rootPath(list),
  }
}

/**
 * Reads a table of units of one code list. A parent stands in the same file (in any order) or already in the list.
 * The level follows from the length of an official code (2 province, 3 district, 5 commune) unless the row names it;
 * units below the commune must name it. Every fault of every row is reported; the caller writes all rows or none.
 */
export function readUnits(text: string, list: CodeList, known: ReadonlyMap<string, KnownUnit>): UnitImport {
  const table = readTable(text, columns, ['code', 'parent', 'name'])
  if (table.errors.length > 0) return { units: [], errors: [...table.errors] }

  const errors: RowError[] = []
  const drafts = new Map<string, { line: number; parent: string; unit: Omit<Unit, 'path'> }>()
  for (const row of table.rows) {
    const draft = readRow(row, list, errors)
    const before = drafts.get(draft.unit.code)
    if (before)
      errors.push({
        line: row.line,
        column: 'code',
        found: `${draft.unit.code}, đã có ở dòng ${before.line}`,
        expected: 'mỗi mã một dòng',
      })
    else drafts.set(draft.unit.code, draft)
  }
  const units = placeUnits(drafts, list, known, errors)
  return { units: errors.length > 0 ? [] : units, errors: errors.sort((a, b) => a.line - b.line) }
}

type Row = { line: number; get: (column: string) => string }

function readRow(row: Row, list: CodeList, errors: RowError[]) {
  const fault = (column: string, expected: string) =>
    void errors.push({ line: row.line, column, found: row.get(column) || 'ô trống', expected })

  const code = row.get('code')
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/.test(code))
    fault('code', 'mã gồm chữ không dấu, số và gạch nối, tối đa 40 ký tự')
  const level = levelOf(row, fault)
  const name = row.get('name').normalize('NFC')
  const kind = row.get('kind') || splitUnitName(level, name)?.kind || ''
  if (!kind || !name.startsWith(`${kind} `))
    fault('name', `tên đầy đủ, bắt đầu bằng ${knownKinds(level).join(', ')}`)
  const [lat, lon] = [number(row, 'lat', fault, [-90, 90]), number(row, 'lon', fault, [-180, 180])]
  if ((row.get('lat') === '') !== (row.get('lon') === ''))
    fault(row.get('lat') ? 'lon' : 'lat', 'cả vĩ độ và kinh độ, hoặc để trống cả hai')
  const population = number(row, 'population', fault, [0, 2e8], true)

  const unit: Omit<Unit, 'path'> = {
    ...emptyUnit(list),
    id: `${list.id}:${code}`,
    code,
    level,
    kind,
    name,
    parentId: `${list.id}:${row.get('parent')}`,
    population,
    households: number(row, 'households', fault, [0, 1e8], true),
    populationSource: population === null ? null : populationSource,
    areaKm2: number(row, 'area_km2', fault, [0, 400_000]),
    lat,
    lon,
    centroidEstimated: row.get('estimated') === '1',
  }
  return { line: row.line, parent: row.get('parent'), unit }
}

const levelByCodeLength: Record<number, UnitLevel> = { 2: 'province', 3: 'district', 5: 'commune' }

function levelOf(row: Row, fault: (column: string, expected: string) => void): UnitLevel {
  const named = UnitLevel.safeParse(row.get('level'))
  if (named.success) return named.data
  const byLength = /^\d+$/.test(row.get('code')) ? levelByCodeLength[row.get('code').length] : undefined
  if (row.get('level') || !byLength) fault('level', `một trong: ${UnitLevel.options.join(', ')}`)
  return byLength ?? 'commune'
}

function number(
  row: Row,
  column: string,
  fault: (column: string, expected: string) => void,
  [least, most]: [number, number],
  whole = false,
): number | null {
  const text = row.get(column)
  if (text === '') return null
  const value = /^-?\d{1,12}(\.\d{1,12})?$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least && value <= most) || (whole && !Number.isInteger(value))) {
    fault(column, `${whole ? 'số nguyên' : 'số'} từ ${least} đến ${most}, dấu thập phân là dấu chấm`)
    return null
  }
  return value
}

/** Gives each draft its path, parents first; a row whose parent is unknown, or that is its own ancestor, is a fault. */
function placeUnits(
  drafts: ReadonlyMap<string, { line: number; parent: string; unit: Omit<Unit, 'path'> }>,
  list: CodeList,
  known: ReadonlyMap<string, KnownUnit>,
  errors: RowError[],
): Unit[] {
  const placed = new Map<string, Unit | null>()
  const place = (code: string, seen: ReadonlySet<string>): KnownUnit | null => {
    const draft = drafts.get(code)
    if (!draft)
      return code === 'vn' ? { code, level: 'nation', path: rootPath(list) } : (known.get(code) ?? null)
    const done = placed.get(code)
    if (done !== undefined) return done
    const fault = (column: string, found: string, expected: string) =>
      void errors.push({ line: draft.line, column, found, expected })
    // No unit lies deeper than the levels there are: a longer chain is a circle or a file made to exhaust the stack.
    if (seen.has(code) || seen.size > UnitLevel.options.length) {
      fault('parent', draft.parent, 'một cấp trên không nằm trong chính đơn vị này')
      placed.set(code, null)
      return null
    }
    const parent = place(draft.parent, new Set([...seen, code]))
    if (!parent && !placed.has(code) && !drafts.has(draft.parent))
      fault('parent', draft.parent || 'ô trống', 'mã của một đơn vị trong tệp hoặc đã có trong danh mục')
    if (parent && !canContain(parent.level, draft.unit.level))
      fault('parent', `${draft.parent} (${parent.level})`, `một đơn vị cấp trên của ${draft.unit.level}`)
    const unit = parent && { ...draft.unit, path: childPath(parent.path, draft.unit.level, code) }
    placed.set(code, unit)
    return unit
  }
  return [...drafts.keys()]
    .map((code) => place(code, new Set()) as Unit | null)
    .filter((unit) => unit !== null)
    .sort((a, b) => a.path.split('.').length - b.path.split('.').length)
}

/** Lower levels lie in higher ones, official units directly in official ones; hamlets may hold blocks, not the reverse. */
function canContain(outer: UnitLevel, inner: UnitLevel): boolean {
  if (!officialLevels.includes(inner))
    return outer !== 'nation' && order(outer) >= order('commune') && order(outer) < order(inner)
  return order(outer) < order(inner) && officialLevels.includes(outer)
}
const order = (level: UnitLevel) => UnitLevel.options.indexOf(level)

function emptyUnit(list: CodeList) {
  return {
    codeList: list.id,
    validFrom: list.validFrom,
    validTo: list.validTo,
    population: null,
    households: null,
    populationSource: null,
    areaKm2: null,
    lat: null,
    lon: null,
    centroidEstimated: false,
  }
}
