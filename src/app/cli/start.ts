import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import { sessionSecret, listening } from '#platform/server/config.ts'
import { openDatabase } from '#platform/server/db.ts'
import { migrate } from '#platform/server/migrate.ts'
import { resolveDatabase } from '#platform/server/postgres/index.ts'
import { demoAccounts, demoPassword } from '../demo/people.ts'
import { openProduct } from '../product.ts'
import { findInstallation } from '../installation-store.ts'
import { CommandError, readArgs } from './command.ts'

const launcher = fileURLToPath(new URL('../../../bin/phaodai', import.meta.url))

const options = {
  port: { type: 'string' },
  host: { type: 'string' },
  empty: { type: 'boolean' },
  verbose: { type: 'boolean' },
} as const

/** Starts everything and serves until it is told to stop. Answers when it has stopped. */
export async function start(args: string[]): Promise<number> {
  const { values } = readArgs(args, options)
  const place = listening(process.env, values)
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const log = values.verbose ? say : () => {}
  say('Pháo Đài đang khởi động…')
  const server = await resolveDatabase({ log, onLost: (error) => (say(error.message), process.exit(1)) })
  try {
    await migrate(server.ownerUrl)
    if (!values.empty) await loadDemoOnFirstStart(server.appUrl)
    const product = await openProduct({
      appUrl: server.appUrl,
      dataDir: server.dataDir,
      secret: sessionSecret(process.env, server.dataDir),
      listening: place,
      log,
      ...(values.verbose && { logLevel: 'info' }),
    })
    try {
      await product.app.listen({ host: place.host, port: place.port }).catch(portTaken(place.port))
      const address = product.app.server.address()
      const port = typeof address === 'object' && address ? address.port : place.port
      await greet(product.db, place.baseUrl.replace(/:0$/, `:${port}`), say)
      giveBackMemory()
      await untilToldToStop()
      say('Đang dừng…')
    } finally {
      await product.close()
    }
  } finally {
    await server.stop()
  }
  return 0
}

/**
 * `npm start` on a fresh machine shows the demo province; a database with an installation is left as it is. Loaded by a
 * process of its own: what a province takes to build (some 90 MB) is not carried around by the server ever after.
 */
async function loadDemoOnFirstStart(appUrl: string) {
  const db = openDatabase(appUrl, { max: 1 })
  try {
    if (await findInstallation(db)) return
  } finally {
    await db.close()
  }
  const loading = spawn(process.execPath, [launcher, 'demo'], { stdio: 'inherit' })
  const [code] = (await once(loading, 'exit')) as [number | null]
  if (code !== 0) throw new CommandError('Chưa nạp được tỉnh trình diễn; lý do ở dòng trên.')
}

/**
 * Loading the code leaves tens of megabytes that nobody refers to any more, and a server with nothing to do never comes
 * round to collecting them. Done once, when the start is over; it holds requests up for a tenth of a second.
 */
function giveBackMemory() {
  setTimeout(() => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    collect()
  }, 8_000).unref()
}

function portTaken(port: number) {
  return (error: NodeJS.ErrnoException): never => {
    if (error.code === 'EADDRINUSE') {
      throw new CommandError(
        `Cổng ${port} đang được chương trình khác dùng. Chọn cổng khác: npm start -- --port ${port + 1}`,
      )
    }
    if (error.code === 'EACCES')
      throw new CommandError(`Không được mở cổng ${port}. Chọn cổng từ 1024 trở lên.`)
    throw error
  }
}

async function greet(
  db: Parameters<typeof findInstallation>[0],
  address: string,
  say: (line: string) => void,
) {
  const installation = await findInstallation(db)
  say('')
  say(`  ${installation?.name ?? 'Pháo Đài'}`)
  say(`  Mở: ${address}`)
  say('')
  if (!installation) {
    say('  Cơ sở dữ liệu trống. Tạo tài khoản quản trị: bin/phaodai account create --help')
  } else if (installation.demo) {
    say(`  Tài khoản trình diễn (mật khẩu chung: ${demoPassword})`)
    for (const account of demoAccounts) say(`    ${account.username.padEnd(22)} ${account.title}`)
    say('')
    say('  Đây là bản trình diễn: người và sự kiện đều hư cấu.')
  }
  say('  Dừng: Ctrl+C')
}

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
