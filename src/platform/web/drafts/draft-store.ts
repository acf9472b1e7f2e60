import type { Table } from 'dexie'

import { now } from '../clock.ts'

/** What was typed and not yet sent. Kept on this device only, under the account that typed it. */
interface Draft {
  accountId: string
  key: string
  /** ISO instant of the last change. */
  savedAt: string
  value: unknown
}

type Drafts = Table<Draft, [string, string]>

/** A draft that nobody came back to is not kept for ever: a shared computer forgets it. */
const keptDays = 14

let opened: Promise<Drafts> | undefined

/** Opened when the first draft is read or written: a page without forms does not load the database. */
function drafts(): Promise<Drafts> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

async function open(): Promise<Drafts> {
  const { Dexie } = await import('dexie')
  const database = new Dexie('phaodai')
  database.version(1).stores({ drafts: '[accountId+key], accountId, savedAt' })
  const table: Drafts = database.table('drafts')
  const oldest = new Date(now().getTime() - keptDays * 86_400_000).toISOString()
  await table.where('savedAt').below(oldest).delete()
  return table
}

export async function readDraft(accountId: string, key: string): Promise<Draft | undefined> {
  return (await drafts()).get([accountId, key])
}

export async function writeDraft(accountId: string, key: string, value: unknown): Promise<string> {
  const savedAt = now().toISOString()
  await (await drafts()).put({ accountId, key, value, savedAt })
  return savedAt
}

export async function dropDraft(accountId: string, key: string): Promise<void> {
  await (await drafts()).delete([accountId, key])
}

/** At sign-out: what a person typed does not stay behind on the machine. */
export async function wipeDrafts(accountId: string): Promise<void> {
  await (await drafts()).where('accountId').equals(accountId).delete()
}
