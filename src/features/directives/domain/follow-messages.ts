import { z } from 'zod'

import { documentKinds } from './directive.ts'
import { evidenceMost } from './evidence.ts'
import {
  EvidenceFile,
  FollowPart,
  TargetBinding,
  TaskAssignment,
  TaskExtension,
  TaskReport,
} from './follow.ts'
import { partStates } from './follow-lifecycle.ts'
import { followStates } from './follow-state.ts'
import { sheetFormats } from './messages.ts'
import { signers } from './signature.ts'

const Day = z.iso.date()
const Version = z.int().positive()
const Reason = z.string().trim().min(3).max(1000)
const Paging = {
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

/** POST /api/tasks/:id/reports, and (without figures) /api/tasks/:id/part. `id` is made on the device. */
export const ReportTask = z.strictObject({
  id: z.uuid(),
  /** Of one's own body's part, as it was seen. */
  version: Version,
  text: z.string().trim().min(1).max(5000),
  percent: z.int().min(0).max(100).nullable().default(null),
  figure: z.number().finite().nullable().default(null),
  figureUnit: z.string().trim().max(100).nullable().default(null),
  /** The day on which it was done; null reports progress. */
  doneOn: Day.nullable().default(null),
  /** Files sent before to POST /api/tasks/:id/evidence. */
  evidence: z.array(z.uuid()).max(evidenceMost).default([]),
})
export type ReportTask = z.infer<typeof ReportTask>
export const Reported = z.object({ report: TaskReport, part: FollowPart })

/** POST /api/tasks/:id/evidence is multipart: field `id` (made on the device), then `file`. */
export const EvidenceKept = EvidenceFile

export const AcceptReport = z.strictObject({
  version: Version,
  note: z.string().trim().max(1000).default(''),
})
export const ReturnReport = z.strictObject({ version: Version, reason: Reason })
/** POST /api/tasks/:id/reopen: an acceptance that was a mistake. */
export const ReopenPart = z.strictObject({ bodyId: z.uuid(), version: Version, reason: Reason })
export type ReopenPart = z.infer<typeof ReopenPart>

export const AskExtension = z.strictObject({ id: z.uuid(), dueAsked: Day, reason: Reason })
export type AskExtension = z.infer<typeof AskExtension>
export const GrantExtension = z.strictObject({
  version: Version,
  /** Another last day than the one asked for. */
  dueGranted: Day.optional(),
  /** Needed when the new day lies after the deadline of the task above it. */
  note: z.string().trim().max(1000).default(''),
})
export type GrantExtension = z.infer<typeof GrantExtension>
export const RefuseExtension = z.strictObject({ version: Version, reason: Reason })
export const TakeBackExtension = z.strictObject({ version: Version })
export const ExtensionDecided = z.object({ extension: TaskExtension, part: FollowPart })

/**
 * Whom a task is broken down to: every body of a kind in the units of a level (inside a unit, when given) less
 * exceptions, or bodies by name.
 */
export const Receivers = z.union([
  z.strictObject({
    level: z.enum(['district', 'commune', 'hamlet']),
    kind: z.string().max(40).default('people-committee'),
    within: z.string().max(64).optional(),
    exceptUnits: z.array(z.string().max(64)).max(2000).default([]),
  }),
  z.strictObject({ bodyIds: z.array(z.uuid()).min(1).max(20_000) }),
])
export type Receivers = z.infer<typeof Receivers>

/** POST /api/tasks/:id/assignments */
export const AssignTask = z.strictObject({
  id: z.uuid(),
  quote: z.string().trim().min(10).max(5000),
  dueOn: Day.nullable(),
  /** Needed when the deadline lies after that of the task itself. */
  lateReason: z.string().trim().max(1000).default(''),
  receivers: Receivers,
  /** Indexes of the targets of this task that each receiver gets for its own unit. */
  targets: z.array(z.int().min(0).max(49)).max(50).default([]),
})
export type AssignTask = z.infer<typeof AssignTask>
export const Assigned = z.object({
  assignment: TaskAssignment,
  /** Bodies that already had it from this task and were left out. */
  already: z.int(),
})

/** POST /api/tasks/:id/receivers asks who would get it, before it is done. */
export const AskReceivers = z.strictObject({ receivers: Receivers })
export const ReceiverList = z.object({
  rows: z.array(
    z.object({
      bodyId: z.uuid(),
      name: z.string(),
      unitId: z.string(),
      unitName: z.string(),
      already: z.boolean(),
    }),
  ),
  /** Named, but not below this body. */
  outside: z.array(z.object({ bodyId: z.uuid(), name: z.string() })),
})
export type ReceiverList = z.infer<typeof ReceiverList>

export const AssignmentList = z.object({ assignments: z.array(TaskAssignment) })
export const ListChildren = z.strictObject({
  assignment: z.uuid().optional(),
  state: z.enum(followStates).optional(),
  search: z.string().trim().max(200).optional(),
  ...Paging,
})
export type ListChildren = z.infer<typeof ListChildren>
/** Takes back what nobody has reported on: one child task, or what is left of a whole assignment. */
export const WithdrawTask = z.strictObject({ version: Version, reason: Reason })
export const WithdrawAssignment = z.strictObject({ reason: Reason })
export const AssignmentWithdrawn = z.object({
  withdrawn: z.int(),
  /** Already reported on: they stay. */
  kept: z.int(),
})
export const PartChanged = z.object({ part: FollowPart })

/** POST /api/tasks/:id/targets/:index/binding */
export const BindTarget = z.strictObject({
  id: z.uuid(),
  indicatorKey: z.string().min(1).max(100),
  atLeast: z.number().finite().nullable().default(null),
  /** Left out: the unit of the task's lead body. */
  unitId: z.string().max(64).optional(),
  goal: z.number().finite().nonnegative(),
  goalKind: z.enum(['share', 'count']),
  byDay: Day.nullable().default(null),
  /** The version of the binding it takes the place of; left out when the target was not bound. */
  replaces: Version.optional(),
})
export type BindTarget = z.infer<typeof BindTarget>
export const UnbindTarget = z.strictObject({ version: Version, reason: Reason })
export const Bound = z.object({ binding: TargetBinding })

export const RemindTask = z.strictObject({
  id: z.uuid(),
  text: z.string().trim().max(500).default(''),
})
export type RemindTask = z.infer<typeof RemindTask>
/** POST /api/reminders: everything that a body owes this office and is late with. */
export const RemindBody = z.strictObject({
  id: z.uuid(),
  bodyId: z.uuid(),
  text: z.string().trim().max(500).default(''),
})
export type RemindBody = z.infer<typeof RemindBody>
export const Reminded = z.object({
  reminded: z.int(),
  /** Had been reminded on this day already. */
  already: z.int(),
})

/** GET /api/reminders/letter: the letter of this office to a body about everything it is late with, ready to be signed. */
export const ReminderLetter = z.strictObject({
  bodyId: z.uuid(),
  signs: z.enum(signers).default('head'),
  format: z.enum(['docx', 'pdf']),
})
export type ReminderLetter = z.infer<typeof ReminderLetter>

/** POST /api/directives/:id/supersede, :id being the older document. */
export const SupersedeDirective = z.strictObject({
  id: z.uuid(),
  by: z.uuid(),
  /** Left out: the whole document. */
  tasks: z.array(z.uuid()).min(1).max(500).optional(),
  reason: Reason,
})
export type SupersedeDirective = z.infer<typeof SupersedeDirective>
export const Superseded = z.object({ tasks: z.int() })
export const EndSupersession = z.strictObject({ reason: Reason })

/** GET /api/directives/search */
export const SearchDirectives = z.strictObject({
  q: z.string().trim().min(1).max(200),
  kind: z.enum(documentKinds).optional(),
  offset: z.coerce.number().int().min(0).max(280).default(0),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export type SearchDirectives = z.infer<typeof SearchDirectives>

export const SearchHit = z.object({
  directiveId: z.uuid(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  kind: z.enum(documentKinds).nullable(),
  issuer: z.string().nullable(),
  date: z.string().nullable(),
  state: z.string(),
  bodyName: z.string(),
  /** Words around what was found; `hit` parts are to be marked. */
  passages: z.array(
    z.object({ start: z.int(), parts: z.array(z.object({ text: z.string(), hit: z.boolean() })) }),
  ),
  taskIds: z.array(z.uuid()),
})
export type SearchHit = z.infer<typeof SearchHit>
export const SearchPage = z.object({
  rows: z.array(SearchHit),
  total: z.int(),
  /** The accents that were typed were found nowhere; these are the documents without regard to accents. */
  withoutAccents: z.boolean(),
})
export type SearchPage = z.infer<typeof SearchPage>

/** What a board of tasks is cut by. `role`: what this office is to the task. */
const boardFilter = {
  role: z.enum(['issued', 'overseen']).default('issued'),
  state: z.enum(followStates).optional(),
  /** Where the report stands: `reported` waits for this office. */
  part: z.enum(partStates).optional(),
  /** Only those for which more time is asked, waiting for this office's answer. */
  extension: z.enum(['asked']).optional(),
  body: z.uuid().optional(),
  directive: z.uuid().optional(),
  /** Only tasks of documents, or only those broken down. */
  depth: z.enum(['documents', 'broken-down']).optional(),
}
/** GET /api/tasks/counts */
export const CountTasks = z.strictObject({
  ...boardFilter,
  limit: z.coerce.number().int().min(0).max(1000).default(100),
})
export type CountTasks = z.infer<typeof CountTasks>
/** GET /api/tasks */
export const ListTasks = z.strictObject({
  ...boardFilter,
  search: z.string().trim().max(200).optional(),
  sort: z.enum(['due', 'newest', 'reported']).default('due'),
  ...Paging,
})
export type ListTasks = z.infer<typeof ListTasks>
/** GET /api/tasks/export: the whole list behind the page, under its filters and in its order. */
export const ExportTasks = ListTasks.omit({ offset: true, limit: true }).extend({
  format: z.enum(sheetFormats),
})

const StateCounts = z.object({
  overdue: z.int(),
  dueSoon: z.int(),
  notYetDue: z.int(),
  noDeadline: z.int(),
  doneLate: z.int(),
  doneOnTime: z.int(),
  total: z.int(),
})
export type StateCounts = z.infer<typeof StateCounts>
export const TaskCounts = z.object({
  today: Day,
  /** Each task once, standing where the worst of its leads stands. */
  tasks: StateCounts,
  /** Reports that wait for a decision, requests for more time that do. */
  waiting: z.int(),
  extensionsAsked: z.int(),
  /** Each body's own, those with most overdue first. */
  bodies: z.array(
    StateCounts.extend({ bodyId: z.uuid(), bodyName: z.string(), unitName: z.string(), waiting: z.int() }),
  ),
})
export type TaskCounts = z.infer<typeof TaskCounts>

export const BoardRow = z.object({
  taskId: z.uuid(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  unitName: z.string(),
  issuerName: z.string(),
  quote: z.string(),
  section: z.string(),
  state: z.enum(partStates),
  followState: z.enum(followStates),
  daysLate: z.int(),
  originalDueOn: Day.nullable(),
  dueOn: Day.nullable(),
  doneOn: Day.nullable(),
  percent: z.int().nullable(),
  reportedAt: z.string().nullable(),
  parentId: z.uuid().nullable(),
  directiveId: z.uuid(),
  directiveNumber: z.string().nullable(),
  directiveTitle: z.string().nullable(),
  version: z.int(),
})
export type BoardRow = z.infer<typeof BoardRow>
export const BoardPage = z.object({ rows: z.array(BoardRow), total: z.int(), today: Day })
export type BoardPage = z.infer<typeof BoardPage>

/** GET /api/follow-up-report: of one directive, of one body, or of everything this office issued; from a day to a day. */
export const FollowUpReport = z.strictObject({
  directive: z.uuid().optional(),
  body: z.uuid().optional(),
  /** A week: what was issued, due or done in these days. Left out: everything until today. */
  from: Day.optional(),
  to: Day.optional(),
  signs: z.enum(signers).default('head'),
  format: z.enum(['docx', 'pdf']),
})
export type FollowUpReport = z.infer<typeof FollowUpReport>

export const CalendarToken = z.object({
  id: z.uuid(),
  label: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
})
export const CalendarTokens = z.object({ tokens: z.array(CalendarToken) })
/**
 * POST /api/calendar-tokens. The secret is made on the device (at least 128 random bits in 43 letters), which builds the address
 * `/api/calendar/<token>.ics` from it; the server keeps its hash only.
 */
export const CreateCalendar = z.strictObject({
  id: z.uuid(),
  label: z.string().trim().min(1).max(100),
  token: z.string().min(43).max(43),
})
export type CreateCalendar = z.infer<typeof CreateCalendar>
