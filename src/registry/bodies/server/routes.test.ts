import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

import { asSystem } from '#platform/server/edge.ts'
import { sql } from '#platform/server/db.ts'
import { loadStandardUnits } from '#registry/units/server/index.ts'
import { openWorld, type Person } from '#tests/world.ts'
import { insertBody } from './actions.ts'
import { generateBodies } from './generate.ts'

const world = openWorld()
let clerk: Person
let admin: Person
beforeAll(async () => {
  clerk = await world().join('ubnd@25966', 'commune-clerk')
  admin = await world().join('van-phong-ubnd@74', 'administrator')
})

const Count = z.object({ n: z.int() })
const count = async (from: ReturnType<typeof sql>) =>
  (await world().db.one(Count, sql`select count(*)::int as n from ${from}`)).n
const search = async (query: string) =>
  (await clerk.get(`/api/bodies?${query}`)).body as {
    rows: Array<{ code: string; name: string }>
    total: number
  }

describe('GET /api/bodies', () => {
  test.each([
    ['so y te', 'so-y-te@74'],
    ['SYT', 'so-y-te@74'],
    ['sở gd&đt', 'so-giao-duc-va-dao-tao@74'],
    ['ldtbxh', 'so-lao-dong-thuong-binh-va-xa-hoi@74'],
    ['ubnd tx ben cat', 'ubnd@721'],
    ['ubnd tp thu dau mot', 'ubnd@718'],
    ['uy ban nhan dan phuong lai thieu', 'ubnd@25966'],
    ['ubnd p. lai thieu', 'ubnd@25966'],
    ['khu cong nghiep', 'ban-quan-ly-khu-cong-nghiep@74'],
    ['cong an tinh', 'cong-an@74'],
    ['bo y te', 'bo-y-te@vn'],
    ['cdc', 'cdc@74'],
  ])('“%s” finds %s first', async (words, code) => {
    const { rows } = await search(
      new URLSearchParams({
        search: words,
        unit: code.endsWith('@vn') ? 'vn-2021:vn' : 'vn-2021:74',
      }).toString(),
    )
    expect(rows[0]?.code).toBe(code)
  })

  test('pages, kinds and units', async () => {
    const all = await search('unit=vn-2021:74&kind=people-committee&limit=40&offset=80')
    expect([all.total, all.rows.length]).toEqual([1 + 9 + 91, 21])
    expect((await search('unit=vn-2021:74&exactUnit=true&kind=department')).rows).toHaveLength(16)
    expect((await search('unit=vn-2021:718&exactUnit=false&search=tram+y+te')).total).toBe(28)
  })

  test('a body of the past is not offered today, nor one of the future', async () => {
    expect((await search('search=so+ke+hoach&unit=vn-2021:74')).total).toBe(1)
    expect((await search('search=so+ke+hoach&unit=vn-2021:74&at=2025-03-01')).total).toBe(0)
    expect((await clerk.get('/api/bodies?at=hom-nay')).status).toBe(400)
    expect((await clerk.get('/api/bodies?kind=ministry-of-magic')).status).toBe(400)
  })

  test('words that nobody is called find nobody', async () => {
    expect((await search('search=hoi+nguoi+yeu+tho')).total).toBe(0)
  })
})

describe('GET /api/bodies/:bodyId', () => {
  test('with its names, what is below it and who took over', async () => {
    await asSystem(world().db, ['v2025'], async (tx) => {
      await loadStandardUnits(tx, 'vn-2025', ['79'])
      await generateBodies(tx, 'vn-2025:79', '2025-08-01')
    })
    const { body } = await clerk.get(
      `/api/bodies/${await world().body('so-lao-dong-thuong-binh-va-xa-hoi@74')}`,
    )
    expect(body).toMatchObject({
      body: { name: 'Sở Lao động - Thương binh và Xã hội tỉnh Bình Dương', validTo: '2025-02-28' },
      parent: { code: 'ubnd@74' },
    })
    expect(body.aliases).toEqual(['SLĐTBXH'])
    expect(body.successors).toMatchObject([
      { code: 'so-noi-vu@74', since: '2025-03-01', verified: true },
      { code: 'so-y-te@74', since: '2025-03-01', verified: false },
      { code: 'so-noi-vu@79-2025', since: '2025-07-01' },
      { code: 'so-y-te@79-2025', since: '2025-07-01', verified: false },
    ])
    const health = await clerk.get(`/api/bodies/${await world().body('so-y-te@74')}`)
    expect(health.body.children.map((b: { code: string }) => b.code)).toEqual(
      expect.arrayContaining(['cdc@74', 'trung-tam-y-te@718']),
    )
  })

  test('there is no such body', async () => {
    expect((await clerk.get('/api/bodies/00000000-0000-4000-8000-000000000000')).status).toBe(404)
    expect((await clerk.get('/api/bodies/so-y-te')).status).toBe(400)
  })
})

describe('POST /api/bodies/resolve', () => {
  test('names of a document become bodies; what is none says why', async () => {
    const names = ['Giám đốc Sở Y tế', 'UBND các huyện, thị xã, thành phố', 'Như trên', 'Hội người yêu thơ']
    const { body } = await clerk.post('/api/bodies/resolve', { names, provinceUnitId: 'vn-2021:74' })
    expect(body.items).toMatchObject([
      { bodyIds: [await world().body('so-y-te@74')], how: 'exact' },
      { how: 'collective', reason: null },
      { bodyIds: [], reason: 'as-above' },
      { bodyIds: [], reason: 'unknown' },
    ])
    expect(body.items[1].bodyIds).toHaveLength(9)
  })

  test('a new alias is known to the next question', async () => {
    const ask = () =>
      clerk.post('/api/bodies/resolve', { names: ['Viện Pasteur khu vực'], provinceUnitId: 'vn-2021:74' })
    expect((await ask()).body.items[0].bodyIds).toEqual([])
    const cdc = await world().body('cdc@74')
    expect((await admin.post(`/api/bodies/${cdc}/aliases`, { alias: 'Viện Pasteur khu vực' })).status).toBe(
      200,
    )
    expect((await ask()).body.items[0]).toMatchObject({ bodyIds: [cdc], how: 'alias' })
    expect((await search('search=pasteur')).rows[0]?.code).toBe('cdc@74')
    expect(
      (await admin.post(`/api/bodies/${cdc}/aliases`, { alias: 'viện pasteur khu vực' })).body.code,
    ).toBe('subject.duplicate')
    expect(
      (await admin.post(`/api/bodies/${cdc}/aliases/remove`, { alias: 'Viện Pasteur khu vực' })).status,
    ).toBe(200)
    expect((await ask()).body.items[0].bodyIds).toEqual([])
    expect((await search('search=pasteur')).total).toBe(0)
  })

  test('an unknown province, no names and too many are refused', async () => {
    expect(
      (await clerk.post('/api/bodies/resolve', { names: ['Sở Y tế'], provinceUnitId: 'vn-2021:00' })).status,
    ).toBe(404)
    expect(
      (await clerk.post('/api/bodies/resolve', { names: [], provinceUnitId: 'vn-2021:74' })).status,
    ).toBe(400)
    expect(
      (await clerk.post('/api/bodies/resolve', { names: Array(301).fill('x'), provinceUnitId: 'vn-2021:74' }))
        .status,
    ).toBe(400)
  })
})

describe('POST /api/bodies/:bodyId/name', () => {
  test('renamed: the old name goes on leading to it, a stale page does not overwrite', async () => {
    const id = await world().body('phong-y-te@718')
    const change = {
      version: 1,
      name: 'Phòng Y tế và Dân số thành phố Thủ Dầu Một',
      shortName: 'Phòng Y tế - Dân số TP. TDM',
    }
    const { body } = await admin.post(`/api/bodies/${id}/name`, change)
    expect(body.body.name).toBe(change.name)
    expect(body.aliases).toContain('Phòng Y tế TP. Thủ Dầu Một')
    expect((await admin.post(`/api/bodies/${id}/name`, { ...change, name: 'Khác' })).body.code).toBe(
      'subject.stale',
    )
    const asked = await clerk.post('/api/bodies/resolve', {
      names: ['Phòng Y tế thành phố Thủ Dầu Một'],
      provinceUnitId: 'vn-2021:74',
    })
    expect(asked.body.items[0].bodyIds).toEqual([id])
  })

  test('not of another province, not by those who only read', async () => {
    const foreign = await world().body('so-y-te@84')
    const change = { version: 1, name: 'Sở Khác', shortName: 'SK' }
    expect((await admin.post(`/api/bodies/${foreign}/name`, change)).status).toBe(403)
    expect((await admin.post(`/api/bodies/${foreign}/aliases`, { alias: 'Sở Khác' })).status).toBe(403)
    expect((await clerk.post(`/api/bodies/${await world().body('ubnd@25966')}/name`, change)).status).toBe(
      403,
    )
  })
})

describe('POST /api/bodies/import', () => {
  const head = 'code,name,short_name,kind,sector,unit,parent,valid_from,aliases'
  const upload = (person: Person, rows: string[]) =>
    person.upload(
      '/api/bodies/import',
      {},
      { name: 'co-quan.csv', type: 'text/csv', bytes: [head, ...rows, ''].join('\n') },
    )
  const hospital =
    'bv-my-phuoc@721,Bệnh viện Mỹ Phước,BV Mỹ Phước,hospital,health,vn-2021:721,trung-tam-y-te@721,2010-05-01,BVMP; Bệnh viện đa khoa Mỹ Phước'

  test('whole, once, and again without a change', async () => {
    expect((await upload(admin, [hospital])).body).toMatchObject({ ok: true, read: 1, added: 1 })
    expect((await upload(admin, [hospital])).body).toMatchObject({
      ok: true,
      added: 0,
      changed: 0,
      unchanged: 1,
    })
    expect((await search('search=bvmp')).rows[0]?.code).toBe('bv-my-phuoc@721')
  })

  test('or not at all: every fault by its line', async () => {
    const before = await count(sql`bodies`)
    const { body } = await upload(admin, [
      'bv-moi@721,Bệnh viện Mới,,hospital,health,vn-2021:721,,,',
      'BV A,Bệnh viện A,,clinic,health,vn-2021:0,khong-co@1,2021-02-30,',
      'bv-vong@721,Bệnh viện Vòng,,hospital,health,vn-2021:721,bv-vong@721,,',
    ])
    expect(body.ok).toBe(false)
    expect(body.errors.map((e: { line: number; column: string }) => `${e.line} ${e.column}`)).toEqual([
      '3 code',
      '3 kind',
      '3 unit',
      '3 valid_from',
      '3 parent',
      '4 parent',
    ])
    expect(await count(sql`bodies`)).toBe(before)
  })

  test('only where the office is, only by who may', async () => {
    expect((await upload(admin, ['bv-x@84,Bệnh viện X,,hospital,health,vn-2021:84,,,'])).body).toMatchObject({
      ok: false,
      errors: [{ column: 'unit' }],
    })
    expect((await upload(clerk, [hospital])).status).toBe(403)
  })
})

test('generating again adds nothing and leaves changed names', async () => {
  await asSystem(world().db, ['v2021'], async (tx) => {
    expect(await generateBodies(tx, 'vn-2021:74', '2021-08-11')).toBe(0)
    await expect(generateBodies(tx, 'vn-2021:718', '2021-08-11')).rejects.toMatchObject({
      code: 'subject.not-found',
    })
  })
  expect(await count(sql`bodies where name like 'Phòng Y tế và Dân số%'`)).toBe(1)
  expect(await count(sql`bodies b where unit_path <@ 'v2021.p74'`)).toBeGreaterThan(1500)
  expect(await count(sql`bodies b join units u on u.id = b.unit_id where b.unit_path <> u.path`)).toBe(0)
})

test('a body that no template makes is put in once', async () => {
  const company = {
    code: 'cong-ty-thu@74',
    name: 'Công ty Thử',
    shortName: 'Công ty Thử',
    kind: 'enterprise',
    sector: 'enterprise',
    unitId: 'vn-2021:25966',
    validFrom: '2015-01-01',
  } as const
  await asSystem(world().db, ['v2021'], async (tx) => {
    expect(await insertBody(tx, company)).toMatchObject({
      unitPath: 'v2021.p74.d725.c25966',
      validTo: '2025-06-30',
    })
    await expect(insertBody(tx, company)).rejects.toMatchObject({ code: 'subject.duplicate' })
  })
})
