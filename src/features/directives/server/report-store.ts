import { z } from 'zod'

import { type Db, sql } from '#platform/server/db.ts'
import { EvidenceFile, type ReportState, type ReportTask, TaskReport } from '../domain/index.ts'

const ReportRow = TaskReport.extend({ evidence: z.array(EvidenceFile) })
const columns = sql`r.id, r.task_id, r.body_id, b.name as body_name, r.part, r.text, r.percent, r.figure, r.figure_unit, r.done_on, r.state,
  r.version, a.person_name as by, r.created_at as at, d.person_name as decided_by, r.decided_at, r.reason,
  coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size) order by e.uploaded_at, f.id)
            from task_evidence e join files f on f.id = e.file_id where e.report_id = r.id), '[]') as evidence`
const tables = sql`task_reports r join bodies b on b.id = r.body_id join accounts a on a.id = r.created_by
  left join accounts d on d.id = r.decided_by`

export function listReports(db: Db, taskId: string): Promise<TaskReport[]> {
  return db.all(
    ReportRow,
    sql`select ${columns} from ${tables} where r.task_id = ${taskId} order by r.created_at desc, r.id limit 500`,
  )
}

export function findReport(db: Db, id: string): Promise<TaskReport | undefined> {
  return db.maybeOne(ReportRow, sql`select ${columns} from ${tables} where r.id = ${id}`)
}

export async function getReport(db: Db, id: string): Promise<TaskReport> {
  return db.one(ReportRow, sql`select ${columns} from ${tables} where r.id = ${id}`)
}

export async function insertReport(
  tx: Db,
  taskId: string,
  report: ReportTask,
  by: {
    bodyId: string
    accountId: string
    unitPath: string
    audience: readonly string[]
    part: 'lead' | 'coordinate'
  },
): Promise<void> {
  const state: ReportState = by.part === 'lead' ? 'submitted' : 'confirmed'
  await tx.run(sql`
    insert into task_reports (id, task_id, body_id, part, unit_path, audience, text, percent, figure, figure_unit, done_on, state, created_by)
    values (${report.id}, ${taskId}, ${by.bodyId}, ${by.part}, ${by.unitPath}::ltree, ${[...by.audience]}::text[]::ltree[], ${report.text},
            ${report.percent}::smallint, ${report.figure}::float8, ${report.figureUnit}, ${report.doneOn}::date, ${state}, ${by.accountId})`)
}

/** A later report takes the place of the one that still waits. */
export function replaceReports(tx: Db, taskId: string, bodyId: string): Promise<number> {
  return tx.run(sql`
    update task_reports set state = 'replaced', version = version + 1
    where task_id = ${taskId} and body_id = ${bodyId} and state in ('submitted', 'confirmed')`)
}

/** 0 when someone decided it first. */
export function decideReport(
  tx: Db,
  report: Pick<TaskReport, 'id' | 'version'>,
  decision: { state: ReportState; by: string; reason: string | null },
): Promise<number> {
  return tx.run(sql`
    update task_reports set state = ${decision.state}, decided_by = ${decision.by}, decided_at = clock_timestamp(), reason = ${decision.reason},
      version = version + 1
    where id = ${report.id} and version = ${report.version}`)
}

/** The accepted report that says “done”, which a reopening sends back. */
export function returnAcceptedReports(tx: Db, taskId: string, bodyId: string, by: string, reason: string) {
  return tx.run(sql`
    update task_reports set state = 'returned', decided_by = ${by}, decided_at = clock_timestamp(), reason = ${reason}, version = version + 1
    where task_id = ${taskId} and body_id = ${bodyId} and part = 'lead' and state = 'accepted' and done_on is not null`)
}

export async function insertEvidence(
  tx: Db,
  fileId: string,
  taskId: string,
  by: { accountId: string; unitPath: string; audience: readonly string[] },
): Promise<void> {
  await tx.run(sql`
    insert into task_evidence (file_id, task_id, unit_path, audience, uploaded_by)
    values (${fileId}, ${taskId}, ${by.unitPath}::ltree, ${[...by.audience]}::text[]::ltree[], ${by.accountId})`)
}

/** Files this person sent for this task and has not yet given to a report. Answers how many of them there were. */
export function attachEvidence(
  tx: Db,
  reportId: string,
  taskId: string,
  accountId: string,
  fileIds: readonly string[],
) {
  return tx.run(sql`
    update task_evidence set report_id = ${reportId}
    where file_id = any (${[...fileIds]}::uuid[]) and task_id = ${taskId} and uploaded_by = ${accountId} and report_id is null`)
}

const Place = z.object({ fileId: z.uuid(), uploadedBy: z.string() })
export function findEvidence(db: Db, taskId: string, fileId: string) {
  return db.maybeOne(
    Place,
    sql`select file_id, uploaded_by from task_evidence where file_id = ${fileId} and task_id = ${taskId}`,
  )
}
