// Vietnamese text arrives in three spellings of one letter: composed (NFC), decomposed (NFD, from macOS and
// some scanners) and with the tone mark on another vowel ("uỷ"/"ủy", "hoá"/"hóa"). Comparing needs one of them.

/** NFC with Windows line ends and odd spaces left alone: the text offsets point into. */
export function toNfc(text: string): string {
  return text.normalize('NFC')
}

const toneMoves = toneTable()

function toneTable(): Map<string, string> {
  const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
  const pairs: [string, string, string][] = [
    ['o', 'a', ''],
    ['o', 'e', ''],
    ['u', 'y', ''],
  ]
  const table = new Map<string, string>()
  for (const [first, second] of pairs)
    for (const tone of tones.slice(1))
      table.set((first + second + tone).normalize('NFC'), (first + tone).normalize('NFC') + second)
  return table
}

/**
 * One spelling of a word for comparison: lower case, tone mark on the first vowel of open oa, oe, uy
 * ("uỷ" → "ủy", "hoá" → "hóa", but "hoàn", "quý", "thuyết" stay). Length is kept for NFC input.
 */
export function plainWord(word: string): string {
  const low = word.toLowerCase()
  if (low.length < 2) return low
  const tail = low.slice(-2)
  const moved = toneMoves.get(tail)
  if (moved === undefined) return low
  // In "qu" the u belongs to the consonant: "quý", "quỹ" keep their tone on y.
  if (tail.charCodeAt(0) === 117 && low.length > 2 && low[low.length - 3] === 'q') return low
  return low.slice(0, -2) + moved
}

const folded = foldTable()

function foldTable(): Map<string, string> {
  const table = new Map<string, string>([
    ['đ', 'd'],
    ['Đ', 'd'],
  ])
  const letters = 'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY'
  for (const letter of letters)
    for (const tone of ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']) {
      const composed = (letter + tone).normalize('NFC')
      table.set(composed, letter.normalize('NFD').charAt(0).toLowerCase())
    }
  return table
}

/** Lower case without any mark, one letter for one letter of NFC input: "Ủy ban" → "uy ban". */
export function foldAccents(text: string): string {
  const parts: string[] = []
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i)
    const code = text.charCodeAt(i)
    if (code < 128) parts.push(code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : c)
    else parts.push(folded.get(c) ?? c.toLowerCase().charAt(0))
  }
  return parts.join('')
}

export interface Folded {
  folded: string
  /** For each UTF-16 unit of `folded`, the offset in the text that was given. */
  at: Int32Array
}

/** For search without accents: marks and punctuation gone, spaces single, with the way back to the text. */
export function foldForSearch(text: string): Folded {
  const out: string[] = []
  const at: number[] = []
  let space = true
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // Marks of decomposed text belong to the letter before them.
    if (code >= 0x300 && code <= 0x36f) continue
    const c = foldAccents(text.charAt(i))
    if (isWordUnit(c.charCodeAt(0))) {
      out.push(c)
      at.push(i)
      space = false
    } else if (!space) {
      out.push(' ')
      at.push(i)
      space = true
    }
  }
  if (space && out.length > 0) {
    out.pop()
    at.pop()
  }
  return { folded: out.join(''), at: Int32Array.from(at) }
}

/** Letters and digits of Latin, Vietnamese, Greek and Cyrillic scripts (OCR puts Cyrillic look-alikes in words). */
export function isWordUnit(code: number): boolean {
  if (code < 128)
    return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
  return (
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x370 && code <= 0x52f) ||
    (code >= 0x1e00 && code <= 0x1eff)
  )
}

export function isDigitUnit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** Whether the first letter is upper case; a word that starts with a digit is not. */
export function startsUpper(word: string): boolean {
  const first = word.charAt(0)
  return first !== first.toLowerCase()
}

/** "sở Y tế" → "Sở Y tế". */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
