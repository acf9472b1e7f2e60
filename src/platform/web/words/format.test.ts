import { expect, test } from 'vitest'

import { today } from '../clock.ts'
import { formatDate, formatMoment, formatNumber, formatSize } from './format.ts'

test('numbers follow the language, dates do not', () => {
  expect(formatNumber(1_584_230.5, 'vi')).toBe('1.584.230,5')
  expect(formatNumber(1_584_230.5, 'en')).toBe('1,584,230.5')
  expect(formatDate('2021-09-05')).toBe('05/09/2021')
})

test('a moment is told by the clock of Việt Nam', () => {
  expect(formatMoment('2021-09-15T17:30:00Z')).toBe('00:30 16/09/2021')
  expect(today(new Date('2021-09-15T16:59:59Z'))).toBe('2021-09-15')
  expect(today(new Date('2021-09-15T17:00:00Z'))).toBe('2021-09-16')
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1536, '1,5 KB'],
  [52_428_800, '50 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatSize(bytes, 'vi')).toBe(text)
})
