import { createHash } from 'node:crypto'

import type { MultipartFile } from '@fastify/multipart'
import { z } from 'zod'

import { type FileKind, fileKinds, judgeFile, nameOfKind } from '#lib/file-kind/index.ts'
import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import type { Clock } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/db.ts'
import { storeFile, widenFileAudience } from '#platform/server/files.ts'
import { announce } from '#platform/server/live.ts'
import { problem } from '#platform/server/problem.ts'
import { mustSee, mustTakePart } from './access.ts'
import { logAct } from './moves.ts'
import * as store from './store.ts'

/** A photo, a recorded call, a scanned page: what a desk needs. Larger things are not sent in an emergency. */
const largestMegabytes = 20

export interface Attachment {
  /** Made on the device, when it kept the file until there was a network. */
  id: string | undefined
  sha256: string
  name: string
  mediaType: string
  bytes: Uint8Array
}

/** What a file is, is told by its bytes; what its name and its sender claim counts for nothing. */
export async function incomingAttachment(part: MultipartFile | undefined): Promise<Attachment> {
  if (!part)
    throw problem.invalid({ where: 'file', issues: [{ path: 'file', found: '', expected: 'một tệp' }] })
  const id = idBefore(part)
  const bytes = await part.toBuffer()
  const name = (part.filename.split(/[\\/]/).at(-1) ?? '').normalize('NFC').slice(0, 255) || 'tep'
  if (bytes.length > largestMegabytes * 1_000_000)
    throw problem.tooLarge({ limitMegabytes: largestMegabytes })
  const verdict = judgeFile(bytes, Object.keys(fileKinds) as FileKind[])
  if (!verdict.ok) throw problem.evidenceRefused({ name, why: verdict.why })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { id, sha256, name: nameOfKind(name, verdict.extension), mediaType: verdict.mediaType, bytes }
}

/** The field `id` stands before the file in the form. */
function idBefore({ fields }: MultipartFile): string | undefined {
  const field = fields.id
  if (!field) return undefined
  const given = !Array.isArray(field) && field.type === 'field' ? field.value : undefined
  const id = z.uuid().safeParse(given)
  if (id.success) return id.data
  throw problem.invalid({
    where: 'id',
    issues: [{ path: 'id', found: String(given).slice(0, 40), expected: 'mã UUID đứng trước tệp' }],
  })
}

export async function addAttachment(tx: Db, actor: Actor, clock: Clock, id: string, file: Attachment) {
  const incident = await mustSee(tx, actor, id)
  mustTakePart(actor, incident)
  // A phone that never got the answer sends it again, also when its request is no longer remembered.
  if (file.id && (await store.isAttached(tx, id, file.id, { by: actor.accountId, sha256: file.sha256 })))
    return { id: file.id }
  if (file.id && (await store.fileIdIsTaken(tx, file.id)))
    throw problem.duplicate({ what: 'file', field: 'id' })
  const audience = await store.listPathsOf(tx, incident.parties)
  const stored = await storeFile(tx, actor, file, file.id)
  await widenFileAudience(tx, stored.id, audience)
  await store.attachFile(tx, id, stored.id, actor.accountId)
  await logAct(tx, actor, incident, audience, { event: 'file', text: file.name, at: clock.now() })
  await recordAudit(tx, actor, 'incident.file-added', id, { name: file.name, sha256: stored.sha256 })
  await announce(tx, 'incidents', ...new Set([incident.unitPath, ...audience]))
  return { id: stored.id }
}
