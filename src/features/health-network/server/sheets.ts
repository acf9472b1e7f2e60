import { spacedPhone } from '#lib/text-vi/index.ts'
import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { DocumentError, readSheet, toXlsx } from '#platform/documents/index.ts'
import { problem } from '#platform/server/problem.ts'
import {
  fieldsOf,
  type Field,
  type HealthRecord,
  type ImportCheck,
  type Kind,
  kindTable,
  mayKeep,
  normsOn,
  readRecordSheet,
  sheetColumns,
  type Value,
} from '../domain/index.ts'
import { listAlikeOfLines, listParks, listRecordableUnits, type RecordRow } from './store.ts'
import { recordPermission, show } from './views.ts'

type Format = 'xlsx' | 'csv'
type Cell = string | number | null
export interface MadeFile {
  bytes: Uint8Array
  name: string
  mediaType: string
}

/** A file to fill in: the columns of the kind on the first sheet, what each takes on the second. */
export async function drawTemplate(kind: Kind, format: Format): Promise<MadeFile> {
  const columns = sheetColumns(kind)
  const title = kindTable[kind].many.vi
  const list = { name: title, columns: columns.map((one) => ({ title: one.title, width: 24 })), rows: [] }
  const help = {
    name: 'Hướng dẫn',
    columns: [
      { title: 'Cột', width: 36 },
      { title: 'Bắt buộc', width: 12 },
      { title: 'Ghi gì', width: 70 },
    ],
    rows: columns.map((one) => [one.title, one.required ? 'có' : '', one.expected]),
    note: 'Không đổi tên cột; có thể đổi thứ tự hoặc bỏ cột không bắt buộc. Tệp đã ký được thêm trên trang.',
  }
  return draw(format, `mau-${kind}`, format === 'csv' ? [list] : [list, help])
}

/** What the filter shows, as a list to work with. Telephone numbers are masked unless `whole`. */
export async function drawRecords(
  kind: Kind,
  rows: readonly RecordRow[],
  on: string,
  format: Format,
  whole: boolean,
) {
  const fields = fieldsOf(kind).filter(({ type }) => type !== 'place')
  const place = fieldsOf(kind).some(({ type }) => type === 'place')
  const columns = [
    { title: 'Xã, phường, thị trấn', width: 24 },
    { title: 'Thuộc', width: 24 },
    ...fields.map((field) => ({
      title: field.label.vi,
      width: field.type === 'whole' ? 12 : 24,
      kind: field.type === 'whole' ? ('number' as const) : ('text' as const),
    })),
    ...(place ? [{ title: 'Vị trí', width: 22 }] : []),
    { title: kindTable[kind].fromDay.vi, width: 14, kind: 'date' as const },
    { title: 'Đến hết ngày', width: 14, kind: 'date' as const },
    { title: 'Lý do ngừng', width: 28 },
    { title: 'Cập nhật bởi', width: 24 },
  ]
  const lines = rows.map((row) => {
    const record = show(row, on, whole)
    return [
      record.unitName,
      record.aboveName,
      ...fields.map((field) => cellOf(field, record)),
      ...(place ? [placeText(record.content.place ?? null)] : []),
      record.fromDay,
      record.toDay,
      record.withdrawn ? 'ghi nhầm, đã thu hồi' : record.endReason,
      record.changedBy,
    ]
  })
  const said = normsOn(kind, on).map(({ field, min, max, instrument, verified }) => {
    const label = fieldsOf(kind).find(({ name }) => name === field)?.label.vi
    return `${label}: ${max === null ? `từ ${min}` : `${min}–${max}`} (${instrument.vi}${verified ? '' : ', chưa kiểm chứng'})`
  })
  const note = `Số liệu ngày ${vietnameseDay(on)}.${said.length > 0 ? ` Mức tham chiếu: ${said.join('; ')}.` : ''}`
  return draw(format, `${kind}-${on}`, [{ name: kindTable[kind].many.vi, columns, rows: lines, note }])
}

function cellOf(field: Field, record: HealthRecord): Cell {
  const value = record.content[field.name] ?? null
  if (value === null || typeof value === 'number') return value
  if (field.type === 'choice')
    return field.options.find((one) => one.value === value)?.label.vi ?? String(value)
  if (field.type === 'park') return record.parkName
  if (field.type === 'file') return record.fileName
  return field.type === 'phone' ? spacedPhone(String(value)) : String(value)
}

const placeText = (place: Value) =>
  place !== null && typeof place === 'object' ? `${place.lat}, ${place.lon}` : null

/** Reads a sheet without writing anything: each row as it would be recorded, or why not. */
export async function checkSheet(
  tx: Db,
  actor: Actor,
  kind: Kind,
  sheet: readonly (readonly string[])[],
  today: string,
): Promise<ImportCheck> {
  if (!mayKeep(actor.bodyKind, kind)) throw problem.forbidden({ action: recordPermission.network })
  const units = await listRecordableUnits(tx, actor, kindTable[kind].levels, today)
  const parks = fieldsOf(kind).some(({ type }) => type === 'park') ? await listParks(tx, actor) : []
  const { faults, rows } = readRecordSheet(kind, sheet, units, parks)
  const lines = rows.flatMap(({ line, unitId, content }) =>
    unitId && content
      ? [
          {
            line,
            unitId,
            name: String(content.name),
            phone: typeof content.phone === 'string' ? content.phone : null,
          },
        ]
      : [],
  )
  const found = kind === 'station-beds' ? [] : await listAlikeOfLines(tx, actor, kind, lines)
  return {
    kind,
    faults,
    rows: rows.map((row) => ({ ...row, alike: found.filter(({ line }) => line === row.line).slice(0, 3) })),
  }
}

/** The first visible sheet of what was sent, behind the guard that also meets bombs and strangers. */
export async function sheetOf(bytes: Uint8Array): Promise<string[][]> {
  try {
    return (await readSheet(bytes, { rows: 5000, cells: 200_000 }))[0]?.rows ?? []
  } catch (error) {
    if (error instanceof DocumentError)
      throw problem.documentUnreadable({ code: error.code, message: error.message })
    throw error
  }
}

interface Drawn {
  name: string
  columns: { title: string; width?: number; kind?: 'text' | 'number' | 'date' }[]
  rows: Cell[][]
  note?: string
}

async function draw(format: Format, name: string, sheets: Drawn[]): Promise<MadeFile> {
  if (format === 'xlsx')
    return {
      bytes: await toXlsx(sheets),
      name: `${name}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    }
  const [{ columns, rows } = { columns: [], rows: [] }] = sheets
  const lines = [columns.map(({ title }) => title), ...rows].map((cells) => cells.map(csvCell).join(','))
  // The byte order mark tells Excel that it is UTF-8.
  const bytes = new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`)
  return { bytes, name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8' }
}

/** What a spreadsheet would run as a formula begins with an apostrophe instead (OWASP, “CSV injection”). */
function csvCell(value: Cell): string {
  if (value === null) return ''
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const vietnameseDay = (day: string) => day.split('-').reverse().map(Number).join('/')
