import { recordSystemAudit } from '#platform/server/audit.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import { isWithin } from '#registry/units/domain/index.ts'
import { findUnit, listUnitArrows, listUnitsOfList } from '#registry/units/server/index.ts'
import { standardBodies, standardSuccessors } from '../domain/index.ts'
import { listPlacedBodies, saveBodies, saveBodySuccessors } from './store.ts'

/**
 * The standard bodies of a province as they are on a day: everything of the province, its districts and communes, the
 * central bodies, and of every other province those one writes to. Successions to bodies that are there are recorded.
 * Doing it again adds only what is missing; names that were changed by hand stay. Answers how many were added.
 */
export async function generateBodies(tx: Db, provinceUnitId: string, at: string): Promise<number> {
  const province = await findUnit(tx, provinceUnitId)
  if (province?.level !== 'province') throw problem.notFound({ what: 'unit', id: provinceUnitId })
  const units = await listUnitsOfList(tx, province.codeList)
  const own = units.filter((unit) => unit.level === 'nation' || isWithin(unit.path, province.path))
  const others = units.filter((unit) => unit.level === 'province' && unit.id !== province.id)
  const { added } = await saveBodies(
    tx,
    [...standardBodies(own, at), ...standardBodies(others, at, 'addressable')],
    false,
  )
  await saveBodySuccessors(tx, standardSuccessors(await listPlacedBodies(tx), await listUnitArrows(tx)))
  await recordSystemAudit(tx, 'body.generated', provinceUnitId, { at, added })
  return added
}
