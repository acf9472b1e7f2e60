import { expect, test } from 'vitest'

import type { Deadline, Target } from '../../domain/index.ts'
import { sayDeadline, sayTarget, subjectOf } from './say-field.ts'

const target = (given: Partial<Target>): Target => ({
  text: 'nguyên văn',
  quantity: null,
  unit: null,
  scope: null,
  comparator: null,
  coverage: null,
  ...given,
})

test.each([
  [{ quantity: 1, unit: 'trạm', scope: 'xã', comparator: '>=', coverage: 1 }, '≥ 1 trạm · tất cả xã'],
  [
    { quantity: 5, unit: 'doanh nghiệp', scope: 'mỗi huyện', comparator: '>=', coverage: 1 },
    '≥ 5 doanh nghiệp · mỗi huyện',
  ],
  [{ quantity: 500, unit: 'đoàn viên', comparator: '~' }, '≈ 500 đoàn viên'],
  [{ quantity: 24, unit: 'giờ/ngày', comparator: '=' }, '24 giờ/ngày'],
  [{ coverage: 0.9, scope: 'người dân' }, '90 % người dân'],
  [{ unit: 'mã QR', scope: 'tổ chức' }, 'nguyên văn'],
  [{}, 'nguyên văn'],
])('%o reads “%s”', (given, said) => {
  expect(sayTarget(target(given), String, 'tất cả')).toBe(said)
})

const kinds = { by: 'Chậm nhất', from: 'Từ', between: 'Khoảng', immediately: 'Làm ngay', periodic: 'Định kỳ' }
const say = { kinds, from: (day: string) => `từ ${day}`, between: (a: string, b: string) => `${a} – ${b}` }

test.each<[Partial<Deadline>, string]>([
  [{ kind: 'by', date: '2021-09-30' }, 'd2021-09-30'],
  [{ kind: 'by', date: null }, 'nguyên văn'],
  [{ kind: 'by', date: null, text: '' }, 'Chậm nhất'],
  [{ kind: 'from', start: '2021-03-18' }, 'từ d2021-03-18'],
  [{ kind: 'between', start: '2021-03-18', date: '2021-03-31' }, 'd2021-03-18 – d2021-03-31'],
  [{ kind: 'immediately' }, 'Làm ngay'],
  [{ kind: 'periodic', text: 'hằng tuần' }, 'Định kỳ: hằng tuần'],
  [{ kind: 'periodic', text: '' }, 'Định kỳ'],
  [{ kind: 'periodic', text: 'định kỳ hằng tháng' }, 'định kỳ hằng tháng'],
])('%o reads “%s”', (given, said) => {
  const deadline: Deadline = { text: 'nguyên văn', kind: 'by', date: null, start: null, ...given }
  expect(sayDeadline(deadline, (day) => `d${day}`, say)).toBe(said)
})

test.each([
  ['CHỈ THỊ CỦA BAN THƯỜNG VỤ về việc thử', 'Chỉ thị', 'Về việc thử'],
  ['CHỈ THỊ Về việc thử và báo cáo về tỉnh', 'Chỉ thị', 'Về việc thử và báo cáo về tỉnh'],
  ['Chỉ thị về việc thử', 'Chỉ thị', 'Về việc thử'],
  ['Về việc thử', 'Chỉ thị', 'Về việc thử'],
  ['Về việc thử', null, 'Về việc thử'],
  [null, 'Chỉ thị', ''],
])('“%s” of kind “%s” is about “%s”', (title, kind, subject) => {
  expect(subjectOf(title, kind)).toBe(subject)
})
