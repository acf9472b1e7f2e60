import { expect, test } from 'vitest'

import { photographedPage, scannedPdf, withOrientation } from '#tests/fixtures/documents/make.ts'

import { extractText, type PageText } from './index.ts'

const lines = [
  'ỦY BAN NHÂN DÂN TỈNH ĐỒNG SEN yêu cầu các sở, ban, ngành thực hiện:',
  '',
  '1. Sở Y tế chủ trì rà soát các khu nhà trọ, báo cáo trước ngày 15/9/2021.',
  '',
  '2. Công an tỉnh lập chốt kiểm soát tại các cửa ngõ ra vào vùng phong tỏa.',
]
const wanted = lines.filter((line) => line !== '')
const paragraphs = (text: string) => text.split('\n\n')

/** The share of letters that recognition got wrong: edit distance over the length of what stands on the paper. */
function errorRate(want: string, got: string): number {
  let above = Array.from({ length: got.length + 1 }, (_, i) => i)
  for (let i = 1; i <= want.length; i++) {
    const row = [i]
    for (let j = 1; j <= got.length; j++) {
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (want[i - 1] === got[j - 1] ? 0 : 1)))
    }
    above = row
  }
  return above[got.length]! / want.length
}

test.each([
  ['a page laid straight on the scanner', photographedPage(lines).toBuffer('image/png')],
  [
    'a page photographed askew and half in shadow',
    photographedPage(lines, { tilt: -4, shadow: true }).toBuffer('image/jpeg', 70),
  ],
  ['a page lying on its side', photographedPage(lines, { turned: 90 }).toBuffer('image/jpeg', 85)],
  ['a page upside down', photographedPage(lines, { turned: 180 }).toBuffer('image/webp', 85)],
  [
    'a photograph the camera marked as turned',
    withOrientation(photographedPage(lines, { turned: 270 }).toBuffer('image/jpeg', 85), 6),
  ],
])('%s is still read', async (_, bytes) => {
  const { kind, text, pages } = await extractText(bytes, { fileName: 'anh.jpg' })
  expect(kind).toBe('image')
  expect(paragraphs(text)).toHaveLength(wanted.length)
  expect(errorRate(wanted.join(), paragraphs(text).join())).toBeLessThan(0.02)
  expect(pages[0]!.confidence).toBeGreaterThan(85)
})

test('a PDF of a printed and a scanned page reads each in its own way', async () => {
  const printed = `Phụ lục. ${'Danh mục các khu nhà trọ phải rà soát trong tháng. '.repeat(6)}`.trim()
  const bytes = await scannedPdf([photographedPage(lines), printed])
  const { kind, pages } = await extractText(bytes, { fileName: 'a.pdf' })
  expect(kind).toBe('pdf-scan')
  expect(pages.map((page) => page.method)).toEqual(['ocr', 'text'])
  expect(paragraphs(pages[0]!.text)).toHaveLength(wanted.length)
  expect(errorRate(wanted.join(), paragraphs(pages[0]!.text).join())).toBeLessThan(0.02)
  expect(pages[1]!.text.replace(/\s+/g, ' ')).toBe(printed)
  expect(pages[1]!.confidence).toBeNull()
})

test('a scan with a signing stamp over it is still looked at as a picture', async () => {
  const stamp = 'Người ký: Văn phòng Tỉnh ủy\nThời gian ký: 05/09/2021 17:05:33'
  const { kind, pages } = await extractText(await scannedPdf([photographedPage(lines)], stamp), {
    fileName: 'a.pdf',
  })
  expect(kind).toBe('pdf-scan')
  expect(pages[0]!.text).toContain('Công an tỉnh lập chốt kiểm soát')
})

test('a long scan is stopped after two pages and goes on where it was', async () => {
  const page = (n: number) =>
    photographedPage([`${n}. Nhiệm vụ thứ ${n}: kiểm tra và báo cáo kết quả hằng tuần.`])
  const bytes = await scannedPdf([1, 2, 3, 4].map(page))
  const stop = new AbortController()
  const stored: PageText[] = []
  const begun: string[] = []
  const interrupted = extractText(bytes, {
    fileName: 'a.pdf',
    signal: stop.signal,
    onProgress: ({ page, pages, method }) => begun.push(`${page}/${pages} ${method}`),
    onPage: (page) => {
      stored.push(page)
      if (page.number === 2) stop.abort()
    },
  })
  await expect(interrupted).rejects.toMatchObject({ code: 'document.cancelled' })
  expect(begun).toEqual(['1/4 ocr', '2/4 ocr'])

  const read: number[] = []
  const { text } = await extractText(bytes, {
    fileName: 'a.pdf',
    donePages: stored,
    onPage: (page) => void read.push(page.number),
  })
  expect(read).toEqual([3, 4])
  expect(paragraphs(text)).toEqual(
    [1, 2, 3, 4].map((n) => `${n}. Nhiệm vụ thứ ${n}: kiểm tra và báo cáo kết quả hằng tuần.`),
  )
})

test('a blank page among others is an empty page, a blank picture alone is refused', async () => {
  const bytes = await scannedPdf([photographedPage(lines), photographedPage([])])
  const { pages } = await extractText(bytes, { fileName: 'a.pdf' })
  expect(pages[1]).toMatchObject({ text: '', method: 'ocr', confidence: null })
  await expect(
    extractText(photographedPage([]).toBuffer('image/png'), { fileName: 'a.png' }),
  ).rejects.toMatchObject({
    code: 'document.no-text',
  })
})
