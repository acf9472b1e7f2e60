import { existsSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { readBoundaries } from './boundary-import.ts'
import { findCodeList } from './code-lists.ts'
import type { Position, Ring } from './geometry.ts'
import { boundsOf, polygonsOf } from './geometry.ts'
import type { Unit } from './model.ts'
import { readUnits } from './unit-import.ts'

const list = findCodeList('vn-2021')
if (!list) throw new Error('no list vn-2021')
const { units } = readUnits(
  readFileSync(new URL('../data/units-2021.csv', import.meta.url), 'utf8'),
  list,
  new Map(),
)

const square = (lon: number, lat: number, size = 0.01): Ring => [
  [lon, lat],
  [lon + size, lat],
  [lon + size, lat + size],
  [lon, lat + size],
  [lon, lat],
]
const feature = (properties: object, coordinates: unknown, type = 'Polygon') => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
const file = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })
const unit = (code: string, name: string): Unit => ({ ...(units.find((u) => u.code === code) as Unit), name })
const known = [unit('25741', 'Phường A'), unit('25744', 'Phường B')]

test('joins on the code only and says what did not join, on both sides', () => {
  const text = file(
    feature({ code: '25741', name: 'Phường Z' }, [square(106.6, 11)]),
    feature({ code: '99999', name: 'Phường B' }, [square(106.7, 11)]),
  )
  const report = readBoundaries(text, known)
  expect(report.errors).toEqual([])
  expect(report.boundaries.map((b) => b.unitId)).toEqual(['vn-2021:25741'])
  expect(report.unknownCodes).toEqual([{ code: '99999', name: 'Phường B' }])
  expect(report.withoutBoundary).toEqual([{ code: '25744', name: 'Phường B' }])
  expect(report.otherNames).toEqual([{ code: '25741', name: 'Phường A', nameInFile: 'Phường Z' }])
})

test('the property that holds the code can be named; a number is a code too', () => {
  const text = file(feature({ MAXA: 25741 }, [square(106.6, 11)]))
  expect(readBoundaries(text, known, { codeProperty: 'MAXA' }).boundaries).toHaveLength(1)
})

const good = feature({ code: '25744' }, [square(106.6, 11)])
test.each<[string, string, object]>([
  ['no JSON', '{', { found: 'không đọc được như JSON' }],
  ['a single feature', JSON.stringify(good), { found: 'không phải FeatureCollection' }],
  ['nothing inside', file(), { found: 'không có đối tượng nào' }],
  [
    'nesting without end',
    `{"type":"FeatureCollection","features":${'['.repeat(100_000)}`,
    { found: 'lồng nhau quá sâu' },
  ],
  ['no code', file(good, feature({}, [square(106.6, 11)])), { line: 2, column: 'code' }],
  ['one code twice', file(good, good), { line: 2, found: '25744 lặp lại' }],
  [
    'a line',
    file(feature({ code: '25741' }, [[106, 11]], 'LineString')),
    { line: 1, found: '25741: LineString' },
  ],
  [
    'an open ring',
    file(feature({ code: '25741' }, [square(106.6, 11).slice(0, 4)])),
    { found: '25741: vòng chưa khép kín' },
  ],
  [
    'two corners',
    file(
      feature({ code: '25741' }, [
        [
          [106, 11],
          [106, 11],
        ],
      ]),
    ),
    { found: '25741: vòng có 2 điểm' },
  ],
  [
    'latitude first',
    file(feature({ code: '25741' }, [square(11, 106.6)])),
    { expected: 'kinh độ đứng trước vĩ độ' },
  ],
  [
    'metres',
    file(feature({ code: '25741' }, [square(685_000, 1_215_000)])),
    { expected: 'độ theo WGS84, không phải mét theo VN-2000' },
  ],
  [
    'another country',
    file(feature({ code: '25741' }, [square(2.3, 48.8)])),
    { expected: 'một điểm trong Việt Nam, theo WGS84' },
  ],
  [
    'words for numbers',
    file(
      feature({ code: '25741' }, [
        [
          ['x', 'y'],
          ['x', 'y'],
          ['x', 'y'],
          ['x', 'y'],
        ],
      ]),
    ),
    { found: '25741: một điểm không phải hai số' },
  ],
])('refused whole: %s', (_, text, expected) => {
  const report = readBoundaries(text, known)
  expect(report.boundaries).toEqual([])
  expect(report.errors).toMatchObject([expected])
})

test('neighbours keep one border when they are simplified', () => {
  // A border of a thousand small steps between two squares, walked in opposite directions.
  const border = Array.from({ length: 1001 }, (_, i): Position => [
    106.6 + (i % 2) * 0.00002,
    11 + i * 0.0001,
  ])
  const west: Ring = [...border, [106.5, 11.1], [106.5, 11], border[0] as Position]
  const east: Ring = [[106.7, 11], [106.7, 11.1], ...border.toReversed(), [106.7, 11]]
  const { boundaries } = readBoundaries(
    file(feature({ code: '25741' }, [west]), feature({ code: '25744' }, [east])),
    known,
  )
  const [a, b] = boundaries.map((x) => new Set((polygonsOf(x.geometry)[0]?.[0] ?? []).map(String)))
  const shared = [...(a as Set<string>)].filter((p) => b?.has(p))
  expect(shared).toEqual(expect.arrayContaining(['106.6,11', '106.6,11.1']))
  expect((a as Set<string>).size).toBeLessThan(8)
  expect(boundsOf(boundaries[0]?.geometry as never)).toEqual([106.5, 11, 106.6, 11.1])
})

const real = new URL('../../../../../shared/units/communes-2021.geojson', import.meta.url)
test('the real boundaries of four provinces: 587 of 589 communes', (context) => {
  context.skip(!existsSync(real), `no boundaries at ${real.pathname}`)
  const report = readBoundaries(readFileSync(real, 'utf8'), units)
  expect(report.errors).toEqual([])
  expect(report.boundaries).toHaveLength(587)
  expect(report.unknownCodes.map((u) => u.code)).toEqual(['29512+29516'])
  expect(report.withoutBoundary.map((u) => u.code)).toEqual(['29512', '29516'])
  expect(report.otherNames).toEqual([])
})
