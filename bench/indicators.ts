import { randomUUID } from 'node:crypto'

import {
  indicatorRoutes,
  type IndicatorSource,
  markChanged,
  recomputeJob,
} from '#registry/indicators/server/index.ts'
import { loadStandardUnits } from '#registry/units/server/index.ts'
import type { Actor } from '#platform/server/actor.ts'
import { buildApp } from '#platform/server/app.ts'
import { systemClock } from '#platform/server/clock.ts'
import { type Database, type Db, openDatabase, sql } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { type Figure, percentile, timed } from './figure.ts'
import { withGround } from './ground.ts'

const today = '2021-12-31'
const kinds = 50
const recordings = 20

/** Facts as a feature keeps them, of fifty kinds: fifty indicators. */
const table = sql`
  create table bench_facts (id uuid primary key, unit_id text not null, unit_path ltree not null, kind integer not null, from_day date not null, to_day date);
  create index bench_facts_unit on bench_facts (unit_id, kind);
  grant select, insert on bench_facts to phaodai_app;
  grant select on bench_facts to phaodai_indicators`

const said = { vi: 'Thử', en: 'Test' }
const sources: IndicatorSource[] = Array.from({ length: kinds }, (_, kind) => ({
  key: `bench-${kind}`,
  title: said,
  meaning: said,
  noun: said,
  level: 'commune',
  measure: kind % 2 === 0 ? 'units-reaching' : 'sum',
  ...(kind % 2 === 0 && { atLeast: { default: 1, min: 1, max: 5 } }),
  numerator: (unitId) =>
    sql`select from_day, to_day, 1::numeric as weight from bench_facts where unit_id = ${unitId} and kind = ${kind}`,
}))

const jobs: Jobs = { send: async () => {}, start: async () => {}, stop: async () => {} }

interface Cost {
  rows: number
  buffers: number
  walBytes: number
}

/**
 * What one recorded station costs, from its insertion to the last figure above it, in a province of 91 communes and in
 * a nation of 10,599; and how long the whole year of fifty indicators takes to load for the nation.
 */
export async function benchIndicators(): Promise<Figure[]> {
  // The province has a busy year, so that its indexes are as high as the nation's: what is measured is what grows with
  // the number of communes, not with the logarithm of the size of a table.
  const province = await withGround(async ({ server }) => {
    const db = openDatabase(server.appUrl, { max: 1 })
    const first = await furnish(db, server.ownerUrl, false, 24)
    const cost = await costOfOne(db, 'v2021.p74')
    await db.close()
    return { cost, first }
  })
  return withGround(async ({ server }) => {
    const db = openDatabase(server.appUrl, { max: 1 })
    const first = await furnish(db, server.ownerUrl, true, 1)
    const cost = await costOfOne(db, 'v2021.p74')
    const loads = await boardLoads(db)
    await db.close()
    const ratio = (name: keyof Cost) => cost[name] / province.cost[name]
    const beside = (name: keyof Cost) => `${cost[name].toFixed(0)} against ${province.cost[name].toFixed(0)}`
    const figures: Figure[] = (
      [
        ['rows', 'rows written by one station, nation of 10,599 against province of 91'],
        ['buffers', 'buffers touched by one station, the same'],
        ['walBytes', 'bytes of WAL of one station, the same'],
      ] as const
    ).map(([name, words]) => ({ name: words, value: ratio(name), unit: '×', most: 1.1, note: beside(name) }))
    return [
      ...figures,
      {
        name: 'the nation, 50 indicators over 365 days, over HTTP, p95',
        value: percentile(loads, 0.95),
        unit: 'ms',
        most: 200,
      },
      { name: 'first computation of one indicator, province', value: province.first / kinds, unit: 'ms' },
      { name: 'first computation of one indicator, nation', value: first / kinds, unit: 'ms' },
    ]
  })
}

/** Units, facts spread over a year, and everything computed for the first time. Answers how long that took. */
async function furnish(db: Database, ownerUrl: string, nation: boolean, facts: number) {
  const owner = openDatabase(ownerUrl, { max: 1 })
  for (const one of table.compile(owner.kysely).sql.split(';')) await owner.run(sql.raw(one))
  await asSystem(db, ['v2021'], async (tx) => {
    await tx.run(sql`set local statement_timeout = 0`)
    await loadStandardUnits(tx, 'vn-2021', ['74'])
    if (nation) await inventUnits(tx)
    await tx.run(sql`
      insert into bench_facts
      select gen_random_uuid(), u.id, u.path, number, day, case when n % 4 = 0 then day + 60 end
      from units u, generate_series(0, ${kinds - 1}) as number,
        generate_series(1, case when number = 1 then 4 else ${facts}::int end) as n,
        lateral (select date '2021-01-01' + (hashtext(u.id || ' ' || number || ' ' || n) & 1023) % 365 as day) as d
      where u.level = 'commune'`)
  })
  await owner.run(sql`analyze`)
  await owner.run(sql`set statement_timeout = 0`)
  const job = recomputeJob({ db, today: () => today, timeoutMs: { few: 5_000, all: 600_000 } }, sources)
  const took = await timed(() => job.run({}, new AbortController().signal))
  await owner.run(sql`vacuum analyze`)
  await owner.close()
  return took
}

/** The rest of the nation's 10,599 communes, in districts of seventeen, under the provinces that are there. */
async function inventUnits(tx: Db) {
  const unit = (level: string, prefix: string, parent: string, from: ReturnType<typeof sql>) => sql`
    insert into units (id, code_list, code, level, kind, name, search_text, parent_id, path, valid_from)
    select 'vn-2021:' || made.code, 'vn-2021', made.code, ${level}::text, 'Xã', 'Đơn vị ' || made.code, '', p.id, p.path || (${prefix}::text || made.code), date '2021-01-01'
    from (${from}) as made join units p on p.id = 'vn-2021:' || made.parent and p.level = ${parent}`
  await tx.run(
    unit(
      'district',
      'd',
      'province',
      sql`select 'D' || p.code || n as code, p.code as parent from units p, generate_series(1, 10) as n where p.level = 'province' and p.code <> '74'`,
    ),
  )
  await tx.run(
    unit(
      'commune',
      'c',
      'district',
      sql`select d.code || 'C' || n as code, d.code as parent from units d, generate_series(1, 17) as n
          where d.level = 'district' and d.code like 'D%' order by n, d.code
          limit 10599 - (select count(*) from units where level = 'commune')`,
    ),
  )
}

/**
 * One after the other in as many communes of one province, on a connection of its own. The first round warms up; the
 * least of the others counts, since the server does its own things between.
 */
async function costOfOne(db: Database, province: string): Promise<Cost> {
  const communes = await listCommunes(db, province)
  const rounds: Cost[] = []
  for (let round = 0; round < 4; round++) {
    const before = await counters(db)
    for (const commune of communes) await recordOne(db, commune)
    const after = await counters(db)
    const each = (name: keyof Cost) => (after[name] - before[name]) / communes.length
    if (round > 0) rounds.push({ rows: each('rows'), buffers: each('buffers'), walBytes: each('walBytes') })
  }
  const least = (name: keyof Cost) => Math.min(...rounds.map((cost) => cost[name]))
  return { rows: least('rows'), buffers: least('buffers'), walBytes: least('walBytes') }
}

let turn = 0
/** Ids in order: at random, each would touch another page of the facts' own key, whose first image after a checkpoint is WAL too. */
const ordered = () => `${(0xf0000000 + turn).toString(16)}-0000-7000-8000-000000000000`

async function recordOne(db: Database, unit: { id: string; path: string }) {
  const from = `2021-12-${String((turn++ % 10) + 1).padStart(2, '0')}`
  await asSystem(db, ['v2021'], async (tx) => {
    await tx.run(
      sql`insert into bench_facts values (${ordered()}, ${unit.id}, ${unit.path}::ltree, 1, ${from}::date, null)`,
    )
    await markChanged(tx, jobs, { indicators: ['bench-1'], unitId: unit.id, fromDay: from })
  })
  const job = recomputeJob({ db, today: () => today }, sources)
  await job.run({ key: 'bench-1' }, new AbortController().signal)
}

async function listCommunes(db: Database, path: string) {
  const { rows } = await db.pool.query<{ id: string; path: string }>(
    `select id, path::text as path from units where path <@ $1::ltree and level = 'commune' order by id limit $2`,
    [path, recordings],
  )
  return rows
}

/** What the server counts for all tables; on one connection it has counted everything before it is asked. */
async function counters(db: Database): Promise<Cost> {
  await db.pool.query('select pg_stat_force_next_flush()')
  const { rows } = await db.pool.query<Cost>(`
    select (select sum(n_tup_ins + n_tup_upd + n_tup_del)::float8 from pg_stat_user_tables) as rows,
      (select sum(coalesce(heap_blks_hit, 0) + coalesce(heap_blks_read, 0) + coalesce(idx_blks_hit, 0) + coalesce(idx_blks_read, 0))::float8
        from pg_statio_user_tables) as buffers,
      (pg_current_wal_insert_lsn() - '0/0')::float8 as "walBytes"`)
  return rows[0]!
}

async function boardLoads(db: Database): Promise<number[]> {
  const actor: Actor = {
    accountId: 'bench',
    personName: 'bench',
    officeId: randomUUID(),
    officeTitle: '',
    bodyId: randomUUID(),
    bodyKind: 'people-committee',
    bodySector: 'state',
    role: 'leader',
    permissions: new Set(['indicators.read']),
    unitPath: 'v2021',
    scopes: ['v2021'],
    requestId: randomUUID(),
    purpose: null,
    language: 'vi',
  }
  const app = await buildApp({
    db,
    clock: { ...systemClock, today: () => today },
    authenticate: async () => actor,
    features: [indicatorRoutes(sources, jobs)],
  })
  const times: number[] = []
  for (let i = 0; i < 25; i++) {
    const time = await timed(async () => {
      const { statusCode, body } = await app.inject({
        url: '/api/indicators/series?from=2021-01-01&to=2021-12-31',
      })
      const rows = statusCode === 200 ? (JSON.parse(body) as { rows: { days: unknown[] }[] }).rows : []
      if (rows.length !== kinds || rows.some((row) => row.days.length < 300))
        throw new Error(`${statusCode} ${body.slice(0, 200)}`)
    })
    if (i >= 5) times.push(time)
  }
  await app.close()
  return times
}

if (import.meta.main) console.table(await benchIndicators())
