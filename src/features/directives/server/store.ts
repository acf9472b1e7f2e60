import { z } from 'zod'

import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import {
  BodyLabel,
  Directive,
  type DirectiveState,
  DirectiveSummary,
  type DocumentContent,
  Edit,
  type ListDirectives,
  type ReadingProgress,
  type Section,
  type Evidence,
} from '../domain/index.ts'

/** A directive as it lies in the table, before its tasks and the names of bodies are joined to it. */
export const DirectiveRow = Directive.omit({ tasks: true, bodies: true, mayEdit: true }).extend({
  unitPath: z.string(),
})
export type DirectiveRow = z.infer<typeof DirectiveRow>

const summaryColumns = sql`d.id, d.state, d.document ->> 'kind' as kind, d.document ->> 'number' as number,
  d.document ->> 'title' as title, d.document ->> 'issuer' as issuer, d.document ->> 'date' as date, f.name as file_name,
  d.body_id, b.name as body_name, a.person_name as created_by, d.created_at, i.person_name as issued_by, d.issued_at, d.reading,
  (select count(*) from tasks t where t.directive_id = d.id and t.parent_id is null and t.state in ('proposed', 'issued')) as task_count`
const fullColumns = sql`${summaryColumns}, d.file_id, f.media_type as file_type, f.size as file_size, d.source_kind, d.text,
  d.document, d.sections, d.evidence, d.version, d.revision, d.unit_path::text as unit_path`
const tables = sql`directives d join files f on f.id = d.file_id join bodies b on b.id = d.body_id
  join accounts a on a.id = d.created_by left join accounts i on i.id = d.issued_by`

/**
 * What an office may see. Its own body's documents in every state; an issued one when it was issued to the body, or when
 * the office oversees units that the document concerns. Row-level security says only the last, more widely.
 */
export function visibleTo(actor: Actor) {
  const oversees = actor.permissions.has('directives.oversee')
  return sql`(d.body_id = ${actor.bodyId} or (d.state = 'issued' and (
    exists (select from directive_recipients r where r.directive_id = d.id and r.body_id = ${actor.bodyId})
    or (${oversees} and (d.unit_path <@ any (${paths(actor)}) or d.audience <@ any (${paths(actor)}))))))`
}
export const paths = (actor: Actor) => sql`${[...actor.scopes]}::text[]::ltree[]`

export function findDirective(db: Db, actor: Actor, id: string): Promise<DirectiveRow | undefined> {
  return db.maybeOne(
    DirectiveRow,
    sql`select ${fullColumns} from ${tables} where d.id = ${id} and ${visibleTo(actor)}`,
  )
}

/** For the reading job, which is nobody's office; row-level security still holds it to the scope it was given. */
export function getDirectiveAsSystem(db: Db, id: string): Promise<DirectiveRow | undefined> {
  return db.maybeOne(DirectiveRow, sql`select ${fullColumns} from ${tables} where d.id = ${id}`)
}

export function findSummary(db: Db, actor: Actor, id: string): Promise<DirectiveSummary | undefined> {
  return db.maybeOne(
    DirectiveSummary,
    sql`select ${summaryColumns} from ${tables} where d.id = ${id} and ${visibleTo(actor)}`,
  )
}

const Count = z.object({ count: z.number() })
const orders = {
  newest: sql`coalesce(d.issued_at, d.created_at) desc, d.id`,
  oldest: sql`coalesce(d.issued_at, d.created_at), d.id`,
  title: sql`d.document ->> 'title' collate "vi-x-icu", d.id`,
}

export async function listDirectives(db: Db, actor: Actor, list: ListDirectives) {
  const boxes = {
    own: sql`d.body_id = ${actor.bodyId}`,
    received: sql`d.body_id <> ${actor.bodyId} and exists (select from directive_recipients r where r.directive_id = d.id and r.body_id = ${actor.bodyId})`,
    all: sql`true`,
  }
  const state = list.state ? sql`d.state = ${list.state}` : sql`d.state <> 'discarded'`
  const kind = list.kind ? sql`d.document ->> 'kind' = ${list.kind}` : sql`true`
  const search = list.search ? sql`d.search like ${containing(list.search)}` : sql`true`
  const where = sql`${visibleTo(actor)} and ${boxes[list.box]} and ${state} and ${kind} and ${search}`
  const rows = await db.all(
    DirectiveSummary,
    sql`select ${summaryColumns} from ${tables} where ${where} order by ${orders[list.sort]} limit ${list.limit} offset ${list.offset}`,
  )
  const { count } = await db.one(Count, sql`select count(*) as count from ${tables} where ${where}`)
  return { rows, total: count }
}

/** A pattern for folded columns; what the person typed is text, not a pattern. */
export function containing(search: string) {
  return sql`'%' || replace(replace(replace(folded(${search}::text), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`
}

/** Parts `p` of tasks whose sentence holds these words, without accents. */
export function saying(search: string) {
  return sql`p.task_id in (select tasks_saying(${containing(search)}))`
}

export async function insertDirective(
  tx: Db,
  row: {
    id: string
    bodyId: string
    unitPath: string
    fileId: string
    createdBy: string
    document: DocumentContent
    reading: ReadingProgress
  },
): Promise<void> {
  await tx.run(sql`
    insert into directives (id, body_id, unit_path, state, file_id, document, reading, created_by)
    values (${row.id}, ${row.bodyId}, ${row.unitPath}::ltree, 'reading', ${row.fileId}, ${json(row.document)}, ${json(row.reading)}, ${row.createdBy})`)
}
export const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

export interface ReadResult {
  state: DirectiveState
  sourceKind: DirectiveRow['sourceKind']
  text: string
  document: DocumentContent
  sections: z.infer<typeof Section>[]
  evidence: Record<string, Evidence>
  reading: ReadingProgress
}

/** Only while it is being read: a reading that was cancelled meanwhile changes nothing. */
export function finishReading(tx: Db, id: string, result: ReadResult): Promise<number> {
  return tx.run(sql`
    update directives set state = ${result.state}, source_kind = ${result.sourceKind}, text = ${result.text},
      document = ${json(result.document)}, sections = ${json(result.sections)}, evidence = ${json(result.evidence)},
      reading = ${json(result.reading)}, version = version + 1, revision = revision + 1
    where id = ${id} and state = 'reading'`)
}

export function setReading(tx: Db, id: string, reading: ReadingProgress): Promise<number> {
  return tx.run(sql`update directives set reading = ${json(reading)} where id = ${id}`)
}

export function noteProgress(tx: Db, id: string, reading: ReadingProgress): Promise<number> {
  return tx.run(sql`update directives set reading = ${json(reading)} where id = ${id} and state = 'reading'`)
}

const Page = z.object({
  number: z.int(),
  text: z.string(),
  method: z.enum(['text', 'ocr']),
  confidence: z.number().nullable(),
})
export type Page = z.infer<typeof Page>

export function listPages(db: Db, id: string): Promise<Page[]> {
  return db.all(
    Page,
    sql`select number, text, method, confidence from directive_pages where directive_id = ${id} order by number`,
  )
}

export async function keepPage(tx: Db, id: string, unitPath: string, page: Page): Promise<void> {
  await tx.run(sql`
    insert into directive_pages (directive_id, unit_path, number, text, method, confidence)
    values (${id}, ${unitPath}::ltree, ${page.number}, ${page.text}, ${page.method}, ${page.confidence})
    on conflict (directive_id, number) do nothing`)
}

const Versions = z.object({ version: z.int(), revision: z.int() })

/** Moves the directive to another state when it is the version that was seen; undefined when someone was first. */
export function moveDirective(
  tx: Db,
  id: string,
  version: number,
  to: DirectiveState,
  issue?: { by: string; audience: readonly string[] },
) {
  const issued = issue
    ? sql`, issued_by = ${issue.by}, issued_at = clock_timestamp(), audience = ${[...issue.audience]}::text[]::ltree[]`
    : sql``
  return tx.maybeOne(
    Versions,
    sql`update directives set state = ${to}, version = version + 1, revision = revision + 1 ${issued}
        where id = ${id} and version = ${version} returning version, revision`,
  )
}

export function saveDocument(tx: Db, id: string, version: number, document: DocumentContent) {
  return tx.maybeOne(
    Versions,
    sql`update directives set document = ${json(document)}, version = version + 1, revision = revision + 1
        where id = ${id} and version = ${version} and state = 'draft' returning version, revision`,
  )
}

/** Locks the draft for one edit: edits of one document queue up, so that a revision names one state of the register. */
export function bumpRevision(tx: Db, id: string) {
  return tx.maybeOne(
    Versions,
    sql`update directives set revision = revision + 1 where id = ${id} and state = 'draft' returning version, revision`,
  )
}

export function listBodyLabels(db: Db, ids: readonly string[]): Promise<BodyLabel[]> {
  return db.all(
    BodyLabel,
    sql`select b.id, b.name, u.name as unit_name from bodies b join units u on u.id = b.unit_id
        where b.id = any (${[...ids]}::uuid[]) order by b.name collate "vi-x-icu", b.id`,
  )
}

const BodyPath = z.object({ id: z.uuid(), unitPath: z.string() })
export function listBodyPaths(db: Db, ids: readonly string[]): Promise<{ id: string; unitPath: string }[]> {
  return db.all(
    BodyPath,
    sql`select id, unit_path::text as unit_path from bodies where id = any (${[...ids]}::uuid[])`,
  )
}

export async function addRecipients(
  tx: Db,
  directiveId: string,
  bodyIds: readonly string[],
  via: 'recipients' | 'task',
): Promise<void> {
  await tx.run(sql`
    insert into directive_recipients (directive_id, body_id, via)
    select ${directiveId}, body, ${via} from unnest(${[...bodyIds]}::uuid[]) as body on conflict do nothing`)
}

export async function insertEdit(
  tx: Db,
  edit: {
    id: string
    directiveId: string
    unitPath: string
    accountId: string
    kind: string
    before: unknown
    after: unknown
  },
): Promise<void> {
  await tx.run(sql`
    insert into directive_edits (id, directive_id, unit_path, account_id, kind, before, after)
    values (${edit.id}, ${edit.directiveId}, ${edit.unitPath}::ltree, ${edit.accountId}, ${edit.kind}, ${json(edit.before)}, ${json(edit.after)})`)
}

const StoredEdit = z.object({
  id: z.uuid(),
  kind: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  undone: z.boolean(),
})
export function findEdit(db: Db, directiveId: string, id: string) {
  return db.maybeOne(
    StoredEdit,
    sql`select id, kind, before, after, undone from directive_edits where id = ${id} and directive_id = ${directiveId}`,
  )
}

/** 0 when someone undid it first. */
export function markUndone(tx: Db, id: string): Promise<number> {
  return tx.run(sql`update directive_edits set undone = true where id = ${id} and not undone`)
}

const RawEdit = z.object({
  id: z.uuid(),
  at: z.string(),
  by: z.string(),
  kind: z.string(),
  undone: z.boolean(),
  after: z.unknown(),
})
export async function listEdits(db: Db, directiveId: string): Promise<z.infer<typeof Edit>[]> {
  const rows = await db.all(
    RawEdit,
    sql`select e.id, e.at, a.person_name as by, e.kind, e.undone, e.after
        from directive_edits e join accounts a on a.id = e.account_id
        where e.directive_id = ${directiveId} order by e.at desc limit 500`,
  )
  return rows.map(({ after, ...row }) => ({ ...row, note: noteOf(after) }))
}

function noteOf(after: unknown): string {
  const note = (after as { note?: unknown } | null)?.note
  return typeof note === 'string' ? note : ''
}

const Editor = z.object({ name: z.string(), at: z.string() })
export function listEditors(db: Db, directiveId: string, exceptAccount: string) {
  return db.all(
    Editor,
    sql`select a.person_name as name, max(e.at) as at from directive_edits e join accounts a on a.id = e.account_id
        where e.directive_id = ${directiveId} and e.account_id <> ${exceptAccount} and e.at > now() - interval '5 minutes'
        group by a.person_name order by 2 desc limit 10`,
  )
}

const PulseRow = DirectiveRow.pick({ state: true, revision: true, reading: true })
export function findPulse(db: Db, actor: Actor, id: string) {
  return db.maybeOne(
    PulseRow,
    sql`select d.state, d.revision, d.reading from directives d where d.id = ${id} and ${visibleTo(actor)}`,
  )
}
