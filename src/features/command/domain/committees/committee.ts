import { z } from 'zod'

import { Phone } from '../phone.ts'

/** In the order in which they are listed. */
export const committeeOffices = [
  'head',
  'commander',
  'standing-deputy',
  'deputy',
  'deputy-commander',
  'standing-member',
  'member',
] as const
export type CommitteeOffice = (typeof committeeOffices)[number]
export const OfficeOf = z.enum(committeeOffices)

/** Steering Committees lead, Commands act: each has its own offices. */
export type CommitteeKind = 'steering-committee' | 'command-centre'
export const officesOf: Record<CommitteeKind, readonly CommitteeOffice[]> = {
  'steering-committee': ['head', 'standing-deputy', 'deputy', 'standing-member', 'member'],
  'command-centre': ['commander', 'deputy-commander', 'standing-member', 'member'],
}

/** Offices of which there is one at a time; the database refuses a second. */
export const singleOffices: readonly CommitteeOffice[] = ['head', 'standing-deputy', 'commander']

const Day = z.iso.date()

export const Member = z.object({
  id: z.uuid(),
  bodyId: z.uuid(),
  personName: z.string(),
  office: OfficeOf,
  post: z.string(),
  /** Masked; the number has its own address, a purpose and a log. */
  phone: z.string().nullable(),
  fromDay: Day,
  toDay: Day.nullable(),
  number: z.string(),
  numberDay: Day,
  endNumber: z.string().nullable(),
  endReason: z.string().nullable(),
  replacesId: z.uuid().nullable(),
  version: z.int(),
})
export type Member = z.infer<typeof Member>

export const Work = z.object({
  id: z.uuid(),
  memberId: z.uuid(),
  area: z.string(),
  unitIds: z.array(z.string()),
  unitNames: z.array(z.string()),
  fromDay: Day,
  toDay: Day.nullable(),
  version: z.int(),
})
export type Work = z.infer<typeof Work>

export const CommitteeBody = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  level: z.string(),
  parentBodyId: z.uuid().nullable(),
})
export type CommitteeBody = z.infer<typeof CommitteeBody>

/** A committee in a list: how many members on the day, and what is missing. */
export const CommitteeRow = CommitteeBody.extend({
  members: z.int(),
  leaderName: z.string().nullable(),
})
export type CommitteeRow = z.infer<typeof CommitteeRow>

export const Change = z.object({
  id: z.uuid(),
  at: z.string(),
  by: z.string(),
  kind: z.string(),
  day: Day,
  personName: z.string().nullable(),
  office: z.string().nullable(),
  number: z.string().nullable(),
  note: z.string(),
})
export type Change = z.infer<typeof Change>

export const findingCodes = [
  'no-head',
  'no-commander',
  'no-standing-deputy',
  'leader-gap',
  'ends-soon',
  'subcommittee-empty',
] as const
export const Finding = z.object({
  code: z.enum(findingCodes),
  from: Day.nullable(),
  to: Day.nullable(),
  name: z.string().nullable(),
})
export type Finding = z.infer<typeof Finding>

/** The committee as it stood on a day. */
export const Committee = z.object({
  body: CommitteeBody,
  on: Day,
  members: z.array(Member),
  works: z.array(Work),
  findings: z.array(Finding),
  changes: z.array(Change),
  /** Steering committee ↔ command, and subcommittees. */
  related: z.array(CommitteeRow),
  mayEdit: z.boolean(),
})
export type Committee = z.infer<typeof Committee>

export const ListCommittees = z.strictObject({
  q: z.string().trim().max(120).optional(),
  level: z.enum(['province', 'district', 'commune']).optional(),
  without: z.literal('leader').optional(),
  on: Day.optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListCommittees = z.infer<typeof ListCommittees>
export const CommitteePage = z.object({ rows: z.array(CommitteeRow), total: z.int(), on: Day })

export const ReadCommittee = z.strictObject({ on: Day.optional() })
export const PrintCommittee = ReadCommittee.extend({ format: z.enum(['docx', 'pdf', 'xlsx']) })

const Name = z.string().trim().min(1).max(200)
const Number_ = z.string().trim().min(1).max(100)
const NewMemberFields = {
  id: z.uuid(),
  personName: Name,
  office: OfficeOf,
  post: z.string().trim().max(300).default(''),
  phone: Phone.nullish(),
  fromDay: Day,
  toDay: Day.nullish(),
  number: Number_,
  numberDay: Day,
}
export const AddMember = z.strictObject(NewMemberFields)
export type AddMember = z.infer<typeof AddMember>

/** The one who leaves holds the office until the day before the new one begins. */
export const ReplaceMember = z.strictObject({
  ...NewMemberFields,
  version: z.int().positive(),
  reason: z.string().trim().min(1).max(300),
})
export type ReplaceMember = z.infer<typeof ReplaceMember>

export const EndMember = z.strictObject({
  version: z.int().positive(),
  toDay: Day,
  number: Number_,
  reason: z.string().trim().min(1).max(300),
})
export type EndMember = z.infer<typeof EndMember>

/** Mistakes in typing only: an office is changed by ending it and beginning another. */
export const CorrectMember = z.strictObject({
  version: z.int().positive(),
  post: z.string().trim().max(300).optional(),
  phone: Phone.nullish(),
  number: Number_.optional(),
  numberDay: Day.optional(),
})
export type CorrectMember = z.infer<typeof CorrectMember>

export const AddWork = z.strictObject({
  id: z.uuid(),
  area: z.string().trim().min(1).max(500),
  unitIds: z
    .array(z.string().regex(/^vn-\d{4}:\d{1,6}$/))
    .max(200)
    .default([]),
  fromDay: Day,
})
export type AddWork = z.infer<typeof AddWork>
export const EndWork = z.strictObject({ version: z.int().positive(), toDay: Day })

export const AddSubcommittee = z.strictObject({ name: z.string().trim().min(3).max(200) })
export type AddSubcommittee = z.infer<typeof AddSubcommittee>

export const Saved = z.object({ id: z.uuid(), version: z.int() })
export const ShownPhone = z.object({ phone: z.string().nullable() })
export const Imported = z.object({ added: z.int() })

/** What a signature needs: who, as what, with which marks. Null when nobody holds the office on that day. */
export const Signatory = z.object({
  memberId: z.uuid(),
  name: z.string(),
  title: z.string(),
  marks: z.array(z.string()),
})
export type Signatory = z.infer<typeof Signatory>
export const ReadSignatory = z.strictObject({
  on: Day.optional(),
  office: OfficeOf,
  style: z.enum(['state', 'party']).default('state'),
})
