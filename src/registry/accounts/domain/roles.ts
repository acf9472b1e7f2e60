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
  /** Report progress of a task one's own body leads or helps with, ask for an extension, confirm one's part. */
  'tasks.report',
  /** Break a task of one's own body down to units and bodies below. */
  'tasks.assign',
  /** For one's own body's directives: accept or return a report, decide an extension, remind, escalate. */
  'tasks.follow-up',
  'indicators.read',
  /** Bind a target to an indicator, set its parameters and thresholds. */
  'indicators.bind',
  'health-network.read',
  /** Record stations, groups, teams and regulations in the units one's office covers. */
  'health-network.record',
  /** Record the safety groups of one's own body, an enterprise. */
  'safety-groups.record',
  'command.read',
  /** Members of Steering Committees and Commands, their posts and assignments. */
  'command.edit',
  /** Bring a call or an observation to the duty desk of one's own unit. */
  'incidents.report',
  /** Work at the duty desk of one's own body: triage, assign, resolve, escalate, the log. */
  'incidents.handle',
  /** Plan the duty roster of one's own body. */
  'duty.plan',
  /** The Command's one screen, over the units one's office covers. */
  'situation.read',
] as const
export type Permission = (typeof permissions)[number]

const everyone: readonly Permission[] = [
  'units.read',
  'bodies.read',
  'directives.inbox',
  'tasks.report',
  'incidents.report',
]

const officials: readonly Permission[] = [
  ...everyone,
  'indicators.read',
  'health-network.read',
  'command.read',
]

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
  'office-clerk': [
    ...officials,
    'directives.draft',
    'directives.oversee',
    'tasks.assign',
    'tasks.follow-up',
    'indicators.bind',
    'command.edit',
    'duty.plan',
    'situation.read',
  ],
  'duty-officer': [
    ...officials,
    'directives.draft',
    'directives.oversee',
    'tasks.assign',
    'tasks.follow-up',
    'indicators.bind',
    'command.edit',
    'incidents.handle',
    'duty.plan',
    'situation.read',
  ],
  leader: [...officials, 'directives.oversee', 'tasks.assign', 'tasks.follow-up', 'situation.read'],
  'body-officer': [
    ...officials,
    'directives.draft',
    'tasks.assign',
    'tasks.follow-up',
    'indicators.bind',
    'health-network.record',
  ],
  'commune-clerk': [
    ...officials,
    'directives.draft',
    'tasks.assign',
    'tasks.follow-up',
    'health-network.record',
    'incidents.handle',
    'duty.plan',
  ],
  enterprise: [...everyone, 'safety-groups.record'],
  auditor: ['units.read', 'bodies.read', 'audit.read'],
}

/** What a body is, as the register of bodies says. */
export interface BodyNature {
  readonly bodyKind: string
  readonly bodySector: string
}

/**
 * The grassroots health network is kept by the health sector, by People's Committees and Commands for their own units
 * (BD-0915 §4, HD-0312 §2), and by the boards of industrial parks for what they sign; not by every department that has
 * an officer. Hospitals answer for their beds elsewhere and keep no station of a commune.
 */
const healthKeepers = ['department', 'division', 'cdc', 'health-centre', 'health-station']
const unitKeepers = ['people-committee', 'command-centre', 'zone-board']

export function keepsHealthNetwork({ bodyKind, bodySector }: BodyNature): boolean {
  return (bodySector === 'health' && healthKeepers.includes(bodyKind)) || unitKeepers.includes(bodyKind)
}

/** What an office may do: what its role may, as far as its body is one that does such things. */
export function permissionsIn(office: BodyNature & { readonly role: Role }): Permission[] {
  return permissionsOf[office.role].filter(
    (permission) => permission !== 'health-network.record' || keepsHealthNetwork(office),
  )
}

export function mayRole(role: Role, permission: Permission): boolean {
  return permissionsOf[role].includes(permission)
}
