import { foldName } from '#registry/units/domain/index.ts'
import { type Content, type Field, schemaOf, type Value } from './fields.ts'
import { contentSchemaOf, fieldsOf, type Kind, kindTable } from './kinds.ts'
import type { CheckedRow, Fault } from './messages.ts'

/** A unit in which the reader of the sheet may record. */
export interface SheetUnit {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** A park of the register that a row may name. */
export interface SheetPark {
  readonly id: string
  readonly name: string
}

interface SheetColumn {
  readonly name: string
  readonly title: string
  readonly required: boolean
  /** What a cell of it holds, for the instructions and for errors. */
  readonly expected: string
  readonly field?: Field
}

/** The columns of a kind's spreadsheet, in order. Files are given on the page. */
export function sheetColumns(kind: Kind): SheetColumn[] {
  const definition = kindTable[kind]
  const unit = definition.levels.length > 1 ? 'Địa phương' : 'Xã, phường, thị trấn'
  return [
    { name: 'unit', title: unit, required: true, expected: 'mã đơn vị (25966) hoặc tên (Phường Lái Thiêu)' },
    ...fieldsOf(kind)
      .filter(({ type }) => type !== 'file')
      .map((field) => ({
        name: field.name,
        title: field.label.vi,
        required: field.required ?? false,
        expected: expectedOf(field),
        field,
      })),
    {
      name: 'fromDay',
      title: definition.fromDay.vi,
      required: true,
      expected: 'ngày/tháng/năm, ví dụ 15/10/2021',
    },
  ]
}

function expectedOf(field: Field): string {
  const may = field.required ? '' : ' hoặc để trống'
  switch (field.type) {
    case 'text':
      return `chữ, không quá ${field.max} ký tự${may}`
    case 'whole':
      return `số nguyên từ ${field.min} đến ${field.max}${may}`
    case 'choice':
      return `một trong: ${field.options.map(({ label }) => label.vi).join('; ')}${may}`
    case 'phone':
      return `số điện thoại Việt Nam${may}`
    case 'place':
      return `vĩ độ, kinh độ, ví dụ 10.9081, 106.7030${may}`
    case 'park':
      return `tên một khu, cụm công nghiệp đã ghi nhận${may}`
    case 'file':
      return ''
  }
}

export interface SheetRead {
  faults: Fault[]
  rows: Omit<CheckedRow, 'alike'>[]
}

/** A commune's list has tens of rows, a province's some thousands; beyond that somebody sent another file. */
const mostRows = 2000

/**
 * A sheet as people keep it: columns in any order, known by their titles. Each row is taken or comes back with what was
 * found, what was expected and in which cell. `units` are those of the office; where there is only one, its column may
 * be missing.
 */
export function readRecordSheet(
  kind: Kind,
  sheet: readonly (readonly string[])[],
  units: readonly SheetUnit[],
  parks: readonly SheetPark[] = [],
): SheetRead {
  const headAt = sheet.findIndex((row) => row.some((cell) => cell !== ''))
  const head = sheet[headAt] ?? []
  const columns = sheetColumns(kind)
  const { places, faults } = readHead(head, headAt, columns, units.length === 1)
  const lines = sheet
    .map((cells, i) => ({ cells, line: i + 1 }))
    .filter(({ cells, line }) => line > headAt + 1 && cells.some((cell) => cell !== ''))
  if (headAt === -1)
    faults.push({ cell: 'A1', column: '', found: 'trang trống', expected: 'một dòng tên cột' })
  else if (lines.length === 0)
    faults.push({
      cell: `A${headAt + 2}`,
      column: '',
      found: 'không có dòng nào',
      expected: 'ít nhất một dòng',
    })
  else if (lines.length > mostRows)
    faults.push({
      cell: `A${headAt + 2 + mostRows}`,
      column: '',
      found: `${lines.length} dòng`,
      expected: `không quá ${mostRows} dòng mỗi tệp`,
    })
  if (faults.length > 0) return { faults, rows: [] }
  return {
    faults,
    rows: lines.map(({ cells, line }) => readLine(kind, { columns, places, units, parks }, cells, line)),
  }
}

function readHead(head: readonly string[], at: number, columns: readonly SheetColumn[], oneUnit: boolean) {
  const faults: Fault[] = []
  const places = new Map<string, number>()
  const known = new Map(columns.map((column) => [foldName(column.title), column]))
  head.forEach((title, i) => {
    if (title === '') return
    const cell = cellName(i, at + 1)
    const column = known.get(foldName(title))
    if (!column)
      faults.push({ cell, column: title, found: title, expected: 'một tên cột của mẫu, hoặc bỏ cột này' })
    else if (places.has(column.name))
      faults.push({ cell, column: title, found: 'cột lặp lại', expected: 'mỗi cột một lần' })
    else places.set(column.name, i)
  })
  for (const { name, title, required } of columns) {
    if (required && !places.has(name) && !(name === 'unit' && oneUnit) && at >= 0)
      faults.push({
        cell: cellName(head.length, at + 1),
        column: title,
        found: 'không có cột này',
        expected: title,
      })
  }
  return { places, faults }
}

interface Known {
  columns: readonly SheetColumn[]
  places: ReadonlyMap<string, number>
  units: readonly SheetUnit[]
  parks: readonly SheetPark[]
}

function readLine(
  kind: Kind,
  { columns, places, units, parks }: Known,
  cells: readonly string[],
  line: number,
): Omit<CheckedRow, 'alike'> {
  const faults: Fault[] = []
  const fault = (column: SheetColumn, found: string, expected = column.expected) =>
    faults.push({
      cell: cellName(places.get(column.name) ?? 0, line),
      column: column.title,
      found: found.slice(0, 60) || 'ô trống',
      expected,
    })
  let unit: SheetUnit | undefined
  let fromDay: string | null = null
  let park: SheetPark | undefined
  const content: Record<string, Value> = {}
  for (const column of columns) {
    const text = cells[places.get(column.name) ?? -1]?.trim() ?? ''
    if (column.name === 'unit') {
      const named = unitNamed(text, units)
      unit = named.unit
      if (!unit) fault(column, text, named.expected ?? `${column.expected}, trong địa bàn của bạn`)
    } else if (column.name === 'fromDay') {
      fromDay = dayOf(text)
      if (!fromDay) fault(column, text)
    } else if (column.field?.type === 'park' && text !== '') {
      const { park: named, expected } = parkNamed(text, parks)
      park = named
      if (named) content[column.name] = named.id
      else fault(column, text, expected)
    } else if (column.field) {
      const value = valueOf(column.field, text)
      if (value === undefined) fault(column, text)
      else content[column.name] = value
    }
  }
  const whole = faults.length === 0 ? contentSchemaOf(kind).safeParse(content) : undefined
  return {
    line,
    unitId: unit?.id ?? null,
    unitName: unit?.name ?? '',
    fromDay,
    content: whole?.success ? { ...(whole.data as Content) } : null,
    parkName: park?.name ?? null,
    faults,
  }
}

/** What the cell means, or undefined when it means nothing the field takes. */
function valueOf(field: Field, text: string): Value | undefined {
  const given = text === '' ? null : cellValue(field, text)
  const parsed = schemaOf(field).safeParse(given)
  return parsed.success ? parsed.data : undefined
}

function cellValue(field: Field, text: string): unknown {
  switch (field.type) {
    case 'whole':
      // 1.200 is written for 1200 in Vietnam, and 5.0 by programs.
      return /^\d{1,3}(\.\d{3})+$/.test(text)
        ? Number(text.replaceAll('.', ''))
        : Number(text.replace(',', '.'))
    case 'choice':
      return field.options.find(({ value, label }) =>
        [value, label.vi, label.en].some((word) => foldName(word) === foldName(text)),
      )?.value
    case 'place': {
      const [lat, lon, more] = text.split(/[,;]/).map((part) => Number(part))
      return more === undefined ? { lat, lon } : undefined
    }
    default:
      return text
  }
}

function unitNamed(text: string, units: readonly SheetUnit[]): { unit?: SheetUnit; expected?: string } {
  const found = text === '' && units.length === 1 ? units : unitsNamed(text, units)
  if (found.length > 1) return { expected: `mã đơn vị, vì có ${found.length} nơi cùng tên` }
  return found[0] ? { unit: found[0] } : {}
}

function unitsNamed(text: string, units: readonly SheetUnit[]): readonly SheetUnit[] {
  const byCode = units.filter(({ code }) => code === text || code === text.padStart(5, '0'))
  if (byCode.length > 0) return byCode
  const wanted = foldName(text)
  if (wanted === '') return []
  const whole = units.filter(({ name }) => foldName(name) === wanted)
  return whole.length > 0 ? whole : units.filter(({ name }) => bareName(name) === wanted)
}

/** With or without the words for what it is: “KCN Mỹ Phước 3”, “my phuoc 3”. One park, or what would name one. */
function parkNamed(text: string, parks: readonly SheetPark[]): { park?: SheetPark; expected?: string } {
  const wanted = bareParkName(text)
  const whole = parks.filter(({ name }) => foldName(name) === foldName(text))
  const found =
    whole.length > 0 ? whole : parks.filter(({ name }) => wanted !== '' && bareParkName(name) === wanted)
  const [park] = found
  if (found.length > 1) return { expected: `tên đầy đủ, vì có ${found.length} khu cùng tên` }
  return park ? { park } : {}
}

const bareParkName = (name: string) =>
  foldName(name).replace(/^(khu cong nghiep|cum cong nghiep|kcn|ccn) /, '')

const bareName = (name: string) => foldName(name.replace(/^(Phường|Xã|Thị trấn|Huyện|Thị xã|Thành phố) /, ''))

/** A day as a spreadsheet stores it or as people type it; null when it is none. */
function dayOf(text: string): string | null {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const iso = y ? `${y}-${m}-${d}` : year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : ''
  const at = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) && iso ? iso : null
}

/** C5: third column, fifth line. */
export function cellName(column: number, line: number): string {
  const letters = column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26))
  return `${letters}${String.fromCharCode(65 + (column % 26))}${line}`
}
