import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type FileHandle, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

import pg from 'pg'

import { systemClock } from '../clock.ts'
import { listSchema } from '../schema-listing.ts'
import { copyOut } from './copy.ts'
import { BackupError } from './error.ts'
import { Manifest, members, ownMigrations, readme, sha256, shapeOf, type TableKept } from './manifest.ts'
import {
  aboutDatabase,
  beginSnapshot,
  copyOutText,
  listMigrations,
  listSequences,
  listTables,
  type Table,
} from './store.ts'
import { writeEnd, writeMember } from './tar.ts'

const compress = promisify(gzip)
const packageFile = new URL('../../../../package.json', import.meta.url)

/** Uncompressed bytes of one part: what is in memory at a time. */
const partSize = 8 * 2 ** 20

export interface BackupOptions {
  log?: (line: string) => void
  /** Those of this release when not given. */
  migrationsFolder?: string
}

export interface BackupReport {
  file: string
  bytes: number
  rows: number
  tables: { name: string; rows: number }[]
  at: string
  auditRoot: string | undefined
  seconds: number
}

/**
 * Writes every row of one moment into `file` (a tar: manifest.ts), while the product goes on working. `url` must be a
 * role that may read all (`backupUrl` of the bundled server): row-level security would hide rows from any other, and
 * that is refused. The file appears under its name only when it is complete and on the disk; an old one is not replaced.
 */
export async function backup(url: string, file: string, options: BackupOptions = {}): Promise<BackupReport> {
  const started = systemClock.elapsed()
  if (await stat(file).catch(() => undefined)) throw exists(file)
  const draft = `${file}.part`
  const client = new pg.Client({ connectionString: url, application_name: 'phaodai-backup' })
  await client.connect()
  try {
    await beginSnapshot(client)
    const out = await open(draft, 'w', 0o600)
    let manifest: Manifest
    try {
      manifest = await writeAll(client, url, out, options)
      await out.sync()
    } finally {
      await out.close()
    }
    await client.query('commit')
    await rename(draft, file)
    const { at, auditRoot } = manifest
    const tables = manifest.tables.map(({ name, rows }) => ({ name, rows }))
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    const { size } = await stat(file)
    return {
      file,
      bytes: size,
      rows,
      tables,
      at,
      auditRoot,
      seconds: (systemClock.elapsed() - started) / 1000,
    }
  } catch (error) {
    await rm(draft, { force: true })
    throw inWords(error, file)
  } finally {
    await client.end()
  }
}

async function writeAll(
  client: pg.Client,
  url: string,
  out: FileHandle,
  { log = () => {}, migrationsFolder = ownMigrations }: BackupOptions,
): Promise<Manifest> {
  const about = await aboutDatabase(client)
  const seconds = Math.floor(Date.parse(about.at) / 1000)
  const write = (name: string, bytes: Buffer | string) => writeMember(out, name, Buffer.from(bytes), seconds)
  await write(members.readme, readme)
  const migrations = []
  for (const name of await listMigrations(client)) {
    const text = await readFile(join(migrationsFolder, name)).catch(() => {
      throw newerDatabase(name)
    })
    migrations.push({ name, sha256: sha256(text) })
    await write(members.migration(name), text)
  }
  const schema = shapeOf(await listSchema(url))
  await write(members.schema, schema)
  const tables: TableKept[] = []
  for (const table of await listTables(client)) {
    const kept = await writeTable(client, table, write)
    log(`${kept.name}: ${kept.rows} dòng`)
    tables.push(kept)
  }
  const manifest = Manifest.parse({
    format: 1,
    product: 'phaodai',
    version: (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version,
    ...about,
    migrations,
    schemaSha256: sha256(schema),
    sequences: await listSequences(client),
    tables,
  })
  const text = JSON.stringify(manifest, null, 1)
  await write(members.manifest, text)
  await write(members.manifestSha256, sha256(text))
  await writeEnd(out)
  return manifest
}

async function writeTable(
  client: pg.Client,
  table: Table,
  write: (name: string, bytes: Buffer) => Promise<void>,
): Promise<TableKept> {
  const whole = createHash('sha256')
  const parts: TableKept['parts'] = []
  let waiting: Buffer[] = []
  let size = 0
  const flush = async () => {
    const bytes = Buffer.concat(waiting)
    waiting = []
    size = 0
    const member = members.part(table.name, parts.length + 1)
    whole.update(bytes)
    parts.push({ member, bytes: bytes.length, sha256: sha256(bytes) })
    await write(member, await compress(bytes))
  }
  const rows = await copyOut(client, copyOutText(table), (chunk) => {
    waiting.push(chunk)
    size += chunk.length
    return size >= partSize ? flush() : undefined
  })
  if (size > 0) await flush()
  return { name: table.name, columns: table.columns, rows, sha256: whole.digest('hex'), parts }
}

function exists(file: string): BackupError {
  return new BackupError(
    'exists',
    {
      vi: `Đã có tệp ${file}; không ghi đè bản sao lưu. Hãy chọn tên khác.`,
      en: `${file} exists; a backup is not overwritten. Choose another name.`,
    },
    { file },
  )
}

function newerDatabase(migration: string): BackupError {
  return new BackupError(
    'newer-database',
    {
      vi: `Cơ sở dữ liệu đã chạy ${migration}, bản Pháo Đài này không có. Hãy sao lưu bằng bản đang chạy nó.`,
      en: `The database has run ${migration}, which this release does not have. Back up with the release that runs on it.`,
    },
    { migration },
  )
}

/** The two failures that a person can do something about. */
function inWords(error: unknown, file: string): unknown {
  const { code, message } = error as { code?: string; message: string }
  if (code === '42501' || message.includes('row-level security')) {
    return new BackupError(
      'may-not-read-all',
      {
        vi: `Vai trò dùng để sao lưu không đọc được mọi dòng (${message}). Hãy đặt DATABASE_BACKUP_URL là một vai trò có BYPASSRLS và pg_read_all_data.`,
        en: `The role of the backup may not read every row (${message}). Set DATABASE_BACKUP_URL to a role with BYPASSRLS and pg_read_all_data.`,
      },
      {},
      error,
    )
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new BackupError(
      'disk-full',
      {
        vi: `Hết chỗ trên đĩa khi ghi ${file}. Bản dở dang đã được xoá.`,
        en: `The disk is full while writing ${file}. The unfinished file was removed.`,
      },
      { file },
      error,
    )
  }
  return error
}
