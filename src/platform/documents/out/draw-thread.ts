import { parentPort } from 'node:worker_threads'

import type { OfficialLayout, PaperOptions } from './layout.ts'
import { drawDocx } from './to-docx.ts'
import { drawPdf } from './to-pdf.ts'
import { drawXlsx, type SheetOut } from './to-xlsx.ts'

/** What the thread is asked to draw. */
export type Drawing =
  | { what: 'docx' | 'pdf'; layout: OfficialLayout; options: PaperOptions }
  | { what: 'xlsx'; sheets: SheetOut[] }

export interface Answer {
  id: number
  bytes?: Uint8Array<ArrayBuffer>
  error?: string
}

function drawn(drawing: Drawing): Promise<Uint8Array> {
  switch (drawing.what) {
    case 'docx':
      return drawDocx(drawing.layout, drawing.options)
    case 'pdf':
      return drawPdf(drawing.layout, drawing.options)
    case 'xlsx':
      return drawXlsx(drawing.sheets)
  }
}

async function answer({ id, drawing }: { id: number; drawing: Drawing }): Promise<void> {
  try {
    // A copy of exactly these bytes: what the libraries give may be a window into a pool.
    const bytes = new Uint8Array(await drawn(drawing))
    parentPort!.postMessage({ id, bytes } satisfies Answer, [bytes.buffer])
  } catch (error) {
    parentPort!.postMessage({ id, error: (error as Error).message } satisfies Answer)
  }
}

parentPort!.on('message', (order: { id: number; drawing: Drawing }) => void answer(order))
