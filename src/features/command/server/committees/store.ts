import { z } from 'zod'

import { type Db, sql } from '#platform/server/db.ts'
import {
  Change,
  CommitteeBody,
  CommitteeRow,
  type ListCommittees,
  Member,
  OfficeOf,
  Work,
} from '../../domain/index.ts'

/** Which bodies are committees: those of the standard list, and subcommittees made below them. */
const isCommittee = sql`(split_part(b.code, '@', 1) in ('ban-chi-dao', 'trung-tam-chi-huy') or b.code like 'tieu-ban-%')`
const existsOn = (day: string) =>
  sql`b.valid_from <= ${day}::date and (b.valid_to is null or b.valid_to >= ${day}::date)`
const bodyColumns = sql`b.id, b.code, b.name, b.kind, b.unit_id, u.name as unit_name, u.level, b.parent_body_id`
const bodyTables = sql`bodies b join units u on u.id = b.unit_id`

export const PlacedCommittee = CommitteeBody.extend({ unitPath: z.string() })
export type PlacedCommittee = z.infer<typeof PlacedCommittee>

export function findCommittee(db: Db, id: string): Promise<PlacedCommittee | undefined> {
  return db.maybeOne(
    PlacedCommittee,
    sql`select ${bodyColumns}, b.unit_path::text as unit_path from ${bodyTables} where b.id = ${id} and ${isCommittee}`,
  )
}

const heldOn = (day: string) =>
  sql`m.from_day <= ${day}::date and (m.to_day is null or m.to_day >= ${day}::date)`
const rowColumns = (day: string) => sql`${bodyColumns},
  (select count(*) from committee_members m where m.body_id = b.id and ${heldOn(day)}) as members,
  (select m.person_name from committee_members m where m.body_id = b.id and m.office in ('head', 'commander') and ${heldOn(day)} limit 1) as leader_name`

const Count = z.object({ count: z.number() })
export async function listCommittees(db: Db, scopes: readonly string[], list: ListCommittees, day: string) {
  const like = sql`'%' || replace(replace(replace(folded(${list.q ?? ''}::text), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`
  const where = sql`b.unit_path <@ any (${[...scopes]}::text[]::ltree[]) and ${isCommittee} and ${existsOn(day)}
    and ${list.level ? sql`u.level = ${list.level}` : sql`true`}
    and ${list.q ? sql`(folded(b.name || ' ' || u.name) like ${like} or exists (select from committee_members m where m.body_id = b.id and m.search like ${like}))` : sql`true`}
    and ${list.without ? sql`not exists (select from committee_members m where m.body_id = b.id and m.office in ('head', 'commander') and ${heldOn(day)})` : sql`true`}`
  const rows = await db.all(
    CommitteeRow,
    sql`select ${rowColumns(day)} from ${bodyTables} where ${where}
        order by nlevel(b.unit_path), u.name collate "vi-x-icu", b.unit_id, (b.kind = 'command-centre'), b.name
        limit ${list.size} offset ${(list.page - 1) * list.size}`,
  )
  const { count } = await db.one(Count, sql`select count(*) as count from ${bodyTables} where ${where}`)
  return { rows, total: count, on: day }
}

/** The other committee of the unit, and what stands below. */
export function listRelated(db: Db, committee: PlacedCommittee, day: string): Promise<CommitteeRow[]> {
  return db.all(
    CommitteeRow,
    sql`select ${rowColumns(day)} from ${bodyTables}
        where ${isCommittee} and ${existsOn(day)} and b.unit_id = ${committee.unitId} and b.id <> ${committee.id}
        order by (b.parent_body_id = ${committee.id}) desc, b.name collate "vi-x-icu"`,
  )
}

const memberColumns = sql`m.id, m.body_id, m.person_name, m.office, m.post, m.phone, m.from_day, m.to_day, m.number, m.number_day,
  m.end_number, m.end_reason, m.replaces_id, m.version`
const inOrder = sql`array_position(array['head', 'commander', 'standing-deputy', 'deputy', 'deputy-commander', 'standing-member', 'member'], m.office),
  m.from_day, m.person_name collate "vi-x-icu", m.id`

/** All that ever were; who held an office on a day is told from them. Phones in full: they are masked on the way out. */
export function listMembers(db: Db, bodyId: string): Promise<Member[]> {
  return db.all(
    Member,
    sql`select ${memberColumns} from committee_members m where m.body_id = ${bodyId} order by ${inOrder} limit 2000`,
  )
}

export function listMembersOn(db: Db, bodyId: string, day: string): Promise<Member[]> {
  return db.all(
    Member,
    sql`select ${memberColumns} from committee_members m where m.body_id = ${bodyId} and ${heldOn(day)} order by ${inOrder} limit 2000`,
  )
}

const PlacedMember = Member.extend({ unitPath: z.string() })
export type PlacedMember = z.infer<typeof PlacedMember>
export function findMember(db: Db, id: string): Promise<PlacedMember | undefined> {
  return db.maybeOne(
    PlacedMember,
    sql`select ${memberColumns}, m.unit_path::text as unit_path from committee_members m where m.id = ${id}`,
  )
}

const Holder = z.object({
  personName: z.string(),
  office: OfficeOf,
  fromDay: z.string(),
  toDay: z.string().nullable(),
})
/** Who holds the same office, or is the same person, in days that touch these. */
export function listClashes(
  db: Db,
  member: { bodyId: string; office: string; personName: string; post: string; single: boolean },
  fromDay: string,
  toDay: string | null,
  exceptId: string | null,
) {
  return db.all(
    Holder,
    sql`select m.person_name, m.office, m.from_day, m.to_day from committee_members m
        where m.body_id = ${member.bodyId} and m.id is distinct from ${exceptId}::uuid
          and daterange(m.from_day, m.to_day, '[]') && daterange(${fromDay}::date, ${toDay}::date, '[]')
          and ((${member.single} and m.office = ${member.office}) or (m.person_name = ${member.personName} and m.post = ${member.post}))
        order by m.from_day`,
  )
}

export async function insertMember(
  tx: Db,
  row: {
    id: string
    bodyId: string
    unitPath: string
    personName: string
    office: string
    post: string
    phone: string | null
    fromDay: string
    toDay: string | null
    number: string
    numberDay: string
    replacesId: string | null
  },
): Promise<void> {
  await tx.run(
    sql`insert into committee_members (id, body_id, unit_path, person_name, office, post, phone, from_day, to_day, number, number_day, replaces_id)
        values (${row.id}, ${row.bodyId}, ${row.unitPath}::ltree, ${row.personName}, ${row.office}, ${row.post}, ${row.phone},
          ${row.fromDay}, ${row.toDay}, ${row.number}, ${row.numberDay}, ${row.replacesId})`,
  )
}

const Version = z.object({ version: z.int() })
/** Undefined when somebody was first. */
export function endMember(
  tx: Db,
  id: string,
  version: number,
  end: { toDay: string; number: string; reason: string },
) {
  return tx.maybeOne(
    Version,
    sql`update committee_members set to_day = ${end.toDay}, end_number = ${end.number}, end_reason = ${end.reason}, version = version + 1
        where id = ${id} and version = ${version} returning version`,
  )
}

export function correctMember(
  tx: Db,
  id: string,
  version: number,
  row: Pick<Member, 'post' | 'phone' | 'number' | 'numberDay'>,
) {
  return tx.maybeOne(
    Version,
    sql`update committee_members set post = ${row.post}, phone = ${row.phone}, number = ${row.number}, number_day = ${row.numberDay},
          version = version + 1
        where id = ${id} and version = ${version} returning version`,
  )
}

export function listWorks(db: Db, bodyId: string): Promise<Work[]> {
  return db.all(
    Work,
    sql`select w.id, w.member_id, w.area, w.unit_ids, w.from_day, w.to_day, w.version,
          coalesce((select array_agg(u.name order by u.name collate "vi-x-icu") from units u where u.id = any (w.unit_ids)), '{}') as unit_names
        from committee_works w where w.body_id = ${bodyId} order by w.from_day, w.id limit 2000`,
  )
}

export async function insertWork(
  tx: Db,
  row: {
    id: string
    memberId: string
    bodyId: string
    unitPath: string
    area: string
    unitIds: readonly string[]
    fromDay: string
  },
): Promise<void> {
  await tx.run(
    sql`insert into committee_works (id, member_id, body_id, unit_path, area, unit_ids, from_day)
        values (${row.id}, ${row.memberId}, ${row.bodyId}, ${row.unitPath}::ltree, ${row.area}, ${[...row.unitIds]}::text[], ${row.fromDay})`,
  )
}

export function endWork(tx: Db, memberId: string, id: string, version: number, toDay: string) {
  return tx.maybeOne(
    Version,
    sql`update committee_works set to_day = ${toDay}, version = version + 1
        where id = ${id} and member_id = ${memberId} and version = ${version} and to_day is null returning version`,
  )
}

export async function insertChange(
  tx: Db,
  row: {
    id: string
    bodyId: string
    unitPath: string
    memberId: string | null
    accountId: string
    kind: string
    day: string
    note: string
  },
): Promise<void> {
  await tx.run(
    sql`insert into committee_changes (id, body_id, unit_path, member_id, account_id, kind, day, details)
        values (${row.id}, ${row.bodyId}, ${row.unitPath}::ltree, ${row.memberId}, ${row.accountId}, ${row.kind}, ${row.day},
          jsonb_build_object('note', ${row.note}::text))`,
  )
}

export function listChanges(db: Db, bodyId: string): Promise<Change[]> {
  return db.all(
    Change,
    sql`select c.id, c.at, a.person_name as by, c.kind, c.day, m.person_name, m.office, coalesce(m.end_number, m.number) as number,
          coalesce(c.details ->> 'note', '') as note
        from committee_changes c join accounts a on a.id = c.account_id left join committee_members m on m.id = c.member_id
        where c.body_id = ${bodyId} order by c.at desc, c.id limit 200`,
  )
}
