import { expect, test } from 'vitest'

import { indexSuccessors } from './successors.ts'

const index = indexSuccessors([
  { fromId: 'old:1', toId: 'new:1', extent: 'full' },
  { fromId: 'old:2', toId: 'new:1', extent: 'partial' },
  { fromId: 'old:2', toId: 'new:2', extent: 'partial' },
  { fromId: 'old:3', toId: 'new:2', extent: 'partial' },
])

test('what became of a unit, and what it was made of', () => {
  expect(index.successorsOf('old:2').map((a) => a.toId)).toEqual(['new:1', 'new:2'])
  expect(index.predecessorsOf('new:1').map((a) => a.fromId)).toEqual(['old:1', 'old:2'])
  expect(index.successorsOf('old:9')).toEqual([])
})

test('a figure is carried only where the whole unit went to one', () => {
  expect(['old:1', 'old:2', 'old:3', 'old:9'].map((id) => index.wholeSuccessorOf(id))).toEqual([
    'new:1',
    undefined,
    undefined,
    undefined,
  ])
})
