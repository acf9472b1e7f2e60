import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import type { Database } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import { storeFile } from '#platform/server/files.ts'
import type { Incoming } from './intake.ts'
import { issueDirective } from './issue.ts'
import { emptyDocument, emptyProgress, readJob, type ResolverFor } from './read-job.ts'
import { getDirectiveAsSystem, insertDirective } from './store.ts'

/**
 * Brings a document in, reads it and (when asked) issues it, all at once and in an officer's name: for exercises and
 * the demo, which must be ready when the first page opens. The same steps as over HTTP, without the queue between them.
 */
export async function bringIn(
  db: Database,
  actor: Actor,
  incoming: Incoming,
  options: { issue: boolean; resolverFor: ResolverFor },
): Promise<void> {
  const { id } = incoming
  await asSystem(db, actor.scopes, async (tx) => {
    const file = await storeFile(tx, actor, incoming)
    await insertDirective(tx, {
      id,
      bodyId: actor.bodyId,
      unitPath: actor.unitPath,
      fileId: file.id,
      createdBy: actor.accountId,
      document: emptyDocument,
      reading: emptyProgress,
    })
    await recordAudit(tx, actor, 'directive.received', id, {
      file: file.name,
      size: file.size,
      sha256: file.sha256,
    })
  })
  await readJob(db, options.resolverFor).run({ id, unitPath: actor.unitPath }, new AbortController().signal)
  if (!options.issue) return
  await asSystem(db, actor.scopes, async (tx) => {
    const directive = await getDirectiveAsSystem(tx, id)
    await issueDirective(tx, actor, id, directive?.version ?? 0)
  })
}
