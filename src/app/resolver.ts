import { resolveBodies } from '#registry/bodies/domain/index.ts'
import { bodyIndex } from '#registry/bodies/server/index.ts'
import type { ResolverFor } from '#features/directives/server/index.ts'

/**
 * Who a document means by a name: asked in the province that the document's own body stands in, on the day of the
 * document – today's, when it has none – since its bodies must exist then; a name of the past is carried to its successor.
 */
export const resolverOn =
  (today: () => string): ResolverFor =>
  async (tx, unitPath, document) => {
    const index = await bodyIndex(tx)
    const unit = [...index.units.values()].find((u) => u.path === unitPath)
    const provincePath = unitPath.split('.').slice(0, 2).join('.')
    const province = [...index.units.values()].find((u) => u.path === provincePath)
    if (!province) return () => ({ bodyIds: [], how: 'none' })
    const context = {
      index,
      provinceUnitId: province.id,
      unitId: unit?.id,
      at: document.date ?? document.meetingDate ?? today(),
    }
    const known = new Map<string, ReturnType<Awaited<ReturnType<ResolverFor>>>>()
    return (name) => {
      const before = known.get(name)
      if (before) return before
      const { bodyIds, how } = resolveBodies(name, context)
      const found = { bodyIds, how }
      known.set(name, found)
      return found
    }
  }
