import { expect, test } from 'vitest'

import { ancestorPaths, childPath, isWithin, levelOfPath, provincePath } from './path.ts'

const commune = 'v2021.p74.d718.c25741'

test('a path carries level and code list', () => {
  expect(childPath('v2021.p74.d718', 'commune', '25741')).toBe(commune)
  expect(childPath(commune, 'hamlet', '25741-kp3')).toBe(`${commune}.h25741_kp3`)
  expect(['v2021', 'v2021.p74', 'v2021.p74.d718', commune, `${commune}.h1.b2.a3`].map(levelOfPath)).toEqual([
    'nation',
    'province',
    'district',
    'commune',
    'address',
  ])
  expect(() => levelOfPath('v2021.z9')).toThrow('not a unit path')
})

test.each([
  [commune, 'v2021.p74', true],
  [commune, commune, true],
  ['v2021.p74', commune, false],
  ['v2021.p740', 'v2021.p74', false],
  ['v2025.p74', 'v2021', false],
])('%s lies within %s: %s', (path, outer, expected) => {
  expect(isWithin(path, outer)).toBe(expected)
})

test('what stands above', () => {
  expect(ancestorPaths(commune)).toEqual(['v2021', 'v2021.p74', 'v2021.p74.d718'])
  expect(ancestorPaths('v2021')).toEqual([])
  expect(provincePath(commune)).toBe('v2021.p74')
  expect(provincePath('v2021')).toBeUndefined()
})
