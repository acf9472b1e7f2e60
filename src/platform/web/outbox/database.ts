import type { Dexie, Table } from 'dexie'

import type { Sealed } from '../offline/vault.ts'
import type { Content, Entry } from './entry.ts'
import type { Stored } from './sealing.ts'

/** A row as it lies on the device: what is needed to find and count it is in the clear, what was written may be sealed. */
export interface Row extends Omit<Entry, keyof Content> {
  content: Stored
}

/** The bytes of a file that waits, apart from the rows, which are read as a whole at every change. */
export interface FileRow {
  /** Of the entry that sends it. */
  requestId: string
  accountId: string
  bytes: ArrayBuffer | Sealed
}

interface Opened {
  database: Dexie
  rows: Table<Row, number, Omit<Row, 'order'>>
  files: Table<FileRow, string>
  module: typeof import('dexie')
}

let opened: Promise<Opened> | undefined

export function outbox(): Promise<Opened> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

async function open(): Promise<Opened> {
  const module = await import('dexie')
  const database = new module.Dexie('phaodai-outbox')
  database.version(1).stores({ entries: '++order, &requestId, accountId' })
  database.version(2).stores({ files: 'requestId, accountId' })
  await database.open()
  return { database, rows: database.table('entries'), files: database.table('files'), module }
}
