import type { Database } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import { openTurnstile } from '#platform/server/turnstile.ts'
import * as store from './store.ts'

/** The window is short enough that nobody is locked out for a shift. */
const failureWindowMinutes = 15
const failuresPerSource = 60
const failuresPerOther = 8

/**
 * Proofs are looked at a few at a time: each takes 19 MiB and 20 ms of a core. Whoever guesses by the hundred waits in
 * this line, and not on the product's own connections.
 */
const turnstile = openTurnstile({ room: 6, waiting: 400 })
/** Guesses that are being looked at, per key: they count as failures until they are found right. */
const underway = new Map<string, number>()

export const byName = (username: string) => `name:${username}`
export const bySource = (ip: string) => `source:${ip}`
/** Somebody signed in who must prove it again: a session left open is no place to guess the password either. */
export const byAccount = (accountId: string) => `account:${accountId}`

/**
 * One guess at a password or a code, counted under every key. Undefined from `prove` is a wrong one. Counting before and
 * writing after let 120 guesses sent at once pass a limit of 8 (measured); so they are counted while they last.
 */
export async function guess<T>(
  db: Database,
  keys: readonly string[],
  prove: () => Promise<T | undefined>,
): Promise<T> {
  await refuseGuessing(db, keys, () => 0)
  return turnstile.pass(async () => {
    for (const key of keys) underway.set(key, (underway.get(key) ?? 0) + 1)
    try {
      await refuseGuessing(db, keys, (key) => (underway.get(key) ?? 1) - 1)
      const proof = await prove()
      if (proof !== undefined) return proof
      await store.noteFailure(db, keys)
      throw problem.signInFailed({})
    } finally {
      for (const key of keys) leave(key)
    }
  })
}

function leave(key: string) {
  const left = (underway.get(key) ?? 1) - 1
  if (left > 0) underway.set(key, left)
  else underway.delete(key)
}

async function refuseGuessing(db: Database, keys: readonly string[], besides: (key: string) => number) {
  const failures = await store.countFailures(db, keys, failureWindowMinutes)
  for (const key of keys) {
    const failed = failures.find((one) => one.key === key)
    const most = key.startsWith('source:') ? failuresPerSource : failuresPerOther
    if ((failed?.count ?? 0) + besides(key) < most) continue
    throw problem.tooManyAttempts({ retryAfterSeconds: failed?.waitSeconds ?? 60 })
  }
}
