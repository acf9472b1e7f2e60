import type { z } from 'zod'

import { newId } from '../chance.ts'
import { type Api, parseAnswer } from './client.ts'
import { notReached, problemFrom } from './problem.ts'

export interface UploadOptions {
  requestId?: string | undefined
  signal?: AbortSignal | undefined
  /** Share of the bytes that have left, 0 to 1. */
  onProgress?: (share: number) => void
}

/**
 * Sends a form with files and reports progress, which fetch cannot do for what leaves.
 * A 401 waits for the person to sign in and sends the same bytes again under the same request id.
 */
export async function upload<S extends z.ZodType>(
  api: Api,
  path: string,
  schema: S,
  form: FormData,
  options: UploadOptions = {},
): Promise<z.output<S>> {
  const headers = api.headersOf(options.requestId ?? newId())
  let answer = await sendForm(path, form, headers, options)
  if (answer.status === 401 && (await api.signInAgain()))
    answer = await sendForm(path, form, headers, options)
  if (answer.status < 200 || answer.status > 299) throw problemFrom(answer.status, readJson(answer.text))
  return parseAnswer(schema, readJson(answer.text), path)
}

function sendForm(path: string, form: FormData, headers: Record<string, string>, options: UploadOptions) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => options.onProgress?.(event.total ? event.loaded / event.total : 0)
    request.onload = () => resolve({ status: request.status, text: request.responseText })
    request.onerror = () => reject(notReached())
    request.onabort = () => reject(new DOMException('The upload was cancelled.', 'AbortError'))
    options.signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(form)
  })
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
