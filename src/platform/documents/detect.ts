import { refuse } from './document-error.ts'

/** What the bytes are, as far as their first bytes and structure tell. */
type FileKind = 'zip' | 'pdf' | 'png' | 'jpeg' | 'webp' | 'text'

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, Math.min(to, bytes.length) - from)).toString(
    'latin1',
  )

/** Formats that are recognised only to say what they are. Order matters: the first match speaks. */
const refusedByMagic: { magic: string; at?: number; say: () => Error }[] = [
  { magic: 'II*\0', say: () => refuse.oldFormat({ what: 'ảnh TIFF', saveAs: 'PDF, PNG hoặc JPEG' }) },
  { magic: 'MM\0*', say: () => refuse.oldFormat({ what: 'ảnh TIFF', saveAs: 'PDF, PNG hoặc JPEG' }) },
  { magic: 'ftyphei', at: 4, say: () => refuse.oldFormat({ what: 'ảnh HEIC của iPhone', saveAs: 'JPEG' }) },
  { magic: 'ftypmif1', at: 4, say: () => refuse.oldFormat({ what: 'ảnh HEIF', saveAs: 'JPEG' }) },
  { magic: 'ftypavif', at: 4, say: () => refuse.oldFormat({ what: 'ảnh AVIF', saveAs: 'PNG hoặc JPEG' }) },
  { magic: 'GIF8', say: () => refuse.oldFormat({ what: 'ảnh GIF', saveAs: 'PNG hoặc JPEG' }) },
  { magic: 'AT&TFORM', say: () => refuse.oldFormat({ what: 'tệp DjVu', saveAs: 'PDF' }) },
  { magic: '{\\rtf', say: () => refuse.oldFormat({ what: 'văn bản RTF', saveAs: '.docx' }) },
  { magic: '%!PS', say: () => refuse.oldFormat({ what: 'tệp PostScript', saveAs: 'PDF' }) },
  { magic: 'Rar!', say: () => refuse.notADocument({ what: 'tệp nén RAR' }) },
  { magic: '7z\xbc\xaf', say: () => refuse.notADocument({ what: 'tệp nén 7z' }) },
  { magic: '\x1f\x8b', say: () => refuse.notADocument({ what: 'tệp nén gzip' }) },
  { magic: 'MZ', say: () => refuse.notADocument({ what: 'chương trình Windows' }) },
  { magic: '\x7fELF', say: () => refuse.notADocument({ what: 'chương trình máy tính' }) },
  { magic: 'ID3', say: () => refuse.notADocument({ what: 'tệp âm thanh' }) },
  { magic: 'ftyp', at: 4, say: () => refuse.notADocument({ what: 'tệp phim' }) },
  { magic: 'RIFF', say: () => refuse.notADocument({ what: 'tệp âm thanh hoặc phim' }) },
]

/** Names the kind of a file. Throws `document.empty` and, for formats we know and do not read, what they are. */
export function detectKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw refuse.empty({})
  const head = ascii(bytes, 0, 1024)
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip'
  // Readers of PDF accept up to 1,024 bytes of anything before the header, and mail gateways do put things there.
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp'
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw compoundFile(bytes)
  for (const { magic, at, say } of refusedByMagic) {
    if (head.startsWith(magic, at ?? 0)) throw say()
  }
  if (/^\s{0,200}<(?:!doctype html|html)/i.test(head))
    throw refuse.oldFormat({ what: 'trang web HTML', saveAs: '.docx hoặc PDF' })
  return 'text'
}

/** The old container of Microsoft Office: names of its streams are UTF-16 in the directory sectors. */
function compoundFile(bytes: Uint8Array): Error {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) return refuse.encrypted({ format: 'Office' })
  if (holds('WordDocument')) return refuse.oldFormat({ what: 'văn bản Word đời cũ (.doc)', saveAs: '.docx' })
  if (holds('Workbook')) return refuse.spreadsheet({ format: 'Excel đời cũ (.xls)' })
  if (holds('PowerPoint Document'))
    return refuse.oldFormat({ what: 'bài trình chiếu PowerPoint đời cũ', saveAs: 'PDF' })
  return refuse.notADocument({ what: 'tệp Office đời cũ không rõ loại' })
}
