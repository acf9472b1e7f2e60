import { problemFrom, StaleProblem } from '../api/problem.ts'
import { type Entry, type KeptProblem, nextToSend } from './entry.ts'

export type Outcome =
  | { is: 'done' }
  /** Not reached, overloaded, failing: it stays as it is and goes again later. */
  | { is: 'not-now' }
  | { is: 'signed-out' }
  | { is: 'refused' | 'conflict'; problem: KeptProblem }

export interface SenderPorts {
  /** Everything of this account that has not been done, in the order of the presses. */
  list(): Promise<readonly Entry[]>
  mark(entry: Entry, change: { state: Entry['state']; problem?: KeptProblem }): Promise<void>
  /** Sent and acknowledged: pages read again, then it leaves the queue. */
  finish(entry: Entry): Promise<void>
  send(entry: Entry): Promise<Outcome>
}

/** Sends what may go, one after the other. Answers why it stopped. */
export async function sendAll(ports: SenderPorts): Promise<'empty' | 'not-now' | 'signed-out'> {
  for (;;) {
    const next = nextToSend(await ports.list())
    if (!next) return 'empty'
    await ports.mark(next, { state: 'sending' })
    const outcome = await ports.send(next)
    if (outcome.is === 'done') await ports.finish(next)
    else if (outcome.is === 'refused' || outcome.is === 'conflict')
      await ports.mark(next, { state: outcome.is, problem: outcome.problem })
    else {
      await ports.mark(next, { state: 'waiting' })
      return outcome.is
    }
  }
}

/** Longer than any answer takes that still comes. */
const timeoutMs = 45_000
/** A phone at the edge of a village sends no slower than this: a photograph of 5 MB in some four minutes. */
const slowestBytesPerMs = 20

/**
 * One attempt. The request id was made at the press and stays: a write whose answer was lost is done once and answered
 * again. A page of a proxy or of a hotel's sign-in is no answer of the server.
 */
export async function sendOnce(
  entry: Entry,
  ask: typeof fetch,
  headersOf: (requestId: string) => Record<string, string>,
  file?: ArrayBuffer,
): Promise<Outcome> {
  if (entry.file && !file) return { is: 'refused', problem: fileLost }
  let response: Response
  let body: unknown
  try {
    response = await ask(entry.path, {
      method: entry.method,
      credentials: 'same-origin',
      headers: {
        ...headersOf(entry.requestId),
        'x-office': entry.officeId,
        // A form names its own kind, with the line that parts it.
        ...(entry.body !== undefined && !file && { 'content-type': 'application/json' }),
      },
      ...(entry.body !== undefined && { body: file ? formOf(entry, file) : JSON.stringify(entry.body) }),
      signal: AbortSignal.timeout(timeoutMs + Math.ceil((file?.byteLength ?? 0) / slowestBytesPerMs)),
    })
    if (response.status === 204) return { is: 'done' }
    if (!response.headers.get('content-type')?.includes('json')) return { is: 'not-now' }
    body = await response.json()
  } catch {
    return { is: 'not-now' }
  }
  if (response.ok) return { is: 'done' }
  if (response.status === 401) return { is: 'signed-out' }
  if ([408, 425, 428, 429].includes(response.status) || response.status >= 500) return { is: 'not-now' }
  const problem = problemFrom(response.status, body)
  const { code, status, message, details } = problem
  return {
    is: problem instanceof StaleProblem ? 'conflict' : 'refused',
    problem: { code, status, message, details: { ...details } },
  }
}

const fileLost: KeptProblem = { code: 'device.file-lost', status: 0, message: '', details: {} }

/** The server reads the id before the file arrives. */
function formOf({ body, file }: Entry, bytes: ArrayBuffer): FormData {
  const form = new FormData()
  form.append('id', (body as { id: string }).id)
  form.append('file', new Blob([bytes], { type: file?.type ?? '' }), file?.name)
  return form
}
