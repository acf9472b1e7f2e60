// Whole texts: structure, inheritance, lines of attributes, and what is thrown at a reader that is no directive.
import { expect, test } from 'vitest'

import { looksLikeDirective, readDirective } from './index.ts'

const plan = `ỦY BAN NHÂN DÂN
TỈNH BÌNH DƯƠNG
Số: 88/KH-UBND
Bình Dương, ngày 01 tháng 9 năm 2021

KẾ HOẠCH
Phòng, chống dịch trong khu công nghiệp

I. MỤC ĐÍCH
1. Nâng cao nhận thức của người lao động.
II. NHIỆM VỤ
1. Xây dựng phương án phòng, chống dịch tại khu công nghiệp.
- Cơ quan chủ trì: Sở Y tế.
- Cơ quan phối hợp: Ban Quản lý các khu công nghiệp, Công an tỉnh.
- Thời gian hoàn thành: trước ngày 30/9/2021.
2. Rà soát các văn bản đã ban hành
Đơn vị chủ trì: Sở Tư pháp. Thời gian thực hiện: Quý IV/2021.
3. Lễ phát động
- Đơn vị chủ trì: Sở Văn hóa, Thể thao và Du lịch.
- Thời gian: ngày 10/10/2021.
III. TỔ CHỨC THỰC HIỆN
1. Sở Công Thương
a) Lập danh sách doanh nghiệp;
b) Chủ trì, phối hợp với Sở Y tế kiểm tra, báo cáo Ủy ban nhân dân tỉnh trước ngày 15/9/2021.
2. Ủy ban nhân dân các huyện, thị xã, thành phố: bố trí 02 tổ lấy mẫu tại mỗi xã.

Nơi nhận:                                TM. ỦY BAN NHÂN DÂN
- Bộ Y tế;                               KT. CHỦ TỊCH
- Các sở, ban, ngành;                    PHÓ CHỦ TỊCH
- Lưu: VT.
                                         Trần Văn An
`

test('a plan: silent sections, lines of attributes, leads from headings', () => {
  const { document, tasks, sections } = readDirective(plan)
  expect(document).toMatchObject({
    kind: 'ke-hoach',
    number: '88/KH-UBND',
    date: '2021-09-01',
    issuerLevel: 'province',
    province: 'Bình Dương',
    recipients: ['Bộ Y tế', 'Các sở, ban, ngành', 'Lưu: VT'],
    signer: { name: 'Trần Văn An', title: 'PHÓ CHỦ TỊCH', onBehalf: 'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH' },
  })
  expect(tasks.map((t) => [t.section, t.leadCanonical.join(' | '), t.deadline?.date ?? null])).toEqual([
    ['II.1', 'Sở Y tế', '2021-09-30'],
    ['II.2', 'Sở Tư pháp', '2021-12-31'],
    ['III.1', 'Sở Công Thương', null],
    ['III.1', 'Sở Công Thương', '2021-09-15'],
    ['III.2', 'Ủy ban nhân dân các huyện, thị xã, thành phố', null],
  ])
  expect(tasks[0]?.coordinate).toEqual(['Ban Quản lý các khu công nghiệp', 'Công an tỉnh'])
  expect(tasks[3]).toMatchObject({ coordinate: ['Sở Y tế'], reportTo: ['Ủy ban nhân dân tỉnh'] })
  expect(sections.map((s) => s.id)).toEqual([
    'I',
    'I.1',
    'II',
    'II.1',
    'II.2',
    'II.3',
    'III',
    'III.1',
    'III.2',
  ])
})

const appendix = `
PHỤ LỤC
STT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành
I | NHÓM NHIỆM VỤ Y TẾ |  |  |
1 | Lập danh sách tiêm cho công nhân | Sở Y tế | Công an tỉnh, Báo Bình Dương | Trước ngày 20/9/2021
2 | Rà soát người lao động | Sở Tư pháp |  | Tháng 10/2021

STT | Địa phương | Số ca | Số giường
1 | Xã An Bình | 20 | 500
`

test('a table of work behind the signature: every row a task; a table of figures none', () => {
  const { text, tasks, evidence } = readDirective(plan + appendix)
  const before = readDirective(plan).tasks.length
  const rows = tasks.slice(before)
  expect(rows.map((t) => [t.quote, t.leadCanonical, t.coordinate, t.deadline?.date])).toEqual([
    [
      'Lập danh sách tiêm cho công nhân | Sở Y tế',
      ['Sở Y tế'],
      ['Công an tỉnh', 'Báo Bình Dương'],
      '2021-09-20',
    ],
    ['Rà soát người lao động | Sở Tư pháp', ['Sở Tư pháp'], [], '2021-10-31'],
  ])
  const day = evidence[`/tasks/${before}/deadline`]
  expect(text.slice(day?.start, day?.end)).toBe('Trước ngày 20/9/2021')
})

test('an inherited lead is shown where the name stands, and is less sure than a named one', () => {
  const { text, tasks, evidence } = readDirective(plan)
  const i = tasks.findIndex((t) => t.section === 'III.1')
  const told = evidence[`/tasks/${i}/leadCanonical/0`]
  expect(text.slice(told?.start, told?.end)).toBe('Sở Công Thương')
  const named = evidence[`/tasks/${tasks.length - 1}/leadCanonical/0`]
  expect(told?.confidence).toBeLessThan(named?.confidence ?? 0)
})

test('the same text always reads the same', () => {
  expect(readDirective(plan)).toEqual(readDirective(plan))
})

const noise = [
  '',
  ' \n\t\r\n\u00a0\ufeff',
  '.;:!?()“”[]…',
  '1.\n2.\na)\n-\n+',
  'Giao',
  'Giao Sở',
  '(((((((((('.repeat(50),
  'a\u0300\u0301'.repeat(200),
  '\ud83d\ude00 \ud800 \u0000',
  '12/12/2021 '.repeat(300),
  'I. '.repeat(500),
]

test.each(noise)('noise %# is read without an error and gives no task with a lead', (text) => {
  const reading = readDirective(text)
  expect(reading.tasks.filter((t) => t.lead.length > 0)).toEqual([])
  expect(looksLikeDirective(reading).ok).toBe(false)
  expect(looksLikeDirective(reading).why).not.toBe('')
})

test('any piece of a directive can be read, and its evidence stays inside it', () => {
  for (let cut = 0; cut < plan.length; cut += 37) {
    const { text, evidence } = readDirective(plan.slice(cut, cut + 400))
    for (const [pointer, found] of Object.entries(evidence)) {
      expect(found.start, pointer).toBeGreaterThanOrEqual(0)
      expect(found.end, pointer).toBeLessThanOrEqual(text.length)
      expect(found.start, pointer).toBeLessThanOrEqual(found.end)
    }
  }
})
