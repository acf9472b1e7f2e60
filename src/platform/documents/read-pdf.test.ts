import { expect, test } from 'vitest'

import { printedDirective, sample, scannedPdf } from '#tests/fixtures/documents/make.ts'

import { extractText } from './index.ts'

const words = (text: string) => text.replace(/\s+/g, ' ')

test('a printed directive comes out in reading order, without running heads and page numbers', async () => {
  const progress: string[] = []
  const { kind, text, pages } = await extractText(await printedDirective(), {
    fileName: 'chi-thi.pdf',
    onProgress: ({ page, pages, method }) => progress.push(`${page}/${pages} ${method}`),
  })
  expect(kind).toBe('pdf-text')
  expect(pages.length).toBeGreaterThan(2)
  expect(progress).toEqual(pages.map((page) => `${page.number}/${pages.length} text`))
  const paragraphs = text.split('\n\n')
  // The two columns of the head: left as a whole, then right as a whole.
  expect(text.split(/\n+/).slice(0, 5)).toEqual([
    sample.issuer,
    '*',
    sample.number,
    sample.party,
    sample.date,
  ])
  expect(text).toContain(`\n\n${sample.kind}\n${sample.title}\n\n`)
  const items = paragraphs.filter((paragraph) => /^\d+\. /.test(paragraph))
  expect(items.map(words)).toEqual(Array.from({ length: 36 }, (_, i) => `${i + 1}. ${sample.tasks[i % 3]}`))
  expect(text).toContain(['Nơi nhận:', ...sample.recipients].join('\n'))
  expect(text).toContain(`${sample.signature[0]}\n${sample.signature[1]}\n\n${sample.signature[2]}`)
  expect(text).not.toContain('lưu hành nội bộ')
  expect(paragraphs.filter((paragraph) => /^\d+$/.test(paragraph))).toEqual([])
})

test('pages already read are not read again and come out the same', async () => {
  const bytes = await printedDirective()
  const whole = await extractText(bytes, { fileName: 'a.pdf' })
  const reread: number[] = []
  const resumed = await extractText(bytes, {
    fileName: 'a.pdf',
    donePages: whole.pages.slice(0, 2),
    onPage: (page) => void reread.push(page.number),
  })
  expect(reread).toEqual(whole.pages.slice(2).map((page) => page.number))
  expect(resumed).toEqual(whole)
})

test('a PDF of more pages than a document has is refused before it is read', async () => {
  const pages = Array.from(
    { length: 401 },
    (_, i) => `${i + 3} 0 obj <</Type/Page/Parent 2 0 R>> endobj`,
  ).join('\n')
  const kids = Array.from({ length: 401 }, (_, i) => `${i + 3} 0 R`).join(' ')
  const pdf = `%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/MediaBox[0 0 595 842]/Count 401/Kids[${kids}]>> endobj\n${pages}\ntrailer <</Root 1 0 R>>\n%%EOF\n`
  await expect(extractText(Buffer.from(pdf), { fileName: 'a.pdf' })).rejects.toMatchObject({
    code: 'document.too-many-pages',
  })
})

test('a page set in the fonts of before Unicode is put right by their table', async () => {
  const old = 'Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc. '.repeat(5).trim()
  const { kind, text } = await extractText(await scannedPdf([old]), { fileName: 'a.pdf' })
  expect(kind).toBe('pdf-text')
  expect(words(text)).toBe(
    'Cộng hoà xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc. '.repeat(5).trim(),
  )
})
