import { refuse } from '../document-error.ts'
import { MAX_IMAGE_MEGAPIXELS } from '../limits.ts'

export type PictureKind = 'png' | 'jpeg' | 'webp'

/**
 * Width and height from the header of a picture, before anything is decoded: a PNG of a few kilobytes may claim
 * 60,000 × 60,000. Throws `document.too-large` and `document.damaged`.
 */
export function checkImageSize(bytes: Uint8Array, kind: PictureKind): { width: number; height: number } {
  const size = sizeOf(bytes, kind)
  if (size === null || size.width === 0 || size.height === 0)
    throw refuse.damaged({ format: kind.toUpperCase(), why: 'không có kích thước' })
  if (size.width * size.height > MAX_IMAGE_MEGAPIXELS * 1_000_000)
    throw refuse.imageTooLarge({ ...size, megapixels: MAX_IMAGE_MEGAPIXELS })
  return size
}

function sizeOf(bytes: Uint8Array, kind: PictureKind) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (kind === 'png') return { width: view.getUint32(16), height: view.getUint32(20) }
    return kind === 'jpeg' ? jpegSize(view) : webpSize(view)
  } catch {
    return null // the file ends inside its header
  }
}

/** Walks the JPEG segments to the start of frame (C0–CF but for C4, C8, CC, which are tables). */
function jpegSize(view: DataView) {
  let at = 2
  for (;;) {
    while (view.getUint8(at) !== 0xff) at++
    while (view.getUint8(at) === 0xff) at++
    const marker = view.getUint8(at)
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { height: view.getUint16(at + 4), width: view.getUint16(at + 6) }
    }
    at += 1 + (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9) ? 0 : view.getUint16(at + 1))
  }
}

function webpSize(view: DataView) {
  const chunk = String.fromCharCode(
    view.getUint8(12),
    view.getUint8(13),
    view.getUint8(14),
    view.getUint8(15),
  )
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
  if (chunk === 'VP8X') return { width: uint24(24) + 1, height: uint24(27) + 1 }
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
}
