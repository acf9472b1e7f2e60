import { expect, test } from 'vitest'

import { overlapped, quoteOf, splitPoint, wholeWords } from './selection.ts'

/** The selection stands between two bars. */
function marked(given: string) {
  const start = given.indexOf('|')
  const end = given.indexOf('|', start + 1) - 1
  return { text: given.replaceAll('|', ''), span: { start, end } }
}

test.each([
  ['giao |Sở Y tế| làm', 'Sở Y tế'],
  ['giao S|ở Y t|ế làm', 'Sở Y tế'],
  ['| - Sở Y tế làm; |', 'Sở Y tế làm'],
  ['|3.1. Sở Y tế làm.|', 'Sở Y tế làm'],
  ['|IV. Công an tỉnh|', 'Công an tỉnh'],
  ['|a) Công an tỉnh|', 'Công an tỉnh'],
  ['|30/9/2021 là hạn|', '30/9/2021 là hạn'],
  ['|100 người. Sau|', '100 người. Sau'],
  ['|(Sở Y tế)|', '(Sở Y tế)'],
  ['|– Sở Y tế\n\nlàm|', 'Sở Y tế\n\nlàm'],
])('%s means “%s”', (given, words) => {
  const { text, span } = marked(given)
  const found = wholeWords(text, span)
  expect(found && text.slice(found.start, found.end)).toBe(words)
})

test.each(['a | - ; | b', 'a || b', '|...|'])('%s selects nothing', (given) => {
  const { text, span } = marked(given)
  expect(wholeWords(text, span)).toBeUndefined()
})

test('a split falls before a word, never inside one and never at an end', () => {
  const text = 'Sở Y tế làm; Công an tỉnh canh gác.'
  const span = { start: 0, end: text.length }
  const second = text.indexOf('Công')
  expect(splitPoint(text, span, second + 2)).toBe(second)
  expect(splitPoint(text, span, second - 1)).toBe(second)
  expect(splitPoint(text, span, 0)).toBeUndefined()
  expect(splitPoint(text, span, 1)).toBeUndefined()
  expect(splitPoint(text, span, text.length - 1)).toBeUndefined()
})

test('overlap counts the touching of words, not of borders', () => {
  const tasks = [{ span: { start: 0, end: 10 } }, { span: { start: 20, end: 30 } }]
  expect(overlapped({ start: 10, end: 20 }, tasks)).toEqual([])
  expect(overlapped({ start: 9, end: 21 }, tasks)).toEqual(tasks)
})

test('a quote over lines is one line', () => {
  expect(quoteOf('a  thực\n\nhiện b', { start: 3, end: 15 })).toBe('thực hiện b')
})
