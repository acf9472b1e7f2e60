import { detectKind } from '../detect.ts'
import { refuse } from '../document-error.ts'
import { readDocx } from '../docx/read-docx.ts'
import { MAX_TEXT_CHARACTERS } from '../limits.ts'
import { decodeText } from '../text/decode.ts'
import type { PageText, SourceKind } from '../types.ts'
import type { Report } from './messages.ts'

type Tell = (report: Report) => Promise<void>

/** Runs in the child: the file by its kind, page by page. Readers are loaded when they are needed. */
export async function extractInside(bytes: Uint8Array, donePages: PageText[], tell: Tell): Promise<Report> {
  const kind = detectKind(bytes)
  switch (kind) {
    case 'text':
      return onePage('text', decodeText(bytes), tell)
    case 'zip':
      return onePage('docx', await readDocx(bytes), tell)
    case 'pdf': {
      const { readPdf } = await import('../pdf/read-pdf.ts')
      return readPdf(bytes, donePages, tell)
    }
    default: {
      const { readPicture } = await import('../ocr/read-picture.ts')
      return readPicture(bytes, kind, donePages, tell)
    }
  }
}

async function onePage(kind: SourceKind, text: string, tell: Tell): Promise<Report> {
  if (text.length > MAX_TEXT_CHARACTERS)
    throw refuse.tooMuchText({ characters: text.length, limit: MAX_TEXT_CHARACTERS })
  const page: PageText = { number: 1, text, method: 'text', confidence: null }
  await tell({ say: 'page', page, pages: 1, old: false })
  return { say: 'extracted', kind, pages: [page] }
}
