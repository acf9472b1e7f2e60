import { expect, test } from 'vitest'

import { dueState } from './due.ts'

const today = '2021-09-16'

test.each([
  ['2021-09-11', undefined, 'late', -5],
  ['2021-09-15', undefined, 'late', -1],
  ['2021-09-16', undefined, 'soon', 0],
  ['2021-09-19', undefined, 'soon', 3],
  ['2021-09-20', undefined, 'plain', 4],
  ['2021-10-01', undefined, 'plain', 15],
  [null, undefined, 'plain', undefined],
  ['2021-09-15', '2021-09-14', 'done', 1],
  ['2021-09-15', '2021-09-20', 'done', -5],
  [null, '2021-09-20', 'done', undefined],
] as const)('due %s, done %s: %s, %s days', (dueOn, doneOn, meaning, days) => {
  expect(dueState({ dueOn, doneOn }, today)).toEqual({ meaning, days })
})
