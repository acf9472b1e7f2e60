import { z } from 'zod'

import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { IncidentFile, IncidentRow, type IncidentState, LogEntry } from '../../domain/index.ts'

/** An incident as it lies in the table: the caller in full, and where it lies. */
export const StoredIncident = IncidentRow.extend({ unitPath: z.string(), parties: z.array(z.uuid()) })
export type StoredIncident = z.infer<typeof StoredIncident>

const columns = sql`i.id, i.number, i.state, i.kind, i.urgency, i.channel, i.details, i.place_unit_id, pu.name as place_unit_name,
  i.place_text, i.caller_name, i.caller_phone, i.reporter_body_id, rb.name as reporter_body_name, ra.person_name as reported_by,
  i.desk_body_id, db.name as desk_body_name, i.above_body_id, ab.name as above_body_name, i.assigned_body_id,
  sb.name as assigned_body_name, i.team_id, i.team, i.result, i.merged_into, mi.number as merged_number, i.happened_at, i.arrived_at,
  i.assign_by, i.resolve_by, i.take_over_by, i.limit_at, i.resolved_at, i.version, i.unit_path::text as unit_path, i.parties`
const tables = sql`incidents i join bodies rb on rb.id = i.reporter_body_id join accounts ra on ra.id = i.reported_by
  join bodies db on db.id = i.desk_body_id left join bodies ab on ab.id = i.above_body_id
  left join bodies sb on sb.id = i.assigned_body_id left join units pu on pu.id = i.place_unit_id
  left join incidents mi on mi.id = i.merged_into`

/**
 * What an office may see: where its own body has a part, and, for whoever watches the situation, what lies in or came
 * from the units it covers. Row-level security says only the last, more widely.
 */
export function visibleTo(actor: Actor) {
  const paths = sql`${[...actor.scopes]}::text[]::ltree[]`
  return sql`(i.parties @> array[${actor.bodyId}::uuid]
    or (${actor.permissions.has('situation.read')} and (i.unit_path <@ any (${paths}) or i.audience <@ any (${paths}))))`
}

export function findIncident(db: Db, actor: Actor, id: string): Promise<StoredIncident | undefined> {
  return db.maybeOne(
    StoredIncident,
    sql`select ${columns} from ${tables} where i.id = ${id} and ${visibleTo(actor)}`,
  )
}

/** Which of these the office may see: for notices, asked when they are shown and sent. */
export async function listSeenIncidents(db: Db, actor: Actor, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.all(
    z.object({ id: z.uuid() }),
    sql`select i.id from incidents i where i.id = any (${[...ids]}::uuid[]) and ${visibleTo(actor)}`,
  )
  return new Set(rows.map(({ id }) => id))
}

export interface Filter {
  where: ReturnType<typeof sql>
  order: ReturnType<typeof sql>
  limit: number
  offset: number
}
const Count = z.object({ count: z.number() })
export async function listIncidents(db: Db, filter: Filter) {
  const rows = await db.all(
    StoredIncident,
    sql`select ${columns} from ${tables} where ${filter.where} order by ${filter.order} limit ${filter.limit} offset ${filter.offset}`,
  )
  const { count } = await db.one(Count, sql`select count(*) as count from incidents i where ${filter.where}`)
  return { rows, total: count }
}

const Known = z.object({ known: z.boolean() })
/** Also what this office may not see: an id is one record everywhere. */
export async function incidentIdIsTaken(db: Db, id: string): Promise<boolean> {
  return (await db.one(Known, sql`select exists (select from incidents where id = ${id}) as known`)).known
}

export interface NewIncident extends Pick<
  StoredIncident,
  | 'id'
  | 'unitPath'
  | 'parties'
  | 'kind'
  | 'urgency'
  | 'channel'
  | 'details'
  | 'placeUnitId'
  | 'placeText'
  | 'callerName'
  | 'callerPhone'
  | 'reporterBodyId'
  | 'deskBodyId'
  | 'happenedAt'
  | 'arrivedAt'
  | 'assignBy'
  | 'resolveBy'
> {
  audience: readonly string[]
  accountId: string
}
const Number_ = z.object({ number: z.int() })
export async function insertIncident(tx: Db, row: NewIncident): Promise<number> {
  const { number } = await tx.one(
    Number_,
    sql`insert into incidents (id, unit_path, audience, parties, state, kind, urgency, channel, details, place_unit_id, place_text,
          caller_name, caller_phone, reporter_body_id, reported_by, desk_body_id, happened_at, arrived_at, assign_by, resolve_by, limit_at)
        values (${row.id}, ${row.unitPath}::ltree, ${[...row.audience]}::text[]::ltree[], ${row.parties}::uuid[], 'new', ${row.kind},
          ${row.urgency}, ${row.channel}, ${row.details}, ${row.placeUnitId}, ${row.placeText}, ${row.callerName}, ${row.callerPhone},
          ${row.reporterBodyId}, ${row.accountId}, ${row.deskBodyId}, ${row.happenedAt}, ${row.arrivedAt}, ${row.assignBy},
          ${row.resolveBy}, ${row.assignBy})
        returning number`,
  )
  return number
}

/** Everything of an incident that a move may change; written whole, when it is still the version that was seen. */
export interface Moved extends Pick<
  StoredIncident,
  | 'kind'
  | 'urgency'
  | 'placeUnitId'
  | 'placeText'
  | 'unitPath'
  | 'deskBodyId'
  | 'aboveBodyId'
  | 'assignedBodyId'
  | 'teamId'
  | 'team'
  | 'result'
  | 'mergedInto'
  | 'assignBy'
  | 'resolveBy'
  | 'takeOverBy'
  | 'limitAt'
  | 'resolvedAt'
> {
  state: IncidentState
  parties: readonly string[]
  audience: readonly string[]
}
const Version = z.object({ version: z.int() })

/** Undefined when somebody was first. */
export function saveIncident(tx: Db, id: string, version: number, row: Moved) {
  return tx.maybeOne(
    Version,
    sql`update incidents set state = ${row.state}, kind = ${row.kind}, urgency = ${row.urgency}, place_unit_id = ${row.placeUnitId},
          place_text = ${row.placeText}, unit_path = ${row.unitPath}::ltree, desk_body_id = ${row.deskBodyId},
          above_body_id = ${row.aboveBodyId}, assigned_body_id = ${row.assignedBodyId}, team_id = ${row.teamId}, team = ${row.team}, result = ${row.result},
          merged_into = ${row.mergedInto}, assign_by = ${row.assignBy}, resolve_by = ${row.resolveBy}, take_over_by = ${row.takeOverBy},
          limit_at = ${row.limitAt}, resolved_at = ${row.resolvedAt}, parties = ${[...row.parties]}::uuid[],
          audience = ${[...row.audience]}::text[]::ltree[], version = version + 1
        where id = ${id} and version = ${version} returning version`,
  )
}

const Path = z.object({ path: z.string() })
export async function listPathsOf(db: Db, bodyIds: readonly string[]): Promise<string[]> {
  const rows = await db.all(
    Path,
    sql`select distinct unit_path::text as path from bodies where id = any (${[...bodyIds]}::uuid[]) order by 1`,
  )
  return rows.map((row) => row.path)
}

/** The log follows the incident: whoever may read the one may read the other. */
export async function moveLog(tx: Db, id: string, unitPath: string, audience: readonly string[]) {
  await tx.run(
    sql`update incident_log set unit_path = ${unitPath}::ltree, audience = ${[...audience]}::text[]::ltree[] where incident_id = ${id}`,
  )
}

export async function insertLog(
  tx: Db,
  entry: {
    incidentId: string
    unitPath: string
    audience: readonly string[]
    deskBodyId: string
    bodyId: string
    accountId: string
    event: string
    text: string
    at: string
  },
): Promise<void> {
  await tx.run(
    sql`insert into incident_log (incident_id, unit_path, audience, desk_body_id, body_id, account_id, event, text, at)
        values (${entry.incidentId}, ${entry.unitPath}::ltree, ${[...entry.audience]}::text[]::ltree[], ${entry.deskBodyId}, ${entry.bodyId},
          ${entry.accountId}, ${entry.event}, ${entry.text}, ${entry.at})`,
  )
}

const logColumns = sql`l.id, l.incident_id, i.number, l.at, a.person_name as by, b.name as body_name, l.event, l.text`
const logTables = sql`incident_log l join incidents i on i.id = l.incident_id join accounts a on a.id = l.account_id
  join bodies b on b.id = l.body_id`

export function listLog(db: Db, incidentId: string): Promise<LogEntry[]> {
  return db.all(
    LogEntry,
    sql`select ${logColumns} from ${logTables} where l.incident_id = ${incidentId} order by l.id desc limit 500`,
  )
}

/** Everything that was done at a desk, in its order. */
export function listDeskLog(db: Db, deskBodyId: string, from: string, to: string): Promise<LogEntry[]> {
  return db.all(
    LogEntry,
    sql`select ${logColumns} from ${logTables} where l.desk_body_id = ${deskBodyId} and l.at >= ${from}::timestamptz and l.at < ${to}::timestamptz
        order by l.id limit 5000`,
  )
}

const DeskId = z.object({ deskBodyId: z.uuid() })
export async function listPassedDesks(db: Db, incidentId: string): Promise<string[]> {
  const rows = await db.all(
    DeskId,
    sql`select distinct desk_body_id from incident_log where incident_id = ${incidentId} order by 1`,
  )
  return rows.map((row) => row.deskBodyId)
}

export function listFiles(db: Db, incidentId: string) {
  return db.all(
    IncidentFile,
    sql`select f.id, f.name, f.media_type, f.size from incident_files x join files f on f.id = x.file_id
        where x.incident_id = ${incidentId} order by x.added_at, f.id`,
  )
}

export async function attachFile(tx: Db, incidentId: string, fileId: string, accountId: string) {
  await tx.run(
    sql`insert into incident_files (incident_id, file_id, added_by) values (${incidentId}, ${fileId}, ${accountId})`,
  )
}

const TeamLoad = z.object({ teamId: z.uuid(), open: z.int() })
/** How many open incidents each of these teams was given. */
export async function listTeamLoads(db: Db, teamIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.all(
    TeamLoad,
    sql`select team_id, count(*)::int as open from incidents
        where team_id = any (${[...teamIds]}::uuid[]) and state = 'assigned' group by team_id`,
  )
  return new Map(rows.map(({ teamId, open }) => [teamId, open]))
}

/** That very file, hung there by that person. */
export async function isAttached(
  db: Db,
  incidentId: string,
  fileId: string,
  file: { by: string; sha256: string },
): Promise<boolean> {
  return (
    await db.one(
      Known,
      sql`select exists (select from incident_files x join files f on f.id = x.file_id
            where x.incident_id = ${incidentId} and x.file_id = ${fileId} and x.added_by = ${file.by} and f.sha256 = ${file.sha256}) as known`,
    )
  ).known
}

/** Among what the office may see; a hidden one is refused by the key. */
export async function fileIdIsTaken(db: Db, id: string): Promise<boolean> {
  return (await db.one(Known, sql`select exists (select from files where id = ${id}) as known`)).known
}
