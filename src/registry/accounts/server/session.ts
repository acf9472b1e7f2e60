import type { FastifyReply, FastifyRequest } from 'fastify'

import type { Actor } from '#platform/server/actor.ts'
import { newId } from '#platform/server/chance.ts'
import type { Clock } from '#platform/server/clock.ts'
import type { Database } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import { type Account, permissionsIn, type Me, type Office } from '../domain/index.ts'
import { byName, bySource, guess } from './guessing.ts'
import type { SignInService } from './sign-in.ts'
import * as store from './store.ts'

export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  // The library keeps this address with the session, and the audit log takes it from there: not what the client claims.
  headers.set('x-forwarded-for', request.ip)
  return headers
}

/** Turns a session cookie and an office into an actor. Asked on every request: a disabled account ends at once. */
export function authenticator(signIn: SignInService, db: Database, clock: Clock) {
  return async (request: FastifyRequest): Promise<Actor | undefined> => {
    const session = await currentSession(signIn, request)
    return session ? actorOf(db, clock, session.user.id, request) : undefined
  }
}

const ownPassword = '/api/account/password'

/** The office is the one the page chose (x-office), else the widest one held today. */
export async function actorOf(
  db: Database,
  clock: Clock,
  accountId: string,
  request: FastifyRequest,
): Promise<Actor | undefined> {
  const account = await store.findAccount(db, accountId)
  if (account?.state !== 'active') return undefined
  // Who was handed a password may only make it their own: until then two people know it.
  if (account.mustChangePassword && request.routeOptions.url !== ownPassword) throw problem.firstPassword({})
  const offices = await store.listOfficesHeld(db, account.id, clock.today())
  const office = chosenOffice(offices, request.headers['x-office'])
  if (!office) throw problem.noOffice({})
  return actorIn(account, office, {
    requestId: String(request.headers['x-request-id'] ?? request.id),
    route: `${request.method} ${request.routeOptions.url ?? ''}`,
    purpose: purposeOf(request),
    language: /^en\b/.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi',
  })
}

function actorIn(
  account: Account,
  office: Office,
  request: Pick<Actor, 'requestId' | 'route' | 'purpose' | 'language'>,
): Actor {
  return {
    accountId: account.id,
    personName: account.personName,
    officeId: office.id,
    officeTitle: office.title,
    bodyId: office.bodyId,
    bodyKind: office.bodyKind,
    bodySector: office.bodySector,
    role: office.role,
    permissions: new Set(permissionsIn(office)),
    unitPath: office.unitPath,
    scopes: office.scopes,
    ...request,
  }
}

function purposeOf(request: FastifyRequest): string | null {
  const purpose = request.headers['x-purpose']
  return typeof purpose === 'string' && purpose.trim()
    ? decodeURIComponentSafely(purpose).slice(0, 300)
    : null
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function chosenOffice(offices: readonly Office[], wanted: string | string[] | undefined): Office | undefined {
  return (
    offices.find((o) => o.id === wanted) ??
    (wanted === undefined || offices.length === 1 ? offices[0] : undefined)
  )
}

export async function currentSession(signIn: SignInService, request: FastifyRequest) {
  if (!request.headers.cookie) return null
  // The library turns whatever its connection says into a failure of its own: nobody is signed out by an outage.
  return signIn.auth.api.getSession({ headers: headersOf(request) }).catch(() => {
    throw problem.unavailable({})
  })
}

export async function describeMe(
  signIn: SignInService,
  db: Database,
  clock: Clock,
  demo: boolean,
  request: FastifyRequest,
): Promise<Me> {
  const session = await currentSession(signIn, request)
  const account = session && (await store.findAccount(db, session.user.id))
  if (!session || !account || account.state !== 'active') throw problem.signedOut({})
  const offices = await store.listOfficesHeld(db, account.id, clock.today())
  return {
    account: {
      id: account.id,
      name: account.personName,
      username: account.username,
      totp: Boolean((session.user as { twoFactorEnabled?: boolean | null }).twoFactorEnabled),
      mustChangePassword: account.mustChangePassword,
    },
    offices: offices.map((o) => ({ ...o, permissions: permissionsIn(o) })),
    activeOfficeId: chosenOffice(offices, request.headers['x-office'])?.id ?? offices[0]?.id ?? null,
    demo,
    serverTime: clock.now(),
    language: /^en\b/.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi',
  }
}

/** The same sentence for every way to fail, so that nobody learns which user names exist. */
export async function signInWithPassword(
  signIn: SignInService,
  db: Database,
  request: FastifyRequest,
  reply: FastifyReply,
  input: { username: string; password: string },
) {
  const name = input.username.trim().toLowerCase()
  const response = await guess(db, [byName(name), bySource(request.ip)], async () => {
    const tried = await signIn.auth.api
      .signInUsername({
        body: { username: name, password: input.password },
        headers: headersOf(request),
        asResponse: true,
      })
      .catch(() => undefined)
    if (!tried?.ok) return undefined
    const account = await store.findAccountByUsername(db, name)
    if (account?.state === 'active') return tried
    if (account) await store.endSessions(db, account.id)
    return undefined
  })
  await store.forgetFailures(db, byName(name))
  passCookies(response, reply)
  const body = (await response.json()) as { twoFactorRedirect?: boolean }
  return body.twoFactorRedirect ? { totpRequired: true as const } : { ok: true as const }
}

/**
 * A six-digit code from the app, or one of the printed backup codes: each signs in once. The library counts wrong ones
 * per account and locks it for a quarter of an hour after ten.
 */
export async function signInWithCode(
  signIn: SignInService,
  db: Database,
  request: FastifyRequest,
  reply: FastifyReply,
  code: string,
) {
  const response = await guess(db, [bySource(`code ${request.ip}`)], async () => {
    const call = { headers: headersOf(request), asResponse: true as const }
    if (!/^[0-9]{6}$/.test(code)) {
      const printed = await signIn.auth.api
        .verifyBackupCode({ ...call, body: { code } })
        .catch(() => undefined)
      return printed?.ok ? printed : undefined
    }
    const tried = await signIn.auth.api.verifyTOTP({ ...call, body: { code } }).catch(() => undefined)
    if (!tried?.ok) return undefined
    const { token, user } = (await tried.clone().json()) as { token: string; user: { id: string } }
    if (await store.useCode(db, user.id, code)) return tried
    await store.endSession(db, token)
    return undefined
  })
  passCookies(response, reply)
  return { ok: true as const }
}

export async function signOut(signIn: SignInService, request: FastifyRequest, reply: FastifyReply) {
  const response = await signIn.auth.api
    .signOut({ headers: headersOf(request), asResponse: true })
    .catch(() => undefined)
  if (response) passCookies(response, reply)
  return { ok: true as const }
}

export function passCookies(response: Response, reply: FastifyReply) {
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
}

/** The office of one account on a day, for the demo and exercises that act in a person's name without a request. */
export async function actorForOffice(db: Database, username: string, on: string): Promise<Actor> {
  const account = await store.findAccountByUsername(db, username)
  const office = account && (await store.listOfficesHeld(db, account.id, on))[0]
  if (!account || !office) throw new Error(`${username} holds no office on ${on}`)
  return actorIn(account, office, { requestId: newId(), purpose: null, language: 'vi' })
}
