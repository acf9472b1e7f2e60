// Writes db/schema.sql from a fresh database with every migration: run after adding one, and commit the result.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { migrate } from '#platform/server/migrate.ts'
import { startPostgres } from '#platform/server/postgres/index.ts'
import { listSchema } from '#platform/server/schema-listing.ts'

const folder = mkdtempSync(join(tmpdir(), 'phaodai-dump-'))
chmodSync(folder, 0o711) // as root the server's own user must pass through
const server = await startPostgres({ dataDir: join(folder, 'data') })
try {
  await migrate(server.ownerUrl)
  writeFileSync(new URL('../db/schema.sql', import.meta.url), await listSchema(server.ownerUrl))
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
