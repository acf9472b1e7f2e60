import { existsSync, readFileSync } from 'node:fs'

import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

import { asSystem } from '#platform/server/edge.ts'
import { sql } from '#platform/server/db.ts'
import { openWorld, type Person } from '#tests/world.ts'
import { importBoundaries, importUnits } from './actions.ts'
import { loadStandardUnits } from './standard-units.ts'
import { listUnitsOfList } from './store.ts'

const world = openWorld()
let clerk: Person
let admin: Person
let auditor: Person
beforeAll(async () => {
  clerk = await world().join('ubnd@25966', 'commune-clerk')
  admin = await world().join('van-phong-ubnd@74', 'administrator')
  auditor = await world().join('thanh-tra@74', 'auditor')
})

const Count = z.object({ n: z.int() })
const count = async (from: ReturnType<typeof sql>) =>
  (await world().db.one(Count, sql`select count(*)::int as n from ${from}`)).n

describe('GET /api/units', () => {
  test.each([
    ['thu dau mot', 'Thành phố Thủ Dầu Một'],
    ['TP. TDM', 'Thành phố Thủ Dầu Một'],
    ['tx bến cát', 'Thị xã Bến Cát'],
    ['h. bau bang', 'Huyện Bàu Bàng'],
    ['P. lai thieu', 'Phường Lái Thiêu'],
    ['don xuan', 'Xã Đôn Xuân'],
    ['binh duong', 'Tỉnh Bình Dương'],
  ])('“%s” finds %s first', async (search, name) => {
    const { status, body } = await clerk.get(
      `/api/units?search=${encodeURIComponent(search)}&codeList=vn-2021`,
    )
    expect(status).toBe(200)
    expect(body.rows[0].name).toBe(name)
  })

  test('units of one name are told apart by what they lie in', async () => {
    const { body } = await clerk.get('/api/units?search=xa+thanh+son&codeList=vn-2021')
    expect(body.rows.slice(0, 2).map((u: { within: string[] }) => u.within)).toEqual([
      ['Huyện Thanh Hà', 'Tỉnh Hải Dương'],
      ['Huyện Trà Cú', 'Tỉnh Trà Vinh'],
    ])
  })

  test('pages, levels and subtrees', async () => {
    const all = await clerk.get('/api/units?within=vn-2021:74&level=commune&limit=50&offset=50')
    expect([all.body.total, all.body.rows.length]).toEqual([91, 41])
    expect((await clerk.get('/api/units?parent=vn-2021:74')).body.total).toBe(9)
    // The world stands in September 2021: without a list that one is meant.
    expect((await clerk.get('/api/units?level=province')).body.total).toBe(63)
    expect((await clerk.get('/api/units?level=province&at=2026-01-01')).body.total).toBe(0)
  })

  test('wild cards are letters like any other, and an unknown parameter is refused', async () => {
    expect((await clerk.get('/api/units?search=%25')).body.total).toBeGreaterThan(0) // nothing is left of it: everything
    expect((await clerk.get('/api/units?search=b_nh%25duong')).body.total).toBe(0)
    expect((await clerk.get('/api/units?seach=x')).status).toBe(400)
    expect((await clerk.get('/api/units?limit=5000')).status).toBe(400)
  })
})

describe('GET /api/units/:id', () => {
  test('a district with what lies above and below it', async () => {
    const { body } = await clerk.get('/api/units/vn-2021:718')
    expect(body.unit).toMatchObject({
      name: 'Thành phố Thủ Dầu Một',
      path: 'v2021.p74.d718',
      validTo: '2025-06-30',
    })
    expect(body.ancestors.map((u: { name: string }) => u.name)).toEqual(['Việt Nam', 'Tỉnh Bình Dương'])
    expect(body.children).toHaveLength(14)
    expect(body.children[0].population).toBeGreaterThan(1000)
  })

  test('there is no such unit', async () => {
    expect(await clerk.get('/api/units/vn-2021:99999')).toMatchObject({
      status: 404,
      body: { code: 'subject.not-found' },
    })
  })

  test('once both lists are loaded, what became of a unit and what it was', async () => {
    await asSystem(world().db, ['v2025'], (tx) => loadStandardUnits(tx, 'vn-2025', ['79']))
    expect((await clerk.get('/api/units/vn-2021:74')).body.successors).toMatchObject([
      { id: 'vn-2025:79', name: 'Thành phố Hồ Chí Minh', extent: 'full' },
    ])
    expect((await clerk.get('/api/units/vn-2025:79')).body.predecessors).toHaveLength(3)
    expect(await count(sql`units where code_list = 'vn-2025' and level = 'commune'`)).toBe(168)
  })
})

describe('GET /api/units/:id/map', () => {
  test('without boundaries a schematic that says so', async () => {
    const { body } = await clerk.get('/api/units/vn-2021:74/map')
    expect(body).toMatchObject({ source: 'schematic', boundarySource: null, missing: [] })
    expect(body.cells).toHaveLength(91)
    expect(body.groupBorders.map((g: { name: string }) => g.name)).toContain('Thị xã Bến Cát')
  })

  test('a commune is shown among its neighbours', async () => {
    for (const id of ['vn-2021:25966', 'vn-2021:725']) {
      const { body } = await clerk.get(`/api/units/${id}/map`)
      expect(body).toMatchObject({ unitId: 'vn-2021:725', source: 'schematic' })
      expect(body.cells).toHaveLength(10)
    }
  })

  test('a map of provinces has no points to draw with and lists them', async () => {
    const { body } = await clerk.get('/api/units/vn-2021:vn/map')
    expect(body).toMatchObject({ source: 'none', cells: [], bounds: null })
    expect(body.missing).toHaveLength(63)
  })

  const real = new URL('../../../../../shared/units/communes-2021.geojson', import.meta.url)
  test('with boundaries those, and who has none is named', async (context) => {
    context.skip(!existsSync(real), `no boundaries at ${real.pathname}`)
    const input = { text: readFileSync(real, 'utf8'), codeList: 'vn-2021', source: 'thử nghiệm' }
    const run = () => asSystem(world().db, ['v2021'], (tx) => importBoundaries(tx, 'system', input))
    expect(await run()).toMatchObject({ ok: true, read: 587, added: 587, changed: 0 })
    expect(await run()).toMatchObject({ ok: true, read: 587, added: 0, changed: 0, unchanged: 587 })

    const binhDuong = await clerk.get('/api/units/vn-2021:74/map')
    expect(binhDuong.body).toMatchObject({ source: 'boundaries', boundarySource: 'thử nghiệm', missing: [] })
    expect(binhDuong.body.groupBorders).toHaveLength(9)
    const traVinh = await clerk.get('/api/units/vn-2021:84/map')
    expect(traVinh.body.missing.map((u: { id: string }) => u.id)).toEqual(['vn-2021:29512', 'vn-2021:29516'])
  })
})

describe('POST /api/units/import', () => {
  const upload = (person: Person, text: string | Uint8Array) =>
    person.upload(
      '/api/units/import',
      { codeList: 'vn-2021' },
      { name: 'don-vi.csv', type: 'text/csv', bytes: text },
    )

  test('hamlets below a commune; again it changes nothing', async () => {
    const file =
      'code,parent,name,level\n25966-kp1,25966,Khu phố 1,hamlet\n25966-kp2,25966,Khu phố 2,hamlet\n'
    expect((await upload(admin, file)).body).toMatchObject({
      ok: true,
      read: 2,
      added: 2,
      changed: 0,
      errorCount: 0,
    })
    expect((await upload(admin, file)).body).toMatchObject({ ok: true, added: 0, unchanged: 2 })
    const changed = await upload(admin, file.replace('Khu phố 2', 'Khu phố Bình Đáng'))
    expect(changed.body).toMatchObject({ ok: true, added: 0, changed: 1, unchanged: 1 })
  })

  test('one wrong row and nothing is written; every fault is named', async () => {
    const before = await count(sql`units`)
    const { status, body } = await upload(
      admin,
      'code,parent,name,level\n25966-kp8,25966,Khu phố 8,hamlet\n25966-kp9,99999,Khu phố 9,hamlet\n25966-kp10,25966,Mười,hamlet\n',
    )
    expect(status).toBe(200)
    expect(body).toMatchObject({
      ok: false,
      added: 0,
      errorCount: 2,
      errors: [
        { line: 3, column: 'parent', found: '99999' },
        { line: 4, column: 'name' },
      ],
    })
    expect(await count(sql`units`)).toBe(before)
  })

  test('a unit may not move, and an office imports only where it is', async () => {
    expect((await upload(admin, 'code,parent,name\n25966,718,Phường Lái Thiêu\n')).body).toMatchObject({
      ok: false,
      errors: [{ column: 'parent' }],
    })
    expect((await upload(admin, 'code,parent,name,level\n29242-a1,29242,Ấp 1,hamlet\n')).body).toMatchObject({
      ok: false,
      errors: [{ found: '29242-a1 (Ấp 1)' }],
    })
  })

  test('a file that is not UTF-8, and one that is missing, are refused', async () => {
    expect(await upload(admin, new Uint8Array([0xff, 0xfe, 0x41, 0x00]))).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    })
  })

  test('who may not import is refused', async () => {
    for (const person of [clerk, auditor])
      expect((await upload(person, 'code,parent,name\n')).status).toBe(403)
  })

  test('an act leaves its trace, a refusal none', async () => {
    expect(
      await count(sql`audit_entries where action = 'unit.imported' and account_id = ${admin.accountId}`),
    ).toBe(3)
  })

  test('an unknown code list is refused', async () => {
    await expect(
      asSystem(world().db, ['v2021'], (tx) =>
        importUnits(tx, 'system', { text: 'code,parent,name\n', codeList: 'vn-1999' }),
      ),
    ).rejects.toMatchObject({ code: 'request.invalid' })
  })
})

describe('POST /api/units', () => {
  const hamlet = {
    parentId: 'vn-2021:25966',
    code: '25966-kp-dong',
    level: 'hamlet',
    kind: 'Khu phố',
    name: 'Đông',
    validFrom: '2021-09-01',
  }

  test('an administrator adds a hamlet, and a retried request adds it once', async () => {
    const requestId = crypto.randomUUID()
    const first = await admin.post('/api/units', hamlet, requestId)
    expect(first.body).toMatchObject({
      id: 'vn-2021:25966-kp-dong',
      name: 'Khu phố Đông',
      path: 'v2021.p74.d725.c25966.h25966_kp_dong',
    })
    expect((await admin.post('/api/units', hamlet, requestId)).body).toEqual(first.body)
    expect((await admin.post('/api/units', hamlet)).body.code).toBe('subject.duplicate')
  })

  test('not elsewhere, not below nothing, not above its parent, not by others', async () => {
    expect(
      (await admin.post('/api/units', { ...hamlet, parentId: 'vn-2021:29242', code: 'x1' })).status,
    ).toBe(403)
    expect(
      (await admin.post('/api/units', { ...hamlet, parentId: 'vn-2021:00000', code: 'x1' })).status,
    ).toBe(404)
    expect((await admin.post('/api/units', { ...hamlet, parentId: 'vn-2021:718', code: 'x1' })).status).toBe(
      400,
    )
    expect((await clerk.post('/api/units', { ...hamlet, code: 'x1' })).status).toBe(403)
    expect((await admin.post('/api/units', { ...hamlet, code: 'x1', path: 'v2021' })).status).toBe(400)
  })
})

test('standard units load once; only some provinces when asked', async () => {
  await asSystem(world().db, ['v2021'], async (tx) => {
    expect(await loadStandardUnits(tx, 'vn-2021')).toBe(0)
    const units = await listUnitsOfList(tx, 'vn-2021')
    const binhDuong = units.filter((u) => u.path.startsWith('v2021.p74') && u.level !== 'hamlet')
    expect(binhDuong).toHaveLength(1 + 9 + 91)
    await expect(loadStandardUnits(tx, 'vn-1999')).rejects.toThrow('no standard units')
  })
})
