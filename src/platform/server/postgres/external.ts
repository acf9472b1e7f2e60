import pg from 'pg'

import { PostgresError } from './error.ts'
import { seeServer, type ServerSeen } from './store.ts'
import { type RunningPostgres, startPostgres, type StartOptions } from './supervisor.ts'

const oldest = 15

/**
 * The database to use: a server of your own when DATABASE_URL is set (checked, never started or stopped), else the
 * bundled one. DATABASE_OWNER_URL names the role that owns the schema, DATABASE_BACKUP_URL the one that may read all.
 */
export async function resolveDatabase(options: StartOptions = {}): Promise<RunningPostgres> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATABASE_BACKUP_URL: backupUrl } = process.env
  if (!appUrl && !ownerUrl) return startPostgres(options)
  if (!appUrl || !ownerUrl) throw halfSet(appUrl ? 'DATABASE_OWNER_URL' : 'DATABASE_URL')
  const app = await lookAt(appUrl, 'DATABASE_URL')
  const owner = await lookAt(ownerUrl, 'DATABASE_OWNER_URL')
  const wrong = judgeServer(app, owner)
  if (wrong) throw wrong
  return { appUrl, ownerUrl, backupUrl: backupUrl ?? ownerUrl, dataDir: '', pid: 0, stop: async () => {} }
}

/** What is wrong with a server of your own, asked before anything is written to it. Undefined when it will do. */
export function judgeServer(app: ServerSeen, owner: ServerSeen): PostgresError | undefined {
  const old = [app, owner].find((seen) => seen.version < oldest * 10_000)
  const major = Math.floor((old?.version ?? 0) / 10_000)
  const faults: [code: string, bad: boolean, vi: string, en: string, mend: string][] = [
    [
      'too-old',
      old !== undefined,
      `máy chủ là PostgreSQL ${major}, cần ${oldest} trở lên`,
      `it is PostgreSQL ${major}, ${oldest} or newer is needed`,
      `nâng cấp máy chủ / upgrade the server`,
    ],
    [
      'two-databases',
      app.database !== owner.database,
      `hai biến trỏ tới hai cơ sở dữ liệu ${app.database} và ${owner.database}`,
      `the two variables name two databases, ${app.database} and ${owner.database}`,
      'dùng cùng một cơ sở dữ liệu / name one database',
    ],
    [
      'one-role',
      app.role === owner.role,
      `cả hai biến dùng vai trò ${app.role}`,
      `both variables use the role ${app.role}`,
      'create role phaodai_app login password …; DATABASE_URL=…phaodai_app…',
    ],
    [
      'app-passes-policies',
      app.superuser || app.bypass,
      `vai trò ${app.role} vượt được chính sách hàng`,
      `the role ${app.role} passes by row-level security`,
      `alter role ${app.role} nosuperuser nobypassrls`,
    ],
    [
      'app-owns-tables',
      app.ownedTables > 0,
      `vai trò ${app.role} sở hữu ${app.ownedTables} bảng`,
      `the role ${app.role} owns ${app.ownedTables} tables`,
      `reassign owned by ${app.role} to ${owner.role}`,
    ],
    [
      'app-not-member',
      !app.isApp,
      `vai trò ${app.role} không thuộc phaodai_app, vai trò được các bảng cấp quyền`,
      `the role ${app.role} is not a member of phaodai_app, which the tables grant their rights to`,
      `create role phaodai_app; grant phaodai_app to ${app.role}`,
    ],
    [
      'app-not-indicators',
      !app.isIndicators,
      `vai trò ${app.role} chưa được nhận vai trò phaodai_indicators, vai trò tính các chỉ số`,
      `the role ${app.role} may not take on phaodai_indicators, the role that computes indicators`,
      `create role phaodai_indicators nologin; grant phaodai_indicators to ${app.role}`,
    ],
    [
      'owner-may-not-create',
      !owner.mayCreate,
      `vai trò ${owner.role} không tạo được bảng trong lược đồ public`,
      `the role ${owner.role} may not make tables in schema public`,
      `alter database ${owner.database} owner to ${owner.role}`,
    ],
    [
      'no-collation',
      !owner.collation,
      'máy chủ không có thứ tự chữ vi-x-icu',
      'the server has no collation vi-x-icu',
      'dùng PostgreSQL có ICU / use a PostgreSQL built with ICU',
    ],
  ]
  const first = faults.find(([, bad]) => bad)
  if (!first) return undefined
  const [code, , vi, en, mend] = first
  return new PostgresError(
    code,
    {
      vi: `Máy chủ cơ sở dữ liệu chưa dùng được: ${vi}. Cách sửa: ${mend}`,
      en: `The database server cannot be used yet: ${en}. Mend: ${mend}`,
    },
    { app, owner },
  )
}

export async function lookAt(url: string, variable: string): Promise<ServerSeen> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    return await seeServer(client)
  } catch (error) {
    const said = (error as Error).message
    throw new PostgresError(
      'unreachable',
      {
        vi: `Không nối được tới máy chủ trong ${variable}: ${said}. Kiểm tra địa chỉ, tên và mật khẩu.`,
        en: `The server in ${variable} cannot be reached: ${said}. Check address, name and password.`,
      },
      { variable },
      error,
    )
  } finally {
    await client.end().catch(() => {})
  }
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
