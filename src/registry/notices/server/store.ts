import { z } from 'zod'

import { type Db, sql } from '#platform/server/db.ts'
import { type ListNotices, type MailChoice, mailChoices, type MarkRead } from '../domain/index.ts'
import type { Told } from './tell.ts'

const Count = z.object({ count: z.number() })

// What is told again on the same day is read again, and asked again who may see it; no second mail goes out for it.
const again = sql`on conflict (account_id, kind, subject_kind, subject_id, day) do update
  set facts = excluded.facts, state = 'waiting', read_at = null where notices.facts <> excluded.facts`

const columns = sql`(account_id, body_id, kind, subject_kind, subject_id, day, facts)`
const values = ({ kind, subject, day, facts = {} }: Told) =>
  sql`${kind}, ${subject.kind}, ${subject.id}, ${day}::date, ${JSON.stringify(facts)}::jsonb`

export function addForBody(tx: Db, told: Told & { bodyId: string }): Promise<number> {
  return tx.run(sql`
    insert into notices ${columns}
    select distinct o.account_id, ${told.bodyId}::uuid, ${values(told)}
    from offices o join accounts a on a.id = o.account_id
    where o.body_id = ${told.bodyId} and a.state = 'active'
      and o.valid_from <= ${told.day}::date and (o.valid_to is null or o.valid_to >= ${told.day}::date)
    ${again}`)
}

export function addForAccount(tx: Db, told: Told & { accountId: string; bodyId: string }): Promise<number> {
  return tx.run(sql`
    insert into notices ${columns} values (${told.accountId}, ${told.bodyId}::uuid, ${values(told)}) ${again}`)
}

const Waiting = z.object({
  id: z.uuid(),
  accountId: z.string(),
  bodyId: z.uuid(),
  kind: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  facts: z.record(z.string(), z.unknown()),
  mail: z.string(),
})
export type Waiting = z.infer<typeof Waiting>
const waitingColumns = sql`n.id, n.account_id, n.body_id, n.kind, n.subject_kind, n.subject_id, n.facts, n.mail`

/** Held until the transaction ends; another process takes others. */
export function takeWaiting(tx: Db, limit: number): Promise<Waiting[]> {
  return tx.all(
    Waiting,
    sql`select ${waitingColumns} from notices n where n.state = 'waiting'
        order by n.account_id, n.body_id, n.kind limit ${limit} for update skip locked`,
  )
}

export async function settle(
  tx: Db,
  ids: readonly string[],
  to: { state: 'delivered' | 'withheld'; mail: MailChoice },
) {
  if (ids.length === 0) return
  // A mail that has gone out does not go again because the thing was told again.
  await tx.run(sql`update notices set state = ${to.state}, mail = case when mail = 'sent' then mail else ${to.mail} end
                   where id = any (${[...ids]}::uuid[])`)
}

const Choice = z.object({ accountId: z.string(), kind: z.string(), mail: z.enum(mailChoices) })

/** What people chose, for those whose address is confirmed; others get no mail. */
export async function listMailChoices(tx: Db, accountIds: readonly string[]) {
  const reachable = await tx.all(
    z.object({ accountId: z.string() }),
    sql`select account_id from notice_settings
        where account_id = any (${[...accountIds]}::text[]) and confirmed_at is not null`,
  )
  const chosen = await tx.all(
    Choice,
    sql`select account_id, kind, mail from notice_preferences where account_id = any (${[...accountIds]}::text[])`,
  )
  return { reachable: new Set(reachable.map((row) => row.accountId)), chosen }
}

const Receiver = z.object({
  accountId: z.string(),
  address: z.string(),
  quietFrom: z.string().nullable(),
  quietTo: z.string().nullable(),
})
export type Receiver = z.infer<typeof Receiver>

/** Who has mail to come: at once, or in the digest closed at that instant. */
export function listReceivers(db: Db, digestClosedAt: string): Promise<Receiver[]> {
  return db.all(
    Receiver,
    sql`select s.account_id, s.address, to_char(s.quiet_from, 'HH24:MI') as quiet_from, to_char(s.quiet_to, 'HH24:MI') as quiet_to
        from notice_settings s join accounts a on a.id = s.account_id
        where s.confirmed_at is not null and a.state = 'active' and exists (
          select from notices n where n.account_id = s.account_id and n.state = 'delivered'
            and (n.mail = 'now' or (n.mail = 'digest' and n.made_at < ${digestClosedAt}::timestamptz)))
        order by s.account_id`,
  )
}

export function takeMails(tx: Db, accountId: string, digestClosedAt: string): Promise<Waiting[]> {
  return tx.all(
    Waiting,
    sql`select ${waitingColumns} from notices n
        where n.account_id = ${accountId} and n.state = 'delivered'
          and (n.mail = 'now' or (n.mail = 'digest' and n.made_at < ${digestClosedAt}::timestamptz))
        order by n.made_at, n.id for update skip locked`,
  )
}

/** True for the first of the day. */
export async function claimDay(tx: Db, accountId: string, kind: string, day: string): Promise<boolean> {
  return (
    (await tx.run(sql`insert into notice_mails (account_id, kind, day) values (${accountId}, ${kind}, ${day}::date)
                      on conflict do nothing`)) > 0
  )
}

export async function unclaimDay(tx: Db, accountId: string, kinds: readonly string[], day: string) {
  await tx.run(sql`delete from notice_mails
    where account_id = ${accountId} and kind = any (${[...kinds]}::text[]) and day = ${day}::date`)
}

export async function setMail(tx: Db, ids: readonly string[], mail: 'now' | 'digest' | 'none' | 'sent') {
  if (ids.length > 0)
    await tx.run(sql`update notices set mail = ${mail} where id = any (${[...ids]}::uuid[])`)
}

const Group = z.object({
  kind: z.string(),
  day: z.string(),
  count: z.number(),
  unread: z.number(),
  at: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  facts: z.record(z.string(), z.unknown()),
})

/** Told through a body in which the person still holds an office. */
const mine = (accountId: string, bodyIds: readonly string[]) =>
  sql`n.account_id = ${accountId} and n.state = 'delivered' and n.body_id = any (${[...bodyIds]}::uuid[])`

export async function listGroups(db: Db, accountId: string, bodyIds: readonly string[], list: ListNotices) {
  const rows = await db.all(
    Group,
    sql`select n.kind, n.day, count(*) as count, count(*) filter (where n.read_at is null) as unread, max(n.made_at) as at,
          (array_agg(n.subject_kind order by n.made_at desc))[1] as subject_kind,
          (array_agg(n.subject_id order by n.made_at desc))[1] as subject_id,
          (array_agg(n.facts order by n.made_at desc))[1] as facts
        from notices n where ${mine(accountId, bodyIds)}
        group by n.kind, n.day order by n.day desc, max(n.made_at) desc
        limit ${list.size} offset ${(list.page - 1) * list.size}`,
  )
  const { count } = await db.one(
    Count,
    sql`select count(*) as count from (select from notices n where ${mine(accountId, bodyIds)} group by n.kind, n.day) g`,
  )
  return { rows, total: count }
}

export async function countUnread(db: Db, accountId: string, bodyIds: readonly string[]): Promise<number> {
  const { count } = await db.one(
    Count,
    sql`select count(distinct (n.kind, n.day)) as count from notices n
        where ${mine(accountId, bodyIds)} and n.read_at is null`,
  )
  return count
}

export function markRead(tx: Db, accountId: string, bodyIds: readonly string[], which: MarkRead) {
  return tx.run(sql`update notices n set read_at = clock_timestamp()
    where ${mine(accountId, bodyIds)} and n.read_at is null
      and (${which.kind ?? null}::text is null or n.kind = ${which.kind ?? null})
      and (${which.day ?? null}::date is null or n.day = ${which.day ?? null}::date)`)
}
