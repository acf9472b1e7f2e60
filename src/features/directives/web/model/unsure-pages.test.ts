import { expect, test } from 'vitest'

import { sampleDirective } from './sample.testing.ts'
import { unsurePages } from './unsure-pages.ts'

test('a page that was hard to recognise reaches to where the next one begins', () => {
  const { text, reading } = sampleDirective()
  const recognised = [
    { number: 1, confidence: 0.93, start: 0 },
    { number: 2, confidence: 0.71, start: 20 },
    { number: 3, confidence: 0.4, start: null },
    { number: 4, confidence: 0.9, start: 50 },
    { number: 5, confidence: 0.84, start: 60 },
  ]
  expect(unsurePages({ text, reading: { ...reading, recognised } })).toEqual([
    { number: 2, confidence: 0.71, start: 20, end: 50 },
    { number: 5, confidence: 0.84, start: 60, end: text.length },
  ])
  expect(unsurePages({ text, reading })).toEqual([])
})
