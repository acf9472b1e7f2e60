import ExcelJS from 'exceljs'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'

import { extractText, type OfficialLayout, readSheet, toDocx, toPdf, toXlsx } from './index.ts'
import { openGuardedZip } from './zip/zip-guard.ts'

const report: OfficialLayout = {
  style: 'state',
  parentIssuer: 'UBND TỈNH ĐỒNG SEN',
  issuer: ['SỞ Y TẾ'],
  number: '11/BC-SYT',
  place: 'Đồng Sen',
  date: '2021-02-05',
  title: 'BÁO CÁO',
  subtitle: 'Kết quả xét nghiệm',
  blocks: [
    { kind: 'heading', text: 'I. KẾT QUẢ' },
    {
      kind: 'paragraph',
      text: 'Thực hiện Chỉ thị số 12/CT-UBND, ngành y tế đã lấy ≥ 90% số mẫu tại “vùng đỏ” – nơi có nguy cơ rất cao.',
    },
    {
      kind: 'table',
      columns: [
        { title: 'TT', width: 1, align: 'center' },
        { title: 'Nội dung', width: 5 },
        { title: 'Số mẫu', width: 2, align: 'right' },
      ],
      rows: [['1', 'Khu nhà trọ', '1.200']],
    },
    { kind: 'note', text: 'Số liệu đến 17 giờ.' },
  ],
  signature: { marks: ['KT. GIÁM ĐỐC'], title: 'PHÓ GIÁM ĐỐC', name: 'Trần Văn Sen' },
  recipients: ['- UBND tỉnh (b/c);', '- Lưu: VT.'],
}
const directive: OfficialLayout = {
  ...report,
  style: 'party',
  parentIssuer: 'ĐẢNG BỘ TỈNH ĐỒNG SEN',
  issuer: ['TỈNH ỦY'],
  number: '07-CT/TU',
  date: '2021-12-25',
  title: 'CHỈ THỊ',
}
const register = (rows: number): OfficialLayout => ({
  style: 'party',
  issuer: ['VĂN PHÒNG TỈNH ỦY'],
  title: 'BẢNG THEO DÕI NHIỆM VỤ',
  blocks: [
    {
      kind: 'table',
      columns: [
        { title: 'TT', width: 1 },
        { title: 'Nhiệm vụ được giao', width: 8 },
        { title: 'Chủ trì', width: 3 },
      ],
      rows: Array.from({ length: rows }, (_, i) => [
        `${i + 1}`,
        `Việc ${i + 1} bắt đầu: rà soát, lập danh sách và báo cáo kết quả theo quy định. `.repeat(
          1 + (i % 4),
        ) + `Việc ${i + 1} kết thúc`,
        'Sở Y tế',
      ]),
    },
  ],
  footerNote: 'In từ Pháo Đài',
})

const words = (text: string) => text.replace(/\s+/g, ' ')
const read = (bytes: Uint8Array) => extractText(bytes, { fileName: 'a' })

describe.each([
  ['PDF', toPdf],
  ['DOCX', toDocx],
])('as %s', (_, draw) => {
  test('a report of the state carries what Decree 30/2020 asks for, in order', async () => {
    const text = words((await read(await draw(report))).text)
    const order = [
      'UBND TỈNH ĐỒNG SEN',
      'SỞ Y TẾ',
      'Số: 11/BC-SYT',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Đồng Sen, ngày 05 tháng 02 năm 2021',
      'BÁO CÁO',
      'Kết quả xét nghiệm',
      'I. KẾT QUẢ',
      'Chỉ thị số 12/CT-UBND',
      '≥ 90% số mẫu tại “vùng đỏ” – nơi',
      'TT | Nội dung | Số mẫu',
      '1 | Khu nhà trọ | 1.200',
      'Số liệu đến 17 giờ.',
      'Nơi nhận:',
      '- UBND tỉnh (b/c);',
      '- Lưu: VT.',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Trần Văn Sen',
    ]
    expect(order.filter((part) => !text.includes(part))).toEqual([])
    expect(order.map((part) => text.indexOf(part))).toEqual(
      order.map((part) => text.indexOf(part)).sort((a, b) => a - b),
    )
  })

  test('a directive of the Party has its own head and no national title', async () => {
    const text = words((await read(await draw(directive))).text)
    expect(text).toContain('TỈNH ỦY * Số 07-CT/TU')
    expect(text).toContain('ĐẢNG CỘNG SẢN VIỆT NAM Đồng Sen, ngày 25 tháng 12 năm 2021')
    expect(text).not.toContain('CỘNG HÒA')
    expect(text).not.toContain('Số:')
  })

  test('text that would break a file does not', async () => {
    const hostile = {
      ...report,
      subtitle: 'a\u0000b\ud800c <b>&amp;</b> \u0008',
      blocks: [{ kind: 'paragraph' as const, text: 'Một\u000b hai \udfff ba' }],
    }
    const text = words((await read(await draw(hostile))).text)
    expect(text).toContain('abc <b>&amp;</b>')
    expect(text).toContain('Một hai ba')
  })
})

test('a long register is printed across: head of the table on every page, no row cut, pages counted', async () => {
  const { text: whole, pages } = await read(await toPdf(register(60), { landscape: true }))
  expect(whole.split('\n').filter((line) => / \| Sở Y tế$/.test(line))).toHaveLength(60)
  expect(pages.length).toBeGreaterThan(3)
  for (const page of pages) {
    const text = words(page.text)
    expect(text).toContain('TT | Nhiệm vụ được giao | Chủ trì')
    expect(text).toContain(`Trang ${page.number}/${pages.length}`)
    const begun = [...text.matchAll(/Việc (\d+) bắt đầu/g)].map((match) => match[1])
    const ended = [...text.matchAll(/Việc (\d+) kết thúc/g)].map((match) => match[1])
    expect([...new Set(begun)]).toEqual(ended)
  }
})

test('a row taller than a page is still printed whole, over two pages', async () => {
  const layout = register(1)
  const [table] = layout.blocks
  if (table?.kind === 'table') table.rows[0]![1] = `${'Nội dung rất dài. '.repeat(600)}hết`
  const { text, pages } = await read(await toPdf(layout))
  expect(pages.length).toBeGreaterThan(1)
  expect(text.match(/dài\./g)).toHaveLength(600)
  expect(text).toContain('hết')
})

test('the Word file repeats the head of a table, keeps rows whole, lies across, and opens in another reader', async () => {
  const bytes = await toDocx(register(30), { landscape: true })
  const zip = await openGuardedZip(bytes, 'Word')
  const xml = (await zip.read('word/document.xml'))!.toString()
  expect(xml.match(/<w:tblHeader/g)).toHaveLength(1)
  expect(xml.match(/<w:cantSplit/g)!.length).toBeGreaterThan(30)
  expect(xml).toContain('w:orient="landscape"')
  const { value, messages } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  expect(messages).toEqual([])
  expect(value).toContain('Việc 30 kết thúc')
})

test('a spreadsheet keeps numbers and days, and makes formulas harmless', async () => {
  const bytes = await toXlsx([
    {
      name: 'Nhiệm vụ [2021/9]: tất cả các sở, ban, ngành',
      columns: [
        { title: 'TT', kind: 'number' },
        { title: 'Nội dung', width: 40 },
        { title: 'Hạn', kind: 'date' },
      ],
      rows: [
        [1, '=HYPERLINK("http://x")', '2021-09-15'],
        [-2, '@SUM(A1)', null],
        [3, '+84 912', 'chưa rõ'],
        [4, '\tẩn', '=1'],
        [5, 'Chợ - siêu thị\u0000', '2021-01-01'],
        [6, ' ＝1+1', null],
      ],
      note: '- Nguồn: báo cáo ngày',
    },
    { name: 'nhiệm vụ [2021/9]: tất cả các sở, ban, ngành', columns: [{ title: '=A' }], rows: [] },
  ])
  const [first, second] = await readSheet(bytes)
  expect(first!.rows).toEqual([
    ['TT', 'Nội dung', 'Hạn'],
    ['1', `'=HYPERLINK("http://x")`, '2021-09-15'],
    ['-2', "'@SUM(A1)"],
    ['3', "'+84 912", 'chưa rõ'],
    ['4', "'\tẩn", "'=1"],
    ['5', 'Chợ - siêu thị', '2021-01-01'],
    ['6', "' ＝1+1"],
    [],
    ["'- Nguồn: báo cáo ngày"],
  ])
  expect(second!.rows).toEqual([["'=A"]])
  expect(first!.name.toLowerCase()).not.toBe(second!.name.toLowerCase())
  expect(first!.name.length).toBeLessThanOrEqual(31)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as never)
  expect(book.worksheets[0]!.getCell('C2').value).toEqual(new Date('2021-09-15T00:00:00Z'))
  expect(book.worksheets[0]!.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
})

test('the thread that answers requests stays free while a large register is drawn, and drawings do not mix', async () => {
  let longest = 0
  let last = performance.now()
  const clock = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  const [large, small] = await Promise.all([toPdf(register(200), { landscape: true }), toDocx(report)])
  clearInterval(clock)
  expect((await read(large)).text).toContain('Việc 200 kết thúc')
  expect((await read(small)).text).toContain('SỞ Y TẾ')
  // Drawn here it would be one pause of more than a second.
  expect(longest).toBeLessThan(800)
})

test('a drawing that fails says so, and the next one is drawn', async () => {
  const broken = { ...report, blocks: [{ kind: 'table', columns: null, rows: [] }] } as never
  await expect(toPdf(broken)).rejects.toThrow()
  expect((await toPdf(report)).length).toBeGreaterThan(1000)
})
