import { z } from 'zod'

import type { UnitLevel } from '#registry/units/domain/index.ts'
import { type Content, type Field, type Said, schemaOf } from './fields.ts'

export const kinds = [
  'mobile-station',
  'station-beds',
  'community-group',
  'safety-group',
  'rapid-team',
  'coordination-regulation',
  'industrial-park',
] as const
export const Kind = z.enum(kinds)
export type Kind = z.infer<typeof Kind>

export interface KindDefinition {
  readonly label: Said
  readonly many: Said
  /** What `fromDay` is called. */
  readonly fromDay: Said
  /** Levels of the units in which one may stand: a district keeps teams and signs regulations (HD-0312 §2, BD-0915 §4). */
  readonly levels: readonly UnitLevel[]
  readonly fields: readonly Field[]
}

const say = (vi: string, en: string): Said => ({ vi, en })
const began = say('Hoạt động từ ngày', 'Working since')
const commune: readonly UnitLevel[] = ['commune']

const name = (vi: string, en: string, hint?: Said): Field => ({
  name: 'name',
  label: say(vi, en),
  type: 'text',
  max: 200,
  required: true,
  ...(hint && { hint }),
})
const text = (name: string, label: Said, max: number, more: Partial<Field> = {}) =>
  ({ name, label, type: 'text', max, ...more }) as Field
const whole = (name: string, label: Said, min: number, max: number, more: Partial<Field> = {}) =>
  ({ name, label, type: 'whole', min, max, ...more }) as Field
const phone = (label: Said, more: Partial<Field> = {}) =>
  ({ name: 'phone', label, type: 'phone', ...more }) as Field

const required = { required: true }
const aside = { aside: true }
const short = (vi: string, en: string) => ({ short: say(vi, en) })
const address = text('address', say('Địa chỉ', 'Address'), 300, aside)
const place: Field = { name: 'place', label: say('Vị trí', 'Place'), type: 'place', aside: true }
const leader = (label: Said) => text('leader', label, 100, required)

/**
 * The register of the grassroots health network: BD-0915 §4 (stations, beds, parks, regulations), HD-0312 §2 (rapid
 * teams, community and safety groups). A new kind is a row here, a value in the table's check, and a line in the norms.
 */
export const kindTable: Readonly<Record<Kind, KindDefinition>> = {
  'mobile-station': {
    label: say('Trạm y tế lưu động', 'Mobile health station'),
    many: say('Trạm y tế lưu động', 'Mobile stations'),
    fromDay: began,
    levels: commune,
    fields: [
      name('Tên trạm', 'Name of the station'),
      whole('doctors', say('Số bác sĩ', 'Doctors'), 0, 99, { ...required, ...short('Bác sĩ', 'Doctors') }),
      whole('staff', say('Số nhân viên, tình nguyện viên', 'Staff and volunteers'), 0, 500, {
        ...required,
        ...short('Nhân viên', 'Staff'),
      }),
      phone(say('Điện thoại trực', 'Telephone'), { ...required, ...short('Điện thoại', 'Telephone') }),
      whole('oxygen', say('Số bình ô xy', 'Oxygen cylinders'), 0, 5000, {
        ...required,
        ...short('Ô xy', 'Oxygen'),
      }),
      whole('patients', say('Số F0 đang quản lý', 'Patients in its care'), 0, 5000, short('F0', 'Patients')),
      {
        name: 'park',
        label: say('Trong khu, cụm công nghiệp', 'In the industrial park'),
        type: 'park',
        aside: true,
      },
      address,
      place,
    ],
  },
  'station-beds': {
    label: say('Giường tại trạm y tế', 'Station beds'),
    many: say('Giường trạm y tế', 'Station beds'),
    fromDay: say('Tính từ ngày', 'Counted from'),
    levels: commune,
    fields: [
      name('Tên trạm y tế', 'Name of the station'),
      whole('beds', say('Số giường', 'Beds'), 0, 1000, {
        ...required,
        hint: say(
          'Tổng số giường từ ngày này; số mới thay số cũ của xã',
          'All beds from that day; a new count replaces the commune’s older one',
        ),
      }),
      whole('oxygenBeds', say('Trong đó có ô xy', 'Of which with oxygen'), 0, 1000),
    ],
  },
  'community-group': {
    label: say('Tổ COVID cộng đồng', 'Community Covid group'),
    many: say('Tổ cộng đồng', 'Community groups'),
    fromDay: began,
    levels: commune,
    fields: [
      name(
        'Tên tổ',
        'Name of the group',
        say('Ví dụ: Tổ 3, khu phố Bình Hòa', 'For example: group 3, Bình Hòa quarter'),
      ),
      leader(say('Tổ trưởng', 'Leader')),
      phone(say('Điện thoại tổ trưởng', 'Leader’s telephone'), short('Điện thoại', 'Telephone')),
      whole('members', say('Số thành viên', 'Members'), 1, 100, {
        ...required,
        ...short('Thành viên', 'Members'),
      }),
      whole('households', say('Số hộ phụ trách', 'Households covered'), 0, 20_000, {
        ...required,
        ...short('Số hộ', 'Households'),
      }),
    ],
  },
  'safety-group': {
    label: say('Tổ an toàn COVID', 'Safety group'),
    many: say('Tổ an toàn', 'Safety groups'),
    fromDay: began,
    levels: commune,
    fields: [
      name('Tên tổ', 'Name of the group', say('Ví dụ: Tổ chuyền may 2', 'For example: sewing line 2')),
      text('enterprise', say('Doanh nghiệp', 'Enterprise'), 200, required),
      text('workplace', say('Phân xưởng, dây chuyền', 'Workshop, line'), 200),
      leader(say('Tổ trưởng', 'Leader')),
      phone(say('Điện thoại tổ trưởng', 'Leader’s telephone'), short('Điện thoại', 'Telephone')),
      whole('members', say('Số thành viên', 'Members'), 1, 100, {
        ...required,
        ...short('Thành viên', 'Members'),
      }),
    ],
  },
  'rapid-team': {
    label: say('Đội phản ứng nhanh', 'Rapid response team'),
    many: say('Đội phản ứng nhanh', 'Rapid teams'),
    fromDay: say('Thành lập từ ngày', 'Standing since'),
    levels: ['commune', 'district', 'province'],
    fields: [
      name('Tên đội', 'Name of the team'),
      {
        name: 'readiness',
        label: say('Tình trạng', 'Readiness'),
        type: 'choice',
        required: true,
        options: [
          { value: 'ready', label: say('Sẵn sàng', 'Ready') },
          { value: 'deployed', label: say('Đang làm nhiệm vụ', 'Deployed') },
          { value: 'resting', label: say('Đang nghỉ', 'Resting') },
        ],
      },
      leader(say('Đội trưởng', 'Leader')),
      phone(say('Điện thoại đội trưởng', 'Leader’s telephone'), {
        ...required,
        ...short('Điện thoại', 'Telephone'),
      }),
      whole('members', say('Số người', 'People'), 1, 200, required),
      text('vehicle', say('Phương tiện, biển số', 'Vehicle, plate'), 100),
      text('serves', say('Địa bàn phụ trách', 'Serves'), 300, aside),
    ],
  },
  'coordination-regulation': {
    label: say('Quy chế phối hợp', 'Coordination regulation'),
    many: say('Quy chế phối hợp', 'Regulations'),
    fromDay: say('Ngày ký', 'Signed on'),
    levels: ['district', 'commune'],
    fields: [
      name('Trích yếu', 'Subject'),
      text('number', say('Số, ký hiệu', 'Number'), 60, required),
      text('parties', say('Các bên ký', 'Parties'), 400, {
        ...required,
        hint: say('Ban quản lý khu, cụm công nghiệp và địa phương', 'The park board and the locality'),
      }),
      { name: 'park', label: say('Khu, cụm công nghiệp', 'Industrial park'), type: 'park', aside: true },
      { name: 'file', label: say('Bản đã ký', 'Signed file'), type: 'file', aside: true },
    ],
  },
  'industrial-park': {
    label: say('Khu, cụm công nghiệp', 'Industrial park'),
    many: say('Khu, cụm công nghiệp', 'Industrial parks'),
    fromDay: began,
    levels: commune,
    fields: [
      name('Tên khu, cụm', 'Name of the park'),
      {
        name: 'parkKind',
        label: say('Loại', 'Kind'),
        type: 'choice',
        required: true,
        options: [
          { value: 'kcn', label: say('Khu công nghiệp', 'Industrial park') },
          { value: 'ccn', label: say('Cụm công nghiệp', 'Industrial cluster') },
        ],
      },
      text('manager', say('Đơn vị quản lý', 'Managed by'), 200),
      address,
      place,
    ],
  },
}

export function fieldsOf(kind: Kind): readonly Field[] {
  return kindTable[kind].fields
}

/** The whole content of a record of that kind; what it does not know is refused. */
export function contentSchemaOf(kind: Kind): z.ZodType<Content> {
  return contentSchemas[kind]
}

const contentSchemas = Object.fromEntries(
  kinds.map((kind) => [
    kind,
    z.strictObject(Object.fromEntries(fieldsOf(kind).map((field) => [field.name, schemaOf(field)]))),
  ]),
) as unknown as Record<Kind, z.ZodType<Content>>
