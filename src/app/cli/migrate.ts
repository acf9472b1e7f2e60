import { migrate } from '#platform/server/migrate.ts'
import { withServer } from './database.ts'

export function migrateCommand(): Promise<number> {
  return withServer(async ({ ownerUrl }) => {
    const ran = await migrate(ownerUrl)
    process.stdout.write(
      ran.length === 0 ? 'Cơ sở dữ liệu đã ở bản mới nhất.\n' : `Đã chạy: ${ran.join(', ')}\n`,
    )
    return 0
  })
}
