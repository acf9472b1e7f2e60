import type { ServerResponse } from 'node:http'

import type { FastifyReply, FastifyRequest } from 'fastify'

import type { Actor } from './actor.ts'
import type { App } from './app.ts'
import { type Heard, type Listener, type LiveHub, openLiveHub } from './live-hub.ts'

/** Proxies close what is silent for a minute; a phone that slept learns within this time that its stream is dead. */
const heartbeatMs = 25_000
/** An office that ends at midnight, a session that expires: asked again by the clock too, not only when told. */
const recheckMs = 60_000
/** A browser shares one stream among its tabs. Somebody with more devices than this falls back to asking by the clock. */
const streamsPerAccount = 6
/** A client that takes nothing for so long is gone. */
const stuckMs = 60_000

/**
 * `GET /api/live`: server-sent events. `change` carries topics (`["tasks"]`), `all` says that something may have been
 * missed, `full` that this account has too many streams; the end of a session ends the stream.
 */
export function liveRoutes(app: App) {
  let hub: LiveHub | undefined
  const streams = new Set<Stream>()

  app.get(
    '/api/live',
    {
      schema: { summary: 'Server-sent events: what changed (topics only).' },
      config: { access: 'signed-in' },
      exposeHeadRoute: false,
    },
    async (request, reply) => {
      hub ??= openLiveHub(String(app.db.pool.options.connectionString), (line) => app.log.warn(line))
      const own = [...streams].filter((one) => one.accountId === request.actor.accountId)
      for (const old of own.slice(0, 1 - streamsPerAccount)) old.end('event: full\ndata: \n\n')
      const stream = openStream(app, hub, request, reply, () => streams.delete(stream))
      streams.add(stream)
      return reply
    },
  )

  app.beforeClose(async () => {
    for (const stream of streams) stream.end()
    await hub?.close()
    hub = undefined
  })
}

interface Stream extends Listener {
  end(lastWords?: string): void
}

function openStream(
  app: App,
  hub: LiveHub,
  request: FastifyRequest,
  reply: FastifyReply,
  onEnd: () => void,
): Stream {
  reply.hijack()
  const out = reply.raw
  out.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // nginx gathers answers before passing them on unless told not to.
    'x-accel-buffering': 'no',
    // Else the ended stream's connection would count as idle only after the server has stopped looking for idle ones.
    connection: 'close',
  })
  const writer = coalescing(out)
  let ended = false

  const stream: Stream = {
    accountId: request.actor.accountId,
    scopes: request.actor.scopes,
    hear: writer.hear,
    recheck: () => {
      stillAllowed(app, request)
        .then((allowed) => !allowed && stream.end('event: ended\ndata: \n\n'))
        .catch(() => {}) // an outage ends nobody's session
    },
    end: (lastWords = '') => {
      if (ended) return
      ended = true
      clearInterval(heartbeat)
      clearInterval(rechecking)
      leave()
      onEnd()
      out.end(lastWords)
    },
  }
  const heartbeat = setInterval(() => writer.beat() || (stream.end(), out.destroy()), heartbeatMs)
  const rechecking = setInterval(stream.recheck, recheckMs)
  const leave = hub.add(stream)
  request.raw.on('close', () => stream.end())
  out.on('error', () => stream.end())
  out.write('retry: 3000\n\n')
  return stream
}

/** The same person through the same office, covering the same units; anything else opens a new stream. */
async function stillAllowed(app: App, request: FastifyRequest): Promise<boolean> {
  const before: Actor = request.actor
  const now = await app.authenticate(request).catch((error: { status?: number }) => {
    if (error.status === 403) return undefined // no office any more
    throw error
  })
  return (
    now?.accountId === before.accountId &&
    now.officeId === before.officeId &&
    now.scopes.join() === before.scopes.join()
  )
}

/**
 * What a slow client has not taken yet is gathered, not queued: however long it sleeps, it is told once. Holds at most
 * one name per topic and what the socket has already been given.
 */
function coalescing(out: ServerResponse) {
  let missedAll = false
  let pending = new Set<string>()
  let stuckFor = 0

  function flush() {
    if (out.writableNeedDrain) return
    if (missedAll) out.write('event: all\ndata: \n\n')
    else if (pending.size > 0) out.write(`event: change\ndata: ${JSON.stringify([...pending])}\n\n`)
    missedAll = false
    pending = new Set()
  }
  out.on('drain', () => {
    stuckFor = 0
    flush()
  })
  return {
    hear(heard: Heard) {
      if (heard === 'all') missedAll = true
      else for (const topic of heard.topics) pending.add(topic)
      flush()
    },
    /** False when the client has taken nothing for too long. */
    beat(): boolean {
      if (out.writableNeedDrain) {
        stuckFor += heartbeatMs
        return stuckFor < stuckMs
      }
      out.write(':\n\n')
      return true
    },
  }
}
