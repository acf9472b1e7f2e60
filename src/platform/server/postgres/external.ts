import pg from 'pg'

import { PostgresError } from './error.ts'
import { type RunningPostgres, startPostgres, type StartOptions } from './index.ts'

const oldest = 15

/**
 * The database to use: a server of your own when DATABASE_URL is set (checked, never started or stopped), else the
 * bundled one. DATABASE_OWNER_URL names the role that owns the schema, DATABASE_BACKUP_URL the one that may read all.
 */
export async function resolveDatabase(options: StartOptions = {}): Promise<RunningPostgres> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATABASE_BACKUP_URL: backupUrl } = process.env
  if (!appUrl && !ownerUrl) return startPostgres(options)
  if (!appUrl || !ownerUrl) throw halfSet(appUrl ? 'DATABASE_OWNER_URL' : 'DATABASE_URL')
  await checkServer(appUrl, ownerUrl)
  return { appUrl, ownerUrl, backupUrl: backupUrl ?? ownerUrl, dataDir: '', pid: 0, stop: async () => {} }
}

interface Found {
  version: number
  role: string
  database: string
  superuser: boolean
  bypass: boolean
  isApp: boolean
  owned: number
  ownsSchema: boolean
  collation: boolean
}

/** What is asked of a server before anything is written to it. */
export async function checkServer(appUrl: string, ownerUrl: string): Promise<void> {
  const app = await look(appUrl, 'DATABASE_URL')
  const owner = await look(ownerUrl, 'DATABASE_OWNER_URL')
  for (const [found, name] of [
    [app, 'DATABASE_URL'],
    [owner, 'DATABASE_OWNER_URL'],
  ] as const) {
    if (found.version < oldest * 10_000) throw tooOld(name, found.version)
  }
  const wrong: [boolean, string, string, string][] = [
    [
      app.database !== owner.database,
      'hai biến trỏ tới hai cơ sở dữ liệu',
      'the two variables name two databases',
      'dùng cùng một cơ sở dữ liệu / use one database',
    ],
    [
      app.role === owner.role,
      `cả hai đều là vai trò ${app.role}`,
      `both are the role ${app.role}`,
      'tạo vai trò riêng cho ứng dụng / make a role of its own for the app',
    ],
    [
      app.superuser || app.bypass,
      `vai trò ${app.role} vượt được chính sách hàng`,
      `the role ${app.role} passes by row-level security`,
      `alter role ${app.role} nosuperuser nobypassrls`,
    ],
    [
      app.owned > 0,
      `vai trò ${app.role} sở hữu ${app.owned} bảng`,
      `the role ${app.role} owns ${app.owned} tables`,
      `reassign owned by ${app.role} to ${owner.role}`,
    ],
    [
      !app.isApp,
      `vai trò ${app.role} không thuộc phaodai_app`,
      `the role ${app.role} is not a member of phaodai_app`,
      `create role phaodai_app; grant phaodai_app to ${app.role}`,
    ],
    [
      !owner.ownsSchema,
      `vai trò ${owner.role} không tạo được bảng trong lược đồ public`,
      `the role ${owner.role} may not make tables in schema public`,
      `alter database ${owner.database} owner to ${owner.role}`,
    ],
    [
      !owner.collation,
      'máy chủ không có bảng chữ cái vi-x-icu',
      'the server has no collation vi-x-icu',
      'dùng PostgreSQL có ICU / use a PostgreSQL built with ICU',
    ],
  ]
  const first = wrong.find(([bad]) => bad)
  if (!first) return
  throw new PostgresError(
    'external',
    {
      vi: `Máy chủ cơ sở dữ liệu chưa đúng: ${first[1]}. Cách sửa: ${first[3]}`,
      en: `The database server is not as expected: ${first[2]}. Mend: ${first[3]}`,
    },
    { app, owner },
  )
}

async function look(url: string, variable: string): Promise<Found> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<Found>(`
      select current_setting('server_version_num')::int as version, current_user::text as role,
        current_database()::text as database, r.rolsuper as superuser, r.rolbypassrls as bypass,
        exists (select from pg_roles a where a.rolname = 'phaodai_app' and pg_has_role(current_user, a.oid, 'member')) as "isApp",
        (select count(*)::int from pg_class where relowner = r.oid and relkind in ('r', 'p')) as owned,
        has_schema_privilege('public', 'create') as "ownsSchema",
        exists (select from pg_collation where collname = 'vi-x-icu') as collation
      from pg_roles r where r.rolname = current_user`)
    return rows[0]!
  } catch (error) {
    throw new PostgresError(
      'unreachable',
      {
        vi: `Không nối được tới máy chủ trong ${variable}: ${(error as Error).message}. Kiểm tra địa chỉ, tên và mật khẩu.`,
        en: `The server in ${variable} cannot be reached: ${(error as Error).message}. Check address, name and password.`,
      },
      { variable },
      error,
    )
  } finally {
    await client.end().catch(() => {})
  }
}

function tooOld(variable: string, version: number): PostgresError {
  const found = Math.floor(version / 10_000)
  return new PostgresError(
    'too-old',
    {
      vi: `Máy chủ trong ${variable} là PostgreSQL ${found}; cần ${oldest} trở lên.`,
      en: `The server in ${variable} is PostgreSQL ${found}; ${oldest} or newer is needed.`,
    },
    { variable, version },
  )
}

function halfSet(missing: string): PostgresError {
  return new PostgresError(
    'half-set',
    {
      vi: `Thiếu ${missing}: máy chủ của bạn cần cả DATABASE_URL (vai trò của ứng dụng) và DATABASE_OWNER_URL (vai trò sở hữu lược đồ).`,
      en: `${missing} is not set: a server of your own needs both DATABASE_URL (the app's role) and DATABASE_OWNER_URL (the role that owns the schema).`,
    },
    { missing },
  )
}
