// The numbered structure: which section a paragraph stands in and whose words it inherits.
import { isNumbered, ranks, type Mark } from './marks.ts'
import type { Body } from './bodies.ts'
import type { Paragraph } from './layout.ts'
import { spanIn, type Span } from './passage.ts'

/** A lead that later lines inherit, with the places in the text where the names stand. */
export interface Standing {
  canonical: string[]
  spans: Span[]
  /** Where each of `canonical` is named, when the naming tells them apart. */
  each?: Span[]
  /** Where it was named: decides how sure an inherited lead is. */
  where: 'paragraph' | 'item' | 'section' | 'preamble'
  /** Bodies that a heading tells to work along on everything below it. */
  partners?: { text: string; span: Span }[]
}

interface Level {
  rank: number
  label: string
  lead: Standing | null
  /** Set by headings such as "Đánh giá chung": nothing below is a task. */
  silent: Silence
  /** Set by "Tổ chức thực hiện": the items below are named after bodies. */
  assigning: boolean
}

/** Below some headings nothing is assigned; below others only what names a body. */
export type Silence = 'no' | 'named' | 'all'

export class Outline {
  private levels: Level[] = []

  /** Enters a paragraph: closes what it does not belong to, opens its own level. */
  enter(mark: Mark | null, afterColon: boolean): void {
    const rank = mark?.rank ?? ranks.none
    if (mark) this.levels = this.levels.filter((level) => level.rank < rank)
    // A paragraph without a mark belongs to the numbered item, or to the line with a colon right above it.
    else if (!afterColon) this.levels = this.levels.filter((level) => level.rank <= ranks.num3)
    if (mark) this.levels.push({ rank, label: mark.label, lead: null, silent: 'no', assigning: false })
  }

  get section(): string {
    const numbered = this.levels.some(({ rank }) => rank >= ranks.num && rank <= ranks.num3)
    // "1)" below "II." is the number of the item where nothing else is.
    const labels = this.levels.filter(
      ({ rank }) => (rank <= ranks.num3 && rank !== ranks.part) || (rank === ranks.paren && !numbered),
    )
    const last = labels.at(-1)
    if (!last) return '0'
    const roman = labels.find((level) => level.rank === ranks.roman || level.rank === ranks.article)
    if (roman) return roman !== last ? `${roman.label}.${last.label}` : last.label
    // Parts with letters ("B. Nhiệm vụ") stand where other papers have Roman numbers.
    const part = this.levels.find((level) => level.rank === ranks.part && level.label.length === 1)
    return part ? `${part.label}.${last.label}` : last.label
  }

  get lead(): Standing | null {
    for (let i = this.levels.length - 1; i >= 0; i--) {
      const lead = this.levels[i]?.lead
      if (lead) return lead
    }
    return null
  }

  /** Whether an item or a heading above names who answers for what is below it. */
  get namedBelow(): boolean {
    return this.levels.some((level) => level.lead !== null)
  }

  get assigning(): boolean {
    return this.levels.some((level) => level.assigning)
  }

  setAssigning(): void {
    const top = this.levels.at(-1)
    if (top) top.assigning = true
  }

  get silent(): Silence {
    if (this.levels.some((level) => level.silent === 'all')) return 'all'
    return this.levels.some((level) => level.silent === 'named') ? 'named' : 'no'
  }

  /** Whether the item just entered is inside an item with a letter, a dash or the like. */
  get depth(): number {
    return this.levels.length
  }

  setLead(lead: Standing): void {
    const top = this.levels.at(-1)
    if (top) top.lead = lead
  }

  hasOwnLead(): boolean {
    return this.levels.at(-1)?.lead != null
  }

  setSilent(silence: Silence): void {
    const top = this.levels.at(-1)
    if (top) top.silent = silence
  }
}

export function opensSection(mark: Mark | null): mark is Mark {
  return isNumbered(mark) && mark.rank !== ranks.part
}

/** The bodies of a naming, each once, with the words that name it: parts of a collective name stand apart. */
export function namedApart(p: Paragraph, bodies: readonly Body[]): { canonical: string[]; each: Span[] } {
  const found = new Map<string, Span>()
  for (const body of bodies) {
    const parts = body.spots ?? body.pieces
    body.canonical.forEach((name, k) => {
      const part = parts?.length === body.canonical.length ? parts[k] : undefined
      if (!found.has(name)) found.set(name, spanIn(p, part?.start ?? body.start, part?.end ?? body.end))
    })
  }
  return { canonical: [...found.keys()], each: [...found.values()] }
}

export function standing(p: Paragraph, bodies: readonly Body[], where: Standing['where']): Standing {
  return {
    ...namedApart(p, bodies),
    spans: bodies.map((b) => spanIn(p, b.start, b.end)),
    where,
  }
}
