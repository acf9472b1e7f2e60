import { expect, test } from 'vitest'

import { decide, movesFor } from '#lib/lifecycle/index.ts'
import { incidentEvents, incidentLifecycle, type IncidentRole, incidentStates, isOpen } from './lifecycle.ts'

const roles: IncidentRole[] = ['desk', 'assignee', 'above', 'witness']

test('who may do what, in every state', () => {
  const table = incidentStates.map(
    (state) =>
      `${state}: ${roles.map((role) => `${role}[${movesFor(incidentLifecycle, state, role).join(',')}]`).join(' ')}`,
  )
  expect(table).toEqual([
    'new: desk[triage,assign,escalate,merge] assignee[] above[] witness[]',
    'triaged: desk[triage,assign,resolve,escalate,merge] assignee[] above[] witness[]',
    'assigned: desk[triage,assign,resolve,escalate,merge] assignee[return,resolve] above[] witness[]',
    'escalated: desk[] assignee[] above[take-over,send-back] witness[]',
    'resolved: desk[reopen] assignee[] above[] witness[]',
    'merged: desk[] assignee[] above[] witness[]',
  ])
})

test('whoever only sees an incident moves it in no state', () => {
  for (const state of incidentStates)
    for (const event of incidentEvents)
      expect(decide(incidentLifecycle, state, event, 'witness').ok, `${state} ${event}`).toBe(false)
})

test('what was escalated leaves that state by the level above alone', () => {
  for (const event of incidentEvents)
    for (const role of roles.filter((r) => r !== 'above'))
      expect(decide(incidentLifecycle, 'escalated', event, role).ok, `${event} by ${role}`).toBe(false)
})

test('nothing runs any more once it is settled', () => {
  expect(incidentStates.filter((state) => !isOpen(state))).toEqual(['resolved', 'merged'])
})
