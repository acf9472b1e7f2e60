import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { createWorker, OEM, type Page, PSM, type Worker } from 'tesseract.js'

const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'))

let started: Promise<Worker> | undefined

/** One recogniser for the life of this process. Everything is on disk; nothing is fetched, nothing is cached. */
function recogniser(): Promise<Worker> {
  started ??= createWorker('vie', OEM.LSTM_ONLY, {
    langPath: join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
  }).then(async (worker) => {
    await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: '220' })
    return worker
  })
  return started
}

export async function readPage(pgm: Buffer): Promise<Page> {
  const worker = await recogniser()
  const { data } = await worker.recognize(pgm, {}, { text: false, blocks: true })
  return data
}
