import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll } from 'vitest'

import {
  actorOf,
  authenticator,
  hashPassword,
  insertAccount,
  insertOffice,
  openSignIn,
} from '#registry/accounts/server/index.ts'
import type { Role } from '#registry/accounts/domain/index.ts'
import { findBodyByCode, generateBodies } from '#registry/bodies/server/index.ts'
import { loadStandardUnits } from '#registry/units/server/index.ts'
import { type App, buildApp } from '#platform/server/app.ts'
import { type Clock, systemClock } from '#platform/server/clock.ts'
import { type Database, openDatabase } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { productJobs } from '../src/app/jobs.ts'
import { resolverOn } from '../src/app/resolver.ts'
import { features } from '../src/app/server.ts'
import { findInstallation } from '../src/app/installation-store.ts'
import { type FreshDatabase, freshDatabase } from './postgres/fresh-database.ts'

/** The day on which the tests' world stands still: the morning after a directive of 15/9/2021. */
export const worldToday = '2021-09-16'

/** Paths of the subtrees the world is loaded with: Bình Dương and, as a foreign province, Trà Vinh. */
const scopes = ['v2021.p74', 'v2021.p84']

export interface World {
  app: App
  db: Database
  database: FreshDatabase
  /** Does everything that was queued, and what that queues, as the jobs would; or what the clock would start, by name. */
  settle(...byClock: string[]): Promise<void>
  /** A new person in an office of that body (`so-y-te@74`). Everyone the tests speak of comes from here. */
  join(bodyCode: string, role: Role, name?: string): Promise<Person>
  /** An account that signs in with a password, for the tests of signing in. Answers its id. */
  account(username: string, password: string, bodyCode: string, role: Role): Promise<string>
  body(code: string): Promise<string>
  close(): Promise<void>
}

export interface Answer {
  status: number
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever the product answers; each test says what it expects
  body: any
  headers: Record<string, unknown>
  raw: Buffer
}

export interface Person {
  accountId: string
  bodyId: string
  name: string
  get(url: string): Promise<Answer>
  post(url: string, body?: object, requestId?: string): Promise<Answer>
  send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
    requestId?: string,
  ): Promise<Answer>
  upload(
    url: string,
    fields: Record<string, string>,
    file: { name: string; type?: string; bytes: Uint8Array | string },
  ): Promise<Answer>
}

/**
 * A small world for a test file: a migrated database of its own with two provinces, their standard bodies, and the whole
 * product over it, spoken to through HTTP. People are made by name; whoever is not made cannot be.
 */
export function openWorld(): () => World {
  let world: World | undefined
  beforeAll(async () => {
    world = await buildWorld()
  })
  afterAll(async () => {
    await world?.close()
  })
  return () => world!
}

async function buildWorld(): Promise<World> {
  const database = await freshDatabase()
  const db = openDatabase(database.appUrl, { max: 8 })
  await asSystem(db, scopes, async (tx) => {
    await loadStandardUnits(tx, 'vn-2021')
    await generateBodies(tx, 'vn-2021:74', '2021-08-11')
    await generateBodies(tx, 'vn-2021:84', '2021-08-11')
  })
  const queue: { name: string; data: object }[] = []
  const jobs: Jobs = {
    send: async (_tx, name, data) => void queue.push({ name, data }),
    start: async () => {},
    stop: async () => {},
  }
  const clock: Clock = { ...systemClock, today: () => worldToday }
  const signIn = openSignIn({
    databaseUrl: database.appUrl,
    secret: 'only for tests: forty characters or so long',
    baseUrl: 'http://localhost',
  })
  const resolverFor = resolverOn(clock.today)
  const bySession = authenticator(signIn, db, clock)
  const app = await buildApp({
    db,
    clock,
    // People of the tests name themselves; whoever comes with a cookie is asked for real.
    authenticate: async (request) => {
      const id = request.headers.authorization
      return id ? actorOf(db, clock, id, request) : bySession(request)
    },
    features: features({
      signIn,
      jobs,
      resolver: (tx, directive) => resolverFor(tx, directive.unitPath, directive.document),
      installation: () => findInstallation(db),
      demo: false,
    }),
  })
  const known = new Map(
    productJobs({ db, resolverFor, today: clock.today, dataDir: '', log: () => {} }).map((job) => [
      job.name,
      job,
    ]),
  )
  return {
    app,
    db,
    database,
    settle: async (...byClock) => {
      queue.push(...byClock.map((name) => ({ name, data: {} })))
      for (let next = queue.shift(); next; next = queue.shift()) {
        const job = known.get(next.name)
        if (!job) throw new Error(`no job is called ${next.name}`)
        await job.run(next.data as never, new AbortController().signal)
      }
    },
    join: (bodyCode, role, name) => join(app, db, bodyCode, role, name),
    account: (username, password, bodyCode, role) => makeAccount(db, username, password, bodyCode, role),
    close: async () => {
      await app.close()
      await signIn.close()
      await db.close()
      await database.drop()
    },
    body: async (code) => (await mustFindBody(db, code)).id,
  }
}

async function mustFindBody(db: Database, code: string) {
  const body = await findBodyByCode(db, code)
  if (!body) throw new Error(`the world has no body ${code}`)
  return body
}

async function makeAccount(
  db: Database,
  username: string,
  password: string,
  bodyCode: string,
  role: Role,
  name = username,
) {
  const body = await mustFindBody(db, bodyCode)
  const accountId = randomUUID()
  const passwordHash = password ? await hashPassword(password) : '-'
  await db.transaction(async (tx) => {
    await insertAccount(tx, {
      id: accountId,
      username,
      personName: name,
      passwordHash,
      demo: false,
      mustChange: false,
    })
    await insertOffice(tx, accountId, {
      id: randomUUID(),
      bodyId: body.id,
      role,
      title: name,
      validFrom: '2021-01-01',
      validTo: null,
    })
  })
  return accountId
}

async function join(
  app: App,
  db: Database,
  bodyCode: string,
  role: Role,
  name = `${role} ${bodyCode}`,
): Promise<Person> {
  const accountId = await makeAccount(db, `nguoi-${randomUUID()}`, '', bodyCode, role, name)
  const body = await mustFindBody(db, bodyCode)
  const inject = async (
    method: string,
    url: string,
    payload?: unknown,
    extra: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await app.inject({
      method: method as 'GET',
      url,
      headers: { authorization: accountId, 'x-request-id': randomUUID(), ...extra },
      ...(payload !== undefined && { payload: payload as object }),
    })
    const json = String(response.headers['content-type'] ?? '').includes('json')
    return {
      status: response.statusCode,
      body: json ? response.json() : response.body,
      headers: response.headers,
      raw: response.rawPayload,
    }
  }
  const send: Person['send'] = (method, url, payload, requestId = randomUUID()) =>
    inject(method, url, payload, { 'x-request-id': requestId })
  return {
    accountId,
    bodyId: body.id,
    name,
    send,
    get: (url) => send('GET', url),
    post: (url, payload = {}, requestId) => send('POST', url, payload, requestId),
    upload: (url, fields, file) => {
      const boundary = `----phaodai${randomUUID()}`
      return inject('POST', url, multipart(boundary, fields, file), {
        'content-type': `multipart/form-data; boundary=${boundary}`,
      })
    },
  }
}

function multipart(
  boundary: string,
  fields: Record<string, string>,
  file: { name: string; type?: string; bytes: Uint8Array | string },
) {
  const head = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const intro = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type ?? 'application/octet-stream'}\r\n\r\n`
  return Buffer.concat([
    Buffer.from(head.join('') + intro),
    Buffer.from(file.bytes),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
}
