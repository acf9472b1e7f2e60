import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { isExpired } from './session-here.ts'

const now = Date.parse('2021-09-16T05:00:00Z')
const hours = 3_600_000
beforeEach(() => {
  vi.useFakeTimers({ now })
})
afterEach(() => {
  vi.useRealTimers()
})

test.each([
  ['just now', 0, 0, false],
  ['eleven hours ago', 11, 0, false],
  ['thirteen hours ago', 13, 0, true],
  ['an hour ago, by a clock that was set back two hours since', 1, -2, true],
])('the server was heard %s: over %s', (_, contact, latest, over) => {
  const contactAt = now - contact * hours
  expect(isExpired({ contactAt, latestAt: now - latest * hours })).toBe(over)
})
