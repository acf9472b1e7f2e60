import { execFile, spawn } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

import type { Account } from './account.ts'
import { closedDoor, type Folders } from './folders.ts'
import { diskFull, folderError, PostgresError, systemCode } from './error.ts'
import { program, type Programs } from './programs.ts'
import { durable } from './settings.ts'
import { newSecrets, readSecrets, type Secrets, writeSecrets } from './secrets.ts'
import { databaseSql, rolesSql, rolesVersion } from './store.ts'

const makingACluster = 200 * 2 ** 20 // 40 MB of database, a first WAL segment, and room to work

/** Makes the database files when there are none, checks that they fit this server, and returns the passwords. */
export async function openCluster(
  folders: Folders,
  programs: Programs,
  account: Account | undefined,
): Promise<Secrets> {
  if (!existsSync(join(folders.pgData, 'PG_VERSION'))) return makeCluster(folders, programs, account)
  checkMajor(folders.pgData, programs)
  const known = readSecrets(folders.secrets)
  if (known?.rolesVersion === rolesVersion) return known
  // Passwords lost, or a newer product with newer roles: the single-user server needs no password to set them.
  const secrets = known ? { ...known, rolesVersion } : newSecrets(rolesVersion)
  await runAlone(folders.pgData, programs, account, rolesSql(secrets))
  writeSecrets(folders.secrets, secrets)
  return secrets
}

/** Built beside its final place and moved there when complete: a crash half way leaves nothing that looks like a database. */
async function makeCluster(
  folders: Folders,
  programs: Programs,
  account: Account | undefined,
): Promise<Secrets> {
  const draft = join(folders.data, 'postgres.draft')
  const secrets = newSecrets(rolesVersion)
  checkEmpty(folders.pgData)
  if (freeBytes(folders.data) < makingACluster) throw diskFull(folders.data)
  try {
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { mode: 0o700 })
    if (account) chownSync(draft, account.uid, account.gid)
  } catch (error) {
    throw account && systemCode(error) === 'EPERM'
      ? squashed(draft, account, error)
      : folderError(draft, error)
  }
  try {
    await makeFiles(draft, programs, account)
    await runAlone(draft, programs, account, [...rolesSql(secrets), ...databaseSql])
    writeSecrets(folders.secrets, secrets)
    rmSync(folders.pgData, { recursive: true, force: true })
    renameSync(draft, folders.pgData)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw error
  }
  return secrets
}

/**
 * Code-point order and Unicode case rules of the server's own (`builtin`): fast, and an index never goes stale with a
 * library update. Where people read a list it is sorted `collate "vi-x-icu"`. The character types come from the system's
 * C.UTF-8, else from C: pg_trgm asks them what a letter is.
 */
async function makeFiles(pgData: string, programs: Programs, account: Account | undefined) {
  const args = [
    '-D',
    pgData,
    '-U',
    'postgres',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  const tail = ['--locale=C', '--auth=reject', '--data-checksums', '--no-instructions']
  const ctype = process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8'
  const run = (extra: string[]) =>
    promisify(execFile)(
      program(programs, 'initdb'),
      [...args, ...tail, ...extra],
      spawnAs(account, dirname(pgData)),
    )
  try {
    await run([`--lc-ctype=${ctype}`]).catch(async (error: { stderr?: string }) => {
      if (!error.stderr?.includes('locale')) throw error
      await run([])
    })
  } catch (error) {
    throw initFailed(pgData, account, error as { stderr?: string; message: string })
  }
}

/** Runs statements in a server without network or passwords, one line each. The first error stops it. */
function runAlone(
  pgData: string,
  programs: Programs,
  account: Account | undefined,
  statements: string[],
): Promise<void> {
  const quiet = [
    '-c',
    'log_min_error_statement=panic',
    '-c',
    'log_checkpoints=off',
    '-c',
    'exit_on_error=on',
    '-c',
    'jit=off',
  ]
  const args = ['--single', '-D', pgData, ...durable, ...quiet, 'postgres']
  return new Promise((done, fail) => {
    const child = spawn(program(programs, 'postgres'), args, {
      ...spawnAs(account, pgData),
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk))
    child.on('error', fail)
    child.on('close', (code) => {
      if (code === 0) done()
      else fail(initFailed(pgData, account, { stderr: said, message: `exit ${code}` }))
    })
    child.stdin.on('error', () => {}) // it died while we were talking: `close` says why
    child.stdin.end(statements.map((s) => `${s}\n`).join(''))
  })
}

/** What a child of the server's user needs: an environment without our settings, and a folder it may be in. */
export function spawnAs(account: Account | undefined, cwd: string) {
  const { PATH, TMPDIR, SystemRoot } = process.env
  const env = Object.fromEntries(
    Object.entries({ PATH, TMPDIR, SystemRoot }).filter(([, value]) => value !== undefined),
  )
  return { cwd, env: { ...env, TZ: 'UTC' }, ...(account ? { uid: account.uid, gid: account.gid } : {}) }
}

/** A network file system that does not take root for root (root_squash) refuses to give files away. */
function squashed(path: string, account: Account, cause: unknown): PostgresError {
  return new PostgresError(
    'root-squash',
    {
      vi: `Hệ tệp chứa ${path} không cho root giao tệp cho người dùng ${account.name} (có thể là NFS root_squash). Hãy đặt PHAODAI_DATA trên đĩa của máy, hoặc chạy Pháo Đài bằng người dùng sở hữu thư mục đó.`,
      en: `The file system of ${path} does not let root give files to ${account.name} (NFS with root_squash, perhaps). Set PHAODAI_DATA to a local disk, or run Pháo Đài as the user who owns that folder.`,
    },
    { path, account: account.name },
    cause,
  )
}

function checkMajor(pgData: string, programs: Programs) {
  const found = readFileSync(join(pgData, 'PG_VERSION'), 'utf8').trim()
  const expected = programs.version.split('.')[0]
  if (found === expected) return
  throw new PostgresError(
    'other-version',
    {
      vi: `Dữ liệu trong ${pgData} do PostgreSQL ${found} ghi, bản này đi kèm PostgreSQL ${expected}. Hãy sao lưu bằng bản Pháo Đài cũ (phaodai backup), rồi phục hồi vào thư mục mới bằng bản này (phaodai restore).`,
      en: `The data in ${pgData} was written by PostgreSQL ${found}; this release brings PostgreSQL ${expected}. Back up with the older Pháo Đài (phaodai backup), then restore into a new folder with this one (phaodai restore).`,
    },
    { pgData, found, expected },
  )
}

function checkEmpty(pgData: string) {
  if (!existsSync(pgData) || readdirSync(pgData).length === 0) return
  throw new PostgresError(
    'not-a-database',
    {
      vi: `Thư mục ${pgData} có tệp nhưng không phải là cơ sở dữ liệu (thiếu PG_VERSION). Không ghi đè: hãy chuyển nó đi nơi khác, hoặc phục hồi từ bản sao lưu.`,
      en: `The folder ${pgData} has files but is no database (PG_VERSION is missing). It is not overwritten: move it away, or restore from a backup.`,
    },
    { pgData },
  )
}

export function freeBytes(path: string): number {
  const disk = statfsSync(path)
  return disk.bavail * disk.bsize
}

function initFailed(
  pgData: string,
  account: Account | undefined,
  error: { stderr?: string; message: string },
): PostgresError {
  const said = (error.stderr || error.message).trim()
  if (said.includes('No space left on device') || said.includes('Disk quota exceeded'))
    return diskFull(pgData, error)
  const closed = account && closedDoor(dirname(pgData), account)
  if (closed) {
    return new PostgresError(
      'closed-door',
      {
        vi: `Người dùng ${account.name} (chạy cơ sở dữ liệu) không vào được ${closed}. Hãy đặt PHAODAI_DATA ngoài thư mục đó (mặc định /var/lib/phaodai), hoặc: chmod o+x ${closed}`,
        en: `The user ${account.name}, who runs the database, cannot enter ${closed}. Set PHAODAI_DATA outside of it (by default /var/lib/phaodai), or: chmod o+x ${closed}`,
      },
      { pgData, closed, account: account.name },
    )
  }
  return new PostgresError(
    'init-failed',
    {
      vi: `Không tạo được cơ sở dữ liệu trong ${pgData}: ${said}`,
      en: `The database could not be made in ${pgData}.`,
    },
    { pgData, said },
    error,
  )
}
