import { z } from 'zod'

import { DutyNow, IncidentCounts } from '#features/command/domain/index.ts'
import {
  BoardRow,
  historyKinds,
  LiveFigure,
  TargetBinding,
  TaskCounts,
} from '#features/directives/domain/index.ts'

const Day = z.iso.date()
const Said = z.object({ vi: z.string(), en: z.string() })

/** What was done on a task today: who did what, newest first. */
export const Movement = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.enum(historyKinds),
  taskId: z.uuid(),
  quote: z.string(),
  bodyName: z.string().nullable(),
  by: z.string().nullable(),
})
export type Movement = z.infer<typeof Movement>

/** A target that is measured, with its course since it was bound. */
export const MeasuredTarget = TargetBinding.extend({
  taskId: z.uuid(),
  quote: z.string(),
  title: Said,
  noun: Said,
  figure: LiveFigure,
  /** The numerator on each day on which it changed, oldest first. */
  course: z.array(z.object({ day: Day, value: z.number() })),
})
export type MeasuredTarget = z.infer<typeof MeasuredTarget>

/** GET /api/situation: the Command's one screen, over what the office issued and oversees. */
export const Situation = z.object({
  today: Day,
  unit: z.object({ id: z.string(), name: z.string() }),
  tasks: TaskCounts,
  /** Oldest first. */
  overdue: z.array(BoardRow),
  movements: z.array(Movement),
  targets: z.array(MeasuredTarget),
  duty: DutyNow.pick({ desks: true, own: true }),
  incidents: IncidentCounts,
})
export type Situation = z.infer<typeof Situation>
