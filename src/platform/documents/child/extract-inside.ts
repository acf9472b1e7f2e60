import { detectKind } from '../detect.ts'
import { isDocumentError, refuse } from '../document-error.ts'
import { readDocx } from '../docx/read-docx.ts'
import { MAX_TEXT_CHARACTERS } from '../limits.ts'
import { readCsv } from '../sheet/read-csv.ts'
import { readXlsx, type SheetLimits } from '../sheet/read-xlsx.ts'
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

/** Runs in the child: the sheets of a workbook or of a text with separators. */
export async function sheetsInside(bytes: Uint8Array, limits: SheetLimits): Promise<Report> {
  const kind = kindOfSheet(bytes)
  if (kind === 'zip') return { say: 'sheets', sheets: await readXlsx(bytes, limits) }
  if (kind === 'text')
    return { say: 'sheets', sheets: [{ name: 'CSV', rows: readCsv(decodeText(bytes), limits) }] }
  throw refuse.notASheet({ what: kind === 'pdf' ? 'tệp PDF' : 'ảnh' })
}

function kindOfSheet(bytes: Uint8Array) {
  try {
    return detectKind(bytes)
  } catch (error) {
    // What is refused as a document for being a spreadsheet is refused here for being an old one.
    if (isDocumentError(error) && error.code === 'document.spreadsheet')
      throw refuse.oldFormat({ what: 'bảng tính Excel đời cũ (.xls)', saveAs: '.xlsx' })
    throw error
  }
}

async function onePage(kind: SourceKind, text: string, tell: Tell): Promise<Report> {
  if (text.length > MAX_TEXT_CHARACTERS)
    throw refuse.tooMuchText({ characters: text.length, limit: MAX_TEXT_CHARACTERS })
  const page: PageText = { number: 1, text, method: 'text', confidence: null }
  await tell({ say: 'page', page, pages: 1, old: false })
  return { say: 'extracted', kind }
}
