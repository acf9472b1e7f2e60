import { isMaskedPhone } from '#lib/text-vi/index.ts'
import { AddMember, type CommitteeKind, type CommitteeOffice, officesOf } from './committee.ts'
import { officeNames } from './signature.ts'

export const fold = (text = '') => text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ')

/** 15/9/2021 or 2021-09-15; anything else stays as it is and is refused by the schema. */
function dayOf(text: string): string {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim())
  return parts ? `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}` : text.trim()
}

const columns: Record<string, string> = {
  personName: 'Họ và tên',
  office: 'Chức danh trong Ban',
  post: 'Chức vụ',
  phone: 'Điện thoại',
  fromDay: 'Từ ngày',
  toDay: 'Đến ngày',
  number: 'Số quyết định',
  numberDay: 'Ngày quyết định',
}

/** One row of the sheet as a new member, or what is wrong with it, column by column. */
export function newMemberFrom(
  cells: readonly string[],
  kind: CommitteeKind,
  newId: () => string,
): { member: AddMember } | { faults: { column: string; found: string; expected: string }[] } {
  const [
    personName = '',
    office = '',
    post = '',
    phone = '',
    from = '',
    to = '',
    number = '',
    numberDay = '',
  ] = cells
  const given: Record<string, string> = {
    personName,
    office,
    post,
    phone,
    fromDay: from,
    toDay: to,
    number,
    numberDay,
  }
  const known = officesOf[kind].find((name: CommitteeOffice) => fold(officeNames[name]) === fold(office))
  const parsed = AddMember.safeParse({
    id: newId(),
    personName,
    office: known,
    post,
    // A number that went out masked does not come back as a number.
    phone: phone.trim() === '' || isMaskedPhone(phone) ? null : phone,
    fromDay: dayOf(from),
    toDay: to.trim() === '' ? null : dayOf(to),
    number,
    numberDay: dayOf(numberDay),
  })
  if (parsed.success) return { member: parsed.data }
  return {
    faults: parsed.error.issues.map((issue) => {
      const field = String(issue.path[0])
      return {
        column: columns[field] ?? field,
        found: given[field] ?? '',
        expected: expected[field] ?? 'một giá trị',
      }
    }),
  }
}

const expected: Record<string, string> = {
  personName: 'họ tên, tối đa 200 chữ',
  office: Object.values(officeNames).join(' / '),
  post: 'tối đa 300 chữ',
  phone: '6 đến 15 chữ số',
  fromDay: 'ngày/tháng/năm',
  toDay: 'ngày/tháng/năm, hoặc để trống',
  number: 'số, ký hiệu của quyết định',
  numberDay: 'ngày/tháng/năm',
}
