import { expect, test } from 'vitest'

import { joinTasks, readTaskAt, splitTask } from './index.ts'

const text = `2. Sở Y tế tổ chức lấy mẫu tại các khu công nghiệp, hoàn thành
trước ngày 20/9/2021; phối hợp với Công an tỉnh lập danh sách.

3. Đề nghị Liên đoàn Lao động tỉnh vận động công nhân.`
const context = { id: '2.1', section: '2', issued: '2021-09-01', year: 2021, inherited: null }

test('a passage that an officer chose is read as one task', () => {
  const end = text.indexOf('\n\n')
  const { task, evidence } = readTaskAt(text, 0, end, context)
  expect(task.quote).toBe(
    'Sở Y tế tổ chức lấy mẫu tại các khu công nghiệp, hoàn thành trước ngày 20/9/2021; phối hợp với Công an tỉnh lập danh sách',
  )
  expect(task).toMatchObject({ id: '2.1', section: '2', lead: ['Sở Y tế'], coordinate: ['Công an tỉnh'] })
  expect(task.deadline?.date).toBe('2021-09-20')
  const lead = evidence['/lead/0']
  expect(text.slice(lead?.start, lead?.end)).toBe('Sở Y tế')
  const day = evidence['/deadline']
  expect(text.slice(day?.start, day?.end).replace('\n', ' ')).toBe(task.deadline?.text)
})

test('the second part of a split inherits the lead of the first', () => {
  const at = text.indexOf('phối hợp')
  const span = { start: 0, end: text.indexOf('\n\n') }
  const [first, second] = splitTask(text, span, at, context, '2.2')
  expect(first.task).toMatchObject({ id: '2.1', lead: ['Sở Y tế'], coordinate: [] })
  expect(first.task.deadline?.date).toBe('2021-09-20')
  expect(second.task).toMatchObject({
    id: '2.2',
    lead: [],
    leadInherited: true,
    coordinate: ['Công an tỉnh'],
  })
  expect(second.task.leadCanonical).toEqual(['Sở Y tế'])
  expect(second.task.deadline).toBeNull()
  const told = second.evidence['/leadCanonical/0']
  expect(text.slice(told?.start, told?.end)).toBe('Sở Y tế')
})

test('parts are joined to what they were', () => {
  const end = text.indexOf('\n\n')
  const at = text.indexOf('phối hợp')
  const whole = readTaskAt(text, 0, end, context).task
  const joined = joinTasks(
    text,
    [
      { start: at, end },
      { start: 0, end: at },
    ],
    context,
  ).task
  expect(joined).toEqual(whole)
})

test('an empty choice is an empty task, not an error', () => {
  const { task } = readTaskAt(text, 3, 3, context)
  expect(task).toMatchObject({ quote: '', lead: [], leadCanonical: [], deadline: null, targets: [] })
  expect(readTaskAt('', 0, 0, context).task.quote).toBe('')
})
