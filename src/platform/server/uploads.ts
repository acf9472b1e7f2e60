import type { MultipartFile } from '@fastify/multipart'
import type { FastifyReply, FastifyRequest } from 'fastify'

import { problem } from './problem.ts'
import { uploadLimitMegabytes } from './refusals.ts'
import { openTurnstile, type Turnstile } from './turnstile.ts'

/**
 * Bytes of uploads that are in memory at once. The others wait unread: the sender is held up, not we. Without it fifty
 * scans of 20 MB took 1.7 GB (measured).
 */
const roomBytes = 200_000_000
/** Uploads that are written at once; each holds a connection for seconds, and the pool has ten for everybody. */
const writtenAtOnce = 3
const waiting = 500
/** A little less than the server waits for a whole request, so that who waits in vain is told so. */
const patienceMs = 110_000

/** Files come in by turns, so that a morning on which everybody sends scans does not stop the duty desk. */
export function uploadsByTurns() {
  const memory = openTurnstile({ room: roomBytes, waiting })
  const writing = openTurnstile({ room: writtenAtOnce, waiting })
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (!/^multipart\//i.test(request.headers['content-type'] ?? '')) return
    await enterUntilClosed(memory, reply, sizeOf(request))
    const next = request.file.bind(request)
    request.file = async (options) => {
      const part = await next(options)
      return part && byTurn(part, () => enterUntilClosed(writing, reply))
    }
  }
}

/** What it says it weighs; who does not say is taken for the largest. */
function sizeOf(request: FastifyRequest): number {
  const said = Number(request.headers['content-length'] ?? NaN)
  const most = uploadLimitMegabytes * 1_000_000
  return Number.isFinite(said) ? Math.min(said, most) : most
}

/** The turn comes when the bytes are here: a slow sender holds up nobody who could write meanwhile. */
function byTurn(part: MultipartFile, turn: () => Promise<void>): MultipartFile {
  const read = part.toBuffer.bind(part)
  part.toBuffer = async () => {
    const bytes = await read()
    await turn()
    return bytes
  }
  return part
}

async function enterUntilClosed(gate: Turnstile, reply: FastifyReply, size = 1) {
  let over = false
  let leave: (() => void) | undefined
  const end = () => {
    over = true
    leave?.()
  }
  reply.raw.once('close', end)
  reply.raw.once('finish', end)
  const entering = gate.enter(size).then((go) => {
    leave = go
    if (over) go()
  })
  let impatience: NodeJS.Timeout | undefined
  const tired = new Promise<never>((_, fail) => {
    impatience = setTimeout(() => fail(problem.busy({})), patienceMs)
  })
  await Promise.race([entering, tired]).finally(() => clearTimeout(impatience))
  if (over) throw problem.malformed({ why: 'the sender has gone' })
}
