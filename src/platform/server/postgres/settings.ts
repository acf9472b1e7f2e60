import { chownSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { type Account } from './account.ts'
import type { Folders } from './folders.ts'

/**
 * Sized so that the idle app and its database stay under 450 MB together (measured: docs/operations.md), on a machine
 * where both share two cores. What an operator may tune goes to postgresql.local.conf in the data folder, read last.
 */
const settings = {
  // An acknowledged write is on the disk. These three are repeated on the command line and cannot be tuned away.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '96MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_connections: '64',
  max_wal_size: '256MB', // bounds what is replayed after a kill: seconds, not minutes
  min_wal_size: '64MB',
  checkpoint_timeout: '5min',
  jit: 'off', // and the bundled server has no LLVM
  max_worker_processes: '6',
  max_parallel_workers: '2',
  max_parallel_workers_per_gather: '1',
  io_workers: '2',
  autovacuum_max_workers: '2',
  max_logical_replication_workers: '0',
  random_page_cost: '1.1',
  dynamic_shared_memory_type: process.platform === 'win32' ? 'windows' : 'posix',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  datestyle: 'iso, ymd',
  lc_messages: 'C',
  default_text_search_config: 'pg_catalog.simple',
  idle_in_transaction_session_timeout: '10min',
  // Errors are logged without their statement and without the row they were about: both may name a person.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
}

export const durable = ['-c', 'fsync=on', '-c', 'synchronous_commit=on', '-c', 'full_page_writes=on']

/** Only these three roles, only with their password; the superuser can be reached by nobody. */
const access = (how: string) => `# type  database  user            ${how === 'local' ? '' : 'address '} method
${['phaodai_owner', 'phaodai_app', 'phaodai_backup'].map((role) => `${how}  all  ${role}  ${how === 'host' ? '127.0.0.1/32 ' : ''}scram-sha-256`).join('\n')}
`

export interface Listen {
  /** The folder of the socket, or undefined to listen on 127.0.0.1 (Windows, where Node has no such sockets). */
  socketFolder: string | undefined
  port: number
}

/** Writes the two files that the server reads at its start and returns the arguments that name them. */
export function writeSettings(folders: Folders, listen: Listen, account: Account | undefined): string[] {
  const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quoted(value)}`)
  const local = folders.localConf.replaceAll('\\', '/')
  const conf = join(folders.pgData, 'phaodai.conf')
  const hba = join(folders.pgData, 'phaodai_hba.conf')
  const tuned = existsSync(folders.localConf) ? `include = ${quoted(local)}\n` : ''
  const head = `# Written at every start by Pháo Đài. Tune in ${local}, which is read last.\n`
  writeFileSync(conf, `${head}${lines.join('\n')}\n${tuned}`, { mode: 0o600 })
  writeFileSync(hba, access(listen.socketFolder ? 'local' : 'host'), { mode: 0o600 })
  if (account) for (const file of [conf, hba]) chownSync(file, account.uid, account.gid)
  return [
    ...['-c', `config_file=${conf}`, '-c', `hba_file=${hba}`, ...durable],
    ...['-c', `port=${listen.port}`, '-c', `listen_addresses=${listen.socketFolder ? '' : '127.0.0.1'}`],
    ...['-c', `unix_socket_directories=${listen.socketFolder ?? ''}`, '-c', 'unix_socket_permissions=0700'],
  ]
}
