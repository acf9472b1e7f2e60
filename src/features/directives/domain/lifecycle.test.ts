import { expect, test } from 'vitest'

import { movesFor } from '#lib/lifecycle/index.ts'
import { directiveLifecycle, directiveStates } from './lifecycle.ts'

test('who may do what with a document, state by state', () => {
  const table = directiveStates.map(
    (state) =>
      `${state}: reader[${movesFor(directiveLifecycle, state, 'reader')}] office[${movesFor(directiveLifecycle, state, 'office')}]`,
  )
  expect(table).toEqual([
    'reading: reader[read,fail] office[cancel]',
    'unreadable: reader[] office[retry,discard]',
    'draft: reader[] office[issue,discard]',
    'discarded: reader[] office[restore]',
    'issued: reader[] office[]',
  ])
})
