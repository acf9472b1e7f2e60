import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import { decide } from '#lib/lifecycle/index.ts'
import { type DirectiveEvent, directiveLifecycle, type DirectiveState } from '../domain/index.ts'
import { type DirectiveRow, findDirective } from './store.ts'

/** May this office change the document? Whoever drafts, in the body that brought it in, while it is a draft. */
export function mayEdit(actor: Actor, directive: Pick<DirectiveRow, 'bodyId' | 'state'>): boolean {
  return isDrafter(actor, directive) && directive.state === 'draft'
}

const isDrafter = (actor: Actor, directive: Pick<DirectiveRow, 'bodyId'>) =>
  actor.permissions.has('directives.draft') && directive.bodyId === actor.bodyId

export async function mustSee(tx: Db, actor: Actor, id: string): Promise<DirectiveRow> {
  const directive = await findDirective(tx, actor, id)
  if (!directive) throw problem.notFound({ what: 'directive', id })
  return directive
}

/** What one does not see does not exist; what one sees but another body drafts may not be touched. */
export async function mustDraft(tx: Db, actor: Actor, id: string): Promise<DirectiveRow> {
  const directive = await mustSee(tx, actor, id)
  if (!isDrafter(actor, directive)) throw problem.forbidden({ action: 'directives.draft' })
  return directive
}

/** The state the event leads to, or the problem that says why not. */
export function mustMove(directive: Pick<DirectiveRow, 'state'>, event: DirectiveEvent): DirectiveState {
  const decision = decide(directiveLifecycle, directive.state, event, 'office')
  if (!decision.ok) throw problem.illegalMove({ what: 'directive', from: directive.state, event })
  return decision.to
}
