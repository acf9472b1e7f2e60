import { expect, test } from 'vitest'

import type { FollowPart, TaskExtension, TaskFollow, TaskReport } from '../../domain/index.ts'
import { nextStep } from './next-step.ts'
import { idOf } from './sample.testing.ts'

const [health, police, office] = [idOf(1), idOf(2), idOf(3)]

const part = (given: Partial<FollowPart> = {}): FollowPart => ({
  bodyId: health,
  bodyName: 'Sở Y tế',
  unitName: 'Tỉnh Bình Dương',
  part: 'lead',
  state: 'open',
  followState: 'not-yet-due',
  daysLate: 0,
  originalDueOn: '2021-09-30',
  dueOn: '2021-09-30',
  doneOn: null,
  percent: null,
  reportedAt: null,
  version: 1,
  ...given,
})

const report = (given: Partial<TaskReport> = {}): TaskReport => ({
  id: idOf(50),
  taskId: idOf(9),
  bodyId: health,
  bodyName: 'Sở Y tế',
  part: 'lead',
  text: 'Đã lập 74 trạm',
  percent: 80,
  figure: null,
  figureUnit: null,
  doneOn: null,
  state: 'submitted',
  version: 1,
  by: 'Lê Minh Tâm',
  at: '2021-09-20T02:00:00Z',
  decidedBy: null,
  decidedAt: null,
  reason: null,
  evidence: [],
  ...given,
})

const extension: TaskExtension = {
  id: idOf(60),
  taskId: idOf(9),
  bodyId: health,
  bodyName: 'Sở Y tế',
  dueBefore: '2021-09-30',
  dueAsked: '2021-10-10',
  dueGranted: null,
  reason: 'Thiếu nhân lực',
  state: 'asked',
  version: 1,
  askedBy: 'Lê Minh Tâm',
  askedAt: '2021-09-20T02:00:00Z',
  decidedBy: null,
  decidedAt: null,
  decisionReason: null,
}

const follow = (given: Partial<TaskFollow> & { decide?: boolean } = {}): TaskFollow => ({
  taskId: idOf(9),
  directiveId: idOf(8),
  today: '2021-09-20',
  quote: 'Lập trạm y tế lưu động',
  state: 'not-yet-due',
  ended: null,
  issuer: { id: office, name: 'Văn phòng Tỉnh ủy', unitName: 'Tỉnh Bình Dương' },
  may: {
    report: true,
    confirm: false,
    extend: true,
    assign: true,
    decide: given.decide ?? false,
    remind: false,
    bind: false,
    withdraw: false,
  },
  parts: [part(), part({ bodyId: police, bodyName: 'Công an tỉnh', part: 'coordinate' })],
  reports: [],
  extensions: [],
  targets: [],
  parent: null,
  assignments: [],
  proposesDone: false,
  supersededBy: [],
  ...given,
})

const returned = [
  report({ id: idOf(51), state: 'returned', reason: 'cũ', at: '2021-09-18T02:00:00Z' }),
  report({ id: idOf(52), state: 'returned', reason: 'Thiếu danh sách', at: '2021-09-19T02:00:00Z' }),
]

test.each([
  ['open', follow(), health, { kind: 'lead', dueOn: '2021-09-30', daysLate: 0 }],
  [
    'late',
    follow({ parts: [part({ daysLate: 4 })] }),
    health,
    { kind: 'lead', daysLate: 4, dueOn: '2021-09-30' },
  ],
  ['reported', follow({ parts: [part({ state: 'reported' })] }), health, { kind: 'reported' }],
  [
    'returned: the last reason counts',
    follow({ parts: [part({ state: 'returned' })], reports: returned }),
    health,
    { kind: 'returned', reason: 'Thiếu danh sách' },
  ],
  ['accepted', follow({ parts: [part({ state: 'accepted' })] }), health, { kind: 'accepted' }],
  ['all below done', follow({ proposesDone: true }), health, { kind: 'proposes-done' }],
  [
    'more time asked',
    follow({ extensions: [extension] }),
    health,
    { kind: 'asked-more', until: '2021-10-10' },
  ],
  ['coordinating', follow(), police, { kind: 'coordinate' }],
  [
    'coordinating, confirmed',
    follow({ reports: [report({ bodyId: police, part: 'coordinate', state: 'confirmed' })] }),
    police,
    { kind: 'confirmed' },
  ],
  ['the office, nothing to decide', follow({ decide: true }), office, { kind: 'follow', open: 1, late: 0 }],
  [
    'the office, all done',
    follow({ decide: true, parts: [part({ state: 'accepted', followState: 'done-on-time' })] }),
    office,
    { kind: 'accepted' },
  ],
  [
    'the office, a report',
    follow({ decide: true, reports: [report()] }),
    office,
    { kind: 'decide', reports: 1 },
  ],
  [
    'the office, a request',
    follow({ decide: true, extensions: [extension] }),
    office,
    { kind: 'decide-extensions', requests: 1 },
  ],
  ['somebody else, a report that is not theirs', follow({ reports: [report()] }), idOf(4), { kind: 'watch' }],
  ['superseded', follow({ ended: 'superseded', decide: true }), office, { kind: 'ended', how: 'superseded' }],
])('%s', (_, given, bodyId, expected) => {
  expect(nextStep(given, bodyId)).toEqual(expected)
})
