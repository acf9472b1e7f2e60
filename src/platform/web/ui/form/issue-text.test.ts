import { expect, test } from 'vitest'
import { z } from 'zod'

import type { FieldIssue } from '../../api/index.ts'
import { issueText } from './issue-text.ts'

function said(schema: z.ZodType, value: unknown, language: 'vi' | 'en' = 'vi'): string {
  const parsed = schema.safeParse(value)
  if (parsed.success) return expect.fail('it should be refused')
  return issueText(parsed.error.issues[0] as FieldIssue, value, language)
}

test.each([
  [z.string().min(8), '', 'Chưa nhập'],
  [z.string().min(8), 'ngắn', 'Cần ít nhất 8 ký tự'],
  [z.string().max(3), 'quá dài', 'Nhiều nhất 3 ký tự'],
  [z.number().min(1_000), 5, 'Phải từ 1.000 trở lên'],
  [z.number().max(91), 92, 'Không được quá 91'],
  [z.number(), 'năm', 'Phải là một số'],
  [z.int(), 1.5, 'Phải là số nguyên'],
  [z.array(z.string()).min(1), [], 'Chọn ít nhất 1'],
  [z.iso.date(), '15/9', 'Ngày chưa đúng, cần dạng ngày/tháng/năm'],
  [z.email(), 'x', 'Địa chỉ thư chưa đúng'],
  [z.enum(['a', 'b']), 'c', 'Chọn một trong các mục đã cho'],
  [z.string().regex(/^\d{3}$/), 'ab', 'Chưa đúng định dạng'],
  [z.string().refine(() => false, { message: 'Hạn trước ngày ban hành' }), 'x', 'Hạn trước ngày ban hành'],
  [z.string().refine(() => false), 'x', 'Chưa hợp lệ'],
])('case %#', (schema, value, text) => {
  expect(said(schema, value)).toBe(text)
})

test('says the same in English', () => {
  expect(said(z.number().min(1_000), 5, 'en')).toBe('Must be 1,000 or more')
})
