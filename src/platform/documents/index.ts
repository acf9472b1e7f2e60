/** Text out of files; DOCX, PDF and XLSX out of data. The only door of this folder. */
export { DocumentError } from './document-error.ts'
export { extractText } from './extract.ts'
export { toDocx, toPdf, toXlsx } from './out/draw.ts'
export type { Sheet } from './child/messages.ts'
export type { Block, OfficialLayout, PaperOptions } from './out/layout.ts'
export type { SheetOut } from './out/to-xlsx.ts'
export { readSheet } from './sheet/read-sheet.ts'
export type { Extraction, ExtractOptions, PageText, ReadMethod, SourceKind } from './types.ts'
