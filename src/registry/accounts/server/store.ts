import { z } from 'zod'

import { type Db, sql } from '#platform/server/db.ts'
import { Account, type AddOffice, type ListAccounts, Office } from '../domain/index.ts'

const accountColumns = sql`a.id, a.username, a.person_name, a.state, a.must_change_password, a.version`
const officeColumns = sql`o.id, o.title, o.role, o.body_id, b.name as body_name, b.kind as body_kind, b.sector as body_sector, b.unit_id, u.name as unit_name,
  b.unit_path::text as unit_path, o.scopes::text[] as scopes, o.valid_from, o.valid_to`
const officeTables = sql`offices o join bodies b on b.id = o.body_id join units u on u.id = b.unit_id`

const Count = z.object({ count: z.number() })
const OfficeOfAccount = Office.extend({ accountId: z.string() })

export function findAccount(db: Db, id: string): Promise<Account | undefined> {
  return db.maybeOne(Account, sql`select ${accountColumns} from accounts a where a.id = ${id}`)
}

export function findAccountByUsername(db: Db, username: string): Promise<Account | undefined> {
  return db.maybeOne(Account, sql`select ${accountColumns} from accounts a where a.username = ${username}`)
}

/** Offices held on that day, the widest first. */
export function listOfficesHeld(db: Db, accountId: string, on: string): Promise<Office[]> {
  return db.all(
    Office,
    sql`select ${officeColumns} from ${officeTables}
        where o.account_id = ${accountId} and o.valid_from <= ${on}::date and (o.valid_to is null or o.valid_to >= ${on}::date)
        order by nlevel(b.unit_path), o.title, o.id`,
  )
}

/** Offices held on that day or given for later. */
export function listOfficesFrom(db: Db, accountId: string, day: string): Promise<Office[]> {
  return db.all(
    Office,
    sql`select ${officeColumns} from ${officeTables}
        where o.account_id = ${accountId} and (o.valid_to is null or o.valid_to >= ${day}::date)`,
  )
}

/** Accounts of whom an office lies in one of the subtrees; accounts without any office are listed to everyone who may. */
const inScopes = (scopes: readonly string[]) => sql`(
  exists (select from offices o join bodies b on b.id = o.body_id
          where o.account_id = a.id and b.unit_path <@ any (${[...scopes]}::text[]::ltree[])))`

const matches = (search: string | undefined) =>
  search ? sql`(folded(a.person_name) like ${like(search)} or a.username like ${like(search)})` : sql`true`
const like = (search: string) =>
  sql`'%' || replace(replace(folded(${search}::text), '%', ''), '_', '\\_') || '%'`

export async function listAccounts(db: Db, scopes: readonly string[], list: ListAccounts) {
  const where = sql`${inScopes(scopes)} and ${matches(list.search)}`
  const accounts = await db.all(
    Account,
    sql`select ${accountColumns} from accounts a where ${where}
        order by a.person_name collate "vi-x-icu", a.id limit ${list.limit} offset ${list.offset}`,
  )
  const { count } = await db.one(Count, sql`select count(*) as count from accounts a where ${where}`)
  const offices = await db.all(
    OfficeOfAccount,
    sql`select o.account_id, ${officeColumns} from ${officeTables}
        where o.account_id = any (${accounts.map((a) => a.id)}::text[]) order by o.valid_from desc, o.id`,
  )
  return {
    total: count,
    rows: accounts.map((a) => ({ ...a, offices: offices.filter((o) => o.accountId === a.id) })),
  }
}

export async function isAccountInScopes(db: Db, id: string, scopes: readonly string[]): Promise<boolean> {
  const { count } = await db.one(
    Count,
    sql`select count(*) as count from accounts a where a.id = ${id} and ${inScopes(scopes)}`,
  )
  return count > 0
}

export async function insertAccount(
  tx: Db,
  account: {
    id: string
    username: string
    personName: string
    passwordHash: string
    demo: boolean
    mustChange: boolean
  },
): Promise<void> {
  // The library wants an address for every user; accounts are known by their user name here.
  await tx.run(sql`
    insert into auth_users (id, name, email, username, display_username)
    values (${account.id}, ${account.personName}, ${`${account.username}@phaodai.invalid`}, ${account.username}, ${account.username})`)
  await tx.run(sql`
    insert into auth_credentials (id, account_id, provider_id, user_id, password)
    values (${account.id}, ${account.id}, 'credential', ${account.id}, ${account.passwordHash})`)
  await tx.run(sql`
    insert into accounts (id, username, person_name, demo, must_change_password)
    values (${account.id}, ${account.username}, ${account.personName}, ${account.demo}, ${account.mustChange})`)
}

export async function insertOffice(tx: Db, accountId: string, office: AddOffice): Promise<void> {
  await tx.run(sql`
    insert into offices (id, account_id, body_id, role, title, scopes, valid_from, valid_to)
    select ${office.id}, ${accountId}, b.id, ${office.role}, ${office.title}, array[b.unit_path], ${office.validFrom}, ${office.validTo}
    from bodies b where b.id = ${office.bodyId}`)
}

const EndedOffice = z.object({ title: z.string() })

/** Undefined when the account holds no such office beyond that day. */
export function endOffice(tx: Db, accountId: string, officeId: string, lastDay: string) {
  return tx.maybeOne(
    EndedOffice,
    sql`
    update offices set valid_to = greatest(${lastDay}::date, valid_from), version = version + 1
    where id = ${officeId} and account_id = ${accountId} and (valid_to is null or valid_to > ${lastDay}::date)
    returning title`,
  )
}

/** Undefined when someone else changed the account first. */
export function changeAccountState(tx: Db, id: string, version: number, state: Account['state']) {
  return tx.maybeOne(
    Account,
    sql`update accounts a set state = ${state}, version = a.version + 1 where a.id = ${id} and a.version = ${version}
        returning ${accountColumns}`,
  )
}

export function endSession(db: Db, token: string): Promise<number> {
  return db.run(sql`delete from auth_sessions where token = ${token}`)
}

export function endSessions(tx: Db, accountId: string): Promise<number> {
  return tx.run(sql`delete from auth_sessions where user_id = ${accountId}`)
}

export async function setPassword(
  tx: Db,
  accountId: string,
  passwordHash: string,
  mustChange: boolean,
): Promise<void> {
  await tx.run(sql`update auth_credentials set password = ${passwordHash}, updated_at = now()
                   where user_id = ${accountId} and provider_id = 'credential'`)
  await tx.run(sql`update accounts set must_change_password = ${mustChange} where id = ${accountId}`)
}

const BodyPath = z.object({ unitPath: z.string() })
export async function findBodyPath(db: Db, bodyId: string): Promise<string | undefined> {
  const body = await db.maybeOne(
    BodyPath,
    sql`select unit_path::text as unit_path from bodies where id = ${bodyId}`,
  )
  return body?.unitPath
}

const Failures = z.object({ key: z.string(), count: z.number(), waitSeconds: z.number() })
/** How often each of those keys failed within the window, and when the oldest of its failures is forgotten. */
export function countFailures(db: Db, keys: readonly string[], minutes: number) {
  return db.all(
    Failures,
    sql`select key, count(*) as count,
          ceil(extract(epoch from min(at) + make_interval(mins => ${minutes}) - now()))::float8 as wait_seconds
        from sign_in_failures
        where key = any (${[...keys]}::text[]) and at > now() - make_interval(mins => ${minutes}) group by key`,
  )
}

export async function noteFailure(db: Db, keys: readonly string[]): Promise<void> {
  await db.run(sql`insert into sign_in_failures (key) select unnest(${[...keys]}::text[])`)
  await db.run(sql`delete from sign_in_failures where at < now() - interval '1 day'`)
}

/** False when that code has signed the account in before. One statement: of two who send it at once one gets in. */
export async function useCode(db: Db, accountId: string, code: string): Promise<boolean> {
  await db.run(sql`delete from sign_in_codes where at < now() - interval '5 minutes'`)
  const used = await db.run(
    sql`insert into sign_in_codes (account_id, code) values (${accountId}, ${code}) on conflict do nothing`,
  )
  return used === 1
}

export async function forgetFailures(db: Db, key: string): Promise<void> {
  await db.run(sql`delete from sign_in_failures where key = ${key}`)
}

const DemoAccount = z.object({
  username: z.string(),
  personName: z.string(),
  title: z.string(),
  bodyName: z.string(),
})
export function listDemoAccounts(db: Db) {
  return db.all(
    DemoAccount,
    sql`select a.username, a.person_name, o.title, b.name as body_name
        from accounts a join offices o on o.account_id = a.id join bodies b on b.id = o.body_id
        where a.demo order by a.created_at, a.username`,
  )
}

export function clearMustChange(tx: Db, accountId: string): Promise<number> {
  return tx.run(sql`update accounts set must_change_password = false where id = ${accountId}`)
}

/** For the machine's command line only: no office asks. */
export function listAllAccounts(db: Db): Promise<Account[]> {
  return db.all(Account, sql`select ${accountColumns} from accounts a order by a.username limit 10000`)
}
