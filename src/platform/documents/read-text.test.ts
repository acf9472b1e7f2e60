import { expect, test } from 'vitest'

import { sample } from '#tests/fixtures/documents/make.ts'

import { extractText } from './index.ts'

const wanted = `${sample.kind}\n${sample.title}\n\n1. ${sample.tasks[0]}\n\n2. ${sample.tasks[1]}\n`
const read = async (bytes: Uint8Array) => (await extractText(bytes, { fileName: 'chi-thi.txt' })).text
const refusal = (bytes: Uint8Array) =>
  extractText(bytes, { fileName: 'x' }).then(
    () => 'read',
    (error: { code: string }) => error.code,
  )

/** The bytes a program of the nineties would have written, from a table of the letters in this sample. */
function encode(text: string, table: Record<string, string>): Buffer {
  return Buffer.from([...text].map((char) => table[char] ?? char).join(''), 'latin1')
}

test.each([
  ['UTF-8', Buffer.from(wanted)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${wanted}`)],
  ['UTF-16 by Notepad', Buffer.from(`\ufeff${wanted}`, 'utf16le')],
  ['UTF-16 without a mark', Buffer.from(wanted, 'utf16le')],
  ['UTF-16 big endian', Buffer.from(`\ufeff${wanted}`, 'utf16le').swap16()],
  ['letters with separate accents', Buffer.from(wanted.normalize('NFD'))],
  ['line ends of Windows', Buffer.from(wanted.replaceAll('\n', '\r\n'))],
])('a text in %s gives the same words', async (_, bytes) => {
  expect(await read(bytes)).toBe(wanted)
})

test('the extension does not matter, the bytes do', async () => {
  const { kind, pages } = await extractText(Buffer.from(wanted), { fileName: 'chi-thi.pdf' })
  expect(kind).toBe('text')
  expect(pages).toEqual([{ number: 1, text: wanted, method: 'text', confidence: null }])
})

test('a text typed with the old TCVN3 fonts is read', async () => {
  const old = encode('Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập, Tự do, Hạnh phúc', {
    ộ: '\xe9',
    ò: '\xdf',
    ã: '\xb7',
    ủ: '\xf1',
    ĩ: '\xdc',
    ệ: '\xd6',
    Đ: '\xa7',
    ậ: '\xcb',
    ự: '\xf9',
    ạ: '\xb9',
    ú: '\xf3',
  })
  expect(await read(old)).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập, Tự do, Hạnh phúc')
})

test('a text typed with the old VNI fonts is read', async () => {
  const old = Buffer.from(
    'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp, Töï do, Haïnh phuùc, nöôùc, baèng, ñöôïc',
    'latin1',
  )
  expect(await read(old)).toBe(
    'Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập, Tự do, Hạnh phúc, nước, bằng, được',
  )
})

test('a text in windows-1258 is read', async () => {
  // This table writes tones as bytes of their own after the letter: CC grave, EC acute, D2 hook, DE tilde, F2 dot below.
  const old = Buffer.from('C\xf4\xf2ng ho\xcca xa\xde h\xf4\xf2i chu\xd2 nghi\xdea Vi\xea\xf2t Nam', 'latin1')
  expect(await read(old)).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam')
})

test('old Vietnamese letters pasted into a Unicode file are put right', async () => {
  expect(await read(Buffer.from('Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc'))).toBe(
    'Cộng hoà xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc',
  )
})

test('a novel and a foreign text are text too', async () => {
  const french =
    'Madame Vauquer, née de Conflans, est une vieille femme qui, depuis quarante ans, tient à Paris une pension.'
  expect(await read(Buffer.from(french))).toBe(french)
})

test('bytes of no known table are refused rather than guessed', async () => {
  const unknown = Buffer.from(
    'Nh\x8d n\xaa\x9bc C\x9eng h\x90a x\x8b h\x9ai ch\x97 ngh\x99a \xfe\xf0\xdf\x8f\x9c\x9d',
    'latin1',
  )
  expect(await refusal(unknown)).toBe('document.encoding')
})

test('an empty file, noise and blank space are refused for what they are', async () => {
  const noise = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 0xff))
  expect(await refusal(new Uint8Array())).toBe('document.empty')
  expect(await refusal(Buffer.from(' \n\t\n'))).toBe('document.empty')
  expect(await refusal(noise)).toBe('document.binary')
})
