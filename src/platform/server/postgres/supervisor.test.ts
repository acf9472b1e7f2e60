import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { isAlive } from './processes.ts'
import { startPostgres } from './supervisor.ts'
import { ask, scratchFolder, started } from './testing.ts'

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

test('a first start makes a database; a second finds it as it was left', async () => {
  const folder = scratchFolder()
  const first = await started(folder)
  await ask(first.ownerUrl, "create table kept (word text); insert into kept values ('còn')")
  expect(
    await ask(first.ownerUrl, `select current_setting('server_encoding') as encoding, version() as version`),
  ).toEqual([{ encoding: 'UTF8', version: expect.stringContaining('PostgreSQL 18') }])
  const { pid } = first
  await first.stop()
  await first.stop() // twice is once
  expect(isAlive(pid)).toBe(false)
  expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false)

  const second = await started(folder)
  expect(second.ownerUrl).toBe(first.ownerUrl)
  expect(await ask(second.ownerUrl, 'select word from kept')).toEqual([{ word: 'còn' }])
})

test('only the three roles get in, by a socket that only they can reach, and writes are durable', async () => {
  const folder = scratchFolder()
  const server = await started(folder)
  const settings = await ask(
    server.ownerUrl,
    `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes',
       'data_checksums', 'jit', 'listen_addresses', 'unix_socket_permissions') order by name`,
  )
  expect(settings).toEqual([
    { name: 'data_checksums', setting: 'on' },
    { name: 'fsync', setting: 'on' },
    { name: 'full_page_writes', setting: 'on' },
    { name: 'jit', setting: 'off' },
    { name: 'listen_addresses', setting: '' },
    { name: 'synchronous_commit', setting: 'on' },
    { name: 'unix_socket_permissions', setting: '0700' },
  ])
  const socketFolder = decodeURIComponent(new URL(server.appUrl).hostname)
  expect([
    modeOf(socketFolder),
    modeOf(join(folder, 'postgres')),
    modeOf(join(folder, 'database.json')),
  ]).toEqual(['700', '700', '600'])
  const as = (role: string, password: string) => server.appUrl.replace(/\/\/[^@]+@/, `//${role}:${password}@`)
  await expect(ask(as('postgres', ''), 'select 1')).rejects.toThrow('no pg_hba.conf entry')
  await expect(ask(as('phaodai_app', 'wrong'), 'select 1')).rejects.toThrow('password authentication failed')
  await expect(ask(server.appUrl, 'create table mine (id int)')).rejects.toThrow('permission denied')
  await server.stop()
  expect(existsSync(socketFolder)).toBe(false)
})

test('Vietnamese is sorted, folded and searched as in Việt Nam', async () => {
  const server = await started(scratchFolder())
  const [row] = await ask<{ sorted: string; lower: string; letters: number }>(
    server.ownerUrl,
    `create extension pg_trgm; create extension unaccent; create extension ltree; create extension btree_gist;
     create extension pgcrypto;`,
  ).then(() =>
    ask(
      server.ownerUrl,
      `select string_agg(name, ' ' order by name collate "vi-x-icu") as sorted, lower('ĐẶNG VĂN ẤN') as lower,
         cardinality(show_trgm('Đặng')) as letters
       from unnest(array['Đặng', 'Dũng', 'Ấn', 'An', 'Ánh']) as name`,
    ),
  )
  expect(row).toEqual({ sorted: 'An Ánh Ấn Dũng Đặng', lower: 'đặng văn ấn', letters: 5 })
})

test('a data folder with a long path, spaces, marks and quotes works', async () => {
  const folder = join(scratchFolder(), "dữ liệu 'tỉnh'", 'x'.repeat(180))
  const server = await started(folder)
  expect(await ask(server.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a second app on the same folder is refused by name, and a command beside it may join', async () => {
  const folder = scratchFolder()
  const server = await started(folder)
  await expect(startPostgres({ dataDir: folder })).rejects.toMatchObject({
    code: 'postgres.in-use',
    message: expect.stringContaining(`tiến trình ${process.pid}`),
  })
  const joined = await startPostgres({ dataDir: folder, join: true })
  expect(joined.appUrl).toBe(server.appUrl)
  await joined.stop()
  expect(await ask(server.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a server that dies by itself is brought back with everything acknowledged', async () => {
  const said: string[] = []
  const server = await started(scratchFolder(), { log: (line) => said.push(line) })
  await ask(server.ownerUrl, 'create table kept (id int); insert into kept values (1)')
  const { pid } = server
  process.kill(pid, 'SIGKILL')
  for (let i = 0; server.pid === pid && i < 500; i++) await sleep(20)
  expect(server.pid).not.toBe(pid)
  expect(await ask(server.ownerUrl, 'select id from kept')).toEqual([{ id: 1 }])
  expect(said.join()).toContain('đang chạy lại')
})

test('a server that cannot come back is reported, in the words of its failure', async () => {
  const folder = scratchFolder()
  const conf = join(folder, 'postgresql.local.conf')
  writeFileSync(conf, '')
  let lost: (error: Error) => void
  const reported = new Promise<Error>((done) => (lost = done))
  const server = await started(folder, { onLost: (error) => lost(error) })
  writeFileSync(conf, 'work_mem = lots')
  process.kill(server.pid, 'SIGKILL')
  expect(await reported).toMatchObject({ code: 'postgres.bad-setting' })
  rmSync(conf)
})

test('lost passwords are set anew, and a foreign password file is named', async () => {
  const folder = scratchFolder()
  const first = await started(folder)
  await first.stop()
  rmSync(join(folder, 'database.json'))
  const second = await started(folder)
  expect(second.appUrl).not.toBe(first.appUrl)
  expect(await ask(second.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()

  const secrets = JSON.parse(readFileSync(join(folder, 'database.json'), 'utf8'))
  writeFileSync(join(folder, 'database.json'), JSON.stringify({ ...secrets, app: 'of another database' }))
  await expect(startPostgres({ dataDir: folder })).rejects.toMatchObject({ code: 'postgres.roles' })
  writeFileSync(join(folder, 'database.json'), '{"rolesVer') // cut short
  const third = await started(folder)
  expect(await ask(third.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('settings of the operator are read, and a wrong one is named', async () => {
  const folder = scratchFolder()
  const conf = join(folder, 'postgresql.local.conf')
  writeFileSync(conf, "work_mem = '11MB'\nfsync = off\n")
  const server = await started(folder)
  const ofServer = `select current_setting('work_mem') as work_mem, current_setting('fsync') as fsync`
  expect(await ask(server.appUrl, ofServer)).toEqual([{ work_mem: '11MB', fsync: 'on' }])
  await server.stop()
  writeFileSync(conf, 'work_mem = lots\n')
  await expect(startPostgres({ dataDir: folder })).rejects.toMatchObject({ code: 'postgres.bad-setting' })
  rmSync(conf)
  await started(folder)
})

test('what is not our database is left alone', async () => {
  const folder = scratchFolder()
  const server = await started(folder)
  await server.stop()
  const version = join(folder, 'postgres', 'PG_VERSION')
  writeFileSync(version, '17\n')
  await expect(startPostgres({ dataDir: folder })).rejects.toMatchObject({ code: 'postgres.other-version' })
  rmSync(version)
  await expect(startPostgres({ dataDir: folder })).rejects.toMatchObject({ code: 'postgres.not-a-database' })
  expect(existsSync(join(folder, 'postgres', 'base'))).toBe(true)
})
