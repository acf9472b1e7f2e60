import { expect, test } from 'vitest'

import { withoutSlips } from './slips.ts'

test.each([
  ['TÍNH ỦY ĐỒNG SEN', 'TỈNH ỦY ĐỒNG SEN'],
  ['ỦY BAN NHÂN DÂN TĨNH', 'ỦY BAN NHÂN DÂN TỈNH'],
  ['CHÍ THỊ của Tinh ủy', 'CHỈ THỊ của Tỉnh ủy'],
  ['tính đến ngày 05/9, TÍNH ĐẾN NAY', 'tính đến ngày 05/9, TÍNH ĐẾN NAY'],
  ['Bộ Tài chính, tỉnh Đồng Sen', 'Bộ Tài chính, tỉnh Đồng Sen'],
])('%s is read as %s', (read, meant) => expect(withoutSlips(read)).toBe(meant))
