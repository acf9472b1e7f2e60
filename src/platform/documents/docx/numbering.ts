import { walkXml } from '../zip/xml.ts'
import type { Styles } from './styles.ts'

/**
 * The numbers Word draws before paragraphs are not in the text: they follow from numbering.xml and the order of the
 * paragraphs. This keeps the counters as Word does (ISO/IEC 29500-1 §17.9): one set per abstract list, deeper levels
 * start again when a higher one moves, an override starts its list anew once.
 */
export interface Numbering {
  /** The label of the next paragraph of this list and level, e.g. "1.", "a)", "-", or '' where nothing is drawn. */
  next(numId: string, level: number): string
}

interface Level {
  format: string
  text: string
  start: number
  /** Levels above (1-based) whose move restarts this one; null is every higher level, 0 is never. */
  restartAfter: number | null
  legal: boolean
}
interface Num {
  abstractId: string
  overrides: Map<number, { start: number | null; level: Level | null }>
}
interface Abstract {
  levels: Map<number, Level>
  styleLink: string | null
}

const emptyLevel = (): Level => ({ format: 'decimal', text: '', start: 1, restartAfter: null, legal: false })

export function readNumbering(xml: string | null, styles: Styles): Numbering {
  const { abstracts, nums } = parse(xml)
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()

  const resolve = (numId: string): { num: Num; abstract: Abstract } | null => {
    let num = nums.get(numId)
    let abstract = num && abstracts.get(num.abstractId)
    // A list may point at a list style, which points at the real list.
    for (let step = 0; abstract?.styleLink != null && abstract.levels.size === 0 && step < 5; step++) {
      const linked = nums.get(styles.find(abstract.styleLink).numId ?? '')
      abstract = linked && abstracts.get(linked.abstractId)
      num = linked
    }
    return num && abstract ? { num, abstract } : null
  }

  return {
    next: (numId, levelIndex) => {
      const list = resolve(numId)
      if (list === null) return ''
      const levelAt = (i: number) => list.num.overrides.get(i)?.level ?? list.abstract.levels.get(i)
      const level = levelAt(levelIndex)
      if (level === undefined || level.format === 'none') return ''
      const counts = counters.get(list.num.abstractId) ?? []
      counters.set(list.num.abstractId, counts)
      const override = list.num.overrides.get(levelIndex)?.start ?? null
      const first = `${numId}/${levelIndex}`
      if (override !== null && !begun.has(first)) counts[levelIndex] = override
      else counts[levelIndex] = (counts[levelIndex] ?? level.start - 1) + 1
      begun.add(first)
      for (let deeper = levelIndex + 1; deeper < counts.length; deeper++) {
        const rule = levelAt(deeper)?.restartAfter ?? null
        if (rule === null || (rule > 0 && levelIndex < rule)) delete counts[deeper]
      }
      if (level.format === 'bullet') return bulletSign(level.text)
      return level.text.replace(/%([1-9])/g, (_, digit: string) => {
        const i = Number(digit) - 1
        const shown = levelAt(i)
        const count = counts[i] ?? shown?.start ?? 1
        return formatNumber(count, level.legal ? 'decimal' : (shown?.format ?? 'decimal'))
      })
    },
  }
}

function parse(xml: string | null) {
  const abstracts = new Map<string, Abstract>()
  const nums = new Map<string, Num>()
  let abstract: Abstract | null = null
  let num: Num | null = null
  let level: Level | null = null
  let overriding = -1
  if (xml !== null) {
    walkXml(xml, {
      open: (name, attributes) => {
        const value = attributes['w:val'] ?? ''
        if (name === 'w:abstractNum') {
          abstract = { levels: new Map(), styleLink: null }
          abstracts.set(attributes['w:abstractNumId'] ?? '', abstract)
        } else if (name === 'w:num') {
          num = { abstractId: '', overrides: new Map() }
          nums.set(attributes['w:numId'] ?? '', num)
        } else if (name === 'w:abstractNumId' && num) num.abstractId = value
        else if (name === 'w:numStyleLink' && abstract) abstract.styleLink = value
        else if (name === 'w:lvlOverride' && num) {
          overriding = Number(attributes['w:ilvl'] ?? 0)
          num.overrides.set(overriding, { start: null, level: null })
        } else if (name === 'w:startOverride' && num) num.overrides.get(overriding)!.start = Number(value)
        else if (name === 'w:lvl') {
          level = emptyLevel()
          if (num) num.overrides.get(overriding)!.level = level
          else abstract?.levels.set(Number(attributes['w:ilvl'] ?? 0), level)
        } else if (level) readLevel(level, name, value, attributes)
      },
      close: (name) => {
        if (name === 'w:abstractNum') abstract = null
        else if (name === 'w:num') num = null
        else if (name === 'w:lvl') level = null
      },
    })
  }
  return { abstracts, nums }
}

function readLevel(
  level: Level,
  name: string,
  value: string,
  attributes: Readonly<Record<string, string>>,
): void {
  if (name === 'w:numFmt') level.format = value
  else if (name === 'w:lvlText') level.text = value
  else if (name === 'w:start') level.start = Number(value)
  else if (name === 'w:lvlRestart') level.restartAfter = Number(value)
  else if (name === 'w:isLgl') level.legal = (attributes['w:val'] ?? '1') !== '0'
}

/** Bullets in Symbol and Wingdings sit in the private area; "-" and "+" mean levels in Vietnamese documents and stay. */
function bulletSign(text: string): string {
  const code = text.codePointAt(0) ?? 0
  const plain = code >= 0xf020 && code <= 0xf07e ? String.fromCodePoint(code - 0xf000) : text
  if (plain === '+' || plain === '*') return plain
  return '-'
}

const small = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']

/** A number as Word writes it in a list. Formats of other scripts fall back to digits. */
function formatNumber(count: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(count)
    case 'lowerRoman':
      return roman(count).toLowerCase()
    case 'upperLetter':
      return letter(count).toUpperCase()
    case 'lowerLetter':
      return letter(count)
    case 'decimalZero':
      return String(count).padStart(2, '0')
    case 'vietnameseCounting':
      return small[count] ?? String(count)
    case 'none':
      return ''
    default:
      return String(count)
  }
}

/** a … z, then aa, bb … as Word does. */
function letter(count: number): string {
  if (count < 1) return String(count)
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(Math.ceil(count / 26), 5))
}

const romanDigits: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count)
  let rest = count
  let out = ''
  for (const [value, digits] of romanDigits) {
    for (; rest >= value; rest -= value) out += digits
  }
  return out
}
