import type { Actor } from './actor.ts'

/**
 * Who may use a route, declared beside it (`config.access`). A route without it does not start. The generated matrix
 * in tests/access walks every route and holds this declaration against what the server does.
 *
 * `subject` names the kind of record that `:id` is; the matrix then asks for one in the actor's own unit, in a sibling,
 * in a parent and in a foreign one.
 */
export type Access = 'public' | 'signed-in' | { may: string; subject?: string }

export function mayUse(access: Access, actor: Pick<Actor, 'permissions'>): boolean {
  if (access === 'public' || access === 'signed-in') return true
  return actor.permissions.has(access.may)
}
