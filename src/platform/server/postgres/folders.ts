import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

import { type Account, isRoot } from './account.ts'
import { folderError, PostgresError } from './error.ts'

/**
 * Everything the product keeps on disk lies under one data folder:
 *   postgres/             the database files, owned by the user the server runs as, 0700
 *   database.json         the passwords of the database roles, 0600
 *   app.lock              who uses this folder now
 *   postgres.log          what the server says; postgres.log.1 is the one before
 *   postgresql.local.conf settings of the operator, optional
 *   programs/             a copy of the server's programs, only when they cannot be run where npm put them
 */
export interface Folders {
  data: string
  pgData: string
  secrets: string
  lock: string
  log: string
  localConf: string
  programs: string
}

/** `given`, else PHAODAI_DATA, else /var/lib/phaodai as root and the user's own data folder otherwise. */
export function dataFolder(given?: string): string {
  const named = given ?? process.env.PHAODAI_DATA
  if (named) return resolve(named)
  if (isRoot()) return '/var/lib/phaodai'
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? homedir(), 'phaodai')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'phaodai')
  return join(process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'phaodai')
}

/** Makes the data folder when it is not there. As root others may pass through it but not look: the server must. */
export function openFolders(given?: string): Folders {
  const wanted = dataFolder(given)
  try {
    mkdirSync(wanted, { recursive: true, mode: isRoot() ? 0o711 : 0o700 })
    accessSync(wanted, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw folderError(wanted, error)
  }
  const data = realpathSync(wanted)
  return {
    data,
    pgData: join(data, 'postgres'),
    secrets: join(data, 'database.json'),
    lock: join(data, 'app.lock'),
    log: join(data, 'postgres.log'),
    localConf: join(data, 'postgresql.local.conf'),
    programs: join(data, 'programs'),
  }
}

/** The first folder on the way to `path` that this user may not enter. */
export function closedDoor(path: string, account: Account): string | undefined {
  for (let folder = path; ; folder = dirname(folder)) {
    const found = lstatSync(folder, { throwIfNoEntry: false })
    if (found?.isDirectory()) {
      const bit = found.uid === account.uid ? 0o100 : found.gid === account.gid ? 0o010 : 0o001
      if (!(found.mode & bit)) return folder
    }
    if (folder === dirname(folder)) return undefined
  }
}

// Room for "/.s.PGSQL.5432.lock" in the 108 bytes (104 on a Mac) that a socket address holds, its final zero included.
const longestSocketFolder = (process.platform === 'darwin' ? 104 : 108) - 20

/**
 * A short folder for the socket that nobody but the server's user (and root) can enter. One per data folder, so that
 * two products on one machine do not meet. A folder of that name that somebody else made is never used.
 */
export function openSocketFolder(pgData: string, account: Account | undefined): string {
  const uid = account?.uid ?? process.getuid?.() ?? 0
  const name = `phaodai-${uid}-${createHash('sha256').update(pgData).digest('hex').slice(0, 10)}`
  const bases = isRoot() ? ['/run', tmpdir(), '/tmp'] : [process.env.XDG_RUNTIME_DIR, tmpdir(), '/tmp']
  const refused: Record<string, string> = {}
  for (const base of bases) {
    if (!base) continue
    const folder = join(base, name)
    if (Buffer.byteLength(folder) > longestSocketFolder) {
      refused[folder] = `dài ${Buffer.byteLength(folder)} byte, tối đa ${longestSocketFolder}`
      continue
    }
    try {
      if (!lstatSync(folder, { throwIfNoEntry: false })) {
        mkdirSync(folder, { mode: 0o700 })
        if (account) chownSync(folder, account.uid, account.gid)
      }
      const found = lstatSync(folder)
      const closed = account && closedDoor(base, account)
      if (!found.isDirectory() || found.uid !== uid) refused[folder] = 'do người dùng khác tạo'
      else if (closed) refused[folder] = `${account.name} không vào được ${closed}`
      else {
        chmodSync(folder, 0o700)
        return folder
      }
    } catch (error) {
      refused[folder] = String((error as NodeJS.ErrnoException).code)
    }
  }
  throw new PostgresError(
    'no-socket-folder',
    {
      vi: `Không có thư mục ngắn và riêng để đặt cổng nối tới cơ sở dữ liệu. Đã thử: ${JSON.stringify(refused)}. Hãy đặt TMPDIR trỏ tới một thư mục ngắn ghi được, ví dụ /tmp.`,
      en: `There is no short private folder for the database socket. Tried: ${JSON.stringify(refused)}. Set TMPDIR to a short writable folder such as /tmp.`,
    },
    { refused },
  )
}

/**
 * Takes away what a killed server left. Its lock file names a process, and while that one is a zombie, or a stranger has
 * its number, PostgreSQL would refuse to start. Only for the holder of the data folder, when no server runs in it.
 */
export function emptySocketFolder(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true })
}

export function closeSocketFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
