import type { FastifyReply } from 'fastify'

import { type Download, download } from '#platform/server/download.ts'

/** What a browser only shows. Whatever it would run (HTML, SVG, scripts) leaves as plain bytes, to be saved. */
const shown = /^(application\/pdf|image\/(png|jpeg|webp)|text\/plain)$/

export function original(reply: FastifyReply, file: Download, show: boolean) {
  if (!shown.test(file.mediaType)) return download(reply, { ...file, mediaType: 'application/octet-stream' })
  const mediaType = file.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : file.mediaType
  return download(reply, { ...file, mediaType }, show ? 'inline' : 'attachment')
}
