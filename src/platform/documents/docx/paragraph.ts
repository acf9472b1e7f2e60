import { fromLegacyFont } from '../text/legacy-vietnamese.ts'
import type { BodyBlock, Builder } from './blocks.ts'
import type { Numbering } from './numbering.ts'
import { isOn, type Styles } from './styles.ts'

/** Gathers one Word paragraph: its runs, its number, and the text boxes anchored in it. */
export class ParagraphBuilder implements Builder {
  private readonly styles: Styles
  private readonly anchored: BodyBlock[] = []
  private words = ''
  private style: string | null = null
  private numId: string | null = null
  private level: number | null = null
  private centred: boolean | null = null
  private inParagraphProperties = false
  private inRunProperties = false
  private run: { hidden: boolean; capitals: boolean | null; font: string | undefined } | null = null

  constructor(styles: Styles) {
    this.styles = styles
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'w:pPr') this.inParagraphProperties = true
    else if (name === 'w:rPr') this.inRunProperties = true
    else if (name === 'w:r') this.run = { hidden: false, capitals: null, font: undefined }
    else if (this.inRunProperties) this.runProperty(name, attributes)
    else if (this.inParagraphProperties) this.paragraphProperty(name, attributes)
    else this.sign(name, attributes)
  }

  close(name: string): void {
    if (name === 'w:pPr') this.inParagraphProperties = false
    else if (name === 'w:rPr') this.inRunProperties = false
    else if (name === 'w:r') this.run = null
  }

  add(block: BodyBlock): void {
    this.anchored.push(block)
  }

  text(text: string): void {
    if (this.run?.hidden) return
    const styled = this.styles.find(this.style)
    const read = fromLegacyFont(text, this.run?.font ?? styled.font ?? undefined)
    this.words += (this.run?.capitals ?? styled.capitals) ? read.toLocaleUpperCase('vi') : read
  }

  /** The paragraph with its number, then what was anchored in it. Numbers advance even for empty paragraphs, as in Word. */
  finish(numbering: Numbering | null): BodyBlock[] {
    const styled = this.styles.find(this.style)
    const numId = this.numId ?? styled.numId
    const label =
      numbering && numId !== null && numId !== '0'
        ? numbering.next(numId, this.level ?? styled.level ?? 0)
        : ''
    const words = this.words
      .replace(/[^\S\n\t]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim()
    // A typed number is parted from its text by a tab; between columns the tab stays.
    const text = words.replace(/^(\S{1,6})\t\s*/, '$1 ')
    const numbered = label === '' ? text : `${label} ${text}`.trim()
    if (text === '') return this.anchored
    return [
      { kind: 'paragraph', text: numbered, centred: this.centred ?? styled.centred ?? false },
      ...this.anchored,
    ]
  }

  private runProperty(name: string, attributes: Readonly<Record<string, string>>): void {
    // Inside w:pPr the run properties are those of the paragraph mark, which prints nothing.
    if (this.inParagraphProperties || this.run === null) return
    if (name === 'w:vanish' || name === 'w:webHidden') this.run.hidden = isOn(attributes)
    else if (name === 'w:caps') this.run.capitals = isOn(attributes)
    else if (name === 'w:rFonts') this.run.font = attributes['w:ascii'] ?? attributes['w:hAnsi']
    else if (name === 'w:rStyle') this.run.capitals ??= this.styles.find(attributes['w:val'] ?? null).capitals
  }

  private paragraphProperty(name: string, attributes: Readonly<Record<string, string>>): void {
    const value = attributes['w:val']
    if (name === 'w:pStyle') this.style = value ?? null
    else if (name === 'w:numId') this.numId = value ?? null
    else if (name === 'w:ilvl') this.level = Number(value)
    else if (name === 'w:jc') this.centred = value === 'center'
  }

  private sign(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.run?.hidden) return
    if (name === 'w:tab' || name === 'w:ptab') this.words += '\t'
    else if (name === 'w:br' || name === 'w:cr') this.words += '\n'
    else if (name === 'w:noBreakHyphen') this.words += '-'
    else if (name === 'w:sym') this.words += symbol(attributes['w:char'] ?? '')
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference')
      this.words += `[${attributes['w:id'] ?? ''}]`
  }
}

/** Signs of symbol fonts sit at F000 + their byte; only plain signs can be told without the font. */
function symbol(hex: string): string {
  const code = parseInt(hex, 16) & 0xff
  if (code === 0xb7) return '•'
  return code >= 0x21 && code <= 0x2f ? String.fromCharCode(code) : ''
}
