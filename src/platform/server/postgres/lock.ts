import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

import { folderError, PostgresError, systemCode } from './error.ts'
import { birthOf, isAlive } from './processes.ts'

interface Holder {
  pid: number
  birth: string
}

/**
 * One app per data folder. The lock names a process by pid and birth, so that a crash, a reboot or a container in which
 * everybody is process 1 never leaves a folder locked. Returns the way to give it back.
 */
export function lockFolder(path: string): () => void {
  const mine = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) ?? '' } satisfies Holder)
  const draft = `${path}.${process.pid}`
  try {
    writeFileSync(draft, mine, { mode: 0o600 })
    for (;;) {
      if (tryLink(draft, path)) return () => release(path, mine)
      const theirs = readIfThere(path)
      if (theirs === undefined) continue // given back between the two calls
      const holder = lockHolder(path)
      if (holder) throw inUse(path, holder)
      // Moving it aside lets only one of several starters win; a live lock that came in between is put back.
      const aside = `${draft}.stale`
      if (!tryRename(path, aside)) continue
      if (readFileSync(aside, 'utf8') !== theirs) tryLink(aside, path)
      rmSync(aside)
    }
  } catch (error) {
    throw error instanceof PostgresError ? error : folderError(path, error)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** The process that holds the lock, when it still lives. */
export function lockHolder(path: string): number | undefined {
  const text = readIfThere(path)
  if (text === undefined) return undefined
  try {
    const holder = JSON.parse(text) as Holder
    return isAlive(holder.pid) && birthOf(holder.pid) === holder.birth ? holder.pid : undefined
  } catch {
    return undefined // a file cut short by a full disk holds nothing
  }
}

function release(path: string, mine: string) {
  if (readIfThere(path) === mine) rmSync(path, { force: true })
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
}

function tryRename(from: string, to: string): boolean {
  try {
    renameSync(from, to)
    return true
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}

function inUse(path: string, pid: number): PostgresError {
  return new PostgresError(
    'in-use',
    {
      vi: `Thư mục dữ liệu này đang được một Pháo Đài khác dùng (tiến trình ${pid}, khoá ${path}). Hãy dừng nó trước, hoặc đặt PHAODAI_DATA trỏ tới thư mục khác.`,
      en: `This data folder is in use by another Pháo Đài (process ${pid}, lock ${path}). Stop that one first, or set PHAODAI_DATA to another folder.`,
    },
    { path, pid },
  )
}
