import type { Table } from 'dexie'

import type { Sealed } from './vault.ts'

/** The account's key, wrapped by a key that only the PIN gives. */
export interface PinLock {
  salt: Uint8Array<ArrayBuffer>
  iterations: number
  wrapped: Sealed
  /** Wrong entries in a row; counted before the PIN is tried, so that closing the app in between helps nobody. */
  wrong: number
}

/** Who may go on working on this device without a network. */
export interface PersonHere {
  accountId: string
  /** `GET /api/me` as it was last answered; parsed again when it is read. */
  me: unknown
  /** When the server was last heard from in this person's session, by this device's clock. */
  contactAt: number
  /** The greatest time this device ever showed: a clock that was set back is noticed. */
  latestAt: number
  pin?: PinLock | undefined
}

/** An answer that was read with a network, for reading it without one. Sealed, unless it is public master data. */
interface KeptAnswer {
  accountId: string
  officeId: string
  url: string
  at: number
  content: Sealed | { open: unknown }
}

interface DeviceTables {
  people: Table<PersonHere, string>
  kept: Table<KeptAnswer, [string, string, string]>
}

let opened: Promise<DeviceTables> | undefined

export function device(): Promise<DeviceTables> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

async function open(): Promise<DeviceTables> {
  const { Dexie } = await import('dexie')
  const database = new Dexie('phaodai-device')
  database.version(1).stores({ people: 'accountId', kept: '[accountId+officeId+url], accountId, at' })
  return { people: database.table('people'), kept: database.table('kept') }
}
