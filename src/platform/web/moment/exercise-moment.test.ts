import { expect, test } from 'vitest'

import { exerciseMoment } from './exercise-moment.ts'

test.each([
  // What happened this morning happened on the morning of the exercise's day.
  ['2026-11-25T02:15:00.000Z', '2026-11-25', '2021-09-16', '2021-09-16T02:15:00.000Z'],
  // Yesterday stays yesterday, also over the end of a month.
  ['2026-12-01T16:59:00.000Z', '2026-12-02', '2021-10-01', '2021-09-30T16:59:00.000Z'],
  // Without an exercise nothing moves.
  ['2026-11-25T02:15:00.000Z', '2026-11-25', '2026-11-25', '2026-11-25T02:15:00.000Z'],
])('%s on %s is, in an exercise of %s, %s', (at, real, today, shown) => {
  expect(exerciseMoment(at, real, today)).toBe(shown)
})
