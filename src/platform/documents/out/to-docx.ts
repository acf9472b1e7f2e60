import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type IParagraphOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'

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

/** Draws a layout as a Word document that a clerk can go on editing. The face is named, not embedded: Times New Roman. */
export async function drawDocx(layout: OfficialLayout, options: PaperOptions = {}): Promise<Uint8Array> {
  const { landscape = false } = options
  const margin = landscape ? { ...paper, top: 22, left: 20, right: 15 } : paper
  const width = twips((landscape ? paper.height : paper.width) - margin.left - margin.right)
  const document = new Document({
    creator: 'Pháo Đài',
    title: printable([layout.title, layout.subtitle].filter(Boolean).join(' ')),
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: half(13), language: { value: 'vi-VN' } } },
      },
    },
    sections: [
      {
        properties: {
          // Decree 30/2020: the number stands in the top margin and not on the first page.
          titlePage: true,
          page: {
            size: {
              width: twips(paper.width),
              height: twips(paper.height),
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: twips(margin.top),
              bottom: twips(margin.bottom),
              left: twips(margin.left),
              right: twips(margin.right),
              header: twips(10),
              footer: twips(9),
            },
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph('')] }),
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: half(13) })],
              }),
            ],
          }),
        },
        ...(layout.footerNote || landscape
          ? { footers: { first: footer(layout), default: footer(layout) } }
          : {}),
        children: [
          head(layout, width),
          ...title(layout),
          ...layout.blocks.map((block) => drawBlock(block, width)),
          ...(layout.signature || layout.recipients ? [line('', {}), foot(layout, width)] : []),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const twips = (millimetres: number) => Math.round(points(millimetres) * 20)
const half = (size: number) => Math.round(size * 2)

interface Look {
  bold?: boolean
  italics?: boolean
  size?: number
}

/** One paragraph; line ends inside the text become line breaks. */
function line(
  text: string,
  { bold = false, italics = false, size = 13 }: Look,
  more: IParagraphOptions = {},
): Paragraph {
  const lines = printable(text).split('\n')
  return new Paragraph({
    ...more,
    children: lines.map(
      (part, i) => new TextRun({ text: part, bold, italics, size: half(size), ...(i > 0 && { break: 1 }) }),
    ),
  })
}

const centred = (text: string, look: Look, more: IParagraphOptions = {}) =>
  line(text, look, { alignment: AlignmentType.CENTER, ...more })

const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = {
  top: noBorder,
  bottom: noBorder,
  left: noBorder,
  right: noBorder,
  insideHorizontal: noBorder,
  insideVertical: noBorder,
}

/** A line under a name, as the border of a narrow empty paragraph. */
const rule = (indent: number) =>
  new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { line: 60, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
  })

/** Two columns without borders: how the head and the foot of Vietnamese documents are set in Word. */
function twoColumns(left: Paragraph[], right: Paragraph[], widths: [number, number]): Table {
  const cell = (children: Paragraph[], size: number) =>
    new TableCell({ children, width: { size, type: WidthType.DXA }, borders: noBorders })
  return new Table({
    borders: noBorders,
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    rows: [new TableRow({ cantSplit: true, children: [cell(left, widths[0]), cell(right, widths[1])] })],
  })
}

function head(layout: OfficialLayout, width: number): Table {
  const words = headOf(layout)
  const party = layout.style === 'party'
  const leftWidth = Math.round(width * 0.43)
  const rightWidth = width - leftWidth
  const left = [
    ...(layout.parentIssuer ? [centred(layout.parentIssuer, { size: 12 })] : []),
    ...layout.issuer.map((name) => centred(name, { bold: true, size: 12 })),
    party ? centred('*', {}) : rule(Math.round(leftWidth * 0.32)),
    ...(words.number ? [centred(words.number, {}, { spacing: { before: party ? 0 : 100 } })] : []),
  ]
  const right = [
    centred(words.right.title, { bold: true, size: party ? 14 : 12 }),
    ...(words.right.motto ? [centred(words.right.motto, { bold: true })] : []),
    rule(Math.round((rightWidth - points(58) * 20) / 2)),
    ...(words.placeAndDate
      ? [centred(words.placeAndDate, { italics: true }, { spacing: { before: 100 } })]
      : []),
  ]
  return twoColumns(left, right, [leftWidth, rightWidth])
}

function title(layout: OfficialLayout): Paragraph[] {
  return [
    centred(layout.title, { bold: true, size: 14 }, { spacing: { before: 320 } }),
    ...(layout.subtitle
      ? [centred(layout.subtitle, { bold: true }, { indent: { left: 500, right: 500 } })]
      : []),
    centred(layout.style === 'party' ? '-----' : '_______', { size: 10 }, { spacing: { after: 200 } }),
  ]
}

function drawBlock(block: Block, width: number): Paragraph | Table {
  switch (block.kind) {
    case 'heading':
      return line(
        block.text,
        { bold: true },
        { spacing: { before: 160, after: 40 }, indent: { firstLine: twips(10) }, keepNext: true },
      )
    case 'note':
      return line(block.text, { italics: true, size: 11 }, { spacing: { before: 60, after: 60 } })
    case 'table':
      return drawTable(block.columns, block.rows, width)
    default:
      return line(
        block.text,
        {},
        {
          alignment: AlignmentType.BOTH,
          indent: { firstLine: twips(10) },
          spacing: { before: 60, after: 60, line: 264 },
        },
      )
  }
}

const alignments = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER }

function drawTable(columns: Column[], rows: string[][], width: number): Table {
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  const widths = columns.map((column) => Math.round((width * column.width) / total))
  const cell = (i: number, content: Paragraph, heading = false) =>
    new TableCell({
      children: [content],
      width: { size: widths[i]!, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(heading && {
        verticalAlign: VerticalAlign.CENTER,
        shading: { type: ShadingType.CLEAR, fill: 'EEEEEE' },
      }),
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column, i) => cell(i, centred(column.title, { bold: true, size: 11 }), true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((column, i) =>
              cell(i, line(row[i] ?? '', { size: 11 }, { alignment: alignments[column.align ?? 'left'] })),
            ),
          }),
      ),
    ],
  })
}

function foot(layout: OfficialLayout, width: number): Table {
  const { signature, recipients } = layout
  const left = recipients
    ? [
        line('Nơi nhận:', { bold: true, italics: true, size: 12 }),
        ...recipients.map((each) => line(each, { size: 11 })),
      ]
    : [new Paragraph('')]
  const right = signature
    ? [
        ...signature.marks.map((mark) => centred(mark, { bold: true })),
        centred(signature.title, { bold: true }),
        centred(signature.name, { bold: true }, { spacing: { before: 1200 } }),
      ]
    : [new Paragraph('')]
  return twoColumns(left, right, [Math.round(width / 2), width - Math.round(width / 2)])
}

function footer(layout: OfficialLayout): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({ text: layout.footerNote ? `${printable(layout.footerNote)}   ` : '', size: half(9) }),
          new TextRun({
            children: ['Trang ', PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES],
            size: half(9),
          }),
        ],
      }),
    ],
  })
}
