import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'

import { wordDirective, zipOf } from '#tests/fixtures/documents/make.ts'

import { readSheet } from './index.ts'

const space =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const sheetOf = (rows: string, name = 'Sheet1') =>
  zipOf([
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${space}><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet ${space}><sheetData>${rows}</sheetData></worksheet>`,
    },
  ])
const refusal = (bytes: Uint8Array, limits = {}) =>
  readSheet(bytes, limits).then(
    () => 'read',
    (error: { code: string; message: string }) => (expect(error.message).toMatch(/\. Hãy /), error.code),
  )

test('a list kept in Excel is read as people see it', async () => {
  const book = new ExcelJS.Workbook()
  const page = book.addWorksheet('Khu nhà trọ'.normalize('NFD'))
  page.addRow(['Mã', 'Tên khu', 'Ngày lập', 'Số phòng', 'Tỷ lệ', 'Tổng'])
  page.addRow([
    '00725',
    'Nhà trọ Bình Minh'.normalize('NFD'),
    new Date('2021-09-05T00:00:00Z'),
    24,
    0.1 + 0.2,
    { formula: 'D2*2', result: 48 },
  ])
  page.addRow([])
  page.addRow([
    null,
    { richText: [{ text: 'Nhà trọ ' }, { text: 'Hoa Sen', font: { bold: true } }] },
    null,
    0,
    true,
  ])
  page.getCell('C2').numFmt = 'dd/mm/yyyy'
  const hidden = book.addWorksheet('danh mục')
  hidden.state = 'hidden'
  hidden.addRow(['không ai thấy'])
  expect(await readSheet(new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer))).toEqual([
    {
      name: 'Khu nhà trọ',
      rows: [
        ['Mã', 'Tên khu', 'Ngày lập', 'Số phòng', 'Tỷ lệ', 'Tổng'],
        ['00725', 'Nhà trọ Bình Minh', '2021-09-05', '24', '0.3', '48'],
        [],
        ['', 'Nhà trọ Hoa Sen', '', '0', 'TRUE'],
      ],
    },
  ])
})

test.each([
  ['semicolons of Vietnamese Excel', '\ufeffMã;Tên\r\n01;"Chợ ""Lớn""; tầng 1"\r\n'],
  ['commas', 'Mã,Tên\n01,"Chợ ""Lớn""; tầng 1"'],
  ['tabs in UTF-16', '\ufeffMã\tTên\r\n01\tChợ "Lớn"; tầng 1\r\n'],
])('a text with %s is a sheet too', async (what, text) => {
  const bytes = what.includes('UTF-16') ? Buffer.from(text, 'utf16le') : Buffer.from(text)
  expect((await readSheet(bytes))[0]!.rows).toEqual([
    ['Mã', 'Tên'],
    ['01', 'Chợ "Lớn"; tầng 1'],
  ])
})

test('what is not a sheet, or wants to be a million rows, is refused', async () => {
  expect(await refusal(new Uint8Array())).toBe('document.empty')
  expect(await refusal(await wordDirective())).toBe('document.not-a-spreadsheet')
  expect(await refusal(Buffer.from('%PDF-1.7 …'))).toBe('document.not-a-spreadsheet')
  expect(
    await refusal(zipOf([{ name: 'xl/workbook.xml', content: Buffer.alloc(60 * 1024 * 1024, ' ') }])),
  ).toBe('document.zip-bomb')
  expect(await refusal(sheetOf('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))).toBe(
    'document.too-many-rows',
  )
  expect(await refusal(sheetOf('<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>'))).toBe('document.too-many-rows')
  const wide = Array.from(
    { length: 300 },
    (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`,
  ).join('')
  expect(await refusal(sheetOf(wide))).toBe('document.too-many-rows')
  expect(await refusal(Buffer.from('a,b\n'.repeat(50)), { rows: 20 })).toBe('document.too-many-rows')
  expect(await refusal(sheetOf('<row r="1"><c r="A1">').subarray(0, 300))).toBe('document.damaged')
  expect(
    await refusal(
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from('Workbook', 'utf16le'),
      ]),
    ),
  ).toBe('document.unsupported-format')
})
