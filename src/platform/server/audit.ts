import type { Actor } from './actor.ts'
import { type Db, sql } from './db.ts'

/**
 * Takes the caller's transaction: an act and its record commit together or not at all. `action` reads
 * `subject.verb` (`directive.issued`); `details` holds what changed, never whole personal records.
 */
export async function recordAudit(
  tx: Db,
  actor: Actor,
  action: string,
  subjectId: string | null,
  details: object = {},
): Promise<void> {
  await tx.run(sql`
    insert into audit_entries (account_id, office_id, body_id, action, subject_id, request_id, purpose, details)
    values (${actor.accountId}, ${actor.officeId}, ${actor.bodyId}, ${action}, ${subjectId}, ${actor.requestId},
            ${actor.purpose}, ${JSON.stringify(details)}::jsonb)`)
}

/** What the system does on its own (jobs, imports from the command line) is recorded too, without a person. */
export async function recordSystemAudit(
  tx: Db,
  action: string,
  subjectId: string | null,
  details: object = {},
) {
  await tx.run(sql`
    insert into audit_entries (action, subject_id, details)
    values (${action}, ${subjectId}, ${JSON.stringify(details)}::jsonb)`)
}
