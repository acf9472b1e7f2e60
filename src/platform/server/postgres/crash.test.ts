import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

import { expect, onTestFinished, test } from 'vitest'

import { isRoot } from './account.ts'
import { closedDoor } from './folders.ts'
import { isAlive, serverProcesses } from './processes.ts'
import { startPostgres } from './supervisor.ts'
import { ask, scratchFolder, started } from './testing.ts'

interface App {
  process: ChildProcess
  said: Record<string, string> & { ownerUrl: string; pid: number }
}

const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 }
const script = `
  import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'supervisor.ts'))}
  const tell = (said) => console.log(JSON.stringify(said))
  try {
    const server = await startPostgres({ dataDir: process.env.DATA })
    tell({ ownerUrl: server.ownerUrl, pid: server.pid, dataDir: server.dataDir })
    process.on('SIGTERM', async () => { await server.stop(); process.exit(0) })
  } catch (error) { tell({ code: error.code, message: error.message }) }`

/** An app of its own, so that it can be killed; resolves with the first line it prints. */
async function startApp(dataDir: string, as?: typeof nobody): Promise<App> {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--no-warnings', '-e', script], {
    ...(as ? { uid: as.uid, gid: as.gid } : {}),
    cwd: '/',
    env: { PATH: process.env.PATH, HOME: '/nonexistent', ...(dataDir ? { DATA: dataDir } : {}) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = await new Promise<string>((done, fail) => {
    createInterface(child.stdout).once('line', done)
    child.once('exit', (code) => fail(new Error(`exit ${code}`)))
  })
  return { process: child, said: JSON.parse(said) }
}

const end = (app: App, signal: NodeJS.Signals) =>
  new Promise((done) => {
    app.process.once('exit', done)
    app.process.kill(signal)
  })

test('an app killed in the middle leaves a server, and the next start ends it and loses nothing', async () => {
  const folder = scratchFolder()
  const app = await startApp(folder)
  await ask(app.said.ownerUrl, 'create table kept (id int); insert into kept values (1)')
  await end(app, 'SIGKILL')
  expect(isAlive(app.said.pid)).toBe(true)

  const server = await started(folder)
  expect(isAlive(app.said.pid)).toBe(false)
  expect(server.pid).not.toBe(app.said.pid)
  expect(await ask(server.ownerUrl, 'select id from kept')).toEqual([{ id: 1 }])
})

test('app and server killed together: the next start waits for the last child and recovers', async (context) => {
  context.skip(process.platform !== 'linux', 'needs /proc')
  const folder = scratchFolder()
  const app = await startApp(folder)
  await ask(app.said.ownerUrl, 'create table kept (id int)')
  const busy = ask(app.said.ownerUrl, 'select pg_sleep(60)').catch((error: Error) => error)
  await ask(app.said.ownerUrl, 'insert into kept values (1)')
  const ended = end(app, 'SIGKILL')
  process.kill(app.said.pid, 'SIGKILL')
  await ended
  const server = await started(folder)
  expect(serverProcesses(join(folder, 'postgres'))).toContain(server.pid)
  expect(await busy).toBeInstanceOf(Error)
  expect(await ask(server.ownerUrl, 'select id from kept')).toEqual([{ id: 1 }])
})

test('a pid file whose number now belongs to a stranger does not block, and the stranger lives', async () => {
  const folder = scratchFolder()
  const first = await started(folder)
  await first.stop()
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore' })
  onTestFinished(() => void stranger.kill())
  writeFileSync(
    join(folder, 'postgres', 'postmaster.pid'),
    `${stranger.pid}\n${folder}/postgres\n1\n5432\n/tmp\n\n\nready\n`,
  )
  const second = await started(folder)
  expect(await ask(second.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(isAlive(stranger.pid!)).toBe(true)
})

test('a pid file that a power cut left empty does not block', async () => {
  const folder = scratchFolder()
  const first = await started(folder)
  await first.stop()
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), '')
  const second = await started(folder)
  expect(await ask(second.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a database that was being made when the power went is made again', async () => {
  const folder = scratchFolder()
  mkdirSync(join(folder, 'postgres.draft'))
  writeFileSync(join(folder, 'postgres.draft', 'PG_VERSION'), '18\n')
  const server = await started(folder)
  expect(await ask(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(existsSync(join(folder, 'postgres.draft'))).toBe(false)
})

test('an ordinary user runs it all as himself; without a home he is told what to set', async (context) => {
  context.skip(
    !isRoot(),
    'needs root to become somebody else; the other tests already run as an ordinary user',
  )
  const closed = closedDoor(import.meta.dirname, nobody) ?? closedDoor(dirname(process.execPath), nobody)
  context.skip(closed !== undefined, `nobody cannot enter ${closed}`)
  const folder = scratchFolder()
  chownSync(folder, nobody.uid, nobody.gid)
  const app = await startApp(folder, nobody)
  expect(statSync(join(folder, 'postgres')).uid).toBe(nobody.uid)
  await ask(app.said.ownerUrl, 'create table kept (id int); insert into kept values (1)')
  await end(app, 'SIGTERM')
  expect(isAlive(app.said.pid)).toBe(false)

  const homeless = await startApp('', nobody)
  expect(homeless.said).toMatchObject({
    code: 'postgres.folder-refused',
    message: expect.stringContaining('PHAODAI_DATA'),
  })

  // Root on a user's folder goes on as that user, so that the user can still start it afterwards.
  const asRoot = await started(folder)
  expect(await ask(asRoot.ownerUrl, 'select id from kept')).toEqual([{ id: 1 }])
  expect(statSync(`/proc/${asRoot.pid}`).uid).toBe(nobody.uid)
})

test('a folder of somebody else, or behind a closed door, is refused with the way out', async (context) => {
  context.skip(!isRoot(), 'needs root to become somebody else')
  const closed = closedDoor(import.meta.dirname, nobody) ?? closedDoor(dirname(process.execPath), nobody)
  context.skip(closed !== undefined, `nobody cannot enter ${closed}`)
  const folder = scratchFolder()
  chmodSync(folder, 0o777)
  const server = await started(folder)
  await server.stop()
  expect((await startApp(folder, nobody)).said).toMatchObject({ code: 'postgres.foreign-folder' })

  chownSync(join(folder, 'postgres'), 0, 0)
  await expect(startPostgres({ dataDir: folder })).rejects.toMatchObject({ code: 'postgres.root-owned' })
  const door = scratchFolder()
  chmodSync(door, 0o700)
  await expect(startPostgres({ dataDir: join(door, 'data') })).rejects.toMatchObject({
    code: 'postgres.closed-door',
    message: expect.stringContaining(`chmod o+x ${door}`),
  })
})

test('a full disk says so, before and after there is a database, and space is all it takes', async (context) => {
  context.skip(!isRoot(), 'needs root to mount a small disk')
  const disk = scratchFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=260m,mode=711', 'phaodai-test', disk], {
      stdio: 'pipe',
    })
  } catch (error) {
    context.skip(true, `no mount here: ${(error as Error).message}`)
  }
  onTestFinished(() => void execFileSync('umount', ['-l', disk]))
  const filler = join(disk, 'filler')
  const fill = (leave: number) => {
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - leave)))
  }
  fill(50 * 2 ** 20)
  await expect(startPostgres({ dataDir: disk })).rejects.toMatchObject({ code: 'postgres.disk-full' })
  rmSync(filler)
  const server = await started(disk)
  await ask(server.ownerUrl, 'create table kept (id int); insert into kept values (1)')
  await server.stop()
  fill(0)
  await expect(startPostgres({ dataDir: disk })).rejects.toMatchObject({ code: 'postgres.disk-full' })
  rmSync(filler)
  const again = await started(disk)
  expect(await ask(again.ownerUrl, 'select id from kept')).toEqual([{ id: 1 }])
})
