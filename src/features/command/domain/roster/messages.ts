import { z } from 'zod'

import { patterns } from './roster.ts'

const Instant = z.iso.datetime({ offset: true })
const Day = z.iso.date()

export const Shift = z.object({
  id: z.uuid(),
  bodyId: z.uuid(),
  accountId: z.string(),
  personName: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  note: z.string(),
  version: z.int(),
})
export type Shift = z.infer<typeof Shift>

const Span = z.object({ from: z.string(), to: z.string() })
export const RosterFindings = z.object({
  gaps: z.array(Span),
  doubles: z.array(
    Span.extend({ accountId: z.string(), personName: z.string(), shiftId: z.uuid(), elsewhere: z.boolean() }),
  ),
  shortRests: z.array(
    z.object({ accountId: z.string(), personName: z.string(), shiftId: z.uuid(), minutes: z.number() }),
  ),
})
export type RosterFindings = z.infer<typeof RosterFindings>

export const DutyPerson = z.object({ accountId: z.string(), personName: z.string(), title: z.string() })

export const swapStates = ['asked', 'accepted', 'declined', 'withdrawn'] as const
export const Swap = z.object({
  id: z.uuid(),
  shiftId: z.uuid(),
  startsAt: z.string(),
  endsAt: z.string(),
  returnId: z.uuid().nullable(),
  returnStartsAt: z.string().nullable(),
  returnEndsAt: z.string().nullable(),
  askedBy: z.string(),
  askedByName: z.string(),
  askedOf: z.string(),
  askedOfName: z.string(),
  reason: z.string(),
  state: z.enum(swapStates),
  answer: z.string(),
  askedAt: z.string(),
  answeredAt: z.string().nullable(),
})
export type Swap = z.infer<typeof Swap>

/** A roster of one desk between two days, with what is wrong in it. `now` follows the day of an exercise. */
export const Roster = z.object({
  body: z.object({ id: z.uuid(), name: z.string() }),
  from: Day,
  to: Day,
  now: z.string(),
  shifts: z.array(Shift),
  findings: RosterFindings,
  people: z.array(DutyPerson),
  swaps: z.array(Swap),
  mayPlan: z.boolean(),
  restRule: z.object({ minutes: z.number(), instrument: z.string(), verified: z.boolean() }),
})
export type Roster = z.infer<typeof Roster>

/** Absent days: the next 14. */
export const ReadRoster = z.strictObject({
  body: z.uuid().optional(),
  from: Day.optional(),
  to: Day.optional(),
})
export type ReadRoster = z.infer<typeof ReadRoster>

/** At most a quarter of a year at once. */
export const GenerateRoster = z.strictObject({
  from: Day,
  days: z.int().min(1).max(92),
  pattern: z.enum(patterns),
  startsAt: z.int().min(0).max(1439),
  people: z.array(z.string().min(1).max(100)).min(1).max(50),
})
export type GenerateRoster = z.infer<typeof GenerateRoster>
export const Generated = z.object({ made: z.int(), kept: z.int() })

export const AddShift = z.strictObject({
  id: z.uuid(),
  accountId: z.string().min(1).max(100),
  startsAt: Instant,
  endsAt: Instant,
  note: z.string().trim().max(500).default(''),
})
export type AddShift = z.infer<typeof AddShift>
export const EditShift = z.strictObject({
  version: z.int().positive(),
  accountId: z.string().min(1).max(100).optional(),
  startsAt: Instant.optional(),
  endsAt: Instant.optional(),
  note: z.string().trim().max(500).optional(),
})
export type EditShift = z.infer<typeof EditShift>
export const CancelShift = z.strictObject({
  version: z.int().positive(),
  reason: z.string().trim().min(1).max(500),
})
export const SavedShift = z.object({ id: z.uuid(), version: z.int() })

export const AskSwap = z.strictObject({
  id: z.uuid(),
  shiftId: z.uuid(),
  askedOf: z.string().min(1).max(100),
  returnId: z.uuid().optional(),
  reason: z.string().trim().min(1).max(500),
})
export type AskSwap = z.infer<typeof AskSwap>
export const AnswerSwap = z.strictObject({ answer: z.string().trim().max(500).default('') })
export const SwapState = z.object({ id: z.uuid(), state: z.enum(swapStates) })

export const Handover = z.object({
  id: z.uuid(),
  writtenBy: z.string(),
  writtenByName: z.string(),
  openItems: z.string(),
  watch: z.string(),
  openCount: z.int(),
  writtenAt: z.string(),
  confirmedByName: z.string().nullable(),
  confirmedAt: z.string().nullable(),
})
export type Handover = z.infer<typeof Handover>
export const WriteHandover = z.strictObject({
  id: z.uuid(),
  openItems: z.string().trim().min(1).max(10_000),
  watch: z.string().trim().max(10_000).default(''),
})
export type WriteHandover = z.infer<typeof WriteHandover>
export const Done = z.object({ id: z.uuid() })

/** Who stands at a desk now and who comes next; a desk without a shift says so by nobody. */
export const OnDuty = z.object({
  bodyId: z.uuid(),
  bodyName: z.string(),
  unitName: z.string(),
  now: z.array(z.object({ personName: z.string(), startsAt: z.string(), endsAt: z.string() })),
  next: z.object({ personName: z.string(), startsAt: z.string(), endsAt: z.string() }).nullable(),
})
export type OnDuty = z.infer<typeof OnDuty>

/** How the coming 14 days of one's own desk stand: the warning in the head of the page. */
export const DutyNow = z.object({
  now: z.string(),
  desks: z.array(OnDuty),
  own: z
    .object({
      onDuty: z.boolean(),
      gaps: z.int(),
      doubles: z.int(),
      shortRests: z.int(),
      nextGap: Span.nullable(),
    })
    .nullable(),
  handovers: z.array(Handover),
  swapsForMe: z.int(),
})
export type DutyNow = z.infer<typeof DutyNow>

/** What happened at the desk between two instants, in its order. Absent: the last 12 hours. */
export const ReadLogbook = z.strictObject({
  from: Instant.optional(),
  to: Instant.optional(),
  format: z.enum(['docx', 'pdf', 'xlsx']).optional(),
})
export type ReadLogbook = z.infer<typeof ReadLogbook>

/** The secret is made on the device and never leaves the server again: 32 random bytes in URL-safe base64. */
export const MakeCalendar = z.strictObject({ id: z.uuid(), token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })
export type MakeCalendar = z.infer<typeof MakeCalendar>
export const CalendarState = z.object({ madeAt: z.string().nullable() })
