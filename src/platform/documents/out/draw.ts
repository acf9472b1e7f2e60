import { Worker } from 'node:worker_threads'

import type { OfficialLayout, PaperOptions } from './layout.ts'
import { drawDocx } from './to-docx.ts'
import { drawPdf } from './to-pdf.ts'
import { drawXlsx, type SheetOut } from './to-xlsx.ts'

/** What can be drawn, by name, so that a thread can be told to do it. */
export const drawings = {
  docx: (layout: OfficialLayout, options: PaperOptions) => drawDocx(layout, options),
  pdf: (layout: OfficialLayout, options: PaperOptions) => drawPdf(layout, options),
  xlsx: (sheets: SheetOut[]) => drawXlsx(sheets),
}

/** Up to this many table cells are drawn where they are asked for: below about 50 ms, less than starting a thread. */
const cellsDrawnInline = 400

/** A Word document (A4, Times New Roman, Decree 30/2020 or Guidance 36-HD/VPTW). */
export function toDocx(layout: OfficialLayout, options: PaperOptions = {}): Promise<Uint8Array> {
  return draw('docx', cellsOf(layout), layout, options)
}

/** The same as PDF. Rows of tables are never cut, heads of tables are repeated. */
export function toPdf(layout: OfficialLayout, options: PaperOptions = {}): Promise<Uint8Array> {
  return draw('pdf', cellsOf(layout), layout, options)
}

/** A spreadsheet. Cells beginning with = + - @ TAB CR are prefixed with an apostrophe. */
export function toXlsx(sheets: SheetOut[]): Promise<Uint8Array> {
  return draw(
    'xlsx',
    sheets.reduce((sum, sheet) => sum + sheet.rows.length * sheet.columns.length, 0),
    sheets,
  )
}

const cellsOf = (layout: OfficialLayout) =>
  layout.blocks.reduce(
    (sum, block) => sum + (block.kind === 'table' ? block.rows.length * block.columns.length : 1),
    0,
  )

function draw(what: keyof typeof drawings, cells: number, ...input: unknown[]): Promise<Uint8Array> {
  if (cells <= cellsDrawnInline)
    return (drawings[what] as (...input: unknown[]) => Promise<Uint8Array>)(...input)
  // A register of thousands of rows takes seconds of one core: not those of the thread that answers requests.
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./draw-thread.ts', import.meta.url), { workerData: { what, input } })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`drawing ${what} ended with code ${code}`)))
  })
}
