import type { Report } from '../child/messages.ts'
import { isDocumentError, refuse } from '../document-error.ts'
import type { PageText } from '../types.ts'
import { openPdf } from './open-pdf.ts'
import { hasBrokenPicture, storedText } from './page-text.ts'

/** Reads a PDF page by page: stored text where there is some, recognition where the page is a picture. */
export async function readPdf(
  bytes: Uint8Array,
  donePages: PageText[],
  tell: (report: Report) => Promise<void>,
): Promise<Report> {
  const pdf = await openPdf(bytes)
  const done = new Map(donePages.map((page) => [page.number, page]))
  let words = false
  let recognised = false
  for (let number = 1; number <= pdf.numPages; number++) {
    const old = done.get(number)
    const page = old ?? (await readPage(number))
    words ||= page.text.trim() !== ''
    recognised ||= page.method === 'ocr'
    await tell({ say: 'page', page, pages: pdf.numPages, old: old !== undefined })
  }
  if (!words) throw refuse.noText({ format: 'PDF' })
  return { say: 'extracted', kind: recognised ? 'pdf-scan' : 'pdf-text' }

  async function readPage(number: number): Promise<PageText> {
    const page = await pdf.getPage(number).catch(damaged)
    const text = await storedText(page).catch(damaged)
    if (text !== null) {
      page.cleanup()
      return { number, text, method: 'text', confidence: null }
    }
    await tell({ say: 'starting', page: number, pages: pdf.numPages, method: 'ocr' })
    const { rasterPage } = await import('../ocr/raster-page.ts')
    const { recognise } = await import('../ocr/recognise.ts')
    const picture = await rasterPage(page).catch(damaged)
    const recognised = await recognise(picture)
    if (recognised.text === '' && (await hasBrokenPicture(page))) throw refuse.lostPicture({ page: number })
    page.cleanup()
    return { number, method: 'ocr', ...recognised }
  }
}

function damaged(error: unknown): never {
  if (isDocumentError(error)) throw error
  throw refuse.damaged({ format: 'PDF', why: (error as Error).message })
}
