import { expect, test } from 'vitest'

import { bodyOnVersion, comparedLines, linesOf, withFields } from './card-lines.ts'

const body = { id: 'a', unitId: 'vn-2021:25966', version: 3, name: 'Trạm 1', beds: 4, phone: null }
const stale = { code: 'subject.stale', status: 409, message: '', details: { expected: 3, actual: 5 } }

test('what a page did not describe is read from the body, without ids and versions', () => {
  expect(linesOf({ lines: [], body }).map(({ label, value }) => [label, value])).toEqual([
    ['name', 'Trạm 1'],
    ['beds', '4'],
  ])
  expect(linesOf({ lines: [], body: undefined })).toEqual([])
})

test('one level down: what stands inside is read, compared and changed there', () => {
  const nested = { version: 2, content: { readiness: 'ready', doctors: 3, place: { lat: 1 } } }
  expect(linesOf({ lines: [], body: nested }).map(({ field, value }) => [field, value])).toEqual([
    ['content.readiness', 'ready'],
    ['content.doctors', '3'],
  ])
  const problem = { ...stale, details: { current: { content: { readiness: 'resting', doctors: 3 } } } }
  expect(
    comparedLines({ lines: [], body: nested, problem }).map(({ theirs, differs }) => [theirs, differs]),
  ).toEqual([
    ['resting', true],
    ['3', false],
  ])
  expect(withFields(nested, { 'content.doctors': '5' })).toEqual({
    ...nested,
    content: { ...nested.content, doctors: 5 },
  })
})

test('both sides stand beside each other; what was not sent along is not invented', () => {
  const lines = [
    { label: 'Tên', value: 'Trạm 1', field: 'name' },
    { label: 'Giường', value: '4 giường', field: 'beds' },
    { label: 'Ghi chú', value: 'x' },
  ]
  const problem = { ...stale, details: { ...stale.details, current: { name: 'Trạm số 1', beds: 4 } } }
  expect(comparedLines({ lines, body, problem })).toEqual([
    { label: 'Tên', mine: 'Trạm 1', theirs: 'Trạm số 1', differs: true },
    { label: 'Giường', mine: '4 giường', theirs: '4 giường', differs: false },
    { label: 'Ghi chú', mine: 'x', theirs: undefined, differs: false },
  ])
})

test('sending again takes the version that stands there, and only where there is one', () => {
  expect(bodyOnVersion({ body, problem: stale })).toEqual({ ...body, version: 5 })
  expect(bodyOnVersion({ body: { name: 'x' }, problem: stale })).toBeUndefined()
  expect(bodyOnVersion({ body, problem: { ...stale, details: {} } })).toBeUndefined()
})

test('a changed field keeps its kind', () => {
  expect(withFields(body, { beds: '12', name: 'Trạm 2', phone: '' })).toEqual({
    ...body,
    beds: 12,
    name: 'Trạm 2',
    phone: null,
  })
})
