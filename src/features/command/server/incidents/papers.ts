import { type OfficialLayout, toDocx, toPdf, toXlsx } from '#platform/documents/index.ts'
import { incidentWords, type IncidentRow, type LogEntry } from '../../domain/index.ts'
import type { Download } from '#platform/server/download.ts'
import { mediaTypes, type PaperFormat } from '../paper-formats.ts'
import { dayOf, momentOf } from '../moments.ts'

interface Table {
  title: string
  subtitle: string
  columns: { title: string; width: number }[]
  rows: string[][]
  note: string
}

/** The list as it is on the screen, for a report or another desk. Callers stay masked on paper too. */
export function incidentList(
  rows: readonly IncidentRow[],
  issuer: string,
  today: string,
  format: PaperFormat,
) {
  const table: Table = {
    title: 'DANH SÁCH SỰ VỤ TRỰC BAN',
    subtitle: `tính đến ngày ${dayOf(today)}`,
    columns: [
      { title: 'Số', width: 5 },
      { title: 'Đến lúc', width: 10 },
      { title: 'Loại', width: 12 },
      { title: 'Nội dung', width: 34 },
      { title: 'Nơi xảy ra', width: 16 },
      { title: 'Trạng thái', width: 12 },
      { title: 'Đơn vị xử lý', width: 16 },
      { title: 'Kết quả', width: 18 },
    ],
    rows: rows.map((row) => [
      String(row.number),
      momentOf(row.arrivedAt),
      incidentWords.kinds[row.kind],
      row.details,
      [row.placeText, row.placeUnitName].filter(Boolean).join(', '),
      incidentWords.states[row.state],
      [row.team, row.assignedBodyName ?? row.deskBodyName].filter(Boolean).join(', '),
      row.result ?? '',
    ]),
    note: `${rows.length} sự vụ. Họ tên, số điện thoại người gọi không in ra.`,
  }
  return paper(table, issuer, today, format, `su-vu-truc-ban-${today}`)
}

/** The desk's log between two instants, as it is signed over to the next shift. */
export function logbook(
  entries: readonly LogEntry[],
  desk: string,
  span: { from: string; to: string },
  today: string,
  format: PaperFormat,
) {
  const table: Table = {
    title: 'SỔ TRỰC BAN',
    subtitle: `từ ${momentOf(span.from)} đến ${momentOf(span.to)}`,
    columns: [
      { title: 'Giờ', width: 12 },
      { title: 'Sự vụ', width: 6 },
      { title: 'Việc', width: 18 },
      { title: 'Nội dung', width: 44 },
      { title: 'Người ghi', width: 20 },
    ],
    rows: entries.map((entry) => [
      momentOf(entry.at),
      String(entry.number),
      incidentWords.acts[entry.event] ?? entry.event,
      entry.text,
      `${entry.by}, ${entry.bodyName}`,
    ]),
    note: `${entries.length} dòng. Người giao ca và người nhận ca ký xác nhận.`,
  }
  return paper(table, desk, today, format, `so-truc-ban-${today}`)
}

async function paper(
  table: Table,
  issuer: string,
  today: string,
  format: PaperFormat,
  name: string,
): Promise<Download> {
  const layout: OfficialLayout = {
    style: 'state',
    issuer: [issuer.toUpperCase()],
    title: table.title,
    subtitle: table.subtitle,
    date: today,
    blocks: [{ kind: 'table', columns: table.columns, rows: table.rows }],
    footerNote: table.note,
  }
  const bytes =
    format === 'xlsx'
      ? await toXlsx([
          {
            name: table.title.slice(0, 31),
            columns: table.columns.map((c) => ({ title: c.title, width: c.width * 1.6 })),
            rows: table.rows,
            note: table.note,
          },
        ])
      : await (format === 'docx' ? toDocx : toPdf)(layout, { landscape: true })
  return { bytes, name: `${name}.${format}`, mediaType: mediaTypes[format] }
}
