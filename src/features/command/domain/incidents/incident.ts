import { z } from 'zod'

import { Phone } from '../phone.ts'
import { incidentEvents, incidentStates } from './lifecycle.ts'
import { incidentKinds, urgencies } from './limits.ts'

const Instant = z.string()
export const Kind = z.enum(incidentKinds)
export const UrgencyOf = z.enum(urgencies)
export const channels = ['hotline', 'commune', 'enterprise', 'body'] as const

export const Named = z.object({ id: z.uuid(), name: z.string(), unitName: z.string() })
export type Named = z.infer<typeof Named>

/** A line of the board. Who called is masked: the full name and number have their own address, a purpose and a log. */
export const IncidentRow = z.object({
  id: z.uuid(),
  number: z.int(),
  state: z.enum(incidentStates),
  kind: Kind,
  urgency: UrgencyOf,
  channel: z.enum(channels),
  details: z.string(),
  placeUnitId: z.string().nullable(),
  placeUnitName: z.string().nullable(),
  placeText: z.string(),
  callerName: z.string().nullable(),
  callerPhone: z.string().nullable(),
  reporterBodyId: z.uuid(),
  reporterBodyName: z.string(),
  reportedBy: z.string(),
  deskBodyId: z.uuid(),
  deskBodyName: z.string(),
  aboveBodyId: z.uuid().nullable(),
  aboveBodyName: z.string().nullable(),
  assignedBodyId: z.uuid().nullable(),
  assignedBodyName: z.string().nullable(),
  teamId: z.uuid().nullable(),
  team: z.string(),
  result: z.string().nullable(),
  mergedInto: z.uuid().nullable(),
  mergedNumber: z.int().nullable(),
  happenedAt: Instant.nullable(),
  arrivedAt: Instant,
  assignBy: Instant,
  resolveBy: Instant,
  takeOverBy: Instant.nullable(),
  limitAt: Instant.nullable(),
  resolvedAt: Instant.nullable(),
  version: z.int(),
})
export type IncidentRow = z.infer<typeof IncidentRow>

export const LogEntry = z.object({
  id: z.int(),
  incidentId: z.uuid(),
  number: z.int(),
  at: Instant,
  by: z.string(),
  bodyName: z.string(),
  event: z.string(),
  text: z.string(),
})
export type LogEntry = z.infer<typeof LogEntry>

export const IncidentFile = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
})

export const Incident = IncidentRow.extend({
  log: z.array(LogEntry),
  files: z.array(IncidentFile),
  /** What this office may do now: from the lifecycle table. */
  moves: z.array(z.enum(incidentEvents)),
  /** May this office see who called, for a stated purpose? */
  mayCall: z.boolean(),
  mayAdd: z.boolean(),
  /** Desks above the one that holds it, nearest first: where it can be escalated. */
  above: z.array(Named),
  /** The reporting device's clock was wrong; the limits count from the arrival. */
  clockOff: z.boolean(),
})
export type Incident = z.infer<typeof Incident>

/** POST /api/incidents. `deskBodyId` absent: one's own desk if one works at it, else the nearest above. */
export const ReportIncident = z.strictObject({
  id: z.uuid(),
  kind: Kind,
  urgency: UrgencyOf.optional(),
  details: z.string().trim().min(1).max(5000),
  placeUnitId: z
    .string()
    .regex(/^vn-\d{4}:\d{1,6}$/)
    .optional(),
  placeText: z.string().trim().max(500).default(''),
  caller: z
    .strictObject({ name: z.string().trim().min(1).max(200).optional(), phone: Phone.optional() })
    .optional(),
  happenedAt: z.iso.datetime({ offset: true }).optional(),
  deskBodyId: z.uuid().optional(),
})
export type ReportIncident = z.infer<typeof ReportIncident>

const Version = z.int().positive()
const Reason = z.string().trim().min(1).max(2000)

export const TriageIncident = z.strictObject({
  version: Version,
  kind: Kind,
  urgency: UrgencyOf,
  placeUnitId: ReportIncident.shape.placeUnitId,
  placeText: z.string().trim().max(500).default(''),
})
export type TriageIncident = z.infer<typeof TriageIncident>

/** To a body, to a rapid team that goes there (one of the register, HD-0312 §2), or to both. */
export const AssignIncident = z.strictObject({
  version: Version,
  bodyId: z.uuid().optional(),
  teamId: z.uuid().optional(),
  note: z.string().trim().max(2000).default(''),
})
export type AssignIncident = z.infer<typeof AssignIncident>

/** GET /api/incidents/:id/teams: whom the desk may send, the ready ones first. */
export const TeamChoices = z.object({
  rows: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      readiness: z.enum(['ready', 'deployed', 'resting']),
      unitName: z.string(),
      /** Incidents it was given that are not closed yet. */
      open: z.int(),
    }),
  ),
})
export type TeamChoices = z.infer<typeof TeamChoices>

export const ReturnIncident = z.strictObject({ version: Version, reason: Reason })
export const ResolveIncident = z.strictObject({
  version: Version,
  result: z.string().trim().min(1).max(5000),
})
export const EscalateIncident = z.strictObject({
  version: Version,
  reason: Reason,
  /** Absent: the nearest desk above. */
  aboveBodyId: z.uuid().optional(),
})
export type EscalateIncident = z.infer<typeof EscalateIncident>
export const TakeOverIncident = z.strictObject({ version: Version })
/** Sending back is no refusal: it carries why, and what the level below should do. */
export const SendBackIncident = z.strictObject({ version: Version, reason: Reason, advice: Reason })
export const ReopenIncident = z.strictObject({ version: Version, reason: Reason })
export const MergeIncident = z.strictObject({ version: Version, intoId: z.uuid() })
/** Files that the note names were sent before it, under ids of the device. */
export const NoteIncident = z.strictObject({
  text: z.string().trim().min(1).max(5000),
  files: z.array(z.uuid()).max(10).default([]),
})
export type NoteIncident = z.infer<typeof NoteIncident>
export const ShowCaller = z.strictObject({ purpose: z.string().trim().min(5).max(300) })
export const Caller = z.object({ name: z.string().nullable(), phone: z.string().nullable() })
export const Reported = z.object({ id: z.uuid(), number: z.int(), deskBodyName: z.string() })

export const boxes = ['desk', 'assigned', 'reported', 'all'] as const
export const standings = ['new', 'unassigned', 'near', 'overdue', 'escalated', 'open', 'closed'] as const

/** GET /api/incidents, as tables ask (`?page=1&size=50&sort=…`). */
export const ListIncidents = z.strictObject({
  q: z.string().trim().max(200).optional(),
  box: z.enum(boxes).default('all'),
  is: z.enum(standings).optional(),
  state: z.enum(incidentStates).optional(),
  kind: Kind.optional(),
  urgency: UrgencyOf.optional(),
  unit: z.string().max(40).optional(),
  sort: z.enum(['urgency', 'limitAt', '-limitAt', '-arrivedAt', 'arrivedAt']).default('urgency'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListIncidents = z.infer<typeof ListIncidents>
export const IncidentPage = z.object({ rows: z.array(IncidentRow), total: z.int(), now: Instant })

export const IncidentCounts = z.object({
  open: z.int(),
  new: z.int(),
  unassigned: z.int(),
  near: z.int(),
  overdue: z.int(),
  /** Waits for this office's own desk to take over. */
  escalated: z.int(),
  urgent: z.int(),
})
export type IncidentCounts = z.infer<typeof IncidentCounts>

/** Where this office may send what it reports, nearest first, and whether one of them is its own desk. */
export const Desks = z.object({
  desks: z.array(Named),
  ownDeskId: z.uuid().nullable(),
  defaultDeskId: z.uuid().nullable(),
})

export const ExportIncidents = ListIncidents.omit({ page: true, size: true }).extend({
  format: z.enum(['xlsx', 'docx', 'pdf']),
})
