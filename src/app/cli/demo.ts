import { openDatabase } from '#platform/server/db.ts'
import { migrate } from '#platform/server/migrate.ts'
import { wipe } from '#platform/server/wipe.ts'
import { ensureDemo } from '../demo/index.ts'
import { findInstallation } from '../installation-store.ts'
import { CommandError, readArgs } from './command.ts'
import { withServer } from './database.ts'

/** Loads the demo province; with --reset takes a demo (never a real installation) away first. */
export async function demo(args: string[]): Promise<number> {
  const { values } = readArgs(args, { reset: { type: 'boolean' } })
  const say = (line: string) => process.stdout.write(`${line}\n`)
  return withServer(async ({ ownerUrl, appUrl }) => {
    await migrate(ownerUrl)
    const db = openDatabase(appUrl, { max: 2 })
    try {
      const found = await findInstallation(db)
      if (found && !found.demo) {
        throw new CommandError(
          'Cơ sở dữ liệu này đang phục vụ một tỉnh thật nên không nạp dữ liệu trình diễn.',
        )
      }
      if (found && values.reset) await wipe(ownerUrl)
      const loaded = await ensureDemo(db, say)
      if (!loaded) say('Đã có dữ liệu trình diễn. Dùng --reset để nạp lại từ đầu.')
      return 0
    } finally {
      await db.close()
    }
  })
}
