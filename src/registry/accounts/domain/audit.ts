import { z } from 'zod'

export const ListAudit = z.strictObject({
  subject: z.string().max(64).optional(),
  action: z.string().max(60).optional(),
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListAudit = z.infer<typeof ListAudit>

export const AuditRow = z.object({
  id: z.number(),
  at: z.string(),
  /** Null for what the system did by itself. */
  personName: z.string().nullable(),
  bodyName: z.string().nullable(),
  action: z.string(),
  subjectId: z.string().nullable(),
  purpose: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  sealed: z.boolean(),
})

export const AuditPage = z.object({
  rows: z.array(AuditRow),
  lastSeal: z.object({ root: z.string(), sealedAt: z.string(), lastId: z.number() }).nullable(),
})
