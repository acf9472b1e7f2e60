import type { FastifyReply, FastifyRequest } from 'fastify'

import type { Actor } from '#platform/server/actor.ts'
import { covers } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import { newId } from '#platform/server/chance.ts'
import type { Database, Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import type { Account, AddOffice, CreateAccount } from '../domain/index.ts'
import { byAccount, guess } from './guessing.ts'
import { headersOf, passCookies } from './session.ts'
import type { SignInService } from './sign-in.ts'
import * as store from './store.ts'

/** An administrator gives offices only in bodies of the units the own office covers. */
async function mustCoverBody(tx: Db, actor: Actor, bodyId: string) {
  const path = await store.findBodyPath(tx, bodyId)
  if (path === undefined || !covers(actor, path)) throw problem.notFound({ what: 'body', id: bodyId })
}

async function mustFindAccount(tx: Db, actor: Actor, id: string): Promise<Account> {
  const account = (await store.isAccountInScopes(tx, id, actor.scopes))
    ? await store.findAccount(tx, id)
    : undefined
  if (!account) throw problem.notFound({ what: 'account', id })
  return account
}

/**
 * Whoever may end an account's access, or get into it with a new password, must cover every office it holds: someone
 * who also works for the province, or once worked here, is not for the commune to take over.
 */
async function mustGovern(tx: Db, actor: Actor, id: string, today: string): Promise<Account> {
  const account = await mustFindAccount(tx, actor, id)
  const offices = await store.listOfficesFrom(tx, id, today)
  if (!offices.every((office) => covers(actor, office.unitPath)))
    throw problem.forbidden({ action: 'accounts.edit: offices elsewhere' })
  return account
}

/** The password comes in already hashed: hashing takes its 20 ms before the transaction begins. */
export async function createAccount(tx: Db, actor: Actor, input: CreateAccount, passwordHash: string) {
  await mustCoverBody(tx, actor, input.office.bodyId)
  if (await store.findAccountByUsername(tx, input.username)) {
    throw problem.duplicate({ what: 'account', field: 'tên đăng nhập' })
  }
  const id = newId()
  await store.insertAccount(tx, { ...input, id, passwordHash, demo: false, mustChange: true })
  await store.insertOffice(tx, id, input.office)
  await recordAudit(tx, actor, 'account.created', id, {
    username: input.username,
    office: input.office.title,
  })
  return mustFindAccount(tx, actor, id)
}

export async function setAccountState(
  tx: Db,
  actor: Actor,
  id: string,
  input: { version: number; reason: string },
  state: Account['state'],
  today: string,
) {
  const account = await mustGovern(tx, actor, id, today)
  if (account.id === actor.accountId) throw problem.forbidden({ action: 'accounts.edit own state' })
  const changed = await store.changeAccountState(tx, id, input.version, state)
  if (!changed) throw problem.stale({ what: 'account', expected: input.version, actual: account.version })
  const ended = state === 'disabled' ? await store.endSessions(tx, id) : 0
  await recordAudit(tx, actor, `account.${state === 'disabled' ? 'disabled' : 'enabled'}`, id, {
    username: account.username,
    reason: input.reason,
    sessionsEnded: ended,
  })
  return changed
}

/** One's own is changed with the old one only: a session left open is not enough to take an account over. */
export async function resetPassword(tx: Db, actor: Actor, id: string, passwordHash: string, today: string) {
  const { username } = await mustGovern(tx, actor, id, today)
  if (id === actor.accountId) throw problem.forbidden({ action: 'accounts.edit own password' })
  await store.setPassword(tx, id, passwordHash, true)
  await store.endSessions(tx, id)
  await recordAudit(tx, actor, 'account.password-reset', id, { username })
  return { ok: true as const }
}

export async function addOffice(tx: Db, actor: Actor, accountId: string, office: AddOffice) {
  await mustFindAccount(tx, actor, accountId)
  await mustCoverBody(tx, actor, office.bodyId)
  await store.insertOffice(tx, accountId, office)
  await recordAudit(tx, actor, 'office.given', accountId, office)
  return { ok: true as const }
}

export async function endOffice(tx: Db, actor: Actor, accountId: string, officeId: string, lastDay: string) {
  const { username } = await mustFindAccount(tx, actor, accountId)
  const office = (await store.listOfficesFrom(tx, accountId, '0001-01-01')).find((one) => one.id === officeId)
  if (!office || !covers(actor, office.unitPath)) throw problem.notFound({ what: 'office', id: officeId })
  const ended = await store.endOffice(tx, accountId, officeId, lastDay)
  if (!ended) throw problem.notFound({ what: 'office', id: officeId })
  await recordAudit(tx, actor, 'office.ended', accountId, { officeId, username, title: ended.title, lastDay })
  return { ok: true as const }
}

/** One's own password: the current one is asked again, other sessions end. */
export async function changeOwnPassword(
  signIn: SignInService,
  db: Database,
  request: FastifyRequest,
  reply: FastifyReply,
  input: { current: string; next: string },
) {
  const response = await guess(db, [byAccount(request.actor.accountId)], async () => {
    const tried = await signIn.auth.api
      .changePassword({
        body: { currentPassword: input.current, newPassword: input.next, revokeOtherSessions: true },
        headers: headersOf(request),
        asResponse: true,
      })
      .catch(() => undefined)
    return tried?.ok ? tried : undefined
  })
  passCookies(response, reply)
  await db.transaction(async (tx) => {
    await store.clearMustChange(tx, request.actor.accountId)
    await recordAudit(tx, request.actor, 'account.password-changed', request.actor.accountId)
  })
  return { ok: true as const }
}

export async function startTotp(
  signIn: SignInService,
  db: Database,
  request: FastifyRequest,
  password: string,
) {
  const started = await guess(db, [byAccount(request.actor.accountId)], async () => {
    const tried = await signIn.auth.api
      .enableTwoFactor({ body: { password, method: 'totp' }, headers: headersOf(request) })
      .catch(() => undefined)
    return tried && 'totpURI' in tried ? tried : undefined
  })
  const secret = new URL(started.totpURI).searchParams.get('secret') ?? ''
  return { uri: started.totpURI, secret, backupCodes: started.backupCodes }
}

export async function confirmTotp(
  signIn: SignInService,
  db: Database,
  request: FastifyRequest,
  reply: FastifyReply,
  code: string,
) {
  const response = await guess(db, [byAccount(request.actor.accountId)], async () => {
    const tried = await signIn.auth.api
      .verifyTOTP({ body: { code }, headers: headersOf(request), asResponse: true })
      .catch(() => undefined)
    return tried?.ok ? tried : undefined
  })
  passCookies(response, reply)
  return { ok: true as const }
}

export async function stopTotp(
  signIn: SignInService,
  db: Database,
  request: FastifyRequest,
  reply: FastifyReply,
  password: string,
) {
  const response = await guess(db, [byAccount(request.actor.accountId)], async () => {
    const tried = await signIn.auth.api
      .disableTwoFactor({ body: { password }, headers: headersOf(request), asResponse: true })
      .catch(() => undefined)
    return tried?.ok ? tried : undefined
  })
  passCookies(response, reply)
  return { ok: true as const }
}
