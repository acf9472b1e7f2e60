import { readFile } from 'node:fs/promises'

import {
  actorForOffice,
  findAccountByUsername,
  hashPassword,
  insertAccount,
  insertOffice,
} from '#registry/accounts/server/index.ts'
import { findBodyByCode, generateBodies, insertBody } from '#registry/bodies/server/index.ts'
import { loadStandardUnits } from '#registry/units/server/index.ts'
import { bringIn } from '#features/directives/server/index.ts'
import { recordSystemAudit } from '#platform/server/audit.ts'
import { newId } from '#platform/server/chance.ts'
import type { Database, Db } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import { findInstallation, insertInstallation, lockInstallation } from '../installation-store.ts'
import { resolverOn } from '../resolver.ts'
import { loadCommand } from './command.ts'
import { loadHealthNetwork } from './health-network.ts'
import { loadFollowUp, planId } from './follow-up.ts'
import { loadWarnings } from './indicators.ts'
import { type DemoAccount, demoAccounts, demoEnterprise, demoPassword } from './people.ts'

const provinceId = 'vn-2021:74'
const provincePath = 'v2021.p74'

/** Bodies are those of autumn 2021; the exercise begins on the day after the directive of the People's Committee. */
const bodiesAt = '2021-10-01'
const exerciseFrom = '2021-10-16'

/** Answers for enterprises in the sample directive, which names them without saying which. */
const industrialParks = 'ban-quan-ly-khu-cong-nghiep@74'

/** Directives of our own writing: two are issued, so that inboxes hold something; one waits for review. */
const samples = [
  {
    id: planId,
    file: 'binh-duong-ke-hoach.txt',
    clerk: 'vanphong.tinhuy',
    issue: true,
  },
  {
    id: '5f9d1c52-7b1e-4c55-9d3c-2f0a6a1e2110',
    file: 'binh-duong-chi-thi.txt',
    clerk: 'vanphong.ubnd',
    issue: true,
  },
  {
    id: '0c6a3d0e-94ad-4f0b-8a77-6f4b1e5d2111',
    file: 'binh-duong-ket-luan.txt',
    clerk: 'vanphong.tinhuy',
    issue: false,
  },
] as const

/**
 * Loads the demo province when the database holds no installation yet: the real units of Bình Dương as of 2021, its
 * standard bodies, invented people and an invented enterprise, three directives and what became of them. Each step may be done again, and the
 * installation is written last, so a start that was cut off begins anew. Answers whether it loaded anything.
 */
export async function ensureDemo(db: Database, say: (line: string) => void): Promise<boolean> {
  if (await findInstallation(db)) return false
  say('Nạp tỉnh trình diễn Bình Dương (đơn vị hành chính năm 2021, người và sự kiện hư cấu)…')
  const passwordHash = await hashPassword(demoPassword)
  await asSystem(db, [provincePath], async (tx) => {
    await lockInstallation(tx)
    await loadMasterData(tx)
    for (const account of demoAccounts) await insertDemoAccount(tx, account, passwordHash)
  })
  await loadSamples(db)
  await loadHealthNetwork(db, provincePath, exerciseFrom)
  await loadFollowUp(db, exerciseFrom)
  await loadWarnings(db, exerciseFrom)
  await loadCommand(db, exerciseFrom)
  return asSystem(db, [provincePath], async (tx) => {
    await lockInstallation(tx)
    if (await findInstallation(tx)) return false // another server was faster
    const name = 'Pháo Đài – tỉnh Bình Dương (trình diễn)'
    await insertInstallation(tx, { name, provinceId, demo: true, exerciseFrom })
    await recordSystemAudit(tx, 'installation.demo-loaded', provinceId)
    return true
  })
}

async function loadMasterData(tx: Db) {
  await loadStandardUnits(tx, 'vn-2021')
  await loadStandardUnits(tx, 'vn-2025')
  await generateBodies(tx, provinceId, bodiesAt)
  if (!(await findBodyByCode(tx, demoEnterprise.code))) await insertBody(tx, demoEnterprise)
}

async function insertDemoAccount(tx: Db, account: DemoAccount, passwordHash: string) {
  if (await findAccountByUsername(tx, account.username)) return
  const body = await findBodyByCode(tx, account.bodyCode)
  if (!body) throw new Error(`the demo names a body that does not exist: ${account.bodyCode}`)
  const id = newId()
  const { username, personName, role, title } = account
  await insertAccount(tx, { id, username, personName, passwordHash, demo: true, mustChange: false })
  await insertOffice(tx, id, {
    id: newId(),
    bodyId: body.id,
    role,
    title,
    validFrom: '2021-01-01',
    validTo: null,
  })
}

async function loadSamples(db: Database) {
  const parks = await findBodyByCode(db, industrialParks)
  const standIns = new Map(parks ? [['Doanh nghiệp', parks.id]] : [])
  for (const { id, file, clerk, issue } of samples) {
    const actor = await actorForOffice(db, clerk, exerciseFrom)
    const bytes = await readFile(new URL(`./directives/${file}`, import.meta.url))
    const incoming = { id, name: file, mediaType: 'text/plain', bytes }
    await bringIn(db, actor, incoming, { issue, resolverFor: resolverOn(() => exerciseFrom), standIns })
  }
}
