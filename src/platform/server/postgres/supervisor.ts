import { createServer } from 'node:net'

import pg from 'pg'

import { serverAccount } from './account.ts'
import { openCluster } from './cluster.ts'
import { PostgresError } from './error.ts'
import {
  closeSocketFolder,
  emptySocketFolder,
  type Folders,
  openFolders,
  openSocketFolder,
} from './folders.ts'
import { lockFolder, lockHolder } from './lock.ts'
import { endOrphan, readPidFile, startPostmaster, stopPostmaster } from './postmaster.ts'
import { runnablePrograms } from './programs.ts'
import { readSecrets, type Secrets } from './secrets.ts'
import { type Listen, writeSettings } from './settings.ts'
import { keepRunning } from './watch.ts'

export interface RunningPostgres {
  /** The role that owns the schema: migrations and nothing else. */
  ownerUrl: string
  /** The role that serves requests: owns nothing, cannot pass by row-level security. */
  appUrl: string
  /** A role that reads everything and writes nothing. */
  backupUrl: string
  /** The data folder; the database files are in its folder `postgres`. Empty for a server of your own. */
  dataDir: string
  /** Of the postmaster that runs now; 0 when it is not ours (an app that runs already, or a server of your own). */
  readonly pid: number
  /** Fast shutdown; gives the data folder back. May be called twice. */
  stop(): Promise<void>
}

export interface StartOptions {
  dataDir?: string
  log?: (line: string) => void
  /** When an app already runs on this data folder, use its database instead of refusing (for commands beside it). */
  join?: boolean
  /** Called when the server died and could not be brought back. */
  onLost?: (error: PostgresError) => void
}

/**
 * Starts the bundled PostgreSQL on a data folder (see folders.ts), making the database on the first start and ending a
 * server that a crash of the app left behind. It is brought back when it dies by itself.
 * Throws PostgresError: its message says what was found and what to do.
 */
export async function startPostgres(options: StartOptions = {}): Promise<RunningPostgres> {
  const log = options.log ?? (() => {})
  const folders = openFolders(options.dataDir)
  if (options.join && lockHolder(folders.lock)) return joinRunning(folders)
  const giveBack = [lockFolder(folders.lock)]
  const release = () => giveBack.splice(0).forEach((undo) => undo())
  try {
    const account = serverAccount(folders.pgData, log)
    const programs = runnablePrograms(folders.programs, account, log)
    await endOrphan(folders.pgData, programs, log)
    const secrets = await openCluster(folders, programs, account)
    const listen = await whereToListen(folders, account)
    giveBack.unshift(() => listen.socketFolder && closeSocketFolder(listen.socketFolder))
    const args = writeSettings(folders, listen, account)
    const start = () => {
      if (listen.socketFolder) emptySocketFolder(listen.socketFolder)
      return startPostmaster(folders, programs, args, account, log)
    }
    const watch = keepRunning(await start(), {
      restart: async () => (await endOrphan(folders.pgData, programs, log), start()),
      stop: (server) => stopPostmaster(server.pid, folders.pgData, programs, server.ended),
      log,
      onLost: options.onLost ?? (() => {}),
    })
    const urls = urlsOf(secrets, listen)
    await proveRoles(urls).catch(async (error: unknown) => {
      await watch.stop()
      throw error
    })
    return {
      ...urls,
      dataDir: folders.data,
      get pid() {
        return watch.pid()
      },
      stop: async () => {
        await watch.stop()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

async function whereToListen(folders: Folders, account: ReturnType<typeof serverAccount>): Promise<Listen> {
  if (process.platform === 'win32') return { socketFolder: undefined, port: await freePort() }
  return { socketFolder: openSocketFolder(folders.pgData, account), port: 5432 }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}

function urlsOf(secrets: Secrets, listen: Listen) {
  const host = listen.socketFolder ? encodeURIComponent(listen.socketFolder) : '127.0.0.1'
  const url = (role: string, password: string) =>
    `postgresql://${role}:${password}@${host}:${listen.port}/phaodai`
  return {
    ownerUrl: url('phaodai_owner', secrets.owner),
    appUrl: url('phaodai_app', secrets.app),
    backupUrl: url('phaodai_backup', secrets.backup),
  }
}

/** Signs in once as each role: a wrong password file shows here, in words, and not at the first request. */
async function proveRoles(urls: ReturnType<typeof urlsOf>) {
  for (const connectionString of Object.values(urls)) {
    const client = new pg.Client({ connectionString })
    try {
      await client.connect()
    } catch (error) {
      throw new PostgresError(
        'roles',
        {
          vi: `Không đăng nhập được vào cơ sở dữ liệu vừa khởi động (${(error as Error).message}). Nếu database.json trong thư mục dữ liệu không phải của cơ sở dữ liệu này, hãy xoá nó rồi chạy lại: mật khẩu mới sẽ được đặt.`,
          en: `The database that was just started does not let us in (${(error as Error).message}). If database.json in the data folder belongs to another database, remove it and start again: new passwords are then set.`,
        },
        {},
        error,
      )
    } finally {
      await client.end().catch(() => {})
    }
  }
}

/** The database of the app that runs on this folder now. Stopping it is that app's business. */
function joinRunning(folders: Folders): RunningPostgres {
  const running = readPidFile(folders.pgData)
  const secrets = readSecrets(folders.secrets)
  if (running?.status !== 'ready' || !secrets) {
    throw new PostgresError(
      'not-ready',
      {
        vi: 'Pháo Đài đang khởi động hoặc đang dừng trên thư mục dữ liệu này. Hãy thử lại sau vài giây.',
        en: 'Pháo Đài is just starting or stopping on this data folder. Try again in a few seconds.',
      },
      { dataDir: folders.data },
    )
  }
  const listen = { socketFolder: running.socketFolder || undefined, port: running.port }
  return { ...urlsOf(secrets, listen), dataDir: folders.data, pid: 0, stop: async () => {} }
}
