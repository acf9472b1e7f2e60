import { z } from 'zod'

import { UnitId } from '#registry/units/domain/index.ts'
import { Value } from './fields.ts'
import { contentSchemaOf, Kind, kinds } from './kinds.ts'

const Day = z.iso.date()
const Version = z.int().min(1)
const Reason = z.string().trim().min(3).max(300)
const Values = z.record(z.string().max(40), Value)

const newOf = (kind: Kind) =>
  z.strictObject({
    id: z.uuid(),
    kind: z.literal(kind),
    unitId: UnitId,
    fromDay: Day,
    content: contentSchemaOf(kind),
  })

/** POST /api/health-network/records: a record of one kind, with an id made on the device. */
export const NewRecord = z.discriminatedUnion(
  'kind',
  // Simple kinds first: a reader of docs/api.json meets the shape before its longest example.
  kinds.toReversed().map(newOf) as [ReturnType<typeof newOf>, ReturnType<typeof newOf>],
) as unknown as z.ZodType<NewRecord, NewRecord>
/** POST /api/health-network/own: what an enterprise may record. */
export const NewSafetyGroup = newOf('safety-group') as unknown as z.ZodType<NewRecord, NewRecord>
export interface NewRecord {
  id: string
  kind: Kind
  unitId: string
  fromDay: string
  content: z.infer<typeof Values>
}

/** POST …/records/batch: rows of a spreadsheet that was looked at. Written whole or not at all. */
export const NewRecords = z.strictObject({ records: z.array(NewRecord).min(1).max(2000) })

/** POST …/records/:id/change: only what changes. A corrected figure and a new readiness are told the same way. */
export const ChangeRecord = z.strictObject({
  version: Version,
  content: Values,
  fromDay: Day.optional(),
  note: z.string().trim().max(300).optional(),
})
export type ChangeRecord = z.infer<typeof ChangeRecord>

/** POST …/records/:id/end: `toDay` is the last day on which it counts. */
export const EndRecord = z.strictObject({ version: Version, toDay: Day, reason: Reason })
export type EndRecord = z.infer<typeof EndRecord>

/** POST …/records/:id/undo: takes back the last act, whatever it was; done again, it puts the act back. */
export const UndoRecord = z.strictObject({ version: Version })
export type UndoRecord = z.infer<typeof UndoRecord>

/** `current` counts on the day; `ended` did before; `planned` will; `withdrawn` was recorded by mistake. */
export const RecordState = z.enum(['current', 'planned', 'ended', 'withdrawn'])
export type RecordState = z.infer<typeof RecordState>

/** One record as it leaves the server: telephone numbers masked, names of what it refers to joined. */
export const HealthRecord = z.object({
  id: z.uuid(),
  kind: Kind,
  unitId: UnitId,
  unitName: z.string(),
  /** The unit above: the district, in 2021. */
  aboveName: z.string(),
  bodyName: z.string(),
  content: Values,
  fromDay: Day,
  toDay: Day.nullable(),
  endReason: z.string().nullable(),
  /** For station beds: the day from which a newer count of the same commune stands in its place. */
  replacedOn: Day.nullable(),
  withdrawn: z.boolean(),
  state: RecordState,
  parkName: z.string().nullable(),
  fileName: z.string().nullable(),
  version: Version,
  changedBy: z.string(),
  changedAt: z.string(),
})
export type HealthRecord = z.infer<typeof HealthRecord>

export const ListRecords = z.strictObject({
  kind: Kind,
  unit: UnitId.optional(),
  search: z.string().trim().max(100).optional(),
  show: z.enum(['current', 'ended', 'all']).default('current'),
  on: Day.optional(),
  /** A name of a column, with `-` before it when the highest comes first. */
  sort: z
    .string()
    .regex(/^-?[a-zA-Z]{1,30}$/)
    .optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListRecords = z.infer<typeof ListRecords>

export const RecordPage = z.object({ rows: z.array(HealthRecord), total: z.int(), on: Day })
export type RecordPage = z.infer<typeof RecordPage>

/** Another record that may be the same thing: the same telephone number anywhere, or the same name in the commune. */
export const Alike = z.object({
  id: z.uuid(),
  name: z.string(),
  unitName: z.string(),
  by: z.enum(['phone', 'name']),
})
export type Alike = z.infer<typeof Alike>

export const Act = z.enum(['recorded', 'changed', 'ended', 'undone'])
export type Act = z.infer<typeof Act>

export const HistoryEntry = z.object({
  version: Version,
  act: Act,
  note: z.string().nullable(),
  at: z.string(),
  by: z.string(),
  /** What stood before and stands after; `fromDay`, `toDay`, `endReason` and `withdrawn` beside the fields of the kind. */
  changes: z.array(
    z.object({
      field: z.string(),
      before: z.union([Value, z.boolean()]),
      after: z.union([Value, z.boolean()]),
    }),
  ),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

export const RecordDetail = z.object({
  record: HealthRecord,
  history: z.array(HistoryEntry),
  alike: z.array(Alike),
  mayRecord: z.boolean(),
})
export type RecordDetail = z.infer<typeof RecordDetail>

/** What a write answers: enough to go on, and a warning. */
export const Recorded = z.object({ id: z.uuid(), version: Version, alike: z.array(Alike) })
export type Recorded = z.infer<typeof Recorded>
export const RecordedAll = z.object({ count: z.int() })
export const Phone = z.object({ phone: z.string().nullable() })
export const KeptFile = z.object({ id: z.uuid(), name: z.string(), size: z.int() })

export const ExportRecords = ListRecords.omit({ offset: true, limit: true }).extend({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  /** `1` asks for whole telephone numbers; the request must then say why (x-purpose). */
  phones: z.enum(['0', '1']).default('0'),
})
export type ExportRecords = z.infer<typeof ExportRecords>
export const AskTemplate = z.strictObject({ kind: Kind, format: z.enum(['xlsx', 'csv']).default('xlsx') })

const Fault = z.object({ cell: z.string(), column: z.string(), found: z.string(), expected: z.string() })
export type Fault = z.infer<typeof Fault>
export const CheckedRow = z.object({
  line: z.int(),
  unitId: UnitId.nullable(),
  unitName: z.string(),
  fromDay: Day.nullable(),
  content: Values.nullable(),
  /** The park that the row names, as it is on record. */
  parkName: z.string().nullable(),
  faults: z.array(Fault),
  alike: z.array(Alike),
})
export type CheckedRow = z.infer<typeof CheckedRow>
/** What an import would do. Nothing is written; the page sends back the rows that shall be. */
export const ImportCheck = z.object({
  kind: Kind,
  /** Faults of the sheet itself; when there are any, no row was read. */
  faults: z.array(Fault),
  rows: z.array(CheckedRow),
})
export type ImportCheck = z.infer<typeof ImportCheck>

export const AskCoverage = z.strictObject({ unit: UnitId.optional(), on: Day.optional() })
export type AskCoverage = z.infer<typeof AskCoverage>
/** One commune on one day. */
export const CommuneCover = z.object({
  unitId: UnitId,
  unitName: z.string(),
  aboveName: z.string(),
  stations: z.int(),
  /** Null when nobody has counted. */
  beds: z.int().nullable(),
  groups: z.int(),
  covered: z.int(),
  /** Null when the number of households of the commune is not known. */
  households: z.int().nullable(),
  safetyGroups: z.int(),
  teams: z.int(),
  teamsReady: z.int(),
  parks: z.int(),
  parksWithStation: z.int(),
  regulations: z.int(),
})
export type CommuneCover = z.infer<typeof CommuneCover>
/** What stands in no commune but in a district or the province. */
export const UpperCover = z.object({ teams: z.int(), teamsReady: z.int(), regulations: z.int() })
export type UpperCover = z.infer<typeof UpperCover>
export const Coverage = z.object({
  unitId: UnitId,
  unitName: z.string(),
  on: Day,
  communes: z.array(CommuneCover),
  upper: UpperCover,
})
export type Coverage = z.infer<typeof Coverage>
