import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'
import { onTestFinished } from 'vitest'

import { type RunningPostgres, startPostgres, type StartOptions } from './supervisor.ts'

/** A folder for one test, gone after it; the server's user may pass through. */
export function scratchFolder(base = tmpdir()): string {
  const folder = mkdtempSync(join(base, 'phaodai-postgres-'))
  chmodSync(folder, 0o711)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A server that is stopped after the test when the test did not. */
export async function started(dataDir: string, options: StartOptions = {}): Promise<RunningPostgres> {
  const server = await startPostgres({ ...options, dataDir })
  onTestFinished(() => server.stop())
  return server
}

export async function ask<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // the server may be killed under us
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end().catch(() => {})
  }
}
