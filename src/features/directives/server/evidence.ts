import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { findFile, readFile, storeFile, widenFileAudience } from '#platform/server/files.ts'
import { problem } from '#platform/server/problem.ts'
import { evidenceLimitMegabytes, evidenceName, judgeEvidence } from '../domain/index.ts'
import { recordAudit } from '#platform/server/audit.ts'
import type { Incoming } from './intake.ts'
import { findPart, listPartyPaths } from './part-store.ts'
import { findEvidence, insertEvidence } from './report-store.ts'
import { mustKnowTask, mustSeeTask } from './standing.ts'

/**
 * A file for a report that is still being written. Kept only when it is of a kind that is shown and never run; unlike a
 * directive, what is refused leaves nothing behind, and the answer says so.
 */
export async function keepEvidence(tx: Db, actor: Actor, taskId: string, incoming: Incoming) {
  const task = await mustReportOn(tx, actor, taskId)
  if (incoming.bytes.length > evidenceLimitMegabytes * 1_000_000)
    throw problem.tooLarge({ limitMegabytes: evidenceLimitMegabytes })
  const verdict = judgeEvidence(incoming.bytes)
  if (!verdict.ok) throw problem.evidenceRefused({ name: incoming.name, why: verdict.why })
  const name = evidenceName(incoming.name, verdict.extension)
  const file = await storeFile(tx, actor, { name, mediaType: verdict.mediaType, bytes: incoming.bytes })
  const audience = await listPartyPaths(tx, task.id)
  await widenFileAudience(tx, file.id, audience)
  await insertEvidence(tx, file.id, task.id, {
    accountId: actor.accountId,
    unitPath: actor.unitPath,
    audience,
  })
  await recordAudit(tx, actor, 'task.evidence-kept', task.id, { fileId: file.id, name, sha256: file.sha256 })
  return file
}

/** Whoever leads the task or helps with it. */
export async function mustReportOn(tx: Db, actor: Actor, taskId: string) {
  const task = await mustSeeTask(tx, actor, taskId)
  const part =
    (await findPart(tx, task.id, actor.bodyId, 'lead')) ??
    (await findPart(tx, task.id, actor.bodyId, 'coordinate'))
  if (!part) throw problem.forbidden({ action: 'tasks.report' })
  return task
}

export async function readEvidence(tx: Db, actor: Actor, taskId: string, fileId: string) {
  const task = await mustKnowTask(tx, actor, taskId)
  const evidence = await findEvidence(tx, task.id, fileId)
  const file = evidence && (await findFile(tx, fileId))
  const bytes = file && (await readFile(tx, fileId))
  if (!file || !bytes) throw problem.notFound({ what: 'file', id: fileId })
  return { bytes, name: file.name, mediaType: file.mediaType }
}
