import { z } from 'zod'

/** What the server says when it refuses: a stable code for programs, facts for both. */
const ProblemBody = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).default({}),
})

/**
 * Every way a request can fail, seen from the page. `status` is 0 when the server was not reached.
 * `message` is what the server wrote; people read `problemText` instead, which speaks the language of the page.
 */
export class ApiProblem extends Error {
  readonly code: string
  readonly status: number
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, status: number, message: string, details: Record<string, unknown> = {}) {
    super(message)
    this.name = 'ApiProblem'
    this.code = code
    this.status = status
    this.details = details
  }
}

/** Somebody else changed the record first. The page draws a ConflictCard from it, never a passing toast. */
export class StaleProblem extends ApiProblem {
  readonly expected: number | undefined
  readonly actual: number | undefined
  /** The record as it is now, when the server sent it along. */
  readonly current: unknown

  constructor(code: string, message: string, details: Record<string, unknown>) {
    super(code, 409, message, details)
    this.name = 'StaleProblem'
    this.expected = numberOrNothing(details.expected)
    this.actual = numberOrNothing(details.actual)
    this.current = details.current
  }
}

/** One field the server would not take, as zod reports it. */
export interface FieldIssue {
  path: ReadonlyArray<string | number>
  code: string
  message: string
}

/** The server names a field by its path (`office/title`) and says what it expected; zod on the page names parts. */
const Issues = z.array(
  z
    .object({
      path: z.union([z.string().transform(partsOf), z.array(z.union([z.string(), z.number()]))]).default([]),
      code: z.string().default('custom'),
      message: z.string().default(''),
      expected: z.string().default(''),
    })
    .transform(({ path, code, message, expected }) => ({ path, code, message: message || expected })),
)

function partsOf(path: string): (string | number)[] {
  return path.split('/').filter(Boolean)
}

/** The fields a 400 complained about; empty when the problem is of another kind. */
export function fieldIssues(error: unknown): FieldIssue[] {
  if (!(error instanceof ApiProblem)) return []
  const parsed = Issues.safeParse(error.details.issues)
  return parsed.success ? parsed.data : []
}

/** Turns an answer that is not 2xx into a problem. A proxy's HTML page becomes `answer.unreadable`. */
export function problemFrom(status: number, body: unknown): ApiProblem {
  const parsed = ProblemBody.safeParse(body)
  if (!parsed.success) return new ApiProblem('answer.unreadable', status, `HTTP ${status}`)
  const { code, message, details } = parsed.data
  if (status === 409 && code.endsWith('.stale')) return new StaleProblem(code, message, details)
  return new ApiProblem(code, status, message, details)
}

export const notReached = () => new ApiProblem('network.not-reached', 0, 'The server was not reached.')

/** True when sending the same request again may help: not reached, overloaded, or failing on its side. */
export function mayPass(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 0 || error.status === 429 || error.status >= 500)
}

function numberOrNothing(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}
