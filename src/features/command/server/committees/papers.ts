import type { MultipartFile } from '@fastify/multipart'

import { readSheet, toDocx, toPdf, toXlsx } from '#platform/documents/index.ts'
import type { Actor } from '#platform/server/actor.ts'
import { newId } from '#platform/server/chance.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import {
  type Committee,
  type Member,
  memberColumns,
  officeNames,
  readMemberSheet,
  type Work,
} from '../../domain/index.ts'
import type { Download } from '#platform/server/download.ts'
import { mediaTypes, type PaperFormat } from '../paper-formats.ts'
import { dayOf } from '../moments.ts'
import { addMember } from './actions.ts'
import { kindOf, mustSeeCommittee } from './views.ts'

/** The list of members as it stood on a day, to be printed or to be worked on in a spreadsheet. Phones stay masked. */
export async function memberList(committee: Committee, format: PaperFormat): Promise<Download> {
  const bytes = format === 'xlsx' ? await sheetOf(committee) : await paperOf(committee, format)
  const name = `danh-sach-thanh-vien-${committee.body.code.replace('@', '-')}-${committee.on}.${format}`
  return { bytes, name, mediaType: mediaTypes[format] }
}

function sheetOf({ body, members, on }: Committee) {
  return toXlsx([
    {
      name: 'Thành viên',
      note: `${body.name}, ngày ${dayOf(on)}. Số điện thoại che bớt không được đọc lại khi nạp.`,
      columns: memberColumns.map((title, i) => ({
        title,
        width: [28, 26, 40, 16, 14, 14, 20, 16][i] ?? 16,
        ...([4, 5, 7].includes(i) && { kind: 'date' as const }),
      })),
      rows: members.map((m) => [
        m.personName,
        officeNames[m.office],
        m.post,
        m.phone ?? '',
        m.fromDay,
        m.toDay,
        m.number,
        m.numberDay,
      ]),
    },
  ])
}

function paperOf({ body, members, works, on }: Committee, format: 'docx' | 'pdf') {
  return (format === 'docx' ? toDocx : toPdf)(
    {
      style: 'state',
      issuer: [body.name.toUpperCase()],
      title: 'DANH SÁCH THÀNH VIÊN',
      subtitle: `tính đến ngày ${dayOf(on)}`,
      date: on,
      blocks: [
        {
          kind: 'table',
          columns: [
            { title: 'TT', width: 4, align: 'center' },
            { title: 'Họ và tên', width: 18 },
            { title: 'Chức danh trong Ban', width: 16 },
            { title: 'Chức vụ', width: 24 },
            { title: 'Phân công', width: 24 },
            { title: 'Từ ngày', width: 10 },
            { title: 'Quyết định', width: 14 },
          ],
          rows: members.map((m, i) => [
            String(i + 1),
            m.personName,
            officeNames[m.office],
            m.post,
            workOf(m, works),
            dayOf(m.fromDay),
            `${m.number}, ${dayOf(m.numberDay)}`,
          ]),
        },
      ],
      footerNote: `${members.length} thành viên.`,
    },
    { landscape: true },
  )
}

const workOf = (member: Member, works: readonly Work[]) =>
  works
    .filter((work) => work.memberId === member.id)
    .map((work) => [work.area, ...(work.unitNames.length > 0 ? [work.unitNames.join(', ')] : [])].join(': '))
    .join('; ')

export async function sheetRows(part: MultipartFile | undefined): Promise<string[][]> {
  if (!part)
    throw problem.invalid({ where: 'file', issues: [{ path: 'file', found: '', expected: 'một bảng tính' }] })
  const [sheet] = await readSheet(await part.toBuffer(), { rows: 2_000, cells: 50_000 })
  return (sheet?.rows ?? []).map((row) => [...row])
}

/** Takes over a list whole, or nothing and says what is wrong in which row. */
export async function importMembers(tx: Db, actor: Actor, id: string, rows: string[][]) {
  const committee = await mustSeeCommittee(tx, actor, id)
  const { members, faults } = readMemberSheet(rows, kindOf(committee), newId)
  if (faults.length > 0 || members.length === 0)
    throw problem.incomplete({
      issues:
        faults.length > 0
          ? faults.map((f) => ({ path: `dòng ${f.row}, ${f.column}`, found: f.found, expected: f.expected }))
          : [{ path: 'file', found: 'không có dòng nào', expected: memberColumns.join(' | ') }],
    })
  for (const member of members) await addMember(tx, actor, id, member, { kind: 'imported', note: '' })
  return { added: members.length }
}
