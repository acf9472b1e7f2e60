import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'

import { systemClock } from '../clock.ts'
import { openDatabase } from '../db.ts'
import { migrate } from '../migrate.ts'
import { listSchema } from '../schema-listing.ts'
import { type AuditFinding, verifyAudit } from '../seal.ts'
import type { BackupOptions } from './backup.ts'
import { copyIn, copyOut } from './copy.ts'
import { BackupError, damaged } from './error.ts'
import { type Manifest, members, ownMigrations, shapeOf } from './manifest.ts'
import { type OpenBackup, openBackup, proveBackup } from './read.ts'
import {
  clearOwned,
  copyInText,
  copyOutText,
  listTables,
  openForLoading,
  requireEmpty,
  setSequences,
} from './store.ts'

export interface RestoreReport {
  /** The moment the rows are of. */
  at: string
  rows: number
  tables: { name: string; rows: number }[]
  /** Migrations of this release that came after the backup's, run once the rows were in. */
  migrated: string[]
  /** Lines of the schema that differ from the backup's (`-` its own, `+` here); normally none. */
  differences: string[]
  audit: { seals: number; entries: number; findings: AuditFinding[] }
  seconds: number
}

/**
 * Restores a backup into an empty database, whole or not at all. The file is proved from end to end before anything is
 * touched; afterwards every table is read back and must have the hash it was saved with, and the audit log is verified.
 * `ownerUrl` is the role that owns the database.
 */
export async function restore(
  ownerUrl: string,
  path: string,
  { log = () => {}, migrationsFolder = ownMigrations }: BackupOptions = {},
): Promise<RestoreReport> {
  const started = systemClock.elapsed()
  const backup = await openBackup(path)
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'phaodai-restore' })
  try {
    log('kiểm tra bản sao lưu')
    await requireKnown(backup.manifest, migrationsFolder)
    await proveBackup(backup)
    await client.connect()
    await requireEmpty(client)
    try {
      await makeTables(ownerUrl, backup)
      const differences = compareSchema(
        await backup.text(members.schema),
        shapeOf(await listSchema(ownerUrl)),
      )
      await loadAll(client, backup, log)
      const migrated = await migrate(ownerUrl, migrationsFolder)
      const audit = await audited(ownerUrl)
      const tables = backup.manifest.tables.map(({ name, rows }) => ({ name, rows }))
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      const seconds = (systemClock.elapsed() - started) / 1000
      return { at: backup.manifest.at, rows, tables, migrated, differences, audit, seconds }
    } catch (error) {
      await client.query('rollback')
      await clearOwned(client)
      throw error
    }
  } finally {
    await client.end()
    await backup.close()
  }
}

/** The tables as they were when the backup was made: by its own migrations, which this release must know too. */
async function makeTables(ownerUrl: string, backup: OpenBackup) {
  const folder = await mkdtemp(join(tmpdir(), 'phaodai-restore-'))
  try {
    for (const { name } of backup.manifest.migrations) {
      await writeFile(join(folder, name), await backup.text(members.migration(name)))
    }
    await migrate(ownerUrl, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function requireKnown(manifest: Manifest, migrationsFolder: string) {
  const known = new Set(await readdir(migrationsFolder))
  const unknown = manifest.migrations.map((m) => m.name).filter((name) => !known.has(name))
  if (unknown.length === 0) return
  throw new BackupError(
    'newer-backup',
    {
      vi: `Bản sao lưu do Pháo Đài ${manifest.version} ghi, mới hơn bản này (có ${unknown.join(', ')}). Hãy phục hồi bằng bản đó hoặc mới hơn.`,
      en: `The backup was written by Pháo Đài ${manifest.version}, newer than this release (it has ${unknown.join(', ')}). Restore it with that release or a newer one.`,
    },
    { unknown },
  )
}

async function loadAll(client: pg.Client, backup: OpenBackup, log: (line: string) => void) {
  const { tables, sequences } = backup.manifest
  await client.query('begin')
  const here = new Map((await listTables(client)).map((table) => [table.name, table.columns.join()]))
  const other = tables.find((table) => here.get(table.name) !== table.columns.join())
  if (other) throw otherShape(other.name, other.columns.join(), here.get(other.name))
  const finish = await openForLoading(client, tables)
  for (const table of tables) {
    const rows = await copyIn(client, copyInText(table), backup.rows(table))
    const hash = createHash('sha256')
    const read = await copyOut(client, copyOutText(table), (chunk) => void hash.update(chunk))
    if (rows !== table.rows || read !== table.rows || hash.digest('hex') !== table.sha256) {
      throw damaged(
        backup.path,
        `${table.name}: ghi ${rows}, đọc lại ${read}, cần ${table.rows} dòng cùng mã băm`,
      )
    }
    log(`${table.name}: ${rows} dòng, khớp mã băm`)
  }
  await setSequences(client, sequences)
  await finish()
  await client.query('commit')
}

function otherShape(table: string, expected: string, found: string | undefined): BackupError {
  return new BackupError(
    'other-shape',
    {
      vi: `Bảng ${table} trong bản sao lưu có các cột (${expected}), còn ở đây là (${found ?? 'không có bảng'}). Hãy phục hồi bằng đúng bản Pháo Đài đã sao lưu.`,
      en: `The table ${table} has the columns (${expected}) in the backup and (${found ?? 'no such table'}) here. Restore it with the very release that made the backup.`,
    },
    { table, expected, found },
  )
}

function compareSchema(saved: string, made: string): string[] {
  const [was, is] = [saved.split('\n'), made.split('\n')]
  const [before, now] = [new Set(was), new Set(is)]
  return [
    ...was.filter((line) => !now.has(line)).map((line) => `- ${line}`),
    ...is.filter((line) => !before.has(line)).map((line) => `+ ${line}`),
  ]
}

async function audited(ownerUrl: string): Promise<RestoreReport['audit']> {
  const db = openDatabase(ownerUrl, { max: 1, applicationName: 'phaodai-restore' })
  try {
    return await verifyAudit(db)
  } finally {
    await db.close()
  }
}
