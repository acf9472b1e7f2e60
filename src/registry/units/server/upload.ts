import type { FastifyRequest } from 'fastify'

import { problem } from '#platform/server/problem.ts'

/**
 * One uploaded text file and the fields before it. UTF-8 only: a file in another encoding would import wrong letters
 * without anyone noticing.
 */
export async function uploadedText(
  request: FastifyRequest,
): Promise<{ text: string; name: string; field: (name: string) => string | undefined }> {
  const part = await request.file()
  if (!part)
    throw problem.invalid({
      where: 'file',
      issues: [{ path: 'file', found: 'không có tệp', expected: 'một tệp' }],
    })
  const bytes = await part.toBuffer()
  const field = (name: string) => {
    const value = part.fields[name]
    return value && !Array.isArray(value) && value.type === 'field' && value.value
      ? String(value.value).slice(0, 200)
      : undefined
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), name: part.filename, field }
  } catch {
    throw problem.invalid({
      where: 'file',
      issues: [
        {
          path: part.filename,
          found: 'tệp không phải UTF-8',
          expected: 'văn bản UTF-8 (trong Excel: CSV UTF-8)',
        },
      ],
    })
  }
}
