import type { Canvas } from '@napi-rs/canvas'

/** A picture in shades of gray, one byte a point, rows from the top. */
export interface Gray {
  width: number
  height: number
  data: Uint8Array
}

export function grayOf(canvas: Canvas): Gray {
  const { width, height } = canvas
  const rgba = canvas.getContext('2d').getImageData(0, 0, width, height).data
  const data = new Uint8Array(width * height)
  for (let i = 0, at = 0; i < data.length; i++, at += 4) {
    data[i] = (rgba[at]! * 77 + rgba[at + 1]! * 151 + rgba[at + 2]! * 28) >> 8
  }
  return { width, height, data }
}

/** Portable gray map: a header and the bytes, so that nothing is compressed only to be decompressed by the recogniser. */
export function toPgm({ width, height, data }: Gray): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data])
}

const tile = 48

/**
 * Evens out the light of a photographed page: every point is divided by the brightness of the paper around it. The
 * recogniser thresholds the page as a whole, so a shadow over one corner would otherwise swallow its words.
 * A page of even light is returned as it is.
 */
export function evenLight(gray: Gray): Gray {
  const { width, height, data } = gray
  const across = Math.ceil(width / tile)
  const down = Math.ceil(height / tile)
  const paper = new Float32Array(across * down)
  for (let ty = 0; ty < down; ty++) {
    for (let tx = 0; tx < across; tx++) paper[ty * across + tx] = brightness(gray, tx * tile, ty * tile)
  }
  const sorted = [...paper].sort((a, b) => a - b)
  if (sorted[Math.floor(sorted.length * 0.9)]! - sorted[Math.floor(sorted.length * 0.1)]! < 12) return gray
  const smooth = smoothed(paper, across, down)
  const even = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    const fy = Math.min(Math.max(y / tile - 0.5, 0), down - 1)
    const [y0, y1] = [Math.floor(fy), Math.min(Math.floor(fy) + 1, down - 1)]
    for (let x = 0; x < width; x++) {
      const fx = Math.min(Math.max(x / tile - 0.5, 0), across - 1)
      const x0 = Math.floor(fx)
      const x1 = Math.min(x0 + 1, across - 1)
      const top = smooth[y0 * across + x0]! * (1 - fx + x0) + smooth[y0 * across + x1]! * (fx - x0)
      const bottom = smooth[y1 * across + x0]! * (1 - fx + x0) + smooth[y1 * across + x1]! * (fx - x0)
      const at = y * width + x
      even[at] = Math.min(255, (data[at]! * 245) / (top * (1 - fy + y0) + bottom * (fy - y0)))
    }
  }
  return { width, height, data: even }
}

/** The brightness that a tenth of a tile's points reach: paper between letters. Never darker than 40, or ink becomes paper. */
function brightness({ width, height, data }: Gray, left: number, top: number): number {
  const counts = new Uint32Array(256)
  let seen = 0
  for (let y = top; y < Math.min(top + tile, height); y += 2) {
    for (let x = left; x < Math.min(left + tile, width); x += 2) {
      counts[data[y * width + x]!]!++
      seen++
    }
  }
  let above = 0
  for (let value = 255; value > 40; value--) {
    above += counts[value]!
    if (above >= seen * 0.1) return value
  }
  return 40
}

/** Each tile takes the brightest of its neighbours: a tile full of ink (a heading, a stamp) has no paper of its own. */
function smoothed(paper: Float32Array, across: number, down: number): Float32Array {
  const out = new Float32Array(paper.length)
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      let sum = 0
      let count = 0
      let most = 0
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const value = paper[(y + dy) * across + x + dx]
          if (value === undefined || x + dx < 0 || x + dx >= across) continue
          sum += value
          count++
          most = Math.max(most, value)
        }
      }
      out[y * across + x] = (sum / count + most) / 2
    }
  }
  return out
}
