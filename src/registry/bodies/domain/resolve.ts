import type { BodyIndex, IndexedBody } from './body-index.ts'
import {
  existsAt,
  findNamed,
  type Match,
  matchOf,
  nearestOf,
  placeMeant,
  type ResolveContext,
} from './find.ts'
import { likeness } from './fuzzy.ts'
import { isPersonPiece, refusalOf, withoutTitles } from './holders.ts'
import { readCollective } from './collectives.ts'
import { findCollective } from './members.ts'
import type { Resolution } from './model.ts'
import { normaliseBody } from './normalise.ts'

/**
 * Which real bodies a name in a document means. Tries, in this order: what is no body, an exact name or alias with or
 * without its place, the office-holder's body, a collective name, a list, a name near enough. What is not known stays
 * unresolved; what fits several bodies gives candidates and none is chosen.
 */
export function resolveBodies(name: string, context: ResolveContext): Resolution {
  const text = normaliseBody(name)
  const refusal = text === '' ? 'not-a-body' : refusalOf(text)
  if (refusal) return nothing(refusal, name)
  const one = resolveOne(text, context)
  if (one) return answer(one, name, context)
  // "UBND các huyện" where there are no districts any more: understood, and nobody answers to it.
  if (text.length <= longestName && readCollective(text)?.of === 'places') return nothing('unknown', name)
  return resolveList(name, context) ?? guess(name, text, context)
}

function resolveOne(text: string, context: ResolveContext): Match | undefined {
  if (text.length > longestName) return undefined
  const named = findNamed(text, context)
  if (named) return named
  const single = text.startsWith('cac ') ? text.slice(4) : text
  const held = withoutTitles(single) ?? (single === text ? undefined : single)
  const body = held && findNamed(held, context)
  if (body) return { ...body, confidence: Math.min(body.confidence, 0.95) }
  return (
    findCollective(text, context) ??
    (held ? findCollective(held, context) : undefined) ??
    findPlace(text, context)
  )
}

/** "Thành phố Bến Tre", "Tỉnh" as the one who must act: its people's committee acts for it. */
function findPlace(text: string, context: ResolveContext): Match | undefined {
  const units = placeMeant(text, context).filter((unit) => text.startsWith(normaliseBody(unit.kind)))
  const bodies = units
    .flatMap((unit) => context.index.bodiesOfUnit.get(unit.id) ?? [])
    .filter((body) => body.kind === 'people-committee')
  return bodies.length > 0 ? { bodies, how: 'alias', confidence: 0.8 } : undefined
}

function answer(match: Match, name: string, context: ResolveContext): Resolution {
  if (match.how !== 'collective' && match.bodies.length > 1) {
    return { ...nothing('ambiguous', name), candidates: asCandidates(match.bodies, 0.5) }
  }
  const living = [...new Set(match.bodies.flatMap((body) => carriedTo(body, context.index, context.at)))]
  if (living.length === 0) return { ...nothing('unknown', name), candidates: asCandidates(match.bodies, 0.3) }
  const moved = living.some((body) => !match.bodies.includes(body))
  return {
    bodyIds: living.map((body) => body.id),
    how: moved && match.how !== 'collective' ? 'successor' : match.how,
    confidence: moved ? Math.min(match.confidence, 0.85) : match.confidence,
    candidates: [],
    reason: null,
    unresolved: [],
  }
}

function nothing(reason: NonNullable<Resolution['reason']>, name: string): Resolution {
  return { bodyIds: [], how: 'none', confidence: 0, candidates: [], reason, unresolved: [name] }
}

function asCandidates(bodies: readonly IndexedBody[], score: number): Resolution['candidates'] {
  return bodies.slice(0, 12).map((body) => ({ bodyId: body.id, name: body.name, score }))
}

/** The body itself while it exists; otherwise those it passed into, however many steps, that exist on the day. */
function carriedTo(
  body: IndexedBody,
  index: BodyIndex,
  at: string,
  seen: readonly string[] = [],
): IndexedBody[] {
  if (existsAt(body, at)) return [body]
  if (seen.includes(body.id)) return []
  return (index.successorsOf.get(body.id) ?? [])
    .filter((succession) => succession.since <= at)
    .flatMap((succession) => {
      const next = index.bodies.get(succession.toId)
      return next ? carriedTo(next, index, at, [...seen, body.id]) : []
    })
}

/** In normalised letters. The longest name we know has 110; each way of cutting a longer one would be tried in vain. */
const longestName = 240

/** Words a list says once for all its items: "Các Sở: Tài chính, Nội vụ", "Sở Y tế, Tài chính". */
const sharedWords = [
  'so',
  'bo',
  'phong',
  'uy ban nhan dan',
  'cong an',
  'ban chi dao',
  'bo chi huy',
  'van phong',
  'tap doan',
  'truong',
]
const longestItem = 7
const mostPieces = 80

/** A list of names, each of which may itself hold commas or "và" (Sở Văn hóa, Thể thao và Du lịch). */
function resolveList(name: string, context: ResolveContext): Resolution | undefined {
  const colon = name.indexOf(':')
  // "VPUB: CVP, PCVP, KTN": the office itself, and behind the colon its people and rooms.
  const office = colon > 0 ? findNamed(normaliseBody(name.slice(0, colon)), context) : undefined
  if (office) return answer({ ...office, confidence: Math.min(office.confidence, 0.85) }, name, context)
  const head = colon > 0 ? prefixesOf(name.slice(0, colon)) : []
  const pieces = piecesOf(colon > 0 ? name.slice(colon + 1) : name)
  if ((pieces.length < 2 && head.length === 0) || pieces.length > mostPieces) return undefined

  const place = placeOfLast(pieces, context)
  const found: Match[] = []
  const unresolved: string[] = []
  let carried: string[] = head
  for (let i = 0; i < pieces.length;) {
    const item = i < pieces.length - 1 && place ? withPlace(pieces, i, place, context) : undefined
    const plain = item ?? longestFrom(pieces, i, carried, context)
    if (plain) {
      found.push(plain.match)
      if (head.length === 0) carried = sharedWords.filter((words) => plain.text.startsWith(`${words} `))
      i = plain.next
    } else {
      const piece = pieces[i] as string
      if (!isPersonPiece(piece, normaliseBody(piece))) unresolved.push(piece)
      i += 1
    }
  }
  return found.length > 0 ? joined(found, unresolved, context) : undefined
}

function joined(found: readonly Match[], unresolved: string[], context: ResolveContext): Resolution {
  const answers = found.map((match) => answer(match, '', context))
  const bodyIds = [...new Set(answers.flatMap((a) => a.bodyIds))]
  const share = found.length / (found.length + unresolved.length)
  const single = answers.length === 1 ? answers[0] : undefined
  return {
    bodyIds,
    how: bodyIds.length === 0 ? 'none' : (single?.how ?? 'collective'),
    confidence: bodyIds.length === 0 ? 0 : Math.min(...answers.map((a) => a.confidence)) * share,
    candidates: answers.flatMap((a) => a.candidates),
    reason: unresolved.length > 0 ? 'partly-unknown' : bodyIds.length === 0 ? 'ambiguous' : null,
    unresolved,
  }
}

/** The longest run of pieces from `start` that names something, with or without the words the list shares. */
function longestFrom(
  pieces: readonly string[],
  start: number,
  carried: readonly string[],
  context: ResolveContext,
) {
  for (let end = Math.min(pieces.length, start + longestItem); end > start; end -= 1) {
    const text = normaliseBody(pieces.slice(start, end).join(' '))
    const matches = carried
      .map((words) => resolveOne(`${words} ${text}`, context))
      .filter((m) => m !== undefined)
    if (carried.length > 1 && matches.length > 0) {
      return {
        match: { bodies: matches.flatMap((m) => m.bodies), how: 'collective' as const, confidence: 0.9 },
        text,
        next: end,
      }
    }
    const plain = refusalOf(text) ? undefined : resolveOne(text, context)
    const match = matches[0] ?? plain
    if (match) return { match, text: matches[0] ? `${carried[0]} ${text}` : text, next: end }
  }
  return undefined
}

/** The place the last of a list names, when it names one below the province. */
function placeOfLast(pieces: readonly string[], context: ResolveContext): string | undefined {
  const words = normaliseBody(pieces.at(-1) ?? '').split(' ')
  for (let cut = 1; cut < words.length; cut += 1) {
    const place = words.slice(cut).join(' ')
    if (!context.index.byBase.has(words.slice(0, cut).join(' '))) continue
    if (placeMeant(place, context).some((unit) => unit.level === 'district' || unit.level === 'commune'))
      return place
  }
  return undefined
}

/** "Huyện ủy, UBND huyện Bàu Bàng": a bare name before it is of the same place, when that place has such a body. */
function withPlace(pieces: readonly string[], start: number, place: string, context: ResolveContext) {
  const text = normaliseBody(pieces[start] as string)
  const match = context.index.byBase.has(text) ? findNamed(`${text} ${place}`, context) : undefined
  return match && { match, text, next: start + 1 }
}

/** What stands before a colon and holds for each item after it. "Tỉnh ủy, UBND các tỉnh" holds two things. */
function prefixesOf(head: string): string[] {
  return head
    .split(',')
    .map((part) =>
      normaliseBody(part)
        .replace(/^cac /, '')
        .replace(/ cac (tinh|tinh thanh pho|huyen|xa|phuong|thanh pho)$/, ''),
    )
    .filter((part) => part !== '' && part !== 'thanh pho')
}

function piecesOf(text: string): string[] {
  return text
    .split(/[,;/]| và /)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

const near = 0.82
const worthShowing = 0.45

/** Names that look like this one: taken only when one is very near and no other is, shown otherwise. */
function guess(name: string, text: string, context: ResolveContext): Resolution {
  if (text.length > longestName) return nothing('unknown', name)
  const { head, bodiesOf } = splitPlace(withoutTitles(text) ?? text, context)
  const scored = [...context.index.byBase.keys()]
    .map((base) => ({ base, score: likeness(head, base) }))
    .filter(({ score }) => score >= worthShowing)
    .sort((a, b) => b.score - a.score)
    .flatMap(({ base, score }) => {
      const match = bodiesOf(base)
      return match ? [{ base, match, score }] : []
    })
  const [best] = scored
  if (!best) return nothing('unknown', name)
  const rival = scored.find(({ match }) => match.bodies[0] !== best.match.bodies[0])
  // A slip changes letters, not the number of words: "doanh nghiệp" is not the association of enterprises.
  const sameLength = best.base.split(' ').length === head.split(' ').length
  if (
    sameLength &&
    best.score >= near &&
    best.match.bodies.length === 1 &&
    best.score - (rival?.score ?? 0) >= 0.06
  ) {
    return answer({ bodies: best.match.bodies, how: 'fuzzy', confidence: best.score * 0.8 }, name, context)
  }
  const candidates = new Map(
    scored
      .flatMap(({ match, score }) => asCandidates(match.bodies.slice(0, 3), score))
      .reverse()
      .map((c) => [c.bodyId, c]),
  )
  return {
    ...nothing('unknown', name),
    candidates: [...candidates.values()].sort((a, b) => b.score - a.score).slice(0, 8),
  }
}

/** Takes a known place off the end, so that only what the body is called has to be near. */
function splitPlace(text: string, context: ResolveContext) {
  const words = text.split(' ')
  for (let cut = 1; cut < words.length; cut += 1) {
    const units = placeMeant(words.slice(cut).join(' '), context)
    if (units.length === 0) continue
    const isThere = (unitId: string) => units.some((unit) => unit.id === unitId)
    const bodiesOf = (base: string) =>
      matchOf(
        (context.index.byBase.get(base) ?? []).filter(({ body }) => isThere(body.unitId)),
        context,
      )
    return { head: words.slice(0, cut).join(' '), bodiesOf }
  }
  return {
    head: text,
    bodiesOf: (base: string) => matchOf(nearestOf(context.index.byBase.get(base) ?? [], context), context),
  }
}
