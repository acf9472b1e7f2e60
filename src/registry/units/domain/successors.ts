import type { UnitSuccessor } from './model.ts'

/**
 * Which unit of today an old unit became, and the reverse. Many to many: on 1/7/2025 communes were joined, and some
 * were divided between two. A figure of an old unit may be carried to its successor only along `full` arrows; along a
 * `partial` one it would be a guess.
 */
export interface SuccessorIndex {
  successorsOf(id: string): readonly UnitSuccessor[]
  predecessorsOf(id: string): readonly UnitSuccessor[]
  /** The one unit that took the whole of the old one; undefined when it was divided or nothing is recorded. */
  wholeSuccessorOf(id: string): string | undefined
}

export function indexSuccessors(arrows: readonly UnitSuccessor[]): SuccessorIndex {
  const from = groupBy(arrows, (a) => a.fromId)
  const to = groupBy(arrows, (a) => a.toId)
  return {
    successorsOf: (id) => from.get(id) ?? [],
    predecessorsOf: (id) => to.get(id) ?? [],
    wholeSuccessorOf: (id) => {
      const arrowsOut = from.get(id) ?? []
      return arrowsOut.length === 1 && arrowsOut[0]?.extent === 'full' ? arrowsOut[0].toId : undefined
    },
  }
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
