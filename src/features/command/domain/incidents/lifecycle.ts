import type { Lifecycle } from '#lib/lifecycle/index.ts'

export const incidentStates = ['new', 'triaged', 'assigned', 'escalated', 'resolved', 'merged'] as const
export type IncidentState = (typeof incidentStates)[number]
export const incidentEvents = [
  'triage',
  'assign',
  'return',
  'resolve',
  'escalate',
  'take-over',
  'send-back',
  'reopen',
  'merge',
] as const
export type IncidentEvent = (typeof incidentEvents)[number]

/**
 * `desk`: an officer of the desk that holds the incident. `assignee`: the body it was given to. `above`: an officer of
 * the desk it was escalated to. `witness`: whoever else may see it (who reported it, who oversees the unit).
 */
export type IncidentRole = 'desk' | 'assignee' | 'above' | 'witness'

/**
 * BT-0904 §4: what the desk cannot settle it resolves or proposes upward. The level above must take it: while it is
 * `escalated` its own limit runs, and it leaves that state only by being taken over, or by being sent back with a reason
 * and advice. Nobody can refuse it by silence, and the desk that escalated does not take it back.
 */
export const incidentLifecycle: Lifecycle<IncidentState, IncidentEvent, IncidentRole> = {
  new: {
    triage: { to: 'triaged', by: ['desk'] },
    assign: { to: 'assigned', by: ['desk'] },
    escalate: { to: 'escalated', by: ['desk'] },
    merge: { to: 'merged', by: ['desk'] },
  },
  triaged: {
    triage: { to: 'triaged', by: ['desk'] },
    assign: { to: 'assigned', by: ['desk'] },
    resolve: { to: 'resolved', by: ['desk'] },
    escalate: { to: 'escalated', by: ['desk'] },
    merge: { to: 'merged', by: ['desk'] },
  },
  assigned: {
    triage: { to: 'assigned', by: ['desk'] },
    assign: { to: 'assigned', by: ['desk'] },
    return: { to: 'triaged', by: ['assignee'] },
    resolve: { to: 'resolved', by: ['desk', 'assignee'] },
    escalate: { to: 'escalated', by: ['desk'] },
    merge: { to: 'merged', by: ['desk'] },
  },
  escalated: {
    'take-over': { to: 'triaged', by: ['above'] },
    'send-back': { to: 'triaged', by: ['above'] },
  },
  resolved: { reopen: { to: 'triaged', by: ['desk'] } },
  merged: {},
}

export const isOpen = (state: IncidentState): boolean => state !== 'resolved' && state !== 'merged'
