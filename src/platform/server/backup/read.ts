import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

import { BackupError, damaged } from './error.ts'
import { Manifest, members, sha256, type TableKept } from './manifest.ts'
import { listMembers, type Member, readMember } from './tar.ts'

const expand = promisify(gunzip)

/** A backup whose manifest has been read and proved; its data is proved as it is read. */
export interface OpenBackup {
  path: string
  manifest: Manifest
  text(member: string): Promise<string>
  /** The rows of one table as COPY text, each part checked against its hash before it is handed out. */
  rows(table: TableKept): AsyncGenerator<Buffer>
  close(): Promise<void>
}

export async function openBackup(path: string): Promise<OpenBackup> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error)
  })
  try {
    const found = new Map((await listMembers(file, path)).map((member) => [member.name, member]))
    const text = async (name: string) => (await readMember(file, need(found, name, path))).toString('utf8')
    const manifestText = await text(members.manifest)
    if ((await text(members.manifestSha256)) !== sha256(manifestText)) throw damaged(path, members.manifest)
    return {
      path,
      manifest: parseManifest(manifestText, path),
      text,
      rows: (table) => readRows(file, path, found, table),
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

/** Reads the whole file once and throws at the first place that is not what the manifest says. */
export async function proveBackup(backup: OpenBackup): Promise<void> {
  const { manifest, path } = backup
  for (const { name, sha256: expected } of manifest.migrations) {
    if (sha256(await backup.text(members.migration(name))) !== expected)
      throw damaged(path, members.migration(name))
  }
  if (sha256(await backup.text(members.schema)) !== manifest.schemaSha256) throw damaged(path, members.schema)
  for (const table of manifest.tables) {
    const whole = createHash('sha256')
    let rows = 0
    for await (const bytes of backup.rows(table)) {
      whole.update(bytes)
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) rows++
    }
    if (rows !== table.rows) throw damaged(path, `${table.name}: ${rows} dòng, cần ${table.rows}`)
    if (whole.digest('hex') !== table.sha256) throw damaged(path, table.name)
  }
}

async function* readRows(
  file: FileHandle,
  path: string,
  found: Map<string, Member>,
  table: TableKept,
): AsyncGenerator<Buffer> {
  for (const part of table.parts) {
    const member = need(found, part.member, path)
    const where = `${part.member} (byte ${member.at}–${member.at + member.size})`
    const bytes = await expand(await readMember(file, member), {
      maxOutputLength: Math.max(1, part.bytes),
    }).catch((error: Error) => {
      throw damaged(path, where, error)
    })
    if (bytes.length !== part.bytes || sha256(bytes) !== part.sha256) throw damaged(path, where)
    yield bytes
  }
}

function need(found: Map<string, Member>, name: string, path: string): Member {
  const member = found.get(name)
  if (!member) throw damaged(path, `${name}: không có trong tệp / it is not in the file`)
  return member
}

function parseManifest(text: string, path: string): Manifest {
  const json = JSON.parse(text) as { format?: unknown; version?: unknown }
  const parsed = Manifest.safeParse(json)
  if (parsed.success) return parsed.data
  throw new BackupError(
    'other-format',
    {
      vi: `Bản sao lưu ${path} do Pháo Đài ${String(json.version)} ghi theo dạng ${String(json.format)}, bản này không đọc được. Hãy phục hồi bằng bản đã ghi nó.`,
      en: `The backup ${path} was written by Pháo Đài ${String(json.version)} in format ${String(json.format)}, which this release cannot read. Restore it with the release that wrote it.`,
    },
    { path },
    parsed.error,
  )
}

function unreadable(path: string, error: NodeJS.ErrnoException): BackupError {
  return new BackupError(
    'unreadable',
    {
      vi: `Không mở được tệp ${path} (${error.code}). Kiểm tra đường dẫn và quyền đọc.`,
      en: `The file ${path} cannot be opened (${error.code}). Check the path and that you may read it.`,
    },
    { path },
    error,
  )
}
