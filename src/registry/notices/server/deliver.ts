import type { Instant } from '#platform/server/clock.ts'
import type { Database, Db } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import type { Job } from '#platform/server/jobs.ts'
import { announceTo } from '#platform/server/live.ts'
import { codeMail, composeMail, isQuiet, lastDigestAt, type MailChoice } from '../domain/index.ts'
import type { NoticeKind } from './kinds.ts'
import type { Mailer } from './mailer.ts'
import { visibleOf } from './people.ts'
import * as settings from './settings-store.ts'
import * as store from './store.ts'
import { deliverQueue } from './tell.ts'

export interface DeliverParts {
  db: Database
  kinds: readonly NoticeKind[]
  today: () => string
  now: () => Instant
  mailer: Mailer | undefined
  /** Where mails lead; an address of this machine when no other is known. */
  baseUrl: string
}

const batch = 2_000

/** Woken by what is told, and by the clock each minute. */
export function deliverJob(parts: DeliverParts): Job {
  return {
    name: deliverQueue,
    cron: '* * * * *',
    run: async () => {
      await deliverWaiting(parts)
      await sendMails(parts)
    },
  }
}

/** Digests of the morning, and what quiet hours held back. */
export function digestJob(parts: DeliverParts): Job {
  return { name: 'notices.digest', cron: '*/15 * * * *', run: () => sendMails(parts) }
}

/** From `waiting` to `delivered`, for those who may see the thing; the others are never told. */
export async function deliverWaiting({ db, kinds, today }: DeliverParts): Promise<void> {
  for (;;) {
    const taken = await asSystem(db, [], async (tx) => {
      const waiting = await store.takeWaiting(tx, batch)
      if (waiting.length === 0) return 0
      const visible = await visibleOf(tx, waiting, kinds, today())
      const accounts = [...new Set(waiting.map((n) => n.accountId))]
      const choices = await store.listMailChoices(tx, accounts)
      const choiceFor = (notice: store.Waiting): MailChoice => {
        if (!choices.reachable.has(notice.accountId)) return 'none'
        const chosen = choices.chosen.find((c) => c.accountId === notice.accountId && c.kind === notice.kind)
        return chosen?.mail ?? kinds.find((kind) => kind.key === notice.kind)?.mail ?? 'none'
      }
      const seen = Map.groupBy(
        waiting.filter((n) => visible.has(n.id)),
        choiceFor,
      )
      for (const [mail, notices] of seen) {
        await store.settle(
          tx,
          notices.map((n) => n.id),
          { state: 'delivered', mail },
        )
      }
      const unseen = waiting.filter((n) => !visible.has(n.id)).map((n) => n.id)
      await store.settle(tx, unseen, { state: 'withheld', mail: 'none' })
      const told = new Set(waiting.filter((n) => visible.has(n.id)).map((n) => n.accountId))
      for (const account of told) await announceTo(tx, 'notices', account)
      return waiting.length
    })
    if (taken < batch) return
  }
}

/** One mail per person for everything that is due now. */
export async function sendMails(parts: DeliverParts): Promise<void> {
  const { db, mailer, now } = parts
  if (!mailer) return
  for (const { address, code } of await db.transaction((tx) => settings.takeCodes(tx))) {
    await mailer.send(address, codeMail(code))
  }
  const closedAt = lastDigestAt(now())
  for (const receiver of await store.listReceivers(db, closedAt)) {
    if (isQuiet(now(), { from: receiver.quietFrom, to: receiver.quietTo })) continue
    await sendTo(parts, mailer, receiver, closedAt)
  }
}

async function sendTo(parts: DeliverParts, mailer: Mailer, receiver: store.Receiver, closedAt: string) {
  const { db, kinds, baseUrl } = parts
  const day = parts.today()
  const { accountId, address } = receiver
  // The claim commits before the mail leaves: whatever happens afterwards, no second process sends it again.
  const { going, claimed } = await asSystem(db, [], (tx) => claim(tx, parts, accountId, closedAt, day))
  if (going.length === 0) return
  const items = going.map((n) => ({
    kind: n.kind,
    subject: { kind: n.subjectKind, id: n.subjectId },
    facts: n.facts,
  }))
  const fate = await mailer.send(address, composeMail(items, kinds, baseUrl))
  if (fate === 'sent') return
  await db.transaction(async (tx) => {
    for (const [mail, notices] of Map.groupBy(going, (n) => n.mail)) {
      const back = fate === 'later' && (mail === 'now' || mail === 'digest') ? mail : 'none'
      await store.setMail(
        tx,
        notices.map((n) => n.id),
        back,
      )
    }
    await store.unclaimDay(tx, accountId, claimed, day)
  })
}

async function claim(tx: Db, parts: DeliverParts, accountId: string, closedAt: string, day: string) {
  const { kinds } = parts
  const due = await store.takeMails(tx, accountId, closedAt)
  const visible = await visibleOf(tx, due, kinds, day)
  const hidden = due.filter((n) => !visible.has(n.id))
  await store.setMail(
    tx,
    hidden.map((n) => n.id),
    'none',
  )
  const going: store.Waiting[] = []
  const claimed: string[] = []
  for (const [key, notices] of Map.groupBy(
    due.filter((n) => visible.has(n.id)),
    (n) => n.kind,
  )) {
    const daily = kinds.find((kind) => kind.key === key)?.daily ?? false
    if (daily && !(await store.claimDay(tx, accountId, key, day))) {
      // Today's mail of this kind has gone: the rest of the day comes in the next digest.
      await store.setMail(
        tx,
        notices.map((n) => n.id),
        'digest',
      )
      continue
    }
    if (daily) claimed.push(key)
    going.push(...notices)
  }
  await store.setMail(
    tx,
    going.map((n) => n.id),
    'sent',
  )
  return { going, claimed }
}
