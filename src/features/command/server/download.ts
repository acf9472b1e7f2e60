import type { FastifyReply } from 'fastify'

export interface Download {
  bytes: Uint8Array
  name: string
  mediaType: string
}

export const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type PaperFormat = keyof typeof mediaTypes

/** Always saved, never shown: what others attached could be made to run in our pages' place. */
export function download(reply: FastifyReply, file: Download) {
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .send(Buffer.from(file.bytes))
}
