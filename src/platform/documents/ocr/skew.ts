import type { Gray } from './gray.ts'

/** Pages lie within this many degrees of straight; beyond it they were laid sideways, which is another question. */
const widest = 8

/**
 * The angle in degrees by which the lines of a page fall to the right. Ink is summed along lines of every angle;
 * at the right one text lines and gaps stand apart most sharply. Judged on a picture reduced to about 700 points.
 */
export function skewOf(gray: Gray): number {
  const points = inkPoints(gray)
  if (points.length < 400) return 0
  const coarse = sharpest(points, 0, widest, 0.5)
  const fine = sharpest(points, coarse, 0.5, 0.1)
  return Math.abs(fine) < 0.15 ? 0 : fine
}

/** Alternating x and y of dark points; at most 60,000 of them, taken evenly. */
function inkPoints({ width, height, data }: Gray): Int16Array {
  const step = Math.max(1, Math.round(width / 700))
  const found: number[] = []
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      if (data[y * width + x]! < 110) found.push(x / step, y / step)
    }
  }
  const pairs = found.length / 2
  const every = Math.max(1, Math.ceil(pairs / 60_000))
  const points: number[] = []
  for (let i = 0; i < pairs; i += every) points.push(found[i * 2]!, found[i * 2 + 1]!)
  return Int16Array.from(points)
}

function sharpest(points: Int16Array, around: number, reach: number, step: number): number {
  let best = around
  let most = -1
  for (let degrees = around - reach; degrees <= around + reach + 1e-9; degrees += step) {
    const value = contrast(points, degrees)
    if (value > most) [most, best] = [value, degrees]
  }
  return Math.round(best * 100) / 100
}

/** Sum of squares of the ink per row, rows tilted by the angle. */
function contrast(points: Int16Array, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const rows = new Map<number, number>()
  for (let i = 0; i < points.length; i += 2) {
    const row = Math.round(points[i + 1]! - points[i]! * slope)
    rows.set(row, (rows.get(row) ?? 0) + 1)
  }
  let sum = 0
  for (const ink of rows.values()) sum += ink * ink
  return sum
}
