/**
 * Who is acting. The platform only declares the shape; the accounts registry fills it from a session and an office,
 * and app plugs that in. An actor always acts through one office: its role, its body and the units it covers.
 */
export interface Actor {
  readonly accountId: string
  readonly personName: string
  readonly officeId: string
  readonly officeTitle: string
  readonly bodyId: string
  /** What the body is (`department`, `people-committee`) and its field (`health`, `state`), as the register of bodies says. */
  readonly bodyKind: string
  readonly bodySector: string
  readonly role: string
  readonly permissions: ReadonlySet<string>
  /** The unit the office's body belongs to, as an ltree path (`v2021.p74.d718`). */
  readonly unitPath: string
  /** The subtrees this office covers. What lies outside does not exist for it. */
  readonly scopes: readonly string[]
  readonly requestId: string
  /** The address the request came to, as declared (`POST /api/accounts/:id/disable`); none for the system's own acts. */
  readonly route?: string
  /** Why personal data is asked for, when it is. */
  readonly purpose: string | null
  readonly language: 'vi' | 'en'
}

/** True when `path` lies in one of the subtrees the actor covers. The database's row-level policies say the same. */
export function covers(actor: Pick<Actor, 'scopes'>, path: string): boolean {
  return actor.scopes.some((scope) => path === scope || path.startsWith(`${scope}.`))
}
