import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'

import { type Issue, type Language, Problem, problem } from './problem.ts'

/** What one upload may weigh, in megabytes. */
export const uploadLimitMegabytes = 60
/** What a message without a file may weigh. */
export const messageLimitBytes = 2_000_000
/** Nothing the product sends is nested half as deep; what is, is made to exhaust the stack of whoever walks it. */
const deepest = 40

/** The one place where an error becomes an answer. What nobody foresaw is logged with the reference the person is given. */
export function answerError(error: FastifyError | Problem, request: FastifyRequest, reply: FastifyReply) {
  const known = asProblem(error)
  if (!known) request.log.error({ err: error }, 'request failed')
  else if (isDatabaseRefusal(error)) request.log.warn({ err: error }, 'the database refused')
  const said = known ?? problem.internal({ reference: request.id })
  return reply
    .code(said.status)
    .send({ code: said.code, message: said.said[languageOf(request)], details: said.details })
}

function languageOf(request: FastifyRequest): Language {
  return /^en\b/.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi'
}

function asProblem(error: FastifyError | Problem): Problem | undefined {
  if (error instanceof Problem) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    return problem.invalid({
      where: error.validationContext ?? 'request',
      issues: error.validation.map(asIssue),
    })
  }
  if (error.code === 'FST_REQ_FILE_TOO_LARGE') {
    return problem.tooLarge({ limitMegabytes: uploadLimitMegabytes })
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return problem.tooLarge({ limitMegabytes: messageLimitBytes / 1_000_000 })
  }
  return databaseProblem(error) ?? clientProblem(error)
}

function asIssue(issue: { instancePath?: string; message?: string; params?: object }): Issue {
  return { path: (issue.instancePath ?? '').replace(/^\//, ''), found: '', expected: issue.message ?? '' }
}

/**
 * 53100 disk full; 57P0x and class 08: the server is stopping, starting or gone. Class 22: a value that no column can
 * hold (a number beyond 2³¹, a day that is none). Class 23: the database refuses what does not agree with the rest –
 * an id that is there already, a reference to nothing, a rule of the table.
 */
function databaseProblem(error: FastifyError): Problem | undefined {
  const code = String(error.code ?? '')
  if (code === '53100') return problem.storageFull({})
  if (/^(57P0[1-5]|08...|53300|57014)$/.test(code) || /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/.test(code)) {
    return problem.unavailable({})
  }
  if (/^22...$/.test(code)) return problem.outOfRange({ found: error.message })
  if (code === '23505') return problem.exists({ rule: constraintOf(error) })
  if (/^23...$/.test(code)) return problem.inconsistent({ rule: constraintOf(error) })
  if (
    /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection/.test(
      error.message,
    )
  ) {
    return problem.unavailable({})
  }
  return undefined
}

const isDatabaseRefusal = (error: FastifyError | Problem) =>
  !(error instanceof Problem) && /^2[23]...$/.test(String(error.code ?? ''))

const constraintOf = (error: FastifyError) => String((error as { constraint?: string }).constraint ?? '')

/** What busboy says of a multipart body that was cut off or has no boundary; it carries no status of its own. */
const brokenForm = /unexpected end of multipart data$|^Multipart: Boundary not found$/i

function clientProblem(error: FastifyError): Problem | undefined {
  if (brokenForm.test(error.message)) return problem.malformed({ why: error.message })
  const status = error.statusCode ?? 500
  return status >= 400 && status < 500 ? problem.malformed({ why: error.message }) : undefined
}

/**
 * Text that PostgreSQL cannot hold – the character NUL, half a surrogate pair – is refused at the door, with its place.
 * It comes from broken copies and from attackers, never from a keyboard.
 */
export async function refuseUnwritable(request: FastifyRequest) {
  for (const where of ['params', 'query', 'body'] as const) {
    if (isDeep(request[where])) throw problem.malformed({ why: `dữ liệu lồng quá ${deepest} tầng` })
    const path = unwritableIn(request[where], '')
    if (path === undefined) continue
    throw problem.invalid({
      where,
      issues: [{ path, found: 'U+0000 / U+D800', expected: 'văn bản không chứa ký tự NUL hay nửa ký tự' }],
    })
  }
}

function isDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false
  return depth >= deepest || Object.values(value).some((inside) => isDeep(inside, depth + 1))
}

function unwritableIn(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed() ? path : undefined
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined
  for (const [name, inside] of Object.entries(value)) {
    const found = unwritableIn(inside, path ? `${path}.${name}` : name)
    if (found !== undefined) return found
  }
  return undefined
}
