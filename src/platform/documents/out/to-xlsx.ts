import ExcelJS from 'exceljs'

import { printable } from './layout.ts'

export interface SheetOut {
  name: string
  /** `width` in letters; `date` takes YYYY-MM-DD. */
  columns: { title: string; width?: number; kind?: 'text' | 'number' | 'date' }[]
  rows: (string | number | null)[][]
  /** A line under the table: source, time, meaning of signs. */
  note?: string
}

/** Excel's limit on the name of a sheet. */
const longestName = 31

/** Writes sheets with a frozen, filterable head. Text that a spreadsheet would run as a formula is made harmless. */
export async function drawXlsx(sheets: SheetOut[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = 'Pháo Đài'
  const names = new Set<string>()
  for (const sheet of sheets)
    fill(book.addWorksheet(freeName(sheet.name, names), { views: [{ state: 'frozen', ySplit: 1 }] }), sheet)
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer)
}

function fill(page: ExcelJS.Worksheet, { columns, rows, note }: SheetOut): void {
  page.columns = columns.map((column) => ({
    header: harmless(column.title),
    width: column.width ?? Math.max(10, column.title.length + 2),
    style: {
      font: { name: 'Times New Roman', size: 12 },
      alignment: { vertical: 'top', wrapText: true },
      ...(column.kind === 'date' && { numFmt: 'dd/mm/yyyy' }),
    },
  }))
  page.getRow(1).font = { name: 'Times New Roman', size: 12, bold: true }
  page.getRow(1).alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  for (const row of rows) page.addRow(columns.map((column, i) => valueOf(row[i] ?? null, column.kind)))
  if (columns.length > 0)
    page.autoFilter = {
      from: { row: 1, column: 1 },
      to: { row: Math.max(1, rows.length + 1), column: columns.length },
    }
  page.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:1',
  }
  if (note) {
    page.addRow([])
    page.addRow([harmless(note)]).font = { name: 'Times New Roman', size: 11, italic: true }
  }
}

function valueOf(
  value: string | number | null,
  kind: 'text' | 'number' | 'date' = 'text',
): string | number | Date | null {
  if (value === null || typeof value === 'number') return value
  const day = kind === 'date' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null
  if (day) return new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])))
  return harmless(value)
}

/**
 * A leading = + - @ TAB or CR is run as a formula when the sheet is saved as CSV and opened again, also behind spaces
 * or in the full width of East Asian keyboards: an apostrophe before it says that it is text (OWASP, "CSV injection").
 */
export function harmless(text: string): string {
  const clean = printable(text).slice(0, 32_767)
  return /^\s*[=+\-@＝＋－＠\t\r]/.test(clean) ? `'${clean}`.slice(0, 32_767) : clean
}

/** Names of sheets are short, have none of \ / ? * [ ] : and differ without regard to case. */
function freeName(wanted: string, taken: Set<string>): string {
  const plain =
    printable(wanted)
      .replace(/[\\/?*[\]:]/g, ' ')
      .replace(/^'|'$/g, '')
      .trim() || 'Bảng'
  let name = plain.slice(0, longestName)
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain.slice(0, longestName - 5)} (${n})`
  taken.add(name.toLowerCase())
  return name
}
