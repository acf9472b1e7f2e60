import { expect, test } from 'vitest'

import { problemText } from './problem-text.ts'
import { ApiProblem } from './problem.ts'

test.each([
  ['network.not-reached', 0, 'Không kết nối được máy chủ'],
  ['action.forbidden', 403, 'không có quyền'],
  ['subject.not-found', 404, 'Không tìm thấy'],
  ['subject.stale', 409, 'Người khác vừa sửa'],
  ['internal', 500, 'Máy chủ gặp lỗi'],
])('%s is said in Vietnamese', (code, status, part) => {
  expect(problemText(new ApiProblem(code, status, 'English'), 'vi')).toContain(part)
  expect(problemText(new ApiProblem(code, status, 'English'), 'en')).not.toContain(part)
})

test('a code of a single feature keeps the sentence of its server', () => {
  expect(problemText(new ApiProblem('directive.already-issued', 409, 'Chỉ đạo đã ban hành.'), 'vi')).toBe(
    'Chỉ đạo đã ban hành.',
  )
})

test('a failure of the server does not show its inner words, and a fault of the page is said as one', () => {
  expect(problemText(new ApiProblem('db.deadlock', 503, 'deadlock detected'), 'vi')).toContain(
    'Máy chủ gặp lỗi',
  )
  expect(problemText(new TypeError('x is undefined'), 'vi')).toBe('Trang gặp lỗi ngoài dự kiến.')
})
