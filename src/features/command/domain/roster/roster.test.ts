import { expect, test } from 'vitest'

import { doubleBookings, gapsIn, type Hours, rotation, shortRests, vietnamInstant } from './roster.ts'

/** `An 7..15`: An from seven to three in the afternoon of 16/10/2021, in Việt Nam; hours past 24 are of the next day. */
function shifts(...written: string[]): Hours[] {
  return written.map((text, i) => {
    const [who = '', hours = ''] = text.split(' ')
    const [from = 0, to = 0] = hours.split('..').map(Number)
    return {
      id: `${who}${i + 1}`,
      accountId: who,
      startsAt: vietnamInstant('2021-10-16', from * 60),
      endsAt: vietnamInstant('2021-10-16', to * 60),
    }
  })
}
const hour = (instant: string) =>
  (Date.parse(instant) - Date.parse(vietnamInstant('2021-10-16', 0))) / 3_600_000
const day = { from: vietnamInstant('2021-10-16', 0), to: vietnamInstant('2021-10-16', 24 * 60) }

test.each([
  [[], ['0-24']],
  [['An 0..24'], []],
  [['An 0..8', 'Bình 8..16', 'Cúc 16..24'], []],
  [['An 0..8', 'Cúc 16..24'], ['8-16']],
  [['Cúc 16..24', 'An 0..8'], ['8-16']],
  [
    ['An 7..15', 'Bình 15..23'],
    ['0-7', '23-24'],
  ],
  [['An -4..12', 'Bình 6..9', 'Cúc 12..30'], []],
  [['An 0..12', 'Bình 12.5..24'], ['12-12.5']],
  [['An 25..30'], ['0-24']],
  [['An -9..0'], ['0-24']],
])('%j leaves %j without anybody', (written, gaps) => {
  expect(gapsIn(shifts(...written), day).map((gap) => `${hour(gap.from)}-${hour(gap.to)}`)).toEqual(gaps)
})

test.each([
  [['An 0..8', 'An 8..16'], [], []],
  [['An 0..8', 'An 7..15'], [], ['An1 An2 7-8']],
  [['An 0..8', 'Bình 0..8'], [], []],
  [['An 0..8', 'An 2..4', 'An 3..5'], [], ['An1 An2 2-4', 'An1 An3 3-5', 'An2 An3 3-4']],
  [['An 0..8'], ['An 6..14'], ['An1 An1 6-8']],
])('%j with %j elsewhere books twice: %j', (own, elsewhere, found) => {
  const others = shifts(...elsewhere).map((shift) => ({ ...shift, id: `other-${shift.id}` }))
  expect(
    doubleBookings(shifts(...own), others).map(
      (d) => `${d.shiftId} ${d.otherId.replace('other-', '')} ${hour(d.from)}-${hour(d.to)}`,
    ),
  ).toEqual(found)
})

test.each([
  [['An 0..8', 'An 20..28'], [], []],
  [['An 0..8', 'An 19..27'], [], ['An2 660']],
  [['An 0..8', 'An 8..16'], [], ['An2 0']],
  [['An 0..8', 'Bình 9..17'], [], []],
  [['An 20..28'], ['An 4..12'], ['An1 480']],
])('%j after %j elsewhere rests too short: %j', (own, elsewhere, found) => {
  const others = shifts(...elsewhere).map((shift) => ({ ...shift, id: `other-${shift.id}` }))
  expect(shortRests(shifts(...own), others).map((r) => `${r.shiftId} ${r.minutes}`)).toEqual(found)
})

test('a rotation of three in shifts of eight hours has no hole, no double booking and the rest they need', () => {
  const people = ['An', 'Bình', 'Cúc']
  const made = rotation({ from: '2021-10-16', days: 14, pattern: '3x8', startsAt: 420, people }).map(
    (s, i) => ({
      ...s,
      id: String(i),
    }),
  )
  expect(made).toHaveLength(42)
  expect(made[0]).toMatchObject({ accountId: 'An', startsAt: '2021-10-16T00:00:00.000Z' })
  const span = { from: made[0]!.startsAt, to: made.at(-1)!.endsAt }
  expect([gapsIn(made, span), doubleBookings(made), shortRests(made)]).toEqual([[], [], []])
})

test('two people cannot hold shifts of eight hours without tiring: it shows', () => {
  const made = rotation({ from: '2021-10-16', days: 2, pattern: '3x8', startsAt: 0, people: ['An', 'Bình'] })
  expect(shortRests(made.map((s, i) => ({ ...s, id: String(i) }))).length).toBe(4)
})
