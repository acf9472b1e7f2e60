import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { AnnotationMode, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

import { MAX_PAGE_MEGAPIXELS, OCR_DPI } from '../limits.ts'

/** A page as a picture at OCR_DPI, coarser where the paper is so large that the pixels would pass the limit. */
export async function rasterPage(page: PDFPageProxy): Promise<Canvas> {
  const paper = page.getViewport({ scale: 1 })
  const most = Math.sqrt((MAX_PAGE_MEGAPIXELS * 1_000_000) / Math.max(1, paper.width * paper.height))
  const viewport = page.getViewport({ scale: Math.min(OCR_DPI / 72, most) })
  const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)))
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  await page.render({
    canvas: null,
    // The canvas of @napi-rs has the methods of the browser's that pdf.js calls.
    canvasContext: context as never,
    viewport,
    // Stamps of digital signatures are annotations and lie over the words.
    annotationMode: AnnotationMode.DISABLE,
  }).promise
  return canvas
}
