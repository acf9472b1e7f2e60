import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas'

import type { Report } from '../child/messages.ts'
import { refuse } from '../document-error.ts'
import type { PageText } from '../types.ts'
import { checkImageSize, type PictureKind } from './image-size.ts'
import { recognise } from './recognise.ts'

/** The long side of an A4 page at about 220 dpi; photographs come in any size. */
const wantedLongSide = 2_600

/** Reads one photographed or scanned page. */
export async function readPicture(
  bytes: Uint8Array,
  kind: PictureKind,
  donePages: PageText[],
  tell: (report: Report) => Promise<void>,
): Promise<Report> {
  checkImageSize(bytes, kind)
  const old = donePages.find((page) => page.number === 1)
  if (!old) await tell({ say: 'starting', page: 1, pages: 1, method: 'ocr' })
  const page = old ?? { number: 1, method: 'ocr' as const, ...(await recognise(await decode(bytes, kind))) }
  if (page.text.trim() === '') throw refuse.noText({ format: kind.toUpperCase() })
  await tell({ say: 'page', page, pages: 1, old: old !== undefined })
  return { say: 'extracted', kind: 'image' }
}

/** Decodes onto white paper, scaled so that letters have the size the recogniser knows. */
async function decode(bytes: Uint8Array, kind: PictureKind): Promise<Canvas> {
  const image = await loadImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).catch(
    (error: Error) => {
      throw refuse.damaged({ format: kind.toUpperCase(), why: error.message })
    },
  )
  const scale = Math.min(3, wantedLongSide / Math.max(image.width, image.height))
  const canvas = createCanvas(
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  )
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}
