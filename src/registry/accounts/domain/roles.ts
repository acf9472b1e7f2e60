/**
 * What each role may do: the product's whole access table, read by a person and held against every route by the
 * generated matrix in tests/access. Where it may be done follows from the office (its body and the units it covers).
 */
export const roles = [
  'administrator',
  'office-clerk',
  'duty-officer',
  'leader',
  'body-officer',
  'commune-clerk',
  'enterprise',
  'auditor',
] as const
export type Role = (typeof roles)[number]

export const permissions = [
  'units.read',
  'units.import',
  'units.edit',
  'bodies.read',
  'bodies.import',
  'bodies.edit',
  'accounts.read',
  'accounts.edit',
  'audit.read',
  /** Bring in a document, review what was read, issue it: for one's own body. */
  'directives.draft',
  /** See documents and tasks that were issued to one's own body, and one's body's own. */
  'directives.inbox',
  /** See every issued document and task in the units one's office covers. */
  'directives.oversee',
] as const
export type Permission = (typeof permissions)[number]

const everyone: readonly Permission[] = ['units.read', 'bodies.read', 'directives.inbox']

export const permissionsOf: Record<Role, readonly Permission[]> = {
  administrator: [
    'units.read',
    'units.import',
    'units.edit',
    'bodies.read',
    'bodies.import',
    'bodies.edit',
    'accounts.read',
    'accounts.edit',
  ],
  'office-clerk': [...everyone, 'directives.draft', 'directives.oversee'],
  'duty-officer': [...everyone, 'directives.draft', 'directives.oversee'],
  leader: [...everyone, 'directives.oversee'],
  'body-officer': [...everyone, 'directives.draft'],
  'commune-clerk': [...everyone, 'directives.draft'],
  enterprise: everyone,
  auditor: ['units.read', 'bodies.read', 'audit.read'],
}

export function mayRole(role: Role, permission: Permission): boolean {
  return permissionsOf[role].includes(permission)
}
