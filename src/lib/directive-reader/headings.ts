// Lines that only head what stands below them, and the bodies they tell.
import { isAttribute } from './attributes.ts'
import { readBodies, type Body } from './bodies.ts'
import { makeBody } from './body-names.ts'
import type { DraftSection, Item } from './drafts.ts'
import { headingLeads } from './labels.ts'
import type { Paragraph } from './layout.ts'
import { ranks } from './marks.ts'
import { findCoordination } from './parties.ts'
import { spanIn } from './passage.ts'
import { readClause } from './predicates.ts'
import { tokensOf, wordAt } from './tokens.ts'

/** Headings below which each item is named after the body it assigns to. */
export const assignsBelow = /(?:to chuc thuc hien|phan cong|trach nhiem)/

/** The bodies a heading tells everything below it. */
export function leadsOfHeading(item: Item, assigning: boolean): Body[] {
  const { p, tokens, from, to } = item
  const named = headingLeads(tokens, from, to, p.flat)
  if (named) return named.leads
  const { leads } = readClause(tokens, from, to, p.flat)
  if (leads.length > 0) return leads
  const first = firstNames(item, from)
  return first.length === 0 && assigning ? wholeHeading(item) : first
}

/** A heading that opens with names and adds what no rule reads ("…, trong đó trọng tâm là các tỉnh: A, B:") tells those. */
export function firstNames({ p, tokens, to }: Item, from: number): Body[] {
  const list = readBodies(tokens, from, p.flat)
  const ends =
    list !== null && list.next <= to && [',', '(', ':', '-', '–'].includes(wordAt(tokens, list.next))
  return ends ? list.bodies : []
}

const noBody = /^(?:về|đối với|kinh phí|thời gian|công tác|chế độ|nhiệm vụ)/iu

/** Under "Tổ chức thực hiện" a heading that the lexicon does not know is taken as the name of a body. */
function wholeHeading({ p, tokens, from, to }: Item): Body[] {
  const end = wordAt(tokens, to - 1) === ':' ? to - 1 : to
  if (end - from > 22 || noBody.test(p.flat.slice(tokens[from]?.start ?? 0))) return []
  if (readClause(tokens, from, end, p.flat).kind !== 'fact') return []
  const whole = makeBody(tokens, from, end, p.flat, 'org')
  return whole ? [whole] : []
}

/** Notes a numbered paragraph as a section: a line that only heads, or the topic before a colon, is its heading. */
export function noteSection(item: Item, heading: boolean, id: string, out: DraftSection[]): void {
  const { p, tokens, from, to } = item
  const first = tokens[from]
  const last = tokens[(heading ? headingEnd(item) : topicEnd(item)) - 1]
  out.push({
    id,
    heading:
      first && last && last.end > first.start && to > from
        ? { text: (p.printed ?? p.flat).slice(first.start, last.end), span: spanIn(p, first.start, last.end) }
        : null,
    span: spanIn(p, 0, Math.min(p.flat.length, 60)),
    quote: p.flat.slice(0, 60),
  })
}

function headingEnd({ tokens, to }: Item): number {
  return wordAt(tokens, to - 1) === ':' ? to - 1 : to
}

/** Token of the colon behind "Về …", "Đối với …"; -1 when the paragraph has no topic. */
function topicEnd({ p, tokens, from }: Item): number {
  if (!/^(?:Về|Đối với) /u.test(p.flat.slice(tokens[from]?.start ?? 0))) return -1
  const colon = tokens.findIndex((t, i) => i > from && t.w === ':')
  return colon > 0 && colon - from < 40 ? colon : -1
}

export function isHeading(item: Item): boolean {
  const { p, next, tokens, from, to } = item
  const words = to - from
  if (p.mark === null)
    return (p.printed !== undefined || p.flat === p.flat.toUpperCase()) && words < 40 && words > 1
  const below = next?.mark?.rank ?? ranks.none
  if (next === undefined || below <= p.mark.rank) return false
  if (/(?:như sau|sau đây| sau):$/u.test(p.flat) && below !== ranks.inner) return true
  if (p.flat.endsWith(':')) return !/[.;] /u.test(p.flat.slice(p.mark.length)) && ownWords(item) < 26
  // An order with "Cơ quan chủ trì: …" below it is the work itself.
  if (ordersWork(item, next)) return false
  const bodies = headingLeads(tokens, from, to, p.flat)
  return bodies !== null || (!/[.;]$|\/\.$/u.test(p.flat) && words < 30)
}

function ordersWork({ p, tokens, from, to }: Item, next: Paragraph): boolean {
  const below = tokensOf(next.flat.slice(next.mark?.length ?? 0, 200))
  return isAttribute(below, 0, below.length) && readClause(tokens, from, to, p.flat).kind === 'order'
}

/** Words of a line that are not the names it tells or brings together. */
function ownWords({ p, tokens, from, to }: Item): number {
  const reading = readClause(tokens, from, to, p.flat)
  let named = 0
  for (const lead of reading.leads) named += lead.to - lead.from
  if (reading.leads.length === 0) named = (readBodies(tokens, from, p.flat)?.next ?? from) - from
  const partners = findCoordination(tokens, from, to, p.flat)
  return to - from - named - partners.reduce((n, c) => n + c.text.split(' ').length, 0)
}
