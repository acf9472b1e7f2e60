import { backup, restore } from '#platform/server/backup/index.ts'
import { CommandError } from './command.ts'
import { withServer } from './database.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** One consistent file while people go on working. */
export async function backupCommand([file]: string[]): Promise<number> {
  if (!file) throw new CommandError('Cách dùng: phaodai backup TỆP')
  return withServer(async ({ backupUrl }) => {
    const report = await backup(backupUrl, file, { log: say })
    say(`Đã sao lưu vào ${file}: ${report.tables.length} bảng, ${report.rows} dòng, ${report.bytes} byte.`)
    return 0
  })
}

/** Into an empty database only: what is there is never overwritten. */
export async function restoreCommand([file]: string[]): Promise<number> {
  if (!file) throw new CommandError('Cách dùng: phaodai restore TỆP (vào một cơ sở dữ liệu trống)')
  return withServer(async ({ ownerUrl }) => {
    const report = await restore(ownerUrl, file, { log: say })
    say(
      `Đã phục hồi ${report.tables.length} bảng, ${report.rows} dòng; đã đối chiếu số dòng và mã băm của từng bảng.`,
    )
    return 0
  })
}
