import { account } from './cli/account.ts'
import { CommandError } from './cli/command.ts'
import { backupCommand, restoreCommand } from './cli/backup.ts'
import { demo } from './cli/demo.ts'
import { directive } from './cli/directive.ts'
import { doctor } from './cli/doctor.ts'
import { importFile } from './cli/import.ts'
import { migrateCommand } from './cli/migrate.ts'
import { start } from './cli/start.ts'

const commands: Record<string, (args: string[]) => Promise<number>> = {
  start,
  migrate: migrateCommand,
  demo,
  directive,
  import: importFile,
  account,
  backup: backupCommand,
  restore: restoreCommand,
  doctor,
}

const help = `Pháo Đài – nền tảng chỉ huy và điều hành phòng, chống dịch cấp tỉnh

Cách dùng: phaodai LỆNH [tùy chọn]

  start [--port N] [--host H] [--empty]    chạy máy chủ (mặc định: http://127.0.0.1:8080, dữ liệu trình diễn)
  migrate                                  cập nhật cấu trúc cơ sở dữ liệu
  demo [--reset]                           nạp tỉnh trình diễn; --reset xóa dữ liệu trình diễn và nạp lại
  directive read TỆP… [--json]             đọc văn bản chỉ đạo thành sổ nhiệm vụ, không cần cơ sở dữ liệu
  import units|boundaries|bodies TỆP       nhập đơn vị hành chính (CSV), ranh giới (GeoJSON), cơ quan (CSV)
  account create|list|disable|password …   quản lý tài khoản (phaodai account --help)
  backup TỆP                               sao lưu toàn bộ
  restore TỆP                              phục hồi vào một cơ sở dữ liệu trống
  doctor [--roots TỆP]                     kiểm tra máy, cơ sở dữ liệu và nhật ký; --roots: các gốc đã công bố

Biến môi trường: PHAODAI_DATA, PHAODAI_PORT, DATABASE_URL, DATABASE_OWNER_URL, PHAODAI_SECRET,
PHAODAI_TLS_CERT, PHAODAI_TLS_KEY, PHAODAI_PUBLIC_URL, PHAODAI_SMTP_URL, PHAODAI_MAIL_FROM (docs/operations.md).
`

async function main([name, ...args]: string[]): Promise<number> {
  if (!name || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(help)
    return name ? 0 : 1
  }
  const command = commands[name]
  if (!command) throw new CommandError(`Không có lệnh “${name}”. Gõ: phaodai --help`)
  return command(args)
}

// Whoever reads our lines may stop reading (`… | head`): that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  // What we foresaw says itself; what we did not shows where it came from.
  const foreseen = error instanceof CommandError || (error as { code?: unknown }).code !== undefined
  process.stderr.write(
    `✗ ${foreseen ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`,
  )
  process.exitCode = 1
}
