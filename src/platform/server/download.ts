import type { FastifyReply } from 'fastify'

export interface Download {
  bytes: Uint8Array
  name: string
  mediaType: string
}

/** A file as an answer. Saved unless the caller knows that showing it runs nothing of what others sent. */
export function download(
  reply: FastifyReply,
  file: Download,
  disposition: 'attachment' | 'inline' = 'attachment',
) {
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .send(Buffer.from(file.bytes))
}
