import { toXlsx } from '#platform/documents/index.ts'
import { type exportFormats, type IndicatorView, shareOf, type UnitFigure } from '../domain/index.ts'

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}
const shownAs = { children: 'đơn vị trực thuộc', communes: 'các xã', short: 'các xã chưa đạt' }

/** The list of units as a spreadsheet, with what was measured, where, for which day. */
export async function exportUnits(
  found: Pick<IndicatorView, 'indicator' | 'unit' | 'figure'> & { rows: readonly UnitFigure[] },
  how: { show: keyof typeof shownAs; on: string; format: (typeof exportFormats)[number] },
) {
  const { indicator, unit, figure } = found
  const hasShare = indicator.measure !== 'sum'
  const columns = [
    { title: 'TT', width: 6, kind: 'number' as const },
    { title: 'Mã đơn vị', width: 18 },
    { title: 'Đơn vị', width: 34 },
    { title: 'Thuộc', width: 34 },
    { title: hasShare ? 'Đạt' : 'Số lượng', width: 12, kind: 'number' as const },
    ...(hasShare
      ? [
          { title: 'Tổng số', width: 12, kind: 'number' as const },
          { title: 'Tỷ lệ (%)', width: 12, kind: 'number' as const },
        ]
      : []),
  ]
  const rows = found.rows.map((row, i) => [
    i + 1,
    row.id,
    row.name,
    row.within,
    row.numerator,
    ...(hasShare ? [row.denominator, percent(shareOf(indicator, row))] : []),
  ])
  const total = hasShare ? `${figure.numerator}/${figure.denominator}` : `${figure.numerator}`
  const state = figure.waiting ? ' Có số liệu mới ghi chưa được tính.' : ''
  const note = `${indicator.title.vi}: ${total} ${indicator.noun.vi}, ${unit.name}, ngày ${vietnameseDate(how.on)}; ${shownAs[how.show]}.${state}`
  const name = `${indicator.key}-${unit.id.replace(':', '-')}-${how.on}.${how.format}`
  const bytes =
    how.format === 'xlsx'
      ? await toXlsx([{ name: 'Chỉ số', columns, rows, note }])
      : Buffer.from(csv([columns.map((column) => column.title), ...rows]))
  return { bytes, name, mediaType: mediaTypes[how.format] }
}

const percent = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10)

function vietnameseDate(day: string): string {
  return day.split('-').reverse().join('/')
}

/** With a mark of its encoding, for Excel. What a spreadsheet would run as a formula is made text. */
function csv(rows: (string | number | null)[][]): string {
  const cell = (value: string | number | null) => {
    if (typeof value !== 'string') return value === null ? '' : String(value)
    const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
