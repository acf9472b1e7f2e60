import { z } from 'zod'

import { type Db, sql } from '#platform/server/db.ts'
import { DutyPerson, Handover, Shift, Swap } from '../../domain/index.ts'

const columns = sql`s.id, s.body_id, s.account_id, a.person_name, s.starts_at, s.ends_at, s.note, s.version`
const tables = sql`duty_shifts s join accounts a on a.id = s.account_id`
export const StoredShift = Shift.extend({ unitPath: z.string(), state: z.enum(['planned', 'cancelled']) })
export type StoredShift = z.infer<typeof StoredShift>

/** Shifts that touch the span, in their order. */
export function listShifts(db: Db, bodyId: string, from: string, to: string): Promise<Shift[]> {
  return db.all(
    Shift,
    sql`select ${columns} from ${tables} where s.body_id = ${bodyId} and s.state = 'planned'
          and s.starts_at < ${to}::timestamptz and s.ends_at > ${from}::timestamptz
        order by s.starts_at, s.id limit 2000`,
  )
}

export function findShift(db: Db, id: string): Promise<StoredShift | undefined> {
  return db.maybeOne(
    StoredShift,
    sql`select ${columns}, s.unit_path::text as unit_path, s.state from ${tables} where s.id = ${id}`,
  )
}

const HoursRow = z.object({
  id: z.uuid(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  accountId: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
})
export type HoursRow = z.infer<typeof HoursRow>

/** When these people are on duty anywhere, also where the roster is not to be read: ids and hours. */
export function listHours(
  db: Db,
  accountIds: readonly string[],
  from: string,
  to: string,
): Promise<HoursRow[]> {
  return db.all(
    HoursRow,
    sql`select h.shift_id as id, h.body_id, b.name as body_name, h.account_id, lower(h.during) as starts_at, upper(h.during) as ends_at
        from duty_hours h join bodies b on b.id = h.body_id
        where h.account_id = any (${[...accountIds]}::text[]) and h.during && tstzrange(${from}::timestamptz, ${to}::timestamptz)
        order by lower(h.during), h.shift_id limit 5000`,
  )
}

export interface NewShift {
  id: string
  bodyId: string
  unitPath: string
  accountId: string
  startsAt: string
  endsAt: string
  note: string
}
export async function insertShifts(tx: Db, shifts: readonly NewShift[]): Promise<void> {
  const rows = JSON.stringify(shifts)
  const given = sql`jsonb_to_recordset(${rows}::jsonb) as r (id uuid, "bodyId" uuid, "unitPath" text, "accountId" text, "startsAt" timestamptz, "endsAt" timestamptz, note text)`
  await tx.run(
    sql`insert into duty_shifts (id, body_id, unit_path, account_id, starts_at, ends_at, note)
        select id, "bodyId", "unitPath"::ltree, "accountId", "startsAt", "endsAt", note from ${given}`,
  )
  await tx.run(
    sql`insert into duty_hours (shift_id, body_id, account_id, during)
        select id, "bodyId", "accountId", tstzrange("startsAt", "endsAt") from ${given}`,
  )
}

const Version = z.object({ version: z.int() })
/** Undefined when somebody was first. */
export async function saveShift(
  tx: Db,
  shift: Pick<StoredShift, 'id' | 'version' | 'accountId' | 'startsAt' | 'endsAt' | 'note'>,
) {
  const saved = await tx.maybeOne(
    Version,
    sql`update duty_shifts set account_id = ${shift.accountId}, starts_at = ${shift.startsAt}, ends_at = ${shift.endsAt},
          note = ${shift.note}, version = version + 1
        where id = ${shift.id} and version = ${shift.version} and state = 'planned' returning version`,
  )
  if (saved)
    await tx.run(
      sql`update duty_hours set account_id = ${shift.accountId}, during = tstzrange(${shift.startsAt}::timestamptz, ${shift.endsAt}::timestamptz)
          where shift_id = ${shift.id}`,
    )
  return saved
}

export async function cancelShift(tx: Db, id: string, version: number, note: string) {
  const saved = await tx.maybeOne(
    Version,
    sql`update duty_shifts set state = 'cancelled', note = ${note}, version = version + 1
        where id = ${id} and version = ${version} and state = 'planned' returning version`,
  )
  if (saved) await tx.run(sql`delete from duty_hours where shift_id = ${id}`)
  return saved
}

/** Who can stand at a desk: whoever holds an office in its body on the day. */
export function listPeople(db: Db, bodyId: string, day: string): Promise<z.infer<typeof DutyPerson>[]> {
  return db.all(
    DutyPerson,
    sql`select distinct on (a.person_name, a.id) a.id as account_id, a.person_name, o.title
        from offices o join accounts a on a.id = o.account_id
        where o.body_id = ${bodyId} and a.state = 'active' and o.valid_from <= ${day}::date and (o.valid_to is null or o.valid_to >= ${day}::date)
        order by a.person_name, a.id limit 500`,
  )
}

const swapColumns = sql`w.id, w.shift_id, s.starts_at, s.ends_at, w.return_id, r.starts_at as return_starts_at, r.ends_at as return_ends_at,
  w.asked_by, ab.person_name as asked_by_name, w.asked_of, ao.person_name as asked_of_name, w.reason, w.state, w.answer, w.asked_at, w.answered_at`
const swapTables = sql`duty_swaps w join duty_shifts s on s.id = w.shift_id left join duty_shifts r on r.id = w.return_id
  join accounts ab on ab.id = w.asked_by join accounts ao on ao.id = w.asked_of`

export function listSwaps(db: Db, bodyId: string): Promise<Swap[]> {
  return db.all(
    Swap,
    sql`select ${swapColumns} from ${swapTables} where w.body_id = ${bodyId} order by (w.state = 'asked') desc, w.asked_at desc, w.id limit 50`,
  )
}
const StoredSwap = Swap.extend({ bodyId: z.uuid() })
export function findSwap(db: Db, id: string) {
  return db.maybeOne(StoredSwap, sql`select ${swapColumns}, w.body_id from ${swapTables} where w.id = ${id}`)
}

export async function insertSwap(
  tx: Db,
  swap: {
    id: string
    bodyId: string
    unitPath: string
    shiftId: string
    returnId: string | null
    askedBy: string
    askedOf: string
    reason: string
  },
): Promise<void> {
  await tx.run(
    sql`insert into duty_swaps (id, body_id, unit_path, shift_id, return_id, asked_by, asked_of, reason)
        values (${swap.id}, ${swap.bodyId}, ${swap.unitPath}::ltree, ${swap.shiftId}, ${swap.returnId}, ${swap.askedBy}, ${swap.askedOf}, ${swap.reason})`,
  )
}

/** 0 when it was answered already. */
export function answerSwap(tx: Db, id: string, state: Swap['state'], answer: string): Promise<number> {
  return tx.run(
    sql`update duty_swaps set state = ${state}, answer = ${answer}, answered_at = clock_timestamp() where id = ${id} and state = 'asked'`,
  )
}

const Count = z.object({ count: z.number() })
export async function countSwapsFor(db: Db, accountId: string): Promise<number> {
  const { count } = await db.one(
    Count,
    sql`select count(*) as count from duty_swaps where asked_of = ${accountId} and state = 'asked'`,
  )
  return count
}

const handoverColumns = sql`h.id, h.written_by, w.person_name as written_by_name, h.open_items, h.watch, h.open_count, h.written_at,
  c.person_name as confirmed_by_name, h.confirmed_at`
const handoverTables = sql`duty_handovers h join accounts w on w.id = h.written_by left join accounts c on c.id = h.confirmed_by`
export function listHandovers(db: Db, bodyId: string, limit: number): Promise<Handover[]> {
  return db.all(
    Handover,
    sql`select ${handoverColumns} from ${handoverTables} where h.body_id = ${bodyId} order by h.written_at desc, h.id limit ${limit}`,
  )
}
const StoredHandover = Handover.extend({ bodyId: z.uuid() })
export function findHandover(db: Db, id: string) {
  return db.maybeOne(
    StoredHandover,
    sql`select ${handoverColumns}, h.body_id from ${handoverTables} where h.id = ${id}`,
  )
}

export async function insertHandover(
  tx: Db,
  row: {
    id: string
    bodyId: string
    unitPath: string
    shiftId: string | null
    accountId: string
    openItems: string
    watch: string
    openCount: number
  },
): Promise<void> {
  await tx.run(
    sql`insert into duty_handovers (id, body_id, unit_path, shift_id, written_by, open_items, watch, open_count)
        values (${row.id}, ${row.bodyId}, ${row.unitPath}::ltree, ${row.shiftId}, ${row.accountId}, ${row.openItems}, ${row.watch}, ${row.openCount})`,
  )
}

/** 0 when somebody confirmed it before. */
export function confirmHandover(tx: Db, id: string, accountId: string): Promise<number> {
  return tx.run(
    sql`update duty_handovers set confirmed_by = ${accountId}, confirmed_at = clock_timestamp() where id = ${id} and confirmed_by is null`,
  )
}

const DeskHours = HoursRow.omit({ bodyName: true }).extend({ personName: z.string() })
/** Who stands at these desks from `from` to `to`. Names of those on duty are no secret inside the administration. */
export function listDeskHours(db: Db, bodyIds: readonly string[], from: string, to: string) {
  return db.all(
    DeskHours,
    sql`select h.shift_id as id, h.body_id, h.account_id, a.person_name, lower(h.during) as starts_at, upper(h.during) as ends_at
        from duty_hours h join accounts a on a.id = h.account_id
        where h.body_id = any (${[...bodyIds]}::uuid[]) and h.during && tstzrange(${from}::timestamptz, ${to}::timestamptz)
        order by lower(h.during), h.shift_id limit 5000`,
  )
}
