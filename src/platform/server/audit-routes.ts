import { z } from 'zod'

import type { App } from './app.ts'
import { type Db, sql } from './db.ts'
import { reading } from './edge.ts'
import { lastSeal } from './seal.ts'

const ListAudit = z.strictObject({
  subject: z.string().max(64).optional(),
  action: z.string().max(60).optional(),
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
const Row = z.object({
  id: z.number(),
  at: z.string(),
  personName: z.string().nullable(),
  bodyName: z.string().nullable(),
  action: z.string(),
  subjectId: z.string().nullable(),
  purpose: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  sealed: z.boolean(),
})
const AuditPage = z.object({
  rows: z.array(Row),
  lastSeal: z.object({ root: z.string(), sealedAt: z.string(), lastId: z.number() }).nullable(),
})

/** The log, newest first, of what offices in the auditor's units did. Paged by id: it only ever grows. */
function listAudit(db: Db, scopes: readonly string[], list: z.infer<typeof ListAudit>) {
  return db.all(
    Row,
    sql`select e.id, e.at, a.person_name, b.name as body_name, e.action, e.subject_id, e.purpose, e.details,
          exists (select from audit_seals s where s.after_id < e.id and s.last_id >= e.id) as sealed
        from audit_entries e
        join bodies b on b.id = e.body_id
        left join accounts a on a.id = e.account_id
        where b.unit_path <@ any (${[...scopes]}::text[]::ltree[])
          and (${list.subject ?? null}::text is null or e.subject_id = ${list.subject ?? null})
          and (${list.action ?? null}::text is null or e.action like ${`${list.action ?? ''}%`})
          and e.id < ${list.before ?? Number.MAX_SAFE_INTEGER}
        order by e.id desc limit ${list.limit}`,
  )
}

export function auditRoutes(app: App) {
  app.get(
    '/api/audit',
    {
      schema: { querystring: ListAudit, response: { 200: AuditPage } },
      config: { access: { may: 'audit.read' } },
    },
    ({ actor, query }) =>
      reading(app.db, actor, async (tx) => ({
        rows: await listAudit(tx, actor.scopes, query),
        lastSeal: (await lastSeal(tx)) ?? null,
      })),
  )
}
