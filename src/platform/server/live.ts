import { type Db, sql } from './db.ts'

/** What pages may listen to. The payload is the topic and where, never data: whoever hears it reads through its own rights. */
export const liveTopics = ['incidents', 'duty', 'tasks', 'indicators', 'health-network', 'notices'] as const
export type LiveTopic = (typeof liveTopics)[number]

/** The channel of LISTEN and NOTIFY; a name of ours, never from outside. */
export const liveChannel = 'phaodai_live'

/**
 * Tells every open page whose office covers `unitPath`, lies inside it or above it, that something of `topic` changed.
 * Given out when the caller's transaction commits and not at all when it does not; the same announcement made twice in
 * one transaction is given out once. PostgreSQL orders the commits of transactions that announce.
 */
export async function announce(tx: Db, topic: LiveTopic, ...unitPaths: string[]): Promise<void> {
  for (const path of unitPaths) await tx.run(sql`select pg_notify(${liveChannel}, ${`${topic} ${path}`})`)
}

/** The same for one person, wherever their office is. */
export async function announceTo(tx: Db, topic: LiveTopic, accountId: string): Promise<void> {
  await tx.run(sql`select pg_notify(${liveChannel}, ${`${topic} @${accountId}`})`)
}
