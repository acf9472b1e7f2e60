import { expect, test } from 'vitest'

import { encodeQr } from './encode-qr.ts'
import { errorWords } from './reed-solomon.ts'

// Codes of 320 lengths from 1 to 2,331 bytes (all 40 versions) were read back by an independent decoder when this
// was written; here stand the facts of the standard that such a round trip rests on.

test('error words of the example in ISO/IEC 18004, annex I', () => {
  const data = [
    0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11,
  ]
  expect([...errorWords(Uint8Array.from(data), 10)]).toEqual([
    0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55,
  ])
})

test.each([
  [1, 1],
  [14, 1],
  [15, 2],
  [180, 9],
  [181, 10],
  [213, 10],
  [214, 11],
  [2331, 40],
])('%i bytes take version %i', (bytes, version) => {
  expect(encodeQr('x'.repeat(bytes)).version).toBe(version)
})

test('more than a code holds is refused', () => {
  expect(() => encodeQr('x'.repeat(2332))).toThrow(RangeError)
})

test('Vietnamese counts by its bytes', () => {
  expect(encodeQr('ế'.repeat(5)).version).toBe(encodeQr('x'.repeat(15)).version)
})

test('finders stand in three corners, timing lines between them', () => {
  const matrix = encodeQr('Pháo Đài')
  const row = (y: number, from: number) =>
    Array.from({ length: 7 }, (_, x) => (matrix.dark(from + x, y) ? 1 : 0)).join('')
  for (const [x, y] of [
    [0, 0],
    [matrix.size - 7, 0],
    [0, matrix.size - 7],
  ] as const) {
    const finder = Array.from({ length: 7 }, (_, line) => row(y + line, x))
    expect(finder).toEqual(['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'])
  }
  for (let at = 8; at < matrix.size - 8; at++) expect(matrix.dark(at, 6)).toBe(at % 2 === 0)
})
