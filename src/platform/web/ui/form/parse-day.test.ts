import { expect, test } from 'vitest'

import { parseDay } from './parse-day.ts'

test.each([
  ['15/9/2021', '2021-09-15'],
  ['15-09-2021', '2021-09-15'],
  ['15.9.21', '2021-09-15'],
  ['  1/1/2022 ', '2022-01-01'],
  ['29/2/2024', '2024-02-29'],
])('%s is %s', (text, day) => {
  expect(parseDay(text)).toBe(day)
})

test.each([
  '',
  '29/2/2021',
  '31/4/2021',
  '0/9/2021',
  '9/15/2021',
  '15/9',
  '15 9 2021',
  'mai',
  '15/9/2021 x',
  '15/9/20211',
])('"%s" is no day', (text) => {
  expect(parseDay(text)).toBeNull()
})
