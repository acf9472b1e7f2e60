import { expect, test } from 'vitest'

import { blocksOf } from './blocks.ts'
import { fieldAt, layMarks, marksOf, noMarks } from './marks.ts'

const text = 'Mở đầu.\nGiao Sở Y tế hoàn thành trước ngày 30/9/2021 việc xét\nnghiệm. Công an tỉnh phối hợp.'
const blocks = blocksOf(text)
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const evidence = (words: string, confidence = 0.9) => ({ ...at(words), confidence, rule: 'r' })

const open = { state: 'proposed' as const, reviewed: false }
const a = {
  ...open,
  id: 'a',
  span: at('Giao Sở Y tế hoàn thành trước ngày 30/9/2021 việc xét\nnghiệm'),
  evidence: {
    quote: evidence('Giao Sở Y tế'),
    'lead/0': evidence('Sở Y tế'),
    deadline: evidence('trước ngày 30/9/2021', 0.4),
  },
}
const b = {
  ...open,
  id: 'b',
  span: at('Công an tỉnh phối hợp'),
  evidence: { 'lead/0': evidence('Công an tỉnh') },
}

function drawn(block: number, laid = layMarks(blocks, marksOf([a, b], {}))) {
  return (laid.get(block) ?? noMarks).runs.map((run) => [
    text.slice(run.start, run.end),
    run.tasks.join(),
    run.fields.map((f) => `${f.taskId}:${f.field}${f.low ? '?' : ''}`).join(),
  ])
}

test('a block without marks is left as it is', () => {
  expect(drawn(0)).toEqual([])
})

test('runs cover the block without a gap and name what lies over them', () => {
  expect(drawn(1)).toEqual([
    ['Giao ', 'a', ''],
    ['Sở Y tế', 'a', 'a:lead/0'],
    [' hoàn thành ', 'a', ''],
    ['trước ngày 30/9/2021', 'a', 'a:deadline?'],
    [' việc xét', 'a', ''],
  ])
})

test('a sentence that goes over a line end goes on in the next block, and begins only once', () => {
  const laid = layMarks(blocks, marksOf([a, b], {}))
  expect(drawn(2, laid)).toEqual([
    ['nghiệm', 'a', ''],
    ['. ', '', ''],
    ['Công an tỉnh', 'b', 'b:lead/0'],
    [' phối hợp', 'b', ''],
    ['.', '', ''],
  ])
  expect([...laid.values()].flatMap((block) => block.runs.flatMap((run) => run.begins))).toEqual(['a', 'b'])
})

test('an edit of one task leaves the drawing of other blocks untouched', () => {
  const first = layMarks(blocks, marksOf([a, b], {}))
  const second = layMarks(
    blocks,
    marksOf([{ ...a, evidence: { 'lead/0': a.evidence['lead/0'] } }, b], {}),
    first,
  )
  expect(second.get(1)).not.toBe(first.get(1))
  expect(second.get(2)).toBe(first.get(2))
})

test('overlapping tasks and a field of the document are all named', () => {
  const c = { ...open, id: 'c', span: at('Sở Y tế hoàn thành'), evidence: {} }
  const laid = layMarks(blocks, marksOf([a, c], { issuer: evidence('Mở đầu'), 'references/0': evidence('') }))
  expect(drawn(0, laid)[0]).toEqual(['Mở đầu', '', 'document:issuer'])
  expect(drawn(1, laid)[1]).toEqual(['Sở Y tế', 'a,c', 'a:lead/0'])
})

test('the field meant is the one of the task in hand', () => {
  const fields = [
    { taskId: 'a', field: 'lead/0', low: false },
    { taskId: 'b', field: 'lead/0', low: false },
  ]
  expect(fieldAt({ fields }, 'b')?.taskId).toBe('b')
  expect(fieldAt({ fields }, 'z')?.taskId).toBe('a')
  expect(fieldAt({ fields: [] }, 'a')).toBeUndefined()
})

test('what was looked at, or issued, is no longer marked as unsure', () => {
  const low = (more: object) =>
    marksOf([{ ...a, ...more }], { issuer: evidence('Mở đầu', 0.3) }).map((mark) => mark.field?.low ?? false)
  expect(low({})).toEqual([false, false, true, true])
  expect(low({ reviewed: true })).toEqual([false, false, false, true])
  expect(low({ state: 'issued' })).toEqual([false, false, false, false])
})
