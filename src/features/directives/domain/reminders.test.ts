import { expect, test } from 'vitest'

import { escalationLevels, reminderOn } from './reminders.ts'

const due = '2021-09-30'
test.each([
  ['2021-09-22', null, 0],
  ['2021-09-23', { kind: 'before', days: 7 }, 0],
  ['2021-09-24', null, 0],
  ['2021-09-27', { kind: 'before', days: 3 }, 0],
  ['2021-09-29', { kind: 'before', days: 1 }, 0],
  ['2021-09-30', null, 0],
  ['2021-10-01', { kind: 'after', days: -1 }, 0],
  ['2021-10-04', { kind: 'after', days: -4 }, 0],
  ['2021-10-05', { kind: 'after', days: -5 }, 1],
  ['2021-10-09', { kind: 'after', days: -9 }, 1],
  ['2021-10-10', { kind: 'after', days: -10 }, 2],
] as const)('on %s: %o, %s levels up', (today, reminder, levels) => {
  expect(reminderOn(due, today)).toEqual(reminder)
  expect(escalationLevels(due, today)).toBe(levels)
})

test('what has no last day recalls nothing', () => {
  expect(reminderOn(null, '2021-10-01')).toBe(null)
  expect(escalationLevels(null, '2021-10-01')).toBe(0)
})
