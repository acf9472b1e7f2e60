import { z } from 'zod'

import { BodyLabel } from './directive.ts'
import { extensionStates, partStates, reportStates } from './follow-lifecycle.ts'
import { followStates } from './follow-state.ts'
import { Target } from './task.ts'

const Day = z.iso.date()
export const taskParts = ['lead', 'coordinate', 'report-to', 'direct'] as const

/** What one body owes on one task, and where it stands today. */
export const FollowPart = z.object({
  bodyId: z.uuid(),
  bodyName: z.string(),
  unitName: z.string(),
  part: z.enum(taskParts),
  state: z.enum(partStates),
  /** Derived from the dates on `today`. */
  followState: z.enum(followStates),
  daysLate: z.int(),
  originalDueOn: Day.nullable(),
  /** The last day in force; differs from the original one when an extension was granted. */
  dueOn: Day.nullable(),
  doneOn: Day.nullable(),
  /** As last reported, 0–100. */
  percent: z.int().nullable(),
  reportedAt: z.string().nullable(),
  version: z.int(),
})
export type FollowPart = z.infer<typeof FollowPart>

export const EvidenceFile = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
})
export type EvidenceFile = z.infer<typeof EvidenceFile>

export const TaskReport = z.object({
  id: z.uuid(),
  taskId: z.uuid(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  part: z.enum(['lead', 'coordinate']),
  text: z.string(),
  percent: z.int().nullable(),
  figure: z.number().nullable(),
  figureUnit: z.string().nullable(),
  /** The day on which the body says it was done; null for a report of progress. */
  doneOn: Day.nullable(),
  state: z.enum(reportStates),
  version: z.int(),
  by: z.string(),
  at: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  evidence: z.array(EvidenceFile),
})
export type TaskReport = z.infer<typeof TaskReport>

export const TaskExtension = z.object({
  id: z.uuid(),
  taskId: z.uuid(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  dueBefore: Day.nullable(),
  dueAsked: Day,
  /** May differ from what was asked. */
  dueGranted: Day.nullable(),
  reason: z.string(),
  state: z.enum(extensionStates),
  version: z.int(),
  askedBy: z.string(),
  askedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decisionReason: z.string().nullable(),
})
export type TaskExtension = z.infer<typeof TaskExtension>

/** A target that is measured by an indicator. `goal`: a share (0–1) of the denominator, or a number. */
export const TargetBinding = z.object({
  id: z.uuid(),
  targetIndex: z.int(),
  indicatorKey: z.string(),
  atLeast: z.number().nullable(),
  unitId: z.string(),
  unitName: z.string(),
  goal: z.number(),
  goalKind: z.enum(['share', 'count']),
  byDay: Day.nullable(),
  version: z.int(),
  boundBy: z.string(),
  boundAt: z.string(),
})
export type TargetBinding = z.infer<typeof TargetBinding>

/** What the indicator says now. `waiting`: changes that are not yet computed. `failure`: why it is not newer. */
export const LiveFigure = z.object({
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  asOf: Day.nullable(),
  computedAt: z.string().nullable(),
  waiting: z.boolean(),
  failure: z.string().nullable(),
  /** Does it reach the goal? null while nothing is computed. */
  reached: z.boolean().nullable(),
})
export type LiveFigure = z.infer<typeof LiveFigure>

export const IndicatorChoice = z.object({
  key: z.string(),
  title: z.object({ vi: z.string(), en: z.string() }),
  /** Shares of the indicator's words that the target's words hold, 0–1; the best first. */
  score: z.number(),
  atLeast: z.number().nullable(),
  goal: z.number(),
  goalKind: z.enum(['share', 'count']),
})
export type IndicatorChoice = z.infer<typeof IndicatorChoice>

export const TaskTarget = z.object({
  index: z.int(),
  target: Target,
  binding: TargetBinding.nullable(),
  figure: LiveFigure.nullable(),
  /** Asked for only of those who may bind, and while nothing is bound. */
  suggestions: z.array(IndicatorChoice),
})
export type TaskTarget = z.infer<typeof TaskTarget>

/** One act of “cụ thể hóa”: one sentence and one deadline to many bodies. */
export const TaskAssignment = z.object({
  id: z.uuid(),
  taskId: z.uuid(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  quote: z.string(),
  dueOn: Day.nullable(),
  lateReason: z.string().nullable(),
  at: z.string(),
  by: z.string(),
  total: z.int(),
  done: z.int(),
  overdue: z.int(),
  waiting: z.int(),
  withdrawn: z.int(),
})
export type TaskAssignment = z.infer<typeof TaskAssignment>

/** Leaves of the breakdown that lie in one unit: commune, then district, then province. */
export const RollUpRow = z.object({
  unitId: z.string(),
  unitName: z.string(),
  level: z.string(),
  path: z.string(),
  total: z.int(),
  done: z.int(),
  overdue: z.int(),
  waiting: z.int(),
})
export type RollUpRow = z.infer<typeof RollUpRow>
export const RollUp = z.object({
  today: Day,
  total: z.int(),
  done: z.int(),
  overdue: z.int(),
  waiting: z.int(),
  units: z.array(RollUpRow),
})
export type RollUp = z.infer<typeof RollUp>

export const SupersessionLink = z.object({
  id: z.uuid(),
  oldDirectiveId: z.uuid(),
  newDirectiveId: z.uuid(),
  /** null: the whole document. */
  taskId: z.uuid().nullable(),
  reason: z.string(),
  at: z.string(),
  by: z.string(),
  /** The older document is this office's own: it may end what it said. */
  mayEnd: z.boolean(),
  /** Of the other document, as far as it may be seen. */
  number: z.string().nullable(),
  title: z.string().nullable(),
  date: z.string().nullable(),
})
export type SupersessionLink = z.infer<typeof SupersessionLink>
export const SupersessionLinks = z.object({
  supersededBy: z.array(SupersessionLink),
  supersedes: z.array(SupersessionLink),
})

/** GET /api/tasks/:id/follow: everything about where a task stands, as far as this office may see it. */
export const TaskFollow = z.object({
  taskId: z.uuid(),
  directiveId: z.uuid(),
  today: Day,
  quote: z.string(),
  /** The worst of its lead bodies; null when nobody leads it any more. */
  state: z.enum(followStates).nullable(),
  /** Taken back or superseded: nobody is asked for it any more. */
  ended: z.enum(['withdrawn', 'superseded']).nullable(),
  issuer: BodyLabel,
  /** What this office is on the task; the pages draw buttons from it, the server asks again. */
  may: z.object({
    report: z.boolean(),
    confirm: z.boolean(),
    extend: z.boolean(),
    assign: z.boolean(),
    decide: z.boolean(),
    remind: z.boolean(),
    bind: z.boolean(),
    withdraw: z.boolean(),
  }),
  parts: z.array(FollowPart),
  reports: z.array(TaskReport),
  extensions: z.array(TaskExtension),
  targets: z.array(TaskTarget),
  /** The task it was broken down from. */
  parent: z
    .object({ taskId: z.uuid(), quote: z.string(), bodyNames: z.array(z.string()), dueOn: Day.nullable() })
    .nullable(),
  assignments: z.array(TaskAssignment),
  /** Every leaf below is done, or every measured target is reached: the lead may say so. Acceptance stays an act. */
  proposesDone: z.boolean(),
  supersededBy: z.array(SupersessionLink),
})
export type TaskFollow = z.infer<typeof TaskFollow>

export const historyKinds = [
  'issued',
  'assigned',
  'withdrawn',
  'reported',
  'confirmed',
  'accepted',
  'noted',
  'returned',
  'reopened',
  'extension-asked',
  'extension-granted',
  'extension-refused',
  'extension-taken-back',
  'bound',
  'unbound',
  'superseded',
  'reinstated',
  'reminded',
  'escalated',
] as const
export const HistoryEntry = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.enum(historyKinds),
  /** Whom it concerns: who was given it, whose report it was, who was reminded. */
  bodyName: z.string().nullable(),
  /** Who did it; null when the clock did. */
  by: z.string().nullable(),
  text: z.string(),
  details: z.record(z.string(), z.unknown()),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>
export const TaskHistory = z.object({ entries: z.array(HistoryEntry) })
