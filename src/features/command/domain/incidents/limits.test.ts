import { expect, test } from 'vitest'

import { incidentStates } from './lifecycle.ts'
import {
  clockIsOff,
  incidentKinds,
  kindRules,
  limitNow,
  limitsFrom,
  nearMinutes,
  ruleOn,
  standingOf,
} from './limits.ts'

const arrived = '2021-10-16T01:00:00.000Z'

test.each([
  ['emergency-patient', 'urgent', '01:05', '02:00'],
  ['crowd', 'urgent', '01:15', '03:00'],
  ['violation', 'normal', '01:30', '05:00'],
  ['supply', 'normal', '01:30', '07:00'],
] as const)('%s: %s, to be assigned by %s, resolved by %s', (kind, urgency, assign, resolve) => {
  const rule = ruleOn(kind, '2021-10-16')
  const limits = limitsFrom(arrived, rule)
  expect([rule.urgency, limits.assignBy.slice(11, 16), limits.resolveBy.slice(11, 16)]).toEqual([
    urgency,
    assign,
    resolve,
  ])
})

test('every kind has one rule on a day, and none claims an instrument it does not name', () => {
  for (const kind of incidentKinds) {
    const rules = kindRules.filter(
      (r) => r.kind === kind && r.from <= '2021-10-16' && (r.to ?? '9999') >= '2021-10-16',
    )
    expect(rules, kind).toHaveLength(1)
  }
  expect(kindRules.filter((r) => r.verified && r.instrument === null)).toEqual([])
  expect(kindRules.filter((r) => r.assign >= r.resolve)).toEqual([])
  expect(() => ruleOn('crowd', '2019-12-31')).toThrow(/no time limits/)
})

test('which limit runs', () => {
  const limits = { assignBy: 'assign', resolveBy: 'resolve', takeOverBy: 'take over' }
  expect(incidentStates.map((state) => `${state}: ${limitNow(state, limits)}`)).toEqual([
    'new: assign',
    'triaged: assign',
    'assigned: resolve',
    'escalated: take over',
    'resolved: null',
    'merged: null',
  ])
})

test.each([
  ['00:59:59', 'overdue'],
  ['01:00:00', 'near'],
  [`01:${nearMinutes}:00`, 'near'],
  [`01:${nearMinutes}:01`, 'in-time'],
])('a limit at %s stands %s at one o’clock', (time, standing) => {
  expect(standingOf(`2021-10-16T${time}.000Z`, arrived)).toBe(standing)
})

test.each([
  [null, false],
  ['2021-10-16T00:59:00Z', false],
  ['2021-10-16T01:02:00Z', false],
  ['2021-10-16T01:03:00Z', true],
  ['2021-10-09T01:00:00Z', false],
  ['2021-10-09T00:59:00Z', true],
  ['2070-01-01T00:00:00Z', true],
])('the phone says %s: wrong clock %s', (happened, off) => {
  expect(clockIsOff(happened, arrived)).toBe(off)
})
