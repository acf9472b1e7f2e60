import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, expect, test } from 'vitest'

import {
  ensureInstance,
  markChanged,
  readIndicator,
  readSeries,
  verifyIndicators,
} from '#registry/indicators/server/index.ts'
import { loadStandardUnits } from '#registry/units/server/index.ts'
import { sql } from '#platform/server/db.ts'
import { beds, households, type MeasuredWorld, openMeasuredWorld, stations } from './indicators.ts'

const sources = [stations, beds, households]
const [laiThieu, binhChuan] = ['vn-2021:25966', 'vn-2021:25969']
const [thuanAn, binhDuong, nation] = ['vn-2021:725', 'vn-2021:74', 'vn-2021:vn']
const day = '2021-09-16'

let world: MeasuredWorld
beforeAll(async () => {
  world = await openMeasuredWorld()
  await world.act((tx) => loadStandardUnits(tx, 'vn-2021', ['74', '84']))
})
afterAll(() => world.close())

interface Fact {
  unitId: string
  kind?: string
  from: string
  to?: string | null
  weight?: number
}

function record(
  { unitId, kind = 'station', from, to = null, weight = 1 }: Fact,
  indicators = [stations.key],
) {
  const id = randomUUID()
  return world.act(async (tx) => {
    await tx.run(sql`
      insert into facts (id, unit_id, unit_path, kind, from_day, to_day, weight)
      select ${id}, id, path, ${kind}, ${from}::date, ${to}::date, ${weight} from units where id = ${unitId}`)
    await markChanged(tx, world.jobs, { indicators, unitId, fromDay: from })
    return id
  })
}

const read = (unitId: string, on = day, key = stations.key, atLeast?: number) =>
  world.act((tx) => readIndicator(tx, { key, unitId, on, ...(atLeast !== undefined && { atLeast }) }))
const fraction = async (unitId: string, on = day, key = stations.key, atLeast?: number) => {
  const { numerator, denominator } = await read(unitId, on, key, atLeast)
  return `${numerator}/${denominator}`
}

test('before anything is computed a figure says so; the first time computes every unit', async () => {
  expect(await read(binhDuong)).toMatchObject({ computedAt: null, waiting: true, numerator: 0 })
  await world.settle(sources, true)
  expect(await read(binhDuong)).toMatchObject({
    numerator: 0,
    denominator: 91,
    waiting: false,
    failure: null,
  })
  expect(await fraction(nation)).toBe('0/197')
  expect(await fraction(binhDuong, '2020-12-31')).toBe('0/0')
})

test('one station in one ward counts for the ward, its city, the province and the nation, from its day on', async () => {
  await record({ unitId: laiThieu, from: '2021-09-10' })
  expect(await read(binhDuong)).toMatchObject({ numerator: 0, waiting: true })
  expect(await read('vn-2021:84')).toMatchObject({ waiting: false })
  await world.settle(sources)
  expect(await read(binhDuong)).toMatchObject({ numerator: 1, waiting: false })
  for (const unit of [laiThieu, thuanAn, binhDuong, nation]) {
    expect(await fraction(unit, '2021-09-09')).toMatch(/^0\//)
    expect(await fraction(unit, '2021-09-10')).toMatch(/^1\//)
  }
  expect(await fraction(binhChuan)).toBe('0/1')
})

test('a second station in the same ward changes nothing until two are asked for', async () => {
  await record({ unitId: laiThieu, from: '2021-09-12', to: '2021-09-20' })
  await world.act((tx) => ensureInstance(tx, world.jobs, stations.key, { atLeast: 2 }))
  expect(await read(binhDuong, day, stations.key, 2)).toMatchObject({ computedAt: null, waiting: true })
  await world.settle(sources)
  expect(await fraction(binhDuong)).toBe('1/91')
  expect(await fraction(binhDuong, day, stations.key, 2)).toBe('1/91')
  expect(await fraction(binhDuong, '2021-09-21', stations.key, 2)).toBe('0/91')
  const ask = { key: stations.key, atLeast: 2, unitId: binhDuong, from: '2021-09-01', to: '2021-09-30' }
  expect(await world.act((tx) => readSeries(tx, ask))).toEqual([
    { day: '2021-09-01', numerator: 0, denominator: 91 },
    { day: '2021-09-12', numerator: 1, denominator: 91 },
    { day: '2021-09-21', numerator: 0, denominator: 91 },
  ])
})

test('sums add what a district has of its own; shares have a denominator of their own', async () => {
  await record({ unitId: laiThieu, kind: 'bed', from: '2021-09-01', weight: 40 }, [beds.key])
  await record({ unitId: thuanAn, kind: 'bed', from: '2021-09-05', weight: 200 }, [beds.key])
  await record({ unitId: laiThieu, kind: 'household', from: '2021-01-01', weight: 9000 }, [households.key])
  await record({ unitId: laiThieu, kind: 'covered', from: '2021-09-05', weight: 4500 }, [households.key])
  await world.settle(sources)
  expect(await fraction(thuanAn, day, beds.key)).toBe('240/10')
  expect(await fraction(laiThieu, day, beds.key)).toBe('40/1')
  expect(await fraction(nation, '2021-09-04', beds.key)).toBe('40/197')
  expect(await fraction(thuanAn, day, households.key)).toBe('4500/9000')
  await record({ unitId: thuanAn, kind: 'bed', from: '2021-09-05', weight: -50 }, [beds.key])
  await world.settle(sources)
  expect(await fraction(thuanAn, day, beds.key)).toBe('190/10')
})

test('everything equals a computation from scratch', async () => {
  expect(await verifyIndicators(world.db, sources)).toEqual({ indicators: 4, differences: [] })
})

test('facts of a hamlet are its commune’s; units that come later are counted from their first day', async () => {
  await world.act(async (tx) => {
    await tx.run(sql`insert into units (id, code_list, code, level, kind, name, search_text, parent_id, path, valid_from)
      select 'vn-2021:kp1', 'vn-2021', 'kp1', 'hamlet', 'Khu phố', 'Khu phố 1', '', id, path || 'hkp1', '2021-09-01' from units where id = ${binhChuan}`)
    await markChanged(tx, world.jobs, {
      indicators: [stations.key],
      unitId: 'vn-2021:kp1',
      fromDay: '2021-09-01',
    })
  })
  const { rows } = await world.owner.query('select unit_id from indicator_marks')
  expect(rows).toContainEqual({ unit_id: binhChuan })
  // A whole province, more than two hundred communes at once: everything is counted anew.
  await world.act((tx) => loadStandardUnits(tx, 'vn-2021', ['30']))
  expect(await read(nation)).toMatchObject({ denominator: 197, waiting: true })
  await world.settle(sources, true)
  const { denominator } = await read('vn-2021:30')
  expect(denominator).toBeGreaterThan(200)
  expect(await fraction(nation)).toBe(`1/${197 + denominator}`)
  expect((await verifyIndicators(world.db, sources)).differences).toEqual([])
})
