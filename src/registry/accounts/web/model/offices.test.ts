import { expect, test } from 'vitest'

import {
  byTenure,
  dayAfter,
  firstLastDay,
  heldOn,
  lastDayBounds,
  leavesNone,
  mayEnd,
  tenureOn,
} from './offices.ts'

const past = { id: 'past', validFrom: '2020-01-01', validTo: '2021-06-30' }
const now = { id: 'now', validFrom: '2021-07-01', validTo: null }
const ending = { id: 'ending', validFrom: '2021-07-01', validTo: '2021-09-30' }
const coming = { id: 'coming', validFrom: '2021-10-01', validTo: null }
const all = [coming, past, ending, now]

test('the first and the last day of an office both count', () => {
  const table = ['2019-12-31', '2020-01-01', '2021-06-30', '2021-07-01'].map((on) => tenureOn(past, on))
  expect(table).toEqual(['coming', 'held', 'held', 'over'])
  expect(tenureOn(now, '2099-01-01')).toBe('held')
})

test('who held which office on a day', () => {
  expect(heldOn(all, '2021-06-30').map((o) => o.id)).toEqual(['past'])
  expect(heldOn(all, '2021-09-16').map((o) => o.id)).toEqual(['ending', 'now'])
  expect(heldOn(all, '2021-10-01').map((o) => o.id)).toEqual(['coming', 'now'])
  expect(heldOn(all, '2019-01-01')).toEqual([])
})

test('held, to come and over, each in the order in which it is read', () => {
  const earlier = { id: 'earlier', validFrom: '2018-01-01', validTo: '2019-12-31' }
  const later = { id: 'later', validFrom: '2021-12-01', validTo: null }
  const groups = byTenure([later, earlier, ...all], '2021-09-16')
  expect(groups.held.map((o) => o.id)).toEqual(['ending', 'now'])
  expect(groups.coming.map((o) => o.id)).toEqual(['coming', 'later'])
  expect(groups.over.map((o) => o.id)).toEqual(['past', 'earlier'])
})

test('ending the last office is told apart from ending one of several', () => {
  expect(leavesNone([now], 'now', '2021-09-16')).toBe(true)
  expect(leavesNone([now, past], 'now', '2021-09-16')).toBe(true)
  expect(leavesNone([now, ending], 'now', '2021-09-16')).toBe(false)
  // The other one ends on that very day: from the next day on there is none.
  expect(leavesNone([now, ending], 'now', '2021-09-30')).toBe(true)
  expect(leavesNone([now, coming], 'now', '2021-09-16')).toBe(false)
})

test('an end can be brought forward but not put off, and never lies before the beginning', () => {
  expect(lastDayBounds(now)).toEqual({ min: '2021-07-01', max: undefined })
  expect(lastDayBounds(ending)).toEqual({ min: '2021-07-01', max: '2021-09-29' })
  expect(mayEnd(now, '2021-09-16')).toBe(true)
  expect(mayEnd(ending, '2021-09-16')).toBe(true)
  expect(mayEnd(coming, '2021-09-16')).toBe(true)
  expect(mayEnd(past, '2021-09-16')).toBe(false)
  expect(mayEnd({ id: 'one-day', validFrom: '2021-09-16', validTo: '2021-09-16' }, '2021-09-16')).toBe(false)
})

test('the day after the last of a month or a year', () => {
  expect(['2021-09-30', '2021-12-31', '2024-02-28'].map(dayAfter)).toEqual([
    '2021-10-01',
    '2022-01-01',
    '2024-02-29',
  ])
})

test('today is proposed as the last day unless the office does not allow it', () => {
  expect(firstLastDay(now, '2021-09-16')).toBe('2021-09-16')
  expect(firstLastDay(ending, '2021-09-30')).toBe('2021-09-29')
  expect(firstLastDay(coming, '2021-09-16')).toBe('2021-10-01')
})
