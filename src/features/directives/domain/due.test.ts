import { expect, test } from 'vitest'

import { daysBetween, dueState } from './due.ts'
import type { Deadline } from './task.ts'

const by = (date: string | null): Deadline => ({ text: '', kind: 'by', date, start: null })

test.each([
  [by('2021-09-30'), '2021-09-15', 'not-yet-due'],
  [by('2021-09-30'), '2021-09-27', 'due-soon'],
  [by('2021-09-30'), '2021-09-30', 'due-soon'],
  [by('2021-09-30'), '2021-10-01', 'overdue'],
  [by(null), '2021-10-01', 'undated'],
  [null, '2021-10-01', 'undated'],
  [{ text: 'ngay', kind: 'immediately', date: null, start: null } as Deadline, '2021-10-01', 'immediate'],
  [{ text: 'hằng ngày', kind: 'periodic', date: null, start: null } as Deadline, '2021-10-01', 'periodic'],
  [
    { text: '', kind: 'between', start: '2021-03-18', date: '2021-03-31' } as Deadline,
    '2021-03-30',
    'due-soon',
  ],
  [{ text: '', kind: 'from', start: '2021-09-01', date: null } as Deadline, '2021-10-01', 'undated'],
])('%o on %s is %s', (deadline, today, state) => {
  expect(dueState(deadline, today)).toBe(state)
})

test('days are counted over a month and a leap day', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2021-09-30', '2021-09-07')).toBe(-23)
})
