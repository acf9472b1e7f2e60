import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import pdfmake, { type Node } from 'pdfmake'

import {
  type Block,
  type Column,
  headOf,
  type OfficialLayout,
  paper,
  type PaperOptions,
  points,
  printable,
} from './layout.ts'

/**
 * Draws a layout as PDF. Letters are Tinos, which has the widths of Times New Roman (the prescribed face) and all of
 * Vietnamese; embedded as subsets. Nothing is fetched and no file is read but the four fonts.
 */
export async function drawPdf(layout: OfficialLayout, options: PaperOptions = {}): Promise<Uint8Array> {
  loadFonts()
  const page = pageOf(options)
  const pdf = pdfmake.createPdf({
    pageSize: { width: page.width, height: page.height },
    pageMargins: [page.left, page.top, page.right, page.bottom],
    info: {
      title: printable([layout.title, layout.subtitle].filter(Boolean).join(' ')),
      creator: 'Pháo Đài',
    },
    lang: 'vi-VN',
    defaultStyle: { font: 'Tinos', fontSize: bodySize, lineHeight: 1.1 },
    // Decree 30/2020: Arabic numerals, centred in the top margin, not on the first page.
    header: (number: number) =>
      number > 1
        ? { text: String(number), alignment: 'center', fontSize: 13, margin: [0, points(9), 0, 0] }
        : '',
    footer: (number: number, count: number) => footer(layout, options, page, number, count),
    content: [
      head(layout, page),
      ...title(layout),
      ...layout.blocks.map((block) => drawBlock(block, page)),
      ...(layout.signature || layout.recipients ? [foot(layout)] : []),
    ],
  })
  return new Uint8Array(await pdf.getBuffer())
}

const bodySize = 13

interface Page {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

function pageOf({ landscape = false }: PaperOptions): Page {
  const [short, long] = [points(paper.width), points(paper.height)]
  const margins = {
    left: points(paper.left),
    right: points(paper.right),
    top: points(paper.top),
    bottom: points(paper.bottom),
  }
  // A turned page is bound at its top edge: the wide margin goes there, the sides may be narrow.
  return landscape
    ? { width: long, height: short, ...margins, left: points(20), right: points(15), top: points(22) }
    : { width: short, height: long, ...margins }
}

let loaded = false

function loadFonts(): void {
  if (loaded) return
  const names = {
    normal: 'tinos-regular.ttf',
    bold: 'tinos-bold.ttf',
    italics: 'tinos-italic.ttf',
    bolditalics: 'tinos-bold-italic.ttf',
  }
  for (const name of Object.values(names))
    pdfmake.virtualfs.writeFileSync(name, readFileSync(join(import.meta.dirname, 'fonts', name)))
  pdfmake.addFonts({ Tinos: names })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  loaded = true
}

/** A thin line of the given length, centred in the given width. */
const rule = (length: number, width: number, above = 2): Node => ({
  canvas: [
    { type: 'line', x1: (width - length) / 2, y1: 0, x2: (width + length) / 2, y2: 0, lineWidth: 0.7 },
  ],
  margin: [0, above, 0, 0],
  // The alignment of the column would move it a second time.
  alignment: 'left',
})

/** Issuer on the left, national or Party title on the right; then number and place with date. */
function head(layout: OfficialLayout, page: Page): Node {
  const words = headOf(layout)
  const width = page.width - page.left - page.right
  const leftWidth = width * 0.43
  const rightWidth = width - leftWidth
  const party = layout.style === 'party'
  const left: Node[] = [
    ...(layout.parentIssuer ? [{ text: printable(layout.parentIssuer), fontSize: 12 }] : []),
    ...layout.issuer.map((line) => ({ text: printable(line), bold: true, fontSize: 12 })),
    party ? { text: '*', fontSize: 13 } : rule(leftWidth * 0.35, leftWidth),
    ...(words.number ? [{ text: printable(words.number), margin: [0, party ? 0 : 6, 0, 0] }] : []),
  ]
  const right: Node[] = [
    { text: words.right.title, bold: true, fontSize: party ? 14 : 12, noWrap: true },
    ...(words.right.motto ? [{ text: words.right.motto, bold: true, fontSize: 13 }] : []),
    rule(party ? 168 : 158, rightWidth, 1),
    ...(words.placeAndDate
      ? [{ text: printable(words.placeAndDate), italics: true, margin: [0, party ? 8 : 6, 0, 0] }]
      : []),
  ]
  return {
    columns: [
      { width: leftWidth, stack: left, alignment: 'center' },
      { width: rightWidth, stack: right, alignment: 'center' },
    ],
  }
}

function title(layout: OfficialLayout): Node[] {
  return [
    { text: printable(layout.title), bold: true, fontSize: 14, alignment: 'center', margin: [0, 16, 0, 0] },
    ...(layout.subtitle
      ? [
          {
            text: printable(layout.subtitle),
            bold: true,
            fontSize: 13,
            alignment: 'center',
            margin: [30, 2, 30, 0],
          },
        ]
      : []),
    {
      text: layout.style === 'party' ? '-----' : '_______',
      alignment: 'center',
      fontSize: 10,
      margin: [0, 0, 0, 10],
    },
  ]
}

function drawBlock(block: Block, page: Page): Node {
  switch (block.kind) {
    case 'heading':
      return {
        text: printable(block.text),
        bold: true,
        margin: [0, 8, 0, 2],
        leadingIndent: points(10),
        headlineLevel: 1,
      }
    case 'note':
      return { text: printable(block.text), italics: true, fontSize: 11, margin: [0, 3, 0, 3] }
    case 'table':
      return drawTable(block.columns, block.rows, page)
    default:
      return {
        text: unbroken(block.text),
        alignment: 'justify',
        leadingIndent: points(10),
        margin: [0, 3, 0, 3],
      }
  }
}

/** pdfmake breaks and stretches lines at every stroke and hyphen; "12/CT-UBND" must stay one word. */
function unbroken(text: string): Node[] {
  return printable(text)
    .split(/(?<=[ \n])/)
    .map((word) => ({ text: word, noWrap: /[-/]/.test(word) && word.length < 40 }))
}

const tableSize = 11

function drawTable(columns: Column[], rows: string[][], page: Page): Node {
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  const inner = page.width - page.left - page.right - columns.length * 9
  const widths = columns.map((column) => (inner * column.width) / total)
  return {
    margin: [0, 6, 0, 6],
    layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, paddingTop: () => 2, paddingBottom: () => 3 },
    table: {
      widths,
      headerRows: 1,
      keepWithHeaderRows: 1,
      // A row goes to the next page as a whole.
      dontBreakRows: true,
      body: [
        columns.map((column) => ({
          text: printable(column.title),
          bold: true,
          alignment: 'center',
          fontSize: tableSize,
          fillColor: '#eeeeee',
        })),
        ...rows
          .flatMap((row) => cutTall(row, widths, (page.height - page.top - page.bottom) / 2))
          .map((row) =>
            columns.map((column, i) => ({
              text: printable(row[i] ?? ''),
              alignment: column.align ?? 'left',
              fontSize: tableSize,
            })),
          ),
      ],
    },
  }
}

/** A letter of Times is about this part of its size wide; capitals 0.7, so half a page estimated is never a whole one. */
const letterWidth = 0.48

/**
 * A whole row taller than the page would not be printed at all, so a row of more than the given height goes on in
 * further rows.
 */
function cutTall(row: string[], widths: number[], height: number): string[][] {
  const most = Math.floor(height / (tableSize * 1.25))
  const cells = widths.map((width, i) =>
    cutText(row[i] ?? '', Math.floor(width / (tableSize * letterWidth)), most),
  )
  const count = Math.max(...cells.map((pieces) => pieces.length))
  return Array.from({ length: count }, (_, n) => cells.map((pieces) => pieces[n] ?? ''))
}

/** Cuts text between words into pieces of at most `most` lines of `letters` letters. */
function cutText(text: string, letters: number, most: number): string[] {
  const pieces: string[] = []
  let piece = ''
  let lines = 0
  for (const part of text.split(/(?<=\n)/)) {
    for (const word of part.split(/(?<= )/)) {
      const needed = word.length / Math.max(letters, 1) + (word.endsWith('\n') ? 1 : 0)
      if (lines + needed > most && piece !== '') {
        pieces.push(piece.trimEnd())
        piece = ''
        lines = 0
      }
      piece += word
      lines += needed
    }
  }
  return [...pieces, piece.trimEnd()]
}

/** Recipients on the left, signature on the right; both stay on one page. */
function foot(layout: OfficialLayout): Node {
  const { signature, recipients } = layout
  const left: Node[] = recipients
    ? [
        { text: 'Nơi nhận:', bold: true, italics: true, fontSize: 12 },
        ...recipients.map((line) => ({ text: printable(line), fontSize: 11 })),
      ]
    : []
  const right: Node[] = signature
    ? [
        ...signature.marks.map((mark) => ({ text: printable(mark), bold: true })),
        { text: printable(signature.title), bold: true },
        { text: printable(signature.name), bold: true, margin: [0, 64, 0, 0] },
      ]
    : []
  return {
    columns: [
      { width: '50%', stack: left },
      { width: '50%', stack: right, alignment: 'center' },
    ],
    margin: [0, 14, 0, 0],
    unbreakable: true,
  }
}

function footer(
  layout: OfficialLayout,
  { landscape = false }: PaperOptions,
  page: Page,
  number: number,
  count: number,
): Node {
  if (!layout.footerNote && !landscape) return ''
  return {
    columns: [
      { width: '*', text: printable(layout.footerNote ?? ''), fontSize: 9, color: '#444444' },
      { width: 70, text: `Trang ${number}/${count}`, alignment: 'right', fontSize: 9, color: '#444444' },
    ],
    margin: [page.left, points(8), page.right, 0],
  }
}
