import { z } from 'zod'

import { type Db, sql } from '#platform/server/db.ts'

const Live = z.object({ madeAt: z.string() })
export function findLiveCalendar(db: Db, accountId: string) {
  return db.maybeOne(
    Live,
    sql`select made_at from duty_calendars where account_id = ${accountId} and revoked_at is null`,
  )
}

export function revokeCalendars(tx: Db, accountId: string): Promise<number> {
  return tx.run(
    sql`update duty_calendars set revoked_at = clock_timestamp() where account_id = ${accountId} and revoked_at is null`,
  )
}

export async function insertCalendar(tx: Db, row: { id: string; accountId: string; tokenHash: string }) {
  await tx.run(
    sql`insert into duty_calendars (id, account_id, token_hash) values (${row.id}, ${row.accountId}, ${row.tokenHash})`,
  )
}

const Owner = z.object({ accountId: z.string() })
/** Only while it is not revoked and its account may still sign in. */
export function findCalendarOwner(db: Db, tokenHash: string) {
  return db.maybeOne(
    Owner,
    sql`select c.account_id from duty_calendars c join accounts a on a.id = c.account_id
        where c.token_hash = ${tokenHash} and c.revoked_at is null and a.state = 'active'`,
  )
}
