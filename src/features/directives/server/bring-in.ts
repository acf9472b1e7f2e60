import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import type { Database, Db } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import { storeFile } from '#platform/server/files.ts'
import type { Party, Task } from '../domain/index.ts'
import { editTask } from './edits.ts'
import type { Incoming } from './intake.ts'
import { issueDirective } from './issue.ts'
import { emptyDocument, emptyProgress, readJob, type ResolverFor } from './read-job.ts'
import { getDirectiveAsSystem, insertDirective } from './store.ts'
import { listTasks } from './task-store.ts'

/**
 * Brings a document in, reads it and (when asked) issues it, all at once and in an officer's name: for exercises and
 * the demo, which must be ready when the first page opens. The same steps as over HTTP, without the queue between them.
 * Called again with the same id it goes on where it stopped.
 */
export async function bringIn(
  db: Database,
  actor: Actor,
  incoming: Incoming,
  options: { issue: boolean; resolverFor: ResolverFor; standIns?: ReadonlyMap<string, string> },
): Promise<void> {
  const { id } = incoming
  await asSystem(db, actor.scopes, async (tx) => {
    if (await getDirectiveAsSystem(tx, id)) return
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
  await asSystem(db, actor.scopes, async (tx) => {
    const before = await getDirectiveAsSystem(tx, id)
    if (!options.issue || before?.state !== 'draft') return
    for (const task of await listTasks(tx, id))
      await chooseLead(tx, actor, task, options.standIns ?? new Map())
    const directive = await getDirectiveAsSystem(tx, id)
    await issueDirective(tx, actor, id, directive?.version ?? 0)
  })
}

/** What an officer does for a lead that is no body of the registry (“Doanh nghiệp”): names the body that answers for it. */
async function chooseLead(tx: Db, actor: Actor, task: Task, standIns: ReadonlyMap<string, string>) {
  if (task.content.lead.some((party) => party.bodyIds.length > 0)) return
  const lead = task.content.lead.map((party): Party => {
    const bodyId = standIns.get(party.name)
    return bodyId ? { ...party, bodyIds: [bodyId], how: 'chosen' } : party
  })
  await editTask(tx, actor, task.directiveId, task.id, { version: task.version, changes: { lead } })
}
