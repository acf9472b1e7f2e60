import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Database, openDatabase } from '#platform/server/db.ts'
import { migrate } from '#platform/server/migrate.ts'
import { type RunningPostgres, startPostgres } from '#platform/server/postgres/index.ts'

/** A migrated database of its own for one bench, gone afterwards. */
export async function withGround<T>(
  work: (ground: { server: RunningPostgres; db: Database }) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'phaodai-bench-'))
  chmodSync(folder, 0o711) // as root the server's own user must pass through
  const server = await startPostgres({ dataDir: join(folder, 'data') })
  try {
    await migrate(server.ownerUrl)
    const db = openDatabase(server.appUrl)
    try {
      return await work({ server, db })
    } finally {
      await db.close()
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
