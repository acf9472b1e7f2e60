import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { TestProject } from 'vitest/node'

import { migrate } from '#platform/server/migrate.ts'
import { startPostgres } from '#platform/server/postgres/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run; its database `phaodai` is the migrated template and is never connected to. */
    postgres: { ownerUrl: string; appUrl: string; backupUrl: string }
  }
}

/**
 * One server for the run, migrated once; every test file clones that database in about 50 ms. PHAODAI_TEST_DATA names
 * where its data folder is made; else it is a memory disk with room, which spares a shared disk thousands of flushes.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(testDisk(), 'phaodai-test-'))
  chmodSync(folder, 0o711) // as root the server's own user must pass through
  const server = await startPostgres({ dataDir: join(folder, 'data') })
  const tearDown = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await migrate(server.ownerUrl)
  } catch (error) {
    await tearDown()
    throw error
  }
  const { ownerUrl, appUrl, backupUrl } = server
  project.provide('postgres', { ownerUrl, appUrl, backupUrl })
  return tearDown
}

function testDisk(): string {
  if (process.env.PHAODAI_TEST_DATA) return process.env.PHAODAI_TEST_DATA
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    accessSync('/dev/shm', constants.W_OK)
    if (bavail * bsize > 2 * 2 ** 30) return '/dev/shm'
  } catch {
    // no memory disk here
  }
  return tmpdir()
}
