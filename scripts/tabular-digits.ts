// Makes src/platform/web/theme/digits/digits-*.woff: the ten digits of Be Vietnam Pro, all of one width.
//
// Be Vietnam Pro has no tabular figures (measured: a 1 is 386 units wide, a 4 is 710), so a column of numbers does
// not line up and `font-variant-numeric: tabular-nums` changes nothing. The outlines stay as they are; each digit is
// moved to the middle of a common width. Run again when the package @fontsource/be-vietnam-pro changes:
//   node scripts/tabular-digits.ts
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { deflateSync, inflateSync } from 'node:zlib'

/** Per mille of the em: as wide as 3 and 5, so that only 1 is set looser and 4 a little tighter. */
const commonWidth = 650
const digits = '0123456789'
const from = 'node_modules/@fontsource/be-vietnam-pro/files'
const to = 'src/platform/web/theme/digits'

type Tables = Map<string, Buffer>

function readWoff(file: Buffer): Tables {
  const tables: Tables = new Map()
  for (let entry = 44; entry < 44 + file.readUInt16BE(12) * 20; entry += 20) {
    const [offset, packed, length] = [4, 8, 12].map((at) => file.readUInt32BE(entry + at)) as [
      number,
      number,
      number,
    ]
    const data = file.subarray(offset, offset + packed)
    tables.set(
      file.toString('latin1', entry, entry + 4),
      packed < length ? inflateSync(data) : Buffer.from(data),
    )
  }
  return tables
}

function writeWoff(tables: Tables): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const directory = Buffer.alloc(sorted.length * 20)
  const bodies: Buffer[] = []
  let offset = 44 + directory.length
  let sfntSize = 12 + sorted.length * 16
  sorted.forEach(([tag, data], index) => {
    const deflated = deflateSync(data, { level: 9 })
    const packed = deflated.length < data.length ? deflated : data
    directory.write(tag, index * 20, 'latin1')
    ;[offset, packed.length, data.length, checksum(data)].forEach((value, at) =>
      directory.writeUInt32BE(value, index * 20 + 4 + at * 4),
    )
    bodies.push(packed, Buffer.alloc((4 - (packed.length % 4)) % 4))
    offset += packed.length + ((4 - (packed.length % 4)) % 4)
    sfntSize += data.length + ((4 - (data.length % 4)) % 4)
  })
  const header = Buffer.alloc(44)
  header.write('wOFF', 0, 'latin1')
  header.writeUInt32BE(0x00010000, 4)
  header.writeUInt32BE(offset, 8)
  header.writeUInt16BE(sorted.length, 12)
  header.writeUInt32BE(sfntSize, 16)
  return Buffer.concat([header, directory, ...bodies])
}

function checksum(data: Buffer): number {
  const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
  let sum = 0
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0
  return sum
}

/** Glyph of a character by a cmap subtable of format 4, which every font of the package has. */
function glyphOf(cmap: Buffer, code: number): number {
  for (let record = 4; record < 4 + cmap.readUInt16BE(2) * 8; record += 8) {
    const table = cmap.subarray(cmap.readUInt32BE(record + 4))
    if (table.readUInt16BE(0) !== 4) continue
    const count = table.readUInt16BE(6) / 2
    for (let segment = 0; segment < count; segment++) {
      const end = table.readUInt16BE(14 + segment * 2)
      const start = table.readUInt16BE(16 + count * 2 + segment * 2)
      if (code < start || code > end) continue
      const delta = table.readUInt16BE(16 + count * 4 + segment * 2)
      const rangeAt = 16 + count * 6 + segment * 2
      const range = table.readUInt16BE(rangeAt)
      if (range === 0) return (code + delta) & 0xffff
      return (table.readUInt16BE(rangeAt + range + (code - start) * 2) + delta) & 0xffff
    }
  }
  throw new Error(`The font has no glyph for U+${code.toString(16)}`)
}

function glyphData(tables: Tables, glyph: number): Buffer {
  const loca = tables.get('loca')!
  const long = tables.get('head')!.readInt16BE(50) === 1
  const at = (index: number) => (long ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2)
  return tables.get('glyf')!.subarray(at(glyph), at(glyph + 1))
}

/** The outline moved sideways: a simple glyph stores differences, so only its first point changes. Hints are dropped. */
function moved(glyph: Buffer, by: number): Buffer {
  const contours = glyph.readInt16BE(0)
  if (contours < 1) throw new Error('A digit is a composite glyph; this script moves simple ones only.')
  const ends = glyph.subarray(10, 10 + contours * 2)
  const points = ends.readUInt16BE(ends.length - 2) + 1
  let at = 10 + contours * 2
  at += 2 + glyph.readUInt16BE(at)
  const flags: number[] = []
  while (flags.length < points) {
    const flag = glyph[at++]!
    const repeats = flag & 8 ? glyph[at++]! : 0
    for (let time = 0; time <= repeats; time++) flags.push(flag & ~8)
  }
  const sizeOf = (flag: number, short: number, same: number) => (flag & short ? 1 : flag & same ? 0 : 2)
  const xSize = flags.reduce((sum, flag) => sum + sizeOf(flag, 2, 16), 0)
  const xs = glyph.subarray(at, at + xSize)
  const ySize = flags.reduce((sum, flag) => sum + sizeOf(flag, 4, 32), 0)
  const ys = glyph.subarray(at + xSize, at + xSize + ySize)

  const first = flags[0]!
  const firstX = first & 2 ? (first & 16 ? xs[0]! : -xs[0]!) : first & 16 ? 0 : xs.readInt16BE(0)
  flags[0] = first & ~(2 | 16)
  const x = Buffer.alloc(2)
  x.writeInt16BE(firstX + by)
  const header = Buffer.from(glyph.subarray(0, 10))
  header.writeInt16BE(header.readInt16BE(2) + by, 2)
  header.writeInt16BE(header.readInt16BE(6) + by, 6)
  const rest = xs.subarray(sizeOf(first, 2, 16))
  const data = Buffer.concat([header, ends, Buffer.from([0, 0]), Buffer.from(flags), x, rest, ys])
  return Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
}

function digitsOnly(tables: Tables): Tables {
  const head = Buffer.from(tables.get('head')!)
  const hhea = Buffer.from(tables.get('hhea')!)
  const maxp = Buffer.from(tables.get('maxp')!)
  const metrics = hhea.readUInt16BE(34)
  const width = Math.round((commonWidth / 1000) * head.readUInt16BE(18))
  const hmtx = Buffer.alloc((digits.length + 1) * 4)
  hmtx.writeUInt16BE(width, 0)
  // Glyph 0 is what is drawn for a missing character; it is empty here and never asked for.
  const glyphs: Buffer[] = [Buffer.alloc(0)]
  for (const [index, digit] of [...digits].entries()) {
    const glyph = glyphOf(tables.get('cmap')!, digit.charCodeAt(0))
    const advance = tables.get('hmtx')!.readUInt16BE(Math.min(glyph, metrics - 1) * 4)
    const outline = moved(glyphData(tables, glyph), Math.round((width - advance) / 2))
    glyphs.push(outline)
    hmtx.writeUInt16BE(width, (index + 1) * 4)
    hmtx.writeInt16BE(outline.readInt16BE(2), (index + 1) * 4 + 2)
  }
  const loca = Buffer.alloc((glyphs.length + 1) * 4)
  glyphs.forEach((glyph, index) =>
    loca.writeUInt32BE(loca.readUInt32BE(index * 4) + glyph.length, (index + 1) * 4),
  )
  head.writeInt16BE(1, 50)
  hhea.writeUInt16BE(glyphs.length, 34)
  maxp.writeUInt16BE(glyphs.length, 4)
  const post = Buffer.alloc(32)
  tables.get('post')!.copy(post, 0, 0, 32)
  post.writeUInt32BE(0x00030000, 0)
  return new Map([
    ...(['OS/2', 'name'] as const).map((tag) => [tag, tables.get(tag)!] as const),
    ['head', head],
    ['hhea', hhea],
    ['maxp', maxp],
    ['hmtx', hmtx],
    ['loca', loca],
    ['glyf', Buffer.concat(glyphs)],
    ['post', post],
    ['cmap', digitCmap()],
  ])
}

/** One segment from "0" to "9" onto glyphs 1 to 10, and the closing segment that format 4 demands. */
function digitCmap(): Buffer {
  const words = [0, 1, 3, 1, 0, 12]
  const subtable = [4, 32, 0, 4, 4, 1, 0, 0x39, 0xffff, 0, 0x30, 0xffff, (1 - 0x30) & 0xffff, 1, 0, 0]
  const cmap = Buffer.alloc((words.length + subtable.length) * 2)
  ;[...words, ...subtable].forEach((word, at) => cmap.writeUInt16BE(word, at * 2))
  return cmap
}

mkdirSync(to, { recursive: true })
for (const weight of [400, 500, 600]) {
  const font = readWoff(readFileSync(`${from}/be-vietnam-pro-latin-${weight}-normal.woff`))
  const made = writeWoff(digitsOnly(font))
  writeFileSync(`${to}/digits-${weight}.woff`, made)
  console.log(`${to}/digits-${weight}.woff: ${made.length} bytes`)
}
