import { randomUUID } from 'node:crypto'

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { ensureInstance, markChanged, verifyIndicators } from '#registry/indicators/server/index.ts'
import { sql } from '#platform/server/db.ts'
import { beds, households, type MeasuredWorld, openMeasuredWorld, stations } from './indicators.ts'

/**
 * Whatever happens to the facts and in whatever order – begun, ended, dated back, corrected, superseded, units that end
 * and come anew elsewhere – what was kept up to date is what a sum over the facts says, for every unit and every day.
 * The sum here is written in JavaScript and shares nothing with the engine.
 */
const sources = [stations, beds, households]
const [firstDay, lastDay] = ['2021-08-25', '2021-09-20']

let world: MeasuredWorld
beforeAll(async () => {
  world = await openMeasuredWorld()
})
afterAll(() => world.close())

interface Unit {
  id: string
  path: string
  from: string
  to: string | null
}
interface Fact {
  unit: Unit
  kind: string
  from: string
  to: string | null
  weight: number
}

const dayOf = (n: number) =>
  new Date(Date.parse(`${firstDay}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)
const days = Array.from({ length: 27 }, (_, n) => dayOf(n))

const whole = (most: number) => fc.nat({ max: most })
const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('begin' as const),
      unit: whole(9),
      kind: whole(3),
      day: whole(26),
      days: fc.option(whole(20)),
      weight: fc.integer({ min: 0, max: 5 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('end' as const), fact: whole(30), day: whole(26) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('correct' as const),
      fact: whole(30),
      weight: fc.integer({ min: 0, max: 9 }),
      day: whole(26),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('supersede' as const), fact: whole(30) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), unit: whole(9), day: whole(26) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
)

test('kept up to date equals summed up', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 25 }), async (acts) => {
      const run = randomUUID().slice(0, 8)
      const { units, facts, above } = await begin(run)
      for (const one of acts) await perform(one, run, units, facts)
      await world.settle(sources, true)
      const kept = await keptValues(run)
      const expected = summed(units, [...facts.values()], above)
      expect(kept).toEqual(expected)
      expect((await verifyIndicators(world.db, sources)).differences).toEqual([])
    }),
    { numRuns: 30, endOnFailure: false },
  )
})

/** A tree of its own for each run: two districts with three communes each, in the tree of 2021. */
async function begin(run: string) {
  const root = `r${run}`
  const above = [
    { id: `${root}:p`, path: `v2021.${root}`, level: 'nation', parent: null },
    { id: `${root}:d1`, path: `v2021.${root}.d1`, level: 'district', parent: `${root}:p` },
    { id: `${root}:d2`, path: `v2021.${root}.d2`, level: 'district', parent: `${root}:p` },
  ]
  for (const one of above) await addUnit(one)
  const units: Unit[] = []
  for (const [i, district] of [1, 1, 1, 2, 2, 2].entries())
    units.push(await addCommune(run, i, district, '2021-01-01'))
  await world.act((tx) => ensureInstance(tx, world.jobs, stations.key, { atLeast: 2 }))
  return { units, facts: new Map<string, Fact>(), above }
}

async function addUnit(unit: {
  id: string
  path: string
  level: string
  parent: string | null
  from?: string
}) {
  const [list, code] = unit.id.split(':')
  await world.act((tx) =>
    tx.run(sql`insert into units (id, code_list, code, level, kind, name, search_text, parent_id, path, valid_from)
      values (${unit.id}, ${list}, ${code}, ${unit.level}, 'Xã', ${unit.id}, '', ${unit.parent}, ${unit.path}::ltree, ${unit.from ?? '2021-01-01'}::date)`),
  )
}

async function addCommune(run: string, n: number, district: number, from: string): Promise<Unit> {
  const unit = { id: `r${run}:c${n}`, path: `v2021.r${run}.d${district}.c${n}`, from, to: null }
  await addUnit({ ...unit, level: 'commune', parent: `r${run}:d${district}` })
  return unit
}

const kinds = ['station', 'bed', 'household', 'covered'] as const
const measuredBy: Record<string, string> = {
  station: stations.key,
  bed: beds.key,
  household: households.key,
  covered: households.key,
}

function change(unitId: string, kind: string, fromDay: string, query: ReturnType<typeof sql>) {
  return world.act(async (tx) => {
    await tx.run(query)
    await markChanged(tx, world.jobs, { indicators: [measuredBy[kind]!], unitId, fromDay })
  })
}

async function perform(
  one: typeof act extends fc.Arbitrary<infer A> ? A : never,
  run: string,
  units: Unit[],
  facts: Map<string, Fact>,
) {
  if (one.do === 'settle') return world.settle(sources)
  if (one.do === 'begin') {
    const unit = units[one.unit % units.length]!
    const [id, kind, from] = [randomUUID(), kinds[one.kind]!, dayOf(one.day)]
    const to = one.days === null ? null : dayOf(one.day + one.days)
    facts.set(id, { unit, kind, from, to, weight: one.weight })
    return change(
      unit.id,
      kind,
      from,
      sql`
      insert into facts (id, unit_id, unit_path, kind, from_day, to_day, weight)
      values (${id}, ${unit.id}, ${unit.path}::ltree, ${kind}, ${from}::date, ${to}::date, ${one.weight})`,
    )
  }
  if (one.do === 'move') return move(one, run, units)
  const [id, fact] = [...facts][one.fact % Math.max(1, facts.size)] ?? []
  if (!id || !fact) return
  if (one.do === 'supersede') {
    facts.delete(id)
    return change(
      fact.unit.id,
      fact.kind,
      fact.from,
      sql`update facts set superseded = true where id = ${id}`,
    )
  }
  if (one.do === 'end') {
    const to = dayOf(one.day)
    facts.set(id, { ...fact, to })
    return change(fact.unit.id, fact.kind, to, sql`update facts set to_day = ${to}::date where id = ${id}`)
  }
  const from = dayOf(one.day)
  facts.set(id, { ...fact, from, weight: one.weight })
  return change(
    fact.unit.id,
    fact.kind,
    from,
    sql`update facts set from_day = ${from}::date, weight = ${one.weight} where id = ${id}`,
  )
}

/** A commune goes to the other district: the old unit ends and one with a new code begins the day after. */
async function move(one: { unit: number; day: number }, run: string, units: Unit[]) {
  const unit = units[one.unit % units.length]!
  if (unit.to !== null || unit.from > dayOf(one.day)) return
  unit.to = dayOf(one.day)
  await world.act((tx) => tx.run(sql`update units set valid_to = ${unit.to}::date where id = ${unit.id}`))
  const district = unit.path.includes('.d1.') ? 2 : 1
  units.push(await addCommune(run, units.length, district, dayOf(one.day + 1)))
}

type Values = Record<string, string>

/** Every unit of the run on every day: "communes≥1 communes≥2 beds covered/households". */
async function keptValues(run: string): Promise<Values> {
  const { rows } = await world.owner.query<{ id: string; day: string; said: string }>(
    `select u.id, to_char(d.day, 'YYYY-MM-DD') as day,
       string_agg(v.n || '/' || v.d, ' ' order by i.key, i.at_least) as said
     from units u cross join generate_series($2::date, $3::date, interval '1 day') as d(day)
     cross join indicator_instances i
     cross join lateral (select coalesce(sum(s.numerator), 0) as n, coalesce(sum(s.denominator), 0) as d from indicator_steps s
       where s.instance_id = i.id and s.unit_id = u.id and not s.own and s.day <= d.day) as v
     where u.code_list = $1 group by u.id, d.day`,
    [`r${run}`, firstDay, lastDay],
  )
  return Object.fromEntries(rows.map((row) => [`${row.id} ${row.day}`, row.said]))
}

function summed(
  units: readonly Unit[],
  facts: readonly Fact[],
  above: readonly { id: string; path: string }[],
): Values {
  const values: Values = {}
  const lives = (unit: Unit, day: string) => unit.from <= day && (unit.to === null || unit.to >= day)
  const weight = (unit: Unit, kind: string, day: string) =>
    facts
      .filter(
        (f) => f.unit.id === unit.id && f.kind === kind && f.from <= day && (f.to === null || f.to >= day),
      )
      .reduce((sum, f) => sum + f.weight, 0)
  for (const day of days.filter((one) => one <= lastDay)) {
    for (const place of [...units, ...above]) {
      const inside = units.filter(
        (u) => (u.path === place.path || u.path.startsWith(`${place.path}.`)) && lives(u, day),
      )
      const total = (kind: string) => inside.reduce((sum, u) => sum + weight(u, kind, day), 0)
      const reaching = (least: number) => inside.filter((u) => weight(u, 'station', day) >= least).length
      values[`${place.id} ${day}`] = [
        `${total('bed')}/${inside.length}`,
        `${reaching(1)}/${inside.length}`,
        `${reaching(2)}/${inside.length}`,
        `${total('covered')}/${total('household')}`,
      ].join(' ')
    }
  }
  return values
}
