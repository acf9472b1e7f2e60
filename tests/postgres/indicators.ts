import pg from 'pg'

import { type IndicatorSource, recomputeJob } from '#registry/indicators/server/index.ts'
import { type Database, type Db, openDatabase, sql } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

/** Facts of the tests: dated weights of a commune, under row-level security as a feature's would be. */
const facts = `
  create table facts (
    id uuid primary key, unit_id text not null, unit_path ltree not null, kind text not null,
    from_day date not null, to_day date, weight numeric not null, superseded boolean not null default false);
  create index facts_unit_id on facts (unit_id, kind);
  grant select, insert, update on facts to phaodai_app;
  grant select on facts to phaodai_indicators;
  alter table facts enable row level security;
  alter table facts force row level security;
  create policy facts_scope on facts
    using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]))
    with check (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]))`

const said = (text: string) => ({ vi: text, en: text })
const of = (kind: string) => (unitId: unknown) =>
  sql`select from_day, to_day, weight from facts where unit_id = ${unitId} and kind = ${kind} and not superseded`

export const stations: IndicatorSource = {
  key: 'communes-with-station',
  title: said('Xã có trạm'),
  meaning: said('Xã có ít nhất một trạm đang hoạt động'),
  noun: said('xã'),
  level: 'commune',
  measure: 'units-reaching',
  atLeast: { default: 1, min: 1, max: 5 },
  numerator: of('station'),
}
export const beds: IndicatorSource = {
  ...stations,
  key: 'beds',
  measure: 'sum',
  above: true,
  numerator: of('bed'),
}
export const households: IndicatorSource = {
  ...stations,
  key: 'households-covered',
  measure: 'share',
  numerator: of('covered'),
  denominator: of('household'),
}

export interface MeasuredWorld {
  database: FreshDatabase
  db: Database
  owner: pg.Client
  jobs: Jobs
  queue: { name: string; data: { key?: string } }[]
  /** Runs what was queued; with `sweep` also what the clock starts. */
  settle(sources: readonly IndicatorSource[], sweep?: boolean): Promise<void>
  act<T>(work: (tx: Db) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** A migrated database with a table of facts in it, and a queue that waits until it is told. */
export async function openMeasuredWorld(): Promise<MeasuredWorld> {
  const database = await freshDatabase()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(facts)
  const db = openDatabase(database.appUrl, { max: 6 })
  const queue: MeasuredWorld['queue'] = []
  const jobs: Jobs = {
    send: async (_tx, name, data) => void queue.push({ name, data }),
    start: async () => {},
    stop: async () => {},
  }
  return {
    database,
    db,
    owner,
    jobs,
    queue,
    settle: async (sources, sweep = false) => {
      const job = recomputeJob(
        { db, today: () => '2021-09-16', timeoutMs: { few: 500, all: 5_000 } },
        sources,
      )
      if (sweep) queue.push({ name: job.name, data: {} })
      for (let next = queue.shift(); next; next = queue.shift())
        await job.run(next.data, new AbortController().signal)
    },
    act: (work) => asSystem(db, ['v2021', 'v2025'], work),
    close: async () => {
      await owner.end()
      await db.close()
      await database.drop()
    },
  }
}
