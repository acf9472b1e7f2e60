import { statSync } from 'node:fs'
import { join } from 'node:path'

import pg from 'pg'

import { freeBytes } from './cluster.ts'
import { judgeServer, lookAt } from './external.ts'
import { dataFolder } from './folders.ts'
import { installedPrograms } from './programs.ts'
import { seeDurability, type ServerSeen } from './store.ts'

export interface Finding {
  name: string
  ok: boolean
  found: string
  expected: string
  /** What to do; empty when all is well. */
  mend: string
}

const leastFree = 2 * 2 ** 30

/**
 * What `phaodai doctor` says about the ground: Node, the server's programs, disk, file rights, and of a running
 * database its version, its durability and the rights of its roles. Never throws: what cannot be asked is a finding.
 */
export async function checkRuntime(urls?: { appUrl: string; ownerUrl: string }): Promise<Finding[]> {
  const findings = [
    attempt('Node', '24 trở lên', 'chạy bằng bin/phaodai sau npm ci', () => [
      Number(process.versions.node.split('.')[0]) >= 24,
      process.version,
    ]),
    attempt('thư viện quốc tế hoá (ICU) của Node', 'có tiếng Việt', 'dùng Node có ICU đầy đủ', () => {
      const sorted = ['Đặng', 'Dũng', 'Ấn', 'An'].sort(new Intl.Collator('vi').compare).join(' ')
      return [sorted === 'An Ấn Dũng Đặng', sorted]
    }),
  ]
  if (!process.env.DATABASE_URL) findings.push(...checkFolder())
  if (urls) findings.push(...(await checkDatabase(urls)))
  return findings
}

function checkFolder(): Finding[] {
  const data = dataFolder()
  return [
    attempt('PostgreSQL kèm theo', 'có cho máy này', 'npm ci, hoặc đặt DATABASE_URL', () => [
      true,
      installedPrograms().version,
    ]),
    attempt(
      `chỗ trống trên đĩa của ${data}`,
      'ít nhất 2 GB',
      'giải phóng chỗ hoặc chuyển PHAODAI_DATA',
      () => {
        const free = freeBytes(data)
        return [free >= leastFree, `${(free / 2 ** 30).toFixed(1)} GB`]
      },
    ),
    attempt('quyền của database.json', '600', `chmod 600 ${join(data, 'database.json')}`, () => {
      const mode = (statSync(join(data, 'database.json')).mode & 0o777).toString(8)
      return [mode === '600' || process.platform === 'win32', mode]
    }),
    attempt('quyền của tệp cơ sở dữ liệu', '700', `chmod 700 ${join(data, 'postgres')}`, () => {
      const mode = (statSync(join(data, 'postgres')).mode & 0o777).toString(8)
      return [mode === '700' || process.platform === 'win32', mode]
    }),
  ]
}

async function checkDatabase(urls: { appUrl: string; ownerUrl: string }): Promise<Finding[]> {
  let seen: { app: ServerSeen; owner: ServerSeen }
  try {
    seen = {
      app: await lookAt(urls.appUrl, 'DATABASE_URL'),
      owner: await lookAt(urls.ownerUrl, 'DATABASE_OWNER_URL'),
    }
  } catch (error) {
    return [
      {
        name: 'cơ sở dữ liệu',
        ok: false,
        found: firstLine(error),
        expected: 'nối được',
        mend: 'phaodai start',
      },
    ]
  }
  const wrong = judgeServer(seen.app, seen.owner)
  const client = new pg.Client({ connectionString: urls.ownerUrl })
  await client.connect()
  try {
    const settings = await seeDurability(client)
    return [
      {
        name: 'máy chủ và vai trò',
        ok: !wrong,
        found: wrong
          ? firstLine(wrong)
          : `PostgreSQL ${Math.floor(seen.app.version / 10_000)}, ${seen.app.role}`,
        expected: 'PostgreSQL 15 trở lên; ứng dụng không sở hữu bảng, không vượt chính sách hàng',
        mend: wrong ? firstLine(wrong) : '',
      },
      ...Object.entries(settings).map(([name, value]) => ({
        name,
        ok: value === 'on',
        found: value,
        expected: 'on',
        mend:
          value === 'on'
            ? ''
            : name === 'data_checksums'
              ? 'pg_checksums --enable'
              : `alter system set ${name} = on`,
      })),
    ]
  } finally {
    await client.end()
  }
}

function attempt(
  name: string,
  expected: string,
  mend: string,
  look: () => [ok: boolean, found: string],
): Finding {
  try {
    const [ok, found] = look()
    return { name, ok, found, expected, mend: ok ? '' : mend }
  } catch (error) {
    return { name, ok: false, found: firstLine(error), expected, mend }
  }
}

const firstLine = (error: unknown): string => (error as Error).message.split('\n')[0]!
