import { randomUUID } from 'node:crypto'

import { actorForOffice, insertAccount, insertOffice } from '#registry/accounts/server/index.ts'
import { findBodyByCode, generateBodies } from '#registry/bodies/server/index.ts'
import { loadStandardUnits } from '#registry/units/server/index.ts'
import { type App, buildApp } from '#platform/server/app.ts'
import { type Clock, systemClock } from '#platform/server/clock.ts'
import { type Database, type Db, openDatabase, sql } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import { features } from '../src/app/server.ts'
import { type Figure, median, percentile, timed } from './figure.ts'
import { withGround } from './ground.ts'

const today = '2021-09-16'
const directives = 2_000
const tasks = 100_000
const bodies = 500
const runs = 60

/** What the Command looks at: 2,000 directives, 100,000 tasks, 500 bodies of one province, asked for over HTTP. */
export function benchBoard(): Promise<Figure[]> {
  return withGround(async ({ db, server }) => {
    await asSystem(db, ['v2021'], (tx) => furnish(tx))
    const owner = openDatabase(server.ownerUrl, { max: 1 })
    await owner.run(sql`vacuum analyze`)
    await owner.close()
    const app = await open(db)
    const figures: Figure[] = []
    for (const [name, url, most] of [
      ['tasks by state and by body', '/api/tasks/counts?role=overseen&limit=20', 150],
      ['what is overdue, with age', '/api/tasks?role=overseen&state=overdue&limit=20', 150],
      ['one body’s tasks', '/api/tasks?role=overseen&state=not-yet-due&limit=50', 150],
      ['the Command’s one screen', '/api/situation', 150],
    ] as const) {
      if (!app.routeTable.some((r) => r.url === url.split('?')[0])) continue
      const times = await measure(app, url)
      figures.push({
        name: `${name}, p95`,
        value: percentile(times, 0.95),
        unit: 'ms',
        most,
        note: `median ${median(times).toFixed(0)} ms, fastest ${Math.min(...times).toFixed(0)} ms`,
      })
    }
    await app.close()
    return figures
  })
}

export async function furnish(tx: Db) {
  await tx.run(sql`set local statement_timeout = 0`)
  await loadStandardUnits(tx, 'vn-2021', ['74'])
  await generateBodies(tx, 'vn-2021:74', '2021-08-11')
  const office = await findBodyByCode(tx, 'trung-tam-chi-huy@74')
  const accountId = randomUUID()
  await insertAccount(tx, {
    id: accountId,
    username: 'bench',
    personName: 'bench',
    passwordHash: '-',
    demo: false,
    mustChange: false,
  })
  await insertOffice(tx, accountId, {
    id: randomUUID(),
    bodyId: office!.id,
    role: 'duty-officer',
    title: 'bench',
    validFrom: '2021-01-01',
    validTo: null,
  })
  const file = randomUUID()
  await tx.run(
    sql`insert into files (id, unit_path, name, media_type, size, sha256, uploaded_by) values (${file}, 'v2021.p74', 'x.txt', 'text/plain', 0, '', 'x')`,
  )
  // Two in three tasks are done, as in the figures of 2017; a hundredth is late; one in ten has two leads.
  await tx.run(sql`
    with taking as (
      select id, unit_path, row_number() over (order by nlevel(unit_path), id) - 1 as at from bodies where unit_path <@ 'v2021.p74' limit ${bodies}),
    made as (
      insert into directives (id, body_id, unit_path, audience, state, file_id, document, reading, created_by, issued_by, issued_at)
      select gen_random_uuid(), ${office!.id}, 'v2021.p74', array['v2021.p74'::ltree], 'issued', ${file},
        jsonb_build_object('kind', 'chi-thi', 'number', n || '/CT-UBND', 'title', 'Chỉ thị số ' || n, 'issuer', 'Ủy ban nhân dân tỉnh Bình Dương'),
        '{"page":0,"pages":0,"method":null,"error":null,"warning":null,"ocrConfidence":null}', ${accountId}, ${accountId}, now() - make_interval(hours => n)
      from generate_series(1, ${directives}) as n returning id, issued_at),
    numbered as (select made.*, row_number() over (order by issued_at) - 1 as n from made),
    given as (
      insert into tasks (id, directive_id, unit_path, audience, position, state, origin, quote, span_start, span_end, content)
      select gen_random_uuid(), d.id, 'v2021.p74', array['v2021.p74'::ltree], k, 'issued', 'read',
        'Chủ trì, phối hợp với các địa phương thực hiện nhiệm vụ thứ ' || k || ' của văn bản này', 0, 80,
        jsonb_build_object('section', '1', 'lead', '[{"name":"Sở Y tế","bodyIds":[],"how":"exact"}]'::jsonb, 'targets', '[]'::jsonb,
          'deadline', jsonb_build_object('text', '', 'kind', 'by', 'start', null, 'date', (${today}::date - 300 + ((n * 50 + k) * 37 % 330)::int)::text))
      from numbered d, generate_series(0, ${tasks / directives} - 1) as k returning id, directive_id, due_on)
    insert into task_parts (task_id, body_id, part, directive_id, issuer_id, original_due_on, due_on, issued_at, state, done_on, co_led)
    select g.id, t.id, 'lead', g.directive_id, ${office!.id}, g.due_on, g.due_on, now() - interval '100 days',
      case when g.due_on < ${today}::date and (hash + lead) % 100 > 3 then 'accepted' else 'open' end,
      case when g.due_on < ${today}::date and (hash + lead) % 100 > 3 then g.due_on + (hash % 12) - 10 end, hash % 10 = 0
    from (select *, abs(hashtext(id::text)) as hash from given) g, generate_series(0, 1) as lead
    join taking as t on true
    where t.at = (g.hash / 10 + lead) % ${bodies} and (lead = 0 or g.hash % 10 = 0)`)
}

async function open(db: Database): Promise<App> {
  const clock: Clock = { ...systemClock, today: () => today }
  const actor = await actorForOffice(db, 'bench', today)
  return buildApp({
    db,
    clock,
    authenticate: async () => actor,
    features: features({
      signIn: undefined as never,
      jobs: undefined as never,
      resolver: undefined as never,
      installation: async () => undefined,
      demo: false,
    }),
  })
}

async function measure(app: App, url: string): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const time = await timed(async () => {
      const { statusCode, body } = await app.inject({ url })
      if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${body}`)
    })
    if (i >= 5) times.push(time)
  }
  return times
}

if (import.meta.main) console.table(await benchBoard())
