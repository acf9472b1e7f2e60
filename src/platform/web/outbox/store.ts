import type { Dexie, Table } from 'dexie'

import { currentSeal } from '../offline/vault.ts'
import type { Content, Entry, EntryState, KeptProblem } from './entry.ts'
import { openContent, sealContent, type Stored } from './sealing.ts'

/** A row as it lies on the device: what is needed to find and count it is in the clear, what was written may be sealed. */
export interface Row extends Omit<Entry, keyof Content> {
  content: Stored
}

type Rows = Table<Row, number, Omit<Row, 'order'>>

let opened: Promise<{ database: Dexie; rows: Rows; module: typeof import('dexie') }> | undefined

function outbox() {
  opened ??= open().catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

async function open() {
  const module = await import('dexie')
  const database = new module.Dexie('phaodai-outbox')
  database.version(1).stores({ entries: '++order, &requestId, accountId' })
  const rows: Rows = database.table('entries')
  await database.open()
  return { database, rows, module }
}

/** Resolves when it lies on the device: closing the tab or an empty battery no longer loses it. */
export async function addEntry(entry: Omit<Entry, 'order'>): Promise<void> {
  const { rows } = await outbox()
  await rows.add(await rowOf(entry))
}

async function rowOf({ title, method, path, body, lines, refresh, problem, ...row }: Omit<Entry, 'order'>) {
  const content: Content = { title, method, path, body, lines, refresh, problem }
  return { ...row, content: await sealContent(row.accountId, content) }
}

async function entryOf({ content, ...row }: Row): Promise<Entry | undefined> {
  const read = await openContent(row.accountId, content)
  return read && { ...row, ...read }
}

export async function listEntries(accountId: string): Promise<Entry[]> {
  const { rows } = await outbox()
  const found = await rows.where('accountId').equals(accountId).sortBy('order')
  return (await Promise.all(found.map(entryOf))).filter((entry) => entry !== undefined)
}

export async function markEntry(
  entry: Entry,
  change: { state: EntryState; problem?: KeptProblem },
): Promise<void> {
  const { rows } = await outbox()
  const { order, content } = { order: entry.order, content: { ...entry, problem: change.problem } }
  const { content: stored } = await rowOf(content)
  await rows.update(order, { state: change.state, content: stored })
}

/** Sends it again with another content, and therefore under another request id. */
export async function rewriteEntry(entry: Entry, change: Partial<Entry>): Promise<void> {
  const { rows } = await outbox()
  const row = await rowOf({ ...entry, ...change, problem: undefined, state: 'waiting' })
  await rows.put({ ...row, order: entry.order } as Row)
}

export async function dropEntry(order: number): Promise<void> {
  const { rows } = await outbox()
  await rows.delete(order)
}

/** Calls back now and on every change, also one that another tab made. */
export async function watchEntries(
  accountId: string,
  onEntries: (entries: Entry[], locked: number) => void,
): Promise<() => void> {
  const { rows, module } = await outbox()
  const seen = module.liveQuery(() => rows.where('accountId').equals(accountId).sortBy('order'))
  let latest = 0
  const subscription = seen.subscribe((found) => {
    const mine = ++latest
    Promise.all(found.map(entryOf))
      .then((read) => {
        // Opening what is sealed takes a moment; an older list must not replace a newer one.
        if (mine !== latest) return
        const entries = read.filter((entry) => entry !== undefined)
        onEntries(entries, found.length - entries.length)
      })
      .catch(() => {})
  })
  return () => subscription.unsubscribe()
}

/** What waits stays on the device when the person leaves, sealed if the key is here; without it, it lies in the clear. */
export async function sealEntries(accountId: string): Promise<void> {
  const seal = currentSeal(accountId)
  if (!seal) return
  const { rows } = await outbox()
  for (const row of await rows.where('accountId').equals(accountId).toArray()) {
    if (!('sealed' in row.content)) await rows.update(row.order, { content: await seal.seal(row.content) })
  }
}

/** Seals what lies in the clear, or opens what was sealed, when the person leaves or comes. */
export async function rewriteAll(accountId: string): Promise<void> {
  const { rows } = await outbox()
  for (const row of await rows.where('accountId').equals(accountId).toArray()) {
    const content = await openContent(accountId, row.content)
    if (content) await rows.update(row.order, { content: await sealContent(accountId, content) })
  }
}
