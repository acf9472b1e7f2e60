/**
 * Vietnamese before Unicode. TCVN3 ("ABC", fonts .VnTime…) puts one letter in one byte of a font that claims to be
 * Latin-1; VNI (fonts VNI-Times…) writes a base letter and then a byte for its marks. Offices kept files, templates
 * and stored paragraphs in both until well into the 2010s. Tables after TCVN 5712:1993 (VN3) and the VNI-Win layout.
 */

const tcvn3 = new Map<string, string>()
const tcvn3Rows: [number, string][] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
]
for (const [start, letters] of tcvn3Rows) {
  for (const [i, letter] of [...letters].entries()) tcvn3.set(String.fromCharCode(start + i), letter)
}

// The byte B5 is the micro sign, which readers of PDF replace by the Greek letter.
tcvn3.set('\u03bc', 'à')

/** Text whose characters are TCVN3 bytes seen as Latin-1 → NFC. `capitals` for the fonts whose name ends in H. */
export function fromTcvn3(latin: string, capitals = false): string {
  let out = ''
  for (const char of latin) out += tcvn3.get(char) ?? char
  return (capitals ? out.toLocaleUpperCase('vi') : out).normalize('NFC')
}

const [grave, acute, circumflex, tilde, breve, hook, dot] = [
  '\u0300',
  '\u0301',
  '\u0302',
  '\u0303',
  '\u0306',
  '\u0309',
  '\u0323',
]
const vniMarks: Record<string, string> = {
  ù: acute,
  ø: grave,
  û: hook,
  õ: tilde,
  ï: dot,
  â: circumflex,
  á: circumflex + acute,
  à: circumflex + grave,
  å: circumflex + hook,
  ã: circumflex + tilde,
  ä: circumflex + dot,
  ê: breve,
  é: breve + acute,
  è: breve + grave,
  ú: breve + hook,
  ü: breve + tilde,
  ë: breve + dot,
}
const vniLetters: Record<string, string> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
}
const vniBases = 'aeiouyôö'

/** Text whose characters are VNI bytes seen as windows-1252 → NFC. */
export function fromVni(latin: string): string {
  let out = ''
  let base = ''
  for (const char of latin) {
    const lower = char.toLowerCase()
    const mark = vniMarks[lower]
    if (mark !== undefined && base !== '') {
      out += mark
      base = ''
      continue
    }
    const letter = vniLetters[lower]
    out += letter === undefined ? char : lower === char ? letter : letter.toUpperCase()
    base = vniBases.includes(lower) ? lower : ''
  }
  return out.normalize('NFC')
}

/** Which legacy table a font of an office document stands for, by its name. */
function legacyFont(name: string | undefined): 'tcvn3' | 'tcvn3-capitals' | 'vni' | null {
  if (name === undefined) return null
  if (/^\.Vn/i.test(name)) return /H$/.test(name) ? 'tcvn3-capitals' : 'tcvn3'
  return /^VNI[-\s]/i.test(name) ? 'vni' : null
}

/** Decodes a run of text by the font it is set in; other fonts leave it as it is. */
export function fromLegacyFont(text: string, font: string | undefined): string {
  const table = legacyFont(font)
  if (table === null) return text
  // A run in a legacy font may hold real Unicode after a half-done conversion: leave that alone.
  if (/[\u0102-\u01b0\u1ea0-\u1ef9]/.test(text)) return text
  return table === 'vni' ? fromVni(text) : fromTcvn3(text, table === 'tcvn3-capitals')
}
