/** Text out of files; DOCX, PDF and XLSX out of data. The only door of this folder. */
export { DocumentError } from './document-error.ts'
export { extractText } from './extract.ts'
export type { Extraction, ExtractOptions, PageText, ReadMethod, SourceKind } from './types.ts'
