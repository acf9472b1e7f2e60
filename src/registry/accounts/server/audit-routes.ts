import type { App } from '#platform/server/app.ts'
import { reading } from '#platform/server/edge.ts'
import { lastSeal } from '#platform/server/seal.ts'
import { AuditPage, ListAudit } from '../domain/index.ts'
import { listAudit } from './audit-store.ts'

/** The log for those whose office it is to read it. */
export function auditRoutes(app: App): void {
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
