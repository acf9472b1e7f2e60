import { type Actor, covers } from '#platform/server/actor.ts'
import { recordAudit, recordSystemAudit } from '#platform/server/audit.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import type { ImportReport } from '#registry/units/domain/index.ts'
import { codeLists } from '#registry/units/domain/index.ts'
import { findUnit, type ImportedBy, listUnitsOfList } from '#registry/units/server/index.ts'
import {
  type Body,
  type BodyDetail,
  type BodyDraft,
  bodySearchText,
  readBodies,
  type RenameBody,
  resolveBodies,
  type ResolveNames,
} from '../domain/index.ts'
import { bodyIndex } from './index-cache.ts'
import * as store from './store.ts'

async function getBody(db: Db, id: string): Promise<Body> {
  const body = await store.findBody(db, id)
  if (!body) throw problem.notFound({ what: 'body', id })
  return body
}

export async function describeBody(db: Db, id: string): Promise<BodyDetail> {
  const { validFrom, validTo, version, parentBodyId } = await getBody(db, id)
  const found = await store.findFoundBody(db, id)
  if (!found) throw problem.notFound({ what: 'body', id })
  return {
    body: { ...found, validFrom, validTo, version },
    parent: (parentBodyId && (await store.findFoundBody(db, parentBodyId))) || null,
    children: await store.listChildBodies(db, id),
    aliases: (await store.listAliases(db, id)).filter(
      (alias) => alias !== found.name && alias !== found.shortName,
    ),
    successors: await store.listSuccessorLinks(db, id),
    predecessors: await store.listPredecessorLinks(db, id),
  }
}

export async function resolveNames(db: Db, input: ResolveNames & { at: string }) {
  const index = await bodyIndex(db)
  if (!index.units.has(input.provinceUnitId))
    throw problem.notFound({ what: 'unit', id: input.provinceUnitId })
  const { provinceUnitId, unitId, at } = input
  return {
    items: input.names.map((name) => ({
      name,
      ...resolveBodies(name, { index, provinceUnitId, unitId, at }),
    })),
  }
}

/** Everyone reads bodies; only an office that covers the body's unit changes it. */
async function getOwnBody(tx: Db, actor: Actor, id: string, action: string): Promise<Body> {
  const body = await getBody(tx, id)
  if (!covers(actor, body.unitPath)) throw problem.forbidden({ action })
  return body
}

export async function renameBody(tx: Db, actor: Actor, id: string, input: RenameBody): Promise<BodyDetail> {
  const body = await getOwnBody(tx, actor, id, 'body.renamed')
  const { name, shortName } = input
  // Documents of before go on naming it as they did: the old name stays as an alias.
  const aliases = [...(await store.listAliases(tx, id)), body.name]
  const renamed = await store.renameBody(tx, id, input.version, {
    name,
    shortName,
    searchText: bodySearchText({ name, shortName, aliases }),
  })
  if (!renamed) throw problem.stale({ what: 'body', expected: input.version, actual: body.version })
  await store.insertAlias(tx, id, body.name, bodySearchText({ name, shortName, aliases }))
  await store.insertAlias(tx, id, name, bodySearchText({ name, shortName, aliases }))
  await recordAudit(tx, actor, 'body.renamed', id, { from: body.name, to: name })
  return describeBody(tx, id)
}

export async function addAlias(tx: Db, actor: Actor, id: string, alias: string): Promise<BodyDetail> {
  const body = await getOwnBody(tx, actor, id, 'body.alias-added')
  const aliases = [...(await store.listAliases(tx, id)), alias]
  const added = await store.insertAlias(tx, id, alias, bodySearchText({ ...body, aliases }))
  if (!added) throw problem.duplicate({ what: 'body', field: 'alias' })
  await recordAudit(tx, actor, 'body.alias-added', id, { alias })
  return describeBody(tx, id)
}

export async function removeAlias(tx: Db, actor: Actor, id: string, alias: string): Promise<BodyDetail> {
  const body = await getOwnBody(tx, actor, id, 'body.alias-removed')
  const aliases = (await store.listAliases(tx, id)).filter((known) => known !== alias)
  const removed = await store.deleteAlias(tx, id, alias, bodySearchText({ ...body, aliases }))
  if (!removed) throw problem.notFound({ what: 'body', id: alias })
  await recordAudit(tx, actor, 'body.alias-removed', id, { alias })
  return describeBody(tx, id)
}

export type NewBody = Pick<
  BodyDraft,
  'code' | 'name' | 'shortName' | 'kind' | 'sector' | 'unitId' | 'validFrom'
> &
  Partial<Pick<BodyDraft, 'parentCode' | 'aliases' | 'validTo'>>

/** One body that no template makes (an enterprise, a school). */
export async function insertBody(tx: Db, body: NewBody): Promise<Body> {
  const unit = await findUnit(tx, body.unitId)
  if (!unit) throw problem.notFound({ what: 'unit', id: body.unitId })
  const { added } = await store.saveBodies(
    tx,
    [{ parentCode: null, aliases: [], validTo: unit.validTo, ...body, unitPath: unit.path }],
    false,
  )
  const made = await store.findBodyByCode(tx, body.code)
  if (!made || added === 0) throw problem.duplicate({ what: 'body', field: 'code' })
  return made
}

/** Writes a table of bodies whole, or nothing and says what is wrong in which line. Doing it again changes nothing. */
export async function importBodies(tx: Db, by: ImportedBy, input: { text: string }): Promise<ImportReport> {
  const units = new Map<string, Awaited<ReturnType<typeof listUnitsOfList>>[number]>()
  for (const list of codeLists)
    for (const unit of await listUnitsOfList(tx, list.id)) units.set(unit.id, unit)
  const { bodies, errors } = readBodies(input.text, units, await store.listBodyCodes(tx))
  for (const body of bodies) {
    if (by !== 'system' && !covers(by, body.unitPath)) {
      errors.push({
        line: 0,
        column: 'unit',
        found: `${body.code} (${body.unitId})`,
        expected: 'một đơn vị trong địa bàn của chức danh',
      })
    }
  }
  if (errors.length > 0) {
    return {
      ok: false,
      read: bodies.length,
      added: 0,
      changed: 0,
      unchanged: 0,
      errorCount: errors.length,
      errors: errors.slice(0, 200),
    }
  }
  const written = await store.saveBodies(tx, bodies, true)
  const report = {
    ...written,
    read: bodies.length,
    unchanged: bodies.length - written.added - written.changed,
  }
  if (by === 'system') await recordSystemAudit(tx, 'body.imported', null, report)
  else await recordAudit(tx, by, 'body.imported', null, report)
  return { ok: true, ...report, errorCount: 0, errors: [] }
}
