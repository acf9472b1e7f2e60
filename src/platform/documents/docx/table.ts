import type { BodyBlock, Builder } from './blocks.ts'

/** Gathers one Word table. It counts as ruled when it or any of its cells has a visible border, or a grid style. */
export class TableBuilder implements Builder {
  private readonly rows: BodyBlock[][][] = []
  private ruled = false
  private inBorders = false

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'w:tr') this.rows.push([])
    else if (name === 'w:tc') this.rows.at(-1)?.push([])
    else if (name === 'w:tblBorders' || name === 'w:tcBorders') this.inBorders = true
    else if (name === 'w:tblStyle') this.ruled ||= /grid/i.test(attributes['w:val'] ?? '')
    else if (this.inBorders && (name === 'w:insideV' || name === 'w:left' || name === 'w:right')) {
      // Only upright rules part data; a header table often has a short line under the national title.
      this.ruled ||= !['nil', 'none'].includes(attributes['w:val'] ?? 'none')
    }
  }

  close(name: string): void {
    if (name === 'w:tblBorders' || name === 'w:tcBorders') this.inBorders = false
  }

  add(block: BodyBlock): void {
    this.rows.at(-1)?.at(-1)?.push(block)
  }

  finish(): BodyBlock[] {
    return this.rows.length === 0 ? [] : [{ kind: 'table', ruled: this.ruled, rows: this.rows }]
  }
}
