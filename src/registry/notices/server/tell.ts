import type { Db } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import type { Facts, Subject } from '../domain/index.ts'
import * as store from './store.ts'

export const deliverQueue = 'notices.deliver'

export interface Told {
  kind: string
  subject: Subject
  /** The day of the product. The same about the same thing on the same day replaces what was told, it adds nothing. */
  day: string
  facts?: Facts
}

/**
 * Tells everybody who holds an office in this body on that day. In the caller's transaction: what did not happen is not
 * told. Seen by nobody until delivered. `jobs` wakes the delivery; without it the clock does, within a minute.
 */
export async function tellBody(
  tx: Db,
  jobs: Jobs | undefined,
  told: Told & { bodyId: string },
): Promise<void> {
  const added = await store.addForBody(tx, told)
  if (added > 0) await jobs?.send(tx, deliverQueue, {})
}

/** Tells one person, through the body in which it concerns them. */
export async function tellAccount(
  tx: Db,
  jobs: Jobs | undefined,
  told: Told & { accountId: string; bodyId: string },
): Promise<void> {
  const added = await store.addForAccount(tx, told)
  if (added > 0) await jobs?.send(tx, deliverQueue, {})
}
