import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'

import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

import { refuse } from '../document-error.ts'
import { MAX_PAGES, MAX_SCAN_MEGAPIXELS } from '../limits.ts'

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const folder = (name: string) => join(home, name) + sep

/**
 * Opens a PDF without running any of its scripts and without the network: fonts, character maps and decoders come
 * from the package. Throws `document.encrypted`, `document.damaged`, `document.too-many-pages`.
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  if (!hasEnd(bytes)) throw refuse.damaged({ format: 'PDF', why: 'không có dấu kết thúc %%EOF' })
  const task = getDocument({
    // pdf.js takes the buffer away from its owner, so it gets its own.
    data: new Uint8Array(bytes),
    standardFontDataUrl: folder('standard_fonts'),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: MAX_SCAN_MEGAPIXELS * 1_000_000,
    verbosity: VerbosityLevel.ERRORS,
  })
  const pdf = await task.promise.catch((error: unknown) => {
    const { name, message } = error as Error
    if (name === 'PasswordException') throw refuse.encrypted({ format: 'PDF' })
    throw refuse.damaged({ format: 'PDF', why: `${name}: ${message}` })
  })
  if (pdf.numPages > MAX_PAGES) throw refuse.tooManyPages({ pages: pdf.numPages, limit: MAX_PAGES })
  return pdf
}

/** Mail gateways and scanners append bytes after the end mark; more than this they do not. */
const TAIL_BYTES = 64 * 1024

/**
 * A download that broke off has lost its end mark. pdf.js would mend the rest and read some of the pages, and the
 * missing tasks would be missed by nobody.
 */
function hasEnd(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES))
  return Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength).includes('%%EOF')
}
