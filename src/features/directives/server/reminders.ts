import type { Actor } from '#platform/server/actor.ts'
import { recordAudit, recordSystemAudit } from '#platform/server/audit.ts'
import type { Database, Db } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import type { Job } from '#platform/server/jobs.ts'
import { announce } from '#platform/server/live.ts'
import type { RemindBody, RemindTask } from '../domain/index.ts'
import * as store from './reminder-store.ts'
import { mustDecide, mustSeeTask } from './standing.ts'

/** What one body is told on one day: one message, however many tasks it is about. */
export interface Digest {
  bodyId: string
  onDay: string
  /** Past their last day, soon due, and late below this body for so long that it has to know. */
  overdue: number
  dueSoon: number
  escalated: number
  /** By an officer's hand, with what was added. */
  byHand: number
  text: string
  taskIds: string[]
}

/** The port through which people are told; `app` plugs the notices in. Rows and history are there without it. */
export type Tell = (tx: Db, digest: Digest) => Promise<void>
export const tellNobody: Tell = async () => {}

/** Đôn đốc of one task, to each lead that still owes it; the second of a day is not sent. */
export async function remindTask(
  tx: Db,
  actor: Actor,
  taskId: string,
  input: RemindTask,
  how: { today: string; tell: Tell },
) {
  const task = await mustSeeTask(tx, actor, taskId)
  mustDecide(actor, task)
  return remind(tx, actor, { issuerId: actor.bodyId, taskId: task.id }, input.text, how)
}

/** Of everything that a body owes this office and is late with. */
export function remindBody(tx: Db, actor: Actor, input: RemindBody, how: { today: string; tell: Tell }) {
  return remind(tx, actor, { issuerId: actor.bodyId, bodyId: input.bodyId }, input.text, how)
}

async function remind(
  tx: Db,
  actor: Actor,
  of: { issuerId: string; taskId?: string; bodyId?: string },
  text: string,
  { today, tell }: { today: string; tell: Tell },
) {
  const owed = await store.countOwed(tx, of, today)
  const sent = await store.remindByHand(tx, of, { accountId: actor.accountId, text, today })
  await recordAudit(tx, actor, 'task.reminded', of.taskId ?? of.bodyId ?? null, { sent: sent.length, text })
  await deliver(tx, sent, { today, tell, text })
  return { reminded: sent.length, already: owed - sent.length }
}

/** One digest a body: ten thousand late tasks of one body are one message. */
async function deliver(
  tx: Db,
  sent: readonly store.Sent[],
  { today, tell, text = '' }: { today: string; tell: Tell; text?: string },
) {
  const digests = new Map<string, Digest>()
  for (const { taskId, toBodyId, kind } of sent) {
    const none = { overdue: 0, dueSoon: 0, escalated: 0, byHand: 0, text, taskIds: [] }
    const digest: Digest = digests.get(toBodyId) ?? { bodyId: toBodyId, onDay: today, ...none }
    if (kind === 'after') digest.overdue++
    else if (kind === 'before') digest.dueSoon++
    else if (kind === 'escalation') digest.escalated++
    else digest.byHand++
    if (digest.taskIds.length < 50) digest.taskIds.push(taskId)
    digests.set(toBodyId, digest)
  }
  for (const digest of digests.values()) await tell(tx, digest)
  await announce(tx, 'tasks', ...(await store.listPathsOf(tx, [...digests.keys()])))
}

/** Each morning, and again when it was missed: what falls on a day is sent once, whenever and however often it runs. */
export function remindJob(db: Database, today: () => string, tell: Tell = tellNobody): Job {
  return {
    name: 'tasks.remind',
    cron: '15 0-10 * * *', // 07:15 in Việt Nam, then hourly until 17:15 for what was issued meanwhile
    run: () =>
      asSystem(db, [], async (tx) => {
        const day = today()
        const sent = [...(await store.remindByRule(tx, day)), ...(await store.escalate(tx, day))]
        if (sent.length === 0) return
        await recordSystemAudit(tx, 'tasks.reminded', null, { onDay: day, reminders: sent.length })
        await deliver(tx, sent, { today: day, tell })
      }),
  }
}
