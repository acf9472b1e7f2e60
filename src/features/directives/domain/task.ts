import { z } from 'zod'

/** Offsets in UTF-16 units into the document's text; `end` is exclusive. */
export const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
export type Span = z.infer<typeof Span>

export const Evidence = Span.extend({ confidence: z.number().min(0).max(1), rule: z.string() })
export type Evidence = z.infer<typeof Evidence>

/** Below this an officer should look: the field is marked and the keyboard walks to it. */
export const lowConfidence = 0.75

export const partyHow = ['exact', 'alias', 'collective', 'successor', 'fuzzy', 'chosen', 'none'] as const

/** Someone named in a task: the name as the document has it, and the real bodies it stands for (none = not yet known). */
export const Party = z.object({
  name: z.string().min(1).max(500),
  bodyIds: z.array(z.uuid()).max(20_000),
  how: z.enum(partyHow),
})
export type Party = z.infer<typeof Party>

export const deadlineKinds = ['by', 'from', 'between', 'immediately', 'periodic'] as const
export const Deadline = z
  .object({
    text: z.string().max(500),
    kind: z.enum(deadlineKinds),
    date: z.iso.date().nullable(),
    start: z.iso.date().nullable(),
  })
  .refine(
    (d) => d.kind !== 'between' || (d.start !== null && d.date !== null),
    'Khoảng thời gian cần ngày đầu và ngày cuối',
  )
  .refine((d) => d.kind !== 'from' || d.start !== null, 'Cần ngày bắt đầu')
  .refine((d) => !d.start || !d.date || d.start <= d.date, 'Ngày bắt đầu phải trước ngày kết thúc')
export type Deadline = z.infer<typeof Deadline>

export const comparators = ['=', '>=', '<=', '>', '<', '~'] as const
export const Target = z.object({
  text: z.string().min(1).max(1000),
  quantity: z.number().nullable(),
  unit: z.string().max(200).nullable(),
  scope: z.string().max(500).nullable(),
  comparator: z.string().max(3).nullable(),
  coverage: z.number().min(0).max(1).nullable(),
})
export type Target = z.infer<typeof Target>

export const Approval = z.object({
  object: z.string().max(1000),
  authority: z.string().max(500),
  appraiser: z.string().max(500).nullable().optional(),
})
export type Approval = z.infer<typeof Approval>

export const SoftTime = z.object({ text: z.string(), type: z.string() })

/** What a task says; everything an officer may correct. */
export const TaskContent = z.object({
  section: z.string().max(50),
  lead: z.array(Party).max(100),
  coordinate: z.array(Party).max(200),
  reportTo: z.array(Party).max(50),
  reportVia: z.array(Party).max(50),
  directs: z.array(Party).max(200),
  deadline: Deadline.nullable(),
  targets: z.array(Target).max(50),
  approval: Approval.nullable(),
  softTime: z.array(SoftTime).max(50),
})
export type TaskContent = z.infer<typeof TaskContent>

export const taskStates = ['proposed', 'dropped', 'replaced', 'issued', 'withdrawn'] as const
export const taskOrigins = ['read', 'added', 'split', 'joined', 'assigned'] as const

export const Task = z.object({
  id: z.uuid(),
  directiveId: z.uuid(),
  position: z.number(),
  state: z.enum(taskStates),
  origin: z.enum(taskOrigins),
  /** The sentence the task comes from, whitespace normalised. */
  quote: z.string(),
  span: Span,
  content: TaskContent,
  /** True when the lead is not named in the sentence and was taken from what stands above it. */
  leadInherited: z.boolean(),
  /** Keyed by field: quote, lead/0, coordinate/0, reportTo/0, deadline, targets/0, approval. */
  evidence: z.record(z.string(), Evidence),
  /** An officer has looked at it. */
  reviewed: z.boolean(),
  version: z.int(),
})
export type Task = z.infer<typeof Task>

/** Fields of a task an officer should look at: read with low confidence, or naming a body nobody could find. */
export function doubts(task: Pick<Task, 'content' | 'evidence' | 'reviewed'>): string[] {
  if (task.reviewed) return []
  const fields = Object.entries(task.evidence)
    .filter(([, e]) => e.confidence < lowConfidence)
    .map(([field]) => field)
  if (task.content.lead.length === 0) fields.push('lead')
  for (const list of ['lead', 'coordinate', 'reportTo'] as const) {
    task.content[list].forEach((party, i) => {
      if (party.bodyIds.length === 0 && list === 'lead') fields.push(`${list}/${i}`)
    })
  }
  return [...new Set(fields)]
}
