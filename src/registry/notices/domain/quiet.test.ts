import { expect, test } from 'vitest'

import { isQuiet, lastDigestAt } from './quiet.ts'

const at = (hanoi: string) => new Date(Date.parse(`2021-09-16T${hanoi}:00Z`) - 7 * 3_600_000).toISOString()

test.each([
  ['22:00', '06:00', '23:30', true],
  ['22:00', '06:00', '00:00', true],
  ['22:00', '06:00', '05:59', true],
  ['22:00', '06:00', '06:00', false],
  ['22:00', '06:00', '21:59', false],
  ['12:00', '13:30', '12:00', true],
  ['12:00', '13:30', '13:30', false],
  ['12:00', '12:00', '12:00', false],
])('quiet from %s to %s: at %s %s', (from, to, now, quiet) => {
  expect(isQuiet(at(now), { from, to })).toBe(quiet)
})

test('without hours it is never quiet', () => {
  expect(isQuiet(at('03:00'), { from: null, to: null })).toBe(false)
})

test.each([
  ['07:00', '2021-09-16T00:00:00.000Z'],
  ['07:14', '2021-09-16T00:00:00.000Z'],
  ['06:59', '2021-09-15T00:00:00.000Z'],
  ['00:10', '2021-09-15T00:00:00.000Z'],
  ['23:59', '2021-09-16T00:00:00.000Z'],
])('at %s the digest that is due was closed at %s', (now, closed) => {
  expect(lastDigestAt(at(now))).toBe(closed)
})
