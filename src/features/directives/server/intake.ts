import type { MultipartFile } from '@fastify/multipart'

import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import type { Db } from '#platform/server/db.ts'
import { storeFile } from '#platform/server/files.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { problem } from '#platform/server/problem.ts'
import type { PasteDirective } from '../domain/index.ts'
import { emptyDocument, emptyProgress } from './read-job.ts'
import { insertDirective } from './store.ts'

export interface Incoming {
  id: string
  name: string
  mediaType: string
  bytes: Uint8Array
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** One file with the id the device gave the document. The field `id` must come before the file. */
export async function incomingFile(part: MultipartFile | undefined): Promise<Incoming> {
  if (!part)
    throw problem.invalid({
      where: 'file',
      issues: [{ path: 'file', found: 'không có tệp', expected: 'một tệp văn bản' }],
    })
  const field = part.fields.id
  const id = field && !Array.isArray(field) && field.type === 'field' ? String(field.value) : ''
  const bytes = await part.toBuffer()
  if (!uuid.test(id))
    throw problem.invalid({
      where: 'id',
      issues: [{ path: 'id', found: id.slice(0, 40), expected: 'mã UUID đứng trước tệp' }],
    })
  return { id, name: cleanName(part.filename), mediaType: part.mimetype || 'application/octet-stream', bytes }
}

export function incomingText(input: PasteDirective): Incoming {
  const name = /\.(txt|md)$/i.test(input.name) ? input.name : `${input.name}.txt`
  return {
    id: input.id,
    name: cleanName(name),
    mediaType: 'text/plain',
    bytes: new TextEncoder().encode(input.text),
  }
}

/** A name for people, never a path: separators and control characters go, 255 characters stay. */
export function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .trim()
    .normalize('NFC')
    .slice(0, 255)
  return clean || 'van-ban'
}

/** Keeps the original, whatever it is, and queues its reading; both commit together. */
export async function receiveDirective(tx: Db, actor: Actor, incoming: Incoming, jobs: Jobs) {
  const file = await storeFile(tx, actor, incoming)
  await insertDirective(tx, {
    id: incoming.id,
    bodyId: actor.bodyId,
    unitPath: actor.unitPath,
    fileId: file.id,
    createdBy: actor.accountId,
    document: emptyDocument,
    reading: emptyProgress,
  })
  await jobs.send(tx, 'directive.read', { id: incoming.id, unitPath: actor.unitPath })
  await recordAudit(tx, actor, 'directive.received', incoming.id, {
    file: file.name,
    size: file.size,
    sha256: file.sha256,
  })
  return { id: incoming.id }
}
