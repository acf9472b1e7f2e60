import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'

import { PostgresError } from './error.ts'

/** The unprivileged user that the server runs as when we are root; PostgreSQL refuses to run as root. */
export interface Account {
  name: string
  uid: number
  gid: number
}

const dedicated = 'phaodai'

export const isRoot = (): boolean => process.getuid?.() === 0

/**
 * Undefined when we are an ordinary user: the server then runs as ourselves. As root: whoever owns the database files
 * already, else the dedicated user (made when it can be), else `nobody`.
 */
export function serverAccount(pgData: string, log: (line: string) => void): Account | undefined {
  const owner = statSync(pgData, { throwIfNoEntry: false })
  if (!isRoot()) {
    if (owner && process.getuid && owner.uid !== process.getuid()) throw foreignFolder(pgData, owner.uid)
    return undefined
  }
  if (owner) {
    if (owner.uid === 0) throw rootOwned(pgData)
    return { name: nameOf(owner.uid), uid: owner.uid, gid: owner.gid }
  }
  const found = lookUp(dedicated) ?? makeDedicated(log) ?? lookUp('nobody')
  if (found) return found
  throw new PostgresError(
    'no-account',
    {
      vi: `PostgreSQL không chạy bằng root, và máy này không có người dùng ${dedicated} hay nobody. Hãy tạo: useradd --system ${dedicated}`,
      en: `PostgreSQL does not run as root, and this machine has neither a user ${dedicated} nor nobody. Make one: useradd --system ${dedicated}`,
    },
    { tried: [dedicated, 'nobody'] },
  )
}

function makeDedicated(log: (line: string) => void): Account | undefined {
  try {
    execFileSync(
      'useradd',
      [
        '--system',
        '--user-group',
        '--no-create-home',
        '--home-dir',
        '/nonexistent',
        '--shell',
        '/usr/sbin/nologin',
        dedicated,
      ],
      { stdio: 'ignore' },
    )
    log(`đã tạo người dùng hệ thống ${dedicated} cho cơ sở dữ liệu`)
  } catch {
    return undefined
  }
  return lookUp(dedicated)
}

function lookUp(name: string): Account | undefined {
  try {
    const ask = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { name, uid: ask('-u'), gid: ask('-g') }
  } catch {
    return undefined
  }
}

function nameOf(uid: number): string {
  try {
    return execFileSync('id', ['-un', String(uid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return String(uid)
  }
}

function foreignFolder(pgData: string, uid: number): PostgresError {
  const name = nameOf(uid)
  return new PostgresError(
    'foreign-folder',
    {
      vi: `Cơ sở dữ liệu ${pgData} thuộc người dùng ${name}, còn bạn không phải người đó. Hãy chạy bằng ${name} hoặc root, hay đặt PHAODAI_DATA trỏ tới thư mục của bạn.`,
      en: `The database ${pgData} belongs to ${name} and you are somebody else. Run as ${name} or root, or set PHAODAI_DATA to a folder of yours.`,
    },
    { pgData, owner: name },
  )
}

function rootOwned(pgData: string): PostgresError {
  return new PostgresError(
    'root-owned',
    {
      vi: `Cơ sở dữ liệu ${pgData} thuộc root; PostgreSQL cần một người dùng thường làm chủ. Nếu đây đúng là dữ liệu của Pháo Đài: chown -R ${dedicated} ${pgData}`,
      en: `The database ${pgData} belongs to root; PostgreSQL needs an ordinary owner. If these are Pháo Đài's files: chown -R ${dedicated} ${pgData}`,
    },
    { pgData },
  )
}
