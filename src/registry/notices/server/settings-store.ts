import { z } from 'zod'

import { type Db, sql } from '#platform/server/db.ts'
import { mailChoices, type SavePreferences } from '../domain/index.ts'

const Settings = z.object({
  address: z.string().nullable(),
  confirmed: z.boolean(),
  code: z.string().nullable(),
  codeSentAt: z.string().nullable(),
  codeTries: z.number(),
  quietFrom: z.string().nullable(),
  quietTo: z.string().nullable(),
  version: z.number(),
})
export type Settings = z.infer<typeof Settings>

export function findSettings(db: Db, accountId: string): Promise<Settings | undefined> {
  return db.maybeOne(
    Settings,
    sql`select address, confirmed_at is not null as confirmed, code, code_sent_at, code_tries,
          to_char(quiet_from, 'HH24:MI') as quiet_from, to_char(quiet_to, 'HH24:MI') as quiet_to, version
        from notice_settings where account_id = ${accountId}`,
  )
}

const Choice = z.object({ kind: z.string(), mail: z.enum(mailChoices) })

export function listChoices(db: Db, accountId: string) {
  return db.all(Choice, sql`select kind, mail from notice_preferences where account_id = ${accountId}`)
}

/** Nothing written when somebody (oneself, on another device) was first. */
export async function saveSettings(tx: Db, accountId: string, given: SavePreferences): Promise<boolean> {
  const saved = await tx.run(sql`
    insert into notice_settings (account_id, quiet_from, quiet_to)
    select ${accountId}, ${given.quietFrom}::time, ${given.quietTo}::time where ${given.version} = 0
    on conflict (account_id) do nothing`)
  const changed =
    saved > 0 ||
    (await tx.run(sql`update notice_settings
      set quiet_from = ${given.quietFrom}::time, quiet_to = ${given.quietTo}::time, version = version + 1
      where account_id = ${accountId} and version = ${given.version}`)) > 0
  if (!changed) return false
  for (const { key, mail } of given.kinds) {
    await tx.run(sql`insert into notice_preferences (account_id, kind, mail) values (${accountId}, ${key}, ${mail})
      on conflict (account_id, kind) do update set mail = excluded.mail`)
  }
  return true
}

/** Another address is not used before its own code was typed. The code leaves with the delivery job. */
export async function setAddress(tx: Db, accountId: string, address: string, code: string): Promise<void> {
  await tx.run(sql`
    insert into notice_settings (account_id, address, code) values (${accountId}, ${address}, ${code})
    on conflict (account_id) do update set address = excluded.address, code = excluded.code, code_sent_at = null,
      code_tries = 0, confirmed_at = null, version = notice_settings.version + 1`)
}

export async function countTry(tx: Db, accountId: string): Promise<void> {
  await tx.run(sql`update notice_settings set code_tries = code_tries + 1 where account_id = ${accountId}`)
}

export async function confirmAddress(tx: Db, accountId: string): Promise<void> {
  await tx.run(sql`update notice_settings set confirmed_at = clock_timestamp(), code = null, version = version + 1
    where account_id = ${accountId}`)
}

const Owed = z.object({ accountId: z.string(), address: z.string(), code: z.string() })

/** Codes that have not left yet; marked as sent before they do, so that none goes twice. */
export function takeCodes(tx: Db): Promise<z.infer<typeof Owed>[]> {
  return tx.all(
    Owed,
    sql`update notice_settings set code_sent_at = clock_timestamp()
        where code is not null and code_sent_at is null and address is not null
        returning account_id, address, code`,
  )
}
