import { findBody } from '#registry/bodies/server/index.ts'
import { findUnit } from '#registry/units/server/index.ts'
import { type Block, type OfficialLayout, toDocx, toPdf } from '#platform/documents/index.ts'
import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import {
  daysBetween,
  type FollowUpReport,
  type ReminderLetter,
  type SignedBy,
  signatureFor,
} from '../domain/index.ts'
import { mustSee } from './access.ts'
import { mediaTypes, vietnameseDate } from './register-export.ts'
import { listLate } from './reminder-store.ts'
import { listReportRows, type ReportRow } from './paper-store.ts'

/** A paper before it is drawn: drawing takes a second and no transaction waits for it. */
export interface Paper {
  layout: OfficialLayout
  format: 'docx' | 'pdf'
  name: string
  landscape: boolean
}

export async function drawPaper({ layout, format, name, landscape }: Paper) {
  const bytes = await (format === 'docx' ? toDocx : toPdf)(layout, { landscape })
  return { bytes, name: `${name}.${format}`, mediaType: mediaTypes[format] }
}

/** Head and foot of a paper of this office’s body; number and name are left open for the clerk and the signer. */
async function frame(tx: Db, actor: Actor, signer: SignedBy, today: string) {
  const body = await findBody(tx, actor.bodyId)
  if (!body) throw problem.notFound({ what: 'body', id: actor.bodyId })
  const unit = await findUnit(tx, body.unitId)
  const { style, marks, title } = signatureFor(body, signer)
  return {
    body,
    layout: {
      style,
      issuer: [body.name.toUpperCase()],
      number: '        ',
      ...(unit && { place: unit.name.replace(/^(Tỉnh|Thành phố) /u, '') }),
      date: today,
      signature: { marks, title, name: '' },
    },
  }
}

/** Whether a paper of this body has the Party’s form or the state’s: by what the body is, never by its name. */
export async function styleOf(tx: Db, bodyId: string): Promise<OfficialLayout['style']> {
  const body = await findBody(tx, bodyId)
  return body?.sector === 'party' ? 'party' : 'state'
}

const archive = (style: 'state' | 'party') => (style === 'party' ? '- Lưu Văn phòng.' : '- Lưu: VT.')

/** Công văn đôn đốc: everything that a body owes this office and is late with, the oldest first. */
export async function reminderLetter(
  tx: Db,
  actor: Actor,
  ask: ReminderLetter,
  today: string,
): Promise<Paper> {
  const to = await findBody(tx, ask.bodyId)
  if (!to) throw problem.notFound({ what: 'body', id: ask.bodyId })
  const late = await listLate(tx, { issuerId: actor.bodyId, bodyId: ask.bodyId }, today)
  if (late.length === 0) {
    const expected = 'ít nhất một nhiệm vụ quá hạn mà cơ quan này còn nợ đơn vị của bạn'
    throw problem.incomplete({ issues: [{ path: 'bodyId', found: to.name, expected }] })
  }
  const { layout, body } = await frame(tx, actor, ask.signs, today)
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      text: `Qua theo dõi, đến hết ngày ${vietnameseDate(today)}, ${to.name} còn ${late.length} nhiệm vụ quá thời hạn do ${body.name} giao mà chưa báo cáo hoàn thành, gồm:`,
    },
    {
      kind: 'table',
      columns: [
        { title: 'TT', width: 4, align: 'center' },
        { title: 'Nhiệm vụ', width: 42 },
        { title: 'Văn bản', width: 16 },
        { title: 'Thời hạn', width: 12, align: 'center' },
        { title: 'Quá hạn (ngày)', width: 10, align: 'center' },
      ],
      rows: late.map((row, i) => [
        String(i + 1),
        row.quote,
        row.directiveNumber ?? row.directiveTitle ?? '',
        deadline(row.dueOn, row.originalDueOn),
        String(daysBetween(row.dueOn, today)),
      ]),
    },
    {
      kind: 'paragraph',
      text: `Đề nghị ${to.name} khẩn trương thực hiện, báo cáo kết quả hoặc nêu rõ nguyên nhân và thời hạn đề nghị gia hạn.`,
    },
  ]
  return {
    layout: {
      ...layout,
      // A công văn names no kind: its matter stands under the number (NĐ 30/2020/NĐ-CP, annex I; HD 36-HD/VPTW of 2018).
      number: `${layout.number}\nV/v đôn đốc thực hiện nhiệm vụ quá thời hạn`,
      title: `Kính gửi: ${to.name}`,
      blocks,
      recipients: ['- Như trên,', archive(layout.style)],
    },
    format: ask.format,
    name: `don-doc-${to.code.split('@')[0]}-${today}`,
    landscape: false,
  }
}

const deadline = (dueOn: string | null, original: string | null) =>
  !dueOn
    ? ''
    : original && original !== dueOn
      ? `${vietnameseDate(dueOn)}\n(ban đầu ${vietnameseDate(original)})`
      : vietnameseDate(dueOn)

/**
 * Báo cáo theo dõi: the four states as the Government’s own report counts them (1270/BC-TCTTTg of 27/12/2017), for each
 * body, and what is late by name.
 */
export async function followUpReport(
  tx: Db,
  actor: Actor,
  ask: FollowUpReport,
  today: string,
): Promise<Paper> {
  const directive = ask.directive && (await mustSee(tx, actor, ask.directive))
  const about = ask.body && (await findBody(tx, ask.body))
  if (ask.body && !about) throw problem.notFound({ what: 'body', id: ask.body })
  const rows = await listReportRows(tx, actor, ask, today)
  const { layout } = await frame(tx, actor, ask.signs, today)
  const period =
    ask.from && ask.to
      ? `từ ngày ${vietnameseDate(ask.from)} đến ngày ${vietnameseDate(ask.to)}`
      : `tính đến ngày ${vietnameseDate(today)}`
  const of = [
    directive && `theo văn bản ${directive.number ?? `“${directive.title ?? ''}”`}`,
    about && `của ${about.name}`,
    period,
  ]
  const late = rows.filter((row) => row.rank === 1)
  const blocks: Block[] = [
    { kind: 'heading', text: 'I. KẾT QUẢ CHUNG' },
    { kind: 'paragraph', text: summary(rows) },
    summaryTable(rows),
    { kind: 'heading', text: 'II. NHIỆM VỤ QUÁ HẠN CHƯA HOÀN THÀNH' },
    late.length > 0 ? lateTable(late, today) : { kind: 'paragraph', text: 'Không có nhiệm vụ quá hạn.' },
    {
      kind: 'note',
      text: 'Trạng thái được tính từ ngày hoàn thành đã nghiệm thu và thời hạn có hiệu lực (kể cả gia hạn đã chấp thuận). Nhiệm vụ không có thời hạn được tính vào “đang thực hiện trong hạn”. Mỗi cơ quan chủ trì tính một lượt.',
    },
  ]
  return {
    layout: {
      ...layout,
      title: 'BÁO CÁO',
      subtitle: `tình hình thực hiện nhiệm vụ được giao ${of.filter(Boolean).join(' ')}`,
      blocks,
      recipients: ['- Như trên,', archive(layout.style)],
    },
    format: ask.format,
    name: `bao-cao-theo-doi-${today}`,
    landscape: false,
  }
}

type Four = [onTime: number, late: number, running: number, overdue: number]
/** Ranks of `followStates`: overdue, due soon, not yet due, no deadline, done late, done on time. */
const columnOfRank = [3, 2, 2, 2, 1, 0] as const
function count(rows: readonly ReportRow[]): Four {
  const four: Four = [0, 0, 0, 0]
  for (const { rank } of rows) four[columnOfRank[rank - 1]!]++
  return four
}

function summary(rows: readonly ReportRow[]): string {
  const [onTime, late, running, overdue] = count(rows)
  return `Tổng số ${rows.length} lượt nhiệm vụ: hoàn thành đúng hạn ${onTime}, hoàn thành quá hạn ${late}, đang thực hiện trong hạn ${running}, chưa hoàn thành quá hạn ${overdue}.`
}

function summaryTable(rows: readonly ReportRow[]): Block {
  const bodies = new Map<string, ReportRow[]>()
  for (const row of rows) bodies.set(row.bodyName, [...(bodies.get(row.bodyName) ?? []), row])
  const line = (name: string, of: readonly ReportRow[]) => [name, String(of.length), ...count(of).map(String)]
  const sorted = [...bodies].sort((a, b) => count(b[1])[3] - count(a[1])[3] || b[1].length - a[1].length)
  return {
    kind: 'table',
    columns: [
      { title: 'Cơ quan chủ trì', width: 34 },
      { title: 'Tổng số', width: 10, align: 'center' },
      { title: 'Hoàn thành đúng hạn', width: 14, align: 'center' },
      { title: 'Hoàn thành quá hạn', width: 14, align: 'center' },
      { title: 'Đang thực hiện trong hạn', width: 14, align: 'center' },
      { title: 'Chưa hoàn thành quá hạn', width: 14, align: 'center' },
    ],
    rows: [...sorted.map(([name, of]) => line(name, of)), line('Tổng cộng', rows)],
  }
}

function lateTable(rows: readonly ReportRow[], today: string): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'TT', width: 5, align: 'center' },
      { title: 'Nhiệm vụ', width: 45 },
      { title: 'Chủ trì', width: 22 },
      { title: 'Thời hạn', width: 14, align: 'center' },
      { title: 'Quá hạn (ngày)', width: 10, align: 'center' },
    ],
    rows: rows.map((row, i) => [
      String(i + 1),
      row.quote,
      row.bodyName,
      deadline(row.dueOn, row.originalDueOn),
      row.dueOn ? String(daysBetween(row.dueOn, today)) : '',
    ]),
  }
}
