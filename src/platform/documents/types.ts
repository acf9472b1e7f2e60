/** What a file turned out to be, by its bytes and structure; never by its extension. */
export type SourceKind = 'text' | 'docx' | 'pdf-text' | 'pdf-scan' | 'image'

/** How the words of a page were found: stored in the file, or recognised in its picture. */
export type ReadMethod = 'text' | 'ocr'

/** One page. `confidence` is the mean word confidence of OCR, 0–100, and null where the text was stored. */
export interface PageText {
  number: number
  text: string
  method: ReadMethod
  confidence: number | null
}

/** All text in NFC. Paragraphs are separated by a blank line, lines that belong together by one line end. */
export interface Extraction {
  kind: SourceKind
  text: string
  pages: PageText[]
}

export interface ExtractOptions {
  /** Used in messages only. */
  fileName: string
  /** Aborting kills the child process; the promise rejects with `document.cancelled`. */
  signal?: AbortSignal
  onProgress?: (progress: { page: number; pages: number; method: ReadMethod }) => void
  /** Pages read by an earlier, interrupted run: they are taken as they are and not read again. */
  donePages?: PageText[]
  /** Awaited before the next page is read, so a page reported here can be stored and resumed from. */
  onPage?: (page: PageText) => Promise<void> | void
}
