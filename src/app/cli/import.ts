import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'

import { importBodies } from '#registry/bodies/server/index.ts'
import { codeLists } from '#registry/units/domain/index.ts'
import { importBoundaries, importUnits } from '#registry/units/server/index.ts'
import { openDatabase } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import { migrate } from '#platform/server/migrate.ts'
import { CommandError, readArgs } from './command.ts'
import { withServer } from './database.ts'

const usage = `Cách dùng:
  phaodai import units TỆP.csv [--list vn-2021]
  phaodai import boundaries TỆP.geojson [--list vn-2021] [--source NGUỒN] [--code THUỘC_TÍNH] [--name THUỘC_TÍNH]
  phaodai import bodies TỆP.csv
Bảng mã: ${codeLists.map((l) => l.id).join(', ')}.`

const text = { type: 'string' } as const
const options = { list: text, source: text, code: text, name: text } as const

/** A whole file or nothing; says in which line what was found and what was expected. Exit status 1 when nothing was written. */
export async function importFile([what, ...args]: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, options)
  const [file] = positionals
  const kind = kinds.find((k) => k === what)
  if (!kind || !file) throw new CommandError(usage)
  const content = await readFile(file, 'utf8').catch((error: Error) => {
    throw new CommandError(`Không đọc được ${file}: ${error.message}`)
  })
  return withServer(async ({ appUrl, ownerUrl }) => {
    await migrate(ownerUrl)
    const db = openDatabase(appUrl, { max: 2 })
    try {
      const report = await asSystem(db, [], (tx) => {
        if (kind === 'bodies') return importBodies(tx, 'system', { text: content })
        const codeList = values.list ?? 'vn-2021'
        if (kind === 'units') return importUnits(tx, 'system', { text: content, codeList })
        return importBoundaries(tx, 'system', {
          text: content,
          codeList,
          source: values.source ?? basename(file),
          codeProperty: values.code,
          nameProperty: values.name,
        })
      })
      say(report)
      return report.ok ? 0 : 1
    } finally {
      await db.close()
    }
  })
}

const kinds = ['units', 'boundaries', 'bodies'] as const

interface Report {
  ok: boolean
  read: number
  added: number
  changed: number
  unchanged: number
  errorCount: number
  errors: readonly { line: number; column: string; found: string; expected: string }[]
  unknownCodes?: readonly { code: string; name: string }[]
  withoutBoundary?: readonly { code: string; name: string }[]
  otherNames?: readonly { code: string; name: string; nameInFile: string }[]
}

function say(report: Report) {
  const line = (words: string) => process.stdout.write(`${words}\n`)
  line(
    report.ok
      ? `Đã đọc ${report.read}: thêm ${report.added}, sửa ${report.changed}, giữ nguyên ${report.unchanged}.`
      : `Không ghi gì: ${report.errorCount} lỗi trong ${report.read} dòng.`,
  )
  for (const e of report.errors)
    line(`  dòng ${e.line || '?'}, ${e.column}: thấy “${e.found}”, cần ${e.expected}`)
  for (const u of report.unknownCodes ?? [])
    line(`  trong tệp nhưng không có trong danh mục: ${u.code} ${u.name}`)
  for (const u of report.withoutBoundary ?? [])
    line(`  trong danh mục nhưng chưa có ranh giới: ${u.code} ${u.name}`)
  for (const u of report.otherNames ?? [])
    line(`  khác tên: ${u.code} danh mục “${u.name}”, tệp “${u.nameInFile}”`)
}
