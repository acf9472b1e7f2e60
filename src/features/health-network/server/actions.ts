import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import type { Db } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { widenFileAudience } from '#platform/server/files.ts'
import { type Issue, problem } from '#platform/server/problem.ts'
import { findBody } from '#registry/bodies/server/index.ts'
import { findUnit } from '#registry/units/server/index.ts'
import {
  type Act,
  beforeLast,
  type ChangeRecord,
  type Content,
  contentSchemaOf,
  type EndRecord,
  type Kind,
  kindTable,
  type NewRecord,
  type Recorded,
  type UndoRecord,
} from '../domain/index.ts'
import { tellOthers } from './changed.ts'
import * as store from './store.ts'
import { mayRecord, mustSee, recordPermission, show } from './views.ts'

type Lens = store.Lens

/** What an action needs beside the request: the office's way in, the day, and where work is queued. */
export interface Way {
  lens: Lens
  today: string
  jobs: Jobs
}

export async function recordNew(tx: Db, actor: Actor, given: NewRecord, way: Way): Promise<Recorded> {
  const unit = await findUnit(tx, given.unitId)
  if (!unit) throw problem.notFound({ what: 'unit', id: given.unitId })
  const own = { kind: given.kind, bodyId: actor.bodyId, unitPath: unit.path }
  if (!mayRecord(actor, way.lens, own)) throw problem.forbidden({ action: recordPermission[way.lens] })
  const { levels, label } = kindTable[given.kind]
  if (!levels.includes(unit.level))
    throw invalid(
      'unitId',
      unit.name,
      `${label.vi} được ghi ở cấp ${levels.map((level) => levelNames[level]).join(', ')}`,
    )
  const content = { ...given.content }
  // An enterprise speaks for itself alone: its name is not typed but known.
  if (way.lens === 'own') content.enterprise = (await findBody(tx, actor.bodyId))?.name ?? ''
  await checkReferences(tx, actor, given.kind, content, unit.path)
  const record = { ...given, content, unitPath: unit.path }
  if ((await store.insertRecord(tx, actor, record)) === 0)
    throw problem.duplicate({ what: 'health-record', field: 'id' })
  await conclude(tx, actor, way, given.id, 'recorded', null, { kind: given.kind, unit: unit.id })
  return {
    id: given.id,
    version: 1,
    alike: way.lens === 'network' ? await store.listAlike(tx, actor, record) : [],
  }
}

/** Rows of a spreadsheet: each is recorded like any other, in one transaction for all. */
export async function recordAll(tx: Db, actor: Actor, records: readonly NewRecord[], way: Way) {
  for (const record of records) await recordNew(tx, actor, record, way)
  return { count: records.length }
}

export async function changeRecord(
  tx: Db,
  actor: Actor,
  id: string,
  given: ChangeRecord,
  way: Way,
): Promise<Recorded> {
  const record = await mustRecord(tx, actor, way, id, given.version)
  mustStand(record, 'change')
  const merged = contentSchemaOf(record.kind).safeParse({ ...record.content, ...given.content })
  if (!merged.success)
    throw problem.invalid({
      where: 'body',
      issues: merged.error.issues.map((issue) => ({
        path: ['content', ...issue.path].join('/'),
        found: '',
        expected: issue.message,
      })),
    })
  const fromDay = given.fromDay ?? record.fromDay
  if (record.toDay && record.toDay < fromDay)
    throw invalid('fromDay', fromDay, `không sau ngày kết thúc ${record.toDay}`)
  const content = merged.data
  await checkReferences(tx, actor, record.kind, content, record.unitPath, record.content)
  const now = { ...standing(record), content, fromDay }
  return write(tx, actor, way, record, 'changed', now, given.note || null)
}

/** Ended, with a day and a reason; what was recorded stays, and counts up to that day. */
export async function endRecord(
  tx: Db,
  actor: Actor,
  id: string,
  given: EndRecord,
  way: Way,
): Promise<Recorded> {
  const record = await mustRecord(tx, actor, way, id, given.version)
  mustStand(record, 'end')
  if (given.toDay < record.fromDay) throw invalid('toDay', given.toDay, `từ ngày ${record.fromDay} trở đi`)
  const now = { ...standing(record), toDay: given.toDay, endReason: given.reason }
  return write(tx, actor, way, record, 'ended', now, given.reason)
}

/** The last act is taken back; the history keeps both. */
export async function undoLast(
  tx: Db,
  actor: Actor,
  id: string,
  given: UndoRecord,
  way: Way,
): Promise<Recorded> {
  const record = await mustRecord(tx, actor, way, id, given.version)
  const before = beforeLast(await store.listVersions(tx, id))
  if (!before) throw problem.notFound({ what: 'edit', id })
  return write(tx, actor, way, record, 'undone', before, null)
}

async function write(
  tx: Db,
  actor: Actor,
  way: Way,
  record: store.RecordRow,
  act: Act,
  now: store.Standing,
  note: string | null,
): Promise<Recorded> {
  const written = await store.updateRecord(tx, actor, record.id, record.version, now)
  if (!written) throw await stale(tx, actor, way, record.id, record.version)
  await conclude(tx, actor, way, record.id, act, note, { kind: record.kind, unit: record.unitId }, record)
  const alike =
    way.lens === 'network' && !now.withdrawn
      ? await store.listAlike(tx, actor, { ...record, content: now.content })
      : []
  return { id: record.id, version: written.version, alike }
}

/** History, audit, indicators and listeners: in the transaction of the act. */
async function conclude(
  tx: Db,
  actor: Actor,
  way: Way,
  id: string,
  act: Act,
  note: string | null,
  details: object,
  before?: store.RecordRow,
) {
  await store.keepVersion(tx, id, act, note)
  await recordAudit(tx, actor, `health-record.${act}`, id, details)
  const after = await mustSee(tx, actor, way.lens, id)
  await tellOthers(tx, way.jobs, before ? [before, after] : [after])
}

async function mustRecord(tx: Db, actor: Actor, way: Way, id: string, version: number) {
  const record = await mustSee(tx, actor, way.lens, id)
  if (!mayRecord(actor, way.lens, record)) throw problem.forbidden({ action: recordPermission[way.lens] })
  if (record.version !== version) throw await stale(tx, actor, way, id, version)
  return record
}

async function stale(tx: Db, actor: Actor, way: Way, id: string, expected: number) {
  const record = await mustSee(tx, actor, way.lens, id)
  return problem.stale({
    what: 'health-record',
    expected,
    actual: record.version,
    current: show(record, way.today),
  })
}

function mustStand(record: store.RecordRow, event: string) {
  const from = record.withdrawn ? 'withdrawn' : record.toDay !== null && event === 'end' ? 'ended' : null
  if (from) throw problem.illegalMove({ what: 'health-record', from, event })
}

/** A park must be a park of the register in the office's sight, a file one that the person uploaded. */
async function checkReferences(
  tx: Db,
  actor: Actor,
  kind: Kind,
  content: Content,
  unitPath: string,
  before: Content = {},
) {
  const { park, file } = content
  if (typeof park === 'string' && park !== before.park) {
    const found = await store.findRecord(tx, actor, 'network', park)
    if (found?.kind !== 'industrial-park' || found.withdrawn)
      throw invalid('content/park', park, 'một khu, cụm công nghiệp đã ghi nhận')
  }
  if (kind === 'coordination-regulation' && typeof file === 'string' && file !== before.file) {
    if (!(await store.findOwnFile(tx, actor, file)))
      throw invalid('content/file', file, 'một tệp bạn vừa tải lên')
    await widenFileAudience(tx, file, [unitPath])
  }
}

function standing({ content, fromDay, toDay, endReason, withdrawn }: store.RecordRow): store.Standing {
  return { content, fromDay, toDay, endReason, withdrawn }
}

function invalid(path: string, found: string, expected: string) {
  const issue: Issue = { path, found, expected }
  return problem.invalid({ where: 'body', issues: [issue] })
}

const levelNames: Record<string, string> = { province: 'tỉnh', district: 'huyện', commune: 'xã' }
