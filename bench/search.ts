import { randomUUID } from 'node:crypto'

import { actorForOffice, insertAccount, insertOffice } from '#registry/accounts/server/index.ts'
import { findBodyByCode, generateBodies } from '#registry/bodies/server/index.ts'
import { loadStandardUnits } from '#registry/units/server/index.ts'
import { buildApp } from '#platform/server/app.ts'
import { systemClock } from '#platform/server/clock.ts'
import { type Db, openDatabase, sql } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import { directiveRoutes } from '#features/directives/server/index.ts'
import { type Figure, median, percentile, timed } from './figure.ts'
import { withGround } from './ground.ts'

const documents = 20_000
const runs = 120

/** Words every document has, words a few have, numbers, with and without accents, and the beginning of a word. */
const queries = [
  'phòng chống dịch',
  'phong chong dich',
  'trạm y tế lưu động',
  'tram y te luu dong',
  '1234/CT-UBND',
  'khu nhà trọ số 77',
  'xét nghiệm toàn b',
  'kế hoạch',
]

/** Search over the text of 20,000 issued documents, of about 6,000 letters each, under forced row-level security. */
export function benchSearch(): Promise<Figure[]> {
  return withGround(async ({ db, server }) => {
    await asSystem(db, ['v2021'], (tx) => furnish(tx))
    const owner = openDatabase(server.ownerUrl, { max: 1 })
    await owner.run(sql`vacuum analyze`)
    await owner.close()
    const today = '2021-09-16'
    const figures: Figure[] = []
    for (const [who, username] of [
      ['the Command, which sees all', 'command'],
      ['a ward, which sees a hundredth', 'ward'],
    ] as const) {
      const actor = await actorForOffice(db, username, today)
      const app = await buildApp({
        db,
        clock: { ...systemClock, today: () => today },
        authenticate: async () => actor,
        features: [directiveRoutes(undefined as never, undefined as never, [])],
      })
      const times: number[] = []
      for (let i = 0; i < runs; i++) {
        const url = `/api/directives/search?q=${encodeURIComponent(queries[i % queries.length]!)}`
        const time = await timed(async () => {
          const { statusCode, body } = await app.inject({ url })
          if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${body}`)
        })
        if (i >= queries.length) times.push(time)
      }
      await app.close()
      const note = `median ${median(times).toFixed(0)} ms, fastest ${Math.min(...times).toFixed(0)} ms`
      figures.push({
        name: `search of ${documents} documents by ${who}, p95`,
        value: percentile(times, 0.95),
        unit: 'ms',
        most: 100,
        note,
      })
    }
    return figures
  })
}

async function furnish(tx: Db) {
  await tx.run(sql`set local statement_timeout = 0`)
  await loadStandardUnits(tx, 'vn-2021', ['74'])
  await generateBodies(tx, 'vn-2021:74', '2021-08-11')
  const ids: Record<string, string> = {}
  for (const [username, code, role] of [
    ['command', 'trung-tam-chi-huy@74', 'duty-officer'],
    ['ward', 'ubnd@25966', 'commune-clerk'],
  ] as const) {
    const body = await findBodyByCode(tx, code)
    const accountId = randomUUID()
    await insertAccount(tx, {
      id: accountId,
      username,
      personName: username,
      passwordHash: '-',
      demo: false,
      mustChange: false,
    })
    await insertOffice(tx, accountId, {
      id: randomUUID(),
      bodyId: body!.id,
      role,
      title: username,
      validFrom: '2021-01-01',
      validTo: null,
    })
    ids[username] = body!.id
    ids[`${username}-account`] = accountId
  }
  const file = randomUUID()
  await tx.run(
    sql`insert into files (id, unit_path, name, media_type, size, sha256, uploaded_by) values (${file}, 'v2021.p74', 'x.txt', 'text/plain', 0, '', 'x')`,
  )
  await tx.run(sql`
    insert into directives (id, body_id, unit_path, audience, state, file_id, document, text, reading, created_by, issued_by, issued_at)
    select gen_random_uuid(), ${ids.command}, 'v2021.p74', case when n % 100 = 0 then array['v2021.p74'::ltree, 'v2021.p74.d725.c25966'] else array['v2021.p74'::ltree] end,
      'issued', ${file}, jsonb_build_object('kind', 'chi-thi', 'number', n || '/CT-UBND', 'title', 'Chỉ thị số ' || n || ' về phòng, chống dịch', 'issuer', 'Ủy ban nhân dân tỉnh Bình Dương'),
      (select string_agg('- Giao đơn vị thứ ' || (n * 31 + k) % 977 || ' chủ trì, phối hợp với các địa phương xây dựng kế hoạch phòng, chống dịch tại khu nhà trọ số ' || (n + k) % 500
        || case (n + k) % 40 when 0 then '; bảo đảm mỗi xã có ít nhất 01 trạm y tế lưu động' when 1 then '; xét nghiệm toàn bộ người lao động' else '; báo cáo kết quả hằng ngày' end
        || ', hoàn thành trước ngày ' || 1 + (n + k) % 28 || '/9/2021.', E'\\n') from generate_series(1, 36) as k),
      '{"page":0,"pages":0,"method":null,"error":null,"warning":null,"ocrConfidence":null}', ${ids['command-account']}, ${ids['command-account']}, now() - make_interval(hours => n)
    from generate_series(1, ${documents}) as n`)
  await tx.run(sql`
    insert into directive_recipients (directive_id, body_id, via)
    select id, ${ids.ward}, 'recipients' from directives where 'v2021.p74.d725.c25966'::ltree = any (audience)`)
  await tx.run(sql`select index_directive(id) from directives`)
}

if (import.meta.main) console.table(await benchSearch())
