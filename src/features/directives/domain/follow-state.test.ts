import { expect, test } from 'vitest'

import { daysLate, deadlineInForce, followState, worstState } from './follow-state.ts'

const due = '2021-09-30'

test.each([
  // accepted, done on, due on, today → state, days late
  [false, null, due, '2021-09-15', 'not-yet-due', 0],
  [false, null, due, '2021-09-26', 'not-yet-due', 0],
  [false, null, due, '2021-09-27', 'due-soon', 0],
  [false, null, due, '2021-09-30', 'due-soon', 0],
  [false, null, due, '2021-10-01', 'overdue', 1],
  [false, null, due, '2021-10-21', 'overdue', 21],
  [false, null, null, '2021-10-21', 'no-deadline', 0],
  // A report that says “done” waits for the office: the clock stands at the day the body names.
  [false, '2021-09-29', due, '2021-10-21', 'due-soon', 0],
  [false, '2021-09-20', due, '2021-10-21', 'not-yet-due', 0],
  [false, '2021-10-02', due, '2021-10-21', 'overdue', 2],
  [false, '2021-10-02', null, '2021-10-21', 'no-deadline', 0],
  // Accepted: judged by the day it was done, whatever the day on which it is looked at.
  [true, '2021-09-30', due, '2021-12-31', 'done-on-time', 0],
  [true, '2021-10-01', due, '2021-12-31', 'done-late', 1],
  [true, '2021-10-01', null, '2021-12-31', 'done-on-time', 0],
] as const)('accepted %s, done %s, due %s, seen %s: %s', (accepted, doneOn, dueOn, today, state, late) => {
  expect(followState({ accepted, doneOn, dueOn }, today)).toBe(state)
  expect(daysLate({ accepted, doneOn, dueOn }, today)).toBe(late)
})

test.each([
  [['done-on-time', 'done-on-time'], 'done-on-time'],
  [['done-on-time', 'done-late'], 'done-late'],
  [['done-late', 'not-yet-due'], 'not-yet-due'],
  [['overdue', 'done-on-time'], 'overdue'],
  [['no-deadline', 'due-soon'], 'due-soon'],
  [[], null],
] as const)('leads that stand at %o make the task %s', (states, worst) => {
  expect(worstState(states)).toBe(worst)
})

const grants = [
  { grantedOn: '2021-10-05', dueOn: '2021-10-20' },
  { grantedOn: '2021-09-25', dueOn: '2021-10-10' },
]
test.each([
  ['2021-09-24', '2021-09-30'],
  ['2021-09-25', '2021-10-10'],
  ['2021-10-04', '2021-10-10'],
  ['2021-10-05', '2021-10-20'],
])('the deadline in force on %s is %s', (on, expected) => {
  expect(deadlineInForce('2021-09-30', grants, on)).toBe(expected)
})

test('an extension gives a last day to what had none', () => {
  expect(deadlineInForce(null, grants, '2021-12-01')).toBe('2021-10-20')
  expect(deadlineInForce(null, [], '2021-12-01')).toBe(null)
})
