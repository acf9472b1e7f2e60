import { newId } from '../chance.ts'
import { currentSeal } from '../offline/vault.ts'
import { type FileRow, outbox, type Row } from './database.ts'
import type { Content, Entry, EntryState, KeptProblem } from './entry.ts'
import { rewriteFiles } from './files.ts'
import { openContent, sealContent } from './sealing.ts'

/**
 * Resolves when all of it lies on the device: closing the tab or an empty battery no longer loses it, and never a write
 * without its files.
 */
export async function addEntries(
  entries: readonly Omit<Entry, 'order'>[],
  fileRows: readonly FileRow[] = [],
): Promise<void> {
  const { database, rows, files } = await outbox()
  const sealed = await Promise.all(entries.map(rowOf))
  await database.transaction('rw', rows, files, async () => {
    await files.bulkAdd(fileRows)
    await rows.bulkAdd(sealed)
  })
}

async function rowOf({
  title,
  method,
  path,
  body,
  lines,
  refresh,
  problem,
  file,
  ...row
}: Omit<Entry, 'order'>) {
  const content: Content = { title, method, path, body, lines, refresh, problem, file }
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

export async function dropEntry({ order, requestId }: Entry): Promise<void> {
  const { database, rows, files } = await outbox()
  await database.transaction('rw', rows, files, async () => {
    await rows.delete(order)
    await files.delete(requestId)
  })
}

/**
 * What was written is given up. A write takes with it the files that wait for it; without a file, the write behind it
 * still goes, and is another request, for it says something else.
 */
export async function giveUp(entry: Entry): Promise<void> {
  const all = await listEntries(entry.accountId)
  const near = all.filter((other) => other.subject === entry.subject && other.order !== entry.order)
  for (const other of near) {
    if (other.file && names(entry, other)) await dropEntry(other)
    if (!entry.file || !names(other, entry)) continue
    const body = other.body as Record<string, unknown>
    const left = (body[entry.file.namedIn] as string[]).filter((id) => id !== idOf(entry))
    await rewriteEntry(other, { body: { ...body, [entry.file.namedIn]: left }, requestId: newId() })
  }
  await dropEntry(entry)
}

const idOf = ({ body }: Entry) => (body as { id?: string }).id ?? ''

/** Whether the body of the write names the file that the other entry sends. */
function names(write: Entry, sender: Entry): boolean {
  const named = sender.file && (write.body as Record<string, unknown> | undefined)?.[sender.file.namedIn]
  return Array.isArray(named) && named.includes(idOf(sender))
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
  await rewriteFiles(accountId, true)
}

/** Seals what lies in the clear, or opens what was sealed, when the person leaves or comes. */
export async function rewriteAll(accountId: string): Promise<void> {
  const { rows } = await outbox()
  for (const row of await rows.where('accountId').equals(accountId).toArray()) {
    const content = await openContent(accountId, row.content)
    if (content) await rows.update(row.order, { content: await sealContent(accountId, content) })
  }
  await rewriteFiles(accountId, false)
}
