import type { Sheet } from '../child/messages.ts'
import { refuse } from '../document-error.ts'
import { MAX_CELL_CHARACTERS, MAX_SHEETS } from '../limits.ts'
import { type GuardedZip, openGuardedZip } from '../zip/zip-guard.ts'
import { stopWalking, walkXml } from '../zip/xml.ts'
import { dateStyles, showNumber } from './numbers.ts'

export interface SheetLimits {
  rows: number
  cells: number
}

/**
 * The cells of a workbook as they read, nothing computed: formulas give their stored result. Read with our own
 * walker rather than a spreadsheet library because the caps must hold while reading: a sheet of 6 KB may claim a
 * million rows. Throws `document.too-many-rows`, `document.not-a-document` and what the zip guard throws.
 */
export async function readXlsx(bytes: Uint8Array, limits: SheetLimits): Promise<Sheet[]> {
  const zip = await openGuardedZip(bytes, 'Excel')
  const workbook = await textOf(zip, 'xl/workbook.xml')
  if (workbook === null) {
    if (zip.names.has('word/document.xml')) throw refuse.notASheet({ what: 'văn bản Word' })
    throw refuse.notASheet({ what: 'tệp nén ZIP' })
  }
  const strings = sharedStrings(await textOf(zip, 'xl/sharedStrings.xml'))
  const dates = dateStyles(await textOf(zip, 'xl/styles.xml'))
  const { sheets, from1904 } = listSheets(workbook, await textOf(zip, 'xl/_rels/workbook.xml.rels'))
  const left = { ...limits }
  const read: Sheet[] = []
  for (const { name, path } of sheets.slice(0, MAX_SHEETS)) {
    const xml = await textOf(zip, path)
    if (xml !== null) read.push({ name, rows: readRows(xml, { strings, dates, from1904, left, limits }) })
  }
  return read
}

const textOf = async (zip: GuardedZip, name: string) => (await zip.read(name))?.toString('utf8') ?? null

function listSheets(workbook: string, relations: string | null) {
  const targets = new Map<string, string>()
  if (relations !== null) {
    walkXml(relations, {
      open: (name, { Id = '', Target = '' }) => {
        if (name === 'Relationship')
          targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
      },
    })
  }
  const sheets: { name: string; path: string }[] = []
  let from1904 = false
  walkXml(workbook, {
    open: (name, attributes) => {
      if (name === 'x:workbookPr') from1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      // Hidden sheets hold lists for drop-downs; nobody who fills the form sees them.
      if (name === 'x:sheet' && (attributes.state ?? 'visible') === 'visible') {
        sheets.push({
          name: (attributes.name ?? '').normalize('NFC'),
          path: targets.get(attributes['r:id'] ?? '') ?? '',
        })
      }
    },
  })
  return { sheets, from1904 }
}

/** Shared strings; runs of rich text are joined, phonetic guides left out. */
function sharedStrings(xml: string | null): string[] {
  const strings: string[] = []
  if (xml === null) return strings
  let current = ''
  let inText = false
  let inGuide = false
  walkXml(xml, {
    open: (name) => {
      if (name === 'x:si') current = ''
      else if (name === 'x:rPh') inGuide = true
      else if (name === 'x:t') inText = true
    },
    text: (text) => {
      if (inText && !inGuide) current += text
    },
    close: (name) => {
      if (name === 'x:t') inText = false
      else if (name === 'x:rPh') inGuide = false
      else if (name === 'x:si') strings.push(clean(current))
    },
  })
  return strings
}

/** Excel writes control characters as _x000D_. */
const clean = (text: string) =>
  text
    .replace(/_x000D_/g, '')
    .replace(/\r\n?/g, '\n')
    .trim()
    .normalize('NFC')
    .slice(0, MAX_CELL_CHARACTERS)

interface Book {
  strings: string[]
  dates: ReadonlySet<number>
  from1904: boolean
  left: SheetLimits
  limits: SheetLimits
}

function readRows(xml: string, book: Book): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let rowNumber = 0
  let column = 0
  let type = 'n'
  let style = 0
  let value = ''
  let collecting = false
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'x:row') {
        rowNumber = Number(attributes.r ?? rowNumber + 1)
        row = []
        column = 0
      } else if (name === 'x:c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        value = ''
      } else if (name === 'x:v' || name === 'x:t') collecting = true
      else if (name === 'x:mergeCells') throw stopWalking
    },
    text: (text) => {
      if (collecting) value += text
    },
    close: (name) => {
      if (name === 'x:v' || name === 'x:t') collecting = false
      else if (name === 'x:c') {
        const shown = show(value, type, style, book)
        if (shown === '') return
        // Gaps count too: one cell in the last column is a row of 16,384 cells.
        book.left.cells -= Math.max(1, column - row.length)
        if (column > widest || book.left.cells < 0)
          throw refuse.tooManyRows({ rows: book.limits.rows, cells: book.limits.cells })
        while (row.length < column - 1) row.push('')
        row[column - 1] = shown
      } else if (name === 'x:row' && row.length > 0) {
        // Rows skipped by the file are empty rows; a claim of a million of them is not filled in.
        if (rowNumber > book.limits.rows || book.left.rows-- <= 0)
          throw refuse.tooManyRows({ rows: book.limits.rows, cells: book.limits.cells })
        while (rows.length < rowNumber - 1) rows.push([])
        rows.push(row)
      }
    },
  })
  return rows
}

/** Excel's last column is XFD. */
const widest = 16_384

function columnOf(reference: string): number {
  let column = 0
  for (const char of reference) {
    if (char < 'A' || char > 'Z') break
    column = column * 26 + char.charCodeAt(0) - 64
  }
  return column
}

function show(value: string, type: string, style: number, book: Book): string {
  if (type === 's') return book.strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'n' && value !== '') return showNumber(value, book.dates.has(style), book.from1904)
  // Errors (#N/A) carry no data.
  return type === 'e' ? '' : clean(value)
}
