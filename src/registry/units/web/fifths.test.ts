import { expect, test } from 'vitest'

import { fifthOf, fifthsOf } from './fifths.ts'

test('five groups of about equal size', () => {
  expect(fifthsOf([10, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([
    { from: 1, to: 2 },
    { from: 3, to: 4 },
    { from: 5, to: 6 },
    { from: 7, to: 8 },
    { from: 9, to: 10 },
  ])
})

test('equal figures share a group, few figures make few groups, none none', () => {
  expect(fifthsOf([5, 5, 5, 5, 5, 9])).toEqual([{ from: 5, to: 9 }])
  expect(fifthsOf([3, 8])).toHaveLength(2)
  expect(fifthsOf([])).toEqual([])
})

test('every figure lies in one group', () => {
  const figures = Array.from({ length: 91 }, (_, i) => (i * 7919) % 1000)
  const fifths = fifthsOf(figures)
  expect(figures.map((figure) => fifthOf(figure, fifths)).every((n) => n >= 1 && n <= 5)).toBe(true)
  expect(fifthOf(100_000, fifths)).toBe(0)
})
