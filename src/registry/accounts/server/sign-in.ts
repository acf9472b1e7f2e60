import { hash, hashRaw, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { twoFactor, username } from 'better-auth/plugins'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

import { surviveLostConnections } from '#platform/server/db.ts'

/** Argon2id as OWASP recommends for interactive sign-in: 19 MiB, 2 passes, 1 lane. */
const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A working day; a shift of the duty desk is 8 to 12 hours. The session moves on while it is used. */
const sessionSeconds = 12 * 3600

export interface SignInOptions {
  databaseUrl: string
  /** At least 32 random characters; signs the cookies. Comes from the data folder, never from the code. */
  secret: string
  /** The address people type; decides whether cookies are marked secure. */
  baseUrl: string
}

/**
 * Proving who someone is: passwords, time-based codes, sessions. The library writes its tables on its own connection and
 * does not join our transactions (tried), so those tables are audited by triggers, and whether an account may act is
 * asked of our own table on every request.
 */
export function openSignIn(options: SignInOptions) {
  const pool = new pg.Pool({
    connectionString: options.databaseUrl,
    max: 4,
    application_name: 'phaodai-sign-in',
  })
  surviveLostConnections(pool)
  const db = new Kysely<Record<string, never>>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin()],
  })
  const auth = betterAuth({
    appName: 'Pháo Đài',
    baseURL: options.baseUrl,
    secret: options.secret,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    user: { modelName: 'authUsers' },
    session: {
      modelName: 'authSessions',
      expiresIn: sessionSeconds,
      updateAge: 600,
      cookieCache: { enabled: false },
    },
    account: { modelName: 'authCredentials' },
    verification: { modelName: 'authVerifications' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      password: {
        hash: (password) => hash(password, argon2),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
    },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 60,
        usernameValidator: (name) => /^[a-z0-9._-]+$/i.test(name),
      }),
      twoFactor({ issuer: 'Pháo Đài', twoFactorTable: 'authTwoFactors' }),
    ],
    advanced: {
      cookiePrefix: 'phaodai',
      useSecureCookies: options.baseUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
  })
  return { auth, close: () => db.destroy() }
}
export type SignInService = ReturnType<typeof openSignIn>

/** For accounts that an administrator makes: the library has no call that creates one without signing it in. */
export const hashPassword = (password: string) => hash(password, argon2)

/**
 * Tells whether a request that is sent again carries the same secret. The same words for the same request id, and as dear
 * to guess from as the stored hash itself: it is remembered with the request.
 */
export async function secretFingerprint(secret: string, requestId: string): Promise<string> {
  const salt = Buffer.from(requestId.replaceAll('-', ''), 'hex')
  return (await hashRaw(secret, { ...argon2, salt })).toString('base64url')
}
