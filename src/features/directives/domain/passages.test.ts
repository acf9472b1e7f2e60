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
  expect(passage!.parts.filter((p) => p.hit).map((p) => p.text)).toEqual(['Trạm Y tế lưu động'])
  expect(passage!.parts.map((p) => p.text).join('')).toBe(
    text.slice(passage!.start, passage!.start + passage!.parts.map((p) => p.text).join('').length),
  )
})

test('words that stand together are one mark, and no syllable of them is marked alone elsewhere', () => {
  expect(marks('tram y te luu dong')).toEqual([['Trạm Y tế lưu động']])
  expect(marks('y tế').flat()).toEqual(['Y tế', 'Y tế'])
  // Two things asked for, each whole; a word that stands in no phrase is marked by itself.
  expect(marks('thiet bi so y te').flat()).toEqual(['Sở Y tế', 'thiết bị'])
  expect(marks('xa luu dong').flat()).toEqual(['xã', 'lưu động'])
  // A comma parts what it parts.
  expect(passagesIn('Y, tế và y tế', ['y', 'te'])[0]!.parts.filter((p) => p.hit)).toEqual([
    { text: 'y tế', hit: true },
  ])
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
