import { expect, test } from 'vitest'

import { goalOnScale, planLine, pointsOf } from './curve-lines.ts'

const series = [
  { day: '2021-09-01', numerator: 10, denominator: 91 },
  { day: '2021-09-10', numerator: 74, denominator: 91 },
  { day: '2021-09-20', numerator: 80, denominator: 91 },
]

test('what is known ends on the day that is looked at, and stands until then', () => {
  expect(pointsOf({ measure: 'units-reaching' }, series, '2021-09-16')).toEqual([
    { day: '2021-09-01', value: 10 },
    { day: '2021-09-10', value: 74 },
    { day: '2021-09-16', value: 74 },
  ])
  expect(pointsOf({ measure: 'units-reaching' }, series, '2021-09-20').at(-1)).toEqual({
    day: '2021-09-20',
    value: 80,
  })
})

test('a share is drawn in percent, and nothing to measure as nothing', () => {
  const half = [
    { day: '2021-09-01', numerator: 0, denominator: 0 },
    { day: '2021-09-02', numerator: 1, denominator: 2 },
  ]
  expect(pointsOf({ measure: 'share' }, half, '2021-09-02').map((p) => p.value)).toEqual([0, 50])
})

test.each([
  ['units-reaching', 1, 91],
  ['share', 0.9, 90],
  ['sum', 500, 500],
] as const)('a goal of %s', (measure, goal, drawn) => {
  expect(goalOnScale({ measure }, goal, 91)).toBe(drawn)
})

test('a plan is drawn from its start to the end of the days', () => {
  const plan = { startDay: '2021-09-15', startAt: 40, byDay: '2021-09-30', goal: 91 }
  expect(planLine(plan, '2021-09-01', '2021-10-05').map((p) => p.day)).toEqual([
    '2021-09-15',
    '2021-09-30',
    '2021-10-05',
  ])
  expect(planLine(plan, '2021-09-01', '2021-10-05').map((p) => p.value)).toEqual([40, 91, 91])
})
