import { expect, test } from 'vitest'

import { applyAction } from './actions.ts'
import { droppedTasks, liveTasks } from './fields.ts'
import { idOf, party, sampleDirective, sampleText } from './sample.testing.ts'

const directive = sampleDirective()
const taskOf = (d: typeof directive, n: number) => d.tasks.find((t) => t.id === idOf(n))!
const quotes = (d: typeof directive) => liveTasks(d.tasks).map((t) => t.quote)

test('a corrected lead loses its words, the rest keeps them', () => {
  const changes = { lead: [party('Ban Quản lý các khu công nghiệp', 5)] }
  const next = taskOf(applyAction(directive, { kind: 'edit-task', taskId: idOf(1), changes }), 1)
  expect(next.content.lead[0]!.name).toBe('Ban Quản lý các khu công nghiệp')
  expect(Object.keys(next.evidence)).toEqual(['deadline'])
})

test('a lead put in front moves the words of the one behind it', () => {
  const lead = [party('Sở Công Thương', 6), ...taskOf(directive, 1).content.lead]
  const next = taskOf(applyAction(directive, { kind: 'edit-task', taskId: idOf(1), changes: { lead } }), 1)
  expect(next.evidence['lead/1']).toEqual(taskOf(directive, 1).evidence['lead/0'])
  expect(next.evidence['lead/0']).toBeUndefined()
})

test('an inherited lead that is corrected is inherited no more; a field left out changes nothing', () => {
  const inherited = { ...directive, tasks: directive.tasks.map((t) => ({ ...t, leadInherited: true })) }
  const edit = (changes: object) =>
    taskOf(applyAction(inherited, { kind: 'edit-task', taskId: idOf(2), changes }), 2)
  expect(edit({ lead: [party('Bộ Chỉ huy Quân sự', 8)] }).leadInherited).toBe(false)
  expect(edit({ deadline: undefined, reviewed: true })).toEqual({ ...taskOf(inherited, 2), reviewed: true })
})

test('new borders bring a new quote', () => {
  const span = { start: sampleText.indexOf('Công an'), end: sampleText.indexOf(' canh gác') }
  const next = taskOf(applyAction(directive, { kind: 'edit-task', taskId: idOf(2), changes: { span } }), 2)
  expect([next.span, next.quote]).toEqual([span, 'Công an tỉnh'])
})

test('split: each half keeps the fields whose words lie in it', () => {
  const at = sampleText.indexOf('toàn bộ')
  const next = applyAction(directive, {
    kind: 'split-task',
    taskId: idOf(1),
    at,
    newIds: [idOf(21), idOf(22)],
  })
  expect(quotes(next).slice(0, 3)).toEqual([
    'Sở Y tế xét nghiệm',
    'toàn bộ công nhân trước ngày 30/9/2021',
    'Công an tỉnh canh gác các chốt',
  ])
  const [first, second] = [taskOf(next, 21), taskOf(next, 22)]
  expect([first.content.deadline, first.leadInherited]).toEqual([null, false])
  expect([second.content.deadline?.date, second.leadInherited]).toEqual(['2021-09-30', true])
  expect(second.content.lead).toEqual(taskOf(directive, 1).content.lead)
  expect(taskOf(next, 1).state).toBe('replaced')
})

test('join: one sentence from the first word to the last, bodies once', () => {
  const next = applyAction(directive, { kind: 'join-tasks', taskIds: [idOf(2), idOf(1)], newId: idOf(31) })
  const joined = taskOf(next, 31)
  expect(joined.quote).toBe(sampleText.slice(0, sampleText.indexOf('.\n')))
  expect(joined.content.lead.map((p) => p.name)).toEqual(['Sở Y tế', 'Công an tỉnh'])
  expect(joined.content.deadline?.date).toBe('2021-09-30')
  expect(quotes(next)).toHaveLength(2)
})

test('a dropped task leaves the register, stays below it and comes back', () => {
  const dropped = applyAction(directive, { kind: 'drop-task', taskId: idOf(2), reason: '' })
  expect(quotes(dropped)).toHaveLength(2)
  expect(droppedTasks(dropped.tasks).map((t) => t.id)).toEqual([idOf(2)])
  expect(applyAction(dropped, { kind: 'restore-task', taskId: idOf(2) })).toEqual(directive)
})

test('an added task stands where its words stand', () => {
  const span = { start: sampleText.indexOf('toàn bộ'), end: sampleText.indexOf(' trước') }
  const next = applyAction(directive, { kind: 'add-task', id: idOf(41), span })
  expect(quotes(next).map((q) => q.slice(0, 7))).toEqual(['Sở Y tế', 'toàn bộ', 'Công an', 'Ủy ban '])
  expect(taskOf(next, 41)).toMatchObject({
    origin: 'added',
    quote: 'toàn bộ công nhân',
    content: { section: '1' },
  })
})

test('undo puts back what stood before and takes away what was made', () => {
  const at = sampleText.indexOf('toàn bộ')
  const newIds: [string, string] = [idOf(21), idOf(22)]
  const split = applyAction(directive, { kind: 'split-task', taskId: idOf(1), at, newIds })
  const back = applyAction(split, {
    kind: 'undo',
    editId: idOf(99),
    tasks: [taskOf(directive, 1)],
    made: newIds,
    document: null,
  })
  expect(back).toEqual(directive)
})

test('the document itself', () => {
  const next = applyAction(directive, { kind: 'edit-document', changes: { number: '15-CT/TU' } })
  expect(next.document).toEqual({ ...directive.document, number: '15-CT/TU' })
})
