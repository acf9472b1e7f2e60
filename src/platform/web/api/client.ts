import type { z } from 'zod'

import { newId } from '../chance.ts'
import { ApiProblem, notReached, problemFrom } from './problem.ts'

/** Values of a query string; `undefined` and empty text are left out, lists are joined by commas. */
export type Query = Readonly<Record<string, string | number | boolean | undefined | readonly string[]>>

export interface CallOptions {
  signal?: AbortSignal | undefined
  /** Whether a 401 is an answer (asking "who am I?") rather than an interruption. */
  signedOutIsAnAnswer?: boolean
  /** What personal data is needed for; the server keeps it in the log beside who asked. */
  purpose?: string | undefined
}

export interface ReadOptions extends CallOptions {
  /**
   * Keep the answer on this device for work without a network, and give it when the server is not reached. Only for
   * the pages of field work; kept only on a device with a PIN, sealed, for a week. `public` is for master data without
   * personal content that every signed-in person may read (units): kept on every device, for forms to open.
   */
  keep?: boolean | 'public'
}

export interface WriteOptions extends CallOptions {
  /** Made by the device. A write that is sent again must carry the id it was first sent with. */
  requestId?: string | undefined
}

/** What the client needs to know about the world; plugged in by the shell, and by tests. */
export interface ApiPorts {
  fetch: typeof fetch
  /** The office the person acts through, sent as `x-office`. */
  office: () => string | undefined
  language: () => string
  /** Called on a 401. Resolves true once the same person is signed in again, false if they gave up. */
  signInAgain: () => Promise<boolean>
  /** Waits before a write is sent again; tests pass one that does not wait. */
  pause: (ms: number) => Promise<void>
  /** What lies on the device for reading without a network (offline/kept-answers.ts). */
  kept?: {
    put: (url: string, body: unknown, isPublic: boolean) => void
    get: (url: string) => Promise<unknown>
  }
}

/** Pauses before a write that did not reach the server is sent again, under the same request id. */
const resendAfterMs = [400, 1500]

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
interface Call extends CallOptions {
  method: Method
  path: string
  query?: Query | undefined
  body?: unknown
  requestId: string
}

export type Api = ReturnType<typeof createApi>

export function createApi(ports: ApiPorts) {
  /** The headers every call carries, also uploads, which do not go through fetch. */
  function headersOf(requestId: string): Record<string, string> {
    const office = ports.office()
    return {
      accept: 'application/json',
      'accept-language': ports.language(),
      'x-request-id': requestId,
      ...(office && { 'x-office': office }),
    }
  }

  async function send(call: Call): Promise<Response> {
    const isForm = call.body instanceof FormData || call.body instanceof Blob
    const init: RequestInit = {
      method: call.method,
      credentials: 'same-origin',
      headers: {
        ...headersOf(call.requestId),
        // Headers carry no Vietnamese: the server decodes it.
        ...(call.purpose && { 'x-purpose': encodeURIComponent(call.purpose) }),
        ...(call.body !== undefined && !isForm && { 'content-type': 'application/json' }),
      },
      ...(call.signal && { signal: call.signal }),
      ...(call.body !== undefined && { body: isForm ? (call.body as BodyInit) : JSON.stringify(call.body) }),
    }
    try {
      return await ports.fetch(withQuery(call.path, call.query), init)
    } catch (error) {
      if (call.signal?.aborted) throw error
      throw notReached()
    }
  }

  /** A write is safe to send again because the server knows its request id; a read is retried by its query. */
  async function sendUntilReached(call: Call): Promise<Response> {
    for (const wait of call.method === 'GET' ? [] : resendAfterMs) {
      try {
        return await send(call)
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error
        await ports.pause(wait)
      }
    }
    return send(call)
  }

  async function reply(call: Call): Promise<Response> {
    let response = await sendUntilReached(call)
    if (response.status === 401 && !call.signedOutIsAnAnswer && (await ports.signInAgain())) {
      response = await sendUntilReached(call)
    }
    if (!response.ok) throw problemFrom(response.status, await readBody(response))
    return response
  }

  async function answer<S extends z.ZodType>(schema: S, call: Call): Promise<z.output<S>> {
    return parseAnswer(schema, await readBody(await reply(call)), call.path)
  }

  /** What lies on the device was written by an older page, perhaps: it is parsed like an answer of the server. */
  async function keeping<S extends z.ZodType>(
    schema: S,
    call: Call,
    kept: NonNullable<ApiPorts['kept']> & { isPublic: boolean },
  ) {
    const url = withQuery(call.path, call.query)
    try {
      const body = await readBody(await reply(call))
      const parsed = parseAnswer(schema, body, call.path)
      kept.put(url, body, kept.isPublic)
      return parsed
    } catch (error) {
      const found = error instanceof ApiProblem && error.status === 0 ? await kept.get(url) : undefined
      const parsed = schema.safeParse(found)
      if (found === undefined || !parsed.success) throw error
      return parsed.data
    }
  }

  function write(method: Method) {
    return <S extends z.ZodType>(path: string, schema: S, body?: unknown, options: WriteOptions = {}) =>
      answer(schema, { ...options, method, path, body, requestId: options.requestId ?? newId() })
  }

  return {
    headersOf,
    signInAgain: ports.signInAgain,
    /** `path` is absolute from the origin ("/api/tasks"); the answer is what the schema makes of it. */
    get: async <S extends z.ZodType>(path: string, schema: S, query?: Query, options: ReadOptions = {}) => {
      const { keep = false, ...rest } = options
      const call = { ...rest, method: 'GET' as const, path, query, requestId: newId() }
      if (!keep || !ports.kept) return answer(schema, call)
      return keeping(schema, call, { ...ports.kept, isPublic: keep === 'public' })
    },
    post: write('POST'),
    put: write('PUT'),
    patch: write('PATCH'),
    delete: write('DELETE'),
    /** A file the server makes (an export, an original), with its name if the server gave one. */
    file: async (path: string, query?: Query, options: CallOptions = {}) => {
      const response = await reply({ ...options, method: 'GET', path, query, requestId: newId() })
      return { blob: await response.blob(), name: fileName(response.headers.get('content-disposition')) }
    },
  }
}

/** An answer the page does not understand is a fault like any other: cached or live, it is parsed. */
export function parseAnswer<S extends z.ZodType>(schema: S, body: unknown, path: string): z.output<S> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new ApiProblem('answer.unexpected', 200, `The answer of ${path} has another shape than expected.`, {
    issues: parsed.error.issues,
  })
}

export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '')
    if (text !== '') search.set(name, text)
  }
  const suffix = search.toString()
  return suffix ? `${path}${path.includes('?') ? '&' : '?'}${suffix}` : path
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** RFC 6266: `filename*=UTF-8''…` carries Vietnamese names, plain `filename=` is the fallback. */
function fileName(disposition: string | null): string | undefined {
  const parts = (disposition ?? '').split(';').map((part) => part.trim())
  const extended = parts.find((part) => part.startsWith("filename*=UTF-8''"))
  if (extended) return decodeURIComponent(extended.slice("filename*=UTF-8''".length))
  return parts
    .find((part) => part.startsWith('filename='))
    ?.slice('filename='.length)
    .replaceAll('"', '')
}
