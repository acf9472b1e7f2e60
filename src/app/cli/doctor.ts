import { readFile } from 'node:fs/promises'

import { verifyIndicators } from '#registry/indicators/server/index.ts'
import { verifyAcceptedCounts } from '#features/directives/server/index.ts'
import { openDatabase } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import { checkRuntime } from '#platform/server/postgres/doctor.ts'
import { verifyAudit } from '#platform/server/seal.ts'
import { indicatorSources } from '../indicators.ts'
import { readArgs } from './command.ts'
import { withServer } from './database.ts'

/** Looks at the machine, at the audit log, then at what is measured. Exit status 1 when anything is not as it should be. */
export async function doctor(args: string[]): Promise<number> {
  const { values } = readArgs(args, { roots: { type: 'string' } })
  let faults = 0
  const known = values.roots ? rootsIn(await readFile(values.roots, 'utf8')) : []
  await withServer(async (server) => {
    for (const check of await checkRuntime(server)) {
      const mend = check.ok ? '' : ` – cần: ${check.expected}. ${check.mend}`
      process.stdout.write(`${check.ok ? '✓' : '✗'} ${check.name}: ${check.found}${mend}\n`)
      if (!check.ok) faults++
    }
    faults += await doctorAudit(server.appUrl, known)
    faults += await doctorIndicators(server.appUrl)
    faults += await doctorCounts(server.appUrl)
  })
  process.stdout.write(faults === 0 ? 'Mọi thứ đều ổn.\n' : `${faults} điều cần xử lý.\n`)
  return faults === 0 ? 0 : 1
}

/** Lines of audit-roots.txt end in the root; a file with one root a line works too. */
function rootsIn(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => line.trim().split(/\s+/).slice(-1))
    .filter((root) => /^[0-9a-f]{64}$/.test(root))
}

async function doctorAudit(url: string, known: readonly string[]): Promise<number> {
  const db = openDatabase(url, { max: 1 })
  try {
    const { seals, entries, findings } = await verifyAudit(db, known)
    const compared = known.length > 0 ? `, đối chiếu ${known.length} gốc đã công bố` : ''
    if (findings.length === 0) {
      process.stdout.write(
        `✓ Nhật ký: ${entries} dòng trong ${seals} lần niêm phong, không sai lệch${compared}\n`,
      )
    }
    for (const f of findings) {
      process.stdout.write(`✗ Nhật ký: niêm phong ${f.seal}: thấy ${f.found}, cần ${f.expected}\n`)
    }
    return findings.length
  } finally {
    await db.close()
  }
}

/** Every kept figure, computed from the facts and compared. */
async function doctorIndicators(url: string): Promise<number> {
  const db = openDatabase(url, { max: 2 })
  try {
    const { indicators, differences } = await verifyIndicators(db, indicatorSources)
    if (differences.length === 0)
      process.stdout.write(`✓ Chỉ số: ${indicators} chỉ số đúng như tính lại từ đầu\n`)
    for (const one of differences.slice(0, 20)) {
      const name = one.atLeast > 0 ? `${one.key} (ít nhất ${one.atLeast})` : one.key
      process.stdout.write(
        `✗ Chỉ số: ${name}, ${one.unitId} ngày ${one.day}: đang giữ ${one.kept ?? 'không có'}, tính lại ${one.computed ?? 'không có'}\n`,
      )
    }
    return differences.length
  } finally {
    await db.close()
  }
}

/** The counts of accepted tasks that are kept, against the tasks. */
async function doctorCounts(url: string): Promise<number> {
  const db = openDatabase(url, { max: 1 })
  try {
    const differences = await asSystem(db, [], (tx) => verifyAcceptedCounts(tx))
    if (differences.length === 0) process.stdout.write('✓ Số việc đã hoàn thành: đúng như đếm lại\n')
    for (const { bodyName, kept, counted } of differences.slice(0, 20))
      process.stdout.write(`✗ Số việc đã hoàn thành: ${bodyName}: đang giữ ${kept}, đếm lại ${counted}\n`)
    return differences.length
  } finally {
    await db.close()
  }
}
