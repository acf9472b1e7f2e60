import { expect, test } from 'vitest'

import { cutPoints, likelyCut, nextCut } from './cut-points.ts'

const text = 'Xét nghiệm trước 30/9/2021; tiêm vắc-xin, báo cáo số 3.5 về Sở.'
const span = { start: 0, end: text.length }
const points = cutPoints(text, span)
const word = (at: number | undefined) => (at === undefined ? undefined : text.slice(at).split(' ')[0])

test('every word but the first, and nothing inside a date or a number', () => {
  expect(points.map((p) => word(p.at))).toEqual([
    'nghiệm',
    'trước',
    '30/9/2021;',
    'tiêm',
    'vắc-xin,',
    'báo',
    'cáo',
    'số',
    '3.5',
    'về',
    'Sở.',
  ])
  expect(points.filter((p) => p.clause).map((p) => word(p.at))).toEqual(['tiêm', 'báo'])
})

test('the likely cut is at a semicolon, else at a comma, else anywhere', () => {
  expect(word(likelyCut(text, span, points))).toBe('tiêm')
  const comma = { start: text.indexOf('tiêm'), end: text.length }
  expect(word(likelyCut(text, comma, cutPoints(text, comma)))).toBe('báo')
  const plain = { start: 0, end: text.indexOf(' 30') }
  expect(word(likelyCut(text, plain, cutPoints(text, plain)))).toBe('trước')
  expect(likelyCut('một', { start: 0, end: 3 }, [])).toBeUndefined()
})

test('moving the cut stays inside the span', () => {
  const at = text.indexOf('tiêm')
  expect(word(nextCut(points, at, 1, false))).toBe('vắc-xin,')
  expect(word(nextCut(points, at, 1, true))).toBe('báo')
  expect(word(nextCut(points, at, -1, false))).toBe('30/9/2021;')
  expect(nextCut(points, at, -1, true)).toBe(at)
  expect(nextCut(points, text.indexOf('Sở.'), 1, false)).toBe(text.indexOf('Sở.'))
})
