import { expect, test } from 'vitest'

import { classesOf } from './map-classes.ts'

const of = (numerator: number, denominator = 1) => ({ numerator, denominator })

test('a commune has reached it, or is short, or does not exist on the day', () => {
  const { classOf } = classesOf({ measure: 'units-reaching' }, [of(0), of(1)])
  expect([of(0), of(1), of(0, 0), undefined].map(classOf)).toEqual(['short', 'reached', 'none', 'none'])
})

test('provinces of the nation are shaded by their share', () => {
  const { classOf, classes } = classesOf({ measure: 'units-reaching' }, [of(0, 91), of(91, 91)])
  expect(classes.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', 'none'])
  expect([of(0, 91), of(22, 91), of(23, 91), of(90, 91), of(91, 91)].map(classOf)).toEqual([
    '1',
    '1',
    '2',
    '4',
    '5',
  ])
})

test('numbers are in steps up to the largest; none is a class of its own', () => {
  const { classOf, classes } = classesOf({ measure: 'sum' }, [of(0), of(3)])
  expect(classes.map(({ id, from, to }) => [id, from, to])).toEqual([
    ['1', 1, 1],
    ['2', 2, 2],
    ['3', 3, 3],
    ['none', 0, 0],
  ])
  expect([of(0), of(1), of(3)].map(classOf)).toEqual(['none', '1', '3'])
  const large = classesOf({ measure: 'sum' }, [of(500)])
  expect(large.classOf(of(500))).toBe('5')
  expect(large.classOf(of(100))).toBe('1')
  expect(large.classOf(of(101))).toBe('2')
})
