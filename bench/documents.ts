// Reading and drawing of documents: what recognition gets wrong and what it costs, against bounds that hold on any machine.
// The page is a real directive of ../shared/directives when that is there, else one of our own. `node bench/documents.ts`.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { type Canvas, createCanvas } from '@napi-rs/canvas'

import { extractText, toDocx, toPdf } from '../src/platform/documents/index.ts'
import type { OfficialLayout } from '../src/platform/documents/index.ts'
import { rasterPage } from '../src/platform/documents/ocr/raster-page.ts'
import { openPdf } from '../src/platform/documents/pdf/open-pdf.ts'
import { sample, wordDirective, zipOf } from '../tests/fixtures/documents/make.ts'
import { type Figure, median, timed } from './figure.ts'

const source = join(import.meta.dirname, '../../shared/directives/001_6b7aa0005ecb725c.txt')

/** The first page of a directive, as blocks of an official layout. */
function directive(): OfficialLayout {
  const text = existsSync(source) ? readFileSync(source, 'utf8').replaceAll('*', '') : ''
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => part.length > 120)
  const body = paragraphs.length > 0 ? paragraphs : [sample.opening, ...sample.tasks, ...sample.tasks]
  return {
    style: 'party',
    issuer: ['TỈNH ỦY ĐỒNG SEN'],
    number: '07-CT/TU',
    place: 'Đồng Sen',
    date: '2021-09-15',
    title: 'CHỈ THỊ',
    blocks: body.slice(0, 6).map((part) => ({ kind: 'paragraph', text: part })),
  }
}

/** As a scanner with a crooked feed, and as a telephone held by hand under a lamp, would give it. */
function scanned(page: Canvas, tilt: number, shadow: boolean): Buffer {
  const canvas = createCanvas(page.width, page.height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#e8e8e8'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((tilt * Math.PI) / 180)
  if (shadow) context.filter = 'blur(1.2px)'
  context.drawImage(page, -page.width / 2, -page.height / 2)
  context.resetTransform()
  context.filter = 'none'
  if (shadow) {
    const shade = context.createLinearGradient(0, 0, canvas.width, canvas.height)
    shade.addColorStop(0, 'rgba(0,0,0,0)')
    shade.addColorStop(1, 'rgba(0,0,0,0.6)')
    context.fillStyle = shade
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  return canvas.toBuffer('image/jpeg', 75)
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Edit distance over length, in per cent. */
function errorRate(want: string, got: string): number {
  let above = Int32Array.from({ length: got.length + 1 }, (_, i) => i)
  for (let i = 1; i <= want.length; i++) {
    const row = new Int32Array(got.length + 1)
    row[0] = i
    for (let j = 1; j <= got.length; j++) {
      const same = want[i - 1] === got[j - 1] ? 0 : 1
      row[j] = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + same)
    }
    above = row
  }
  return (100 * above[got.length]!) / want.length
}

const read = (bytes: Uint8Array) => extractText(bytes, { fileName: 'bench' })

export async function benchDocuments(): Promise<Figure[]> {
  const layout = directive()
  const pdf = await toPdf(layout)
  const [first] = (await read(pdf)).pages
  const want = flat(first!.text)
  const picture = await rasterPage(await (await openPdf(pdf)).getPage(1))
  const recognition = async (name: string, bytes: Uint8Array, most: number): Promise<Figure[]> => {
    let got = ''
    const ms = await timed(async () => void (got = flat((await read(bytes)).text)))
    return [
      {
        name: `letters wrong, ${name}`,
        value: errorRate(want, got),
        unit: '%',
        most,
        note: `${want.length} letters, ${(ms / 1000).toFixed(1)} s with start of the child`,
      },
    ]
  }
  const times = async (work: () => Promise<unknown>) =>
    median([await timed(work), await timed(work), await timed(work)])
  const word = await wordDirective()
  const bomb = zipOf([{ name: 'word/document.xml', content: Buffer.alloc(60 * 1024 * 1024, ' ') }])
  return [
    ...(await recognition('a page straight from the scanner', picture.toBuffer('image/png'), 0.5)),
    ...(await recognition('fed 2° askew', scanned(picture, 2, false), 1)),
    ...(await recognition('photographed 3° askew, blurred, half in shadow', scanned(picture, -3, true), 3)),
    {
      name: 'a Word directive to text, child process and all',
      value: await times(() => read(word)),
      unit: 'ms',
    },
    { name: 'a printed PDF to text', value: await times(() => read(pdf)), unit: 'ms' },
    { name: 'a zip bomb refused', value: await times(() => read(bomb).catch(() => undefined)), unit: 'ms' },
    { name: 'a page drawn as PDF', value: await times(() => toPdf(layout)), unit: 'ms' },
    { name: 'a page drawn as DOCX', value: await times(() => toDocx(layout)), unit: 'ms' },
  ]
}

if (process.argv[1] === import.meta.filename) {
  for (const { name, value, unit, note } of await benchDocuments())
    console.log(`${name}: ${value.toFixed(2)} ${unit} ${note ?? ''}`)
}
