import { expect, test } from 'vitest'

import { blocksOf, indexAt, sheetsOf } from './blocks.ts'

const long = 'Nội dung của một đoạn văn đủ dài để không phải là dòng tiêu đề, '.repeat(4).trim()

test('title lines, paragraphs, headings and pages keep their offsets', () => {
  const text = `\n\nCHỈ THỊ\nvề việc thử\n\n${long}\n\nPHẦN HAI\nmột dòng\fdòng sau trang\n`
  const blocks = blocksOf(text)
  expect(blocks.map((b) => [b.kind, b.gap, text.slice(b.start, b.end)])).toEqual([
    ['front', 'none', 'CHỈ THỊ'],
    ['front', 'line', 'về việc thử'],
    ['text', 'paragraph', long],
    ['heading', 'paragraph', 'PHẦN HAI'],
    ['text', 'line', 'một dòng'],
    ['text', 'page', 'dòng sau trang'],
  ])
})

test('a text without a full paragraph has no title lines', () => {
  expect(blocksOf('một\nhai').map((b) => b.kind)).toEqual(['text', 'text'])
})

test('an empty text has no blocks and no sheets', () => {
  expect(blocksOf(' \n\n ')).toEqual([])
  expect(sheetsOf([])).toEqual([])
})

test('lines broken at a width are one paragraph, a list item starts another', () => {
  const lines = [
    'Các địa phương khẩn trương rà soát toàn bộ khu vực có nguy',
    'cơ, bố trí đủ lực lượng trực tại các chốt kiểm soát và các',
    'khu cách ly tập trung, báo cáo kết quả hằng ngày về Văn',
    'phòng để tổng hợp, trình cấp có thẩm quyền xem xét và cho',
    'ý kiến chỉ đạo tiếp theo trong thời gian sớm nhất có thể.',
    '- Sở Y tế chuẩn bị thuốc, vật tư và trang thiết bị cần thiết',
    'cho các cơ sở thu dung trên địa bàn.',
  ]
  const text = lines.join('\n')
  const blocks = blocksOf(text)
  expect(blocks.map((b) => text.slice(b.start, b.start + 8))).toEqual(['Các địa ', '- Sở Y t'])
  expect(blocks[0]!.end).toBe(text.indexOf('\n- Sở'))
})

test('a line without an end is cut at spaces and nothing of it is lost', () => {
  const text = 'từ '.repeat(5_000).trim()
  const blocks = blocksOf(text)
  expect(blocks.length).toBe(4)
  expect(blocks.map((b) => text.slice(b.start, b.end)).join('')).toBe(text)
  expect(blocks.slice(1).every((b) => b.gap === 'none')).toBe(true)
  const unbroken = 'x'.repeat(9_000)
  expect(blocksOf(unbroken).map((b) => b.end - b.start)).toEqual([4_000, 4_000, 1_000])
})

test('sheets cover every block once, in order', () => {
  const blocks = blocksOf(Array.from({ length: 400 }, (_, i) => `${i}. ${long}`).join('\n'))
  const sheets = sheetsOf(blocks)
  expect(sheets.length).toBeGreaterThan(10)
  expect(sheets.flatMap((s) => s.blocks)).toEqual(blocks)
  expect(sheets.every((s) => s.end - s.start < 9_000)).toBe(true)
})

test.each([
  [0, 0],
  [9, 0],
  [10, 1],
  [15, 1],
  [29, 2],
  [30, 3],
])('offset %i lies in item %i', (offset, index) => {
  expect(indexAt([{ end: 10 }, { end: 20 }, { end: 30 }], offset)).toBe(index)
})
