import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

const linux = process.platform === 'linux'

/**
 * Whether a process runs. A zombie answers to signal 0 but holds nothing: where nobody reaps orphans (a container
 * without an init) a killed postmaster stays a zombie for ever, and its pid file would block every later start.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  if (!linux) return true
  const state = statOf(pid)?.[0]
  return state !== undefined && state !== 'Z' && state !== 'X'
}

/** Names one run of one process: pids are reused, and after a restart of a container often the same. */
export function birthOf(pid: number): string | undefined {
  if (linux) {
    const ticks = statOf(pid)?.[19]
    return ticks === undefined
      ? undefined
      : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`
  }
  if (process.platform === 'win32') return isAlive(pid) ? 'alive' : undefined
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

/** The fields of /proc/PID/stat from the state on: the name before them is in brackets and may hold anything. */
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

/**
 * Every live server process (postmaster and children) that works in this data folder; each has it as its current
 * folder. Empty where there is no /proc: there PostgreSQL's own lock on shared memory is what protects.
 */
export function serverProcesses(pgData: string): number[] {
  if (!linux) return []
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && isServerIn(pid, pgData))
}

/** Whether `pid` is a PostgreSQL server process of this data folder and not a stranger that got the same number. */
export function isServerIn(pid: number, pgData: string): boolean {
  if (!isAlive(pid)) return false
  if (linux) {
    try {
      return (
        readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres' &&
        readlinkSync(`/proc/${pid}/cwd`) === pgData
      )
    } catch {
      return false
    }
  }
  if (process.platform === 'win32') return true
  try {
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return command.includes('postgres') && command.includes(pgData)
  } catch {
    return false
  }
}
