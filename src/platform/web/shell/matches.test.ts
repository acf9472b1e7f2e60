import { expect, test } from 'vitest'

import { matches } from './matches.ts'

test.each([
  ['Chỉ đạo mới', 'chi dao', true],
  ['Chỉ đạo mới', 'ĐẠO', true],
  ['Hộp thư đơn vị', 'don hop', true],
  ['Chỉ đạo mới', '', true],
  ['Chỉ đạo mới', 'ao', false],
  ['Chỉ đạo mới', 'chi huyện', false],
])('"%s" for "%s": %s', (label, typed, found) => {
  expect(matches(label, typed)).toBe(found)
})
