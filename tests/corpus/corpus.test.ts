// Real directives: measured when the documents lie beside the checkout, and said so when they do not.
import { expect, test } from 'vitest'

import { noises } from './noise.ts'
import { scoreSet, shared, sharedIsThere, type SetName } from './score.ts'

/** Least F1 a set must reach. `tune` was looked at while the grammar grew, the annotations of `test` never. */
const least: Record<SetName, Record<string, number>> = {
  gold: { tasks: 0.97, lead: 0.95, section: 0.99 },
  tune: { tasks: 0.96, lead: 0.93, deadline: 0.92, target: 0.75, coordinate: 0.93, reportTo: 0.9, recipients: 0.99, references: 0.99, meta: 0.99 },
  test: { tasks: 0.94, lead: 0.9, deadline: 0.9, target: 0.5, coordinate: 0.87, reportTo: 0.9, recipients: 0.97, references: 0.97, meta: 0.97 },
}

const missing = sharedIsThere ? '' : ` (skipped: no documents at ${shared})`

test.skipIf(!sharedIsThere).each(Object.entries(least))(`%s documents are read at least as well as before${missing}`, { timeout: 120_000 }, (set, bounds) => {
  const { total } = scoreSet(set as SetName)
  for (const [field, bound] of Object.entries(bounds)) expect(total[field], `${set} ${field}`).toBeGreaterThanOrEqual(bound)
})

test.skipIf(!sharedIsThere)(`at most two errors in each field of the gold documents${missing}`, { timeout: 120_000 }, () => {
  const { errors } = scoreSet('gold')
  for (const field of ['deadline', 'target', 'coordinate', 'reportTo', 'recipients', 'references', 'meta'])
    expect(errors[field], field).toBeLessThanOrEqual(2)
})

/** Least F1 of the gold and the tuned documents after what happens to a text on its way; one seed each. */
const damaged: Record<string, Partial<Record<string, number>>> = {
  'marks of 2 % of words': { tasks: 0.95, lead: 0.91, deadline: 0.88, recipients: 0.93 },
  'letters of 2 % of words': { tasks: 0.95, lead: 0.91, deadline: 0.9, recipients: 0.93 },
  'points, 3 %': { tasks: 0.94, lead: 0.86, deadline: 0.92 },
  'headings in capitals': { tasks: 0.97, lead: 0.92 },
  'recipients in one line': { recipients: 0.98 },
  'one line': { tasks: 0.92, lead: 0.86, meta: 0.9, recipients: 0.93 },
  'page numbers, paragraphs whole': { tasks: 0.97, lead: 0.94 },
  'zero-width and soft hyphens': { tasks: 0.97, lead: 0.94, meta: 0.99 },
  'a scan': { tasks: 0.94, lead: 0.9, deadline: 0.9, recipients: 0.93 },
}

const damages = Object.entries(damaged).flatMap(([name, bounds]) =>
  (['gold', 'tune'] as const).map((set) => [name, set, bounds] as const),
)

test.skipIf(!sharedIsThere).each(damages)(`with %s the %s documents are still read${missing}`, { timeout: 120_000 }, (name, set, bounds) => {
  const { total } = scoreSet(set, (text) => noises[name]?.(text, 7919) ?? '')
  for (const [field, bound] of Object.entries(bounds)) expect(total[field], `${set} ${field}`).toBeGreaterThanOrEqual(bound ?? 0)
})
