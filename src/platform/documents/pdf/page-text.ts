import { OPS, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'

import { refuse } from '../document-error.ts'
import { unmask } from '../text/decode.ts'
import { measureVietnamese } from '../text/syllables.ts'
import { layoutPage } from './page-layout.ts'
import type { Piece } from './rows.ts'

/** A page with this many stored characters is a text page unless they are garbage. A signing stamp has some 150. */
const enoughCharacters = 250

/** A picture over this share of the page is a scan of it. */
const scanCoverage = 0.5

/**
 * The stored text of a page in reading order, or null when the page must be looked at as a picture: a scan (also one
 * with only a signing stamp on it), letters drawn as curves, or stored text that is not Vietnamese in any way (a broken
 * character map, a text layer by a scanner that knew no Vietnamese). TCVN3 and VNI are put right by their tables.
 */
export async function storedText(page: PDFPageProxy): Promise<string | null> {
  const pieces = await readPieces(page)
  const characters = pieces.reduce((sum, piece) => sum + piece.text.replace(/\s/g, '').length, 0)
  const text = unmask(layoutPage(pieces).normalize('NFC'))
  if (characters > 0 && isGarbage(text)) return null
  if (characters >= enoughCharacters) return text
  const { coverage, paths, lost } = await drawnOn(page)
  if (lost) throw refuse.lostPicture({ page: page.pageNumber })
  if (coverage >= scanCoverage) return null
  if (characters === 0 && (coverage > 0.02 || paths > 50)) return null
  return text
}

async function readPieces(page: PDFPageProxy): Promise<Piece[]> {
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent({ includeMarkedContent: false })
  const pieces: Piece[] = []
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue
    const [a, b, , d, x, y] = Util.transform(viewport.transform, item.transform) as number[]
    // Slanted text is a watermark or a stamp, never the running text.
    if (Math.abs(b!) > Math.abs(a!) * 0.2) continue
    pieces.push({
      text: item.str,
      left: x!,
      right: x! + item.width,
      baseline: y!,
      size: Math.abs(d!) || item.height || 10,
    })
  }
  return pieces
}

/** Vietnamese text has mostly well-formed marked syllables; text in another language has few marked words at all. */
function isGarbage(text: string): boolean {
  const words = text.split(/\s+/).length
  const broken = text.match(/[\ufffd\ue000-\uf8ff\u0080-\u009f]/g)?.length ?? 0
  if (broken > text.length * 0.02) return true
  const { marked, valid } = measureVietnamese(text)
  return marked > Math.max(8, words * 0.1) && valid / marked < 0.6
}

/**
 * How much of the page pictures cover (0–1, at most), how many paths are drawn, and whether a picture of the whole
 * page was left out: pdf.js leaves out pictures beyond the size limit, and only the room made for them remains.
 */
async function drawnOn(page: PDFPageProxy): Promise<{ coverage: number; paths: number; lost: boolean }> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const [x0, y0, x1, y1] = page.view as [number, number, number, number]
  let matrix = unmoved
  const saved: number[][] = []
  const whole = Math.max(1, (x1 - x0) * (y1 - y0))
  let covered = 0
  let paths = 0
  let lost = false
  fnArray.forEach((operator, i) => {
    if (operator === OPS.restore && fnArray[i - 1] === OPS.transform && areaOf(matrix) > whole * scanCoverage)
      lost = true
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(matrix)
    if (operator === OPS.paintFormXObjectBegin)
      matrix = Util.transform(matrix, (argsArray[i]?.[0] as number[] | null) ?? unmoved) as number[]
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix
    else if (operator === OPS.transform) matrix = Util.transform(matrix, argsArray[i] as number[]) as number[]
    else if (operator === OPS.constructPath) paths++
    else if (pictures.has(operator)) covered += areaOf(matrix)
  })
  return { coverage: Math.min(1, covered / whole), paths, lost }
}

/** The area of the unit square a picture is drawn in. */
const areaOf = (matrix: number[]) => Math.abs(matrix[0]! * matrix[3]! - matrix[1]! * matrix[2]!)

const unmoved = [1, 0, 0, 1, 0, 0]

const pictures = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
])

/** Whether a picture of the page could not be decoded; pdf.js draws the page without it. Asked after drawing. */
export async function hasBrokenPicture(page: PDFPageProxy): Promise<boolean> {
  const { fnArray, argsArray } = await page.getOperatorList()
  return fnArray.some((operator, i) => {
    const name: unknown = operator === OPS.paintImageXObject ? argsArray[i]?.[0] : null
    if (typeof name !== 'string') return false
    const store = name.startsWith('g_') ? page.commonObjs : page.objs
    return store.has(name) && store.get(name) === null
  })
}
