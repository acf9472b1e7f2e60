import { type OfficialLayout, toDocx, toPdf, toXlsx } from '#platform/documents/index.ts'
import {
  type BoardRow,
  type Deadline,
  type Directive,
  type DirectiveSummary,
  documentKindNames,
  followStateNames,
  type exportFormats,
  type InboxRow,
  type Party,
  type Task,
} from '../domain/index.ts'
import { sheetFile, type SheetFormat } from './sheet-file.ts'

export type ExportFormat = (typeof exportFormats)[number]

export const mediaTypes: Record<ExportFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The register as it is handed round: one row a task, in the order of the document. */
export async function exportRegister(
  directive: Directive,
  format: ExportFormat,
  of: { style: OfficialLayout['style']; today: string },
) {
  const tasks = directive.tasks.filter((t) => t.state === 'proposed' || t.state === 'issued')
  const bytes =
    format === 'xlsx'
      ? await toXlsx([registerSheet(directive, tasks)])
      : await (format === 'docx' ? toDocx : toPdf)(registerLayout(directive, tasks, of), {
          landscape: true,
        })
  const name = `so-nhiem-vu-${(directive.number ?? directive.id.slice(0, 8)).replace(/[^\p{L}\p{N}]+/gu, '-')}.${format}`
  return { bytes, name, mediaType: mediaTypes[format] }
}

function registerLayout(
  directive: Directive,
  tasks: readonly Task[],
  { style, today }: { style: OfficialLayout['style']; today: string },
): OfficialLayout {
  const state = directive.state === 'issued' ? 'đã phát hành' : 'bản nháp, chưa phát hành'
  return {
    style,
    issuer: [directive.bodyName.toUpperCase()],
    title: 'SỔ NHIỆM VỤ',
    subtitle: `theo ${describe(directive)}`,
    date: today,
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: 'TT', width: 4, align: 'center' },
          { title: 'Mục', width: 5, align: 'center' },
          { title: 'Nội dung nhiệm vụ', width: 38 },
          { title: 'Chủ trì', width: 17 },
          { title: 'Phối hợp', width: 12 },
          { title: 'Thời hạn', width: 10 },
          { title: 'Chỉ tiêu', width: 14 },
        ],
        rows: tasks.map((t, i) => [
          String(i + 1),
          t.content.section,
          t.quote,
          names(t.content.lead),
          names(t.content.coordinate),
          deadlineWords(t.content.deadline),
          t.content.targets.map((x) => x.text).join('; '),
        ]),
      },
    ],
    footerNote: `${tasks.length} nhiệm vụ (${state}). Nguồn: ${directive.fileName}.`,
  }
}

function describe(directive: DirectiveSummary): string {
  const kind = directive.kind ? documentKindNames[directive.kind] : 'Văn bản'
  const number = directive.number ? ` số ${directive.number}` : ''
  const date = directive.date ? ` ngày ${vietnameseDate(directive.date)}` : ''
  return `${kind}${number}${date}${directive.issuer ? ` của ${directive.issuer}` : ''}`
}

function registerSheet(directive: Directive, tasks: readonly Task[]) {
  return {
    name: 'Sổ nhiệm vụ',
    note: describe(directive),
    columns: [
      { title: 'TT', width: 6, kind: 'number' as const },
      { title: 'Mục', width: 8 },
      { title: 'Nội dung nhiệm vụ', width: 80 },
      { title: 'Cơ quan chủ trì', width: 36 },
      { title: 'Cơ quan phối hợp', width: 36 },
      { title: 'Loại thời hạn', width: 16 },
      { title: 'Từ ngày', width: 12, kind: 'date' as const },
      { title: 'Đến ngày', width: 12, kind: 'date' as const },
      { title: 'Chỉ tiêu', width: 40 },
      { title: 'Thẩm quyền phê duyệt', width: 30 },
      { title: 'Báo cáo', width: 30 },
    ],
    rows: tasks.map((t, i) => [
      i + 1,
      t.content.section,
      t.quote,
      names(t.content.lead),
      names(t.content.coordinate),
      t.content.deadline ? deadlineKinds[t.content.deadline.kind] : '',
      t.content.deadline?.start ?? null,
      t.content.deadline?.date ?? null,
      t.content.targets.map((x) => x.text).join('; '),
      t.content.approval?.authority ?? '',
      names(t.content.reportTo),
    ]),
  }
}

/** Everything in the inbox's filter, for a clerk who works in a spreadsheet. */
export async function exportInbox(rows: readonly InboxRow[], today: string, format: SheetFormat) {
  return sheetFile(
    {
      name: 'Nhiệm vụ',
      note: `Nhiệm vụ được giao, tính đến ngày ${vietnameseDate(today)}`,
      columns: [
        { title: 'TT', width: 6, kind: 'number' as const },
        { title: 'Nội dung nhiệm vụ', width: 80 },
        { title: 'Vai trò', width: 14 },
        { title: 'Chủ trì', width: 36 },
        { title: 'Thời hạn', width: 14, kind: 'date' as const },
        { title: 'Thời hạn ban đầu', width: 14, kind: 'date' as const },
        { title: 'Trạng thái', width: 20 },
        { title: 'Ngày hoàn thành', width: 14, kind: 'date' as const },
        { title: 'Văn bản', width: 24 },
        { title: 'Cơ quan ban hành', width: 36 },
      ],
      rows: rows.map((r, i) => [
        i + 1,
        r.quote,
        parts[r.part],
        r.leadNames.join('; '),
        r.dueOn,
        r.originalDueOn,
        followStateNames[r.followState],
        r.doneOn,
        r.directiveNumber ?? r.directiveTitle ?? '',
        r.issuer ?? '',
      ]),
    },
    `nhiem-vu-${today}`,
    format,
  )
}

/** Everything in the follow-up list's filter: a line for each body that leads. */
export async function exportBoard(rows: readonly BoardRow[], today: string, format: SheetFormat) {
  return sheetFile(
    {
      name: 'Theo dõi nhiệm vụ',
      note: `Nhiệm vụ đã giao, tính đến ngày ${vietnameseDate(today)}`,
      columns: [
        { title: 'TT', width: 6, kind: 'number' as const },
        { title: 'Nội dung nhiệm vụ', width: 80 },
        { title: 'Chủ trì', width: 36 },
        { title: 'Đơn vị', width: 24 },
        { title: 'Trạng thái', width: 20 },
        { title: 'Báo cáo', width: 20 },
        { title: 'Thời hạn', width: 14, kind: 'date' as const },
        { title: 'Thời hạn ban đầu', width: 14, kind: 'date' as const },
        { title: 'Quá hạn (ngày)', width: 10, kind: 'number' as const },
        { title: 'Ngày hoàn thành', width: 14, kind: 'date' as const },
        { title: 'Ước đạt (%)', width: 10, kind: 'number' as const },
        { title: 'Văn bản', width: 24 },
        { title: 'Mục', width: 10 },
        { title: 'Cơ quan giao', width: 36 },
      ],
      rows: rows.map((r, i) => [
        i + 1,
        r.quote,
        r.bodyName,
        r.unitName,
        followStateNames[r.followState],
        partStateNames[r.state],
        r.dueOn,
        r.originalDueOn,
        r.daysLate || null,
        r.doneOn,
        r.percent,
        r.directiveNumber ?? r.directiveTitle ?? '',
        r.section,
        r.issuerName,
      ]),
    },
    `theo-doi-nhiem-vu-${today}`,
    format,
  )
}

const partStateNames: Record<BoardRow['state'], string> = {
  open: '',
  reported: 'Chờ xem xét',
  returned: 'Đã trả lại',
  accepted: 'Đã công nhận',
  withdrawn: 'Đã rút',
  superseded: 'Đã bị thay thế',
}

const parts: Record<InboxRow['part'], string> = {
  lead: 'Chủ trì',
  coordinate: 'Phối hợp',
  direct: 'Được chỉ đạo',
  'report-to': 'Nhận báo cáo',
}

const deadlineKinds: Record<Deadline['kind'], string> = {
  by: 'Chậm nhất',
  from: 'Từ ngày',
  between: 'Trong khoảng',
  immediately: 'Thực hiện ngay',
  periodic: 'Định kỳ',
}

const names = (parties: readonly Party[]) => parties.map((p) => p.name).join('; ')

export function deadlineWords(deadline: Deadline | null): string {
  if (!deadline) return ''
  const day = (date: string | null) => (date ? vietnameseDate(date) : '')
  if (deadline.kind === 'by') return deadline.date ? day(deadline.date) : deadline.text
  if (deadline.kind === 'from') return `Từ ${day(deadline.start)}`
  if (deadline.kind === 'between') return `${day(deadline.start)} – ${day(deadline.date)}`
  return deadline.text
}

/** 30/9/2021, as documents write it. */
export function vietnameseDate(iso: string): string {
  const [year, month, day] = iso.split('-')
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`
}
