import { type ChildProcess, execFile, spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

import { systemClock } from '../clock.ts'
import type { Account } from './account.ts'
import { spawnAs } from './cluster.ts'
import { folderError, PostgresError } from './error.ts'
import type { Folders } from './folders.ts'
import { isAlive, isServerIn, serverProcesses } from './processes.ts'
import { program, type Programs } from './programs.ts'
import { startFailed } from './said.ts'

export interface Postmaster {
  pid: number
  /** Settles when the process has ended and been reaped. */
  ended: Promise<void>
}

/** What the server writes about itself into postmaster.pid. */
export interface PidFile {
  pid: number
  port: number
  socketFolder: string
  status: string
}

export function readPidFile(pgData: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(pgData, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    // A single-user server writes its number negative; a file cut short by a power cut holds nothing.
    if (!Number.isInteger(pid) || pid === 0) return undefined
    return {
      pid: Math.abs(pid),
      port: Number(lines[3]),
      socketFolder: lines[4] ?? '',
      status: (lines[7] ?? '').trim(),
    }
  } catch {
    return undefined
  }
}

const longestLog = 8 * 2 ** 20

/** Starts the server and resolves when it answers, however long recovery after a crash takes. */
export async function startPostmaster(
  folders: Folders,
  programs: Programs,
  args: string[],
  account: Account | undefined,
  log: (line: string) => void,
): Promise<Postmaster> {
  const { file, from } = openLog(folders.log)
  let child: ChildProcess
  try {
    // A session of its own: Ctrl-C in a terminal reaches the app alone, which finishes its requests and then stops us.
    child = spawn(program(programs, 'postgres'), ['-D', folders.pgData, ...args], {
      ...spawnAs(account, folders.pgData),
      detached: true,
      stdio: ['ignore', file, file],
    })
  } finally {
    closeSync(file)
  }
  let outcome: string | undefined
  const ended = new Promise<void>((done) => {
    child.once('error', (error) => ((outcome = error.message), done()))
    child.once('exit', (code, signal) => ((outcome = signal ?? `exit ${code}`), done()))
  })
  const started = systemClock.elapsed()
  for (let told = 10; ; await Promise.race([sleep(15), ended])) {
    if (outcome !== undefined) throw startFailed(folders, from, outcome)
    const now = readPidFile(folders.pgData)
    if (now?.pid === child.pid && now?.status === 'ready') return { pid: child.pid!, ended }
    const seconds = (systemClock.elapsed() - started) / 1000
    if (seconds > told) {
      log(
        `cơ sở dữ liệu đang phục hồi sau lần dừng đột ngột (${Math.round(seconds)} giây) / the database is recovering`,
      )
      told *= 2
    }
  }
}

function openLog(path: string): { file: number; from: number } {
  try {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
    if (size > longestLog) renameSync(path, `${path}.1`)
    return { file: openSync(path, 'a', 0o600), from: size > longestLog ? 0 : size }
  } catch (error) {
    throw folderError(path, error)
  }
}

/**
 * Ends a server that outlived its app, so that exactly one runs and it is our child. Stopping costs 0.2 s; adopting it
 * would keep the queries of a dead app running, their locks held.
 */
export async function endOrphan(
  pgData: string,
  programs: Programs,
  log: (line: string) => void,
): Promise<void> {
  const left = readPidFile(pgData)
  if (left && isServerIn(left.pid, pgData)) {
    log(
      `dừng cơ sở dữ liệu còn chạy từ lần trước (tiến trình ${left.pid}) / stopping the database left by a crash`,
    )
    await stopPostmaster(left.pid, pgData, programs)
  }
  await waitForChildren(pgData)
  disarmPidFile(pgData)
}

/**
 * PostgreSQL refuses to start while the process its pid file names exists, and a zombie or a stranger with that number
 * does. Our own number instead of it means "stale" to it, as its parent's does; it then still looks whether anybody is
 * attached to the old shared memory, and gives that memory back. An empty file (a power cut) it would refuse for ever.
 */
function disarmPidFile(pgData: string) {
  const path = join(pgData, 'postmaster.pid')
  if (process.platform === 'win32' || !existsSync(path)) return
  const lines = readFileSync(path, 'utf8').split('\n')
  if (readPidFile(pgData)) writeFileSync(path, [process.pid, ...lines.slice(1)].join('\n'))
  else rmSync(path)
}

/** Fast shutdown, then immediate, then by force: what is acknowledged survives all three. */
export async function stopPostmaster(
  pid: number,
  pgData: string,
  programs: Programs,
  ended?: Promise<void>,
): Promise<void> {
  if (process.platform === 'win32') {
    const args = ['stop', '-D', pgData, '-m', 'fast', '-w', '-t', '60']
    await promisify(execFile)(program(programs, 'pg_ctl'), args).catch(() => {})
    return
  }
  for (const [signal, seconds] of [
    ['SIGINT', 60],
    ['SIGQUIT', 15],
    ['SIGKILL', 15],
  ] as const) {
    if (!signalTo(pid, signal)) return void (await ended)
    const until = systemClock.elapsed() + seconds * 1000
    // Our own child is a zombie until Node reaps it, so both ways of knowing are asked.
    while (isAlive(pid) && systemClock.elapsed() < until) await Promise.race([sleep(10), ended ?? sleep(10)])
    if (!isAlive(pid)) return void (await ended)
  }
  throw new PostgresError(
    'will-not-stop',
    {
      vi: `Cơ sở dữ liệu (tiến trình ${pid}, thư mục ${pgData}) không dừng. Hãy dừng tiến trình đó rồi chạy lại.`,
      en: `The database (process ${pid}, folder ${pgData}) does not stop. End that process, then start again.`,
    },
    { pid, pgData },
  )
}

/** The children of a killed postmaster end by themselves, but a busy one only when its statement is done. */
async function waitForChildren(pgData: string) {
  const started = systemClock.elapsed()
  for (;;) {
    const left = serverProcesses(pgData)
    if (left.length === 0) return
    const waited = systemClock.elapsed() - started
    if (waited > 30_000)
      throw new PostgresError(
        'will-not-stop',
        {
          vi: `Các tiến trình ${left.join(', ')} của cơ sở dữ liệu cũ vẫn còn. Hãy dừng chúng rồi chạy lại.`,
          en: `The processes ${left.join(', ')} of the former database are still there. End them, then start again.`,
        },
        { pgData, left },
      )
    if (waited > 3_000) for (const pid of left) signalTo(pid, waited > 10_000 ? 'SIGKILL' : 'SIGQUIT')
    await sleep(20)
  }
}

/** False when there is no such process any more. */
function signalTo(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal)
    return true
  } catch {
    return false
  }
}
