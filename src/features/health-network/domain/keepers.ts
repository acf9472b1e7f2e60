import type { Kind } from './kinds.ts'

/** What the board of an industrial park keeps: its parks, and the regulations it signed with a locality (BD-0915 §4). */
const ofBoards: readonly Kind[] = ['coordination-regulation', 'industrial-park']

/**
 * May a body of that kind keep records of this kind? Whether it keeps any at all is said by the permission
 * (registry/accounts/domain/roles.ts); here only a park's board is told from those who answer for a whole unit.
 */
export function mayKeep(bodyKind: string | undefined, kind: Kind): boolean {
  return bodyKind !== 'zone-board' || ofBoards.includes(kind)
}

/** A board speaks for itself: it touches what it recorded, not what a locality did. */
export function mayTouch(
  body: { readonly id: string; readonly kind: string },
  record: { readonly kind: Kind; readonly bodyId: string },
): boolean {
  return mayKeep(body.kind, record.kind) && (body.kind !== 'zone-board' || record.bodyId === body.id)
}
