import { expect, test } from 'vitest'

import { consequencesOf } from './consequences.ts'
import type { Hours } from './roster.ts'

const at = (hour: number) => new Date(Date.UTC(2021, 9, 16, hour)).toISOString()
const shift = (id: string, accountId: string, from: number, to: number): Hours => ({
  id,
  accountId,
  startsAt: at(from),
  endsAt: at(to),
})
const roster = [shift('1', 'An', 0, 8), shift('2', 'Bình', 8, 16), shift('3', 'Chi', 16, 24)]

test.each([
  ['the same again', shift('2', 'Bình', 8, 16), [0, 0, 0]],
  ['given to one who is on duty then', shift('4', 'An', 4, 8), [1, 0, 0]],
  ['given to one who has just gone off', shift('2', 'An', 8, 16), [0, 1, 0]],
  ['given to one who comes on right after', shift('2', 'Chi', 8, 16), [0, 1, 0]],
  ['begun two hours later', shift('2', 'Bình', 10, 16), [0, 0, 1]],
  ['moved to another day', shift('2', 'Bình', 40, 48), [0, 0, 1]],
  ['cut at both ends', shift('2', 'Bình', 9, 15), [0, 0, 2]],
])('%s', (_, planned, [doubles, rests, gaps]) => {
  const found = consequencesOf(roster, planned, { from: at(8), to: at(16) })
  const counts = [found.doubles.length, found.rests.length, found.gaps.length]
  // The hours from 4 to 8 lie outside of the span that is asked about.
  expect(counts).toEqual([doubles, rests, gaps])
})

test('the hours that stay empty are named', () => {
  const { gaps } = consequencesOf(roster, shift('2', 'Bình', 10, 16), { from: at(8), to: at(16) })
  expect(gaps).toEqual([{ from: at(8), to: at(10) }])
})
