import { createHash } from 'node:crypto'

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
 * directive, what is refused leaves nothing behind, and the answer says so. The file has the id that the device gave it:
 * the report that names it may have been written before the file was sent.
 */
export async function keepEvidence(tx: Db, actor: Actor, taskId: string, incoming: Incoming) {
  const task = await mustReportOn(tx, actor, taskId)
  if (incoming.bytes.length > evidenceLimitMegabytes * 1_000_000)
    throw problem.tooLarge({ limitMegabytes: evidenceLimitMegabytes })
  const verdict = judgeEvidence(incoming.bytes)
  if (!verdict.ok) throw problem.evidenceRefused({ name: incoming.name, why: verdict.why })
  const name = evidenceName(incoming.name, verdict.extension)
  const kept = await keptBefore(tx, actor, task.id, incoming)
  if (kept) return kept
  const { id, bytes } = incoming
  const file = await storeFile(tx, actor, { name, mediaType: verdict.mediaType, bytes }, id)
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

/** What one upload is, for telling another content under the same request id. */
export const fingerprintOf = ({ id, name, bytes }: Incoming) => ({ id, name, sha256: sha256Of(bytes) })

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A phone that never got the answer sends the file again, also when its request is no longer remembered. */
async function keptBefore(tx: Db, actor: Actor, taskId: string, incoming: Incoming) {
  const evidence = await findEvidence(tx, taskId, incoming.id)
  const file = evidence?.uploadedBy === actor.accountId && (await findFile(tx, incoming.id))
  return file && file.sha256 === sha256Of(incoming.bytes) ? file : undefined
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
