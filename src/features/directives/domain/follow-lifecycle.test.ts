import { expect, test } from 'vitest'

import { movesFor } from '#lib/lifecycle/index.ts'
import {
  extensionLifecycle,
  extensionStates,
  partLifecycle,
  partStates,
  reportLifecycle,
  reportStates,
} from './follow-lifecycle.ts'

test('who may do what with a body’s part of a task, state by state', () => {
  expect(
    partStates.map(
      (s) =>
        `${s}: lead[${movesFor(partLifecycle, s, 'lead')}] issuer[${movesFor(partLifecycle, s, 'issuer')}]`,
    ),
  ).toEqual([
    'open: lead[report] issuer[withdraw,supersede]',
    'reported: lead[report] issuer[note,accept,return,supersede]',
    'returned: lead[report] issuer[supersede]',
    'accepted: lead[] issuer[reopen]',
    'withdrawn: lead[] issuer[]',
    'superseded: lead[] issuer[reinstate]',
  ])
})

test('who may do what with a report', () => {
  expect(
    reportStates.map(
      (s) =>
        `${s}: lead[${movesFor(reportLifecycle, s, 'lead')}] issuer[${movesFor(reportLifecycle, s, 'issuer')}]`,
    ),
  ).toEqual([
    'submitted: lead[replace] issuer[accept,return]',
    'accepted: lead[] issuer[reopen]',
    'returned: lead[] issuer[]',
    'replaced: lead[] issuer[]',
    'confirmed: lead[replace] issuer[]',
  ])
})

test('who may do what with a request for more time', () => {
  expect(
    extensionStates.map(
      (s) =>
        `${s}: lead[${movesFor(extensionLifecycle, s, 'lead')}] issuer[${movesFor(extensionLifecycle, s, 'issuer')}]`,
    ),
  ).toEqual([
    'asked: lead[take-back] issuer[grant,refuse]',
    'granted: lead[] issuer[]',
    'refused: lead[] issuer[]',
    'taken-back: lead[] issuer[]',
  ])
})
