// What stands before the first number: whom the document addresses ("yêu cầu các cấp ủy đảng, chính quyền … thực hiện:"), and the
// list of a telegram ("điện:") or a letter ("Kính gửi:"). Tasks without a lead of their own fall to them.
import { readBodies, type Body } from './bodies.ts'
import type { Layout, Paragraph } from './layout.ts'
import { assigners } from './lexicon-verbs.ts'
import { ranks } from './marks.ts'
import { readClause } from './predicates.ts'
import { standing, type Standing } from './outline.ts'
import { phrases, tokensOf, wordAt } from './tokens.ts'

export interface Preamble {
  /** Index of the first paragraph that is read for tasks. */
  first: number
  standing: Standing | null
}

const tells = phrases(assigners)

export function readPreamble(
  _text: string,
  _layout: Layout,
  paragraphs: readonly Paragraph[],
  _title: string | null,
): Preamble {
  const listed = addresseeList(paragraphs)
  const after = listed?.next ?? 0
  const numbered = paragraphs.findIndex((p, i) => i >= after && p.mark !== null && p.mark.rank <= ranks.num)
  const marked = numbered >= 0 ? numbered : paragraphs.findIndex((p, i) => i >= after && p.mark !== null)
  const first = marked >= 0 ? marked : after
  let addressed: Standing | null = null
  for (let i = first - 1; i >= after && addressed === null; i--) {
    const p = paragraphs[i]
    if (p) addressed = addressedIn(p, i === first - 1)
  }
  return { first, standing: addressed ?? listed?.standing ?? responsibleFor(paragraphs) }
}

/** For plans without addressees: who is said to carry the paper out ("… chịu trách nhiệm thực hiện Kế hoạch này"). */
export function responsibleFor(paragraphs: readonly Paragraph[]): Standing | null {
  for (let i = paragraphs.length - 1; i >= Math.max(0, paragraphs.length - 60); i--) {
    const p = paragraphs[i]
    if (!p || p.flat.length > 900) continue
    if (
      !/(?:kế hoạch|chỉ thị|phương án|kết luận|thông báo|công điện|công văn)(?: này)?/iu.test(p.flat) ||
      !/(?:thực hiện|triển khai)/iu.test(p.flat)
    )
      continue
    const tokens = tokensOf(p.flat)
    const from = Math.max(
      0,
      tokens.findIndex((t) => t.start >= (p.mark?.length ?? 0)),
    )
    const reading = readClause(tokens, from, tokens.length, p.flat)
    const wide = reading.leads.flatMap((b) => b.canonical)
    if (
      wide.length > (/chịu trách nhiệm/iu.test(p.flat) ? 0 : 1) &&
      wide.every((name) => /^(?:Các |Ủy ban nhân dân (?:các|cấp)|Doanh nghiệp)/u.test(name))
    )
      return standing(p, reading.leads, 'preamble')
  }
  return null
}

/** The bodies told in the sentence that opens the list of tasks. */
export function addressedIn(p: Paragraph, last: boolean): Standing | null {
  const tokens = tokensOf(p.flat)
  if (!last && !p.flat.endsWith(':')) return null
  for (let i = tokens.length - 1; i >= 0; i--) {
    const length = tells.match(tokens, i)
    if (
      length === 0 ||
      ['lưu', 'mời', 'khuyến'].includes(wordAt(tokens, i)) ||
      wordAt(tokens, i - 1) === 'theo'
    )
      continue
    const list = readBodies(tokens, i + length, p.flat)
    if (list) return standing(p, list.bodies, 'preamble')
  }
  return null
}

function addresseeList(paragraphs: readonly Paragraph[]): { next: number; standing: Standing | null } | null {
  const at = paragraphs.findIndex(
    (p, i) => i < 6 && (/điện ?:$/iu.test(p.flat) || /^Kính gửi ?:/iu.test(p.flat)),
  )
  const inTitle = at < 0 && paragraphs[0]?.mark?.rank === ranks.dash
  if (at < 0 && !inTitle) return null
  const bodies: Body[] = []
  let found: Standing | null = null
  let next = at + 1
  const add = (p: Paragraph, flat: string, offset: number): void => {
    const list = readBodies(tokensOf(flat), 0, flat)
    if (!list) return
    const shift = (part: { start: number; end: number }): { start: number; end: number } => ({
      start: part.start + offset,
      end: part.end + offset,
    })
    const moved = list.bodies.map((b): Body => ({
      ...b,
      ...shift(b),
      ...(b.pieces ? { pieces: b.pieces.map(shift) } : {}),
      ...(b.spots ? { spots: b.spots.map(shift) } : {}),
    }))
    bodies.push(...moved)
    const one = standing(p, moved, 'preamble')
    found = found
      ? {
          ...found,
          canonical: [...found.canonical, ...one.canonical],
          spans: [...found.spans, ...one.spans],
          each: [...(found.each ?? []), ...(one.each ?? [])],
        }
      : one
  }
  const head = paragraphs[at]
  const inline = head ? /^Kính gửi ?:\s*/iu.exec(head.flat) : null
  if (head && inline && head.flat.length > inline[0].length)
    add(head, head.flat.slice(inline[0].length), inline[0].length)
  for (; next < paragraphs.length && next < at + 25; next++) {
    const p = paragraphs[next]
    const before = paragraphs[next - 1]
    if (p && p.mark === null && before?.mark && before.flat.endsWith(':')) continue
    if (!p || (p.mark?.rank !== ranks.dash && p.mark?.rank !== ranks.plus)) break
    add(p, p.flat.slice(p.mark.length), p.mark.length)
  }
  return { next, standing: found }
}
