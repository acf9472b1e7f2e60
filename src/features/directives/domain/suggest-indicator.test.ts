import { expect, test } from 'vitest'

import { type IndicatorWords, reaches, suggestIndicators } from './suggest-indicator.ts'
import type { Target } from './task.ts'

const stations: IndicatorWords = {
  key: 'communes-with-mobile-station',
  title: { vi: 'Xã, phường, thị trấn có trạm y tế lưu động', en: 'Communes with a mobile station' },
  noun: { vi: 'xã, phường, thị trấn', en: 'communes' },
  measure: 'units-reaching',
  atLeast: { default: 1, min: 1, max: 20 },
}
const count: IndicatorWords = {
  key: 'mobile-stations',
  title: { vi: 'Trạm y tế lưu động', en: 'Mobile stations' },
  noun: { vi: 'trạm', en: 'stations' },
  measure: 'sum',
}
const beds: IndicatorWords = {
  key: 'beds',
  title: { vi: 'Giường bệnh tại trạm y tế', en: 'Beds' },
  noun: { vi: 'giường', en: 'beds' },
  measure: 'sum',
}
const all = [beds, count, stations]
const target = (text: string, more: Partial<Target> = {}): Target => ({
  text,
  quantity: null,
  unit: null,
  scope: null,
  comparator: null,
  coverage: null,
  ...more,
})

test('a share of communes that have a station is measured by communes, with the number the sentence names', () => {
  const said = target('100% xã, phường, thị trấn có ít nhất 01 Trạm Y tế lưu động', {
    quantity: 1,
    coverage: 1,
  })
  expect(suggestIndicators(said, all)[0]).toMatchObject({
    key: 'communes-with-mobile-station',
    atLeast: 1,
    goal: 1,
    goalKind: 'share',
  })
})

test('a number of stations is measured by stations', () => {
  const said = target('thành lập 150 trạm y tế lưu động', { quantity: 150, unit: 'trạm' })
  expect(suggestIndicators(said, all)[0]).toMatchObject({
    key: 'mobile-stations',
    goal: 150,
    goalKind: 'count',
  })
})

test('words without accents are the same words', () => {
  expect(suggestIndicators(target('tat ca xa, phuong, thi tran co tram y te luu dong'), all)[0]?.key).toBe(
    'communes-with-mobile-station',
  )
})

test('a number the definition does not take is not proposed, and other matters get nothing', () => {
  expect(
    suggestIndicators(target('xã có 50 trạm y tế lưu động, phường, thị trấn', { quantity: 50 }), [stations]),
  ).toMatchObject([{ atLeast: 1 }])
  expect(suggestIndicators(target('hỗ trợ 50.000 tấn gạo'), all)).toEqual([])
})

test.each([
  ['share', 1, 91, 91, true],
  ['share', 1, 90, 91, false],
  ['share', 0.8, 73, 91, true],
  ['share', 0.8, 72, 91, false],
  ['share', 1, 0, 0, false],
  ['count', 150, 150, 0, true],
  ['count', 150, 149, 0, false],
] as const)('%s %s against %s of %s', (goalKind, goal, numerator, denominator, expected) => {
  expect(reaches({ goal, goalKind }, { numerator, denominator })).toBe(expected)
})
