import { type PendingEdit, StoredEdit } from './queue.ts'

/** Where edits wait that the server has not answered. Each has its own entry, so that two tabs do not overwrite each other. */
export interface EditStorage {
  load: () => PendingEdit[]
  /** False when the device has no room: the page then asks before it is closed. */
  save: (edit: PendingEdit) => boolean
  remove: (id: string) => void
}

type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const root = 'phaodai.directive-edits'

export function editStorage(keep: Keep, accountId: string, directiveId: string): EditStorage {
  const prefix = `${root}.${accountId}.${directiveId}.`
  return {
    load: () =>
      keysOf(keep, prefix)
        .flatMap((key) => parsed(keep.getItem(key)) ?? [])
        .sort((a, b) => (a.madeAt < b.madeAt ? -1 : Number(a.madeAt > b.madeAt))),
    save: (edit) => {
      try {
        keep.setItem(prefix + edit.id, JSON.stringify(edit))
        return true
      } catch {
        return false
      }
    },
    remove: (id) => keep.removeItem(prefix + id),
  }
}

/** Documents with edits that were never answered, and how many: told on the list, so that none is forgotten. */
export function unsentByDirective(keep: Keep, accountId: string): Map<string, number> {
  const prefix = `${root}.${accountId}.`
  const counts = new Map<string, number>()
  for (const key of keysOf(keep, prefix)) {
    const id = key.slice(prefix.length).split('.')[0]!
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

function keysOf(keep: Keep, prefix: string): string[] {
  const keys: string[] = []
  for (let i = 0; i < keep.length; i++) {
    const key = keep.key(i)
    if (key?.startsWith(prefix)) keys.push(key)
  }
  return keys
}

function parsed(text: string | null): PendingEdit | undefined {
  try {
    const edit = StoredEdit.safeParse(JSON.parse(text ?? ''))
    return edit.success ? (edit.data as unknown as PendingEdit) : undefined
  } catch {
    return undefined
  }
}
