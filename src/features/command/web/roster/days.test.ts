import { expect, test } from 'vitest'

import type { Roster } from '../../domain/index.ts'
import { byDay, dayOf, hoursOf } from './days.ts'

const shift = (id: string, startsAt: string, endsAt: string) =>
  ({ id, startsAt, endsAt }) as Roster['shifts'][number]

test('shifts and holes stand on the day in Việt Nam on which they begin, in order', () => {
  const roster = {
    from: '2021-10-16',
    to: '2021-10-18',
    shifts: [
      shift('late', '2021-10-16T16:00:00Z', '2021-10-17T00:00:00Z'),
      shift('before', '2021-10-15T16:00:00Z', '2021-10-16T00:00:00Z'),
      shift('night', '2021-10-17T17:30:00Z', '2021-10-18T00:00:00Z'),
    ],
    findings: {
      gaps: [{ from: '2021-10-16T00:00:00Z', to: '2021-10-16T16:00:00Z' }],
      doubles: [],
      shortRests: [],
    },
  } as unknown as Roster
  expect(byDay(roster).map(({ day, blocks }) => [day, ...blocks.map((b) => b.shift?.id ?? 'hole')])).toEqual([
    ['2021-10-16', 'before', 'hole', 'late'],
    ['2021-10-17'],
    ['2021-10-18', 'night'],
  ])
})

test('an instant is read by the clock of Việt Nam', () => {
  expect(dayOf('2021-10-15T17:00:00Z')).toBe('2021-10-16')
  expect(hoursOf('2021-10-16T00:00:00Z', '2021-10-16T08:00:00Z')).toBe('07:00–15:00')
})
