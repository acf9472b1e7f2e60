import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, expect, test } from 'vitest'

import {
  type IndicatorSource,
  markChanged,
  readIndicator,
  recomputeAll,
  recomputeJob,
  verifyIndicators,
} from '#registry/indicators/server/index.ts'
import { loadStandardUnits } from '#registry/units/server/index.ts'
import { sql } from '#platform/server/db.ts'
import { beds, type MeasuredWorld, openMeasuredWorld, stations } from './indicators.ts'

const laiThieu = 'vn-2021:25966'
const binhDuong = 'vn-2021:74'
const day = '2021-09-16'

let world: MeasuredWorld
beforeAll(async () => {
  world = await openMeasuredWorld()
  await world.act((tx) => loadStandardUnits(tx, 'vn-2021', ['74']))
})
afterAll(() => world.close())

function record(unitId: string, keys: string[], kind = 'station', from = '2021-09-01') {
  return world.act(async (tx) => {
    await tx.run(sql`
      insert into facts (id, unit_id, unit_path, kind, from_day, weight)
      select ${randomUUID()}, id, path, ${kind}, ${from}::date, 1 from units where id = ${unitId}`)
    await markChanged(tx, world.jobs, { indicators: keys, unitId, fromDay: from })
  })
}
const read = (key: string, unitId = binhDuong) =>
  world.act((tx) => readIndicator(tx, { key, unitId, on: day }))

/** Counts stations, and can be told to fail or to dawdle. */
let trouble: ReturnType<typeof sql> | undefined
const troubled: IndicatorSource = {
  ...stations,
  key: 'troubled',
  numerator: (unitId) =>
    trouble
      ? sql`select from_day, to_day, weight * ${trouble} as weight from facts where unit_id = ${unitId}`
      : stations.numerator(unitId),
}
const sources = [troubled, stations]
const keys = sources.map(({ key }) => key)

test('a source that fails keeps its last value and says why and since when; the other goes on', async () => {
  await record(laiThieu, keys)
  await world.settle(sources, true)
  expect(await read('troubled')).toMatchObject({ numerator: 1, waiting: false, failure: null })
  trouble = sql`(1 / 0)`
  await record('vn-2021:25969', keys)
  await world.settle(sources)
  const failing = await read('troubled')
  expect(failing).toMatchObject({
    numerator: 1,
    waiting: true,
    failure: { message: 'Phép tính gặp lỗi (mã 22012).', at: expect.stringMatching(/^20/) },
  })
  expect(failing.computedAt! < failing.failure!.at).toBe(true)
  expect(await read(stations.key)).toMatchObject({ numerator: 2, waiting: false, failure: null })
})

test('it rests before it is tried again, and then catches up', async () => {
  trouble = undefined
  await world.settle(sources, true)
  expect(await read('troubled')).toMatchObject({ numerator: 1, waiting: true })
  await world.owner.query(`update indicator_instances set retry_at = now() where key = 'troubled'`)
  await world.settle(sources, true)
  expect(await read('troubled')).toMatchObject({ numerator: 2, waiting: false, failure: null })
})

test('a source that dawdles is stopped after its time, and holds nobody up: neither others nor who records', async () => {
  trouble = sql`(select 1 from pg_sleep(60))`
  await record('vn-2021:25972', keys)
  const job = recomputeJob({ db: world.db, today: () => day, timeoutMs: { few: 5_000, all: 5_000 } }, sources)
  const signal = new AbortController().signal
  let stopped = false
  const slow = job.run({ key: 'troubled' }, signal).then(() => void (stopped = true))
  await job.run({ key: stations.key }, signal)
  await record('vn-2021:25975', keys)
  expect(stopped).toBe(false)
  expect(await read(stations.key)).toMatchObject({ numerator: 3, waiting: true })
  await slow
  expect(await read('troubled')).toMatchObject({
    numerator: 2,
    failure: { message: 'Phép tính lâu quá thời gian cho phép nên đã dừng.' },
  })
  trouble = undefined
  await world.owner.query(`update indicator_instances set retry_at = now() where key = 'troubled'`)
  await world.settle(sources, true)
  expect(await read('troubled')).toMatchObject({ numerator: 4, waiting: false })
})

test('many at once, recorded and measured at the same time: nothing is lost and nothing counts twice', async () => {
  const communes = (
    await world.owner.query<{ id: string }>(`select id from units where level = 'commune' order by id`)
  ).rows.map((row) => row.id)
  expect(communes).toHaveLength(91)
  const job = recomputeJob({ db: world.db, today: () => day }, [...sources, beds])
  const signal = new AbortController().signal
  const all = communes.flatMap((unitId, i) => [
    record(unitId, [stations.key, 'troubled'], 'station', `2021-09-0${(i % 9) + 1}`),
    record(unitId, [beds.key], 'bed'),
    ...(i % 7 === 0 ? [job.run({ key: stations.key }, signal), job.run({}, signal)] : []),
  ])
  await Promise.all(all)
  await world.settle([...sources, beds], true)
  expect(await read(stations.key)).toMatchObject({ numerator: 91, denominator: 91, waiting: false })
  expect(await read(beds.key)).toMatchObject({ numerator: 91 })
  expect((await verifyIndicators(world.db, [...sources, beds])).differences).toEqual([])
})

test('a value that somebody changed by hand is found, and computed again', async () => {
  await world.owner.query(
    `update indicator_steps set numerator = numerator + 1 where unit_id = $1 and day = '2021-09-05'`,
    [binhDuong],
  )
  const { differences } = await verifyIndicators(world.db, [stations])
  expect(differences).toMatchObject([{ key: stations.key, unitId: binhDuong, day: '2021-09-05' }])
  await recomputeAll(world.db, [stations])
  expect((await verifyIndicators(world.db, [stations])).differences).toEqual([])
})

test('an act that is taken back leaves no mark', async () => {
  const { rows: before } = await world.owner.query('select count(*)::int as count from indicator_marks')
  await expect(
    world.act(async (tx) => {
      await markChanged(tx, world.jobs, { indicators: keys, unitId: laiThieu, fromDay: day })
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  const { rows: after } = await world.owner.query('select count(*)::int as count from indicator_marks')
  expect(after).toEqual(before)
})

test('a thousand rows of a sheet wake the job once for each indicator', async () => {
  world.queue.length = 0
  await world.act(async (tx) => {
    for (let i = 0; i < 50; i++)
      await markChanged(tx, world.jobs, { indicators: keys, unitId: laiThieu, fromDay: day })
  })
  expect(world.queue.map(({ data }) => data.key).sort()).toEqual([...keys].sort())
  await world.settle(sources)
})

test('only the job’s role may write a value, and the app’s does not have its rights unless it takes it on', async () => {
  const asApp = (query: string) => world.db.pool.query(query)
  await expect(asApp('update indicator_steps set numerator = 5')).rejects.toThrow('permission denied')
  await expect(asApp('delete from indicator_marks')).rejects.toThrow('permission denied')
  await expect(asApp('update indicator_warnings set short = false')).rejects.toThrow('permission denied')
  await expect(asApp('update indicator_instances set computed_at = now()')).rejects.toThrow(
    'permission denied',
  )
  for (const query of [
    'insert into facts select * from facts',
    'select 1 from accounts',
    'select 1 from audit_entries',
    'update units set name = name',
  ]) {
    const inRole = world.act(async (tx) => {
      await tx.run(sql`set local role phaodai_indicators`)
      await tx.run(sql.raw(query) as never)
    })
    await expect(inRole, query).rejects.toThrow('permission denied')
  }
  // Row-level security holds for the role too: without a scope there are no facts.
  const seen = await world.db.transaction(async (tx) => {
    await tx.run(sql`set local role phaodai_indicators`)
    return tx.run(sql`select 1 from facts`)
  })
  expect(seen).toBe(0)
})
