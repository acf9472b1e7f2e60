import type { QueryKey } from '@tanstack/react-query'

export type EntryState = 'waiting' | 'sending' | 'refused' | 'conflict'

/** One line of what was written, as people read it. `field` names the part of the body that it shows and may change. */
export interface Line {
  label: string
  value: string
  field?: string | undefined
}

/** What the server said against it: `current` is the record as it stands there, when it was sent along. */
export interface KeptProblem {
  code: string
  status: number
  message: string
  details: Record<string, unknown>
}

/** What was written, in full. Sealed on the device while nobody is signed in there (offline/vault.ts). */
export interface Content {
  title: string
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  body: unknown
  lines: readonly Line[]
  /** Queries that show what this changes; read again when it was sent. */
  refresh: readonly QueryKey[]
  problem?: KeptProblem | undefined
  /** Sent as a form with the body's `id` before the file; its bytes lie apart (`files.ts`). */
  file?: FileMark | undefined
}

/** A file that goes before the write that names it, under the id it was given on this device. */
export interface FileMark {
  name: string
  type: string
  size: number
  /** The list of ids in the write's body that names it; left out there when the file is dropped. */
  namedIn: string
}

/** A write that waits on this device for the server. */
export interface Entry extends Content {
  /** The order of the presses on this device. */
  order: number
  requestId: string
  accountId: string
  officeId: string
  officeTitle: string
  kind: string
  /** Entries of one subject are sent one after the other; behind a refused one they wait. */
  subject: string
  state: EntryState
  /** When it was pressed, by this device's clock; the server's own clock decides. */
  at: string
  /** How far the server's clock was ahead of this device's, when last heard of; null when never. */
  serverAheadMs: number | null
}

/** Entries that may go now, in the order of the presses: nothing overtakes an earlier one of its own subject. */
export function nextToSend<E extends Pick<Entry, 'state' | 'subject'>>(entries: readonly E[]): E | undefined {
  const held = new Set<string>()
  for (const entry of entries) {
    if (entry.state === 'refused' || entry.state === 'conflict') held.add(entry.subject)
    else if (!held.has(entry.subject)) return entry
  }
  return undefined
}

/** Waits for a person: an earlier entry of the same subject was refused. */
export function isHeld(entry: Entry, entries: readonly Entry[]): boolean {
  return entries.some(
    (other) =>
      other.subject === entry.subject &&
      other.order < entry.order &&
      (other.state === 'refused' || other.state === 'conflict'),
  )
}
