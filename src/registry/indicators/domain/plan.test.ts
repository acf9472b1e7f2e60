import { expect, test } from 'vitest'

import { isShort, type Limit, neededPerDay, plannedOn, wantedOn } from './plan.ts'

const plan = { startDay: '2021-09-15', startAt: 0.4, byDay: '2021-09-30', goal: 1 }

test.each([
  ['2021-09-01', 0.4],
  ['2021-09-15', 0.4],
  ['2021-09-20', 0.6],
  ['2021-09-30', 1],
  ['2021-12-01', 1],
])('the plan on %s wants %d', (day, wanted) => {
  expect(plannedOn(plan, day)).toBeCloseTo(wanted, 10)
})

const none = { byDay: null, startDay: null, startAt: null }
test.each<[string, Limit, string, number | null]>([
  ['a value is wanted at any time', { rule: 'below-value', goal: 0.9, ...none }, '2021-09-01', 0.9],
  [
    'a value by a day is not wanted before',
    { rule: 'below-value', goal: 1, ...none, byDay: '2021-09-30' },
    '2021-09-29',
    null,
  ],
  ['but on it', { rule: 'below-value', goal: 1, ...none, byDay: '2021-09-30' }, '2021-09-30', 1],
  ['a plan without its start wants nothing', { rule: 'below-plan', goal: 1, ...none }, '2021-09-30', null],
  ['a plan wants every day', { rule: 'below-plan', ...plan }, '2021-09-30', 1],
])('%s', (_, limit, day, wanted) => {
  expect(wantedOn(limit, day)).toBe(wanted)
})

test.each([
  [0.5, 0.6, true],
  [0.6, 0.6, false],
  [0.1 + 0.2, 0.3, false],
  [0.3, 0.1 + 0.2, false],
  [null, 0.6, false],
  [0.5, null, false],
])('%s where %s is wanted: short %s', (value, wanted, short) => {
  expect(isShort(value, wanted)).toBe(short)
})

test.each([
  [74, { goal: 91, byDay: '2021-09-30' }, '2021-09-16', 17 / 14],
  [91, { goal: 91, byDay: '2021-09-30' }, '2021-09-16', 0],
  [95, { goal: 91, byDay: '2021-09-30' }, '2021-09-16', 0],
  [74, { goal: 91, byDay: '2021-09-30' }, '2021-09-30', null],
  [91, { goal: 91, byDay: '2021-09-30' }, '2021-10-30', 0],
])('at %d with %o on %s each day needs %s', (value, goal, day, needed) => {
  expect(neededPerDay(value, goal, day)).toBe(needed)
})
