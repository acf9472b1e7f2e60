import { expect, test } from 'vitest'

import { mustFitSheet, sheetFile, sheetLimit } from './sheet-file.ts'

test('a list that is too long is refused whole, with both numbers and what to do', () => {
  expect(() => mustFitSheet(sheetLimit)).not.toThrow()
  expect(() => mustFitSheet(sheetLimit + 1)).toThrow(
    /Danh sách có 15001 dòng, mỗi lần xuất được đến 15000 dòng/,
  )
})

test('what a spreadsheet would run leaves as text; separators and quotes stay inside their cell', async () => {
  const columns = [{ title: 'Việc' }, { title: 'Số', kind: 'number' as const }]
  const rows = [
    ['=HYPERLINK("http://x")', -3],
    ['+84', null],
    ['một, “hai”\n"ba"', 5],
  ]
  const { bytes, name } = await sheetFile({ name: 'Việc', columns, rows }, 'viec', 'csv')
  expect(name).toBe('viec.csv')
  const lines = ['\ufeffViệc,Số', `"'=HYPERLINK(""http://x"")",-3`, `'+84,`, '"một, “hai”\n""ba""",5', '']
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(lines.join('\r\n'))
})
