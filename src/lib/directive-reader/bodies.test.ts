import { expect, test } from 'vitest'

import { canonicalBody } from './index.ts'

test.each([
  ['Giám đốc Sở Y tế', ['Sở Y tế']],
  ['đồng chí Giám đốc Sở Giao thông vận tải', ['Sở Giao thông vận tải']],
  ['UBND tỉnh', ['Ủy ban nhân dân tỉnh']],
  ['Uỷ ban nhân dân huyện Dầu Tiếng', ['Ủy ban nhân dân huyện Dầu Tiếng']],
  ['các Bộ: Quốc phòng, Tài chính và Y tế', ['Bộ Quốc phòng', 'Bộ Tài chính', 'Bộ Y tế']],
  [
    'UBND các tỉnh: Bình Phước, Tây Ninh',
    ['Ủy ban nhân dân tỉnh Bình Phước', 'Ủy ban nhân dân tỉnh Tây Ninh'],
  ],
  ['Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh', ['Công an tỉnh', 'Bộ Chỉ huy Quân sự tỉnh']],
  ['các sở, ban, ngành', ['Các sở, ban, ngành']],
  ['Sở Văn hoá và Thể thao', ['Sở Văn hóa và Thể thao']],
])('%s is %j', (name, canonical) => {
  expect(canonicalBody(name)).toEqual(canonical)
})

test('what the lexicon does not know comes back as it is written', () => {
  expect(canonicalBody('')).toEqual([])
  expect(canonicalBody('Tổ  hợp tác\u00a0số 5')).toEqual(['Tổ hợp tác số 5'])
})
