import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'

import fastifyMultipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import fastifySwagger from '@fastify/swagger'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import type { Pool } from 'pg'

import type { Access } from './access.ts'
import { mayUse } from './access.ts'
import type { Actor } from './actor.ts'
import { newId } from './chance.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Database } from './db.ts'
import { problem } from './problem.ts'
import { answerError, messageLimitBytes, refuseUnwritable, uploadLimitMegabytes } from './refusals.ts'
import { uploadsByTurns } from './uploads.ts'

declare module 'fastify' {
  interface FastifyInstance {
    db: Database
    clock: Clock
    /** Who is asking; for streams, which must ask again while they last. */
    authenticate: Authenticate
    /** Ends what would keep the server waiting (open streams), before it closes its connections. */
    beforeClose: (end: () => Promise<void>) => void
    /** Every API route with who may use it: what the access matrix walks. */
    routeTable: RouteEntry[]
  }
  interface FastifyRequest {
    /** Present on every route that is not public: the hook has refused the others. */
    actor: Actor
  }
  interface FastifyContextConfig {
    access?: Access
  }
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>
export interface RouteEntry {
  method: string
  url: string
  access: Access
  schema: { body?: unknown; querystring?: unknown; params?: unknown }
}
export type Feature = (app: App) => Promise<void> | void

/** Who is asking? Answers undefined when nobody is signed in; throws a problem when the person may not act at all. */
export type Authenticate = (request: FastifyRequest) => Promise<Actor | undefined>

export interface AppOptions {
  db: Database
  authenticate: Authenticate
  features: readonly Feature[]
  clock?: Clock
  /** Folder of the built web pages; without it only the API is served. */
  webFolder?: string
  /** The address people type, when a reverse proxy stands before us. */
  publicUrl?: string | undefined
  logLevel?: string
  tls?: { cert: Buffer; key: Buffer } | undefined
  version?: string
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
export async function buildApp(options: AppOptions): Promise<App> {
  const app = Fastify({
    logger: options.logLevel
      ? { level: options.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] }
      : false,
    bodyLimit: messageLimitBytes,
    requestTimeout: 120_000,
    trustProxy: options.publicUrl ? '127.0.0.1' : false,
    genReqId: newId,
    routerOptions: { maxParamLength: 400 },
    ...(options.tls ? { https: options.tls } : {}),
  } as object).withTypeProvider<ZodTypeProvider>() as unknown as App
  app.decorate('db', options.db)
  app.decorate('clock', options.clock ?? systemClock)
  app.decorate('authenticate', options.authenticate)
  // A preClose hook added inside a feature's own scope is never called.
  app.decorate('beforeClose', (end) => app.addHook('preClose', end))
  app.decorateRequest('actor', null as never)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerError)
  app.addHook('onRequest', secureHeaders(Boolean(options.tls ?? options.publicUrl)))
  app.addHook('onRequest', refuseForeignWrites(options))
  app.addHook('onRequest', admit(options.authenticate))
  app.addHook('preParsing', uploadsByTurns())
  app.addHook('preValidation', refuseUnwritable)
  app.decorate('routeTable', [])
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/')) return
    const { access } = route.config ?? {}
    if (!access)
      throw new Error(`${String(route.method)} ${route.url} does not say who may use it (config.access)`)
    for (const method of [route.method].flat()) {
      if (method !== 'HEAD')
        app.routeTable.push({ method, url: route.url, access, schema: route.schema ?? {} })
    }
  })
  await app.register(fastifyMultipart, {
    limits: { fileSize: uploadLimitMegabytes * 1_000_000, files: 1, fields: 10, fieldSize: 10_000 },
  })
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Pháo Đài', version: options.version ?? '0', license: { name: 'Apache-2.0' } },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  for (const feature of options.features)
    await app.register(async (scope) => feature(scope as unknown as App))
  if (options.webFolder) await servePages(app, options.webFolder)
  else app.setNotFoundHandler(unknownAddress)
  return app
}

/** Roles are checked before anything of the request is read; jurisdiction is checked in the action. */
function admit(authenticate: Authenticate) {
  return async (request: FastifyRequest) => {
    const access = request.routeOptions.config.access
    if (!access || access === 'public') return
    const actor = await authenticate(request)
    if (!actor) throw problem.signedOut({})
    if (!mayUse(access, actor)) throw problem.forbidden({ action: access === 'signed-in' ? '' : access.may })
    request.actor = actor
  }
}

/**
 * A browser sends our cookie along with other sites' requests. Writes therefore need a header that a foreign form
 * cannot set, and an Origin (when the browser names one) that is ours.
 */
function refuseForeignWrites(options: AppOptions) {
  return async (request: FastifyRequest) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
    const origin = request.headers.origin
    const own = options.publicUrl ? new URL(options.publicUrl).host : request.headers.host
    const elsewhere = request.headers['sec-fetch-site'] === 'cross-site'
    if (elsewhere || (origin !== undefined && hostOf(origin) !== own))
      throw problem.foreignOrigin({ origin: origin ?? '' })
    const id = request.headers['x-request-id']
    if (typeof id !== 'string' || !uuid.test(id))
      throw problem.requestIdMissing({ expected: 'x-request-id: UUID' })
  }
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}

// Mantine writes style elements; scripts come from our own files only.
const contentPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "worker-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Two years, as browsers ask for; only where the page came over TLS, which a proxy or we ourselves hold. */
const onlyTls = { 'strict-transport-security': 'max-age=63072000' }

const secureHeaders = (overTls: boolean) => async (request: FastifyRequest, reply: FastifyReply) => {
  reply.headers({
    ...(overTls && onlyTls),
    'content-security-policy': contentPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'geolocation=(self), camera=(self), microphone=()',
  })
  if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
}

async function unknownAddress(request: FastifyRequest) {
  throw problem.notFound({ what: 'page', id: request.url.split('?')[0] ?? '' })
}

/** The pages are one application: an address that is no file and no API is the application's own to route. */
async function servePages(app: App, folder: string) {
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    preCompressed: true,
    index: false,
    setHeaders: (reply, path) => {
      const forever = path.includes(`${join(folder, 'assets')}`)
      reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const page = join(folder, 'index.html')
  app.setNotFoundHandler(async (request, reply) => {
    // A page's script that is gone (an older page is open after an update) must not be answered with HTML.
    const own = /^\/(api|assets)\//.test(request.url)
    if (!['GET', 'HEAD'].includes(request.method) || own || !existsSync(page)) return unknownAddress(request)
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(createReadStream(page))
  })
}

/** For `doctor` and the health route: does the database answer? */
export async function databaseAnswers(pool: Pool): Promise<boolean> {
  try {
    await pool.query('select 1')
    return true
  } catch {
    return false
  }
}
