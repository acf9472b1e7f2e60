import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'

import { z } from 'zod'

/** Those of this release. A backup carries the ones it was made under. */
export const ownMigrations = fileURLToPath(new URL('../../../../db/migrations', import.meta.url))

export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')

const Hash = z.string().length(64)
const Part = z.strictObject({ member: z.string(), bytes: z.number().int(), sha256: Hash })
const TableKept = z.strictObject({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number().int(),
  /** Of all parts together, uncompressed. */
  sha256: Hash,
  parts: z.array(Part),
})
export type TableKept = z.infer<typeof TableKept>

/** What a backup holds; written last, so that a file that was cut off has none. */
export const Manifest = z.strictObject({
  format: z.literal(1),
  product: z.literal('phaodai'),
  version: z.string(),
  server: z.string(),
  database: z.string(),
  /** The moment all rows are of: ISO 8601 in UTC. */
  at: z.string(),
  auditRoot: z.string().optional(),
  migrations: z.array(z.strictObject({ name: z.string(), sha256: Hash })),
  schemaSha256: Hash,
  sequences: z.array(z.strictObject({ name: z.string(), value: z.string(), called: z.boolean() })),
  tables: z.array(TableKept),
})
export type Manifest = z.infer<typeof Manifest>

export const members = {
  readme: 'README.txt',
  migration: (name: string) => `migrations/${name}`,
  schema: 'schema.txt',
  part: (table: string, number: number) => `data/${table}.${String(number).padStart(4, '0')}.copy.gz`,
  manifest: 'manifest.json',
  manifestSha256: 'manifest.sha256',
}

/** Rights are granted by migrations, and what a role sees of them depends on the role: they are no part of the shape. */
export const shapeOf = (listing: string): string =>
  listing
    .split('\n\n-- ')
    .filter((section) => !section.startsWith('rights of the app'))
    .join('\n\n-- ')

export const readme = `Bản sao lưu của Pháo Đài / A backup of Pháo Đài

Phục hồi / Restore:            bin/phaodai restore FILE        (vào cơ sở dữ liệu trống / into an empty database)
Không có Pháo Đài / Without:   tar xf FILE
                               psql -f migrations/…            (theo thứ tự tên / in the order of their names)
                               gunzip -c data/public.units.*.copy.gz | psql -c "copy public.units (…) from stdin"
manifest.json: số dòng, cột, mã băm của từng bảng / rows, columns and hashes of every table.
Tệp này chứa dữ liệu cá nhân: giữ như giữ cơ sở dữ liệu. / This file holds personal data: guard it like the database.
`
