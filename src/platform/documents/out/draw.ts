import { Worker } from 'node:worker_threads'

import type { Answer, Drawing } from './draw-thread.ts'
import type { OfficialLayout, PaperOptions } from './layout.ts'
import type { SheetOut } from './to-xlsx.ts'

/** A Word document (A4, Times New Roman, Decree 30/2020 or Guidance 36-HD/VPTW). */
export function toDocx(layout: OfficialLayout, options: PaperOptions = {}): Promise<Uint8Array> {
  return draw({ what: 'docx', layout, options })
}

/** The same as PDF. Rows of tables are never cut, heads of tables are repeated. */
export function toPdf(layout: OfficialLayout, options: PaperOptions = {}): Promise<Uint8Array> {
  return draw({ what: 'pdf', layout, options })
}

/** A spreadsheet. Cells beginning with = + - @ TAB CR are prefixed with an apostrophe. */
export function toXlsx(sheets: SheetOut[]): Promise<Uint8Array> {
  return draw({ what: 'xlsx', sheets })
}

/**
 * Drawing is done on one thread of its own: a page takes 0.1–0.3 s and a register of thousands of rows many seconds,
 * which must not be those of the thread that answers requests; and the libraries (some 90 MB once loaded) go away
 * again with the thread when nobody prints.
 */
interface Studio {
  thread: Worker
  waiting: Map<number, { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }>
  closing: NodeJS.Timeout | undefined
}

const IDLE_MS = 60_000

/** 20,000 rows need about 300 MB; beyond the limit the thread ends with an error and the server lives on. */
const HEAP_MB = 768

let studio: Studio | undefined
let drawn = 0

function draw(drawing: Drawing): Promise<Uint8Array> {
  studio ??= open()
  const { thread, waiting, closing } = studio
  clearTimeout(closing)
  const id = ++drawn
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    thread.ref()
    thread.postMessage({ id, drawing })
  })
}

function open(): Studio {
  const thread = new Worker(new URL('./draw-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  const opened: Studio = { thread, waiting: new Map(), closing: undefined }
  const close = (error: Error) => {
    if (studio === opened) studio = undefined
    clearTimeout(opened.closing)
    for (const { reject } of opened.waiting.values()) reject(error)
    opened.waiting.clear()
  }
  thread.on('error', close)
  thread.on('exit', (code) => close(new Error(`the drawing thread ended with code ${code}`)))
  thread.on('message', ({ id, bytes, error }: Answer) => {
    const order = opened.waiting.get(id)
    opened.waiting.delete(id)
    if (bytes) order?.resolve(bytes)
    else order?.reject(new Error(error))
    if (opened.waiting.size > 0) return
    // Nothing to draw: the thread must not keep a command-line program alive.
    thread.unref()
    opened.closing = setTimeout(() => void thread.terminate(), IDLE_MS)
    opened.closing.unref()
  })
  return opened
}
