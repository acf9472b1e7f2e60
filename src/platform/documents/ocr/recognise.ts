import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { Page } from 'tesseract.js'

import { layoutPage } from '../pdf/page-layout.ts'
import type { Piece } from '../pdf/rows.ts'
import { evenLight, grayOf, toPgm } from './gray.ts'
import { skewOf } from './skew.ts'
import { withoutSlips } from './slips.ts'
import { readPage } from './tesseract.ts'

interface Recognised {
  text: string
  /** Mean confidence of the words, weighted by their length, 0–100; null when the page has no words. */
  confidence: number | null
}

/** Upright pages of Vietnamese come out at 85–96; sideways ones stay below 45. */
const doubtful = 60

/** Words below this confidence and without a letter or digit are specks and borders; dashes open items and stay. */
const specks = 50

/** Reads the picture of a page; straightens it, evens out its light, and turns it when it lies on its side or head. */
export async function recognise(picture: Canvas): Promise<Recognised> {
  let best = await readUpright(picture)
  if (best.sideways !== 0) best = await readUpright(turn(picture, best.sideways))
  for (const quarter of [2, 1, 3]) {
    // A page without any word is tried upside down at most: it is most likely blank.
    if (best.weight === 0 ? quarter !== 2 : best.mean >= doubtful) break
    const turned = await readUpright(turn(picture, quarter * 90))
    if (turned.sideways === 0 && turned.mean * turned.weight > best.mean * best.weight) best = turned
  }
  const text = withoutSlips(layoutPage(best.pieces).normalize('NFC'))
  return { text, confidence: best.weight === 0 ? null : Math.round(best.mean * 10) / 10 }
}

interface Reading {
  pieces: Piece[]
  mean: number
  /** Number of letters read. */
  weight: number
  /** The recogniser also reads lines that run up or down the page: degrees to turn them level, 0 for a level page. */
  sideways: 0 | 90 | 270
}

async function readUpright(picture: Canvas): Promise<Reading> {
  const gray = evenLight(grayOf(picture))
  const skew = skewOf(gray)
  const straight = skew === 0 ? gray : evenLight(grayOf(turn(picture, -skew)))
  return piecesOf(await readPage(toPgm(straight)))
}

/** Turns a picture clockwise on a white ground large enough to keep its corners. */
function turn(picture: Canvas, degrees: number): Canvas {
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))]
  const width = Math.round(picture.width * cos + picture.height * sin)
  const height = Math.round(picture.width * sin + picture.height * cos)
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.translate(width / 2, height / 2)
  context.rotate(angle)
  context.drawImage(picture, -picture.width / 2, -picture.height / 2)
  return canvas
}

const linesOf = (page: Page) =>
  (page.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))

/** Words become pieces on the base line of their row, so that the same layout as for stored text puts them in order. */
function piecesOf(page: Page): Reading {
  const pieces: Piece[] = []
  let sum = 0
  let weight = 0
  for (const line of (page.blocks ?? [])
    .flatMap((block) => block.paragraphs)
    .flatMap((paragraph) => paragraph.lines)) {
    const words = line.words.filter(
      (word) => /[\p{L}\d]|^[-–+]$/u.test(word.text) || word.confidence >= specks,
    )
    const heights = words.map((word) => word.bbox.y1 - word.bbox.y0).sort((a, b) => a - b)
    // Tall letters with marks make up most words: their box is about the font size.
    const size = (heights[Math.floor(heights.length / 2)] ?? 0) * 1.05
    const slope = (line.baseline.y1 - line.baseline.y0) / Math.max(1, line.baseline.x1 - line.baseline.x0)
    for (const word of words) {
      const middle = (word.bbox.x0 + word.bbox.x1) / 2
      const baseline = line.baseline.y0 + slope * (middle - line.baseline.x0)
      pieces.push({ text: `${word.text} `, left: word.bbox.x0, right: word.bbox.x1, baseline, size })
      sum += word.confidence * word.text.length
      weight += word.text.length
    }
  }
  return { pieces, mean: weight === 0 ? 0 : sum / weight, weight, sideways: sidewaysOf(page) }
}

function sidewaysOf(page: Page): 0 | 90 | 270 {
  let [level, up, down] = [0, 0, 0]
  for (const line of linesOf(page)) {
    const [first, last] = [line.words[0], line.words.at(-1)]
    if (first === undefined || last === undefined || first === last) continue
    const rise = first.bbox.y0 - last.bbox.y0
    if (Math.abs(rise) < Math.abs(last.bbox.x0 - first.bbox.x0)) level += line.words.length
    else if (rise > 0) up += line.words.length
    else down += line.words.length
  }
  if (level >= up + down) return 0
  return up > down ? 90 : 270
}
