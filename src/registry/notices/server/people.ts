import { permissionsIn } from '#registry/accounts/domain/index.ts'
import { listOfficesHeld } from '#registry/accounts/server/index.ts'
import type { Actor } from '#platform/server/actor.ts'
import { newId } from '#platform/server/chance.ts'
import type { Db } from '#platform/server/db.ts'
import { enterScope } from '#platform/server/edge.ts'
import type { NoticeKind } from './kinds.ts'
import type { Waiting } from './store.ts'

/** The offices through which this body's matters concern the person today. */
async function officesIn(tx: Db, accountId: string, bodyId: string, today: string): Promise<Actor[]> {
  const held = await listOfficesHeld(tx, accountId, today)
  return held
    .filter((office) => office.bodyId === bodyId)
    .map((office) => ({
      accountId,
      personName: '',
      officeId: office.id,
      officeTitle: office.title,
      bodyId,
      bodyKind: office.bodyKind,
      bodySector: office.bodySector,
      role: office.role,
      permissions: new Set(permissionsIn(office)),
      unitPath: office.unitPath,
      scopes: office.scopes,
      requestId: newId(),
      purpose: null,
      language: 'vi',
    }))
}

/**
 * Ids of those notices whose subject the person may see now. Asked as the person: with the permissions of the office
 * and in its scope, so that the database's own policies answer too. No office there any more: nothing.
 */
export async function visibleOf(
  tx: Db,
  notices: readonly Waiting[],
  kinds: readonly NoticeKind[],
  today: string,
): Promise<Set<string>> {
  const visible = new Set<string>()
  const groups = Map.groupBy(notices, (n) => `${n.accountId} ${n.bodyId} ${n.kind}`)
  for (const group of groups.values()) {
    const first = group[0]!
    const kind = kinds.find((one) => one.key === first.kind)
    if (!kind) continue
    for (const actor of await officesIn(tx, first.accountId, first.bodyId, today)) {
      await enterScope(tx, actor.scopes, 'read write')
      const seen = await kind.canSee(tx, actor, [...new Set(group.map((n) => n.subjectId))])
      for (const notice of group) if (seen.has(notice.subjectId)) visible.add(notice.id)
    }
  }
  await enterScope(tx, [], 'read write')
  return visible
}
