import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { backup, restore } from '#platform/server/backup/index.ts'
import { openDatabase, sql } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import { openJobs } from '#platform/server/jobs.ts'
import { sealAudit, verifyAudit } from '#platform/server/seal.ts'
import { z } from 'zod'
import { openWorld } from '../world.ts'
import { freshDatabase } from './fresh-database.ts'

const world = openWorld()
const folder = mkdtempSync(join(tmpdir(), 'phaodai-drill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const text = `KẾ HOẠCH
về trực chốt

1. Giao Công an tỉnh bố trí lực lượng trực chốt, xong trước ngày 20/9/2021.

Nơi nhận:
- Công an tỉnh;
- Lưu VT.
`

const Found = z.object({ state: z.string(), bytes: z.instanceof(Uint8Array), tasks: z.number() })

test('the restore drill: a working province is backed up, lost, and stands again with every row and the log unbroken', async () => {
  const clerk = await world().join('van-phong-ubnd@74', 'office-clerk')
  const id = randomUUID()
  await clerk.upload('/api/directives', { id }, { name: 'ke-hoach.txt', type: 'text/plain', bytes: text })
  await world().settle()
  const draft = await clerk.get(`/api/directives/${id}`)
  const issued = await clerk.post(`/api/directives/${id}/issue`, { version: draft.body.version })
  expect(issued.status, JSON.stringify(issued.body)).toBe(200)
  // The queue has run, with the housekeeping that it makes for itself, and holds a job of ours.
  const jobs = openJobs(world().database.appUrl, () => {})
  await jobs.start([])
  await world().db.transaction((tx) => jobs.send(tx, 'directive.read', { id, unitPath: 'v2021.p74' }))
  await jobs.stop()
  await sealAudit(world().db)

  const file = join(folder, 'province.phaodai')
  const saved = await backup(world().database.backupUrl, file)
  const other = await freshDatabase({ empty: true })
  const db = openDatabase(other.appUrl, { max: 2 })
  try {
    const report = await restore(other.ownerUrl, file)
    expect(report.rows).toBe(saved.rows)
    expect(report.audit.findings).toEqual([])
    const roots = (await world().db.pool.query<{ root: string }>('select root from audit_seals')).rows.map(
      (r) => r.root,
    )
    expect((await verifyAudit(db, roots)).findings).toEqual([])
    const query = sql`
      select d.state, file_chunk(d.file_id, 0) as bytes, (select count(*) from task_bodies where directive_id = d.id) as tasks
      from directives d where d.id = ${id}`
    const found = await asSystem(db, ['v2021.p74'], (tx) => tx.one(Found, query))
    expect([found.state, Buffer.from(found.bytes).toString(), found.tasks]).toEqual(['issued', text, 1])
    // The walls stand again: without a scope there is nothing to see.
    expect((await db.pool.query('select id from directives')).rows).toEqual([])
  } finally {
    await db.close()
    await other.drop()
  }
})
