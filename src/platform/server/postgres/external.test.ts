import { expect, inject, test, vi } from 'vitest'

import { judgeServer, resolveDatabase } from './external.ts'
import type { ServerSeen } from './store.ts'

const good = { version: 150_018, database: 'phaodai', superuser: false, bypass: false, collation: true }
const app: ServerSeen = {
  ...good,
  role: 'phaodai_app',
  isApp: true,
  isIndicators: true,
  ownedTables: 0,
  mayCreate: false,
}
const owner: ServerSeen = {
  ...good,
  role: 'phaodai_owner',
  isApp: false,
  isIndicators: false,
  ownedTables: 12,
  mayCreate: true,
}

test('a server with an owner and an app that owns nothing will do, from PostgreSQL 15', () => {
  expect(judgeServer(app, owner)).toBeUndefined()
  expect(judgeServer({ ...app, version: 190_000 }, { ...owner, version: 190_000 })).toBeUndefined()
})

test.each<[string, Partial<ServerSeen>, Partial<ServerSeen>]>([
  ['too-old', { version: 149_999 }, { version: 149_999 }],
  ['two-databases', {}, { database: 'other' }],
  ['one-role', { role: 'phaodai_owner' }, {}],
  ['app-passes-policies', { superuser: true }, {}],
  ['app-passes-policies', { bypass: true }, {}],
  ['app-owns-tables', { ownedTables: 1 }, {}],
  ['app-not-member', { isApp: false }, {}],
  ['app-not-indicators', { isIndicators: false }, {}],
  ['owner-may-not-create', {}, { mayCreate: false }],
  ['no-collation', {}, { collation: false }],
])('refused: %s', (code, appIs, ownerIs) => {
  const refusal = judgeServer({ ...app, ...appIs }, { ...owner, ...ownerIs })
  expect(refusal?.code).toBe(`postgres.${code}`)
  expect(refusal?.message).toContain('Cách sửa:')
})

test('both addresses are needed, and a wrong one is named', async () => {
  vi.stubEnv('DATABASE_URL', 'postgresql://x@127.0.0.1:1/x')
  await expect(resolveDatabase()).rejects.toMatchObject({
    code: 'postgres.half-set',
    message: expect.stringContaining('DATABASE_OWNER_URL'),
  })
  vi.stubEnv('DATABASE_OWNER_URL', 'postgresql://x@127.0.0.1:1/x')
  await expect(resolveDatabase()).rejects.toMatchObject({
    code: 'postgres.unreachable',
    message: expect.stringContaining('DATABASE_URL'),
  })
  vi.unstubAllEnvs()
})

test('a real server is asked, not believed', async () => {
  const server = inject('postgres')
  const at = (url: string) => url.slice(0, url.lastIndexOf('/') + 1) + 'postgres'
  vi.stubEnv('DATABASE_URL', at(server.appUrl))
  vi.stubEnv('DATABASE_OWNER_URL', at(server.appUrl))
  await expect(resolveDatabase()).rejects.toMatchObject({ code: 'postgres.one-role' })
  vi.stubEnv('DATABASE_OWNER_URL', at(server.ownerUrl))
  await expect(resolveDatabase()).rejects.toMatchObject({ code: 'postgres.owner-may-not-create' })
  vi.stubEnv('DATABASE_URL', at(server.backupUrl))
  await expect(resolveDatabase()).rejects.toMatchObject({ code: 'postgres.app-passes-policies' })
  vi.stubEnv('DATABASE_URL', server.appUrl)
  vi.stubEnv('DATABASE_OWNER_URL', server.ownerUrl)
  const resolved = await resolveDatabase()
  expect(resolved).toMatchObject({ appUrl: server.appUrl, ownerUrl: server.ownerUrl, pid: 0 })
  await resolved.stop()
  vi.unstubAllEnvs()
})
