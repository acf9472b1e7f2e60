import yauzl, { type Entry, type ZipFile } from 'yauzl'

import { isDocumentError, refuse } from '../document-error.ts'
import { MAX_UNZIPPED_BYTES, MAX_ZIP_ENTRIES, MAX_ZIP_RATIO, RATIO_MATTERS_ABOVE_BYTES } from '../limits.ts'

/** A zip whose directory has been judged. Parts are inflated one by one, counted against one budget. */
export interface GuardedZip {
  names: ReadonlySet<string>
  /** The bytes of a part, or null where there is none. */
  read(name: string): Promise<Buffer | null>
}

/**
 * Opens a zip and refuses it before anything is inflated when its directory asks for too much; what the directory
 * promises is enforced again while inflating, since it may lie. `format` is only for messages.
 * Throws `document.zip-bomb`, `document.damaged`, `document.encrypted`.
 */
export async function openGuardedZip(bytes: Uint8Array, format: string): Promise<GuardedZip> {
  const zip = await open(bytes, format)
  const entries = await listEntries(zip, bytes.length, format)
  let budget = MAX_UNZIPPED_BYTES
  return {
    names: new Set(entries.keys()),
    read: async (name) => {
      const entry = entries.get(name)
      if (entry === undefined) return null
      const part = await inflate(zip, entry, budget, format)
      budget -= part.length
      return part
    },
  }
}

function open(bytes: Uint8Array, format: string): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(
      buffer,
      { lazyEntries: true, validateEntrySizes: true, autoClose: false },
      (error, zip) => {
        if (error) reject(refuse.damaged({ format, why: error.message }))
        else resolve(zip)
      },
    )
  })
}

function listEntries(zip: ZipFile, fileBytes: number, format: string): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_ZIP_ENTRIES) {
    throw refuse.zipBomb({ why: `${zip.entryCount} mục bên trong` })
  }
  const entries = new Map<string, Entry>()
  let unzipped = 0
  let zipped = 0
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => reject(refuse.damaged({ format, why: error.message })))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      unzipped += entry.uncompressedSize
      zipped += entry.compressedSize
      const refusal = judge(entry, unzipped, zipped, fileBytes, format)
      if (refusal) return reject(refusal)
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

function judge(entry: Entry, unzipped: number, zipped: number, fileBytes: number, format: string) {
  const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1)
  if (entry.generalPurposeBitFlag & 1) return refuse.encrypted({ format })
  if (unzipped > MAX_UNZIPPED_BYTES)
    return refuse.zipBomb({ why: `bung ra hơn ${MAX_UNZIPPED_BYTES / 1024 / 1024} MB` })
  // Entries that share the same bytes (overlapping bombs) add up to more than the file holds.
  if (zipped > fileBytes) return refuse.zipBomb({ why: 'các phần chồng lên nhau' })
  if (ratio > MAX_ZIP_RATIO && entry.uncompressedSize > RATIO_MATTERS_ABOVE_BYTES) {
    return refuse.zipBomb({ why: `tỷ lệ nén ${Math.round(ratio)} lần` })
  }
  return null
}

function inflate(zip: ZipFile, entry: Entry, budget: number, format: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) =>
      reject(
        isDocumentError(error)
          ? error
          : refuse.damaged({ format, why: `${entry.fileName}: ${error.message}` }),
      )
    zip.openReadStream(entry, (error, stream) => {
      if (error) return fail(error)
      const chunks: Buffer[] = []
      let size = 0
      stream.on('error', fail)
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        chunks.push(chunk)
        if (size > budget) stream.destroy(refuse.zipBomb({ why: 'bung ra nhiều hơn khai báo' }))
      })
      stream.on('end', () => resolve(Buffer.concat(chunks)))
    })
  })
}
