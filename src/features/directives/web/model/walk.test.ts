import { expect, test } from 'vitest'

import { idOf, party, sampleDirective } from './sample.testing.ts'
import { neighbour, nextDoubt, openDoubts, type Place, placeKey } from './walk.ts'

const { tasks } = sampleDirective()
const at = (n: number, field: string | null): Place => ({ taskId: idOf(n), field })

test('doubts stand in the order of the register', () => {
  expect(openDoubts(tasks)).toEqual([at(1, 'deadline'), at(3, 'lead/0'), at(3, 'reportTo/0')])
})

test('a task that was looked at, dropped or issued has none', () => {
  expect(openDoubts(tasks.map((t) => ({ ...t, reviewed: true })))).toEqual([])
  expect(openDoubts(tasks.map((t) => ({ ...t, state: 'dropped' as const })))).toEqual([])
  expect(openDoubts(tasks.map((t) => ({ ...t, state: 'issued' as const })))).toEqual([])
})

test('the canonical lead and the words of the lead are one doubt', () => {
  const low = { start: 0, end: 3, confidence: 0.2, rule: 'r' }
  const twice = {
    ...tasks[1]!,
    evidence: { 'leadCanonical/0': low, 'lead/0': low, 'targets/0/quantity': low, pattern: low },
  }
  expect(openDoubts([twice]).map((d) => d.field)).toEqual(['quote', 'lead/0', 'targets/0'])
})

test.each([
  [null, 1, at(1, 'deadline')],
  [null, -1, at(3, 'reportTo/0')],
  [at(1, 'deadline'), 1, at(3, 'lead/0')],
  [at(3, 'reportTo/0'), 1, at(1, 'deadline')],
  [at(1, 'deadline'), -1, at(3, 'reportTo/0')],
  [at(2, null), 1, at(3, 'lead/0')],
  [at(2, null), -1, at(1, 'deadline')],
  [at(3, null), 1, at(3, 'lead/0')],
  [at(1, 'lead/0'), 1, at(1, 'deadline')],
  [at(1, 'targets/0'), 1, at(3, 'lead/0')],
  [at(3, 'deadline'), -1, at(3, 'lead/0')],
  [at(77, 'lead/0'), 1, at(1, 'deadline')],
] as const)('from %o by %i it goes to %o', (from, step, to) => {
  expect(nextDoubt(tasks, from, step)).toEqual(to)
})

test('nothing to walk to when nothing is in doubt', () => {
  expect(nextDoubt([], null, 1)).toBeUndefined()
})

test('bodies inherited from one phrase are one question, a name without a body is another', () => {
  const low = { start: 0, end: 3, confidence: 0.2, rule: 'r' }
  const lead = [party('A', 1), party('B', 2), party('C'), party('D', 3)]
  const evidence = { 'lead/0': low, 'lead/1': low, 'lead/2': low, 'lead/3': low }
  const inherited = { ...tasks[1]!, leadInherited: true, evidence, content: { ...tasks[1]!.content, lead } }
  expect(openDoubts([inherited]).map((d) => d.field)).toEqual(['lead/0', 'lead/2', 'lead/3'])
  expect(openDoubts([{ ...inherited, leadInherited: false }])).toHaveLength(4)
})

test('a place already looked at is passed over, its neighbours are not', () => {
  const seen = new Set([placeKey(idOf(3), 'lead/0')])
  expect(openDoubts(tasks, seen)).toEqual([at(1, 'deadline'), at(3, 'reportTo/0')])
  expect(nextDoubt(tasks, at(3, 'lead/0'), 1, seen)).toEqual(at(3, 'reportTo/0'))
})

test('neighbours stop at the ends of the register', () => {
  expect(neighbour(tasks, idOf(1), 1)).toBe(idOf(2))
  expect(neighbour(tasks, idOf(3), 1)).toBeUndefined()
  expect(neighbour(tasks, idOf(1), -1)).toBeUndefined()
  expect(neighbour(tasks, null, 1)).toBe(idOf(1))
  expect(neighbour(tasks, null, -1)).toBe(idOf(3))
})
