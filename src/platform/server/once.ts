import { createHash } from 'node:crypto'

import { z } from 'zod'

import type { Actor } from './actor.ts'
import { type Database, type Db, sql } from './db.ts'
import { enterScope } from './edge.ts'
import { problem } from './problem.ts'

const Claim = z.object({ id: z.uuid() })
const Remembered = z.object({ answer: z.unknown(), fingerprint: z.string(), route: z.string().nullable() })

/**
 * Does a write at most once per client request id: one transaction, one answer, remembered. A field phone may send the
 * same request many times; whoever sends it again gets the first answer, and only the one who sent it first. The same
 * id with another content, or at another address, is refused rather than answered with something else's result.
 *
 * `input` is all that tells one request from another: of a file its hash, of a secret `secretFingerprint`.
 */
export function once<T>(
  db: Database,
  actor: Actor,
  answer: z.ZodType<T>,
  input: unknown,
  work: (tx: Db) => Promise<T>,
): Promise<T> {
  const fingerprint = createHash('sha256')
    .update(JSON.stringify(input ?? null))
    .digest('base64url')
  return db.transaction(async (tx) => {
    await enterScope(tx, actor.scopes, 'read write', actor)
    const claim = await tx.maybeOne(
      Claim,
      sql`insert into requests (id, account_id, fingerprint, route)
          values (${actor.requestId}, ${actor.accountId}, ${fingerprint}, ${actor.route ?? null})
          on conflict (id) do nothing returning id`,
    )
    if (!claim) return remembered(tx, actor, answer, fingerprint)
    const result = await work(tx)
    await tx.run(
      sql`update requests set answer = ${JSON.stringify(result ?? null)}::jsonb where id = ${actor.requestId}`,
    )
    return result
  })
}

async function remembered<T>(tx: Db, actor: Actor, answer: z.ZodType<T>, fingerprint: string): Promise<T> {
  const before = await tx.maybeOne(
    Remembered,
    sql`select answer, fingerprint, route from requests where id = ${actor.requestId} and account_id = ${actor.accountId}`,
  )
  const elsewhere = before?.route && actor.route && before.route !== actor.route
  if (!before || elsewhere || before.fingerprint !== fingerprint)
    throw problem.requestIdTaken({ id: actor.requestId })
  return answer.parse(before.answer)
}

/**
 * For how long an answer is remembered. A device sends what waits in its outbox for at most 60 days (a limit of ours, no
 * instrument); a month more covers a clock set wrong. A request that comes later still is done only once: the records
 * it makes carry ids made on the device.
 */
export const rememberedDays = 90

/** Clears what need not be remembered any more, some thousand rows at a time. Answers how many. */
export async function forgetRequests(db: Database, days = rememberedDays): Promise<number> {
  const Count = z.object({ forgotten: z.coerce.number() })
  let all = 0
  for (;;) {
    const { forgotten } = await db.one(
      Count,
      sql`with old as (select id from requests where at < clock_timestamp() - make_interval(days => ${days}) limit 5000),
            gone as (delete from requests where id in (select id from old) returning 1)
          select count(*) as forgotten from gone`,
    )
    all += forgotten
    if (forgotten < 5000) return all
  }
}
