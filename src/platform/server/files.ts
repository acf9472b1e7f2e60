import { createHash } from 'node:crypto'

import { z } from 'zod'

import type { Actor } from './actor.ts'
import { newId } from './chance.ts'
import { type Db, sql } from './db.ts'

/** One megabyte: small enough for a row, large enough that a 60 MB scan is sixty inserts. */
const chunkSize = 1_000_000

export const StoredFile = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
  sha256: z.string(),
})
export type StoredFile = z.infer<typeof StoredFile>

const columns = sql`id, name, media_type, size, sha256`
const Chunk = z.object({ bytes: z.instanceof(Uint8Array).nullable() })

/**
 * Keeps the original bytes, whatever they are: a file that cannot be read is still kept. A device that sends a file later
 * than it wrote about it gives the `id` itself; one that is there already is refused by the key.
 */
export async function storeFile(
  tx: Db,
  actor: Pick<Actor, 'accountId' | 'unitPath'>,
  file: { name: string; mediaType: string; bytes: Uint8Array },
  id: string = newId(),
): Promise<StoredFile> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const stored = await tx.one(
    StoredFile,
    sql`insert into files (id, unit_path, name, media_type, size, sha256, uploaded_by)
        values (${id}, ${actor.unitPath}::ltree, ${file.name}, ${file.mediaType}, ${file.bytes.length}, ${sha256}, ${actor.accountId})
        returning ${columns}`,
  )
  for (let at = 0, position = 0; at < file.bytes.length; at += chunkSize, position++) {
    const bytes = Buffer.from(file.bytes.subarray(at, at + chunkSize))
    await tx.run(
      sql`insert into file_chunks (file_id, position, bytes) values (${stored.id}, ${position}, ${bytes})`,
    )
  }
  return stored
}

export function findFile(db: Db, id: string): Promise<StoredFile | undefined> {
  return db.maybeOne(StoredFile, sql`select ${columns} from files where id = ${id}`)
}

/** The whole file in memory (at most the upload limit); undefined when it is not there or not to be seen. */
export async function readFile(db: Db, id: string): Promise<Uint8Array | undefined> {
  const file = await findFile(db, id)
  if (!file) return undefined
  const parts: Uint8Array[] = []
  for (let position = 0; position * chunkSize < file.size; position++) {
    const { bytes } = await db.one(Chunk, sql`select file_chunk(${id}, ${position}) as bytes`)
    if (!bytes) throw new Error(`file ${id} lacks its part ${position}`)
    parts.push(bytes)
  }
  return Buffer.concat(parts)
}

/** Opens the file to the subtrees a directive was issued to. */
export function widenFileAudience(tx: Db, id: string, paths: readonly string[]): Promise<number> {
  return tx.run(sql`update files set audience = ${[...paths]}::text[]::ltree[] where id = ${id}`)
}
