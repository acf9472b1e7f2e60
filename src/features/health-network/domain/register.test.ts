import { expect, test } from 'vitest'

import {
  beforeLast,
  type Content,
  contentSchemaOf,
  fieldsOf,
  historyOf,
  kinds,
  kindTable,
  norms,
  remarksOf,
  stateOn,
  type StoredVersion,
} from './index.ts'

const day = '2021-10-16'
test.each([
  ['begins later', { fromDay: '2021-10-17' }, 'planned'],
  ['begins that day', { fromDay: day }, 'current'],
  ['ends that day', { toDay: day }, 'current'],
  ['ended the day before', { toDay: '2021-10-15' }, 'ended'],
  ['replaced from that day', { replacedOn: day }, 'ended'],
  ['replaced later', { replacedOn: '2021-10-17' }, 'current'],
  ['recorded by mistake', { withdrawn: true }, 'withdrawn'],
])('a record that %s', (_, patch, state) => {
  const plain = { fromDay: '2021-10-01', toDay: null, replacedOn: null, withdrawn: false }
  expect(stateOn({ ...plain, ...patch }, day)).toBe(state)
})

const station: Content = { doctors: 1, staff: 5, patients: 60, oxygen: 2 }
test.each([
  ['all as Decision 4042 expects', {}, []],
  ['no doctor', { doctors: 0 }, ['doctors short']],
  ['more doctors than it speaks of', { doctors: 4 }, []],
  ['four staff, one cylinder', { staff: 4, oxygen: 1 }, ['staff short', 'oxygen short']],
  ['too many patients', { patients: 101 }, ['patients over']],
  ['patients not known', { patients: null }, []],
])('norms of a station: %s', (_, patch, expected) => {
  const said = remarksOf('mobile-station', { ...station, ...patch }, day)
  expect(said.map(({ norm, short }) => `${norm.field} ${short ? 'short' : 'over'}`)).toEqual(expected)
})

test('no norm holds before the day of its instrument', () => {
  expect(remarksOf('mobile-station', { doctors: 0 }, '2021-08-20')).toEqual([])
  expect(remarksOf('mobile-station', { doctors: 0 }, '2021-08-21')).toHaveLength(1)
})

test('every norm judges a whole number of its kind, and says whether it was verified', () => {
  for (const norm of norms) {
    expect(fieldsOf(norm.kind).find(({ name }) => name === norm.field)).toMatchObject({ type: 'whole' })
    expect(norm.verified).toBe(norm.instrument.vi.startsWith('Quyết định'))
  }
})

test('every kind has a name, stands somewhere, and refuses what it does not know', () => {
  for (const kind of kinds) {
    expect(kindTable[kind].fields[0]).toMatchObject({ name: 'name', required: true })
    expect(kindTable[kind].levels.length).toBeGreaterThan(0)
    const refused = contentSchemaOf(kind).safeParse({ name: 'x', secret: 1 })
    expect(refused.error?.issues.map(({ code }) => code)).toContain('unrecognized_keys')
  }
})

test('what is left out is not known; what is required is asked for', () => {
  const parsed = contentSchemaOf('community-group').parse({
    name: ' Tổ 1 ',
    leader: 'An',
    members: 4,
    households: 60,
  })
  expect(parsed).toEqual({ name: 'Tổ 1', leader: 'An', phone: null, members: 4, households: 60 })
  const missing = contentSchemaOf('community-group').safeParse({ name: 'Tổ 1' })
  expect(missing.error?.issues.map(({ path }) => path[0])).toEqual(['leader', 'members', 'households'])
})

const version = (number: number, patch: Partial<StoredVersion>): StoredVersion => ({
  version: number,
  act: 'changed',
  note: null,
  at: `2021-10-16T0${number}:00:00Z`,
  by: 'An',
  content: { name: 'Tổ 1', phone: '0912345123' },
  fromDay: '2021-10-01',
  toDay: null,
  endReason: null,
  withdrawn: false,
  ...patch,
})

test('the history says what each act changed, numbers masked', () => {
  const history = historyOf('community-group', [
    version(1, { act: 'recorded' }),
    version(2, { content: { name: 'Tổ 1', phone: '0987654123' } }),
    version(3, {
      act: 'ended',
      toDay: '2021-10-15',
      endReason: 'Sáp nhập',
      content: { name: 'Tổ 1', phone: '0987654123' },
    }),
  ])
  expect(history.map(({ act, changes }) => [act, changes])).toEqual([
    [
      'ended',
      [
        { field: 'toDay', before: null, after: '2021-10-15' },
        { field: 'endReason', before: null, after: 'Sáp nhập' },
      ],
    ],
    // Two numbers that look alike behind the mask are still a change.
    ['changed', [{ field: 'phone', before: '09xx xxx 123', after: '09xx xxx 123' }]],
    ['recorded', []],
  ])
})

test('an undo goes back to what stood before; of the first act nothing is left', () => {
  const first = version(1, { act: 'recorded' })
  const second = version(2, { toDay: '2021-10-15', endReason: 'Hết dịch' })
  expect(beforeLast([first])).toMatchObject({ withdrawn: true })
  expect(beforeLast([second, first])).toMatchObject({ toDay: null, endReason: null, withdrawn: false })
  expect(beforeLast([first, version(2, { act: 'undone', withdrawn: true })])).toMatchObject({
    withdrawn: false,
  })
  expect(beforeLast([])).toBeUndefined()
})
