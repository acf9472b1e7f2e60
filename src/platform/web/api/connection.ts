import { heardServerTime } from '../clock.ts'
import { heardServer } from '../offline/contact.ts'
import { keepAnswer, keepPublic, keptAnswer } from '../offline/kept-answers.ts'
import { currentLanguage } from '../words/index.ts'
import { type ApiPorts, type CallOptions, createApi, type Query } from './client.ts'
import { upload, type UploadOptions } from './upload.ts'
import type { z } from 'zod'

/** What the session tells the client; `session/` sets these, pages never do. */
const known: { officeId: string | undefined; signInAgain: ApiPorts['signInAgain'] } = {
  officeId: undefined,
  signInAgain: () => Promise.resolve(false),
}

export function connectApi(to: Partial<typeof known>): void {
  Object.assign(known, to)
}

const client = createApi({
  fetch: async (input, init) => {
    const response = await fetch(input, init)
    heardServerTime(response.headers.get('date'))
    heardServer()
    return response
  },
  office: () => known.officeId,
  language: currentLanguage,
  signInAgain: () => known.signInAgain(),
  kept: {
    put: (url, body, isPublic) =>
      void (isPublic ? keepPublic(url, body) : keepAnswer(known.officeId, url, body)),
    get: (url) => keptAnswer(known.officeId, url),
  },
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
})

/** The server, as pages see it. */
export const api = {
  ...client,
  upload: <S extends z.ZodType>(path: string, schema: S, form: FormData, options?: UploadOptions) =>
    upload(client, path, schema, form, options),
  /** Fetches a file and hands it to the browser's own "save". */
  save: async (path: string, query?: Query, fallbackName = 'tai-ve', options: CallOptions = {}) => {
    const { blob, name } = await client.file(path, query, options)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = name ?? fallbackName
    link.click()
    // Revoking in the same turn cancels the download in Firefox.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  },
}
