import { expect, test } from 'vitest'

import { goalCount, pace } from './pace.ts'

test('what is needed a day to arrive, on every kind of day', () => {
  const table = [
    ['2021-09-16', 74, '2021-09-30'],
    ['2021-09-30', 74, '2021-09-30'],
    ['2021-10-01', 74, '2021-09-30'],
    ['2021-10-01', 91, '2021-09-30'],
    ['2021-09-16', 95, '2021-09-30'],
    ['2021-09-16', 0, null],
  ] as const
  expect(
    table.map(([today, have, by]) => {
      const { state, missing, daysLeft, perDay } = pace(have, 91, today, by)
      return `${today} ${have}/91 by ${by}: ${state}, ${missing} in ${daysLeft} days, ${perDay?.toFixed(2) ?? '–'} a day`
    }),
  ).toEqual([
    '2021-09-16 74/91 by 2021-09-30: open, 17 in 14 days, 1.21 a day',
    '2021-09-30 74/91 by 2021-09-30: open, 17 in 0 days, 17.00 a day',
    '2021-10-01 74/91 by 2021-09-30: missed, 17 in -1 days, – a day',
    '2021-10-01 91/91 by 2021-09-30: reached, 0 in -1 days, – a day',
    '2021-09-16 95/91 by 2021-09-30: reached, 0 in 14 days, – a day',
    '2021-09-16 0/91 by null: open, 91 in null days, – a day',
  ])
})

test('a share of what there is becomes a number of whole units', () => {
  expect([
    goalCount(1, 'share', 91),
    goalCount(0.9, 'share', 91),
    goalCount(0.7, 'share', 10),
    goalCount(12, 'count', 91),
  ]).toEqual([91, 82, 7, 12])
})
