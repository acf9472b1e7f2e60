import type { FastifyReply } from 'fastify'

/** What a browser only shows. Whatever it would run (HTML, SVG, scripts) leaves as plain bytes, to be saved. */
const shown = /^(application\/pdf|image\/(png|jpeg|webp)|text\/plain)$/

export function original(
  reply: FastifyReply,
  file: { bytes: Uint8Array; name: string; mediaType: string },
  show: boolean,
) {
  if (!shown.test(file.mediaType)) return download(reply, { ...file, mediaType: 'application/octet-stream' })
  const mediaType = file.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : file.mediaType
  return download(reply, { ...file, mediaType }, show ? 'inline' : 'attachment')
}

export function download(
  reply: FastifyReply,
  file: { bytes: Uint8Array; name: string; mediaType: string },
  disposition: 'attachment' | 'inline' = 'attachment',
) {
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .send(Buffer.from(file.bytes))
}
