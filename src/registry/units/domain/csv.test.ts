import { expect, test } from 'vitest'

import { parseCsv, readTable } from './csv.ts'

test('quotes, line breaks in cells, byte order mark, CRLF', () => {
  expect(parseCsv('\ufeffa,b\r\n"x, ""y""\nz",2\r\n\r\n3,\r\n')).toEqual({
    ok: true,
    rows: [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x, "y"\nz', '2'] },
      { line: 5, cells: ['3', ''] },
    ],
  })
})

test('semicolons and tabs are taken as the header has them', () => {
  expect(parseCsv('a;b\n1,5;2')).toMatchObject({ rows: [{ cells: ['a', 'b'] }, { cells: ['1,5', '2'] }] })
  expect(parseCsv('a\tb\n1\t2\n')).toMatchObject({ rows: [{}, { cells: ['1', '2'] }] })
  expect(parseCsv('a,b\n1,')).toMatchObject({ rows: [{}, { cells: ['1', ''] }] })
})

test('an open quote and text after a quote are named by line', () => {
  expect(parseCsv('a,b\n1,"2\n')).toMatchObject({ ok: false, line: 2 })
  expect(parseCsv('a,b\n"1"x,2\n')).toMatchObject({ ok: false, line: 2, found: '"x" sau dấu ngoặc kép' })
})

test('a header is known by its names; what is unknown, missing, doubled or of another length is a fault', () => {
  const columns = { code: ['mã'], name: ['tên'] }
  expect(readTable('Mã;Tên\n1;A', columns, ['code', 'name']).rows[0]?.get('name')).toBe('A')
  expect(readTable('code,nam\n1,A', columns, ['code', 'name']).errors).toMatchObject([
    { line: 1, column: 'nam', found: 'nam' },
    { line: 1, column: 'name', found: 'không có cột này' },
  ])
  expect(readTable('code,mã,name\n', columns, ['code']).errors).toMatchObject([{ found: 'cột lặp lại' }])
  expect(readTable('code,name\n1,A,B\n', columns, ['code']).errors).toMatchObject([{ line: 2, found: '3 ô' }])
  expect(readTable('', columns, ['code']).errors).toMatchObject([{ found: 'tệp rỗng' }])
})
