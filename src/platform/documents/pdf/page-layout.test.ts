import { expect, test } from 'vitest'

import { layoutPage } from './page-layout.ts'
import type { Piece } from './rows.ts'
import { joinPages } from './running-heads.ts'

/** A line of type 13 on a page 595 wide with margins 85 and 552, letters 6 wide. */
const at = (left: number, baseline: number, text: string, size = 13): Piece => ({
  text,
  left,
  right: left + text.length * size * 0.46,
  baseline,
  size,
})
const centredAt = (middle: number, baseline: number, text: string) =>
  at(middle - text.length * 3, baseline, text)
const fullLine = (baseline: number, left = 85) =>
  at(left, baseline, 'chữ '.repeat(Math.floor((552 - left) / 24)).trim())
const words = (line: Piece) => line.text

test('an indented line begins a paragraph, also when the line above was full', () => {
  const [a, b, c] = [fullLine(100, 113), fullLine(118), fullLine(136, 113)]
  expect(layoutPage([a, b, c])).toBe(`${words(a)} ${words(b)}\n\n${words(c)}`)
})

test('a line that ended before it had to ends its paragraph, also without indent', () => {
  const [a, b] = [fullLine(100), fullLine(136)]
  expect(layoutPage([a, at(85, 118, 'hết câu.'), b])).toBe(`${words(a)} hết câu.\n\n${words(b)}`)
})

test('document numbers broken at a stroke or a hyphen are closed', () => {
  const line = `${'chữ '.repeat(17)}số 16/`
  const pieces = [
    at(85, 100, line),
    at(85, 118, `${'CT-TTg '.repeat(8)}và ${'chữ '.repeat(3)}số 27-`),
    at(85, 136, 'CT/TU.'),
  ]
  const text = layoutPage(pieces)
  expect(text).toContain('số 16/CT-TTg ')
  expect(text).toContain('số 27-CT/TU.')
})

test('heads of different size that do not share a base line are two columns', () => {
  const head = [
    centredAt(170, 60, 'ỦY BAN NHÂN DÂN'),
    centredAt(400, 66, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
    centredAt(170, 76, 'TỈNH ĐỒNG SEN'),
    centredAt(400, 83, 'Độc lập - Tự do - Hạnh phúc'),
    centredAt(170, 104, 'Số: 12/CT-UBND'),
    centredAt(400, 104, 'Đồng Sen, ngày 05 tháng 9 năm 2021'),
    centredAt(318, 140, 'CHỈ THỊ'),
  ]
  expect(
    layoutPage([...head, fullLine(180), fullLine(198)])
      .split(/\n+/)
      .slice(0, 7),
  ).toEqual([
    'ỦY BAN NHÂN DÂN',
    'TỈNH ĐỒNG SEN',
    'Số: 12/CT-UBND',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Đồng Sen, ngày 05 tháng 9 năm 2021',
    'CHỈ THỊ',
  ])
})

test('a loosely justified line is not two columns', () => {
  const loose = [
    at(85, 118, 'Ủy ban nhân dân'),
    at(193, 118, 'tỉnh Đồng Sen'),
    at(289, 118, 'yêu cầu các'),
    at(374, 118, 'sở thực hiện'),
    at(464, 118, 'ngay việc này'),
  ]
  const [a, b] = [fullLine(100), fullLine(136)]
  expect(layoutPage([a, ...loose, b])).toBe(
    `${words(a)} Ủy ban nhân dân tỉnh Đồng Sen yêu cầu các sở thực hiện ngay việc này ${words(b)}`,
  )
})

test('recipients go on below the name of the signer, and long ones over two lines', () => {
  const pieces = [
    at(85, 100, 'Nơi nhận:', 11),
    centredAt(430, 100, 'KT. CHỦ TỊCH'),
    at(85, 114, '- Các Sở: Tài chính, Xây dựng, Nội', 11),
    centredAt(430, 116, 'PHÓ CHỦ TỊCH'),
    at(85, 128, 'vụ, Tư pháp;', 11),
    at(85, 142, '- Công an tỉnh;', 11),
    at(85, 156, '- Thanh tra tỉnh;', 11),
    centredAt(430, 170, 'Trần Văn Sen'),
    at(85, 170, '- Cổng thông tin;', 11),
    at(85, 184, '- Lưu: VT.', 11),
  ]
  expect(layoutPage(pieces).split(/\n+/)).toEqual([
    'Nơi nhận:',
    '- Các Sở: Tài chính, Xây dựng, Nội vụ, Tư pháp;',
    '- Công an tỉnh;',
    '- Thanh tra tỉnh;',
    '- Cổng thông tin;',
    '- Lưu: VT.',
    'KT. CHỦ TỊCH',
    'PHÓ CHỦ TỊCH',
    'Trần Văn Sen',
  ])
})

test('cells of several lines are put together, groups keep their line, text after the table stays out', () => {
  const pieces = [
    at(95, 100, 'TT'),
    at(200, 100, 'Nội dung'),
    at(380, 100, 'Chủ trì'),
    at(480, 100, 'Thời hạn'),
    at(120, 125, 'I. NHÓM NHIỆM VỤ VỀ XÉT NGHIỆM SÀNG LỌC DIỆN RỘNG'),
    at(98, 150, '1'),
    at(120, 150, 'Rà soát các khu nhà trọ trên địa'),
    at(360, 150, 'Sở Y tế'),
    at(480, 150, '15/9/2021'),
    at(120, 164, 'bàn, lập danh sách'),
    at(98, 188, '2'),
    at(120, 188, 'Lập chốt'),
    at(360, 188, 'Công an'),
    at(480, 188, '20/9/2021'),
    at(360, 202, 'tỉnh'),
  ]
  const after = fullLine(240)
  expect(layoutPage([...pieces, after]).split('\n')).toEqual([
    'TT | Nội dung | Chủ trì | Thời hạn',
    'I. NHÓM NHIỆM VỤ VỀ XÉT NGHIỆM SÀNG LỌC DIỆN RỘNG',
    '1 | Rà soát các khu nhà trọ trên địa bàn, lập danh sách | Sở Y tế | 15/9/2021',
    '2 | Lập chốt | Công an tỉnh | 20/9/2021',
    '',
    after.text,
  ])
})

const pagesOf = (...texts: string[]) =>
  texts.map((text, i) => ({ number: i + 1, text, method: 'text' as const, confidence: null }))

test('running heads and page numbers go, items that only look alike stay', () => {
  const text = joinPages(
    pagesOf(
      'CÔNG BÁO số 12   5\n\n1. Kiểm tra hằng tuần.\n\nTài liệu nội bộ',
      'CÔNG BÁO số 12   6\n\n2. Kiểm tra hằng tuần.\n\nTài liệu nội bộ',
      'CÔNG BÁO số 12   7\n\n3. Kiểm tra hằng tuần.\n\nTài liệu nội bộ',
    ),
  )
  expect(text).toBe('1. Kiểm tra hằng tuần.\n\n2. Kiểm tra hằng tuần.\n\n3. Kiểm tra hằng tuần.')
})

test('two pages that agree by chance keep their lines', () => {
  expect(joinPages(pagesOf('Phần một\n\nKính gửi', 'Phần hai\n\nKính gửi'))).toBe(
    'Phần một\n\nKính gửi\n\nPhần hai\n\nKính gửi',
  )
})

test.each([
  ['a sentence in lower case goes on', 'Giao Sở Y tế chủ trì,', 'phối hợp với Công an', ' '],
  [
    'a long unfinished sentence goes on with a name',
    `${'Giao các sở thực hiện '.repeat(6)}theo chỉ đạo của`,
    'Thủ tướng Chính phủ.',
    ' ',
  ],
  ['a finished sentence does not', 'Giao Sở Y tế chủ trì.', 'Sở Nội vụ phối hợp.', '\n\n'],
  ['an item begins anew', 'Giao Sở Y tế chủ trì', 'a) Rà soát', '\n\n'],
  ['a heading stays apart', 'II. TỔ CHỨC THỰC HIỆN', 'Sở Y tế chủ trì.', '\n\n'],
  [
    'a row of a table stays apart',
    '1 | Rà soát các khu nhà trọ trên toàn địa bàn tỉnh, lập danh sách và báo cáo | Sở Y tế chủ trì',
    'Sở | Y tế',
    '\n\n',
  ],
])('over the page: %s', (_, before, after, between) => {
  expect(joinPages(pagesOf(before, after))).toBe(before + between + after)
})
