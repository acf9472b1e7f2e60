import { refuse } from '../document-error.ts'
import { fromTcvn3, fromVni } from './legacy-vietnamese.ts'
import { measureVietnamese } from './syllables.ts'

/** A legacy table is believed when this share of the marked words are syllables in it (measured: right ≥ 0.97, wrong ≤ 0.4). */
const believable = 0.8

/** Below this share of control characters a file is text; random bytes have about 0.2. */
const mostControls = 0.002

/** Text of a .txt or .md file in NFC with \n line ends. Throws `document.binary` and `document.encoding`. */
export function decodeText(bytes: Uint8Array): string {
  const text = withBom(bytes) ?? asUtf16(bytes) ?? asUtf8(bytes) ?? asLegacy(bytes)
  if (controlShare(text) > mostControls) throw refuse.binary({})
  return tidy(unmask(text))
}

function withBom(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder('utf-8').decode(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return null
}

/** Without a mark, UTF-16 shows as zero bytes on one side only: ASCII letters, spaces and line ends. */
function asUtf16(bytes: Uint8Array): string | null {
  const sample = Math.min(bytes.length, 4096) & ~1
  let even = 0
  let odd = 0
  for (let i = 0; i < sample; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const pairs = sample / 2
  if (pairs === 0 || Math.max(even, odd) < pairs * 0.3 || Math.min(even, odd) > pairs * 0.02) return null
  return new TextDecoder(odd > even ? 'utf-16le' : 'utf-16be').decode(bytes)
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const tables: { name: string; read: (bytes: Uint8Array) => string }[] = [
  { name: 'windows-1258', read: (bytes) => new TextDecoder('windows-1258').decode(bytes).normalize('NFC') },
  { name: 'TCVN3', read: (bytes) => fromTcvn3(latin1(bytes)) },
  { name: 'VNI', read: (bytes) => fromVni(new TextDecoder('windows-1252').decode(bytes)) },
]

const latin1 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

function asLegacy(bytes: Uint8Array): string {
  if (controlShare(latin1(bytes.subarray(0, 65_536))) > mostControls) throw refuse.binary({})
  const best = bestOf(tables.map((table) => table.read(bytes)))
  if (best === null) throw refuse.encoding({ candidates: tables.map((table) => table.name) })
  return best
}

/** The reading with the most well-formed syllables, if it is believable at all. */
function bestOf(readings: string[]): string | null {
  let best: string | null = null
  let bestShare = believable
  for (const reading of readings) {
    const { marked, valid } = measureVietnamese(reading)
    const share = marked === 0 ? 0 : valid / marked
    if (share > bestShare) [best, bestShare] = [reading, share]
  }
  return best
}

/** Legacy text that was pasted into a Unicode file keeps its wrong letters ("Céng hoµ"): read it by its table. */
export function unmask(text: string): string {
  const { marked, valid } = measureVietnamese(text)
  if (marked < 5 || valid / marked > 0.5 || /[\u1ea0-\u1ef9]/.test(text)) return text
  return bestOf([fromTcvn3(text), fromVni(text)]) ?? text
}

function controlShare(text: string): number {
  if (text.length === 0) return 0
  let controls = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // Tab, line ends, form feed (page break) and Ctrl-Z (old DOS end of file) belong to text.
    if (
      (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 26) ||
      code === 0xfffd
    )
      controls++
  }
  return controls / text.length
}

/** NFC, \n line ends, no zero-width characters; everything else stays as it was written. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b\u2060\ufeff\u00ad\u001a]/g, '')
    .replace(/\f/g, '\n')
    .normalize('NFC')
}
