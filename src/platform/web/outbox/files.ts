import { currentSeal } from '../offline/vault.ts'
import { type FileRow, outbox } from './database.ts'
import type { Entry, FileMark } from './entry.ts'

/** A file as a page gives it to the outbox. */
export interface FieldFile {
  /** Made on the device; the write that comes after names the file by it. */
  id: string
  path: string
  title: string
  file: File
}

export const markOf = ({ file }: FieldFile, namedIn: string): FileMark => ({
  name: file.name,
  type: file.type,
  size: file.size,
  namedIn,
})

export async function fileRowOf(accountId: string, requestId: string, file: File): Promise<FileRow> {
  const bytes = await file.arrayBuffer()
  const seal = currentSeal(accountId)
  return { requestId, accountId, bytes: seal?.atRest ? await seal.sealBytes(bytes) : bytes }
}

/** Nothing when it was sealed with a key that is not here. */
export async function readFile({ accountId, requestId }: Entry): Promise<ArrayBuffer | undefined> {
  const { files } = await outbox()
  const row = await files.get(requestId)
  return row && openBytes(accountId, row.bytes)
}

async function openBytes(accountId: string, bytes: FileRow['bytes']): Promise<ArrayBuffer | undefined> {
  return 'sealed' in bytes ? currentSeal(accountId)?.openBytes(bytes) : bytes
}

/** Seals what lies in the clear (`always`), or writes each as the key here says. One at a time: they are large. */
export async function rewriteFiles(accountId: string, always: boolean): Promise<void> {
  const seal = currentSeal(accountId)
  if (!seal) return
  const { files } = await outbox()
  for (const requestId of await files.where('accountId').equals(accountId).primaryKeys()) {
    const row = await files.get(requestId)
    const plain = row && (await openBytes(accountId, row.bytes))
    if (!plain) continue
    const kept = always || seal.atRest ? await seal.sealBytes(plain) : plain
    await files.update(requestId, { bytes: kept })
  }
}
