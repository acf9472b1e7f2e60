import { crc32, deflateSync } from 'node:zlib'

import { expect, test } from 'vitest'

import { picturePdf, printedDirective, wordDirective, zipOf } from '#tests/fixtures/documents/make.ts'

import { DocumentError, extractText } from './index.ts'

const wordSpace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

async function refusal(bytes: Uint8Array): Promise<DocumentError> {
  const answer = await extractText(bytes, { fileName: 'van-ban.docx' }).then(
    (read) => new Error(`it was read: ${read.text.slice(0, 80)}`),
    (error: Error) => error,
  )
  expect(answer).toBeInstanceOf(DocumentError)
  return answer as DocumentError
}

/** A PNG whose header claims a size; the pixels need not follow. */
function pngClaiming(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const size = Buffer.alloc(4)
    size.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([size, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const oldOffice = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1024),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ])

test.each<[string, string, () => Promise<Uint8Array> | Uint8Array]>([
  ['an empty file', 'document.empty', () => new Uint8Array()],
  [
    'a spreadsheet renamed to .docx',
    'document.spreadsheet',
    () => zipOf([{ name: 'xl/workbook.xml', content: '<workbook/>' }]),
  ],
  ['an old spreadsheet', 'document.spreadsheet', () => oldOffice('Workbook')],
  ['an old Word file', 'document.unsupported-format', () => oldOffice('WordDocument')],
  ['a Word file with a password', 'document.encrypted', () => oldOffice('EncryptedPackage')],
  ['slides', 'document.unsupported-format', () => zipOf([{ name: 'ppt/presentation.xml', content: '<p/>' }])],
  ['a zip of photographs', 'document.not-a-document', () => zipOf([{ name: 'anh1.jpg', content: 'x' }])],
  ['a PDF with a password', 'document.encrypted', () => printedDirective({ password: 'bi-mat', pages: 1 })],
  ['half a Word file', 'document.damaged', async () => (await wordDirective()).subarray(0, 4000)],
  [
    'a PDF cut to its first kilobyte',
    'document.damaged',
    async () => (await printedDirective({ pages: 1 })).subarray(0, 1000),
  ],
  [
    'a PDF that broke off in the middle',
    'document.damaged',
    async () => {
      const whole = await printedDirective({ pages: 30 })
      return whole.subarray(0, Math.floor(whole.length / 2))
    },
  ],
  [
    'a scan whose picture is damaged',
    'document.damaged',
    () => picturePdf('JBIG2Decode', 800, 1100, Buffer.alloc(60, 0xff)),
  ],
  [
    'a scan of 40,000 × 40,000 points',
    'document.damaged',
    () => picturePdf('CCITTFaxDecode', 40_000, 40_000, Buffer.alloc(60, 0xff)),
  ],
  [
    'a scan of a blank page',
    'document.no-text',
    () => picturePdf('CCITTFaxDecode', 800, 1100, Buffer.alloc(140, 0xff)),
  ],
  ['a PDF header and noise', 'document.damaged', () => Buffer.from('%PDF-1.7\n' + 'rác '.repeat(500))],
  ['a PNG that claims 60,000 × 60,000', 'document.too-large', () => pngClaiming(60_000, 60_000)],
  ['a PNG that ends after its header', 'document.damaged', () => pngClaiming(800, 600).subarray(0, 40)],
  ['a TIFF', 'document.unsupported-format', () => Buffer.from('II*\0' + 'x'.repeat(100))],
  [
    'a photograph of an iPhone',
    'document.unsupported-format',
    () => Buffer.from('\0\0\0\x18ftypheic' + 'x'.repeat(100)),
  ],
  ['a program', 'document.not-a-document', () => Buffer.from('MZ' + '\0'.repeat(100))],
  ['a file of 61 MB', 'document.too-large', () => Buffer.alloc(61 * 1024 * 1024, 'a')],
  [
    'a Word file that inflates to 60 MB',
    'document.zip-bomb',
    () => zipOf([{ name: 'word/document.xml', content: Buffer.alloc(60 * 1024 * 1024, ' ') }]),
  ],
  [
    'a Word file of 40 MB that hides its size',
    'document.damaged',
    () => zipOf([{ name: 'word/document.xml', content: Buffer.alloc(40 * 1024 * 1024, ' '), claim: 1000 }]),
  ],
  [
    'a Word file compressed 500 times',
    'document.zip-bomb',
    () => zipOf([{ name: 'word/document.xml', content: Buffer.alloc(20 * 1024 * 1024, ' ') }]),
  ],
  [
    'a zip of 5,000 parts',
    'document.zip-bomb',
    () => zipOf(Array.from({ length: 5000 }, (_, i) => ({ name: `word/${i}.xml`, content: '' }))),
  ],
  [
    'a Word file with entities of its own',
    'document.damaged',
    () =>
      zipOf([
        {
          name: 'word/document.xml',
          content: `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document ${wordSpace}><w:body>&a;</w:body></w:document>`,
        },
      ]),
  ],
  [
    'a Word file of a hundred thousand nested tables',
    'document.damaged',
    () =>
      zipOf([
        {
          name: 'word/document.xml',
          content: `<w:document ${wordSpace}><w:body>` + '<w:tbl><w:tr><w:tc>'.repeat(30_000),
        },
      ]),
  ],
  [
    'a Word file without a word',
    'document.no-text',
    () =>
      zipOf([
        {
          name: 'word/document.xml',
          content: `<w:document ${wordSpace}><w:body><w:p/></w:body></w:document>`,
        },
      ]),
  ],
])('%s is refused with %s', async (_, code, make) => {
  const error = await refusal(await make())
  expect(error.code).toBe(code)
  // What it is and what to do, in Vietnamese, and the same facts for programs.
  expect(error.message).toMatch(/^.+\. Hãy /)
  expect(error.details).toHaveProperty('todo')
})
