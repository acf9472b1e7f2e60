import { Matrix } from './matrix.ts'
import { errorWords } from './reed-solomon.ts'

// ISO/IEC 18004 table 9, error level M, versions 1 to 40: error words per block, and blocks.
const errorWordsPerBlock = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28,
  28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
]
const blockCounts = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29,
  31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
]

const masks: ReadonlyArray<(x: number, y: number) => boolean> = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/**
 * A text as a QR code (byte mode, UTF-8, error level M): the smallest version it fits in.
 * Throws a RangeError above 2,331 bytes, which no code holds at this level.
 */
export function encodeQr(text: string): Matrix {
  const bytes = new TextEncoder().encode(text)
  const version = smallestVersion(bytes.length)
  const words = interleave(version, dataWords(version, bytes))
  const candidates = masks.map((mask, number) => {
    const matrix = new Matrix(version)
    placeWords(matrix, words)
    applyMask(matrix, mask)
    matrix.drawFormat(number)
    return { matrix, penalty: penaltyOf(matrix) }
  })
  return candidates.reduce((best, other) => (other.penalty < best.penalty ? other : best)).matrix
}

/** Words (data and error) of a version: its modules less the fixed patterns. */
function totalWords(version: number): number {
  let modules = (16 * version + 128) * version + 64
  if (version >= 2) {
    const centres = Math.floor(version / 7) + 2
    modules -= (25 * centres - 10) * centres - 55
    if (version >= 7) modules -= 36
  }
  return Math.floor(modules / 8)
}

function capacity(version: number): number {
  return totalWords(version) - errorWordsPerBlock[version - 1]! * blockCounts[version - 1]!
}

const lengthBits = (version: number) => (version < 10 ? 8 : 16)

function smallestVersion(byteCount: number): number {
  for (let version = 1; version <= 40; version++) {
    if (Math.ceil((4 + lengthBits(version) + byteCount * 8) / 8) <= capacity(version)) return version
  }
  throw new RangeError(`${byteCount} bytes do not fit into one QR code`)
}

function dataWords(version: number, bytes: Uint8Array): Uint8Array {
  const words = new Uint8Array(capacity(version))
  let at = 0
  const push = (value: number, count: number) => {
    for (let bit = count - 1; bit >= 0; bit--, at++) {
      words[at >> 3] = words[at >> 3]! | (((value >> bit) & 1) << (7 - (at & 7)))
    }
  }
  push(0b0100, 4)
  push(bytes.length, lengthBits(version))
  for (const byte of bytes) push(byte, 8)
  // The terminator and the rest of its word are zero already; what is left over is filled by these two in turn.
  const used = Math.min(words.length, Math.ceil((at + 4) / 8))
  for (let word = used; word < words.length; word++) words[word] = (word - used) % 2 === 0 ? 0xec : 0x11
  return words
}

/** Blocks lie side by side: first words of all blocks, second words of all, and so on; the error words likewise. */
function interleave(version: number, data: Uint8Array): Uint8Array {
  const blocks = blockCounts[version - 1]!
  const errorCount = errorWordsPerBlock[version - 1]!
  const shortLength = Math.floor(data.length / blocks)
  const shortBlocks = blocks - (data.length % blocks)
  const parts: Uint8Array[] = []
  for (let block = 0, at = 0; block < blocks; block++) {
    const length = shortLength + (block < shortBlocks ? 0 : 1)
    parts.push(data.subarray(at, at + length))
    at += length
  }
  const errors = parts.map((part) => errorWords(part, errorCount))
  const out: number[] = []
  for (let at = 0; at <= shortLength; at++)
    for (const part of parts) if (at < part.length) out.push(part[at]!)
  for (let at = 0; at < errorCount; at++) for (const error of errors) out.push(error[at]!)
  return Uint8Array.from(out)
}

/** Up and down in columns two wide, from the right, around the upright timing line. */
function placeWords(matrix: Matrix, words: Uint8Array): void {
  const { size } = matrix
  let at = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    const upward = ((right + 1) & 2) === 0
    for (let step = 0; step < size; step++) {
      const y = upward ? size - 1 - step : step
      for (const x of [right, right - 1]) {
        if (matrix.fixed(x, y) || at >= words.length * 8) continue
        matrix.set(x, y, ((words[at >> 3]! >> (7 - (at & 7))) & 1) === 1)
        at++
      }
    }
  }
}

function applyMask(matrix: Matrix, mask: (x: number, y: number) => boolean): void {
  for (let y = 0; y < matrix.size; y++) {
    for (let x = 0; x < matrix.size; x++) if (!matrix.fixed(x, y) && mask(x, y)) matrix.flip(x, y)
  }
}

/** How hard a code is to read: long runs, blocks, shapes like a finder, and a bad balance (ISO/IEC 18004 §7.8.3). */
function penaltyOf(matrix: Matrix): number {
  const { size } = matrix
  let penalty = 0
  let darkCount = 0
  for (let line = 0; line < size; line++) {
    penalty +=
      linePenalty(size, (at) => matrix.dark(at, line)) + linePenalty(size, (at) => matrix.dark(line, at))
  }
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const dark = matrix.dark(x, y)
      if (dark) darkCount++
      if (x === 0 || y === 0) continue
      const even = [matrix.dark(x - 1, y), matrix.dark(x, y - 1), matrix.dark(x - 1, y - 1)].every(
        (d) => d === dark,
      )
      if (even) penalty += 3
    }
  }
  return penalty + Math.floor(Math.abs((darkCount / size ** 2) * 20 - 10)) * 10
}

function linePenalty(size: number, dark: (at: number) => boolean): number {
  let text = ''
  for (let at = 0; at < size; at++) text += dark(at) ? '1' : '0'
  let penalty = 0
  let run = 1
  for (let at = 1; at <= size; at++) {
    if (at < size && text[at] === text[at - 1]) run++
    else {
      if (run >= 5) penalty += run - 2
      run = 1
    }
  }
  for (let at = 0; at + 11 <= size; at++) {
    const part = text.slice(at, at + 11)
    if (part === '10111010000' || part === '00001011101') penalty += 40
  }
  return penalty
}
