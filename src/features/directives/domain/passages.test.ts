import { expect, test } from 'vitest'

import { markedWords, passagesIn, searchWords } from './passages.ts'

const text = `1. Giao Sở Y tế chủ trì bảo đảm trang thiết bị. ${'Nội dung khác của văn bản. '.repeat(20)}
2. Mỗi xã có ít nhất 01 Trạm Y tế lưu động trước ngày 30/9/2021.`
const marks = (query: string) =>
  passagesIn(text, searchWords(query), markedWords(query)).map((p) =>
    p.parts.filter((x) => x.hit).map((x) => x.text),
  )

test('the place where the words stand together is found without accents, whole words marked', () => {
  const [passage] = passagesIn(text, searchWords('tram y te luu dong')).filter((p) => p.start > 100)
  expect(passage!.parts.filter((p) => p.hit).map((p) => p.text)).toEqual(['Trạm', 'Y', 'tế', 'lưu', 'động'])
  expect(passage!.parts.map((p) => p.text).join('')).toBe(
    text.slice(passage!.start, passage!.start + passage!.parts.map((p) => p.text).join('').length),
  )
})

test('a mark that was typed has to be there', () => {
  expect(marks('trạm').flat()).toEqual(['Trạm'])
  expect(marks('trang').flat()).toEqual(['trang'])
  expect(marks('tràm').flat()).toEqual([])
})

test('the last word may be the beginning of one', () => {
  expect(marks('thiet bi tra').flat()).toContain('trang')
})

test('words are folded, counted once and bounded', () => {
  expect(searchWords('Trạm  trạm TRẠM y-tế')).toEqual(['tram', 'y', 'te'])
  expect(searchWords('207-TB/TU')).toEqual(['207', 'tb', 'tu'])
  expect(markedWords('Trạm y te')).toEqual(['trạm'])
  expect(searchWords(Array.from({ length: 50 }, (_, i) => `w${i}`).join(' '))).toHaveLength(10)
  expect(searchWords(' – … ')).toEqual([])
})
