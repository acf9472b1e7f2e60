/** Larger files are films and raw photographs; a folder of scans fits. */
export const evidenceLimitMegabytes = 25
/** Files of one report. */
export const evidenceMost = 20

/** What is kept as evidence: papers, pictures and tables that a reader only shows. */
export type EvidenceKind = 'pdf' | 'png' | 'jpeg' | 'webp' | 'docx' | 'xlsx' | 'pptx' | 'text'
export type EvidenceVerdict =
  { ok: true; kind: EvidenceKind; mediaType: string; extension: string } | { ok: false; why: string }

const office = 'application/vnd.openxmlformats-officedocument.'
const kinds: Record<EvidenceKind, { mediaType: string; extension: string }> = {
  pdf: { mediaType: 'application/pdf', extension: 'pdf' },
  png: { mediaType: 'image/png', extension: 'png' },
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg' },
  webp: { mediaType: 'image/webp', extension: 'webp' },
  docx: { mediaType: `${office}wordprocessingml.document`, extension: 'docx' },
  xlsx: { mediaType: `${office}spreadsheetml.sheet`, extension: 'xlsx' },
  pptx: { mediaType: `${office}presentationml.presentation`, extension: 'pptx' },
  text: { mediaType: 'text/plain', extension: 'txt' },
}

/** Beginnings of files that a computer runs, or that hide others. The name of the file says nothing. */
const refused: readonly (readonly [magic: string, what: string])[] = [
  ['MZ', 'chương trình Windows'],
  ['\x7fELF', 'chương trình máy tính'],
  ['\xcf\xfa\xed\xfe', 'chương trình máy tính'],
  ['\xce\xfa\xed\xfe', 'chương trình máy tính'],
  ['\xca\xfe\xba\xbe', 'chương trình máy tính'],
  ['#!', 'tập lệnh'],
  ['L\0\0\0', 'lối tắt Windows'],
  ['dex\n', 'ứng dụng Android'],
  ['Rar!', 'tệp nén RAR'],
  ['7z\xbc\xaf', 'tệp nén 7z'],
  ['\x1f\x8b', 'tệp nén gzip'],
  ['MSCF', 'tệp nén CAB'],
  ['\xd0\xcf\x11\xe0', 'tệp Office đời cũ, có thể chứa macro'],
  ['{\\rtf', 'văn bản RTF, có thể chứa đối tượng nhúng'],
]

/**
 * What a file is, by its bytes. Evidence is opened by officials on many machines, so only kinds that are shown and never
 * run are kept: no program, no page or picture with script (HTML, SVG, XML), no macro, no archive.
 */
export function judgeEvidence(bytes: Uint8Array): EvidenceVerdict {
  if (bytes.length === 0) return refuse('tệp rỗng')
  const head = latin(bytes, 0, 1024)
  if (head.startsWith('PK\x03\x04')) return judgeOffice(bytes)
  const magic = refused.find(([start]) => head.startsWith(start))
  if (magic) return refuse(magic[1])
  if (head.startsWith('%PDF-')) return judgePdf(bytes)
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return keep('png')
  if (head.startsWith('\xff\xd8\xff')) return keep('jpeg')
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return keep('webp')
  return judgeText(bytes)
}

const keep = (kind: EvidenceKind): EvidenceVerdict => ({ ok: true, kind, ...kinds[kind] })
const refuse = (why: string): EvidenceVerdict => ({ ok: false, why })

function latin(bytes: Uint8Array, from: number, to: number): string {
  let out = ''
  const end = Math.min(to, bytes.length)
  for (let i = from; i < end; i++) out += String.fromCharCode(bytes[i]!)
  return out
}

/** Names of a zip's entries stand unpacked in its directory, so they can be looked for in the bytes. */
function judgeOffice(bytes: Uint8Array): EvidenceVerdict {
  if (holds(bytes, 'vbaProject.bin')) return refuse('tệp Office có macro')
  if (holds(bytes, '[Content_Types].xml')) {
    if (holds(bytes, 'word/document.xml')) return keep('docx')
    if (holds(bytes, 'xl/workbook.xml')) return keep('xlsx')
    if (holds(bytes, 'ppt/presentation.xml')) return keep('pptx')
  }
  return refuse('tệp nén')
}

const pdfScripts = ['/JavaScript', '/JS ', '/JS(', '/Launch', '/EmbeddedFile']
function judgePdf(bytes: Uint8Array): EvidenceVerdict {
  return pdfScripts.some((name) => holds(bytes, name))
    ? refuse('PDF có chứa tập lệnh hoặc tệp đính kèm bên trong')
    : keep('pdf')
}

/** Text is anything without control characters – and without a tag, which some reader would take for a page. */
function judgeText(bytes: Uint8Array): EvidenceVerdict {
  for (const byte of bytes) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) return refuse('tệp không rõ loại')
  }
  const start = latin(bytes, 0, 4096)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  if (start.startsWith('<') || ['<svg', '<html', '<script', '<!doctype'].some((tag) => start.includes(tag)))
    return refuse('trang web hoặc hình SVG, có thể chứa mã chạy được')
  return keep('text')
}

function holds(bytes: Uint8Array, word: string): boolean {
  const first = word.charCodeAt(0)
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let i = 1
    while (i < word.length && bytes[at + i] === word.charCodeAt(i)) i++
    if (i === word.length) return true
  }
  return false
}

/** The name as it was, with the ending that tells what the file really is. */
export function evidenceName(name: string, extension: string): string {
  const same = name.toLowerCase().endsWith(`.${extension}`) || (extension === 'jpg' && /\.jpeg$/i.test(name))
  return same || (extension === 'txt' && /\.(csv|md)$/i.test(name)) ? name : `${name}.${extension}`
}
