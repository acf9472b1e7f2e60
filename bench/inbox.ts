import { randomUUID } from 'node:crypto'

import { actorForOffice, insertAccount, insertOffice } from '#registry/accounts/server/index.ts'
import { findBodyByCode, generateBodies } from '#registry/bodies/server/index.ts'
import { loadStandardUnits } from '#registry/units/server/index.ts'
import { type App, buildApp } from '#platform/server/app.ts'
import { type Clock, systemClock } from '#platform/server/clock.ts'
import { type Database, type Db, openDatabase, sql } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import { features } from '../src/app/server.ts'
import { type Figure, percentile, timed } from './figure.ts'
import { withGround } from './ground.ts'

const today = '2021-09-16'
const large = 100_000
const small = 1_000
const runs = 200

/** A page of an inbox of 100,000 tasks, as its body asks for it over HTTP, against a page of an inbox of 1,000. */
export function benchInbox(): Promise<Figure[]> {
  return withGround(async ({ db, server }) => {
    const [big, little] = await asSystem(db, ['v2021.p74'], (tx) => furnish(tx))
    await analyze(server.ownerUrl)
    const atBig = await pages(db, big!)
    const atLittle = await pages(db, little!)
    return [
      {
        name: `inbox of ${large} tasks, page of 50, p95`,
        value: percentile(atBig, 0.95),
        unit: 'ms',
        most: 250,
      },
      {
        name: `inbox of ${large} tasks against one of ${small}, median`,
        value: percentile(atBig, 0.5) / percentile(atLittle, 0.5),
        unit: '×',
        most: 40,
      },
    ]
  })
}

/** What the server does by itself within a minute; the app's role may not. */
async function analyze(ownerUrl: string) {
  const owner = openDatabase(ownerUrl, { max: 1 })
  await owner.run(sql`analyze`)
  await owner.close()
}

async function furnish(tx: Db): Promise<string[]> {
  await loadStandardUnits(tx, 'vn-2021', ['74'])
  await generateBodies(tx, 'vn-2021:74', '2021-08-11')
  const names: string[] = []
  for (const [code, count] of [
    ['so-y-te@74', large],
    ['cong-an@74', small],
  ] as const) {
    const body = await findBodyByCode(tx, code)
    const username = `bench-${code.split('@')[0]}`
    const accountId = randomUUID()
    await insertAccount(tx, {
      id: accountId,
      username,
      personName: username,
      passwordHash: '-',
      demo: false,
      mustChange: false,
    })
    const office = {
      id: randomUUID(),
      bodyId: body!.id,
      role: 'body-officer',
      title: username,
      validFrom: '2021-01-01',
      validTo: null,
    } as const
    await insertOffice(tx, accountId, office)
    await issueMany(tx, body!.id, accountId, count)
    names.push(username)
  }
  return names
}

/** Fifty tasks a directive, due dates spread over four months around today. */
async function issueMany(tx: Db, bodyId: string, accountId: string, count: number) {
  const file = randomUUID()
  await tx.run(sql`set local statement_timeout = 0`)
  await tx.run(
    sql`insert into files (id, unit_path, name, media_type, size, sha256, uploaded_by) values (${file}, 'v2021.p74', 'x.txt', 'text/plain', 0, '', 'x')`,
  )
  await tx.run(sql`
    with made as (
      insert into directives (id, body_id, unit_path, audience, state, file_id, document, reading, created_by, issued_by, issued_at)
      select gen_random_uuid(), ${bodyId}, 'v2021.p74', array['v2021.p74'::ltree], 'issued', ${file},
        jsonb_build_object('kind', 'chi-thi', 'number', n || '/CT-UBND', 'title', 'Chỉ thị số ' || n, 'issuer', 'Ủy ban nhân dân tỉnh Bình Dương'),
        '{"page":0,"pages":0,"method":null,"error":null,"warning":null,"ocrConfidence":null}', ${accountId}, ${accountId}, now() - make_interval(hours => n)
      from generate_series(1, ${count} / 50) as n returning id),
    given as (
      insert into tasks (id, directive_id, unit_path, audience, position, state, origin, quote, span_start, span_end, content)
      select gen_random_uuid(), made.id, 'v2021.p74', array['v2021.p74'::ltree], n, 'issued', 'read',
        'Giao Sở Y tế chủ trì, phối hợp với các địa phương thực hiện nhiệm vụ thứ ' || n || ' của văn bản này', 0, 80,
        jsonb_build_object('section', '1', 'lead', '[{"name":"Sở Y tế","bodyIds":[],"how":"exact"}]'::jsonb, 'targets', '[]'::jsonb,
          'deadline', jsonb_build_object('text', '', 'kind', 'by', 'start', null, 'date', (${today}::date - 60 + (n * 37) % 120)::text))
      from made, generate_series(1, 50) as n returning id, directive_id, due_on)
    insert into task_parts (task_id, body_id, part, directive_id, issuer_id, original_due_on, due_on, issued_at)
    select id, ${bodyId}, 'lead', directive_id, ${bodyId}, due_on, due_on, now() from given`)
}

async function pages(db: Database, username: string): Promise<number[]> {
  const clock: Clock = { ...systemClock, today: () => today }
  const actor = await actorForOffice(db, username, today)
  const app: App = await buildApp({
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
  const urls = ['', '?due=overdue', '?due=due-soon', '?sort=newest', '?offset=400', '?part=lead']
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const url = `/api/inbox${urls[i % urls.length]}`
    const time = await timed(async () => {
      const { statusCode, body } = await app.inject({ url })
      if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${body}`)
    })
    if (i >= urls.length) times.push(time)
  }
  await app.close()
  return times
}

if (import.meta.main) console.table(await benchInbox())
