/**
 * What a file is, told by its bytes: neither its name nor its sender is asked. The one judge of everything that is taken
 * in as an attachment. Only kinds that are shown and never run are known: no program, no page, no macro, no archive.
 */
export const fileKinds = {
  pdf: { mediaType: 'application/pdf', extension: 'pdf' },
  png: { mediaType: 'image/png', extension: 'png' },
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg' },
  webp: { mediaType: 'image/webp', extension: 'webp' },
  heic: { mediaType: 'image/heic', extension: 'heic' },
  svg: { mediaType: 'image/svg+xml', extension: 'svg' },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
  },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx' },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extension: 'pptx',
  },
  text: { mediaType: 'text/plain', extension: 'txt' },
  mp4: { mediaType: 'video/mp4', extension: 'mp4' },
  m4a: { mediaType: 'audio/mp4', extension: 'm4a' },
  mp3: { mediaType: 'audio/mpeg', extension: 'mp3' },
  ogg: { mediaType: 'audio/ogg', extension: 'ogg' },
  webm: { mediaType: 'video/webm', extension: 'webm' },
} as const
export type FileKind = keyof typeof fileKinds

export type FileVerdict<K extends FileKind = FileKind> =
  { ok: true; kind: K; mediaType: string; extension: string } | { ok: false; why: string }

/** Beginnings of files that a computer runs, or that hide others. */
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

const starts: readonly (readonly [magic: string, kind: FileKind])[] = [
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['\xff\xd8\xff', 'jpeg'],
  ['ID3', 'mp3'],
  ['OggS', 'ogg'],
  ['\x1a\x45\xdf\xa3', 'webm'],
]

/** The kind of the file when it is one of `taken`; else why it is not taken, for people to read. */
export function judgeFile<K extends FileKind>(bytes: Uint8Array, taken: readonly K[]): FileVerdict<K> {
  const found = kindOf(bytes)
  if (typeof found !== 'string') return { ok: false, why: found.why }
  const kind = taken.find((one) => one === found)
  if (kind) return { ok: true, kind, ...fileKinds[kind] }
  return { ok: false, why: found === 'svg' ? active : 'loại tệp không nhận ở đây' }
}

const active = 'trang web hoặc hình SVG, có thể chứa mã chạy được'

function kindOf(bytes: Uint8Array): FileKind | { why: string } {
  if (bytes.length === 0) return { why: 'tệp rỗng' }
  const head = latin(bytes, 0, 1024)
  if (head.startsWith('PK\x03\x04')) return officeKind(bytes)
  const magic = refused.find(([start]) => head.startsWith(start))
  if (magic) return { why: magic[1] }
  if (head.startsWith('%PDF-')) return pdfKind(bytes)
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp'
  if (head.slice(4, 8) === 'ftyp') return filmKind(head.slice(8, 12))
  return starts.find(([start]) => head.startsWith(start))?.[1] ?? textKind(bytes)
}

/** Phones keep films, recordings and photographs in one container; its brand tells which. */
function filmKind(brand: string): FileKind {
  if (['heic', 'heix', 'mif1', 'msf1'].includes(brand)) return 'heic'
  return brand.startsWith('M4A') ? 'm4a' : 'mp4'
}

/** Names of a zip's entries stand unpacked in its directory, so they can be looked for in the bytes. */
function officeKind(bytes: Uint8Array): FileKind | { why: string } {
  if (holds(bytes, 'vbaProject.bin')) return { why: 'tệp Office có macro' }
  if (holds(bytes, '[Content_Types].xml')) {
    if (holds(bytes, 'word/document.xml')) return 'docx'
    if (holds(bytes, 'xl/workbook.xml')) return 'xlsx'
    if (holds(bytes, 'ppt/presentation.xml')) return 'pptx'
  }
  return { why: 'tệp nén' }
}

const pdfScripts = ['/JavaScript', '/JS ', '/JS(', '/Launch', '/EmbeddedFile']
function pdfKind(bytes: Uint8Array): FileKind | { why: string } {
  return pdfScripts.some((name) => holds(bytes, name))
    ? { why: 'PDF có chứa tập lệnh hoặc tệp đính kèm bên trong' }
    : 'pdf'
}

/** Text is anything without control characters – and without a tag, which some reader would take for a page. */
function textKind(bytes: Uint8Array): FileKind | { why: string } {
  for (const byte of bytes) {
    if ((byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 127)
      return { why: 'tệp không rõ loại' }
  }
  const start = latin(bytes, 0, 4096)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  if (start.startsWith('#!') || start.startsWith('@echo')) return { why: 'tập lệnh' }
  if (start.startsWith('<')) return isInertDrawing(bytes, start) ? 'svg' : { why: active }
  const page = ['<svg', '<html', '<script', '<!doctype'].some((tag) => start.includes(tag))
  return page ? { why: active } : 'text'
}

/** A drawing of a desk is a sketch of some kilobytes; what is larger is not read through for its links. */
const largestDrawing = 2_000_000

/** Looked for without blanks, which a browser leaves out of a link; letters written as numbers hide such words. */
const activeMarks = [
  '<script',
  '<foreignobject',
  '<iframe',
  '<object',
  '<embed',
  'javascript:',
  'data:text',
  '<!entity',
  '<?xml-stylesheet',
  '&#',
  '&colon;',
  '&tab;',
  '&newline;',
]
const handler = /[\s"'/]on[a-z]{3,30}\s{0,20}=/

function isInertDrawing(bytes: Uint8Array, start: string): boolean {
  if (!start.includes('<svg') || bytes.length > largestDrawing) return false
  const whole = latin(bytes, 0, bytes.length).toLowerCase()
  const unspaced = whole.replace(/\s/g, '')
  return !activeMarks.some((mark) => unspaced.includes(mark)) && !handler.test(whole)
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  let out = ''
  const end = Math.min(to, bytes.length)
  for (let i = from; i < end; i++) out += String.fromCharCode(bytes[i]!)
  return out
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
export function nameOfKind(name: string, extension: string): string {
  const same = name.toLowerCase().endsWith(`.${extension}`) || (extension === 'jpg' && /\.jpeg$/i.test(name))
  return same || (extension === 'txt' && /\.(csv|md)$/i.test(name)) ? name : `${name}.${extension}`
}
