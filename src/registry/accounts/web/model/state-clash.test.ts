import { expect, test } from 'vitest'

import { settleStateClash } from './state-clash.ts'

test('what is left to decide after somebody else changed the account first', () => {
  const states = ['active', 'disabled'] as const
  const table = states.flatMap((wanted) =>
    states.map((state) => `want ${wanted}, is ${state}: ${settleStateClash(wanted, { state })}`),
  )
  expect(table).toEqual([
    'want active, is active: already-so',
    'want active, is disabled: choose',
    'want disabled, is active: choose',
    'want disabled, is disabled: already-so',
  ])
})
