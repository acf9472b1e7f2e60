import type { Lifecycle } from '#lib/lifecycle/index.ts'

/**
 * What one body owes on one task. `lead`: the body that leads it; `issuer`: the office of the body that issued or
 * assigned it. Being late is not a state here: it follows from the dates (follow-state.ts).
 */
export const partStates = ['open', 'reported', 'returned', 'accepted', 'withdrawn', 'superseded'] as const
export type PartState = (typeof partStates)[number]
export type PartEvent =
  'report' | 'note' | 'accept' | 'return' | 'reopen' | 'withdraw' | 'supersede' | 'reinstate'
export type PartRole = 'lead' | 'issuer'

/**
 * A report waits until the office has read it; a later one takes its place. `note` takes a report of progress to the
 * file and leaves the task open, `accept` ends it. What somebody has reported on can no longer be withdrawn, only
 * superseded by a later document.
 */
export const partLifecycle: Lifecycle<PartState, PartEvent, PartRole> = {
  open: {
    report: { to: 'reported', by: ['lead'] },
    withdraw: { to: 'withdrawn', by: ['issuer'] },
    supersede: { to: 'superseded', by: ['issuer'] },
  },
  reported: {
    report: { to: 'reported', by: ['lead'] },
    note: { to: 'open', by: ['issuer'] },
    accept: { to: 'accepted', by: ['issuer'] },
    return: { to: 'returned', by: ['issuer'] },
    supersede: { to: 'superseded', by: ['issuer'] },
  },
  returned: {
    report: { to: 'reported', by: ['lead'] },
    supersede: { to: 'superseded', by: ['issuer'] },
  },
  accepted: { reopen: { to: 'returned', by: ['issuer'] } },
  withdrawn: {},
  superseded: { reinstate: { to: 'open', by: ['issuer'] } },
}

export const reportStates = ['submitted', 'accepted', 'returned', 'replaced', 'confirmed'] as const
export type ReportState = (typeof reportStates)[number]
export type ReportEvent = 'accept' | 'return' | 'replace' | 'reopen'

/** A coordinating body confirms its part; nobody has to accept that, and a later confirmation takes its place. */
export const reportLifecycle: Lifecycle<ReportState, ReportEvent, PartRole> = {
  submitted: {
    accept: { to: 'accepted', by: ['issuer'] },
    return: { to: 'returned', by: ['issuer'] },
    replace: { to: 'replaced', by: ['lead'] },
  },
  accepted: { reopen: { to: 'returned', by: ['issuer'] } },
  returned: {},
  replaced: {},
  confirmed: { replace: { to: 'replaced', by: ['lead'] } },
}

export const extensionStates = ['asked', 'granted', 'refused', 'taken-back'] as const
export type ExtensionState = (typeof extensionStates)[number]
export type ExtensionEvent = 'grant' | 'refuse' | 'take-back'

export const extensionLifecycle: Lifecycle<ExtensionState, ExtensionEvent, PartRole> = {
  asked: {
    grant: { to: 'granted', by: ['issuer'] },
    refuse: { to: 'refused', by: ['issuer'] },
    'take-back': { to: 'taken-back', by: ['lead'] },
  },
  granted: {},
  refused: {},
  'taken-back': {},
}
