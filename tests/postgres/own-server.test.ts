import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { backup, restore } from '#platform/server/backup/index.ts'
import { migrate } from '#platform/server/migrate.ts'
import { serverAccount } from '#platform/server/postgres/account.ts'
import { resolveDatabase } from '#platform/server/postgres/index.ts'
import { freshDatabase } from './fresh-database.ts'

const installed = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : []
const major = installed.filter((name) => Number(name) >= 15).sort()[0]
const bin = (name: string) => `/usr/lib/postgresql/${major}/bin/${name}`
const folder = mkdtempSync(join(tmpdir(), 'phaodai-own-'))
const missing = 'no PostgreSQL of the system, 15 or newer, in /usr/lib/postgresql'
let stop = async () => {}

// As docs/operations.md says it: four roles, a database of the owner's, nothing else.
const setUp = [
  `create role phaodai_owner login password 'o'`,
  `create role phaodai_app login password 'a'`,
  'create role phaodai_indicators nologin',
  'grant phaodai_indicators to phaodai_app',
  `create role phaodai_backup login bypassrls password 'b'`,
  'grant pg_read_all_data to phaodai_backup',
  `create database phaodai owner phaodai_owner template template0 encoding 'UTF8'`,
]
const url = (role: string, password = '', database = 'phaodai') =>
  `postgresql://${role}:${password}@${encodeURIComponent(folder)}:5432/${database}`

beforeAll(async () => {
  if (!major) return
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  const account = serverAccount(join(data, 'none'), () => {})
  if (account) for (const path of [folder, data]) chownSync(path, account.uid, account.gid)
  chmodSync(folder, 0o711)
  const as = account ? { uid: account.uid, gid: account.gid } : {}
  execFileSync(bin('initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '--locale=C.UTF-8'], {
    ...as,
    cwd: data,
    stdio: 'pipe',
  })
  const args = [
    '-D',
    data,
    '-c',
    `unix_socket_directories=${folder}`,
    '-c',
    'listen_addresses=',
    '-c',
    'fsync=off',
  ]
  const server = spawn(bin('postgres'), args, { ...as, cwd: data, stdio: 'ignore' })
  stop = () => new Promise((done) => (server.once('exit', () => done()), server.kill('SIGINT')))
  const client = await firstClient()
  for (const statement of setUp) await client.query(statement)
  await client.end()
})

/** The socket is there before the server takes anyone in: "starting up" and "no such file" are waited for, not more. */
async function firstClient(): Promise<pg.Client> {
  for (let i = 0; ; i++) {
    const client = new pg.Client({ connectionString: url('postgres', '', 'postgres') })
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch (error) {
      const { code } = error as { code?: string }
      if (!['57P03', 'ENOENT', 'ECONNREFUSED'].includes(code ?? '') || i > 500) throw error
      await sleep(20)
    }
  }
}

afterAll(async () => {
  await stop()
  rmSync(folder, { recursive: true, force: true })
})

test('the product’s tables stand on a server of one’s own, and a backup moves between it and ours', async (context) => {
  context.skip(!major, missing)
  vi.stubEnv('DATABASE_URL', url('phaodai_app', 'a'))
  vi.stubEnv('DATABASE_OWNER_URL', url('phaodai_owner', 'o'))
  vi.stubEnv('DATABASE_BACKUP_URL', url('phaodai_backup', 'b'))
  const own = await resolveDatabase()
  vi.unstubAllEnvs()
  expect((await migrate(own.ownerUrl)).length).toBeGreaterThan(0)
  expect(await migrate(own.ownerUrl)).toEqual([])

  const owner = new pg.Client({ connectionString: own.ownerUrl })
  await owner.connect()
  await owner.query(
    `insert into audit_entries (action, details) values ('test.moved', '{"nơi": "Đông Hoà"}')`,
  )
  await owner.end()
  const file = join(folder, 'moved.phaodai')
  const saved = await backup(own.backupUrl, file)
  const ours = await freshDatabase({ empty: true })
  try {
    expect(await restore(ours.ownerUrl, file)).toMatchObject({ rows: saved.rows, tables: saved.tables })
    const back = join(folder, 'back.phaodai')
    expect(await backup(ours.backupUrl, back)).toMatchObject({ rows: saved.rows, tables: saved.tables })
  } finally {
    await ours.drop()
  }
})
