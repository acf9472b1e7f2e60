import { refuse } from '../document-error.ts'

/**
 * A reader for the XML inside office files: one pass, linear, no document type, no entities of its own, nothing is
 * ever fetched. Names come with the prefix of their namespace as listed below, whatever prefix the writer chose.
 */
interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(text: string): void
}

const wordprocessing = 'w'
const spreadsheet = 'x'
const prefixes: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': wordprocessing,
  'http://purl.oclc.org/ooxml/wordprocessingml/main': wordprocessing,
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': spreadsheet,
  'http://purl.oclc.org/ooxml/spreadsheetml/main': spreadsheet,
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/package/2006/content-types': '',
}

/** Deeper than any office writer nests; a guard against a document of nothing but opening tags. */
const MAX_DEPTH = 500

/** Thrown by a handler to end the walk early without an error. */
export const stopWalking = Symbol('stop walking')

/** Walks XML text and calls the handlers in document order. Throws `document.damaged`. */
export function walkXml(xml: string, handlers: XmlHandlers, format = 'Office'): void {
  try {
    new Walk(xml, handlers, format).run()
  } catch (error) {
    if (error !== stopWalking) throw error
  }
}

class Walk {
  private readonly xml: string
  private readonly handlers: XmlHandlers
  private readonly format: string
  private readonly scopes: { raw: string; name: string; spaces: Map<string, string> }[] = []
  private spaces = new Map<string, string>([['', '']])

  constructor(xml: string, handlers: XmlHandlers, format: string) {
    this.xml = xml
    this.handlers = handlers
    this.format = format
  }

  run(): void {
    const { xml, handlers } = this
    let at = 0
    while (at < xml.length) {
      const tag = xml.indexOf('<', at)
      if (tag === -1) break
      if (tag > at && this.scopes.length > 0) handlers.text?.(decodeEntities(xml.slice(at, tag)))
      at = this.markup(tag)
    }
    if (this.scopes.length > 0) throw this.damaged(`<${this.scopes.at(-1)!.raw}> không đóng`)
  }

  private markup(at: number): number {
    const { xml } = this
    const next = xml[at + 1]
    if (next === '?') return this.after('?>', at)
    if (next === '!') {
      if (xml.startsWith('<!--', at)) return this.after('-->', at)
      if (xml.startsWith('<![CDATA[', at)) {
        const end = this.after(']]>', at)
        this.handlers.text?.(xml.slice(at + 9, end - 3))
        return end
      }
      throw this.damaged('có khai báo DOCTYPE')
    }
    const end = this.tagEnd(at)
    if (next === '/') this.closeTag(xml.slice(at + 2, end).trim())
    else this.openTag(xml.slice(at + 1, end))
    return end + 1
  }

  /** A quoted attribute may hold '>', so quotes are skipped as wholes. */
  private tagEnd(at: number): number {
    const { xml } = this
    for (let i = at + 1; i < xml.length; i++) {
      const char = xml[i]
      if (char === '>') return i
      if (char === '"' || char === "'") {
        i = xml.indexOf(char, i + 1)
        if (i === -1) break
      }
    }
    throw this.damaged('thẻ không đóng')
  }

  private openTag(inside: string): void {
    if (this.scopes.length >= MAX_DEPTH) throw this.damaged('lồng quá sâu')
    const empty = inside.endsWith('/')
    const body = empty ? inside.slice(0, -1) : inside
    const space = body.search(/\s/)
    const raw = space === -1 ? body : body.slice(0, space)
    const pairs = space === -1 ? [] : attributePairs(body.slice(space))
    const outer = this.spaces
    for (const [name, value] of pairs) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
      if (this.spaces === outer) this.spaces = new Map(outer)
      this.spaces.set(name.slice(6), prefixes[value] ?? name.slice(6))
    }
    const name = this.canonical(raw)
    const attributes: Record<string, string> = Object.create(null)
    for (const [key, value] of pairs)
      attributes[key.includes(':') ? this.canonical(key) : key] = decodeEntities(value)
    this.handlers.open?.(name, attributes)
    if (empty) {
      this.handlers.close?.(name)
      this.spaces = outer
    } else {
      this.scopes.push({ raw, name, spaces: outer })
    }
  }

  private closeTag(raw: string): void {
    const scope = this.scopes.pop()
    if (scope === undefined || scope.raw !== raw) throw this.damaged(`</${raw.slice(0, 40)}> không khớp`)
    this.handlers.close?.(scope.name)
    this.spaces = scope.spaces
  }

  private canonical(name: string): string {
    const colon = name.indexOf(':')
    const prefix = colon === -1 ? '' : name.slice(0, colon)
    const known = this.spaces.get(prefix) ?? prefix
    return known === '' ? name.slice(colon + 1) : `${known}:${name.slice(colon + 1)}`
  }

  private after(mark: string, from: number): number {
    const found = this.xml.indexOf(mark, from + 2)
    if (found === -1) throw this.damaged(`thiếu ${mark}`)
    return found + mark.length
  }

  private damaged(why: string) {
    return refuse.damaged({ format: this.format, why })
  }
}

function attributePairs(text: string): [string, string][] {
  const pairs: [string, string][] = []
  let at = 0
  for (;;) {
    const equals = text.indexOf('=', at)
    if (equals === -1) return pairs
    const name = text.slice(at, equals).trim()
    let quoteAt = equals + 1
    while (
      text[quoteAt] === ' ' ||
      text[quoteAt] === '\n' ||
      text[quoteAt] === '\t' ||
      text[quoteAt] === '\r'
    )
      quoteAt++
    const quote = text[quoteAt]
    if (quote !== '"' && quote !== "'") return pairs
    const end = text.indexOf(quote, quoteAt + 1)
    if (end === -1) return pairs
    pairs.push([name, text.slice(quoteAt + 1, end)])
    at = end + 1
  }
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]{2,4});/g, (whole, name: string) => {
    if (name[0] !== '#') return named[name] ?? whole
    const code = name[1] === 'x' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
  })
}
