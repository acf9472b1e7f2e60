import { expect, test } from 'vitest'

import type { CommitteeKind, CommitteeOffice } from './committee.ts'
import { committeeFindings, heldOn } from './findings.ts'

type Row = [office: CommitteeOffice, from: string, to: string | null]
const held = (rows: readonly Row[]) =>
  rows.map(([office, fromDay, toDay], i) => ({ personName: `Người ${i + 1}`, office, fromDay, toDay }))

test.each<[string, CommitteeKind, Row[], string[]]>([
  ['empty', 'steering-committee', [], ['no-head', 'no-standing-deputy']],
  ['empty command', 'command-centre', [], ['no-commander']],
  [
    'whole',
    'steering-committee',
    [
      ['head', '2021-05-01', null],
      ['standing-deputy', '2021-05-01', null],
    ],
    [],
  ],
  ['a command needs no head', 'command-centre', [['commander', '2021-05-01', null]], []],
  ['not yet', 'command-centre', [['commander', '2021-10-17', null]], ['no-commander']],
  ['no longer', 'command-centre', [['commander', '2021-05-01', '2021-10-15']], ['no-commander']],
  [
    'the last day still counts',
    'command-centre',
    [['commander', '2021-05-01', '2021-10-16']],
    ['ends-soon 2021-10-16'],
  ],
  ['in a fortnight', 'command-centre', [['commander', '2021-05-01', '2021-10-30']], ['ends-soon 2021-10-30']],
  ['later than a fortnight', 'command-centre', [['commander', '2021-05-01', '2021-10-31']], []],
  [
    'handed over from one day to the next',
    'command-centre',
    [
      ['commander', '2021-05-01', '2021-08-31'],
      ['commander', '2021-09-01', null],
    ],
    [],
  ],
  [
    'nobody in between',
    'command-centre',
    [
      ['commander', '2021-09-05', null],
      ['commander', '2021-05-01', '2021-08-31'],
    ],
    ['leader-gap 2021-09-01 2021-09-04'],
  ],
])('%s', (_, kind, rows, expected) => {
  const found = committeeFindings(kind, held(rows), '2021-10-16')
  expect(found.map((f) => [f.code, f.from, f.to].filter(Boolean).join(' '))).toEqual(expected)
})

test('an office is held from its first to its last day, both included', () => {
  const term = { fromDay: '2021-05-01', toDay: '2021-08-31' }
  expect(['2021-04-30', '2021-05-01', '2021-08-31', '2021-09-01'].map((day) => heldOn(term, day))).toEqual([
    false,
    true,
    true,
    false,
  ])
})
