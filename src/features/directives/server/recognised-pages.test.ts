import { expect, test } from 'vitest'

import { recognisedPages } from './recognised-pages.ts'

const text =
  'UBND TỈNH BÌNH DƯƠNG\n\nSở Y tế chuẩn bị giường bệnh và nhân lực.\n\nCông an tỉnh canh gác các chốt.'

test('a page is found by a line of its own, in the order of the pages; a stored page is none of them', () => {
  const pages = [
    { number: 1, text: 'UBND TỈNH BÌNH DƯƠNG\n\nSở Y tế chuẩn bị giường bệnh', confidence: 91.5 },
    { number: 2, text: 'và nhân lực.\n\n2\n\nCông an tỉnh canh gác các chốt.', confidence: 64 },
    { number: 3, text: 'Phụ lục kèm theo văn bản này', confidence: null },
    { number: 4, text: 'một dòng không còn trong văn bản', confidence: 40 },
  ]
  expect(recognisedPages(pages, text)).toEqual([
    { number: 1, confidence: 0.915, start: 0 },
    { number: 2, confidence: 0.64, start: text.indexOf('và nhân lực') },
    { number: 4, confidence: 0.4, start: null },
  ])
})
