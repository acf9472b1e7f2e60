import { createInterface } from 'node:readline/promises'

import { Password, type Role, roles, Username } from '#registry/accounts/domain/index.ts'
import {
  changeAccountState,
  endSessions,
  findAccountByUsername,
  hashPassword,
  insertAccount,
  insertOffice,
  listAllAccounts,
  setPassword,
} from '#registry/accounts/server/index.ts'
import { findBodyByCode } from '#registry/bodies/server/index.ts'
import { recordSystemAudit } from '#platform/server/audit.ts'
import { newId } from '#platform/server/chance.ts'
import { systemClock } from '#platform/server/clock.ts'
import { type Database, openDatabase } from '#platform/server/db.ts'
import { CommandError, readArgs } from './command.ts'
import { withServer } from './database.ts'

const help = `Cách dùng:
  phaodai account create --username TÊN --name "Họ tên" --role VAI_TRÒ --body MÃ_CƠ_QUAN --title "Chức danh"
  phaodai account list
  phaodai account disable TÊN
  phaodai account enable TÊN
  phaodai account password TÊN
Mật khẩu được hỏi trên bàn phím, hoặc đọc từ đầu vào chuẩn (một dòng). Vai trò: ${roles.join(', ')}.
`

/** Accounts from the command line of the machine: the first administrator, and help when nobody can sign in. */
export async function account([verb, ...args]: string[]): Promise<number> {
  const work = verbs[verb ?? '']
  if (!work) {
    process.stdout.write(help)
    return verb === undefined || verb === '--help' ? 0 : 1
  }
  return withServer(async (server) => {
    const db = openDatabase(server.appUrl, { max: 2 })
    try {
      await work(db, args)
      return 0
    } finally {
      await db.close()
    }
  })
}

const verbs: Record<string, (db: Database, args: string[]) => Promise<void>> = {
  create,
  list,
  disable: (db, args) => changeState(db, args, 'disabled'),
  enable: (db, args) => changeState(db, args, 'active'),
  password: changePassword,
}

async function create(db: Database, args: string[]) {
  const text = { type: 'string' } as const
  const { values } = readArgs(args, { username: text, name: text, role: text, body: text, title: text })
  const username = mustParse(Username, values.username, '--username')
  const personName = values.name?.trim()
  const role = roles.find((r) => r === values.role)
  if (!personName || !role || !values.body) throw new CommandError(`Thiếu tùy chọn.\n${help}`)
  const passwordHash = await hashPassword(mustParse(Password, await askPassword(), 'mật khẩu'))
  await db.transaction(async (tx) => {
    const body = await findBodyByCode(tx, values.body ?? '')
    if (!body) throw new CommandError(`Không có cơ quan mang mã “${values.body}”.`)
    if (await findAccountByUsername(tx, username))
      throw new CommandError(`Tên đăng nhập “${username}” đã có người dùng.`)
    const id = newId()
    await insertAccount(tx, { id, username, personName, passwordHash, demo: false, mustChange: false })
    await insertOffice(tx, id, {
      id: newId(),
      bodyId: body.id,
      role: role as Role,
      title: values.title ?? personName,
      validFrom: systemClock.today(),
      validTo: null,
    })
    await recordSystemAudit(tx, 'account.created', id, {
      username,
      role,
      body: body.code,
      from: 'command line',
    })
  })
  process.stdout.write(`Đã tạo tài khoản ${username}.\n`)
}

async function list(db: Database) {
  for (const a of await listAllAccounts(db)) {
    process.stdout.write(
      `${a.username.padEnd(30)} ${a.state === 'active' ? 'hoạt động' : 'đã khóa'}  ${a.personName}\n`,
    )
  }
}

async function mustFind(tx: Parameters<typeof findAccountByUsername>[0], username: string | undefined) {
  const found = username ? await findAccountByUsername(tx, username) : undefined
  if (!found) throw new CommandError(`Không có tài khoản “${username ?? ''}”.`)
  return found
}

async function changeState(db: Database, args: string[], state: 'active' | 'disabled') {
  await db.transaction(async (tx) => {
    const found = await mustFind(tx, args[0])
    await changeAccountState(tx, found.id, found.version, state)
    if (state === 'disabled') await endSessions(tx, found.id)
    await recordSystemAudit(tx, `account.${state === 'disabled' ? 'disabled' : 'enabled'}`, found.id, {
      from: 'command line',
    })
  })
  process.stdout.write(state === 'disabled' ? 'Đã khóa; mọi phiên làm việc đã kết thúc.\n' : 'Đã mở lại.\n')
}

async function changePassword(db: Database, args: string[]) {
  const passwordHash = await hashPassword(mustParse(Password, await askPassword(), 'mật khẩu'))
  await db.transaction(async (tx) => {
    const found = await mustFind(tx, args[0])
    await setPassword(tx, found.id, passwordHash, true)
    await endSessions(tx, found.id)
    await recordSystemAudit(tx, 'account.password-reset', found.id, { from: 'command line' })
  })
  process.stdout.write('Đã đặt mật khẩu mới; người dùng sẽ được yêu cầu đổi khi đăng nhập.\n')
}

function mustParse(schema: typeof Username | typeof Password, value: unknown, what: string): string {
  const result = schema.safeParse(value)
  if (!result.success) throw new CommandError(`${what}: ${result.error.issues[0]?.message ?? 'không hợp lệ'}`)
  return result.data
}

/** From the keyboard when there is one (shown as typed: readline has no silent mode of its own), else one line of input. */
async function askPassword(): Promise<string> {
  const lines = createInterface({
    input: process.stdin,
    ...(process.stdin.isTTY && { output: process.stderr }),
  })
  try {
    if (process.stdin.isTTY) return await lines.question('Mật khẩu (ít nhất 12 ký tự): ')
    for await (const line of lines) return line
    throw new CommandError('Không có mật khẩu ở đầu vào chuẩn.')
  } finally {
    lines.close()
  }
}
