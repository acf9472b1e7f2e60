// What happens to a directive on its way to us: scanners, PDF, mail, word processors. Each change is seeded, so that a figure
// measured today is measured again tomorrow. The annotations stay those of the clean text.

/** Numbers in [0, 1) from a seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
const toneMark = /[\u0300\u0301\u0309\u0303\u0323]/u
const vowelMark = /[\u0302\u0306\u031b]/u

/** Another tone, no tone, or no marks at all on the vowels of one word. */
function wrongMarks(word: string, roll: () => number): string {
  // The mark of the vowel before the tone, so that another tone composes again.
  const apart = word.normalize('NFD').replace(/([\u0300\u0301\u0309\u0303\u0323])([\u0302\u0306\u031b])/gu, '$2$1')
  const kind = roll()
  if (kind < 0.35) return apart.replace(/[\u0300-\u036f]/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
  if (kind < 0.6) return apart.replace(vowelMark, '').normalize('NFC')
  const tone = tones[Math.floor(roll() * tones.length)] ?? ''
  return apart.replace(toneMark, tone).normalize('NFC')
}

const lookalikes: [string, string][] = [
  ['l', '1'],
  ['i', 'l'],
  ['I', 'l'],
  ['l', 'I'],
  ['o', '0'],
  ['O', '0'],
  ['0', 'O'],
  ['1', 'l'],
  ['m', 'rn'],
  ['đ', 'd'],
  ['Đ', 'D'],
  ['ư', 'u'],
  ['ơ', 'o'],
  ['h', 'b'],
  ['c', 'e'],
  ['u', 'n'],
  ['n', 'u'],
  ['B', '8'],
  ['S', '5'],
]

function wrongLetter(word: string, roll: () => number): string {
  const fitting = lookalikes.filter(([from]) => word.includes(from))
  const [from, to] = fitting[Math.floor(roll() * fitting.length)] ?? ['', '']
  return word.replace(from, to)
}

function eachWord(text: string, share: number, seed: number, change: (word: string, roll: () => number) => string): string {
  const roll = dice(seed)
  return text.normalize('NFC').replace(/[\p{L}\p{N}]+/gu, (word) => (roll() < share ? change(word, roll) : word))
}

function wrongPoints(text: string, share: number, seed: number): string {
  const roll = dice(seed)
  return text.replace(/[.,;:](?=\s|$)/gmu, (mark) => {
    if (roll() >= share) return mark
    const other = { '.': ',', ',': '.', ';': ',', ':': '' }[mark]
    return other ?? mark
  })
}

/** Lines of at most `width` units. */
export function wrapped(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => {
    const out: string[] = []
    let now = ''
    for (const word of line.trim().split(/ +/u)) {
      if (now !== '' && now.length + 1 + word.length > width) {
        out.push(now)
        now = word
      } else now = now === '' ? word : `${now} ${word}`
    }
    return [...out, now]
  })
}

/** Puts `foot` behind every `size` lines. */
export function paged(lines: readonly string[], size: number, foot: (page: number) => string[]): string {
  return lines
    .flatMap((line, i) =>
      (i + 1) % size === 0 && i + 1 < lines.length ? [line, ...foot((i + 1) / size)] : [line],
    )
    .join('\n')
}

/** Short lines that carry a number, or no full stop, as headings are set: in capitals. */
function capitalHeadings(text: string): string {
  return text.replace(/^(?:(?:[IVX]{1,4}|\d{1,2}(?:\.\d{1,2})?)\. |)[^\n]{3,90}$/gmu, (line) =>
    /^(?:[IVX]+|\d[\d.]*)\. /u.test(line) && !/[.;,]$/u.test(line) ? line.toUpperCase() : line,
  )
}

function recipientsInOneLine(text: string): string {
  const at = text.search(/^N[oơ]i nhận/mu)
  if (at < 0) return text
  const lines = text.slice(at).split('\n')
  const last = lines.findIndex((line, i) => i > 0 && /lưu/iu.test(line))
  if (last < 0) return text
  const list = lines.slice(0, last + 1).filter((line) => line.trim() !== '')
  return text.slice(0, at) + [list.join(' '), ...lines.slice(last + 1)].join('\n')
}

const join = (lines: string[]): string => lines.join('\n')

export const noises: Record<string, (text: string, seed: number) => string> = {
  'marks of 1 % of words': (text, seed) => eachWord(text, 0.01, seed, wrongMarks),
  'marks of 2 % of words': (text, seed) => eachWord(text, 0.02, seed, wrongMarks),
  'letters of 1 % of words': (text, seed) => eachWord(text, 0.01, seed, wrongLetter),
  'letters of 2 % of words': (text, seed) => eachWord(text, 0.02, seed, wrongLetter),
  'points, 3 %': (text, seed) => wrongPoints(text, 0.03, seed),
  'points, 8 %': (text, seed) => wrongPoints(text, 0.08, seed),
  'headings in capitals': capitalHeadings,
  'recipients in one line': recipientsInOneLine,
  'one line': (text) => text.replace(/\s+/gu, ' '),
  'no empty lines': (text) => text.replace(/\n\s*\n/gu, '\n'),
  'lines of 60': (text) => join(wrapped(text, 60)),
  'lines of 80': (text) => join(wrapped(text, 80)),
  'lines of 80, none empty': (text) => join(wrapped(text, 80).filter((line) => line.trim() !== '')),
  'lines of 80, an empty one behind each': (text) => wrapped(text, 80).join('\n\n'),
  'pages of 30 lines': (text) => paged(wrapped(text, 85), 30, (page) => ['', `- ${page + 1} -`, '']),
  'pages with running heads': (text) =>
    paged(wrapped(text, 85), 30, (page) => ['', `${page + 1}`, '\fCổng thông tin điện tử', '']),
  'page numbers, paragraphs whole': (text) =>
    paged(text.split('\n'), 12, (page) => ['', `${page + 1}`, '']),
  'zero-width and soft hyphens': (text) =>
    text.replace(/(\p{L}{3})(?=\p{L}{2})/gu, '$1\u00ad').replace(/ (?=\p{Lu})/gu, ' \u200b'),
  'tabs and wide spaces': (text) => text.replace(/^(\S{1,4}[.)]|[-+]) /gmu, '$1\t').replaceAll(', ', ',  '),
  'Windows line ends, decomposed': (text) => text.normalize('NFD').replaceAll('\n', '\r\n'),
  'a scan': (text, seed) =>
    paged(
      wrapped(wrongPoints(eachWord(eachWord(text, 0.012, seed, wrongMarks), 0.006, seed + 1, wrongLetter), 0.02, seed + 2), 82),
      34,
      (page) => ['', `${page + 1}`, '\f'],
    ),
}
