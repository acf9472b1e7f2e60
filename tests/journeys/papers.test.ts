import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'

import { Document, Packer, Paragraph } from 'docx'
import exceljs from 'exceljs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { launchBrowser, newVisitor } from '#tests/setup/browser.ts'
import {
  address,
  cardWith,
  choose,
  drop,
  fileOf,
  freshNumber,
  type Paper,
  signedIn,
  taskCount,
  textOf,
} from './visitor.ts'

/** One official letter as it reaches an office: typed in Word, exported, scanned, photographed; and what is no letter. */
let browser: Browser
let clerk: Page
beforeAll(async () => {
  browser = await launchBrowser()
  clerk = await signedIn(browser, 'vanphong.ubnd', '/van-ban')
})
afterAll(() => browser.close())

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Every form carries its own number, and the register is the same from each. */
async function letter(number: string): Promise<string[]> {
  const file = new URL('../corpus/own/cong-van-don-doc.txt', import.meta.url)
  const text = await readFile(file, 'utf8')
  expect(text).toContain('3406/UBND')
  return text.replace('3406/UBND', `${number}/UBND`).split('\n')
}

async function printed(lines: readonly string[], use: (page: Page) => Promise<Buffer>): Promise<Buffer> {
  const context = await newVisitor(browser)
  const page = await context.newPage()
  const escaped = lines.map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
  await page.setContent(
    `<meta charset="utf-8"><style>
      body { margin: 90px; width: 1060px; font: 24px/1.45 'Be Vietnam Pro', 'Liberation Serif', serif; background: white }
      p { margin: 0 0 8px; min-height: 8px }
    </style><body>${escaped.join('')}</body>`,
  )
  const bytes = await use(page)
  await context.close()
  return bytes
}

const picture = (lines: readonly string[], type: 'png' | 'jpeg') =>
  printed(lines, (page) =>
    page
      .setViewportSize({ width: 1240, height: 1754 })
      .then(() =>
        page.screenshot(type === 'png' ? { type, fullPage: true } : { type, quality: 75, fullPage: true }),
      ),
  )

describe('the same letter comes in every form', () => {
  const forms: ReadonlyArray<[string, string, string, (lines: string[]) => Promise<Buffer>]> = [
    [
      'typed in Word',
      'cong-van.docx',
      'Word',
      (lines) =>
        Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] })),
    ],
    [
      'exported to PDF',
      'cong-van.pdf',
      'PDF có chữ',
      (lines) => printed(lines, (page) => page.pdf({ format: 'A4' })),
    ],
    ['scanned', 'cong-van.png', 'Ảnh chụp, chữ do máy nhận dạng', (lines) => picture(lines, 'png')],
    ['photographed', 'cong-van.jpg', 'Ảnh chụp, chữ do máy nhận dạng', (lines) => picture(lines, 'jpeg')],
  ]
  test.each(forms)('%s', async (_, name, source, make) => {
    const number = String(freshNumber())
    const bytes = await make(await letter(number))
    await clerk.goto(address('/van-ban'))
    await drop(clerk, [{ name, bytes, type: name.endsWith('.docx') ? word : '' }])
    await textOf(clerk).waitFor({ timeout: 90_000 })
    await clerk.getByText(source, { exact: true }).waitFor()
    await clerk.getByRole('heading', { level: 1, name: `Công văn ${number}/UBND-KGVX` }).waitFor()
    expect(await taskCount(clerk)).toBe(4)
    const kits = cardWith(clerk, 'cấp đủ 50.000 bộ kit xét nghiệm')
    await kits.getByRole('button', { name: /Chủ trì: (suy từ phần trên )?Sở Y tế/ }).waitFor()
    await cardWith(clerk, 'tổng hợp nhu cầu tuyển dụng')
      .getByRole('button', { name: 'Thời hạn: 28/10/2021' })
      .waitFor()
  })
})

describe('what cannot be read says what it is, and is kept', () => {
  const spreadsheet = async () => {
    const book = new exceljs.Workbook()
    book.addWorksheet('Danh sách').addRow(['TT', 'Họ tên', 'Ngày tiêm'])
    return Buffer.from(await book.xlsx.writeBuffer())
  }
  const cases: ReadonlyArray<[string, RegExp, () => Promise<Paper>]> = [
    [
      'noise under the name of a PDF',
      /Tệp chứa dữ liệu nhị phân không nhận ra được, không phải văn bản\. Hãy tải lên/,
      async () => ({ name: 'quet.pdf', bytes: randomBytes(40_000), type: 'application/pdf' }),
    ],
    [
      'a spreadsheet under the name of a Word file',
      /Đây là bảng tính .*không phải văn bản\. Hãy/,
      async () => ({ name: 'chi-thi.docx', bytes: await spreadsheet(), type: word }),
    ],
    [
      'a PDF that was cut off',
      /Tệp PDF bị hỏng hoặc bị cắt cụt nên không đọc được\. Hãy/,
      async () => ({
        name: 'cat-cut.pdf',
        bytes: (await printed(['Số 1'], (page) => page.pdf())).subarray(0, 700),
        type: 'application/pdf',
      }),
    ],
  ]
  test.each(cases)('%s', async (_, sentence, make) => {
    const paper = await make()
    await clerk.goto(address('/van-ban'))
    await choose(clerk, paper)
    await clerk.getByText('Chưa đọc được văn bản này').waitFor()
    await clerk.getByText(sentence).waitFor()
    const started = clerk.waitForEvent('download')
    await clerk.getByRole('link', { name: 'Tải tệp gốc' }).click()
    const kept = await started
    expect(kept.suggestedFilename()).toBe(paper.name)
    expect((await fileOf(kept)).equals(paper.bytes)).toBe(true)

    await clerk.getByRole('button', { name: 'Để riêng' }).click()
    await clerk.getByText('Văn bản này đã được để riêng').waitFor()
  })

  test('an empty file is refused before it leaves the desk', async () => {
    await clerk.goto(address('/van-ban'))
    await choose(clerk, { name: 'rong.txt', bytes: Buffer.alloc(0), type: 'text/plain' })
    await clerk.getByRole('alert').filter({ hasText: 'rong.txt là tệp rỗng' }).waitFor()
    expect(new URL(clerk.url()).pathname).toBe('/van-ban')
  })

  test('so is one of another kind', async () => {
    await choose(clerk, { name: 'phim.mp4', bytes: randomBytes(100), type: 'video/mp4' })
    await clerk
      .getByRole('alert')
      .filter({ hasText: /phim\.mp4: chỉ nhận TXT, MD, DOCX, PDF/ })
      .waitFor()
  })
})
