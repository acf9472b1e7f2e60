import { walkXml } from '../zip/xml.ts'

/** What a paragraph takes from its style when it does not say so itself. */
interface ParagraphStyle {
  numId: string | null
  level: number | null
  centred: boolean | null
  capitals: boolean | null
  font: string | null
  basedOn: string | null
}

export interface Styles {
  /** Properties of a style with everything it inherits. */
  find(id: string | null): Omit<ParagraphStyle, 'basedOn'>
}

const nothing: ParagraphStyle = {
  numId: null,
  level: null,
  centred: null,
  capitals: null,
  font: null,
  basedOn: null,
}

/** On unless switched off: <w:caps/>, <w:caps w:val="true"/>, <w:caps w:val="0"/>. */
export const isOn = (attributes: Readonly<Record<string, string>>) =>
  !['0', 'false', 'off', 'none'].includes(attributes['w:val'] ?? '1')

/** Reads styles.xml. A cycle of styles based on each other ends after 20 steps. */
export function readStyles(xml: string | null): Styles {
  const styles = new Map<string, ParagraphStyle>()
  let byDefault: string | null = null
  let current: ParagraphStyle | null = null
  if (xml !== null) {
    walkXml(xml, {
      open: (name, attributes) => {
        if (name === 'w:style') {
          current = { ...nothing }
          styles.set(attributes['w:styleId'] ?? '', current)
          if (attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1')
            byDefault = attributes['w:styleId'] ?? null
        } else if (current) {
          readProperty(current, name, attributes)
        }
      },
      close: (name) => {
        if (name === 'w:style') current = null
      },
    })
  }
  return {
    find: (id) => {
      const found = { ...nothing }
      let next = styles.get(id ?? byDefault ?? '')
      for (let step = 0; next !== undefined && step < 20; step++) {
        found.numId ??= next.numId
        found.level ??= next.level
        found.centred ??= next.centred
        found.capitals ??= next.capitals
        found.font ??= next.font
        next = next.basedOn === null ? undefined : styles.get(next.basedOn)
      }
      return found
    },
  }
}

function readProperty(
  style: ParagraphStyle,
  name: string,
  attributes: Readonly<Record<string, string>>,
): void {
  const value = attributes['w:val']
  if (name === 'w:basedOn') style.basedOn = value ?? null
  else if (name === 'w:numId') style.numId = value ?? null
  else if (name === 'w:ilvl') style.level = Number(value)
  else if (name === 'w:jc') style.centred = value === 'center'
  else if (name === 'w:caps') style.capitals = isOn(attributes)
  else if (name === 'w:rFonts') style.font = attributes['w:ascii'] ?? attributes['w:hAnsi'] ?? null
}
