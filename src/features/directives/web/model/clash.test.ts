import { expect, test } from 'vitest'

import type { EditAction } from './actions.ts'
import { differences, keepMine } from './clash.ts'
import { idOf, party, sampleDirective } from './sample.testing.ts'

const directive = sampleDirective()
const then = directive.tasks[0]!
const base = { tasks: [then], document: directive.document }
const by = (date: string) => ({ text: 'đến ngày', kind: 'by' as const, date, start: null })
const setLead: EditAction = {
  kind: 'edit-task',
  taskId: then.id,
  changes: { lead: [party('Sở Công Thương', 6)] },
}
const now = (content: object, more: object = {}) => ({
  ...then,
  version: 2,
  content: { ...then.content, ...content },
  ...more,
})
const fields = (action: EditAction, current: unknown) =>
  differences(action, base, current).map((d) => d.field)

test.each<[string, EditAction, unknown, string[]]>([
  ['they changed another field', setLead, now({ deadline: by('2021-10-01') }), []],
  ['they changed the same field', setLead, now({ lead: [party('Sở Xây dựng', 9)] }), ['lead']],
  ['they made the same change', setLead, now({ lead: [party('Sở Công Thương', 6)] }), []],
  ['they dropped it', setLead, now({}, { state: 'dropped' }), ['state']],
  [
    'I mark it as seen, they changed it',
    { kind: 'edit-task', taskId: then.id, changes: { reviewed: true } },
    now({ deadline: null }),
    [],
  ],
  [
    'I move its borders, they did too',
    { kind: 'edit-task', taskId: then.id, changes: { span: { start: 0, end: 9 } } },
    now({}, { span: { start: 0, end: 12 } }),
    ['span'],
  ],
  [
    'I drop what they changed',
    { kind: 'drop-task', taskId: then.id, reason: '' },
    now({ deadline: null }),
    ['deadline'],
  ],
  [
    'I drop what they only marked as seen',
    { kind: 'drop-task', taskId: then.id, reason: '' },
    now({}, { reviewed: true }),
    [],
  ],
  [
    'I split what they cut',
    { kind: 'split-task', taskId: then.id, at: 9, newIds: [idOf(1), idOf(2)] },
    now({}, { span: { start: 0, end: 12 } }),
    ['span'],
  ],
  ['nothing is known of it', setLead, undefined, ['state']],
])('%s', (_, action, current, expected) => {
  expect(fields(action, current)).toEqual(expected)
})

test('the document, field by field', () => {
  const action: EditAction = { kind: 'edit-document', changes: { number: '2-CT/TU', title: 'Mới' } }
  const theirs = { ...directive.document, number: '3-CT/TU', issuer: 'Khác' }
  expect(differences(action, base, theirs)).toEqual([
    { field: 'number', base: '14-CT/TU', mine: '2-CT/TU', theirs: '3-CT/TU' },
  ])
})

test('what the officer keeps of a disputed change', () => {
  const action: EditAction = {
    kind: 'edit-task',
    taskId: then.id,
    changes: { section: '9', deadline: null, reviewed: true },
  }
  expect(keepMine(action, ['deadline'], [])).toEqual({ ...action, changes: { section: '9', reviewed: true } })
  expect(keepMine(action, ['deadline'], ['deadline'])).toEqual(action)
  expect(keepMine(setLead, ['lead'], [])).toBeUndefined()
  expect(keepMine(setLead, ['state'], [])).toBeUndefined()
  const drop: EditAction = { kind: 'drop-task', taskId: then.id, reason: '' }
  expect([keepMine(drop, ['deadline'], []), keepMine(drop, ['deadline'], ['deadline'])]).toEqual([
    undefined,
    drop,
  ])
})
