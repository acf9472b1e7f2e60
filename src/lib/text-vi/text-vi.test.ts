import { expect, test } from 'vitest'

import {
  addDays,
  compareNames,
  daysInMonth,
  digitsValue,
  findDates,
  foldAccents,
  foldForSearch,
  isoDate,
  linesOf,
  looksLikeName,
  plainWord,
  splitName,
  wordsValue,
  wrappingOf,
} from './index.ts'

test.each([
  ['uỷ', 'ủy'],
  ['Uỷ', 'ủy'],
  ['hoá', 'hóa'],
  ['khoẻ', 'khỏe'],
  ['quý', 'quý'],
  ['quỹ', 'quỹ'],
  ['hoàn', 'hoàn'],
  ['thuyết', 'thuyết'],
  ['Y', 'y'],
])('%s is compared as %s', (word, form) => {
  expect(plainWord(word)).toBe(form)
})

test('folding keeps one letter for one letter', () => {
  const text = 'Ủy ban nhân dân tỉnh Đắk Lắk – Sở Y tế'
  expect(foldAccents(text)).toBe('uy ban nhan dan tinh dak lak – so y te')
  expect(foldAccents(text)).toHaveLength(text.length)
})

test.each(['NFC', 'NFD'] as const)('search finds its way back to a text in %s', (form) => {
  const text = 'Giao Sở Y tế,  chủ trì.'.normalize(form)
  const { folded, at } = foldForSearch(text)
  expect(folded).toBe('giao so y te chu tri')
  const hit = folded.indexOf('so y te')
  const said = text.slice(at[hit], at[hit + 'so y te'.length])
  expect(said.normalize('NFC')).toBe('Sở Y tế')
})

test.each([
  ['ngày 30/9/2021', '2021-09-30', 'day'],
  ['30-9-2021', '2021-09-30', 'day'],
  ['05.01.2022', '2022-01-05', 'day'],
  ['ngày 30 tháng 9 năm 2021', '2021-09-30', 'day'],
  ['ngày 15/9', '2021-09-15', 'day'],
  ['tháng 11/2025', '2025-11-30', 'month'],
  ['tháng 02 năm 2024', '2024-02-29', 'month'],
  ['quý II năm 2026', '2026-06-30', 'quarter'],
  ['Quý IV/2021', '2021-12-31', 'quarter'],
  ['năm 2025', '2025-12-31', 'year'],
])('%s is the day %s', (words, date, grain) => {
  expect(findDates(`trước ${words}.`, 2021)).toMatchObject([{ date, grain }])
})

test('what is no date is none', () => {
  for (const words of ['32/9/2021', 'ngày 31/4/2021', 'tháng 13/2021', 'tỷ lệ 24/7/365', 'năm 12', '1/2/3/4'])
    expect(findDates(words, 2021), words).toEqual([])
  expect(findDates('ngày 15/9', null)).toMatchObject([{ date: null }])
})

test('days are counted over months, years and leap days', () => {
  expect(addDays('2021-09-25', 14)).toBe('2021-10-09')
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2021-12-31', 1)).toBe('2022-01-01')
  expect(addDays('2022-01-01', -1)).toBe('2021-12-31')
  expect(daysInMonth(1900, 2)).toBe(28)
  expect(isoDate(2021, 2, 29)).toBeNull()
})

test('numbers in digits and in words', () => {
  expect(['1.085', '2,1', '02', '1.000.000', '4.5'].map(digitsValue)).toEqual([1085, 2.1, 2, 1_000_000, 4.5])
  expect(['', 'a', '1.2.3', '1,'].map(digitsValue)).toEqual([null, null, null, null])
  expect(wordsValue('một trăm hai mươi lăm'.split(' '))).toBe(125)
  expect(wordsValue('hai nghìn không trăm linh năm'.split(' '))).toBe(2005)
  expect(wordsValue('mười'.split(' '))).toBe(10)
  expect(wordsValue(['xã'])).toBeNull()
})

test('people are told from bodies and listed by their given names', () => {
  expect(looksLikeName('Nguyễn Văn An')).toBe(true)
  expect(looksLikeName('NGUYỄN VĂN AN')).toBe(true)
  for (const words of ['Sở Y tế', 'Nguyễn', 'Nguyễn văn an', 'Bình Dương', 'Trần Hưng Đạo số 5'])
    expect(looksLikeName(words), words).toBe(false)
  expect(splitName('Nguyễn Thị Minh Khai')).toEqual({ family: 'Nguyễn', middle: 'Thị Minh', given: 'Khai' })
  const sorted = ['Trần Văn Bình', 'Lê An', 'Nguyễn Văn Bình'].toSorted(compareNames)
  expect(sorted).toEqual(['Lê An', 'Nguyễn Văn Bình', 'Trần Văn Bình'])
})

test('lines know the empty lines before them, whatever ends a line', () => {
  const text = 'một\r\n\r\n\u00a0hai \rba\u2028bốn\n\n\n năm'
  expect(linesOf(text).map((l) => [text.slice(l.start, l.end), l.blank])).toEqual([
    ['một', 0],
    ['hai', 1],
    ['ba', 0],
    ['bốn', 0],
    ['năm', 2],
  ])
})

test('a wrapped text is told from one with a paragraph per line', () => {
  const wrapped = Array.from(
    { length: 8 },
    () => 'Các cơ quan, đơn vị có trách nhiệm phối hợp chặt chẽ\nvới nhau.',
  )
  const plain = Array.from(
    { length: 8 },
    () => 'Các cơ quan, đơn vị có trách nhiệm phối hợp chặt chẽ với nhau.',
  )
  const of = (text: string): boolean => wrappingOf(text, linesOf(text)).wrapped
  expect(of(wrapped.join('\n'))).toBe(true)
  expect(of(plain.join('\n'))).toBe(false)
  expect(of('')).toBe(false)
})
