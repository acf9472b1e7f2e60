import { readTable, type RowError, type Unit } from '#registry/units/domain/index.ts'
import { BodyCode, BodyKind, BodySector } from './model.ts'
import type { BodyDraft } from './standard-bodies.ts'

const columns: Record<string, readonly string[]> = {
  code: ['mã'],
  name: ['tên'],
  short_name: ['tên ngắn'],
  kind: ['loại'],
  sector: ['ngành'],
  unit: ['đơn vị', 'unit_id'],
  parent: ['cấp trên', 'parent_code'],
  valid_from: ['từ ngày'],
  valid_to: ['đến ngày'],
  aliases: ['tên khác'],
}

type Row = { line: number; get: (column: string) => string }

/**
 * Reads a table of bodies: code, name, kind, sector, unit (`vn-2021:74`), and optionally short name, parent, dates
 * (ISO), other names parted by semicolons. A parent stands in the file or is known. All faults of all rows are reported.
 */
export function readBodies(
  text: string,
  units: ReadonlyMap<string, Pick<Unit, 'id' | 'path' | 'validFrom' | 'validTo'>>,
  knownCodes: ReadonlySet<string>,
): { bodies: BodyDraft[]; errors: RowError[] } {
  const table = readTable(text, columns, ['code', 'name', 'kind', 'sector', 'unit'])
  if (table.errors.length > 0) return { bodies: [], errors: [...table.errors] }
  const errors: RowError[] = []
  const drafts = new Map<string, { row: Row; draft: BodyDraft }>()
  for (const row of table.rows) {
    const draft = readRow(row, units, errors)
    const before = drafts.get(draft.code)
    if (before)
      errors.push({
        line: row.line,
        column: 'code',
        found: `${draft.code}, đã có ở dòng ${before.row.line}`,
        expected: 'mỗi mã một dòng',
      })
    else drafts.set(draft.code, { row, draft })
  }
  for (const { row, draft } of drafts.values()) {
    const parent = draft.parentCode
    if (parent && !drafts.has(parent) && !knownCodes.has(parent)) {
      errors.push({
        line: row.line,
        column: 'parent',
        found: parent,
        expected: 'mã của một cơ quan trong tệp hoặc đã có',
      })
    }
    if (parent && isOwnAncestor(draft, drafts))
      errors.push({
        line: row.line,
        column: 'parent',
        found: parent,
        expected: 'một cấp trên không thuộc chính cơ quan này',
      })
  }
  errors.sort((a, b) => a.line - b.line)
  return { bodies: errors.length > 0 ? [] : [...drafts.values()].map(({ draft }) => draft), errors }
}

function isOwnAncestor(draft: BodyDraft, drafts: ReadonlyMap<string, { draft: BodyDraft }>): boolean {
  const seen = new Set([draft.code])
  for (let at = draft.parentCode; at; at = drafts.get(at)?.draft.parentCode ?? null) {
    if (seen.has(at)) return at === draft.code
    seen.add(at)
  }
  return false
}

function readRow(
  row: Row,
  units: ReadonlyMap<string, Pick<Unit, 'id' | 'path' | 'validFrom' | 'validTo'>>,
  errors: RowError[],
): BodyDraft {
  const fault = (column: string, expected: string) =>
    void errors.push({ line: row.line, column, found: row.get(column) || 'ô trống', expected })
  const code = row.get('code')
  if (!BodyCode.safeParse(code).success) fault('code', 'mã dạng so-y-te@74: chữ thường không dấu, @, nơi')
  const name = row.get('name').normalize('NFC')
  if (name.length < 2 || name.length > 200) fault('name', 'tên từ 2 đến 200 chữ')
  const kind = BodyKind.safeParse(row.get('kind'))
  if (!kind.success) fault('kind', `một trong: ${BodyKind.options.join(', ')}`)
  const sector = BodySector.safeParse(row.get('sector'))
  if (!sector.success) fault('sector', `một trong: ${BodySector.options.join(', ')}`)
  const unit = units.get(row.get('unit'))
  if (!unit) fault('unit', 'mã đơn vị kèm danh mục, như vn-2021:74')
  const [from, to] = [dateAt(row, 'valid_from', fault), dateAt(row, 'valid_to', fault)]
  if (from && to && to < from) fault('valid_to', `một ngày từ ${from}`)
  return {
    code,
    name,
    shortName: row.get('short_name').normalize('NFC') || name,
    kind: kind.success ? kind.data : 'enterprise',
    sector: sector.success ? sector.data : 'enterprise',
    unitId: row.get('unit'),
    unitPath: unit?.path ?? '',
    parentCode: row.get('parent') || null,
    validFrom: from ?? unit?.validFrom ?? '',
    validTo: to ?? unit?.validTo ?? null,
    aliases: row
      .get('aliases')
      .normalize('NFC')
      .split(';')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
  }
}

function dateAt(
  row: Row,
  column: string,
  fault: (column: string, expected: string) => void,
): string | undefined {
  const text = row.get(column)
  if (text === '') return undefined
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const [year, month, day] = match ? match.slice(1).map(Number) : []
  if (year && month && day && month <= 12 && day <= daysIn(year, month)) return text
  fault(column, 'ngày có thật, dạng 2021-08-31')
  return undefined
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number
}
