/**
 * Every limit of reading foreign files, with its reason. A file beyond a limit is refused with a message; none of
 * these protects by itself: the work also runs in a child process that is killed when it takes too much.
 */

const MB = 1024 * 1024

/** A 200-page colour scan at 200 dpi in JPEG is 40–60 MB; larger uploads are photographs or films. */
export const MAX_FILE_BYTES = 60 * MB

/** The longest plans with appendices have some 300 pages. 400 pages of OCR are about half an hour of one core. */
export const MAX_PAGES = 400

/** A report with 200 pictures has some 250 parts; 2,000 leaves room and is walked in milliseconds. */
export const MAX_ZIP_ENTRIES = 2_000

/** document.xml of a 300-page document is about 15 MB. A bomb of 300 MB took a spreadsheet reader to 1 GB. */
export const MAX_UNZIPPED_BYTES = 50 * MB

/** XML of offices compresses 10–30 times; deflate alone cannot pass 1,032. */
export const MAX_ZIP_RATIO = 100

/** Below this size a high ratio is harmless (an empty sheet of repeated rows compresses 200 times). */
export const RATIO_MATTERS_ABOVE_BYTES = 1 * MB

/** Phones photograph 12–50 megapixels; decoded, 60 megapixels are 240 MB. */
export const MAX_IMAGE_MEGAPIXELS = 60

/** A picture inside a PDF: A4 scanned at 600 dpi is 35 megapixels, A3 70. */
export const MAX_SCAN_MEGAPIXELS = 100

/** A page is rastered to at most this many pixels (A3 at 200 dpi is 7.7 megapixels). */
export const MAX_PAGE_MEGAPIXELS = 12

/** Resolution for OCR. Tesseract is trained at about 300 dpi for 10 pt; documents here are 13–14 pt, so 220 serve. */
export const OCR_DPI = 220

/** Text inside one file. 10 MB of text is a book of 5,000 pages; above it is a data dump. */
export const MAX_TEXT_CHARACTERS = 30_000_000

/** Text files up to this size are decoded in the calling process: measured below 5 ms. */
export const INLINE_TEXT_BYTES = 256 * 1024

/** JavaScript heap of the child; a 50 MB document.xml needs about 300 MB. */
export const CHILD_HEAP_MB = 512

/** Resident memory of the child, pictures and WebAssembly included; watched from outside where /proc exists. */
export const CHILD_RESIDENT_MB = 1_400

/** A dense page takes 2–5 s of one core (17 s where six others wanted it); a bad photo is read in up to five ways. */
export const PAGE_TIMEOUT_MS = 180_000

/** Reading of one file as a whole: 400 scanned pages on a busy machine. What was read until then is kept. */
export const TOTAL_TIMEOUT_MS = 2 * 60 * 60_000

/** Several uploads at once must not multiply the child's memory: the rest wait in line. */
export const MAX_CHILDREN = 2

/** Spreadsheets: a province's list of 100,000 people has about 2 million cells. */
export const MAX_SHEET_ROWS = 200_000
export const MAX_SHEET_CELLS = 4_000_000
export const MAX_SHEETS = 50
export const MAX_CELL_CHARACTERS = 32_767
