import { expect, test } from 'vitest'

import type { TaskCounts } from '../../domain/index.ts'
import { askOf, shownBox } from './StateBoxes.tsx'

const counts = (overdue: number) => ({ tasks: { overdue } }) as TaskCounts

test.each([
  [{}, counts(3), 'overdue', { state: 'overdue' }],
  [{}, counts(0), 'all', {}],
  [{}, undefined, 'all', {}],
  [{ state: 'all' }, counts(3), 'all', {}],
  [{ state: 'done-late' }, counts(3), 'done-late', { state: 'done-late' }],
  [{ state: 'nonsense' }, counts(0), 'all', {}],
  [{ part: 'reported' }, counts(3), 'waiting', { part: 'reported' }],
  [{ state: 'extensions' }, counts(3), 'extensions', { extension: 'asked' }],
  // One document, one body or a search is looked at as a whole.
  [{ directive: 'x' }, counts(3), 'all', {}],
  [{ body: 'x' }, counts(3), 'all', {}],
  [{ q: 'trạm' }, counts(3), 'all', {}],
] as const)('%o with %o late shows %s', (url, given, box, ask) => {
  expect(shownBox(url, given as TaskCounts | undefined)).toBe(box)
  expect(askOf(box)).toEqual(ask)
})
