import { type Actor, covers } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import { findUnit } from '#registry/units/server/index.ts'
import {
  type AskCoverage,
  type Coverage,
  type HealthRecord,
  historyOf,
  type ListRecords,
  masked,
  mayTouch,
  type RecordDetail,
  stateOn,
} from '../domain/index.ts'
import { findUpperCover, listCoverage } from './coverage-store.ts'
import {
  findRecord,
  findUnitIdAt,
  type Lens,
  listAlike,
  listRecords,
  listVersions,
  type RecordRow,
} from './store.ts'

export async function mustSee(tx: Db, actor: Actor, lens: Lens, id: string): Promise<RecordRow> {
  const record = await findRecord(tx, actor, lens, id)
  if (!record) throw problem.notFound({ what: lens === 'own' ? 'safety-group' : 'health-record', id })
  return record
}

/** Masked here and nowhere else: every answer that holds a record is made by this function. */
export function show(
  { unitPath: _, bodyId: __, ...record }: RecordRow,
  today: string,
  whole = false,
): HealthRecord {
  return {
    ...record,
    content: whole ? record.content : masked(record.kind, record.content),
    state: stateOn(record, today),
  }
}

export async function viewRecords(tx: Db, actor: Actor, lens: Lens, list: ListRecords, today: string) {
  const on = list.on ?? today
  const { rows, total } = await listRecords(tx, actor, lens, list, on)
  return { rows: rows.map((row) => show(row, on)), total, on }
}

export async function viewRecord(
  tx: Db,
  actor: Actor,
  lens: Lens,
  id: string,
  today: string,
): Promise<RecordDetail> {
  const record = await mustSee(tx, actor, lens, id)
  return {
    record: show(record, today),
    history: historyOf(record.kind, await listVersions(tx, id)),
    alike: lens === 'network' && !record.withdrawn ? await listAlike(tx, actor, record) : [],
    mayRecord: mayRecord(actor, lens, record),
  }
}

export function mayRecord(actor: Actor, lens: Lens, record: Pick<RecordRow, 'kind' | 'bodyId' | 'unitPath'>) {
  return (
    actor.permissions.has(recordPermission[lens]) &&
    covers(actor, record.unitPath) &&
    (lens === 'own' || mayTouch({ id: actor.bodyId, kind: actor.bodyKind }, record))
  )
}
export const recordPermission = { network: 'health-network.record', own: 'safety-groups.record' } as const

/** A telephone number is given to whoever says what for; who asked, for whom and why is kept. */
export async function tellPhone(tx: Db, actor: Actor, lens: Lens, id: string) {
  const record = await mustSee(tx, actor, lens, id)
  await noteReading(tx, actor, id, { kind: record.kind, fields: ['phone'] })
  return { phone: typeof record.content.phone === 'string' ? record.content.phone : null }
}

export async function noteReading(tx: Db, actor: Actor, id: string | null, details: object): Promise<void> {
  if (!actor.purpose) throw problem.purposeMissing({ data: 'phone' })
  await recordAudit(tx, actor, 'health-record.personal-read', id, details)
}

export async function viewCoverage(tx: Db, actor: Actor, ask: AskCoverage, today: string): Promise<Coverage> {
  const id = ask.unit ?? (await unitIdAt(tx, actor))
  const unit = await findUnit(tx, id)
  if (!unit) throw problem.notFound({ what: 'unit', id })
  if (!covers(actor, unit.path)) throw problem.forbidden({ action: 'health-network.read' })
  const on = ask.on ?? today
  return {
    unitId: unit.id,
    unitName: unit.name,
    on,
    communes: await listCoverage(tx, unit.path, on),
    upper: await findUpperCover(tx, unit.path, on),
  }
}

async function unitIdAt(tx: Db, actor: Actor): Promise<string> {
  const id = await findUnitIdAt(tx, actor.unitPath)
  if (!id) throw problem.notFound({ what: 'unit', id: actor.unitPath })
  return id
}
